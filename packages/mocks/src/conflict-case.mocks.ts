import type {Api, ConflictCase, ConflictResolution} from '@portico/contract';
import {findDeal, isOfManager} from './deal-access.ts';
import {moveDeal, protectDeal} from './deal-flow.ts';
import {isInReview, isProtected} from './deal-queue.ts';
import type {ConflictRow, DealRow} from './deal-rows.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {problem} from './problem.ts';
import type {Store} from './store.ts';

const dayMs = 86_400_000;
const byAge = newestBy((each: ConflictRow) => each.createdAt);

type Entry = ConflictRow['entries'][number];

export const conflictCaseMocks: MockHandlers<Api['conflictCases']> = {
  list(input, scope) {
    const found = scope.store.data.conflicts.values().filter(each => isVisible(scope, each) && (input.dealRegistrationId === undefined || isAbout(scope, each, input.dealRegistrationId)));
    const {items, page} = pageOf(sortRows(found, byAge), byAge, input, input);
    return {items: items.map(each => show(scope, each)), page};
  },
  get: ({id}, scope) => show(scope, findCase(scope, id)),
  create({firstId, secondId, comment}, scope) {
    const {store} = scope;
    const pair = [findDeal(scope, firstId), findDeal(scope, secondId)] as const;
    // Whoever submitted earlier is the first side, whichever was named first.
    const [first, second] = (pair[0].queueNumber ?? Infinity) <= (pair[1].queueNumber ?? Infinity) ? pair : [pair[1], pair[0]];
    const invalid = (code: string, message: string) => problem('input_invalid', {errors: [{pointer: '/secondId', code, message}]});
    if (first.id === second.id) throw invalid('same', 'Must be another registration.');
    if (!isOpen(first) || !isOpen(second)) throw problem('deal_status_conflict');
    if (first.partnerOrgId === second.partnerOrgId) throw invalid('same_partner', 'Must be a registration of another partner.');
    if (store.data.conflicts.values().some(each => each.status !== 'resolved' && each.firstId === first.id && each.secondId === second.id)) throw problem('conflict_case_open');
    const now = store.now();
    const opened = store.data.conflicts.set({
      id: store.newId('conflictCase'),
      status: 'open',
      firstId: first.id,
      secondId: second.id,
      firstOrgId: first.partnerOrgId,
      secondOrgId: second.partnerOrgId,
      resolution: null,
      firstSharePercent: null,
      entries: [{at: now, side: 'vendor', event: 'opened', text: comment}],
      evidenceDueAt: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    return tell(scope, opened);
  },
  move({to, comment, ...input}, scope) {
    const {store} = scope;
    const found = lockCase(scope, input);
    if (found.status === to) throw problem('conflict_status_conflict');
    const event = to === 'evidence' ? 'evidence_asked' : to;
    const evidenceDueAt = to === 'evidence' ? store.at(store.data.program.dealPolicy.infoDueDays * dayMs) : found.evidenceDueAt;
    return tell(scope, store.update(store.data.conflicts, found, {status: to, evidenceDueAt, entries: withEntry(scope, found, {side: 'vendor', event, text: comment ?? null})}));
  },
  state({text, ...input}, scope) {
    const {store} = scope;
    const found = lockCase(scope, input);
    // A statement leaves the version alone, so that the other side does not see it move.
    const stated = store.data.conflicts.set({...found, entries: withEntry(scope, found, {side: sideOf(scope, found), event: 'statement', text})});
    store.change('conflict_case', stated.id, {onlyPartnerOrgId: scope.viewer.partnerOrgId});
    return show(scope, stated);
  },
  resolve({resolution, firstSharePercent, comment, ...input}, scope) {
    const {store} = scope;
    const found = lockCase(scope, input);
    if ((resolution === 'split') !== (firstSharePercent !== undefined)) throw problem('input_invalid', {errors: [{pointer: '/firstSharePercent', code: resolution === 'split' ? 'required' : 'not_allowed', message: 'A split, and nothing else, has a share.'}]});
    const carryOut = planFor(scope, found, resolution);
    const resolved = store.update(store.data.conflicts, found, {status: 'resolved', resolution, firstSharePercent: firstSharePercent ?? null, entries: withEntry(scope, found, {side: 'vendor', event: 'resolved', text: comment})});
    carryOut();
    store.change('conflict_case', resolved.id);
    return show(scope, resolved);
  },
};

const losersOf = {first_keeps: ['secondId'], second_takes: ['firstId'], direct: ['firstId', 'secondId'], split: [], none: []} as const satisfies Record<ConflictResolution, readonly ('firstId' | 'secondId')[]>;

/**
 * What a decision means for both registrations: whoever loses ends first; when the second takes the deal, it is approved at once; when they share it and one is
 * protected, the other is approved beside it.
 *
 * @throws MockProblem `conflict_status_conflict`, before anything is done.
 */
function planFor(scope: Scope, held: ConflictRow, resolution: ConflictResolution): () => void {
  const {store, viewer} = scope;
  const losers = losersOf[resolution].flatMap(side => store.data.deals.get(held[side]) ?? []);
  const [first, second] = [store.data.deals.get(held.firstId), store.data.deals.get(held.secondId)];
  const shared = resolution !== 'split' ? undefined : first && isProtected(first) ? second : second && isProtected(second) ? first : undefined;
  const winner = resolution === 'second_takes' ? second : shared;
  if (losers.some(({status}) => status === 'converted' || status === 'won')) throw problem('conflict_status_conflict', {detail: 'A registration that would have to end has become an opportunity of the vendor.'});
  if (winner && !isProtected(winner) && !['submitted', 'under_review', 'pending_approval'].includes(winner.status)) throw problem('conflict_status_conflict', {detail: 'The registration that would be approved has ended, or waits for information.'});
  return () => {
    for (const deal of losers) if (isOpen(deal)) moveDeal(store, deal, 'cancel', viewer, {changes: {endReason: resolution === 'direct' ? 'direct_sales_active' : 'duplicate'}});
    if (resolution === 'split') for (const id of [held.firstId, held.secondId]) store.change('deal_registration', id);
    if (!winner || isProtected(winner)) return;
    const taken = winner.status === 'submitted' ? moveDeal(store, winner, 'assign', viewer, {changes: {reviewerId: viewer.person?.id ?? null}}) : winner;
    protectDeal(store, taken, viewer);
  };
}

/** Ends the time for evidence that is over: what is not there is not waited for, and both partners and the vendor hear that the case goes on. */
export function sweepConflicts(store: Store): void {
  for (const late of store.data.conflicts.values().filter(({status, evidenceDueAt}) => status === 'evidence' && evidenceDueAt !== null && Date.parse(evidenceDueAt) <= store.clock.now())) {
    store.update(store.data.conflicts, late, {status: 'mediation', entries: [...late.entries, {at: store.now(), side: 'vendor', event: 'evidence_closed', text: null}]});
    store.change('conflict_case', late.id);
  }
}

function isOpen(deal: DealRow): boolean {
  return isInReview(deal) || isProtected(deal);
}

function isVisible({store, viewer}: Scope, {firstOrgId, secondOrgId}: ConflictRow): boolean {
  if (viewer.side === 'vendor') return isOfManager(store, viewer, firstOrgId) || isOfManager(store, viewer, secondOrgId);
  return viewer.seesWholeOrg && (viewer.partnerOrgId === firstOrgId || viewer.partnerOrgId === secondOrgId);
}

/** A partner finds a case by its own registration only. */
function isAbout({viewer}: Scope, {firstId, secondId, firstOrgId}: ConflictRow, dealId: string): boolean {
  if (viewer.side === 'vendor') return firstId === dealId || secondId === dealId;
  return dealId === (firstOrgId === viewer.partnerOrgId ? firstId : secondId);
}

function findCase(scope: Scope, id: string): ConflictRow {
  const found = scope.store.data.conflicts.get(id);
  if (!found || !isVisible(scope, found)) throw problem('conflict_case_not_found');
  return found;
}

function lockCase(scope: Scope, {id, version}: {id: string; version: number}): ConflictRow {
  const found = findCase(scope, id);
  if (found.version !== version) throw problem('version_conflict', {current: show(scope, found)});
  if (found.status === 'resolved') throw problem('conflict_status_conflict');
  return found;
}

function sideOf({viewer}: Scope, {firstOrgId}: ConflictRow): Entry['side'] {
  return viewer.side === 'vendor' ? 'vendor' : viewer.partnerOrgId === firstOrgId ? 'first' : 'second';
}

function withEntry({store}: Scope, {entries}: ConflictRow, entry: Omit<Entry, 'at'>): Entry[] {
  return [...entries, {at: store.now(), ...entry}];
}

function tell(scope: Scope, changed: ConflictRow): ConflictCase {
  const {store} = scope;
  store.change('conflict_case', changed.id);
  for (const id of [changed.firstId, changed.secondId]) store.change('deal_registration', id, {side: 'vendor'});
  return show(scope, changed);
}

/** A case as its reader sees it: a partner reads its own statements and what is neutral, and never who the other is or what it said. */
function show(scope: Scope, row: ConflictRow): ConflictCase {
  const {firstId, secondId, firstOrgId: _first, secondOrgId: _second, ...found} = row;
  if (scope.viewer.side === 'vendor') return {...found, dealRegistrationId: firstId, otherDealRegistrationId: secondId, entries: [...row.entries]};
  const own = sideOf(scope, row);
  const entries = row.entries.filter(({side}) => side === 'vendor' || side === own);
  return {
    ...found,
    dealRegistrationId: own === 'first' ? firstId : secondId,
    otherDealRegistrationId: null,
    // Of the decision they read what it means for them in their registration; a split is theirs to know.
    resolution: row.resolution === 'split' ? 'split' : null,
    firstSharePercent: row.firstSharePercent === null || own === 'first' ? row.firstSharePercent : 100 - row.firstSharePercent,
    entries: entries.map(entry => (entry.side === 'vendor' ? {...entry, text: null} : {...entry, side: 'you'})),
  };
}
