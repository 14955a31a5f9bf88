import {dealCan, dealTransitions, dealTabOf, type DealActivity, type DealEvent} from '@portico/contract';
import {claimedProducts, isClosedTo, isInReview, isProtected, keysOf, productsOf, protectedRival, rivalsOf, standingOf} from './deal-queue.ts';
import type {DealRow} from './deal-rows.ts';
import type {Doer} from './lead-flow.ts';
import {recordDeal} from './points-flow.ts';
import {problem} from './problem.ts';
import type {ChangeAudience, Store} from './store.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface Move {
  /** What the event brings besides what the table says. */
  readonly changes?: Partial<DealRow>;
  /** Written into the story. */
  readonly data?: Record<string, string>;
  /** The person's own words. */
  readonly body?: string | undefined;
  /** `null` writes nothing. */
  readonly event?: string | null;
  readonly audience?: ChangeAudience;
}

/**
 * Lets something happen to a registration, by the contract's table: its status, times, story and queue change together.
 *
 * @throws MockProblem `deal_status_conflict`.
 */
export function moveDeal(store: Store, deal: DealRow, event: DealEvent, by: Doer, {changes = {}, data = {}, body = '', event: name = event, audience = {}}: Move = {}): DealRow {
  if (!dealCan(event, deal.status)) throw problem('deal_status_conflict');
  const {to} = dealTransitions[event];
  const status = to ?? deal.status;
  // What is known from before is written from the row as it was.
  store.dealStory(deal.id);
  const isEnd = to !== null && dealTabOf(status) === 'closed';
  const moved = store.update(store.data.deals, deal, {
    status,
    ...(isEnd ? {endedAt: deal.endedAt ?? store.now(), reviewDueAt: null, infoRequest: null, progressDueAt: null} : {}),
    ...(event === 'win' ? {closesQueueTo: store.receipts.length} : {}),
    ...changes,
  });
  store.change('deal_registration', moved.id, audience);
  if (name !== null) tellStory(store, moved, name, by, {data, body});
  const wasProtected = isProtected(deal) && !isProtected(moved);
  if (wasProtected) closeOpenChanges(store, moved);
  if (event === 'win') tellTooLate(store, moved);
  // A win that is taken back was in the way until now.
  else if (event === 'void' || wasProtected || (isInReview(deal) && !isInReview(moved) && !isProtected(moved))) tellNext(store, deal);
  recordDeal(store, event, moved);
  return moved;
}

/** Writes an event into a registration's story. */
export function tellStory(store: Store, deal: DealRow, event: string, by: Doer, {data = {}, body = '', visibility = 'shared'}: {data?: Record<string, string>; body?: string | undefined; visibility?: DealActivity['visibility']} = {}): DealActivity {
  return store.writeDeal({dealRegistrationId: deal.id, kind: 'event', visibility, side: by?.side ?? 'system', author: by?.person ?? null, body, event, data});
}

/** Puts a submission into the queue. */
export function enqueue(store: Store, by: Doer): Partial<DealRow> {
  return {submittedAt: store.now(), queueNumber: store.receipts.length + 1, submittedById: by?.person?.id ?? null, reviewDueAt: store.at(store.data.program.dealPolicy.reviewSlaHours * hourMs), reviewLeftMs: null, infoRequest: null};
}

/**
 * Approves for good: the protection begins, and what it brings is fixed.
 *
 * @throws MockProblem `deal_already_protected`, `deal_status_conflict`.
 */
export function protectDeal(store: Store, deal: DealRow, by: Doer, {changes = {}, body}: Pick<Move, 'changes' | 'body'> = {}): DealRow {
  if (protectedRival(store, deal)) throw problem('deal_already_protected');
  const {protectionDays, progressWindowDays, stages, levelBenefits} = store.data.program.dealPolicy;
  const {levelId} = store.data.partnerOrgs.get(deal.partnerOrgId)?.partnership ?? {levelId: null};
  const benefit = levelBenefits.find(each => each.levelId === levelId);
  const now = store.now();
  const approved = moveDeal(store, deal, 'approve', by, {
    changes: {
      decidedAt: now,
      reviewDueAt: null,
      protectedFrom: now,
      protectedUntil: protectionDays === null ? null : store.at(protectionDays * dayMs),
      progressDueAt: progressWindowDays === null ? null : store.at(progressWindowDays * dayMs),
      protectedProducts: productsOf(deal),
      benefits: {levelName: store.data.program.levels.find(({id}) => id === levelId)?.name ?? null, marginPercent: benefit?.marginPercent ?? null, priceList: benefit?.priceList ?? null},
      stage: deal.stage ?? stages[0]?.key ?? null,
      probability: deal.probability ?? stages[0]?.probability ?? null,
      stageChangedAt: now,
      movedAt: now,
      ...changes,
    },
    body,
  });
  // Whoever waits for the same customer is behind from now on.
  for (const other of rivalsOf(store, keysOf(approved), claimedProducts(approved), approved.id)) if (isInReview(other)) store.change('deal_registration', other.id);
  return approved;
}

/** When the present progress window ends; `null` when the programme asks for none. */
export function progressDue(store: Store, deal: DealRow): Partial<DealRow> {
  const {progressWindowDays} = store.data.program.dealPolicy;
  return progressWindowDays === null || !isProtected(deal) ? {} : {progressDueAt: store.at(progressWindowDays * dayMs)};
}

/** A request about a protection ends with it. */
function closeOpenChanges(store: Store, deal: DealRow): void {
  const open = store.data.dealChanges.values().filter(change => change.dealRegistrationId === deal.id && change.status === 'requested');
  for (const change of open) store.update(store.data.dealChanges, change, {status: 'withdrawn', decidedAt: store.now()});
  if (open.length > 0) store.change('deal_registration', deal.id);
}

/** Tells the next in the queue that nobody is ahead of them any more; others hear only that their place may have moved. */
function tellNext(store: Store, gone: DealRow): void {
  const waiting = rivalsOf(store, keysOf(gone), claimedProducts(gone), gone.id);
  if (waiting.some(isProtected)) return;
  const wasAhead = waiting.filter(other => isProtected(gone) || (gone.status === 'won' ? isClosedTo(gone, other) : (gone.queueNumber ?? 0) < (other.queueNumber ?? 0)));
  for (const other of wasAhead) {
    if (standingOf(store, other) === 'first') tellStory(store, other, 'next_in_queue', null);
    else store.change('deal_registration', other.id);
  }
}

/** Tells those that wait for what was just sold; the vendor still decides about each. */
function tellTooLate(store: Store, won: DealRow): void {
  for (const other of rivalsOf(store, keysOf(won), claimedProducts(won), won.id)) {
    if (isInReview(other) && isClosedTo(won, other)) tellStory(store, other, 'customer_decided', null);
  }
}

/** Ends what has run out by itself: information that was not given, and protections. */
export function endDealIfDue(store: Store, deal: DealRow): DealRow {
  const now = store.clock.now();
  const isPast = (instant: string | null | undefined) => instant !== undefined && instant !== null && Date.parse(instant) <= now;
  if (deal.status === 'action_required' && isPast(deal.infoRequest?.dueAt)) return moveDeal(store, deal, 'lapse', null, {changes: {endedAt: deal.infoRequest?.dueAt ?? store.now()}});
  if (!isProtected(deal)) return deal;
  if (isPast(deal.progressDueAt) && !isPast(deal.protectedUntil)) return moveDeal(store, deal, 'expire', null, {changes: {endReason: 'no_progress'}, data: {reason: 'no_progress'}});
  return isPast(deal.protectedUntil) ? moveDeal(store, deal, 'expire', null) : remind(store, deal);
}

/** Does everything about registrations that is due now, in the order in which it fell due. */
export function sweepDeals(store: Store): void {
  const dueOf = ({infoRequest, protectedUntil, progressDueAt}: DealRow) => Math.min(...[infoRequest?.dueAt, protectedUntil, progressDueAt].flatMap(instant => (instant === undefined || instant === null ? [] : [Date.parse(instant)])));
  const waiting = store.data.deals.values().filter(deal => deal.status === 'action_required' || isProtected(deal));
  for (const {id} of waiting.toSorted((a, b) => dueOf(a) - dueOf(b))) {
    const deal = store.data.deals.get(id);
    if (deal) endDealIfDue(store, deal);
  }
}

function remind(store: Store, deal: DealRow): DealRow {
  if (deal.protectedUntil === null) return deal;
  const daysLeft = (Date.parse(deal.protectedUntil) - store.clock.now()) / dayMs;
  const [reached] = store.data.program.dealPolicy.expiryReminderDays.filter(days => days >= daysLeft).toSorted((a, b) => a - b);
  if (reached === undefined || (deal.remindedDays !== null && deal.remindedDays <= reached)) return deal;
  const reminded = store.data.deals.set({...deal, remindedDays: reached});
  tellStory(store, reminded, 'expiry_reminder', null, {data: {at: deal.protectedUntil}});
  return reminded;
}
