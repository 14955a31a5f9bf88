import {sql} from 'kysely';
import type {Scope} from './scope.ts';

/**
 * Runs work that must see the rows of all partners (an account's lock, routing to the next partner) in the same transaction, for the same tenant.
 * Whatever it returns is the caller's to keep from the partner. Do not run other queries of the outer scope at the same time.
 */
export async function elevated<T>(scope: Scope, work: (scope: Scope) => Promise<T>): Promise<T> {
  const inner: Scope = {...scope, caller: 'system', partnerOrgId: null, seesWholeOrg: true, managerId: null};
  if (scope.caller !== 'partner' && scope.managerId === null) return work(inner);
  await actAs(inner);
  let value: T;
  try {
    value = await work(inner);
  } catch (error) {
    // After a failed statement nothing can be set, and nothing needs to be: undoing the statement undoes the setting.
    await actAs(scope).catch(() => {});
    throw error;
  }
  await actAs(scope);
  return value;
}

async function actAs({db, caller, partnerOrgId, managerId}: Scope): Promise<void> {
  await sql`select set_config('portico.caller', ${caller}, true), set_config('portico.partner_org_id', ${partnerOrgId ?? ''}, true), set_config('portico.manager_id', ${managerId ?? ''}, true)`.execute(db);
}
