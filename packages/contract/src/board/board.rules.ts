import type {BoardFields, BoardMetric, BoardVisibility} from './board.schema.ts';

// How boards rank and what their readers see. Servers and mocks run it. No schema library here.

/** What a participant has in a period: two numbers that only ever add up. What they are, `countsOn` says. */
export interface BoardTally {
  readonly partnerOrgId: string;
  readonly total: number;
  readonly count: number;
}

/** A participant with its value and rank. */
export interface Ranked {
  readonly partnerOrgId: string;
  readonly value: number;
  readonly rank: number;
  /** How many are before it; ties have different ones. */
  readonly place: number;
  /** On boards that are normalised: the value before that. */
  readonly rawValue?: number;
}

/** What a reader needs of a ranking. */
export interface BoardSlice {
  /** How many have a rank. */
  readonly participants: number;
  /** In the order of their places: at least the first ones, the reader's own, those around it, and one with the next better rank. */
  readonly rows: readonly Ranked[];
}

/** What an event adds to tallies; `null` when it does not count. Points are counted from the ledger. */
export function countsOn({metric, currency}: Pick<BoardFields, 'metric' | 'currency'>, event: string, {amount, hours}: {readonly amount: {readonly amountMinor: number; readonly currency: string} | null; readonly hours: number | null}): {readonly total: number; readonly count: number} | null {
  if (metric === 'revenue' || metric === 'revenue_growth') return event === 'deal_won' && amount?.currency === currency ? {total: amount.amountMinor, count: 1} : null;
  if (metric === 'deals_won') return event === 'deal_won' ? {total: 1, count: 1} : null;
  if (metric === 'win_rate') return event === 'deal_won' ? {total: 1, count: 1} : event === 'deal_lost' ? {total: 0, count: 1} : null;
  if (metric === 'time_to_contact') return event === 'first_contact' && hours !== null ? {total: Math.round(hours * 100), count: 1} : null;
  return null;
}

/**
 * Ranks participants: the best first, ties share a rank and the ranks after them are passed over.
 *
 * @param before - Tallies of the period before, for growth.
 * @returns Only those with something that counts; ties in the order of their ids.
 */
export function rankBoard({metric, minCount}: Pick<BoardFields, 'metric' | 'minCount'>, tallies: readonly BoardTally[], before: readonly BoardTally[] = []): Ranked[] {
  const earlier = metric === 'revenue_growth' ? new Map(before.map(tally => [tally.partnerOrgId, tally.total])) : undefined;
  const valued = tallies.flatMap(tally => {
    const value = valueOf(metric, minCount, tally, earlier?.get(tally.partnerOrgId) ?? 0);
    return value === null ? [] : [{partnerOrgId: tally.partnerOrgId, value}];
  });
  const sign = isLessBetter(metric) ? 1 : -1;
  valued.sort((a, b) => sign * (a.value - b.value) || (a.partnerOrgId < b.partnerOrgId ? -1 : 1));
  let rank = 0;
  return valued.map((row, index) => {
    if (index === 0 || valued[index - 1]?.value !== row.value) rank = index + 1;
    return {...row, rank, place: index};
  });
}

/** So much of the median, in hundredths of a percent, is the most that is told. */
export const mostOfMedian = 10_000_000;

/** How many it takes for a group to have a median of its own: of fewer, it would say what the others have. */
export function leastForMedian({minParticipants}: Pick<BoardFields, 'minParticipants'>): number {
  return Math.max(minParticipants, 3);
}

/**
 * Ranks everybody by how they do beside the median of their group: `10,000 × value / median`, turned round where less is better. Groups that are too small, and those whose median is 0,
 * are measured by the median of all.
 *
 * @param fieldOf - The group of a participant.
 * @see docs/decisions/0024-boards-beside-the-median.md
 */
export function normalise(board: Pick<BoardFields, 'metric' | 'minParticipants'>, ranking: readonly Pick<Ranked, 'partnerOrgId' | 'value'>[], fieldOf: (partnerOrgId: string) => string): Ranked[] {
  const groups = Map.groupBy(ranking, ({partnerOrgId}) => fieldOf(partnerOrgId));
  const all = medianOf(ranking);
  const medians = new Map([...groups].map(([field, some]) => [field, some.length >= leastForMedian(board) ? medianOf(some) : 0]));
  const measured = ranking.map(({partnerOrgId, value}) => ({partnerOrgId, rawValue: value, value: ofMedian(board.metric, value, medians.get(fieldOf(partnerOrgId)) || all)}));
  measured.sort((a, b) => b.value - a.value || (a.partnerOrgId < b.partnerOrgId ? -1 : 1));
  let rank = 0;
  return measured.map((row, index) => {
    if (index === 0 || measured[index - 1]?.value !== row.value) rank = index + 1;
    return {...row, rank, place: index};
  });
}

function medianOf(rows: readonly Pick<Ranked, 'value'>[]): number {
  const values = rows.map(({value}) => value).sort((a, b) => a - b);
  const [low = 0, high = 0] = [values[(values.length - 1) >> 1], values[values.length >> 1]];
  return low + 0.5 * (high - low);
}

function ofMedian(metric: BoardMetric, value: number, median: number): number {
  if (median <= 0) return 10_000;
  const [part, whole] = isLessBetter(metric) ? [median, value] : [value, median];
  return whole <= 0 ? mostOfMedian : Math.min(mostOfMedian, Math.floor((10_000 * part) / whole + 0.5));
}

/** Whether a lower value is the better one. */
export function isLessBetter(metric: BoardMetric): boolean {
  return metric === 'time_to_contact';
}

function valueOf(metric: BoardMetric, minCount: number, {total, count}: BoardTally, before: number): number | null {
  if (metric === 'win_rate') return count >= minCount ? Math.round((total * 10_000) / count) : null;
  if (metric === 'time_to_contact') return count >= minCount ? Math.round(total / count) : null;
  if (metric === 'revenue_growth') return before > 0 ? Math.round(((total - before) * 10_000) / before) : null;
  return count > 0 ? total : null;
}

/** What a partner may see. */
export interface BoardView {
  /** Those that are shown, without names behind an alias. */
  readonly shown: readonly (Ranked & {readonly isOwn: boolean; readonly isNamed: boolean})[];
  readonly participants: number | null;
  readonly own: {readonly rank: number | null; readonly value: number | null; readonly rawValue?: number | null; readonly toNext: {readonly rank: number; readonly difference: number} | null} | null;
}

/**
 * Cuts a ranking down to what its reader may see.
 *
 * @param reader - A partner's id, or `null` for the vendor, who sees everything.
 * @param limit - Most rows from the first on; the partner's own surroundings come in addition.
 */
export function viewOfBoard({visibility, minParticipants, isNormalised}: Pick<BoardFields, 'visibility' | 'minParticipants' | 'isNormalised'>, {participants, rows}: BoardSlice, reader: string | null, limit: number): BoardView {
  const mark = ({rawValue, ...row}: Ranked, isNamed: boolean) => {
    const isOwn = row.partnerOrgId === reader;
    // What others have before it is normalised is not told.
    return {...row, ...(rawValue !== undefined && (isOwn || reader === null) ? {rawValue} : {}), isOwn, isNamed: isNamed || isOwn};
  };
  if (reader === null) return {shown: rows.filter(({place}) => place < limit).map(row => mark(row, true)), participants, own: null};
  const mine = rows.find(({partnerOrgId}) => partnerOrgId === reader);
  // Among few, a rank or a distance says who the others are and what they have.
  const raw = isNormalised ? {rawValue: mine?.rawValue ?? null} : {};
  if (participants < minParticipants) return {shown: [], participants: null, own: {rank: null, value: isNormalised ? null : (mine?.value ?? null), ...raw, toNext: null}};
  const own = {rank: mine?.rank ?? null, value: mine?.value ?? null, ...raw, toNext: mine ? nextAbove(rows, mine) : null};
  const {top, around} = spanOf(visibility, limit);
  const shown = rows.filter(({rank, place}) => (rank <= top && place < limit) || (mine !== undefined && Math.abs(place - mine.place) <= around));
  return {shown: shown.map(row => mark(row, visibility.kind !== 'alias')), participants, own};
}

/** How many of the first ranks partners see, and how many rows on either side of their own. */
export function spanOf(visibility: BoardVisibility, limit: number): {readonly top: number; readonly around: number} {
  return visibility.kind === 'top' ? visibility : {top: limit, around: 1};
}

/** The next better rank, and what is missing to be level with it. */
function nextAbove(rows: readonly Ranked[], {rank, value}: Ranked): {rank: number; difference: number} | null {
  const above = rows.findLast(row => row.rank < rank);
  return above ? {rank: above.rank, difference: Math.abs(above.value - value)} : null;
}
