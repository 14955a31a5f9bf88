import {dealCan, dealTabOf, dealTransitions, type DealContact, type DealCustomer, type DealEvent, type DealLine, type DealStatus} from '@portico/contract';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import type {News} from '../lead-flow/news.ts';
import {problem} from '../problem.ts';
import {isProtected, isReviewed, nextDueAt, nextNoticeAt, resumedReviewDueAt, reviewDueAtOf, reviewLeftMs} from './deal-clock.rules.ts';
import {getDealPartner, getDealProgram} from './deal-program.queries.ts';
import {actsOfDeal} from './deal-acts.rules.ts';
import {derivedColumnsOf} from './deal-search.rules.ts';
import {tellDealStory, tellOfDeal, type Doer} from './deal-story.ts';
import type {DealCase} from './held-case.ts';
import {lockDeal, updateDeal, type DealChanges, type HeldDeal} from './held-deal.queries.ts';
import {lastPlaceOf, leaveQueue} from './queue.ts';

/*
 * How things happen to a registration. Whoever acts for a person goes through `actOnDeal` (act-on-deal.ts), which opens the case, checks what the
 * person may see and do, and announces; the clock opens it itself. Inside, `moveDeal` lets an event of the table happen, `changeDeal` changes columns without one, and
 * `tellDealStory` and `tellOfDeal` (deal-story.ts) write the story and remember to announce, `publishDealNews` does. `protectDeal` (protect-deal.ts) starts a protection; it
 * ends by itself in `moveDeal`.
 */

export type {DealCase} from './held-case.ts';
export {publishDealNews, tellDealStory, tellOfDeal, theClock, type Doer} from './deal-story.ts';

/**
 * Locks a registration and reads what belongs to it.
 *
 * @param scope - Of the system (`elevated`, or the clock's own).
 * @param news - What is announced at the end: `startNews()` before, `publishDealNews` last.
 */
export async function openDeal(scope: Scope, news: News, id: string): Promise<DealCase | undefined> {
  const deal = await lockDeal(scope, id);
  return deal && caseOf(scope, news, deal);
}

/** A case of a registration that is locked already, or was made in this transaction. */
export async function caseOf(scope: Scope, news: News, deal: HeldDeal): Promise<DealCase> {
  return {scope, news, deal, partner: await getDealPartner(scope, deal.partner_org_id), program: await getDealProgram(scope), now: nowText(scope.context)};
}

/**
 * Changes columns (JSON as text) and writes what follows from them: keys of the customer, words to search, when it moved last, what the clock does next. Pass
 * `remind_at: null` when what was to be told has been told.
 */
export async function changeDeal(held: DealCase, changes: DealChanges): Promise<HeldDeal> {
  const after = {...held.deal, ...changes} as HeldDeal;
  if (after.partner_org_id !== held.partner.id) held.partner = await getDealPartner(held.scope, after.partner_org_id);
  const isTold = 'remind_at' in changes || after.status !== held.deal.status || held.deal.remind_at === null || held.deal.remind_at > held.now;
  // What should have been told by now and was not is still told, unless the occasion is over.
  const remindAt = nextNoticeAt(after, held.program.policy, isTold ? held.now : justBefore(held.deal.remind_at));
  const planned = {remind_at: remindAt, due_at: nextDueAt({...after, remind_at: remindAt})};
  held.deal = await updateDeal(held.scope, held.deal.deal_registration_id, {...changes, ...planned, ...derivedOf(held, changes), ...movedOf(held, after), updated_at: held.now});
  return held.deal;
}

/** What comes with an event. */
export interface Doing {
  readonly by: Doer;
  /** Columns that change besides the status and what follows from it. */
  readonly changes?: DealChanges;
  /** For the story: codes and names, no sentences, nothing that one side may not know. */
  readonly data?: Readonly<Record<string, string>>;
  /** Kept as `end_reason` when the event ends the registration. */
  readonly reason?: string | null | undefined;
  /** Kept as `end_comment` when the event ends the registration; else it is the story's. */
  readonly comment?: string | null | undefined;
  /** Who reads the event in the story; `shared` unless said. */
  readonly visibility?: 'shared' | 'vendor_internal';
}

/**
 * Lets an event happen: checks it against the table, writes the new status and everything that follows from it (`ended_at` and reasons, `decided_at`, the vendor's clock
 * that stops while information is wanted, `info_request` that ends with it, what the clock does next), writes the story and remembers to announce. When the
 * registration leaves the queue or its protection ends, the protection is released and whoever is first now is told; of a win, all who waited for the same.
 *
 * @throws ProblemError `deal_status_conflict`.
 */
export async function moveDeal(held: DealCase, event: DealEvent, {by, changes = {}, data = {}, reason = null, comment = null, visibility}: Doing): Promise<HeldDeal> {
  const before = held.deal;
  if (!dealCan(event, before.status)) throw problem('deal_status_conflict');
  const status: DealStatus = dealTransitions[event].to ?? before.status;
  const consequences = status === before.status ? {} : {status, ...clockOf(held, status), ...endOf(held, status, {reason, comment}), ...(isDecision(event) ? {decided_at: held.now} : {}), ...(event === 'win' ? {closes_queue_to: await lastPlaceOf(held.scope)} : {})};
  const moved = await changeDeal(held, {...consequences, ...changes});
  const words = {...data, ...(reason === null ? {} : {reason})};
  await tellDealStory(held, event, {by, data: words, ...(comment ? {body: comment} : {}), ...(visibility ? {visibility} : {})});
  tellOfDeal(held, event, {...(status === before.status ? {} : {status: [before.status, status]}), ...words}, before);
  await leaveQueue(held, before, event);
  held.news.acts.push(...actsOfDeal(event, moved, held.now));
  return moved;
}

/** The vendor's time to answer stops while information is wanted, goes on when it came, and is over with a decision. */
function clockOf({deal, program, now}: DealCase, status: DealStatus): DealChanges {
  const clock = {calendar: program.calendar, timeZone: program.timeZone};
  if (status === 'action_required') return {review_due_at: null, review_left_ms: deal.review_due_at === null ? null : reviewLeftMs(deal.review_due_at, now, clock)};
  const asked = {info_request: null, info_due_at: null};
  if (!isReviewed(status)) return {...asked, review_due_at: null, review_left_ms: null, step_due_at: null};
  if (deal.status !== 'action_required') return deal.review_due_at === null ? {...asked, review_due_at: reviewDueAtOf(program.policy, now, clock)} : asked;
  return {...asked, review_left_ms: null, review_due_at: deal.review_left_ms === null ? reviewDueAtOf(program.policy, now, clock) : resumedReviewDueAt(deal.review_left_ms, now, clock)};
}

function endOf({now}: DealCase, status: DealStatus, {reason, comment}: {readonly reason: string | null; readonly comment: string | null}): DealChanges {
  if (dealTabOf(status) === 'closed') return {ended_at: now, end_reason: reason, end_comment: comment};
  return {ended_at: null, end_reason: null, end_comment: null, ...(isProtected(status) || isReviewed(status) ? {} : {decided_at: null})};
}

const saying = ['number', 'external_id', 'name', 'customer', 'contact', 'lines', 'partner_org_id'] as const;

function derivedOf({deal, partner}: DealCase, changes: DealChanges): DealChanges {
  if (!saying.some(column => column in changes)) return {};
  const {number, external_id, name} = {...deal, ...changes} as HeldDeal;
  const json = <T>(column: 'customer' | 'contact' | 'lines'): T => (column in changes ? JSON.parse(String(changes[column])) : deal[column]) as T;
  return derivedColumnsOf({number, external_id, name, customer: json<DealCustomer>('customer'), contact: json<DealContact>('contact'), lines: json<DealLine[]>('lines'), partnerName: partner.name});
}

function movedOf({deal, now}: DealCase, after: HeldDeal): DealChanges {
  return after.stage !== deal.stage || after.expected_close_on !== deal.expected_close_on ? {moved_at: now} : {};
}

function isDecision(event: DealEvent): boolean {
  return event === 'approve' || event === 'reject' || event === 'mark_duplicate';
}

function justBefore(instant: string | null): string {
  return instant === null ? '' : new Date(Date.parse(instant) - 1).toISOString();
}
