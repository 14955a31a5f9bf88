import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';

/**
 * Reads rows that belong to a partner, together with what they refer to: a link or an order is told of with the name of its asset also when the asset is not to be seen
 * any more. Row-level security still holds vendor staff to what they may see; for partners the work gets the organisation it has to filter by.
 *
 * @param work - Filters by `ownerId` unless that is `null`.
 */
export function readOwnRows<T>(scope: Scope, work: (scope: Scope, ownerId: string | null) => Promise<T>): Promise<T> {
  if (scope.caller !== 'partner') return work(scope, null);
  const {partnerOrgId} = scope;
  if (partnerOrgId === null) throw new Error('A partner session without an organisation.');
  return elevated(scope, system => work(system, partnerOrgId));
}
