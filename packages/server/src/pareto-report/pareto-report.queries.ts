import type {Turnover} from '@portico/contract/pareto-rules';
import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';

/** Deals won and not taken back, by partner; row-level security leaves managers their own. */
export async function getTurnovers({db, tenantId}: Scope, {currency, from, until}: {readonly currency: string; readonly from?: string | undefined; readonly until?: string | undefined}): Promise<Turnover[]> {
  const {rows} = await sql<{id: string; name: string; amount: number}>`
    select e.partner_org_id as id, g.name, sum(e.amount_minor)::float8 as amount from partner_event e
    join partner_org g on g.tenant_id = e.tenant_id and g.partner_org_id = e.partner_org_id
    where e.tenant_id = ${tenantId}::uuid and e.event = 'deal_won' and e.retracts_id is null and e.currency = ${currency}
      and (${from ?? null}::timestamptz is null or e.occurred_at >= ${from ?? null}::timestamptz) and (${until ?? null}::timestamptz is null or e.occurred_at < ${until ?? null}::timestamptz)
      and not exists (select from partner_event r where r.tenant_id = e.tenant_id and r.retracts_id = e.partner_event_id)
    group by e.partner_org_id, g.name`.execute(db);
  return rows.map(({id, name, amount}) => ({partnerOrg: {id, name}, amountMinor: amount}));
}
