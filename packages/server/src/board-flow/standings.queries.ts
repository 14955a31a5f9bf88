import type {Board} from '@portico/contract';
import {isLessBetter, spanOf, type BoardSlice, type Ranked} from '@portico/contract/board-rules';
import {sql, type RawBuilder} from 'kysely';
import type {Scope} from '../database/scope.ts';
import {getNormalisedSlice} from './normalised.queries.ts';

type Ranking = Pick<Board, 'id' | 'metric' | 'visibility' | 'within' | 'isNormalised' | 'minParticipants'>;

/** A row with how many are before it, without its rank. */
interface Placed {
  readonly id: string;
  readonly key: number;
  readonly place: number;
}

/**
 * Reads what a reader needs of a ranking, without reading the ranking: all of it is in the order of one index.
 *
 * @param from - First instant of the period; `null` where it has none.
 * @param reader - Ranked among those that it competes with; `null` for everybody.
 */
export async function getSlice(scope: Scope, board: Ranking, from: string | null, reader: string | null, limit: number): Promise<BoardSlice> {
  if (board.isNormalised) return getNormalisedSlice(scope, board, from, reader, limit);
  const {db} = scope;
  const own = reader === null ? null : await findOwn(scope, board, from, reader);
  const among = amongWhom(scope, board, from, own?.field ?? null);
  const {top, around} = spanOf(board.visibility, limit);
  const first = sql`select 'first' as part, partner_org_id as id, sort_key as key, row_number() over (order by sort_key, shuffle, partner_org_id) - 1 as place from board_tally where ${among} order by sort_key, shuffle, partner_org_id limit ${reader === null ? limit : Math.min(limit, top)}`;
  if (reader === null || own === null || own.key === null) {
    const {rows} = await sql<Placed & {participants: number}>`
      select n.participants, f.id, f.key::float8 as key, f.place::int as place from (select count(*)::int as participants from board_tally where ${among}) n left join (${first}) f on true order by f.place`.execute(db);
    return {participants: rows[0]?.participants ?? 0, rows: toRanked(board, rows.filter(({id}) => id !== null), 0)};
  }
  const key = sql`${own.key}::bigint`;
  const mine = sql`(${key}, ${own.shuffle}::integer, ${reader}::uuid)`;
  const {rows} = await sql<Placed & {part: 'first' | 'near' | 'better'; participants: number; start: number}>`
    with above as (select partner_org_id as id, sort_key as key, shuffle from board_tally where ${among} and (sort_key, shuffle, partner_org_id) < ${mine} order by sort_key desc, shuffle desc, partner_org_id desc limit ${around}),
    below as (select partner_org_id as id, sort_key as key, shuffle from board_tally where ${among} and (sort_key, shuffle, partner_org_id) > ${mine} order by sort_key, shuffle, partner_org_id limit ${around}),
    near as (select * from above union all select ${reader}::uuid, ${key}, ${own.shuffle}::integer union all select * from below),
    better as (select partner_org_id as id, sort_key as key from board_tally where ${among} and sort_key < ${key} order by sort_key desc limit 1),
    limits as (select (select min(key) from near) as first, (select key from better) as better),
    counted as (
      select count(*)::int as participants, (count(*) filter (where (sort_key, shuffle, partner_org_id) < ${mine}))::int as place, (count(*) filter (where sort_key < l.first))::int as start, (count(*) filter (where sort_key < l.better))::int as better
      from board_tally, limits l where ${among})
    select p.part, p.id, p.key::float8 as key, p.place::int as place, c.participants, c.start from counted c, lateral (
      (${first})
      union all select 'near', id, key, c.place - (select count(*) from above) + row_number() over (order by key, shuffle, id) - 1 from near
      union all select 'better', id, key, c.better from better
    ) p order by p.place`.execute(db);
  const of = (part: string) => rows.filter(row => row.part === part);
  const shown = [...toRanked(board, of('first'), 0), ...toRanked(board, of('near'), rows[0]?.start ?? 0)];
  // Of those above only the value and the rank are told: which of several ties it is does not matter.
  const better = toRanked(board, of('better'), of('better')[0]?.place ?? 0).filter(({rank}) => !shown.some(row => row.rank === rank));
  const byPlace = new Map([...shown, ...better].map(row => [row.place, row]));
  return {participants: rows[0]?.participants ?? 0, rows: [...byPlace.values()].toSorted((a, b) => a.place - b.place)};
}

/** Which ranks partners had, and how many had one. Beside the median, those that were written down when the period was over: a board that was not there yet had none. */
export async function getRanks(scope: Scope, board: Ranking, from: string | null, reader: string | null, ids: readonly string[]): Promise<{participants: number; ranks: Map<string, number>}> {
  // Beside the median everybody is ranked among all.
  const own = reader === null || board.isNormalised ? null : await findOwn(scope, board, from, reader);
  const frozen = reader === null && board.within !== 'all' && !board.isNormalised ? null : await findFrozenRanks(scope, board, from, own?.field ?? '', ids);
  if (frozen) return frozen;
  if (board.isNormalised) return {participants: 0, ranks: new Map()};
  const among = amongWhom(scope, board, from, own?.field ?? null);
  // How many keys are before one is looked up in the list of all: to number everybody takes three times as long.
  const {rows} = await sql<{id: string; rank: number | null; participants: number}>`
    with keys as materialized (select coalesce(array_agg(sort_key order by sort_key), '{}') as sorted from board_tally where ${among})
    select w.id, width_bucket(t.sort_key - 1, k.sorted) + 1 as rank, cardinality(k.sorted) as participants
    from keys k cross join unnest(${ids}::uuid[]) as w (id) left join board_tally t on t.partner_org_id = w.id and ${among}`.execute(scope.db);
  return {participants: rows[0]?.participants ?? 0, ranks: new Map(rows.flatMap(({id, rank}) => (rank === null ? [] : [[id, rank] as const])))};
}

/** The ranks of a period that was frozen: nothing has to be counted. */
async function findFrozenRanks({db, tenantId}: Scope, {id, isNormalised}: Ranking, from: string | null, field: string, ids: readonly string[]): Promise<{participants: number; ranks: Map<string, number>} | null> {
  if (from === null) return null;
  const {rows} = await sql<{id: string | null; rank: number | null; participants: number}>`
    select w.partner_org_id as id, w.rank, (select count(*)::int from board_result_row n where n.tenant_id = r.tenant_id and n.board_result_id = r.board_result_id and n.field = ${field}) as participants
    from board_result r left join board_result_row w on w.tenant_id = r.tenant_id and w.board_result_id = r.board_result_id and w.field = ${field} and w.partner_org_id = any (${ids}::uuid[])
    where r.tenant_id = ${tenantId}::uuid and r.board_id = ${id}::uuid and r.period_from = ${from}::timestamptz and r.is_normalised = ${isNormalised}`.execute(db);
  if (rows.length === 0) return null;
  return {participants: rows[0]?.participants ?? 0, ranks: new Map(rows.flatMap(({id, rank}) => (id === null || rank === null ? [] : [[id, rank] as const])))};
}

/** Whom the reader competes with, and its own place in the order. */
async function findOwn({db, tenantId}: Scope, {id}: Ranking, from: string | null, reader: string): Promise<{field: string; key: number | null; shuffle: number}> {
  const {rows} = await sql<{field: string; key: number | null; shuffle: number}>`
    select coalesce(board_field(b, p.status, p.level_id, g.country, g.partner_org_id, p.created_at), '') as field, t.sort_key::float8 as key, coalesce(t.shuffle, 0) as shuffle
    from board b
    join partner_org g on g.tenant_id = b.tenant_id and g.partner_org_id = ${reader}::uuid
    left join partnership p on p.tenant_id = b.tenant_id and p.partner_org_id = g.partner_org_id and p.program_id = b.program_id
    left join board_tally t on t.tenant_id = b.tenant_id and t.board_id = b.board_id and t.period_from = ${from ?? '-infinity'}::timestamptz and t.partner_org_id = g.partner_org_id
    where b.tenant_id = ${tenantId}::uuid and b.board_id = ${id}::uuid`.execute(db);
  return rows[0] ?? {field: '', key: null, shuffle: 0};
}

/** Everybody with a rank in a period. */
function amongWhom({tenantId}: Scope, {id, within}: Ranking, from: string | null, field: string | null): RawBuilder<unknown> {
  const inField = field === null && within !== 'all' ? sql`` : sql` and field = ${within === 'all' ? '' : field}`;
  return sql`tenant_id = ${tenantId}::uuid and board_id = ${id}::uuid and period_from = ${from ?? '-infinity'}::timestamptz and sort_key is not null${inField}`;
}

/** @param start - How many are better than the first of these. */
function toRanked({metric}: Ranking, rows: readonly Placed[], start: number): Ranked[] {
  let rank = start + 1;
  return rows.map(({id, key, place}, index) => {
    if (index > 0 && rows[index - 1]?.key !== key) rank = place + 1;
    // Never -0.
    return {partnerOrgId: id, value: isLessBetter(metric) ? key : 0 - key, rank, place};
  });
}
