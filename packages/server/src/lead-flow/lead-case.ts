import type {LeadOfferEvent} from '@portico/contract';
import {insertActivity} from '../activity/activity.queries.ts';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {lockLead, updateLead, type HeldLead, type LeadChanges} from '../lead/held-lead.queries.ts';
import {scheduleOf} from '../lead-offer/deadline.rules.ts';
import {getOffersOf, updateOffer, type HeldOffer, type OfferChanges} from '../lead-offer/held-offer.queries.ts';
import {isOpen, statusAfter, statusProblemOf} from '../lead-offer/lead-offer.rules.ts';
import {problem} from '../problem.ts';
import {getLeadProgram, type LeadProgram} from './lead-program.queries.ts';
import {actOfOffer} from './lead-acts.rules.ts';
import {tellOfLead, tellOfOffer, type News} from './news.ts';

/** A lead with all of its offers under one lock, while something happens to it. `lead` and `offers` are always as they are in the database. */
export interface LeadCase {
  /** Of the system: it sees other partners' rows. */
  readonly scope: Scope;
  readonly news: News;
  readonly program: LeadProgram;
  /** ISO text; one instant for everything that happens. */
  readonly now: string;
  lead: HeldLead;
  offers: HeldOffer[];
}

/** Who makes something happen. */
export interface Doer {
  readonly side: 'vendor' | 'partner' | 'system';
  readonly personId: string | null;
}

export const theClock: Doer = {side: 'system', personId: null};

/** Locks a lead and reads what belongs to it. */
export async function openCase(scope: Scope, news: News, leadId: string): Promise<LeadCase | undefined> {
  const lead = await lockLead(scope, leadId);
  if (!lead) return undefined;
  return {scope, news, lead, offers: await getOffersOf(scope, leadId), program: await getLeadProgram(scope), now: nowText(scope.context)};
}

export function openOffersOf({offers}: LeadCase): HeldOffer[] {
  return offers.filter(({status}) => isOpen(status));
}

/** Changes the lead; its deadline follows its open offers. */
export async function changeLead(held: LeadCase, changes: LeadChanges = {}): Promise<HeldLead> {
  const deadlines = openOffersOf(held).flatMap(({deadlineAt}) => deadlineAt ?? []);
  held.lead = await updateLead(held.scope, held.lead.id, {...changes, due_at: deadlines.toSorted()[0] ?? null, updated_at: held.now});
  return held.lead;
}

/**
 * Lets an event happen to an offer: checks it against the table, writes the new status with what comes with it, plans what the clock does next, writes the story
 * and remembers to tell. The lead is left to the caller.
 *
 * @param doing.changes - Columns that change besides the status.
 * @param doing.data - For the story: codes and names, no sentences.
 * @throws ProblemError `lead_offer_status_conflict`.
 */
export async function moveOffer(held: LeadCase, offer: HeldOffer, event: LeadOfferEvent, doing: {readonly by: Doer; readonly changes?: OfferChanges; readonly data?: Record<string, string>; readonly wholeOrg?: boolean}): Promise<HeldOffer> {
  const refusal = statusProblemOf(event, offer.status);
  if (refusal) throw problem(refusal);
  const status = statusAfter(event, offer.status);
  const ending = isOpen(status) ? {} : {ended_at: held.now};
  const moved = await changeOffer(held, offer, {status, ...ending, ...doing.changes});
  await tellStory(held, event, {offer: moved, by: doing.by, ...(doing.data ? {data: doing.data} : {})});
  tellOfOffer(held.news, moved, event, {status: [offer.status, status], ...doing.data}, {wholeOrg: doing.wholeOrg ?? false});
  tellOfLead(held.news, held.lead.id, event);
  held.news.acts.push(...actOfOffer(event, {offer: moved, lead: held.lead, by: doing.by, now: held.now}));
  return moved;
}

/** Changes an offer's columns and plans what the clock does next. */
export async function changeOffer(held: LeadCase, offer: HeldOffer, changes: OfferChanges): Promise<HeldOffer> {
  const after = {...offer, ...clocksIn(changes)};
  const schedule = scheduleOf(after, held.program.policy, Date.parse(held.now));
  const moved = await updateOffer(held.scope, offer.id, {...changes, remind_at: schedule.remindAt, remind_kind: schedule.remindKind, due_at: schedule.dueAt, updated_at: held.now});
  held.offers = held.offers.map(other => (other.id === moved.id ? moved : other));
  return moved;
}

/** Writes an event into the story: of an offer, for both sides, or of the lead alone, for the vendor. */
export async function tellStory(held: LeadCase, event: string, {offer, by, data}: {readonly offer?: HeldOffer; readonly by: Doer; readonly data?: Record<string, string>}): Promise<void> {
  await insertActivity(held.scope, {
    leadId: held.lead.id,
    leadOfferId: offer?.id ?? null,
    kind: 'event',
    visibility: offer ? 'shared' : 'vendor_internal',
    side: by.side,
    authorId: by.personId,
    event,
    ...(data ? {data} : {}),
  });
}

/** The part of column changes that the clocks hang on, by the names of `OfferClocks`. */
function clocksIn(changes: OfferChanges): Partial<HeldOffer> {
  const names = {status: 'status', accept_by: 'acceptBy', accepted_at: 'acceptedAt', last_activity_at: 'lastActivityAt', act_by: 'actBy', idle_by: 'idleBy'} as const;
  return Object.fromEntries(Object.entries(names).flatMap(([column, name]) => (column in changes ? [[name, changes[column as keyof typeof names]]] : [])));
}
