import {PointsCheck, type PointsFinding} from '@portico/contract';
import {findingsOf, type CompanySigns} from '@portico/contract/points-check-rules';
import {sql} from 'kysely';
import type {Change} from '../changes/record-change.ts';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {getCustomerSigns, getPartnerSigns} from './company-signs.queries.ts';
import type {WrittenEvent} from './partner-events.queries.ts';

const noSigns: CompanySigns = {names: [], domains: [], emailDomains: [], phones: [], taxIds: [], people: []};

/** What is looked for before points are given. */
export async function getCheck({db, tenantId, programId}: Scope): Promise<PointsCheck> {
  const row = await db.selectFrom('points_check').select('terms').where('tenant_id', '=', tenantId).where('program_id', '=', programId).executeTakeFirst();
  return row?.terms ?? PointsCheck.parse({});
}

/** What each event has around it, itself included. */
async function lookAround({db, tenantId}: Scope, events: readonly WrittenEvent[], {burst, oneCustomer}: PointsCheck) {
  const {rows} = await sql<{id: string; burst: number; customers: (string | null)[]}>`
    select e.partner_event_id as id,
      (select count(*)::int from partner_event b where b.tenant_id = e.tenant_id and b.partner_org_id = e.partner_org_id and b.event = e.event and b.retracts_id is null
        and b.occurred_at > e.occurred_at - make_interval(mins => ${burst?.minutes ?? 0}::int) and b.occurred_at <= e.occurred_at) as burst,
      case when e.event = 'deal_won' and ${oneCustomer !== null}::boolean then (
        select jsonb_agg(w.facts->>'customer') from partner_event w where w.tenant_id = e.tenant_id and w.partner_org_id = e.partner_org_id and w.event = 'deal_won' and w.retracts_id is null
          and w.occurred_at > e.occurred_at - make_interval(days => ${oneCustomer?.days ?? 0}::int) and w.occurred_at <= e.occurred_at
          and not exists (select from partner_event r where r.tenant_id = w.tenant_id and r.retracts_id = w.partner_event_id)
      ) else '[]'::jsonb end as customers
    from partner_event e
    where e.tenant_id = ${tenantId}::uuid and e.partner_event_id = any (${events.map(({id}) => id)}::uuid[])`.execute(db);
  return new Map(rows.map(row => [row.id, row]));
}

/**
 * Looks at new events before rules give points for them, and holds those that look as if points were all they were for.
 *
 * @returns The held ones, and what to announce.
 */
export async function holdSuspicious(scope: Scope, events: readonly WrittenEvent[]): Promise<{held: ReadonlySet<string>; changes: Change[]}> {
  const {db, tenantId, context} = scope;
  const check = await getCheck(scope);
  const around = await lookAround(scope, events, check);
  const customers = check.selfDealing ? await getCustomerSigns(scope, events) : new Map<string, CompanySigns>();
  const partners = customers.size === 0 ? new Map<string, CompanySigns>() : await getPartnerSigns(scope, [...new Set(events.flatMap(({id, partnerOrgId}) => (customers.has(id) ? [partnerOrgId] : [])))]);
  const found = events.flatMap(({id, event, partnerOrgId, facts}): {id: string; partnerOrgId: string; findings: PointsFinding[]}[] => {
    const own = around.get(id);
    const findings = own ? findingsOf(check, {event, customer: facts.customer ?? null, customerSigns: customers.get(id) ?? null, partner: partners.get(partnerOrgId) ?? noSigns, burst: own.burst, customers: own.customers ?? []}) : [];
    return findings.length > 0 ? [{id, partnerOrgId, findings}] : [];
  });
  if (found.length === 0) return {held: new Set(), changes: []};
  const now = nowText(context);
  const rows = found.map(({id, partnerOrgId, findings}) => ({tenant_id: tenantId, points_hold_id: newId(context), partner_event_id: id, partner_org_id: partnerOrgId, findings: JSON.stringify(findings), status: 'held', created_at: now, updated_at: now}));
  await db.insertInto('points_hold').values(rows).execute();
  return {held: new Set(found.map(({id}) => id)), changes: rows.map(row => ({resource: 'points_hold', id: row.points_hold_id, action: 'hold', changes: {eventId: row.partner_event_id}}))};
}
