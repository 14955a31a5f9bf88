import type {NewActivity, NextStep} from '@portico/contract';
import {insertActivity, type ActivityEntry} from '../activity/activity.queries.ts';
import {idleByOf} from '../lead-offer/deadline.rules.ts';
import type {HeldOffer, OfferChanges} from '../lead-offer/held-offer.queries.ts';
import {changeLead, changeOffer, moveOffer, openOffersOf, type Doer, type LeadCase} from './lead-case.ts';
import {tellOfLead, tellOfOffer} from './news.ts';

/**
 * Logs what a partner did for a lead: starts the idle clock again, and the first contact puts the lead in work.
 *
 * @param entry.nextStep - Replaces the next step, clears it when `null`, leaves it when left out.
 * @returns Id of the entry.
 */
export async function logActivity(held: LeadCase, offer: HeldOffer, entry: NewActivity & {readonly nextStep?: NextStep | null | undefined}, by: Doer): Promise<string> {
  const {policy} = held.program;
  const occurredAt = notAfter(entry.occurredAt, held.now);
  const id = await insertActivity(held.scope, {
    ...entryOf(held, entry, by),
    leadOfferId: offer.id,
    occurredAt,
    ...(entry.internal ? {visibility: 'partner_internal', partnerOrgId: offer.partnerOrgId} : {visibility: 'shared'}),
  });
  const clocks = {last_activity_at: held.now, idle_by: idleByOf(policy, Date.parse(held.now)), reminders_sent: 0, unread: false};
  const changes: OfferChanges = entry.nextStep === undefined ? clocks : {...clocks, next_step: entry.nextStep?.text ?? null, next_step_due: entry.nextStep?.dueOn ?? null};
  const isFirstContact = offer.status === 'accepted' && entry.kind !== 'note';
  // A call made before accepting was made on somebody else's time: speed to lead counts from acceptance.
  const contactAt = offer.acceptedAt !== null && occurredAt < offer.acceptedAt ? offer.acceptedAt : occurredAt;
  const changed = isFirstContact ? await moveOffer(held, offer, 'contact', {by, changes: {...changes, first_contact_at: contactAt}}) : await changeOffer(held, offer, changes);
  if (!isFirstContact) tellOfOffer(held.news, changed, 'log_activity');
  held.news.changes.push({resource: 'activity', id, action: 'create', partnerOrgId: offer.partnerOrgId, personId: changed.assigneeId, toVendor: !entry.internal, changes: {kind: entry.kind}});
  tellOfLead(held.news, held.lead.id, 'log_activity');
  await changeLead(held, isFirstContact ? {status: 'working'} : {});
  return id;
}

/**
 * Notes something from the vendor's side. What is not internal goes to the partner who has the lead, or to the offer it was written on, and is news there.
 *
 * @returns Id of the entry.
 */
export async function noteOnLead(held: LeadCase, entry: NewActivity, {by, offer}: {readonly by: Doer; readonly offer?: HeldOffer}): Promise<string> {
  const place = offer ?? openOffersOf(held).at(-1);
  const id = await insertActivity(held.scope, {
    ...entryOf(held, entry, by),
    leadOfferId: place?.id ?? null,
    occurredAt: notAfter(entry.occurredAt, held.now),
    visibility: entry.internal || !place ? 'vendor_internal' : 'shared',
  });
  const isNews = place !== undefined && !entry.internal;
  if (isNews) tellOfOffer(held.news, await changeOffer(held, place, {unread: true}), 'note');
  held.news.changes.push({resource: 'activity', id, action: 'create', ...(isNews ? {partnerOrgId: place.partnerOrgId, personId: place.assigneeId} : {}), changes: {kind: entry.kind}});
  tellOfLead(held.news, held.lead.id, 'note');
  await changeLead(held);
  return id;
}

function entryOf({lead}: LeadCase, {kind, body}: NewActivity, {side, personId}: Doer): Pick<ActivityEntry, 'leadId' | 'kind' | 'side' | 'authorId' | 'body'> {
  return {leadId: lead.id, kind, side, authorId: personId, body};
}

/** An instant in the form of the wire, and never later than now. */
function notAfter(instant: string | undefined, now: string): string {
  const text = instant === undefined ? now : new Date(instant).toISOString();
  return text < now ? text : now;
}
