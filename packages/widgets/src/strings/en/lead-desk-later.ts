import {plural} from '../plural.ts';

/** Words of what is done at the vendor's lead desk: acts, why they did not take effect, keys. Keys with an underscore are named after a code of the API. */
export const en = {
  // Above the list
  anyPartner: 'Any partner',
  showLeads: 'Show leads',

  // The table
  low: 'Low',

  // Many at once
  selected: (n: number) => plural('en', n, {one: '# selected', other: '# selected'}),
  clearSelection: 'Clear selection',

  // Acts
  offer: 'Offer to a partner…',
  withdraw: 'Withdraw…',
  route: 'Route by rules',
  quarantine: 'Set aside…',
  recycle: 'Put back',
  close: 'Close…',
  reoffer: 'Give to another…',
  update: 'Edit…',
  undo: 'Undo',
  offeredTo: (partner: string) => `Offered to ${partner}.`,
  routedTo: (partner: string) => `The rules chose ${partner}.`,
  routedToNobody: 'The rules found no partner.',
  putBack: 'The lead is back and can be placed.',
  leadSent: 'The lead was added.',
  leadAttached: 'This customer was known. The enquiry was noted on the lead that exists.',

  // Why something ended, by the codes of either side
  reason_sent_by_mistake: 'Sent by mistake',
  reason_customer_request: 'The customer asked for it',
  reason_partner_request: 'The partner asked for it',
  reason_no_progress: 'No progress',
  reason_duplicate: 'Duplicate',
  reason_compliance: 'Compliance',
  reason_other: 'Other',
  reason_budget: 'No budget',
  reason_no_response: 'No response',
  reason_chose_competitor: 'Chose a competitor',
  reason_requirements_not_met: 'Requirements not met',
  reason_not_a_customer: 'Not a customer',
  reason_timeline: 'Timeline',
  reason_price: 'Price',
  reason_technical: 'Technical reasons',
  reason_legal: 'Legal reasons',
  reason_abuse_spam: 'Abuse or spam',
  reason_no_capacity: 'No capacity',
  reason_outside_territory: 'Outside the territory',
  reason_outside_expertise: 'Outside the expertise',
  reason_already_our_customer: 'Already their customer',
  reason_conflict_of_interest: 'Conflict of interest',
  reason_customer_problem_unclear: 'The customer’s problem is unclear',
  reason_next_steps_unclear: 'The next steps are unclear',
  reason_unable_to_support: 'Unable to support it',
  reason_spam: 'Spam',

  // Keyboard
  key_move: 'Next and previous lead',
  key_open: 'Open the lead',
  key_select: 'Select the lead',
  key_search: 'Search',
  key_offer: 'Offer to a partner',
  key_withdraw: 'Withdraw',
  key_new: 'New lead',
  key_import: 'Import',
  key_leave: 'Close the lead, clear the selection',
  key_help: 'This list',
  shortcutsOn: 'Single-letter shortcuts',

  // Why something did not take effect
  problem_version_conflict: 'Somebody changed this lead meanwhile. Look at it again and repeat the act.',
  problem_forbidden: 'Your role does not allow this.',
  problem_scope_missing: 'This page may not do that.',
  problem_lead_not_found: 'This lead is no longer there, or you may not see it.',
  problem_lead_not_routable: 'This lead cannot be offered in its present status.',
  problem_lead_already_offered: 'A partner already has an open offer of this lead. Withdraw it first.',
  problem_lead_read_only: 'This lead has ended and can no longer be changed.',
  problem_lead_account_locked: 'Another partner is already working with this customer.',
  problem_lead_consent_required: 'Contact data needs consent before it can be shared. Record the consent, or leave the contact out.',
  problem_partner_not_eligible: 'This partner cannot take the lead under the rules.',
  problem_lead_offer_status_conflict: 'The offer is no longer in a status that allows this.',
  problem_input_invalid: 'Some fields are not right. Correct them and send it again.',
};
