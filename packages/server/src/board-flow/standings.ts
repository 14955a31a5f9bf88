import type {Board, BoardRow, BoardStandings} from '@portico/contract';
import {viewOfBoard, type BoardView} from '@portico/contract/board-rules';
import {periodAt, periodBefore} from '@portico/contract/period';
import type {Scope} from '../database/scope.ts';
import {aliasesFor} from './alias.ts';
import {getPartnerNames} from '../board/board.queries.ts';
import {getRanks, getSlice} from './standings.queries.ts';

/**
 * Ranks the participants of a board in the period that an instant is in, as a reader may see it.
 *
 * @param scope - Of the system.
 */
export async function standingsOf(scope: Scope, board: Board, {at, limit, reader}: {readonly at: string; readonly limit: number; readonly reader: string | null}): Promise<BoardStandings> {
  const period = periodAt(at, board.period, board.timeZone);
  const earlier = periodBefore(period, board.period, board.timeZone);
  const view = viewOfBoard(board, await getSlice(scope, board, period.from, reader, limit), reader, limit);
  const known = [...view.shown.filter(({isNamed}) => isNamed).map(({partnerOrgId}) => partnerOrgId), ...(reader === null ? [] : [reader])];
  // Growth has no rank of before: there is none of the period before that.
  const ranked = board.metric === 'revenue_growth' || earlier === period || known.length === 0 ? undefined : await getRanks(scope, board, earlier.from, reader, known);
  // Among few, the ranks of then would say who they were.
  const previous = !ranked || (reader !== null && ranked.participants < board.minParticipants) ? new Map<string, number>() : ranked.ranks;
  const {id, name, metric, currency, visibility, isNormalised} = board;
  return {
    board: {id, name, metric, currency, visibility, isNormalised},
    period: {key: period.key, from: period.from, until: period.until},
    participants: view.participants,
    rows: await rowsOf(scope, view, previous, await aliasesFor(scope, id, period.key)),
    own: view.own && {...view.own, previousRank: view.participants === null || reader === null ? null : (previous.get(reader) ?? null)},
  };
}

/** Rows with names or aliases, ties in the order of these. */
export async function rowsOf(scope: Scope, {shown}: BoardView, previous: ReadonlyMap<string, number>, aliasOf: (partnerOrgId: string) => Promise<string>): Promise<BoardRow[]> {
  const names = await getPartnerNames(scope, shown.filter(({isNamed}) => isNamed).map(({partnerOrgId}) => partnerOrgId));
  const rows = await Promise.all(
    shown.map(async ({partnerOrgId, isOwn, isNamed, rank, value, rawValue}): Promise<BoardRow> => ({
      rank,
      isOwn,
      partnerOrg: isNamed ? {id: partnerOrgId, name: names.get(partnerOrgId) ?? ''} : null,
      alias: isNamed ? null : await aliasOf(partnerOrgId),
      value,
      ...(rawValue === undefined ? {} : {rawValue}),
      previousRank: isNamed ? (previous.get(partnerOrgId) ?? null) : null,
    })),
  );
  // Ties by what is shown: the order of ids would say who joined first.
  const shownName = ({partnerOrg, alias}: BoardRow) => partnerOrg?.name ?? alias ?? '';
  return rows.toSorted((a, b) => a.rank - b.rank || (shownName(a) < shownName(b) ? -1 : 1));
}

