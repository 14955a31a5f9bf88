import {LeadPolicy, type Product} from '@portico/contract';
import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';
import {indexReferences, type KnownPartnerOrg, type KnownPerson, type RowSetting} from '../csv-import/references.rules.ts';

/** What the rows of a file are read against, as the tenant has it now. */
export async function readSetting(scope: Scope): Promise<RowSetting & {readonly policy: LeadPolicy}> {
  const {db, tenantId, programId, context} = scope;
  const program = await db.selectFrom('program').select(['products', 'time_zone', 'lead_policy']).where('tenant_id', '=', tenantId).where('program_id', '=', programId).executeTakeFirstOrThrow();
  const partnerOrgs: KnownPartnerOrg[] = await db.selectFrom('partner_org').select(['partner_org_id as id', 'name', 'external_id as externalId', 'time_zone as timeZone']).where('tenant_id', '=', tenantId).execute();
  const people: KnownPerson[] = await db
    .selectFrom('person as p')
    .innerJoin('membership as m', join => join.onRef('m.tenant_id', '=', 'p.tenant_id').onRef('m.person_id', '=', 'p.person_id'))
    .select(['p.person_id as id', 'p.name', 'p.email', 'p.external_id as externalId', sql<string[]>`array_agg(m.partner_org_id::text)`.as('partnerOrgIds')])
    .where('p.tenant_id', '=', tenantId)
    .where('p.active', '=', true)
    .where('m.partner_org_id', 'is not', null)
    .groupBy(['p.tenant_id', 'p.person_id'])
    .execute();
  const policy = LeadPolicy.parse(program.lead_policy);
  return {references: indexReferences(program.products as Product[], partnerOrgs, people), timeZone: program.time_zone, now: context.now(), consentRequired: policy.consentRequired, policy};
}
