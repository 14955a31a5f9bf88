import {sql} from 'kysely';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';

/** An audit entry for something that no screen shows: a key was made, a session ended. What screens show goes through `recordChange`. */
export interface AuditNote {
  readonly resource: string;
  readonly id: string | null;
  readonly action: string;
  /** Never a token, a key or personal data. */
  readonly changes?: Readonly<Record<string, unknown>>;
}

/** Writes an audit entry in the caller's transaction. */
export async function recordAudit({context, principalId, personId, requestId, db}: Scope, {resource, id, action, changes}: AuditNote): Promise<void> {
  await sql`
    select record_audit(
      ${nowText(context)}::timestamptz, ${principalId}::text, ${personId}::uuid, ${requestId}::text, ${action}::text, ${resource}::text, ${id}::uuid, ${JSON.stringify(changes ?? {})}::jsonb
    )`.execute(db);
}
