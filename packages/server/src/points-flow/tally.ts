import type {BoardMetric, BoardPeriod} from '@portico/contract';
import {countsOn} from '@portico/contract/board-rules';
import {periodFinder} from '@portico/contract/period';
import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';
import {insertLines, type NewLine, type OtherLine} from './ledger.queries.ts';
import type {WrittenEvent} from './partner-events.queries.ts';

const partnersAtOnce = 500;

/** What a board counts, and by which periods. */
export interface CountingBoard {
  readonly id: string;
  readonly metric: BoardMetric;
  readonly currency: string;
  readonly period: BoardPeriod;
  readonly timeZone: string;
}

interface Addition {
  readonly partnerOrgId: string;
  readonly occurredAt: string;
  readonly total: number;
  readonly count: number;
}

/** Adds lines to the ledger, and to every board that counts points: what is paid for rewards was earned all the same. @returns Their ids, in the same order. */
export async function writeLines(scope: Scope, lines: readonly (NewLine | OtherLine)[]): Promise<string[]> {
  const ids = await insertLines(scope, lines);
  const earned = lines.filter(line => !('kind' in line) || line.kind !== 'redemption');
  if (earned.length === 0) return ids;
  for (const board of await getBoards(scope)) if (board.metric === 'points') await add(scope, board, earned.map(toAddition));
  return ids;
}

/** Adds events to the boards that count them, or takes them away. */
export async function tallyEvents(scope: Scope, events: readonly WrittenEvent[], sign: 1 | -1): Promise<void> {
  for (const board of await getBoards(scope)) await add(scope, board, additionsOf(board, events, sign));
}

/** Counts everything that happened so far on a board that is new, some partners at a time. The rules are locked, so that nothing happens meanwhile. */
export async function tallyHistory(scope: Scope, board: CountingBoard): Promise<void> {
  const {db, tenantId} = scope;
  const accounts = await db.selectFrom('points_account').select('partner_org_id').where('tenant_id', '=', tenantId).orderBy('partner_org_id').execute();
  for (let start = 0; start < accounts.length; start += partnersAtOnce) {
    const some = accounts.slice(start, start + partnersAtOnce).map(row => row.partner_org_id);
    await add(scope, board, board.metric === 'points' ? await linesOf(scope, some) : additionsOf(board, await eventsOf(scope, some), 1));
  }
}

async function linesOf({db, tenantId}: Scope, partnerOrgIds: readonly string[]): Promise<Addition[]> {
  const rows = await db.selectFrom('points_entry').select(['partner_org_id', 'occurred_at', 'points', 'step']).where('tenant_id', '=', tenantId).where('partner_org_id', 'in', partnerOrgIds).where('kind', '<>', 'redemption').orderBy('occurred_at').execute();
  return rows.map(({partner_org_id: partnerOrgId, occurred_at: occurredAt, points, step}) => toAddition({partnerOrgId, occurredAt, points, step}));
}

async function eventsOf({db, tenantId}: Scope, partnerOrgIds: readonly string[]): Promise<Pick<WrittenEvent, 'partnerOrgId' | 'event' | 'occurredAt' | 'facts'>[]> {
  const rows = await db
    .selectFrom('partner_event as e')
    .select(['e.partner_org_id', 'e.event', 'e.occurred_at', 'e.amount_minor', 'e.currency', 'e.facts'])
    .where('e.tenant_id', '=', tenantId)
    .where('e.partner_org_id', 'in', partnerOrgIds)
    .where('e.event', 'in', ['deal_won', 'deal_lost', 'first_contact'])
    .where('e.retracts_id', 'is', null)
    .where(sql<boolean>`not exists (select from partner_event r where r.tenant_id = e.tenant_id and r.retracts_id = e.partner_event_id)`)
    .orderBy('e.occurred_at')
    .execute();
  return rows.map(row => ({
    partnerOrgId: row.partner_org_id,
    event: row.event,
    occurredAt: row.occurred_at,
    facts: {...row.facts, amount: row.amount_minor === null || row.currency === null ? null : {amountMinor: row.amount_minor, currency: row.currency}},
  }));
}

async function getBoards({db, tenantId, programId}: Scope): Promise<CountingBoard[]> {
  const rows = await db.selectFrom('board').select(['board_id', 'metric', 'currency', 'period', 'time_zone']).where('tenant_id', '=', tenantId).where('program_id', '=', programId).orderBy('board_id').execute();
  return rows.map(row => ({id: row.board_id, metric: row.metric as BoardMetric, currency: row.currency, period: row.period as BoardPeriod, timeZone: row.time_zone}));
}

function additionsOf(board: CountingBoard, events: readonly Pick<WrittenEvent, 'partnerOrgId' | 'event' | 'occurredAt' | 'facts'>[], sign: 1 | -1): Addition[] {
  return events.flatMap(({partnerOrgId, event, occurredAt, facts}) => {
    const counted = countsOn(board, event, facts);
    return counted ? [{partnerOrgId, occurredAt, total: sign * counted.total, count: sign * counted.count}] : [];
  });
}

/** A reversal takes its line away again: the two count as none. */
function toAddition({partnerOrgId, occurredAt, points, step}: Pick<NewLine, 'partnerOrgId' | 'occurredAt' | 'points' | 'step'>): Addition {
  return {partnerOrgId, occurredAt, total: points, count: step % 2 === 0 ? 1 : -1};
}

/** Nobody else writes a partner's tallies at this moment: whoever does holds the partner's account, or all rules. */
async function add({db, tenantId, context}: Scope, {id, metric, period, timeZone}: CountingBoard, additions: readonly Addition[]): Promise<void> {
  if (additions.length === 0) return;
  const find = periodFinder(period, timeZone);
  const sums = new Map<string, {period_from: string; partner_org_id: string; total: number; count: number; earlier: number; shuffle: number}>();
  const sumFrom = (from: string, partnerOrgId: string) => {
    const sum = sums.get(`${from} ${partnerOrgId}`) ?? {period_from: from, partner_org_id: partnerOrgId, total: 0, count: 0, earlier: 0, shuffle: new DataView(context.randomBytes(4).buffer).getInt32(0)};
    sums.set(`${from} ${partnerOrgId}`, sum);
    return sum;
  };
  for (const {partnerOrgId, occurredAt, total, count} of additions) {
    const {from, until} = find(occurredAt);
    const sum = sumFrom(from ?? '-infinity', partnerOrgId);
    sum.total += total;
    sum.count += count;
    // What the next period grows from.
    if (metric === 'revenue_growth' && until !== null) sumFrom(until, partnerOrgId).earlier += total;
  }
  await sql`
    insert into board_tally as t (tenant_id, board_id, period_from, partner_org_id, total, count, earlier, shuffle, field, sort_key)
    select b.tenant_id, b.board_id, n.period_from, n.partner_org_id, n.total, n.count, n.earlier, n.shuffle, f.field, case when f.field is not null then board_sort_key(b.metric, b.min_count, n.total, n.count, n.earlier) end
    from jsonb_to_recordset(${JSON.stringify([...sums.values()])}::jsonb) as n (period_from timestamptz, partner_org_id uuid, total bigint, count integer, earlier bigint, shuffle integer)
    join board b on b.tenant_id = ${tenantId}::uuid and b.board_id = ${id}::uuid
    join partner_org g on g.tenant_id = b.tenant_id and g.partner_org_id = n.partner_org_id
    left join partnership p on p.tenant_id = b.tenant_id and p.partner_org_id = n.partner_org_id and p.program_id = b.program_id
    cross join lateral board_field(b, p.status, p.level_id, g.country, g.partner_org_id, p.created_at) as f (field)
    on conflict (tenant_id, board_id, period_from, partner_org_id) do update set
      total = t.total + excluded.total, count = t.count + excluded.count, earlier = t.earlier + excluded.earlier, field = excluded.field,
      sort_key = case when excluded.field is not null then (
        select board_sort_key(b.metric, b.min_count, t.total + excluded.total, t.count + excluded.count, t.earlier + excluded.earlier) from board b where b.tenant_id = ${tenantId}::uuid and b.board_id = ${id}::uuid) end`.execute(db);
}

/** Finds everybody's place anew after a board was changed, the rules being locked; or one partner's, whose account is held. */
export async function placeAgain({db, tenantId}: Scope, boardId: string, partnerOrgId: string | null = null): Promise<void> {
  await sql`
    update board_tally t set field = f.field, sort_key = case when f.field is not null then board_sort_key(b.metric, b.min_count, t.total, t.count, t.earlier) end
    from board b
    join partnership p on p.tenant_id = b.tenant_id and p.program_id = b.program_id
    join partner_org g on g.tenant_id = b.tenant_id and g.partner_org_id = p.partner_org_id
    cross join lateral board_field(b, p.status, p.level_id, g.country, g.partner_org_id, p.created_at) as f (field)
    where b.tenant_id = ${tenantId}::uuid and b.board_id = ${boardId}::uuid and t.tenant_id = b.tenant_id and t.board_id = b.board_id and t.partner_org_id = p.partner_org_id
      and (${partnerOrgId}::uuid is null or t.partner_org_id = ${partnerOrgId}::uuid)`.execute(db);
}
