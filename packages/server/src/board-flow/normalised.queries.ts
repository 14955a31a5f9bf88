import type {Board} from '@portico/contract';
import {isLessBetter, leastForMedian, mostOfMedian, spanOf, type BoardSlice, type Ranked} from '@portico/contract/board-rules';
import {sql, type RawBuilder} from 'kysely';
import type {Scope} from '../database/scope.ts';

export type NormalisedBoard = Pick<Board, 'id' | 'metric' | 'minParticipants'>;

/** In the order of the index, in which there is nothing left to sort. */
const middle = sql`percentile_cont(0.5) within group (order by sort_key::float8)`;

/**
 * Common table expressions, the last of which is `beside (id, shuffle, raw, value)`: everybody with a rank in a period, with how they do beside the median of those they would compete with.
 * `normalise` of the contract for a whole board, but for the order.
 *
 * @param from - First instant of the period; `null` where it has none.
 */
function besideMedian({tenantId}: Scope, board: NormalisedBoard, from: string | null): RawBuilder<unknown> {
  const {id, metric} = board;
  const among = sql`tenant_id = ${tenantId}::uuid and board_id = ${id}::uuid and period_from = ${from ?? '-infinity'}::timestamptz and sort_key is not null and field is not null`;
  const [raw, median] = isLessBetter(metric) ? [sql`sort_key::float8`, middle] : [sql`-sort_key::float8`, sql`-${middle}`];
  // In the same order of the same operations as in the contract, so that both round alike.
  const [above, below] = isLessBetter(metric) ? [sql`g.median`, sql`nullif(m.raw, 0)`] : [sql`m.raw`, sql`g.median`];
  return sql`
    of_group as materialized (
      select field, case when count(*) >= ${leastForMedian(board)} then ${median} end as median from board_tally where ${among} group by field),
    groups as materialized (
      -- The median of all is counted only where a group needs it.
      select field, case when median > 0 then median else (select ${median} from board_tally where ${among}) end as median from of_group),
    beside as materialized (
      select m.id, m.shuffle, m.raw::bigint as raw, (case when g.median <= 0 then 10000 else least(${mostOfMedian}, coalesce(floor(10000::float8 * ${above} / ${below} + 0.5), ${mostOfMedian})) end)::bigint as value
      from (select partner_org_id as id, shuffle, field, ${raw} as raw from board_tally where ${among}) m join groups g using (field))`;
}

/** The same, and after it `ranked (id, raw, value, place, rank)`. */
export function rankedBesideMedian(scope: Scope, board: NormalisedBoard, from: string | null): RawBuilder<unknown> {
  return sql`${besideMedian(scope, board, from)},
    ranked as materialized (select id, raw, value, (row_number() over (order by value desc, shuffle, id) - 1)::int as place, (rank() over (order by value desc))::int as rank from beside)`;
}

/** A row with how many are before it, without its rank. */
interface Placed {
  readonly part: 'first' | 'near' | 'better';
  readonly id: string | null;
  readonly raw: number;
  readonly value: number;
}

/** Who is before whom: by the value, and among ties by chance. */
const order = sql`value desc, shuffle, id`;
/** The reader's own place in it: read once, not joined to everybody, and ties are told apart only where there are some. */
const ownValue = sql`(select value from own)`;
const ownTurn = sql`((select shuffle from own), (select id from own))`;
const isAbove = sql`(value > ${ownValue} or (value = ${ownValue} and (shuffle, id) < ${ownTurn}))`;
const isBelow = sql`(value < ${ownValue} or (value = ${ownValue} and (shuffle, id) > ${ownTurn}))`;

/**
 * Reads what a reader needs of a ranking beside the median. Every value is counted, since a median moves with everybody in the group; but nobody is put in order who is not shown.
 */
export async function getNormalisedSlice(scope: Scope, board: NormalisedBoard & Pick<Board, 'visibility'>, from: string | null, reader: string | null, limit: number): Promise<BoardSlice> {
  const {top, around} = spanOf(board.visibility, limit);
  const {rows} = await sql<Placed & {participants: number; above: number; start: number; better: number}>`
    with ${besideMedian(scope, board, from)},
    own as materialized (select * from beside where id = ${reader}::uuid),
    first as (select * from beside order by ${order} limit ${reader === null ? limit : Math.min(limit, top)}),
    above as (select * from beside where ${isAbove} order by value, shuffle desc, id desc limit ${around}),
    below as (select * from beside where ${isBelow} order by ${order} limit ${around}),
    near as materialized (select * from above union all select * from own union all select * from below),
    better as materialized (select min(value) as value from beside where value > ${ownValue}),
    counted as materialized (
      select count(*)::int as participants, (count(*) filter (where ${isAbove}))::int as above,
        (count(*) filter (where value > (select max(value) from near)))::int as start, (count(*) filter (where value > (select value from better)))::int as better
      from beside)
    select c.participants, c.above, c.start, c.better, p.part, p.id, p.raw::float8 as raw, p.value::float8 as value
    from counted c left join (select 'first' as part, * from first union all select 'near', * from near union all (select 'better', * from beside where value = (select value from better) limit 1)) p on true
    order by p.part, p.value desc, p.shuffle, p.id`.execute(scope.db);
  const {participants = 0, above = 0, start = 0, better = 0} = rows[0] ?? {};
  const of = (part: Placed['part']) => rows.filter(row => row.part === part);
  const near = of('near');
  const own = near.findIndex(({id}) => id === reader);
  const shown = [...toRanked(of('first'), 0, 0), ...toRanked(near, above - own, start)];
  // Of those above only the value and the rank are told: which of several ties it is does not matter.
  const next = toRanked(of('better'), better, better).filter(({rank}) => !shown.some(row => row.rank === rank));
  const byPlace = new Map([...shown, ...next].map(row => [row.place, row]));
  return {participants, rows: [...byPlace.values()].toSorted((a, b) => a.place - b.place)};
}

/**
 * @param place - Of the first of these.
 * @param start - How many are better than it.
 */
function toRanked(rows: readonly Placed[], place: number, start: number): Ranked[] {
  let rank = start + 1;
  return rows.flatMap(({id, raw, value}, index): Ranked[] => {
    if (index > 0 && rows[index - 1]?.value !== value) rank = place + index + 1;
    return id === null ? [] : [{partnerOrgId: id, value, rank, place: place + index, rawValue: raw}];
  });
}
