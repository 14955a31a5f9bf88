import type {PointsAudience} from '@portico/contract';
import {isFor, type EventStanding} from '@portico/contract/points-rules';
import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';

/**
 * Partners that can take part in challenges and earn badges now, with how they stand.
 *
 * @param partnerOrgIds - Only these.
 */
export async function getTakers({db, tenantId, programId}: Scope, partnerOrgIds?: readonly string[]): Promise<Map<string, EventStanding>> {
  const {rows} = await sql<{id: string; type: string; country: string | null; level_id: string | null; groups: string[]}>`
    select g.partner_org_id as id, g.type, g.country, p.level_id, p.groups from partnership p join partner_org g on g.tenant_id = p.tenant_id and g.partner_org_id = p.partner_org_id
    where p.tenant_id = ${tenantId}::uuid and p.program_id = ${programId}::uuid and p.status in ('onboarding', 'active', 'at_risk') and (${partnerOrgIds === undefined}::boolean or p.partner_org_id = any (${[...(partnerOrgIds ?? [])]}::uuid[]))`.execute(db);
  return new Map(rows.map(row => [row.id, {levelId: row.level_id, type: row.type as EventStanding['type'], country: row.country, groups: row.groups ?? []}]));
}

/** Who hears of something that is for an audience. */
export async function getAudience(scope: Scope, audience?: PointsAudience): Promise<string[]> {
  return [...(await getTakers(scope))].flatMap(([id, standing]) => (audience === undefined || isFor({audience}, id, standing) ? [id] : [])).sort();
}
