import type {Answer, DealContact, DealCustomer, DealLine, DealStatus} from '@portico/contract';
import {sql} from 'kysely';
import type {RowKey} from '../csv-import/row-key.ts';
import type {Scope} from '../database/scope.ts';
import type {ReadDeal} from './deal-row.rules.ts';
import type {DealFacts} from './deal-text.rules.ts';

/** A registration that a row is about. */
export interface KnownDeal {
  readonly id: string;
  /** The row said the same before. */
  readonly same: boolean;
}

/** What a row calls its registration: the partner's externalId for it, else its number. */
export function nameOfRow({deal}: ReadDeal): string | undefined {
  if (deal?.externalId) return JSON.stringify([deal.partnerOrg.id, deal.externalId]);
  return deal?.number ? `number:${deal.number}` : undefined;
}

/** Registrations that rows are about, by row key: brought by earlier imports, or with the same number or externalId. */
export async function findKnownDeals(scope: Scope, keys: readonly RowKey[]): Promise<ReadonlyMap<string, KnownDeal>> {
  const wanted = keys.map(({key, hash}) => ({key, hash, ...namesOf(key)}));
  const partners = [...new Set(wanted.flatMap(({partner}) => partner ?? []))];
  const ofPartners = wanted.flatMap(({external_id}) => external_id ?? []);
  const numbers = wanted.flatMap(({number}) => number ?? []);
  const {rows} = await sql<KnownDeal & {readonly key: string}>`
    -- All names in one look each: a plan that was made while there were few registrations, and is kept, may go through all of them to find one.
    with named as materialized (
      select partner_org_id as partner, external_id, null::text as number, deal_registration_id as id from deal_registration where tenant_id = ${scope.tenantId} and partner_org_id = any(${partners}::uuid[]) and external_id = any(${ofPartners}::text[])
      union all
      select null, null, number, deal_registration_id from deal_registration where tenant_id = ${scope.tenantId} and program_id = ${scope.programId} and number = any(${numbers}::text[])
    )
    select k.key, coalesce(r.id, e.id, n.id) as id, coalesce(r.content_hash = decode(k.hash, 'hex'), false) as same
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as k (key text, hash text, partner uuid, external_id text, number text)
    -- One by one through the key: a join would be planned without knowing how few of many rows are asked for.
    left join lateral (select deal_registration_id as id, content_hash from deal_import_row where tenant_id = ${scope.tenantId} and row_key = k.key limit 1) r on true
    left join named e on e.partner = k.partner and e.external_id = k.external_id
    left join named n on n.number = k.number
    where coalesce(r.id, e.id, n.id) is not null`.execute(scope.db);
  return new Map(rows.map(({key, ...known}) => [key, known]));
}

function namesOf(key: string): {partner?: string; external_id?: string; number?: string} {
  if (key.startsWith('id:number:')) return {number: key.slice('id:number:'.length)};
  if (!key.startsWith('id:')) return {};
  const [partner = '', externalId = ''] = JSON.parse(key.slice(3)) as string[];
  return {partner, external_id: externalId};
}

/** Remembers what rows became. */
export async function rememberDeals(scope: Scope, rows: readonly (RowKey & {readonly id: string})[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into deal_import_row (tenant_id, row_key, deal_registration_id, content_hash)
    select ${scope.tenantId}::uuid, key, id, decode(hash, 'hex') from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (key text, hash text, id uuid)
    on conflict (tenant_id, row_key) do update set deal_registration_id = excluded.deal_registration_id, content_hash = excluded.content_hash`.execute(scope.db);
}

/** Registrations as files have them, with their ids. */
export type FiledDeal = DealFacts & {readonly id: string; readonly tab: string};

/** The query of registrations as files have them; filter and order it as needed. */
export function filedDeals({db, tenantId}: Scope) {
  return db
    .selectFrom('deal_registration as d')
    .innerJoin('partner_org as g', join => join.onRef('g.tenant_id', '=', 'd.tenant_id').onRef('g.partner_org_id', '=', 'd.partner_org_id'))
    .leftJoin('person as p', join => join.onRef('p.tenant_id', '=', 'd.tenant_id').onRef('p.person_id', '=', 'd.owner_id'))
    .select([
      'd.deal_registration_id as id', 'd.tab', 'd.external_id', 'd.number', 'g.name as partnerName', 'p.name as ownerName', 'd.registration_type', 'd.name', 'd.description', 'd.use_case', 'd.estimated_minor', 'd.estimated_currency',
      'd.contract_type', 'd.contract_term_months', 'd.expected_close_on', 'd.competitors', 'd.incumbent', 'd.support_requested', 'd.stage', 'd.submitted_at', 'd.protected_from', 'd.protected_until', 'd.ended_at', 'd.end_reason',
    ])
    .select(eb => [
      eb.ref('d.customer').$castTo<DealCustomer>().as('customer'),
      eb.ref('d.contact').$castTo<DealContact>().as('contact'),
      eb.ref('d.lines').$castTo<DealLine[]>().as('lines'),
      eb.ref('d.answers').$castTo<Answer[]>().as('answers'),
      eb.ref('d.status').$castTo<DealStatus>().as('status'),
    ])
    .where('d.tenant_id', '=', tenantId);
}
