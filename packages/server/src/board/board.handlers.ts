import type {Api, Board, BoardRow, BoardStandings} from '@portico/contract';
import {viewOfBoard, type BoardView} from '@portico/contract/board-rules';
import {periodAt, periodBefore} from '@portico/contract/period';
import {recordChange} from '../changes/record-change.ts';
import {nowText} from '../context.ts';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {lockRules} from '../points-flow/partner-events.queries.ts';
import {placeAgain, tallyHistory} from '../points-flow/tally.ts';
import {expectVersion, problem} from '../problem.ts';
import {aliasesFor} from './alias.ts';
import {deleteBoard, findBoard, getPartnerNames, insertBoard, listBoards, lockBoard, updateBoard} from './board.queries.ts';
import {getRanks, getSlice} from './standings.queries.ts';

/** What says who is ranked, and among whom. */
const placing = ['levelIds', 'countries', 'within', 'minCount'] as const;

export const boardHandlers: Handlers<Api['boards']> = {
  list: ({input, scope}) => listBoards(scope, input),

  get: ({input, scope}) => getBoard(scope, input.id),

  create: async ({input, scope}) => {
    const id = await elevated(scope, async system => {
      await lockRules(system);
      const boardId = await insertBoard(system, input);
      await tallyHistory(system, {...input, id: boardId});
      return boardId;
    });
    await recordChange(scope, {resource: 'board', id, action: 'create', changes: input});
    return getBoard(scope, id);
  },

  update: async ({input: {id, version, ...changes}, scope}) => {
    await holdBoard(scope, id, version);
    await elevated(scope, async system => {
      await lockRules(system);
      await updateBoard(system, id, changes);
      if (placing.some(field => changes[field] !== undefined)) await placeAgain(system, id);
    });
    await recordChange(scope, {resource: 'board', id, action: 'update', changes});
    return getBoard(scope, id);
  },

  delete: async ({input: {id, version}, scope}) => {
    await holdBoard(scope, id, version);
    await deleteBoard(scope, id);
    await recordChange(scope, {resource: 'board', id, action: 'delete'});
    return undefined;
  },

  standings: async ({input: {id, at, limit}, scope}) => {
    const board = await getBoard(scope, id);
    return elevated(scope, system => standingsOf(system, board, {at: at ?? nowText(scope.context), limit, reader: scope.partnerOrgId}));
  },
};

async function standingsOf(scope: Scope, board: Board, {at, limit, reader}: {readonly at: string; readonly limit: number; readonly reader: string | null}): Promise<BoardStandings> {
  const period = periodAt(at, board.period, board.timeZone);
  const earlier = periodBefore(period, board.period, board.timeZone);
  const view = viewOfBoard(board, await getSlice(scope, board, period.from, reader, limit), reader, limit);
  const known = [...view.shown.filter(({isNamed}) => isNamed).map(({partnerOrgId}) => partnerOrgId), ...(reader === null ? [] : [reader])];
  // Growth has no rank of before: there is none of the period before that.
  const ranked = board.metric === 'revenue_growth' || earlier === period || known.length === 0 ? undefined : await getRanks(scope, board, earlier.from, reader, known);
  // Among few, the ranks of then would say who they were.
  const previous = !ranked || (reader !== null && ranked.participants < board.minParticipants) ? new Map<string, number>() : ranked.ranks;
  const {id, name, metric, currency, visibility} = board;
  return {
    board: {id, name, metric, currency, visibility},
    period: {key: period.key, from: period.from, until: period.until},
    participants: view.participants,
    rows: await rowsOf(scope, view, previous, await aliasesFor(scope, id, period.key)),
    own: view.own && {...view.own, previousRank: view.participants === null || reader === null ? null : (previous.get(reader) ?? null)},
  };
}

async function rowsOf(scope: Scope, {shown}: BoardView, previous: ReadonlyMap<string, number>, aliasOf: (partnerOrgId: string) => Promise<string>): Promise<BoardRow[]> {
  const names = await getPartnerNames(scope, shown.filter(({isNamed}) => isNamed).map(({partnerOrgId}) => partnerOrgId));
  const rows = await Promise.all(
    shown.map(async ({partnerOrgId, isOwn, isNamed, rank, value}): Promise<BoardRow> => ({
      rank,
      isOwn,
      partnerOrg: isNamed ? {id: partnerOrgId, name: names.get(partnerOrgId) ?? ''} : null,
      alias: isNamed ? null : await aliasOf(partnerOrgId),
      value,
      previousRank: isNamed ? (previous.get(partnerOrgId) ?? null) : null,
    })),
  );
  // Ties by what is shown: the order of ids would say who joined first.
  const shownName = ({partnerOrg, alias}: BoardRow) => partnerOrg?.name ?? alias ?? '';
  return rows.toSorted((a, b) => a.rank - b.rank || (shownName(a) < shownName(b) ? -1 : 1));
}

async function holdBoard(scope: Scope, id: string, version: number): Promise<void> {
  const held = await lockBoard(scope, id);
  if (!held) throw problem('board_not_found');
  await expectVersion(held, version, () => getBoard(scope, id));
}

async function getBoard(scope: Scope, id: string): Promise<Board> {
  const board = await findBoard(scope, id);
  if (!board) throw problem('board_not_found');
  return board;
}
