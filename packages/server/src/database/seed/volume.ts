import {sql} from 'kysely';
import {nowText} from '../../context.ts';
import {searchWordsOf} from '../../lead/search.rules.ts';
import type {Scope} from '../scope.ts';
import {customersInTurn, makeLead} from './make-lead.ts';
import {seeded} from './random.ts';

/** Leads that differ; the rest are their copies under other numbers. */
const originals = 500;
const batchLeads = 10_000;

/**
 * Adds many leads, all with one partner: half on offer, the others in work or ended. For measuring; nothing is announced and their stories are one line each.
 *
 * @param count - How many there shall be in the end; those of an earlier call count.
 * @returns How many were added.
 */
export async function addVolume(inTenant: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>, partnerOrgId: string, partnerName: string, count: number): Promise<number> {
  const before = await inTenant(async ({db, tenantId}) => (await db.selectFrom('lead').select(sql<number>`count(*)::int`.as('count')).where('tenant_id', '=', tenantId).where('external_id', 'like', 'volume-%').executeTakeFirstOrThrow()).count);
  for (let start = before; start < count; start += batchLeads) await inTenant(scope => addBatch(scope, partnerOrgId, partnerName, start, Math.min(start + batchLeads, count)));
  return Math.max(0, count - before);
}

async function addBatch(scope: Scope, partnerOrgId: string, partnerName: string, from: number, to: number): Promise<void> {
  const {db, tenantId, programId, context} = scope;
  const now = nowText(context);
  await sql`set local statement_timeout = 0`.execute(db);
  await sql`discard plans`.execute(db);
  // Ids from the number, so that a batch that was undone comes again the same.
  await sql`
    create temporary table volume on commit drop as
    select n,
      (lpad(to_hex((extract(epoch from ${now}::timestamptz) * 1000)::bigint), 12, '0') || '7001' || lpad(to_hex(${sql.lit(0x8000)} + n % 16384), 4, '0') || lpad(to_hex(n), 12, '0'))::uuid as lead_id,
      (lpad(to_hex((extract(epoch from ${now}::timestamptz) * 1000)::bigint), 12, '0') || '7002' || lpad(to_hex(${sql.lit(0x8000)} + n % 16384), 4, '0') || lpad(to_hex(n), 12, '0'))::uuid as offer_id,
      case when n % 10 < 4 then 'offered' when n % 10 < 5 then 'viewed' when n % 10 < 6 then 'accepted' when n % 10 < 8 then 'working' when n % 10 < 9 then 'closed_won' else 'closed_lost' end as status,
      ${now}::timestamptz - make_interval(mins => 5 + n % 40000) as received_at,
      ${now}::timestamptz + make_interval(mins => 600 + (n * 7919) % 80000) as due_at,
      (32 + (n * 31) % 66)::int as score,
      o.*
    from generate_series(${from}::int, ${to - 1}::int) as n
    join jsonb_to_recordset(${JSON.stringify(makeOriginals(partnerName, now))}::jsonb) as o (
      number int, title text, source text, company jsonb, contact jsonb, consent jsonb, products text[], need text, timeline text, "amountMinor" bigint, currency text, quality text, words tsvector
    ) on o.number = n % ${originals}`.execute(db);
  const isOpen = sql`(status in ('offered', 'viewed', 'accepted', 'working'))`;
  const isTaken = sql`(status not in ('offered', 'viewed'))`;
  await sql`
    insert into lead (tenant_id, lead_id, program_id, external_id, status, title, source, company, contact, consent, products, need, timeline, estimated_minor, estimated_currency, score, quality, priority, search_words,
      lost_reason, lead_offer_id, offer_count, due_at, received_at, ended_at, created_at, updated_at)
    select ${tenantId}::uuid, lead_id, ${programId}::uuid, 'volume-' || n, case status when 'viewed' then 'offered' else status end, title, source, company, contact, consent, products, need, timeline, "amountMinor", currency,
      score, quality, case when n % 25 = 0 then 'hot' else 'normal' end, words, case status when 'closed_lost' then 'budget' end, offer_id, 1, case when ${isOpen} then due_at end, received_at,
      case when not ${isOpen} then ${now}::timestamptz end, received_at, ${now}::timestamptz
    from volume`.execute(db);
  await sql`
    insert into lead_offer (tenant_id, lead_offer_id, lead_id, partner_org_id, status, unread, routed_by, offered_at, first_viewed_at, accepted_at, accept_by, act_by, idle_by, first_contact_at, last_activity_at, ended_at, end_reason,
      due_at, score, created_at, updated_at)
    select ${tenantId}::uuid, offer_id, lead_id, ${partnerOrgId}::uuid, status, status = 'offered' and n % 3 > 0, 'territory', received_at, case when status <> 'offered' then received_at end, case when ${isTaken} then received_at end,
      case when not ${isTaken} then due_at end, case when status in ('accepted', 'working') then due_at + interval '40 days' end, case when status in ('accepted', 'working') then due_at end,
      case when status = 'working' then received_at end, case when status = 'working' then received_at end, case when not ${isOpen} then ${now}::timestamptz end, case status when 'closed_lost' then 'budget' end,
      case when ${isOpen} then due_at end, score, received_at, ${now}::timestamptz
    from volume`.execute(db);
  await sql`
    insert into activity (tenant_id, activity_id, lead_id, lead_offer_id, kind, visibility, side, event, data, occurred_at, created_at)
    select ${tenantId}::uuid, gen_random_uuid(), lead_id, offer_id, 'event', 'shared', 'system', 'offer', '{"method": "territory"}', received_at, received_at from volume`.execute(db);
  await sql`drop table volume`.execute(db);
}

function makeOriginals(partnerName: string, now: string): object[] {
  const customers = customersInTurn();
  return Array.from({length: originals}, (_, number) => {
    const lead = makeLead(`volume-${number}`, 'FI', customers, seeded(100_000 + number), now);
    const {title = 'Lead', source, company, contact, consent = null, products, need: story = '', timeline = null, estimatedValue, quality = null, campaign = null, tags} = lead;
    // One sentence each: words cost more than anything else here.
    const need = story.split('. ')[0] ?? null;
    const words = searchWordsOf({title, company, contact, products, need, timeline, tags, externalId: null, campaign, partnerName});
    return {number, title, source, company, contact, consent, products, need, timeline, amountMinor: estimatedValue?.amountMinor ?? null, currency: estimatedValue?.currency ?? null, quality, words};
  });
}
