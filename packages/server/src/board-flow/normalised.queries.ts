import type {Board} from '@portico/contract';
import {isLessBetter, leastForMedian, mostOfMedian, spanOf, type BoardSlice, type Ranked} from '@portico/contract/board-rules';
import {sql, type RawBuilder} from 'kysely';
import type {Scope} from '../database/scope.ts';

export type NormalisedBoard = Pick<Board, 'id' | 'metric' | 'minParticipants'>;

/**
 * Common table expressions, the last of which is `ranked (id, raw, value, place, rank)`: everybody with a rank in a period, by how they do beside the median of those they would compete
 * with. `normalise` of the contract for a whole board.
 *
 * @param from - First instant of the period; `null` where it has none.
 */
export function rankedBesideMedian({tenantId}: Scope, board: NormalisedBoard, from: string | null): RawBuilder<unknown> {
  const {id, metric} = board;
  // In the same order of the same operations as in the contract, so that both round alike.
  const [above, below] = isLessBetter(metric) ? [sql`median`, sql`nullif(raw, 0)`] : [sql`raw`, sql`median`];
  return sql`
    valued as materialized (
      select partner_org_id as id, shuffle, field, ${isLessBetter(metric) ? sql`sort_key` : sql`-sort_key`}::float8 as raw, row_number() over (partition by field order by sort_key) as number, count(*) over (partition by field) as size
      from board_tally where tenant_id = ${tenantId}::uuid and board_id = ${id}::uuid and period_from = ${from ?? '-infinity'}::timestamptz and sort_key is not null and field is not null),
    overall as materialized (select percentile_cont(0.5) within group (order by raw) as median from valued),
    -- The middle of each group by its numbers: medians of their own, joined to everybody, took three times as long.
    measured as (
      select v.id, v.shuffle, v.raw, coalesce(nullif(case when size >= ${leastForMedian(board)} then avg(raw) filter (where number in ((size + 1) / 2, (size + 2) / 2)) over (partition by field) end, 0), o.median) as median
      from valued v cross join overall o),
    beside as (select id, shuffle, raw, (case when median <= 0 then 10000 else least(${mostOfMedian}, coalesce(floor(10000::float8 * ${above} / ${below} + 0.5), ${mostOfMedian})) end)::bigint as value from measured),
    ranked as materialized (select id, raw::bigint as raw, value, (row_number() over (order by value desc, shuffle, id) - 1)::int as place, (rank() over (order by value desc))::int as rank from beside)`;
}

/** Reads what a reader needs of a ranking beside the median. All of it is counted: a median moves with everybody in the group. */
export async function getNormalisedSlice(scope: Scope, board: NormalisedBoard & Pick<Board, 'visibility'>, from: string | null, reader: string | null, limit: number): Promise<BoardSlice> {
  const {top, around} = spanOf(board.visibility, limit);
  const first = reader === null ? limit : Math.min(limit, top);
  const {rows} = await sql<{participants: number; id: string | null; raw: number; value: number; place: number; rank: number}>`
    with ${rankedBesideMedian(scope, board, from)}, own as materialized (select place, rank from ranked where id = ${reader}::uuid)
    select n.participants, r.id, r.raw::float8 as raw, r.value::float8 as value, r.place, r.rank
    from (select count(*)::int as participants from ranked) n
    left join (select s.* from ranked s left join own o on true where s.place < ${first} or s.place between o.place - ${around} and o.place + ${around} or s.place = o.rank - 2) r on true
    order by r.place`.execute(scope.db);
  const shown = rows.flatMap(({id, raw, value, place, rank}): Ranked[] => (id === null ? [] : [{partnerOrgId: id, value, rank, place, rawValue: raw}]));
  return {participants: rows[0]?.participants ?? 0, rows: shown};
}
