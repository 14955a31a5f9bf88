import {DealPolicy, type Me} from '@portico/contract';
import type {Scope} from '../database/scope.ts';

/** The person of the session and the organisation they act for; `undefined` for keys. */
export async function findSelf({db, personId, partnerOrgId}: Scope): Promise<Pick<Me, 'person' | 'partnerOrg'> | undefined> {
  if (!personId) return undefined;
  const row = await db
    .selectFrom('person as p')
    .leftJoin('partner_org as o', join => join.onRef('o.tenant_id', '=', 'p.tenant_id').on('o.partner_org_id', '=', partnerOrgId))
    .select(['p.person_id', 'p.name', 'p.locale', 'p.time_zone', 'o.partner_org_id', 'o.name as org_name'])
    .where('p.person_id', '=', personId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    person: {id: row.person_id, name: row.name, locale: row.locale, timeZone: row.time_zone},
    partnerOrg: row.partner_org_id && row.org_name !== null ? {id: row.partner_org_id, name: row.org_name} : null,
  };
}

/** The level of the session's partner, and what the programme says that it brings now. */
export async function findLevel({db, tenantId, programId, partnerOrgId}: Scope): Promise<Me['level']> {
  if (partnerOrgId === null) return null;
  const row = await db
    .selectFrom('partnership as p')
    .innerJoin('program as g', join => join.onRef('g.tenant_id', '=', 'p.tenant_id').onRef('g.program_id', '=', 'p.program_id'))
    .select(['p.level_id', 'g.levels', 'g.deal_policy'])
    .where('p.tenant_id', '=', tenantId)
    .where('p.program_id', '=', programId)
    .where('p.partner_org_id', '=', partnerOrgId)
    .executeTakeFirst();
  const level = (row?.levels as {id: string; name: string}[] | undefined)?.find(({id}) => id === row?.level_id);
  if (!row || !level) return null;
  const benefit = DealPolicy.shape.levelBenefits.parse((row.deal_policy as {levelBenefits?: unknown}).levelBenefits).find(({levelId}) => levelId === level.id);
  return {id: level.id, name: level.name, marginPercent: benefit?.marginPercent ?? null, priceList: benefit?.priceList ?? null, capacity: benefit?.capacity ?? null, mdfPercent: benefit?.mdfPercent ?? null};
}

/** What every page shows of the vendor, and the number of the last change that this transaction sees. */
export async function getTenant({db}: Scope): Promise<Pick<Me, 'vendorName' | 'brand' | 'lastChangeId'>> {
  const row = await db
    .selectFrom('tenant as t')
    .innerJoin('tenant_sequence as s', 's.tenant_id', 't.tenant_id')
    .leftJoin('program as p', 'p.tenant_id', 't.tenant_id')
    .select(['t.name', 'p.brand', 's.last_change'])
    .executeTakeFirstOrThrow();
  return {vendorName: row.name, brand: row.brand as Me['brand'], lastChangeId: Number(row.last_change)};
}
