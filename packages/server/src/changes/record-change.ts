import type {ChangeResource} from '@portico/contract';
import {sql} from 'kysely';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';

/** What happened, and who may hear of it. */
export interface Change {
  readonly resource: ChangeResource;
  readonly id: string;
  /** Verb of the audit entry: `accept`, `update`, `expire`. */
  readonly action: string;
  /** The partner organisation that hears of it; several: `partnerOrgIds`. Without one only the vendor does. */
  readonly partnerOrgId?: string | null;
  readonly partnerOrgIds?: readonly string[];
  /** The person within the organisation it concerns, when not all of it: colleagues who see only their own rows do not hear of it. */
  readonly personId?: string | null;
  /** Whether vendor staff and keys hear of it; they do unless said. */
  readonly toVendor?: boolean;
  /** For the audit entry: names of fields, with before and after where they hold no personal data. */
  readonly changes?: Readonly<Record<string, unknown>>;
}

/**
 * Announces a change on the event feed and writes its audit entry, in the caller's transaction. Call it after the writes: it takes the tenant's turn, which
 * lasts until the commit, and that gives events their order.
 *
 * @returns Number of the (last) event, per tenant and in the order of commits.
 */
export async function recordChange(scope: Scope, change: Change): Promise<number> {
  const {context, principalId, personId, requestId} = scope;
  const audiences = [...new Set([...(change.partnerOrgIds ?? []), ...(change.partnerOrgId ? [change.partnerOrgId] : [])])];
  const {rows} = await sql<{number: number}>`
    select record_change(
      ${nowText(context)}::timestamptz, ${principalId}::text, ${personId}::uuid, ${requestId}::text, ${change.action}::text, ${change.resource}::text, ${change.id}::uuid,
      ${`{${audiences.join(',')}}`}::uuid[], ${change.personId ?? null}::uuid, ${change.toVendor ?? true}::boolean, ${JSON.stringify(change.changes ?? {})}::jsonb
    )::float8 as number`.execute(scope.db);
  return rows[0]?.number ?? 0;
}
