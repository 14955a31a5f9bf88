import type {Api, Board, BoardRow, PartnerOrg} from '@portico/contract';
import {countsOn, normalise, rankBoard, viewOfBoard, type BoardTally, type BoardView, type Ranked} from '@portico/contract/board-rules';
import {periodAt, periodBefore, type Period} from '@portico/contract/period';
import type {MockHandlers, Scope} from './handlers.ts';
import {pageOf, sortRows, type Order} from './paging.ts';
import {definedOf} from './partner-org.mocks.ts';
import {earnedLines} from './points-lines.ts';
import {problem} from './problem.ts';
import type {Store} from './store.ts';

const byName: Order<Board> = {keyOf: ({name}) => name.toLowerCase(), ids: 'up'};
const competing: readonly string[] = ['onboarding', 'active', 'at_risk'];

export const boardMocks: MockHandlers<Api['boards']> = {
  list: (input, scope) => pageOf(sortRows(scope.store.data.standing.boards.values().filter(board => isVisible(scope, board)).map(board => seenBy(scope, board)), byName), byName, input, input),
  get: ({id}, scope) => seenBy(scope, findBoard(scope, id)),
  create(input, {store}) {
    refuseSenseless(input);
    const now = store.now();
    const board = store.data.standing.boards.set({...input, id: store.newId('board'), version: 1, createdAt: now, updatedAt: now});
    store.change('board', board.id);
    return board;
  },
  update({id, version, ...input}, scope) {
    const held = holdBoard(scope, id, version);
    refuseSenseless({...held, ...definedOf(input)});
    const changed = scope.store.update(scope.store.data.standing.boards, held, definedOf(input));
    scope.store.change('board', id);
    return changed;
  },
  delete({id, version}, scope) {
    holdBoard(scope, id, version);
    scope.store.data.standing.boards.delete(id);
    scope.store.change('board', id);
    return undefined;
  },
  standings({id, at, limit}, scope) {
    const {store, viewer} = scope;
    const board = findBoard(scope, id);
    const reader = viewer.partnerOrgId;
    const period = periodAt(at ?? store.now(), board.period, board.timeZone);
    const earlier = periodBefore(period, board.period, board.timeZone);
    const tallies = talliesOf(store, board, period, reader);
    const before = earlier === period ? [] : talliesOf(store, board, earlier, reader);
    const ranking = rankingOf(store, board, tallies, before);
    const view = viewOfBoard(board, {participants: ranking.length, rows: ranking}, reader, limit);
    const ranked = board.metric === 'revenue_growth' ? [] : rankingOf(store, board, before);
    const previous = new Map(reader !== null && ranked.length < board.minParticipants ? [] : ranked.map(({partnerOrgId, rank}) => [partnerOrgId, rank]));
    return {
      board: {id, name: board.name, metric: board.metric, currency: board.currency, visibility: board.visibility, isNormalised: board.isNormalised},
      period: {key: period.key, from: period.from, until: period.until},
      participants: view.participants,
      rows: rowsOf(store, id, period.key, view, previous),
      own: view.own && {...view.own, previousRank: view.participants === null || reader === null ? null : (previous.get(reader) ?? null)},
    };
  },
  people({id, at, partnerOrgId}, scope) {
    const {store, viewer} = scope;
    const board = findBoard(scope, id);
    const org = viewer.partnerOrgId ?? partnerOrgId;
    if (org === undefined) throw problem('input_invalid', {errors: [{pointer: '/partnerOrgId', code: 'required', message: 'Say whose people.'}]});
    if (!store.data.partnerOrgs.get(org)) throw problem('partner_org_not_found');
    const period = periodAt(at ?? store.now(), board.period, board.timeZone);
    const own = (of: Period) => sumsOf(store, board, of, row => (row.partnerOrgId === org ? row.personId : null));
    const ranking = rankBoard(board, own(period), own(periodBefore(period, board.period, board.timeZone)));
    const rows = ranking.map(({partnerOrgId: personId, rank, value}) => ({rank, isOwn: personId === viewer.person?.id, person: {id: personId, name: store.data.people.get(personId)?.name ?? ''}, value}));
    return {period: {key: period.key, from: period.from, until: period.until}, rows: rows.sort((a, b) => a.rank - b.rank || (a.person.name < b.person.name ? -1 : 1))};
  },
  optOut({id, isOut}, scope) {
    const {store, viewer} = scope;
    const board = findBoard(scope, id);
    if (isOut) store.data.standing.optOuts.add(`${id} ${viewer.partnerOrgId}`);
    else store.data.standing.optOuts.delete(`${id} ${viewer.partnerOrgId}`);
    store.change('board', id);
    return seenBy(scope, board);
  },
};

/** A board with whether its reader wishes not to be ranked. */
function seenBy({store, viewer}: Scope, board: Board): Board {
  return viewer.side === 'partner' ? {...board, isOut: store.data.standing.optOuts.has(`${board.id} ${viewer.partnerOrgId}`)} : board;
}

/** Rows with names or aliases, ties in the order of these. */
export function rowsOf({data}: Store, boardId: string, key: string, {shown}: BoardView, previous: ReadonlyMap<string, number>): BoardRow[] {
  const rows = shown.map(({partnerOrgId, isOwn, isNamed, rank, value, rawValue}): BoardRow => ({
    rank,
    isOwn,
    partnerOrg: isNamed ? {id: partnerOrgId, name: data.partnerOrgs.get(partnerOrgId)?.name ?? ''} : null,
    alias: isNamed ? null : aliasOf(`${boardId} ${key} ${partnerOrgId}`),
    value,
    ...(rawValue === undefined ? {} : {rawValue}),
    previousRank: isNamed ? (previous.get(partnerOrgId) ?? null) : null,
  }));
  const shownName = ({partnerOrg, alias}: BoardRow) => partnerOrg?.name ?? alias ?? '';
  return rows.sort((a, b) => a.rank - b.rank || (shownName(a) < shownName(b) ? -1 : 1));
}

/** Everybody's place, beside the median where the board says so. */
export function rankingOf(store: Store, board: Board, tallies: readonly BoardTally[], before: readonly BoardTally[] = []): Ranked[] {
  const ranking = rankBoard(board, tallies, before);
  return board.isNormalised ? normalise(board, ranking, id => fieldOf(store, board, id)) : ranking;
}

function refuseSenseless({metric, within, isNormalised}: Pick<Board, 'metric' | 'within' | 'isNormalised'>): void {
  if (isNormalised && (within === 'all' || metric === 'revenue_growth')) throw problem('input_invalid', {errors: [{pointer: '/isNormalised', code: 'not_possible', message: 'Say within whom, and of what else than growth.'}]});
}

/** Whom a partner competes with. */
export function fieldOf({data}: Store, {within, timeZone}: Board, partnerOrgId: string): string {
  const org = data.partnerOrgs.get(partnerOrgId);
  const [level, country] = [org?.partnership.levelId ?? '', org?.country ?? ''];
  if (within === 'cohort') return `${level} ${country} ${org ? periodAt(org.createdAt, 'year', timeZone).key : ''}`;
  return within === 'level' ? level : within === 'country' ? country : '';
}

function competes({levelIds, countries}: Board, {country, partnership: {levelId, status}}: PartnerOrg): boolean {
  return competing.includes(status) && (levelIds.length === 0 || (levelId !== null && levelIds.includes(levelId))) && (countries.length === 0 || (country !== null && countries.includes(country)));
}

export function isVisible({store, viewer}: Scope, board: Board): boolean {
  const org = store.data.partnerOrgs.get(viewer.partnerOrgId ?? '');
  return viewer.side === 'vendor' || (org !== undefined && competes(board, org));
}

export function findBoard(scope: Scope, id: string): Board {
  const board = scope.store.data.standing.boards.get(id);
  if (!board || !isVisible(scope, board)) throw problem('board_not_found');
  return board;
}

function holdBoard(scope: Scope, id: string, version: number): Board {
  const board = findBoard(scope, id);
  if (board.version !== version) throw problem('version_conflict', {current: board});
  return board;
}

/** What those who compete have in a period. */
export function talliesOf(store: Store, board: Board, {from, until}: Period, reader: string | null): BoardTally[] {
  const {standing, partnerOrgs} = store.data;
  const field = reader === null || board.isNormalised ? null : fieldOf(store, board, reader);
  const isNear = (org: PartnerOrg) => field === null || fieldOf(store, board, org.id) === field;
  const sums = sumsOf(store, board, {from, until}, row => row.partnerOrgId);
  return sums.filter(({partnerOrgId}) => {
    const org = partnerOrgs.get(partnerOrgId);
    return org !== undefined && !standing.optOuts.has(`${board.id} ${partnerOrgId}`) && competes(board, org) && isNear(org);
  });
}

/** What everybody that counts has in a period; people and partners are added up in the same way. */
function sumsOf(store: Store, board: Board, {from, until}: Pick<Period, 'from' | 'until'>, keyOf: (row: {readonly partnerOrgId: string; readonly personId: string | null}) => string | null): BoardTally[] {
  const isIn = ({occurredAt}: {readonly occurredAt: string}) => (from === null || occurredAt >= from) && (until === null || occurredAt < until);
  const sums = new Map<string, {total: number; count: number}>();
  const add = (partnerOrgId: string | null, total: number, count: number) => {
    if (partnerOrgId === null) return;
    const sum = sums.get(partnerOrgId) ?? {total: 0, count: 0};
    sums.set(partnerOrgId, {total: sum.total + total, count: sum.count + count});
  };
  if (board.metric === 'points') for (const entry of earnedLines(store).filter(isIn)) add(keyOf(entry), entry.points, entry.reversesId === null ? 1 : -1);
  for (const row of store.data.standing.events.values()) {
    const counted = isIn(row) && row.retractedAt === null ? countsOn(board, row.event, row.facts) : null;
    if (counted) add(keyOf(row), counted.total, counted.count);
  }
  return [...sums].flatMap(([partnerOrgId, sum]) => (sum.count > 0 ? [{partnerOrgId, ...sum}] : []));
}

/** Eight hexadecimal digits that look like those of a server, where they are keyed. */
function aliasOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0').toUpperCase();
}
