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
export function nameOfRow({read}: Pick<ReadDeal, 'read'>): string | undefined {
  if (read.externalId !== undefined && read.partnerOrg !== undefined) return JSON.stringify([read.partnerOrg, read.externalId]);
  return read.number === undefined ? undefined : `number:${read.number}`;
}

/** Registrations that rows are about, by row key: brought by earlier imports, or with the same number or externalId. */
export async function findKnownDeals(scope: Scope, keys: readonly RowKey[]): Promise<ReadonlyMap<string, KnownDeal>> {
  const wanted = keys.map(({key, hash}) => ({key, hash, ...namesOf(key)}));
  const {rows} = await sql<KnownDeal & {readonly key: string}>`
    select k.key, coalesce(r.deal_registration_id, e.deal_registration_id, n.deal_registration_id) as id, coalesce(r.content_hash = decode(k.hash, 'hex'), false) as same
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as k (key text, hash text, partner text, external_id text, number text)
    left join deal_import_row r on r.tenant_id = ${scope.tenantId} and r.row_key = k.key
    left join partner_org g on g.tenant_id = ${scope.tenantId} and g.name = k.partner
    left join deal_registration e on e.tenant_id = ${scope.tenantId} and e.partner_org_id = g.partner_org_id and e.external_id = k.external_id
    left join deal_registration n on n.tenant_id = ${scope.tenantId} and n.program_id = ${scope.programId} and n.number = k.number
    where coalesce(r.deal_registration_id, e.deal_registration_id, n.deal_registration_id) is not null`.execute(scope.db);
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
