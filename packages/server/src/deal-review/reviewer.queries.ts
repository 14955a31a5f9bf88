import type {Role} from '@portico/contract';
import type {Selectable} from 'kysely';
import {scopesOfRoles} from '../access/role-scopes.ts';
import type {DealRegistrationTable} from '../database/deal-tables.ts';
import type {Scope} from '../database/scope.ts';
import {problem} from '../problem.ts';

/**
 * Somebody of vendor staff who can review deals: active, a member, and with a role that may decide.
 *
 * @throws ProblemError `person_not_found`.
 */
export async function getReviewer({db, tenantId}: Scope, personId: string): Promise<{id: string; name: string}> {
  const row = await db
    .selectFrom('membership as m')
    .innerJoin('person as p', join => join.onRef('p.tenant_id', '=', 'm.tenant_id').onRef('p.person_id', '=', 'm.person_id'))
    .select(['p.name', 'm.roles'])
    .where('m.tenant_id', '=', tenantId)
    .where('m.person_id', '=', personId)
    .where('m.partner_org_id', 'is', null)
    .where('p.active', '=', true)
    .executeTakeFirst();
  if (!row || !scopesOfRoles('vendor', row.roles as Role[]).includes('deal_review:write')) throw problem('person_not_found');
  return {id: personId, name: row.name};
}

/** Keys of the fields that the programme's form has now. */
export async function findFormKeys({db, tenantId, programId}: Scope): Promise<string[]> {
  const row = await db.selectFrom('deal_form').select('fields').where('tenant_id', '=', tenantId).where('program_id', '=', programId).executeTakeFirst();
  return ((row?.fields ?? []) as {key: string}[]).map(({key}) => key);
}

/** A registration's row, without a lock. */
export function getDealRow({db, tenantId}: Scope, id: string): Promise<Selectable<DealRegistrationTable>> {
  return db.selectFrom('deal_registration').selectAll().where('tenant_id', '=', tenantId).where('deal_registration_id', '=', id).executeTakeFirstOrThrow();
}
