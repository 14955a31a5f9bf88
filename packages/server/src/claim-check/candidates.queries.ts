import type {Account, DealLine, DealStatus} from '@portico/contract';
import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';
import type {CustomerKeys} from './customer-key.rules.ts';
import type {RecordKeys} from './match.rules.ts';

/** Most records that one way of looking brings. */
const most = 200;

/** An account that may be the customer looked for. */
export interface AccountCandidate extends RecordKeys {
  readonly id: string;
  readonly name: string;
  readonly standing: Account['standing'];
}

/** A registration that may be of the customer looked for. */
export interface DealCandidate extends RecordKeys {
  readonly id: string;
  readonly number: string | null;
  readonly partnerOrgId: string;
  readonly status: DealStatus;
  readonly customerName: string | null;
  readonly submittedAt: string | null;
  readonly protectedFrom: string | null;
  readonly protectedUntil: string | null;
  /** None stands for all. */
  readonly products: readonly string[];
}

type Sought = Pick<CustomerKeys, 'domainKey' | 'taxKey' | 'nameKey' | 'countryKey' | 'emailKey' | 'phoneKey'> & {readonly externalId?: string | null};

/**
 * Accounts that have something in common with a customer, by all ways of looking at once: the same statement runs whatever is found. What is not known is looked for
 * as NULL, which finds nothing.
 */
export async function findAccountCandidates({db, tenantId}: Scope, {domainKey, taxKey, nameKey, countryKey, externalId = null}: Sought): Promise<AccountCandidate[]> {
  const {rows} = await sql<AccountCandidate>`
    with found as (
      select account_id, max(similarity) as similarity from (
        select account_id, 0::real as similarity from find_accounts_of_domain(${domainKey}) as account_id
        union all (select account_id, 0 from account where tenant_id = ${tenantId} and tax_key = ${taxKey} limit ${most})
        union all select account_id, 0 from account where tenant_id = ${tenantId} and external_id = ${externalId}
        union all select id, similarity from find_similar_accounts(${nameKey}, ${countryKey}, ${most})
      ) each_way group by account_id
    )
    select a.account_id as id, a.name, a.standing, a.domain_keys as "domainKeys", a.tax_key as "taxKey", a.name_key as "nameKey", a.country as "countryKey", a.external_id as "externalId",
      null as "emailKey", null as "phoneKey", f.similarity::float8 as similarity
    from found f join account a on a.tenant_id = ${tenantId} and a.account_id = f.account_id`.execute(db);
  return rows;
}

/** Registrations that were sent and have something in common with a customer; those that wait for a decision or are protected before all others. */
export async function findDealCandidates({db, tenantId}: Scope, {domainKey, taxKey, nameKey, countryKey, emailKey, phoneKey, externalId = null}: Sought): Promise<DealCandidate[]> {
  const by = (column: string, key: string | null) => sql`(
    select deal_registration_id, 0::real from deal_registration where tenant_id = ${tenantId} and ${sql.ref(column)} = ${key} and tab <> 'draft'
    order by tab in ('protected', 'in_review') desc, created_at desc limit ${most}
  )`;
  const {rows} = await sql<Omit<DealCandidate, 'products' | 'domainKeys'> & {readonly lines: DealLine[]; readonly domainKey: string | null}>`
    with found as (
      select deal_registration_id, max(similarity) as similarity from (
        select id as deal_registration_id, similarity from find_similar_deals(${nameKey}, ${countryKey}, ${most})
        union all ${by('domain_key', domainKey)}
        union all ${by('tax_key', taxKey)}
        union all ${by('email_key', emailKey)}
        union all ${by('phone_key', phoneKey)}
        union all ${by('external_id', externalId)}
      ) each_way group by deal_registration_id
    )
    select d.deal_registration_id as id, d.number, d.partner_org_id as "partnerOrgId", d.status, d.customer->>'name' as "customerName", d.submitted_at as "submittedAt",
      d.protected_from as "protectedFrom", d.protected_until as "protectedUntil", d.lines, d.domain_key as "domainKey", d.tax_key as "taxKey", d.name_key as "nameKey",
      d.country_key as "countryKey", d.email_key as "emailKey", d.phone_key as "phoneKey", d.external_id as "externalId", f.similarity::float8 as similarity
    from found f join deal_registration d on d.tenant_id = ${tenantId} and d.deal_registration_id = f.deal_registration_id`.execute(db);
  return rows.map(({lines, domainKey: domain, ...row}) => ({...row, domainKeys: domain === null ? [] : [domain], products: [...new Set(lines.map(({product}) => product))]}));
}
