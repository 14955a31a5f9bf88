import type {TierMetric, TierTerms} from '@portico/contract';
import {measured, valueKey, windowAt, type TierValues} from '@portico/contract/tier-rules';
import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';

/** Which events a metric counts. */
const counted: Partial<Record<TierMetric, string>> = {revenue: 'deal_won', closed_deals: 'deal_won', registrations: 'deal_registered', approved_registrations: 'deal_approved', leads_accepted: 'lead_accepted'};

/**
 * Adds up what partners achieved, for every criterion of the terms.
 *
 * @param now - ISO text; windows end with it.
 * @returns By partner; what is 0 is left out.
 */
export async function getAchieved(scope: Scope, partnerOrgIds: readonly string[], {requirements, currency, timeZone}: Pick<TierTerms, 'requirements' | 'currency' | 'timeZone'>, now: string): Promise<Map<string, TierValues>> {
  const achieved = new Map<string, Record<string, number>>(partnerOrgIds.map(id => [id, {}]));
  for (const criterion of measured(requirements)) {
    const {metric, event, window} = criterion;
    const {from, until} = windowAt(window, now, timeZone);
    const rows =
      metric === 'certifications'
        ? await countCertifications(scope, partnerOrgIds)
        : metric === 'points'
          ? await sumPoints(scope, partnerOrgIds, from, until)
          : await sumEvents(scope, partnerOrgIds, {event: event ?? counted[metric] ?? metric, revenueIn: metric === 'revenue' ? currency : null, from, until});
    for (const {id, value} of rows) {
      const values = achieved.get(id);
      if (values && value !== 0) values[valueKey(criterion)] = value;
    }
  }
  return achieved;
}

interface Sum {
  readonly id: string;
  readonly value: number;
}

/** Events that were not taken back, or what they were worth. */
async function sumEvents({db, tenantId}: Scope, ids: readonly string[], {event, revenueIn, from, until}: {readonly event: string; readonly revenueIn: string | null; readonly from: string; readonly until: string}): Promise<Sum[]> {
  const value = revenueIn === null ? sql`count(*)` : sql`coalesce(sum(e.amount_minor) filter (where e.currency = ${revenueIn}::text), 0)`;
  const {rows} = await sql<Sum>`
    select e.partner_org_id as id, ${value}::float8 as value from partner_event e
    where e.tenant_id = ${tenantId}::uuid and e.partner_org_id = any (${[...ids]}::uuid[]) and e.event = ${event}::text and e.occurred_at >= ${from}::timestamptz and e.occurred_at <= ${until}::timestamptz and e.retracts_id is null
      and not exists (select from partner_event r where r.tenant_id = e.tenant_id and r.retracts_id = e.partner_event_id)
    group by e.partner_org_id`.execute(db);
  return rows;
}

async function sumPoints({db, tenantId}: Scope, ids: readonly string[], from: string, until: string): Promise<Sum[]> {
  const {rows} = await sql<Sum>`
    select e.partner_org_id as id, sum(e.points)::float8 as value from points_entry e
    where e.tenant_id = ${tenantId}::uuid and e.partner_org_id = any (${[...ids]}::uuid[]) and e.kind <> 'redemption' and e.occurred_at >= ${from}::timestamptz and e.occurred_at <= ${until}::timestamptz
    group by e.partner_org_id`.execute(db);
  return rows;
}

async function countCertifications({db, tenantId, programId}: Scope, ids: readonly string[]): Promise<Sum[]> {
  const {rows} = await sql<Sum>`
    select p.partner_org_id as id, cardinality(p.certifications) as value from partnership p
    where p.tenant_id = ${tenantId}::uuid and p.program_id = ${programId}::uuid and p.partner_org_id = any (${[...ids]}::uuid[])`.execute(db);
  return rows;
}
