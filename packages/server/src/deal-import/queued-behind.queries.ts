import type {ImportIssue} from '@portico/contract';
import {sql} from 'kysely';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';

/**
 * How many of these registrations the conflict rule would have queued behind another partner: when they were submitted, another partner's earlier registration of the
 * same customer (a certain key in common) and product was still going on.
 *
 * @param importId - Counts those that this import brought, against all.
 */
export async function countQueuedBehind({db, tenantId, context}: Scope, importId: string): Promise<number> {
  // One row for each key and product, so that the join goes by equality. Order within one instant is the order in the file.
  const {rows} = await sql<{count: number}>`
    with deal as materialized (
      select d.deal_registration_id as id, d.partner_org_id as partner, d.submitted_at as begun, coalesce(d.ended_at, 'infinity') as ended, d.created_at, d.queue_number,
        coalesce(substr(d.number, 4), '') as number,
        array_remove(array['domain:' || d.domain_key, 'tax:' || d.tax_key, case when coalesce(d.domain_key, d.tax_key) is null then 'name:' || d.name_key || ':' || d.country_key end], null) as keys,
        case when d.lines = '[]' then array['*'] else array(select distinct line->>'product' from jsonb_array_elements(d.lines) line) end as products
      from deal_registration d
      where d.tenant_id = ${tenantId} and d.tab <> 'draft' and d.submitted_at is not null and d.submitted_at <= ${nowText(context)}::timestamptz
    ), claim as materialized (
      select id, partner, begun, ended, number, key, product from deal, unnest(keys) as key, unnest(products) as product
    )
    select count(distinct later.id)::int as count
    from claim later
    join claim earlier on earlier.key = later.key and earlier.partner <> later.partner and (earlier.product = later.product or earlier.product = '*' or later.product = '*')
      and (earlier.begun, length(earlier.number), earlier.number) < (later.begun, length(later.number), later.number) and earlier.ended > later.begun
    where later.id in (select deal_registration_id from deal_activity where tenant_id = ${tenantId} and event = 'import' and data->>'dealImportId' = ${importId})`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Says at the end of an import how many of its registrations came second. */
export async function concludeImport(scope: Scope, importId: string): Promise<ImportIssue[]> {
  const count = await countQueuedBehind(scope, importId);
  if (count === 0) return [];
  const message = `${count.toLocaleString('en')} of these registrations were submitted while another partner’s earlier one of the same customer and product was going on: they would have waited behind it.`;
  return [{line: 1, column: null, code: 'queued_behind_others', message, severity: 'warning'}];
}
