import type {Board, BoardPeople} from '@portico/contract';
import {countsOn, rankBoard} from '@portico/contract/board-rules';
import {periodAt, periodBefore} from '@portico/contract/period';
import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';

interface Sums {
  readonly partnerOrgId: string;
  readonly total: number;
  readonly count: number;
}

/**
 * Ranks the people of one partner by what they did themselves.
 *
 * @param scope - Of the system.
 * @param reader - A person's id.
 */
export async function peopleOf(scope: Scope, board: Board, {at, partnerOrgId, reader}: {readonly at: string; readonly partnerOrgId: string; readonly reader: string | null}): Promise<BoardPeople> {
  const period = periodAt(at, board.period, board.timeZone);
  const earlier = periodBefore(period, board.period, board.timeZone);
  const read = (from: string | null, until: string | null) => (board.metric === 'points' ? sumPoints(scope, partnerOrgId, from, until) : sumEvents(scope, board, partnerOrgId, from, until));
  const before = board.metric === 'revenue_growth' && earlier !== period ? await read(earlier.from, earlier.until) : [];
  const ranking = rankBoard(board, await read(period.from, period.until), before);
  const names = await getNames(scope, ranking.map(row => row.partnerOrgId));
  const rows = ranking.map(({partnerOrgId: id, rank, value}) => ({rank, isOwn: id === reader, person: {id, name: names.get(id) ?? ''}, value}));
  return {period: {key: period.key, from: period.from, until: period.until}, rows: rows.toSorted((a, b) => a.rank - b.rank || (a.person.name < b.person.name ? -1 : 1))};
}

async function sumPoints({db, tenantId}: Scope, partnerOrgId: string, from: string | null, until: string | null): Promise<Sums[]> {
  const {rows} = await sql<Sums>`
    select person_id as "partnerOrgId", sum(points)::float8 as total, sum(1 - 2 * (step % 2))::int as count from points_entry
    where tenant_id = ${tenantId}::uuid and partner_org_id = ${partnerOrgId}::uuid and person_id is not null and kind <> 'redemption' and ${isWithin(from, until)} group by person_id having sum(1 - 2 * (step % 2)) > 0`.execute(db);
  return rows;
}

async function sumEvents({db, tenantId}: Scope, board: Board, partnerOrgId: string, from: string | null, until: string | null): Promise<Sums[]> {
  const {rows} = await sql<{person_id: string; event: string; amount_minor: number | null; currency: string | null; hours: number | null}>`
    select e.person_id, e.event, e.amount_minor::float8 as amount_minor, e.currency, (e.facts->>'hours')::float8 as hours from partner_event e
    where e.tenant_id = ${tenantId}::uuid and e.partner_org_id = ${partnerOrgId}::uuid and e.person_id is not null and e.retracts_id is null and ${isWithin(from, until)} and e.event in ('deal_won', 'deal_lost', 'first_contact')
      and not exists (select from partner_event r where r.tenant_id = e.tenant_id and r.retracts_id = e.partner_event_id)`.execute(db);
  const sums = new Map<string, Sums>();
  for (const {person_id: id, event, amount_minor: amountMinor, currency, hours} of rows) {
    const counted = countsOn(board, event, {amount: amountMinor === null || currency === null ? null : {amountMinor, currency}, hours});
    const sum = sums.get(id) ?? {partnerOrgId: id, total: 0, count: 0};
    if (counted) sums.set(id, {partnerOrgId: id, total: sum.total + counted.total, count: sum.count + counted.count});
  }
  return [...sums.values()];
}

function isWithin(from: string | null, until: string | null) {
  return sql`(${from}::timestamptz is null or occurred_at >= ${from}::timestamptz) and (${until}::timestamptz is null or occurred_at < ${until}::timestamptz)`;
}

async function getNames({db, tenantId}: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('person').select(['person_id', 'name']).where('tenant_id', '=', tenantId).where('person_id', 'in', [...ids]).execute();
  return new Map(rows.map(row => [row.person_id, row.name]));
}
