import {DealPolicy, LeadPolicy, type BusinessCalendar, type LevelBenefit, type PartnershipStatus} from '@portico/contract';
import type {Scope} from '../database/scope.ts';

/** What deals need to know of their programme. */
export interface DealProgram {
  readonly policy: DealPolicy;
  /** Business hours in which the time to answer runs; `null` counts every hour. */
  readonly calendar: BusinessCalendar | null;
  readonly timeZone: string;
  readonly levels: readonly {readonly id: string; readonly name: string}[];
  /** Names of the products, which registrations without lines stand for. */
  readonly products: readonly string[];
}

/** Reads the programme's rules for deals. */
export async function getDealProgram({db, tenantId, programId}: Scope): Promise<DealProgram> {
  const row = await db
    .selectFrom('program')
    .select(['deal_policy', 'lead_policy', 'time_zone', 'levels', 'products'])
    .where('tenant_id', '=', tenantId)
    .where('program_id', '=', programId)
    .executeTakeFirstOrThrow();
  return {
    policy: DealPolicy.parse(row.deal_policy),
    calendar: LeadPolicy.parse(row.lead_policy).calendar,
    timeZone: row.time_zone,
    levels: row.levels as DealProgram['levels'],
    products: (row.products as {name: string}[]).map(({name}) => name),
  };
}

/** A partner at the moment of an act. */
export interface DealPartner {
  readonly id: string;
  readonly name: string;
  readonly status: PartnershipStatus;
  readonly levelId: string | null;
  readonly managerId: string | null;
  /** Products it may sell; empty means all. */
  readonly products: readonly string[];
  /** The distributor above it, or `null`. */
  readonly distributorId: string | null;
}

/** Reads a partner organisation with its part in the programme. */
export async function findDealPartner({db, tenantId, programId}: Scope, partnerOrgId: string): Promise<DealPartner | undefined> {
  const row = await db
    .selectFrom('partner_org as g')
    .innerJoin('partnership as p', join => join.onRef('p.tenant_id', '=', 'g.tenant_id').onRef('p.partner_org_id', '=', 'g.partner_org_id').on('p.program_id', '=', programId))
    .leftJoin('partner_org as above', join => join.onRef('above.tenant_id', '=', 'g.tenant_id').onRef('above.partner_org_id', '=', 'g.parent_id').on('above.type', '=', 'distributor'))
    .select(['g.partner_org_id', 'g.name', 'p.status', 'p.level_id', 'p.manager_id', 'p.products', 'above.partner_org_id as distributor_id'])
    .where('g.tenant_id', '=', tenantId)
    .where('g.partner_org_id', '=', partnerOrgId)
    .executeTakeFirst();
  return row && {id: row.partner_org_id, name: row.name, status: row.status as PartnershipStatus, levelId: row.level_id, managerId: row.manager_id, products: row.products as string[], distributorId: row.distributor_id};
}

/** The partner of a registration that exists. */
export async function getDealPartner(scope: Scope, partnerOrgId: string): Promise<DealPartner> {
  const partner = await findDealPartner(scope, partnerOrgId);
  if (!partner) throw new Error('A deal registration has no partner in the programme.');
  return partner;
}

/** What a partner's level gives it, or `undefined` where the programme says nothing. */
export function benefitOf({policy}: DealProgram, {levelId}: DealPartner): LevelBenefit | undefined {
  return policy.levelBenefits.find(benefit => benefit.levelId === levelId);
}
