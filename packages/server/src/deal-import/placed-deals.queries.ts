import type {DealLine} from '@portico/contract';
import {sql} from 'kysely';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {protectedBy} from '../deal-flow/protect-deal.ts';
import type {DealProgram} from '../deal-flow/deal-program.queries.ts';
import type {HeldDeal} from '../deal-flow/held-deal.queries.ts';
import {toDealNumber} from '../receipt/issue-receipt.queries.ts';
import type {PlacedDeal} from './placed-deals.ts';

/** A customer's key and a product, as a text. */
export type ProtectionKey = string;

/** What rows protect or would protect. */
export function protectionOf(columns: Pick<HeldDeal, 'domain_key' | 'tax_key' | 'name_key' | 'country_key' | 'email_key' | 'phone_key'> & {readonly lines: readonly DealLine[]}, program: DealProgram): ProtectionKey[] {
  return protectedBy({deal: columns as unknown as HeldDeal, program}).map(pair => JSON.stringify(pair));
}

/** Those of the keys that somebody holds. */
export async function findHeldKeys({db, tenantId}: Scope, keys: readonly ProtectionKey[]): Promise<Set<ProtectionKey>> {
  if (keys.length === 0) return new Set();
  const {rows} = await sql<{key: string; product: string}>`
    select p.customer_key as key, p.product from deal_protection p
    join (select distinct pair->>0 as customer_key, pair->>1 as product from jsonb_array_elements(${`[${keys.join(',')}]`}::jsonb) as pair) w using (customer_key, product)
    where p.tenant_id = ${tenantId} and p.released_at is null`.execute(db);
  return new Set(rows.map(({key, product}) => JSON.stringify([key, product])));
}

/**
 * Takes numbers for registrations that bring none, after all that were handed out and all that files have brought.
 *
 * @param brought - Numbers that the rows bring themselves.
 */
export async function takeNumbers({db, tenantId, programId}: Scope, count: number, brought: readonly string[]): Promise<() => string> {
  const highest = Math.max(0, ...brought.map(number => Number(/^DR-(\d{1,15})$/.exec(number)?.[1] ?? 0)));
  if (count === 0 && highest === 0) return () => '';
  const {rows} = await sql<{last: number}>`
    insert into receipt_chain as c (tenant_id, program_id, last_deal_number) values (${tenantId}, ${programId}, ${highest + count})
    on conflict (tenant_id, program_id) do update set last_deal_number = greatest(c.last_deal_number, ${highest}::bigint) + ${count}::bigint
    returning last_deal_number::float8 as last`.execute(db);
  let next = (rows[0]?.last ?? count) - count;
  return () => toDealNumber(++next);
}

const dealColumns = [
  'deal_registration_id', 'program_id', 'partner_org_id', 'owner_id', 'distributor_id', 'status', 'source', 'drafted_by', 'number', 'external_id', 'name', 'registration_type', 'description', 'use_case', 'customer', 'contact', 'lines',
  'estimated_minor', 'estimated_currency', 'contract_type', 'contract_term_months', 'expected_close_on', 'competitors', 'incumbent', 'support_requested', 'answers', 'submitted_at', 'queue_number', 'submission_count', 'review_due_at',
  'info_request', 'info_due_at', 'decided_at', 'ended_at', 'end_reason', 'protected_from', 'protected_until', 'progress_due_at', 'stage', 'probability', 'stage_changed_at', 'domain_key', 'tax_key', 'name_key', 'country_key',
  'email_key', 'phone_key', 'search_words', 'remind_at', 'due_at', 'created_at', 'updated_at',
];

/** Writes registrations with their protections and the beginning of their stories, a statement a table. */
export async function insertPlacedDeals(scope: Scope, deals: readonly PlacedDeal[], protections: readonly {readonly id: string; readonly key: ProtectionKey}[], importId: string): Promise<void> {
  const now = nowText(scope.context);
  await insertAll(scope, 'deal_registration', dealColumns, deals);
  await insertAll(scope, 'deal_protection', ['deal_registration_id', 'customer_key', 'product'], protections.map(({id, key}) => {
    const [customerKey, product] = JSON.parse(key) as string[];
    return {deal_registration_id: id, customer_key: customerKey, product};
  }));
  await insertAll(scope, 'deal_activity', ['deal_activity_id', 'deal_registration_id', 'kind', 'visibility', 'side', 'body', 'event', 'data', 'occurred_at', 'created_at'], deals.map(({deal_registration_id: id, status}) => ({
    deal_activity_id: newId(scope.context), deal_registration_id: id, kind: 'event', visibility: 'shared', side: 'system', body: '', event: 'import', data: {status, dealImportId: importId}, occurred_at: now, created_at: now,
  })));
}

async function insertAll({db, tenantId}: Scope, table: string, columns: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  if (rows.length === 0) return;
  const list = sql.join(columns.map(column => sql.ref(column)));
  await sql`
    insert into ${sql.table(table)} (tenant_id, ${list})
    select ${tenantId}::uuid, ${list} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(db);
}
