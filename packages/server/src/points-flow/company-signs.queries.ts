import type {DealContact} from '@portico/contract';
import type {CompanySigns} from '@portico/contract/points-check-rules';
import {sql} from 'kysely';
import {customerKeysOf} from '../claim-check/customer-key.rules.ts';
import {companyMailDomainOf, domainKeyOf} from '../claim-check/domain-key.rules.ts';
import {nameKeyOf} from '../claim-check/name-key.rules.ts';
import {phoneKeyOf} from '../claim-check/phone-key.rules.ts';
import type {Scope} from '../database/scope.ts';
import type {WrittenEvent} from './partner-events.queries.ts';

/** By what the customers of events are recognised: as the registration says that an event is of, else as whoever reported it wrote. */
export async function getCustomerSigns({db, tenantId}: Scope, events: readonly WrittenEvent[]): Promise<Map<string, CompanySigns>> {
  const dealIds = [...new Set(events.flatMap(({event, entityId}) => (event.startsWith('deal_') && entityId !== null && isId(entityId) ? [entityId] : [])))];
  const deals = dealIds.length === 0 ? [] : await db.selectFrom('deal_registration').select(['deal_registration_id', 'customer', 'contact', 'domain_key', 'tax_key', 'name_key', 'phone_key']).where('tenant_id', '=', tenantId).where('deal_registration_id', 'in', dealIds).execute();
  const byId = new Map(deals.map(deal => [deal.deal_registration_id, deal]));
  return new Map(
    events.flatMap(({id, entityId, facts}): [string, CompanySigns][] => {
      const written = facts.customer ?? null;
      const deal = byId.get(entityId ?? '');
      if (!deal) return written === null ? [] : [[id, {names: known(nameKeyOf(written)), domains: known(domainKeyOf(written)), emailDomains: [], phones: [], taxIds: [], people: []}]];
      const {firstName, lastName, email = null} = (deal.contact ?? {}) as Partial<DealContact>;
      const person = [firstName, lastName].filter(Boolean).join(' ');
      return [[id, {names: known(deal.name_key), domains: known(deal.domain_key), emailDomains: known(companyMailDomainOf(email)), phones: known(deal.phone_key), taxIds: known(deal.tax_key), people: known(person || null, email)}]];
    }),
  );
}

/** By what partners are recognised: as they are written down, as they show themselves, by their people, and by the vendor's own account of them. */
export async function getPartnerSigns({db, tenantId}: Scope, partnerOrgIds: readonly string[]): Promise<Map<string, CompanySigns>> {
  const {rows} = await sql<{id: string; name: string; country: string | null; website: string | null; shown: string | null; phone: string | null; email: string | null; own: string | null; people: {name: string; email: string | null}[]}>`
    select g.partner_org_id as id, g.name, g.country, g.website, b.display_name as shown, b.phone, b.email, b.website as own,
      coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'email', p.email)) from membership m join person p on p.tenant_id = m.tenant_id and p.person_id = m.person_id and p.active where m.tenant_id = g.tenant_id and m.partner_org_id = g.partner_org_id), '[]') as people
    from partner_org g left join partner_brand b on b.tenant_id = g.tenant_id and b.partner_org_id = g.partner_org_id
    where g.tenant_id = ${tenantId}::uuid and g.partner_org_id = any (${[...partnerOrgIds]}::uuid[])`.execute(db);
  const signs = rows.map(row => {
    const emails = [row.email, ...row.people.map(({email}) => email)];
    const names = [row.name, row.shown];
    const websites = [row.website, row.own];
    const keys = {
      names: known(...names, ...names.map(nameKeyOf)),
      domains: known(...websites, ...websites.map(domainKeyOf)),
      emailDomains: known(...emails.map(companyMailDomainOf)),
      phones: known(phoneKeyOf(row.phone, customerKeysOf({country: row.country}).countryKey)),
      people: known(...row.people.flatMap(({name, email}) => [name, email])),
    };
    return [row.id, keys] as const;
  });
  const domains = known(...signs.flatMap(([, keys]) => [...keys.domains, ...keys.emailDomains]));
  // The vendor may keep an account of a partner, with the tax identifier that nothing of the partner itself says.
  const {rows: accounts} = domains.length === 0 ? {rows: []} : await sql<{domains: string[]; tax: string}>`
        select a.domain_keys as domains, a.tax_key as tax from unnest(${domains}::text[]) as d (domain) cross join lateral find_accounts_of_domain(d.domain) as f (account_id)
        join account a on a.tenant_id = ${tenantId}::uuid and a.account_id = f.account_id where a.tax_key is not null`.execute(db);
  return new Map(
    signs.map(([id, keys]) => {
      const own = new Set([...keys.domains, ...keys.emailDomains]);
      return [id, {...keys, taxIds: known(...accounts.filter(account => account.domains.some(domain => own.has(domain))).map(({tax}) => tax))}];
    }),
  );
}

function known(...texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.filter(text => text !== null))];
}

function isId(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
