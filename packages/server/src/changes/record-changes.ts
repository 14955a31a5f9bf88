import {sql} from 'kysely';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import type {Change} from './record-change.ts';

/**
 * Announces many changes and writes their audit entries, in their order and in one round trip; see `recordChange`.
 *
 * @returns Number of the last event.
 */
export async function recordChanges(scope: Scope, changes: readonly Change[]): Promise<number> {
  const {context, principalId, personId, requestId} = scope;
  const rows = changes.map(change => ({
    action: change.action,
    resource: change.resource,
    resource_id: change.id,
    partner_org_ids: [...new Set([...(change.partnerOrgIds ?? []), ...(change.partnerOrgId ? [change.partnerOrgId] : [])])],
    person_id: change.personId ?? null,
    to_vendor: change.toVendor ?? true,
    changes: change.changes ?? {},
  }));
  const answer = await sql<{number: number}>`
    select record_changes(${nowText(context)}::timestamptz, ${principalId}::text, ${personId}::uuid, ${requestId}::text, ${JSON.stringify(rows)}::jsonb)::float8 as number`.execute(scope.db);
  return answer.rows[0]?.number ?? 0;
}
