import type {Goal} from '@portico/contract';
import {eventOf} from '@portico/contract/challenge-rules';
import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';

/** A span of time, open where it is `null`. */
export interface Span {
  readonly from: string | null;
  readonly until: string | null;
}

/**
 * What a goal counts in a span, by partner; who has nothing is left out.
 *
 * @param partnerOrgIds - Only these; all unless said.
 */
export async function sumGoal({db, tenantId}: Scope, goal: Goal, {from, until}: Span, partnerOrgIds?: readonly string[]): Promise<Map<string, number>> {
  const isWithin = sql`(${from}::timestamptz is null or e.occurred_at >= ${from}::timestamptz) and (${until}::timestamptz is null or e.occurred_at < ${until}::timestamptz)`;
  const isOf = partnerOrgIds === undefined ? sql`true` : sql`e.partner_org_id = any (${[...partnerOrgIds]}::uuid[])`;
  const event = eventOf(goal);
  const query =
    event === null
      ? sql<{id: string; value: number}>`select e.partner_org_id as id, sum(e.points)::float8 as value from points_entry e where e.tenant_id = ${tenantId}::uuid and e.kind = 'event' and ${isOf} and ${isWithin} group by 1`
      : sql<{id: string; value: number}>`
        select e.partner_org_id as id, ${goal.metric === 'revenue' ? sql`sum(e.amount_minor) filter (where e.currency = ${goal.currency})` : sql`count(*)`}::float8 as value from partner_event e
        where e.tenant_id = ${tenantId}::uuid and e.event = ${event} and e.retracts_id is null and ${isOf} and ${isWithin}
          and not exists (select from partner_event r where r.tenant_id = e.tenant_id and r.retracts_id = e.partner_event_id)
          and not exists (select from points_hold h where h.tenant_id = e.tenant_id and h.partner_event_id = e.partner_event_id and h.status <> 'released')
        group by 1`;
  const {rows} = await query.execute(db);
  return new Map(rows.map(({id, value}) => [id, value ?? 0]));
}
