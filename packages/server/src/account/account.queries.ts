import type {Account, NewAccount, Page} from '@portico/contract';
import {sql} from 'kysely';
import {customerKeysOf} from '../claim-check/customer-key.rules.ts';
import {domainKeyOf} from '../claim-check/domain-key.rules.ts';
import {newId, nowText, toHex} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';
import {containsPattern} from '../database/search.ts';
import {sha256} from '../keys/sha256.ts';

const columns = ['account_id as id', 'external_id as externalId', 'name', 'website', 'domains', 'tax_id as taxId', 'country', 'standing', 'updated_at as updatedAt'] as const;

/** Accounts by name. */
export async function listAccounts(scope: Scope, input: {readonly limit: number; readonly cursor?: string | undefined; readonly q?: string | undefined}): Promise<Page<Account>> {
  const q = input.q?.trim();
  const query = scope.db
    .selectFrom('account')
    .select(columns)
    .where('tenant_id', '=', scope.tenantId)
    .$if(Boolean(q), found => found.where(eb => eb.or([eb('name', 'ilike', containsPattern(q ?? '')), eb('external_id', '=', q ?? '')])));
  const by = [{expression: sql.ref('name'), type: 'text'}, {expression: sql.ref('account_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, query, {list: 'account', by, direction: 'asc', input});
  return {items: rows.map(toAccount), page};
}

/** One account, or `undefined`. */
export async function findAccount({db, tenantId}: Scope, id: string): Promise<Account | undefined> {
  const row = await db.selectFrom('account').select(columns).where('tenant_id', '=', tenantId).where('account_id', '=', id).executeTakeFirst();
  return row && toAccount(row);
}

function toAccount({id, externalId, name, website, domains, taxId, country, standing, updatedAt}: Record<keyof Account, unknown>): Account {
  return {id, externalId, name, website, domains, taxId, country, standing, updatedAt} as Account;
}

/** @returns Whether there was one. */
export async function deleteAccount({db, tenantId}: Scope, id: string): Promise<boolean> {
  const {numDeletedRows} = await db.deleteFrom('account').where('tenant_id', '=', tenantId).where('account_id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** An account with what it is recognised by, as SQL takes it. */
interface AccountRow {
  readonly account_id: string;
  readonly external_id: string;
  readonly name: string;
  readonly website: string | null;
  readonly domains: readonly string[];
  readonly tax_id: string | null;
  readonly country: string | null;
  readonly standing: string;
  readonly domain_keys: readonly string[];
  readonly tax_key: string | null;
  readonly name_key: string | null;
  readonly hash: string;
}

/** How many accounts a batch added, changed and found as they are. */
export interface UpsertCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** Adds and changes accounts by their externalId, each of which comes once; what has not changed is left alone. */
export async function upsertAccounts(scope: Scope, accounts: readonly NewAccount[]): Promise<UpsertCounts> {
  // Always in the same order, so that two batches wait for each other and not in a circle.
  const rows = (await Promise.all(accounts.map(account => toRow(scope, account)))).toSorted((a, b) => (a.external_id < b.external_id ? -1 : 1));
  const now = nowText(scope.context);
  const {rows: written} = await sql<{created: boolean}>`
    insert into account as a (tenant_id, account_id, external_id, name, website, domains, tax_id, country, standing, domain_keys, tax_key, name_key, content_hash, created_at, updated_at)
    select ${scope.tenantId}::uuid, r.account_id, r.external_id, r.name, r.website, r.domains, r.tax_id, r.country, r.standing, r.domain_keys, r.tax_key, r.name_key, decode(r.hash, 'hex'), ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      account_id uuid, external_id text, name text, website text, domains text[], tax_id text, country text, standing text, domain_keys text[], tax_key text, name_key text, hash text
    )
    on conflict (tenant_id, external_id) do update set
      name = excluded.name, website = excluded.website, domains = excluded.domains, tax_id = excluded.tax_id, country = excluded.country, standing = excluded.standing,
      domain_keys = excluded.domain_keys, tax_key = excluded.tax_key, name_key = excluded.name_key, content_hash = excluded.content_hash, updated_at = excluded.updated_at
    where a.content_hash <> excluded.content_hash
    returning (xmax = 0) as created`.execute(scope.db);
  const created = written.filter(row => row.created).length;
  return {created, updated: written.length - created, unchanged: rows.length - written.length};
}

async function toRow({context}: Scope, account: NewAccount): Promise<AccountRow> {
  const {externalId, name, website, domains, taxId, country, standing} = account;
  const {taxKey, nameKey} = customerKeysOf({name, taxId, country});
  const domainKeys = [...new Set([website, ...domains].map(domainKeyOf).filter(key => key !== null))];
  const content = {external_id: externalId, name, website, domains, tax_id: taxId, country, standing, domain_keys: domainKeys, tax_key: taxKey, name_key: nameKey};
  return {account_id: newId(context), ...content, hash: toHex(await sha256(JSON.stringify(content)))};
}
