import {z} from 'zod';

/**
 * Every problem the API can answer: its status and one sentence for people: what happened and what to do next.
 * Screens show their own translation by code; the title is the English fallback.
 */
export const problems = {
  // The request itself
  malformed_json: {status: 400, title: 'The body is not valid JSON. Check the quotes and commas and send it again.'},
  input_invalid: {status: 422, title: 'Some fields are not right. Correct the fields listed under errors and send it again.'},
  cursor_invalid: {status: 400, title: 'The cursor does not belong to this list. Start again from the first page.'},
  idempotency_key_required: {status: 400, title: 'A POST needs an Idempotency-Key header. Send a new random key for each act.'},
  idempotency_key_malformed: {status: 400, title: 'The Idempotency-Key must be 16 to 128 letters, digits, hyphens or underscores.'},
  idempotency_key_reused: {status: 422, title: 'This Idempotency-Key was used for a different request. Send a new key.'},
  idempotency_in_progress: {status: 409, title: 'The first request with this Idempotency-Key is still at work. Try again in a second.'},
  if_match_required: {status: 428, title: 'Send the version you saw as an If-Match header, so that nobody’s change is overwritten.'},
  if_match_malformed: {status: 400, title: 'If-Match must be one quoted version number, such as "3".'},
  last_event_id_invalid: {status: 400, title: 'The Last-Event-ID was not given out by this feed. Connect without it.'},
  version_conflict: {status: 412, title: 'Somebody changed this meanwhile. Read it again and repeat your change.'},
  route_not_found: {status: 404, title: 'There is nothing at this address. Check the path against the API reference.'},
  method_not_allowed: {status: 405, title: 'This address does not take this method. See the Allow header.'},
  body_too_large: {status: 413, title: 'The body is larger than this address takes. Send less at a time.'},
  media_type_unsupported: {status: 415, title: 'Send the body as application/json.'},
  rate_limited: {status: 429, title: 'Too many requests in a short time. Wait as long as Retry-After says.', type: 'https://iana.org/assignments/http-problem-types#quota-exceeded'},
  internal_error: {status: 500, title: 'Something went wrong on our side. Nothing was changed; try again.'},
  unavailable: {status: 503, title: 'The service cannot answer right now. Try again shortly.', type: 'https://iana.org/assignments/http-problem-types#temporary-reduced-capacity'},
  // Who is asking
  session_missing: {status: 401, title: 'No session was sent. Ask your page for a new session.'},
  session_invalid: {status: 401, title: 'The session is not valid. Ask your page for a new session.'},
  session_expired: {status: 401, title: 'The session has ended. Ask your page for a new session.'},
  secret_key_invalid: {status: 401, title: 'The secret key is not valid or was revoked.'},
  secret_key_in_browser: {status: 403, title: 'A secret key was sent from a browser. Mint an embed session on your server instead, and replace this key.'},
  origin_not_allowed: {status: 403, title: 'This page’s origin is not on the programme’s list. Add it to the allowed origins.'},
  forbidden: {status: 403, title: 'Your role does not allow this. Ask your administrator.'},
  scope_missing: {status: 403, title: 'This session was not given the scope for that. Mint it with the scope.'},
  // Objects
  program_not_found: {status: 404, title: 'There is no such programme, or you may not see it.'},
  partner_org_not_found: {status: 404, title: 'There is no such partner organisation, or you may not see it.'},
  person_not_found: {status: 404, title: 'There is no such person, or you may not see them.'},
  membership_not_found: {status: 404, title: 'This person has no active membership there.'},
  lead_not_found: {status: 404, title: 'There is no such lead, or you may not see it.'},
  lead_offer_not_found: {status: 404, title: 'There is no such lead offer, or you may not see it.'},
  lead_import_not_found: {status: 404, title: 'There is no such import, or you may not see it.'},
  routing_rule_not_found: {status: 404, title: 'There is no such routing rule, or you may not see it.'},
  deal_registration_not_found: {status: 404, title: 'There is no such deal registration, or you may not see it.'},
  deal_change_not_found: {status: 404, title: 'There is no such request, or you may not see it.'},
  evidence_file_not_found: {status: 404, title: 'There is no such file, or you may not see it.'},
  conflict_case_not_found: {status: 404, title: 'There is no such conflict case, or you may not see it.'},
  deal_export_unfinished: {status: 409, title: 'The export is not done. Ask again shortly.'},
  deal_import_not_found: {status: 404, title: 'There is no such import, or you may not see it.'},
  deal_export_not_found: {status: 404, title: 'There is no such export, or you may not see it. Ask for a new one.'},
  account_not_found: {status: 404, title: 'There is no such account.'},
  embed_session_not_found: {status: 404, title: 'There is no such embed session.'},
  asset_not_found: {status: 404, title: 'There is no such asset, or you may not see it.'},
  asset_version_not_found: {status: 404, title: 'There is no such version, or you may not see it.'},
  asset_folder_not_found: {status: 404, title: 'There is no such folder.'},
  share_link_not_found: {status: 404, title: 'There is no such link, or you may not see it.'},
  print_order_not_found: {status: 404, title: 'There is no such print order, or you may not see it.'},
  collateral_embed_not_found: {status: 404, title: 'There is no such embed, or you may not see it.'},
  cobrand_template_not_found: {status: 404, title: 'There is no such template, or you may not see it.'},
  cobrand_not_found: {status: 404, title: 'There is no such co-branded copy, or you may not see it.'},
  copy_not_found: {status: 404, title: 'There is no copy with this code. Check that all of it was read.'},
  external_id_taken: {status: 409, title: 'Another object already has this externalId. Use that object or another externalId.'},
  // Leads
  lead_consent_required: {status: 422, title: 'Contact data needs consent before it can be shared. Add consent, or leave the contact out.'},
  lead_not_routable: {status: 409, title: 'This lead cannot be offered in its present status.'},
  lead_already_offered: {status: 409, title: 'A partner already has an open offer of this lead. Withdraw it first.'},
  lead_read_only: {status: 409, title: 'This lead has ended and can no longer be changed.'},
  lead_account_locked: {status: 409, title: 'Another partner is already working with this customer. Offer the lead to them or decide by hand.'},
  partner_not_eligible: {status: 409, title: 'This partner cannot take the lead now. See detail for the reason, or override it.'},
  lead_offer_status_conflict: {status: 409, title: 'The offer is no longer in a status that allows this. Look at it again.'},
  lead_offer_expired: {status: 409, title: 'The time to respond has passed. The lead has been offered on.'},
  lead_offer_lost_race: {status: 409, title: 'Another partner was quicker to accept this lead.'},
  lead_offer_withdrawn: {status: 409, title: 'The vendor has withdrawn this lead.'},
  reassign_same_person: {status: 409, title: 'This person already has the lead.'},
  // Deal registrations
  deal_status_conflict: {status: 409, title: 'The registration is no longer in a status that allows this. Look at it again.'},
  deal_field_read_only: {status: 409, title: 'These fields cannot be changed now. Errors name them.'},
  deal_capacity_reached: {status: 409, title: 'You have as many open registrations as your level allows. Withdraw one that is not going on, then submit this one.'},
  deal_terms_not_accepted: {status: 422, title: 'Accept the present version of the programme’s terms, then submit again.'},
  deal_already_yours: {status: 409, title: 'Your organisation has registered this customer for these products already. Work on that registration.'},
  deal_resubmissions_used: {status: 409, title: 'This registration has been submitted as often as the programme allows. Talk to your channel manager.'},
  deal_stage_unknown: {status: 422, title: 'The programme has no such stage. See its deal policy for the stages.'},
  deal_already_protected: {status: 409, title: 'Another registration of this opportunity is protected. Decide between the two first.'},
  deal_approval_needed: {status: 409, title: 'This deal needs an approval by others first. Send it for approval.'},
  deal_not_your_step: {status: 403, title: 'The step that is open is somebody else’s to decide.'},
  deal_limit_too_low: {status: 403, title: 'The amount is above what you may approve. Delegate the step to somebody with a higher limit.'},
  deal_change_open: {status: 409, title: 'A request of this kind is waiting for a decision already.'},
  deal_change_decided: {status: 409, title: 'This request has been decided or taken back.'},
  deal_extension_not_allowed: {status: 409, title: 'The protection cannot be extended like this. See detail for what the programme allows.'},
  claim_incomplete: {status: 422, title: 'Give a website, a name with a country, a tax id or an e-mail address to check.'},
  evidence_too_many: {status: 409, title: 'A registration takes 20 files. Remove one first.'},
  evidence_part_wrong: {status: 422, title: 'This part has the wrong size or place. Send 262,144 bytes a part; only the last is shorter.'},
  evidence_complete: {status: 409, title: 'This file is complete and takes no further parts.'},
  evidence_incomplete: {status: 409, title: 'Parts of this file are missing. See receivedBytes and send the rest.'},
  conflict_case_open: {status: 409, title: 'There is an open case between these two registrations.'},
  conflict_status_conflict: {status: 409, title: 'The case is no longer in a status that allows this. Look at it again.'},
  // Files
  stored_file_not_found: {status: 404, title: 'There is no such file, or you may not see it.'},
  file_type_not_allowed: {status: 415, title: 'Files of this type are not taken, or the name does not end as files of this type do.'},
  file_too_large: {status: 413, title: 'The file is too large: 100 MB, or 2.1 GB for a video, unless your vendor set other limits.'},
  file_quota_reached: {status: 507, title: 'There is no room for this file. Remove files that are no longer needed.'},
  file_not_ready: {status: 409, title: 'The file has not arrived or is still being checked. Try again shortly.'},
  file_link_invalid: {status: 403, title: 'This link to a file is not valid. Open the file again from the library.'},
  file_link_expired: {status: 403, title: 'This link to a file has expired. Open the file again from the library.'},
  file_link_used: {status: 410, title: 'This link to a file served once and was used. Ask for the file again in the library.'},
  file_recalled: {status: 410, title: 'This file was recalled and must not be used any more. Look for its successor in the library.'},
  // Imports
  csv_malformed: {status: 422, title: 'The file cannot be read as CSV. Errors name the line and column.'},
  csv_too_large: {status: 413, title: 'The file is larger than 20 MB, 50,000 rows or 200 columns. Split it.'},
  lead_import_running: {status: 409, title: 'This import is still at work. Wait for it to end.'},
  // Collateral
  asset_status_conflict: {status: 409, title: 'The asset is no longer in a status that allows this. Look at it again.'},
  asset_empty: {status: 409, title: 'There is nothing to show yet. Publish a version, or give the link, first.'},
  asset_locked: {status: 403, title: 'This asset is locked for your organisation. The asset’s unlocks say what opens it.'},
  asset_recalled: {status: 410, title: 'The vendor has recalled this. Remove your copies; the asset says why.'},
  asset_version_replaced: {status: 410, title: 'This version was replaced or has run out. Use the present one.'},
  asset_version_status_conflict: {status: 409, title: 'The version is no longer in a status that allows this. Look at it again.'},
  asset_not_shareable: {status: 409, title: 'This asset may not be passed on like this. Ask your channel manager.'},
  share_link_status_conflict: {status: 409, title: 'The link has ended already. Make a new one.'},
  share_link_expired: {status: 410, title: 'This link has expired. Ask whoever sent it for a new one.'},
  share_link_used: {status: 410, title: 'This link served once and was used. Ask whoever sent it for a new one.'},
  share_link_revoked: {status: 410, title: 'This link was taken back. Ask whoever sent it.'},
  share_link_replaced: {status: 410, title: 'This material was replaced. Ask whoever sent the link for what took its place.'},
  file_not_markable: {status: 409, title: 'This file must carry a watermark and cannot. Ask your channel manager for another version.'},
  print_not_offered: {status: 409, title: 'This asset cannot be ordered in print.'},
  print_limit_reached: {status: 409, title: 'That is more than you can order now. See the asset’s print offer.'},
  print_stock_short: {status: 409, title: 'There are not enough copies in stock. Let the order wait, or raise the stock.'},
  print_order_status_conflict: {status: 409, title: 'The order is no longer in a status that allows this. Look at it again.'},
  collateral_embed_revoked: {status: 410, title: 'This embed was ended. Remove it from the page, or make a new one.'},
  enquiries_closed: {status: 409, title: 'No enquiries are taken here. Use another way to get in touch.'},
  cobrand_template_status_conflict: {status: 409, title: 'The template is no longer in a status that allows this. Look at it again.'},
  cobrand_format_unsupported: {status: 409, title: 'Only PDFs, PNG, JPEG and WebP pictures and HTML pages can be co-branded.'},
  cobrand_status_conflict: {status: 409, title: 'The copy is no longer in a status that allows this. Look at it again.'},
  copy_recalled: {status: 410, title: 'The vendor has recalled this material. Do not use this copy any more.'},
  asset_folder_not_empty: {status: 409, title: 'There are assets or folders in this folder. Move them first.'},
  asset_folder_name_taken: {status: 409, title: 'There is a folder of this name beside it. Choose another name.'},
  // Points and levels
  partner_event_not_found: {status: 404, title: 'There is no such event, or you may not see it.'},
  partner_event_reserved: {status: 409, title: 'The product records this event itself. Report others by a name of your own.'},
  points_rule_not_found: {status: 404, title: 'There is no such rule for points, or you may not see it.'},
  board_not_found: {status: 404, title: 'There is no such leaderboard, or you may not see it.'},
  points_hold_not_found: {status: 404, title: 'There is no such hold, or you may not see it.'},
  points_hold_status_conflict: {status: 409, title: 'Somebody has decided this already. Look at it again.'},
  board_period_open: {status: 409, title: 'This period is not over yet, or has no end. Wait until it is.'},
  board_result_not_found: {status: 404, title: 'There is no such result of a leaderboard, or you may not see it.'},
  board_result_status_conflict: {status: 409, title: 'The result is no longer in a status that allows this. Look at it again.'},
  board_result_disputed: {status: 409, title: 'Partners say that something is wrong with this result. Answer them first.'},
  board_dispute_not_found: {status: 404, title: 'There is no such dispute that waits for an answer.'},
  tier_policy_not_found: {status: 404, title: 'The programme asks for nothing yet. Announce its terms for levels first.'},
  level_change_not_found: {status: 404, title: 'There is no such change of level, or you may not see it.'},
  level_change_status_conflict: {status: 409, title: 'The change of level is no longer in a status that allows this. Look at it again.'},
  points_rule_no_draft: {status: 409, title: 'Nothing of this rule is being changed. Change it first.'},
} as const satisfies Record<string, {status: number; title: string; type?: string}>;

export type ProblemCode = keyof typeof problems;

/** One wrong field: where (RFC 6901 pointer into the input), which rule, and a sentence. */
export const FieldError = z.object({pointer: z.string(), code: z.string(), message: z.string()});
export type FieldError = z.infer<typeof FieldError>;

/** The body of every answer of status 400 and above: `application/problem+json` (RFC 9457). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  detail: z.string().optional(),
  /** `urn:uuid:` and the request's id. */
  instance: z.string(),
  errors: z.array(FieldError).optional(),
  requestId: z.string(),
  /** Seconds to wait; the same as the `Retry-After` header. */
  retryAfterS: z.int().optional(),
  /** With `version_conflict`: the object as it is now. */
  current: z.unknown().optional(),
  violatedPolicies: z.array(z.string()).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** The stable identifier of a problem. */
export function problemType(code: ProblemCode): string {
  const known = problems[code];
  return 'type' in known ? known.type : `urn:portico:problem:${code}`;
}
