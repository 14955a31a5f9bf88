import type {Api, Board, BoardDispute, BoardPrize, BoardResult} from '@portico/contract';
import {viewOfBoard, type Ranked} from '@portico/contract/board-rules';
import {periodAt, periodBefore, type Period} from '@portico/contract/period';
import {findBoard, fieldOf, isVisible, rankingOf, rowsOf, talliesOf} from './board.mocks.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {problem} from './problem.ts';
import type {ResultRow} from './standing.ts';
import type {Store} from './store.ts';

const latest = newestBy<BoardResult>(({period}) => period.from ?? '');
const latestDispute = newestBy<BoardDispute>(({createdAt}) => createdAt);

export const boardResultMocks: MockHandlers<Api['boardResults']> = {
  list({boardId, ...input}, scope) {
    const rows = seen(scope).filter(row => boardId === undefined || row.boardId === boardId).map(row => toResult(scope, row));
    return pageOf(sortRows(rows, latest), latest, input, {...input, boardId});
  },
  get: ({id}, scope) => toResult(scope, find(scope, id)),
  standings({id, limit}, scope) {
    const {store, viewer} = scope;
    const row = find(scope, id);
    const board = boardOf(store, row);
    const view = viewOfBoard({...board, isNormalised: row.isNormalised}, sliceOf(scope, row), viewer.partnerOrgId, limit);
    return {
      board: {...toResult(scope, row).board, visibility: board.visibility},
      period: row.period,
      participants: view.participants,
      rows: rowsOf(store, board.id, row.period.key, view, new Map()),
      own: view.own && {...view.own, previousRank: null},
    };
  },
  freeze({boardId, at}, scope) {
    refuseManagers(scope);
    const board = findBoard(scope, boardId);
    const period = periodAt(at, board.period, board.timeZone);
    if (period.until === null || period.until > scope.store.now()) throw problem('board_period_open');
    return toResult(scope, freeze(scope.store, board, period));
  },
  verify: (input, scope) =>
    act(scope, input, ['frozen'], row => {
      if (disputesOf(scope, row).some(({status}) => status === 'open')) throw problem('board_result_disputed');
      return {status: 'verified', verifiedAt: scope.store.now()};
    }),
  award: ({prizes, ...input}, scope) => act(scope, input, ['verified', 'awarded'], () => ({status: 'awarded', awardedAt: scope.store.now(), prizes: prizes.toSorted((a, b) => a.toRank - b.toRank)})),
  dispute({text, ...input}, scope) {
    const {store, viewer} = scope;
    const row = hold(scope, input, ['frozen']);
    const org = store.data.partnerOrgs.get(viewer.partnerOrgId ?? '');
    if (!org) throw problem('forbidden');
    store.update(store.data.standing.results, row, {});
    return store.data.standing.disputes.set({id: store.newId('boardDispute'), resultId: row.id, partnerOrg: {id: org.id, name: org.name}, text, status: 'open', answer: null, createdAt: store.now(), answeredAt: null});
  },
  disputes: ({id, ...input}, scope) => pageOf(sortRows(disputesOf(scope, find(scope, id)), latestDispute), latestDispute, input, {...input, id}),
  answer({disputeId, isAccepted, answer, ...input}, scope) {
    refuseManagers(scope);
    const {store} = scope;
    const row = hold(scope, input, ['frozen']);
    const dispute = disputesOf(scope, row).find(({id, status}) => id === disputeId && status === 'open');
    if (!dispute) throw problem('board_dispute_not_found');
    store.update(store.data.standing.results, row, {});
    return store.data.standing.disputes.set({...dispute, status: isAccepted ? 'accepted' : 'rejected', answer, answeredAt: store.now()});
  },
};

function freeze(store: Store, board: Board, period: Period): ResultRow {
  const {results} = store.data.standing;
  const known = results.values().find(row => row.boardId === board.id && row.period.key === period.key);
  if (known && known.status !== 'frozen') throw problem('board_result_status_conflict');
  const earlier = periodBefore(period, board.period, board.timeZone);
  const [tallies, before] = [talliesOf(store, board, period, null), talliesOf(store, board, earlier, null)];
  const groups = board.isNormalised ? new Map([['', tallies]]) : Map.groupBy(tallies, ({partnerOrgId}) => fieldOf(store, board, partnerOrgId));
  const fields = new Map([...groups].map(([field, some]) => [field, rankingOf(store, board, some, before)] as const));
  store.change('board_result', known?.id ?? board.id);
  if (known) return store.update(results, known, {fields, isNormalised: board.isNormalised, frozenAt: store.now()});
  return results.set({id: store.newId('boardResult'), boardId: board.id, period: {key: period.key, from: period.from, until: period.until}, fields, isNormalised: board.isNormalised, status: 'frozen', prizes: [], frozenAt: store.now(), verifiedAt: null, awardedAt: null, version: 1, updatedAt: store.now()});
}

/** Freezes what is over since the boards were made. */
function sweep(store: Store): void {
  for (const board of store.data.standing.boards.values()) {
    let period = periodAt(board.createdAt, board.period, board.timeZone);
    while (period.until !== null && period.until <= store.now()) {
      const {key} = period;
      if (!store.data.standing.results.values().some(row => row.boardId === board.id && row.period.key === key)) freeze(store, board, period);
      period = periodAt(period.until, board.period, board.timeZone);
    }
  }
}

function boardOf(store: Store, {boardId}: ResultRow): Board {
  const board = store.data.standing.boards.get(boardId);
  if (!board) throw problem('board_result_not_found');
  return board;
}

function seen(scope: Scope): ResultRow[] {
  const {store, viewer} = scope;
  sweep(store);
  return store.data.standing.results.values().filter(row => {
    const board = store.data.standing.boards.get(row.boardId);
    return board !== undefined && (isVisible(scope, board) || [...row.fields.values()].flat().some(({partnerOrgId}) => partnerOrgId === viewer.partnerOrgId));
  });
}

function find(scope: Scope, id: string): ResultRow {
  const row = seen(scope).find(each => each.id === id);
  if (!row) throw problem('board_result_not_found');
  return row;
}

function sliceOf({viewer}: Scope, {fields}: ResultRow): {participants: number; rows: readonly Ranked[]} {
  const all = [...fields.values()];
  const rows = viewer.partnerOrgId === null ? all.flat() : (all.find(some => some.some(({partnerOrgId}) => partnerOrgId === viewer.partnerOrgId)) ?? []);
  return {participants: rows.length, rows};
}

function disputesOf({store, viewer}: Scope, {id}: ResultRow): BoardDispute[] {
  return store.data.standing.disputes.values().filter(({resultId, partnerOrg}) => resultId === id && (viewer.side === 'vendor' || partnerOrg.id === viewer.partnerOrgId));
}

function toResult(scope: Scope, row: ResultRow): BoardResult {
  const {store, viewer} = scope;
  const {id, name, metric, currency, minParticipants} = boardOf(store, row);
  const {participants, rows} = sliceOf(scope, row);
  const own = rows.find(({partnerOrgId}) => partnerOrgId === viewer.partnerOrgId);
  const isFew = viewer.side === 'partner' && participants < minParticipants;
  const {status, prizes, frozenAt, verifiedAt, awardedAt, version, period} = row;
  return {
    id: row.id,
    board: {id, name, metric, currency, isNormalised: row.isNormalised},
    period: {key: period.key, from: period.from, until: period.until},
    status,
    participants: isFew ? null : participants,
    own: own ? {rank: isFew ? null : own.rank, ...ownValue(own, isFew), prize: prizeOf(prizes, own.rank)} : null,
    prizes: [...prizes],
    openDisputes: disputesOf(scope, row).filter(each => each.status === 'open').length,
    frozenAt,
    verifiedAt,
    awardedAt,
    version,
  };
}

function ownValue({value, rawValue}: Ranked, isFew: boolean): {value: number | null; rawValue?: number} {
  return rawValue === undefined ? {value} : {value: isFew ? null : value, rawValue};
}

function prizeOf(prizes: readonly BoardPrize[], rank: number): string | null {
  return prizes.find(({toRank}) => rank <= toRank)?.prize ?? null;
}

function hold(scope: Scope, {id, version}: {readonly id: string; readonly version: number}, from: readonly string[]): ResultRow {
  const row = find(scope, id);
  if (row.version !== version) throw problem('version_conflict', {current: toResult(scope, row)});
  if (!from.includes(row.status)) throw problem('board_result_status_conflict');
  return row;
}

function act(scope: Scope, input: {readonly id: string; readonly version: number}, from: readonly string[], work: (row: ResultRow) => Partial<ResultRow>): BoardResult {
  refuseManagers(scope);
  const row = hold(scope, input, from);
  const {store} = scope;
  const changed = store.update(store.data.standing.results, row, work(row));
  store.change('board_result', row.id);
  return toResult(scope, changed);
}

function refuseManagers({viewer}: Scope): void {
  if (viewer.roles.length > 0 && viewer.roles.every(role => role === 'channel_manager')) throw problem('forbidden');
}
