import type {PartnershipStatus, Role} from '@portico/contract';
import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';

/** A partner at the moment of an act. */
export interface HeldPartnership {
  readonly name: string;
  readonly timeZone: string;
  readonly managerId: string | null;
  readonly status: PartnershipStatus;
  readonly capacity: number | null;
}

/** Reads a partner organisation with its part in the programme. */
export async function findPartnership({db, tenantId, programId}: Scope, partnerOrgId: string, {lock = false} = {}): Promise<HeldPartnership | undefined> {
  const row = await db
    .selectFrom('partnership as p')
    .innerJoin('partner_org as g', join => join.onRef('g.tenant_id', '=', 'p.tenant_id').onRef('g.partner_org_id', '=', 'p.partner_org_id'))
    .select(['g.name', 'g.time_zone', 'p.manager_id', 'p.status', 'p.capacity'])
    .where('p.tenant_id', '=', tenantId)
    .where('p.program_id', '=', programId)
    .where('p.partner_org_id', '=', partnerOrgId)
    .$if(lock, query => query.forNoKeyUpdate('p'))
    .executeTakeFirst();
  return row && {name: row.name, timeZone: row.time_zone, managerId: row.manager_id, status: row.status as PartnershipStatus, capacity: row.capacity};
}

/** How many leads a partner has in work. Its partnership is locked before, so that two at the same moment cannot both take the last place. */
export async function countInWork({db, tenantId}: Scope, partnerOrgId: string): Promise<number> {
  const {inWork} = await db.selectFrom('lead_offer').select(sql<number>`count(*)::int`.as('inWork')).where('tenant_id', '=', tenantId).where('partner_org_id', '=', partnerOrgId).where('tab', '=', 'working').executeTakeFirstOrThrow();
  return inWork;
}

/** A colleague who can work leads of this partner: active and a member. */
export async function findColleague({db, tenantId}: Scope, personId: string, partnerOrgId: string): Promise<{name: string; roles: Role[]} | undefined> {
  const row = await db
    .selectFrom('membership as m')
    .innerJoin('person as p', join => join.onRef('p.tenant_id', '=', 'm.tenant_id').onRef('p.person_id', '=', 'm.person_id'))
    .select(['p.name', 'm.roles'])
    .where('m.tenant_id', '=', tenantId)
    .where('m.person_id', '=', personId)
    .where('m.partner_org_id', '=', partnerOrgId)
    .where('p.active', '=', true)
    .executeTakeFirst();
  return row && {name: row.name, roles: row.roles as Role[]};
}
