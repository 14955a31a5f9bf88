import {nowText} from '../context.ts';
import {takeDue, type Waiting} from '../database/leases.ts';
import type {Scope} from '../database/scope.ts';

/** Files that wait for the scanner; the lease is also the pause before one that gave no verdict is asked again. */
export const unscannedFiles: Waiting = {table: 'evidence_file', id: 'evidence_file_id', due: 'scan_due_at', leaseMs: 150_000};

/** A file that waits for the scanner and is held by whoever claimed it. */
export interface UnscannedFile {
  readonly id: string;
  readonly dealRegistrationId: string;
  readonly sizeBytes: number;
  readonly leaseUntil: string;
}

/** Takes the file that has waited longest and that nobody else holds. */
export async function claimUnscannedFile(scope: Scope): Promise<UnscannedFile | undefined> {
  const {db, tenantId} = scope;
  const taken = await takeDue(scope, unscannedFiles);
  if (!taken) return undefined;
  const {id, leaseUntil} = taken;
  const file = await db.selectFrom('evidence_file').select(['deal_registration_id', 'size_bytes']).where('tenant_id', '=', tenantId).where('evidence_file_id', '=', id).executeTakeFirstOrThrow();
  return {id, dealRegistrationId: file.deal_registration_id, sizeBytes: file.size_bytes, leaseUntil};
}

/** Locks it: nobody else took it over because it took too long, and it is still there. */
export async function isStillClaimed({db, tenantId}: Scope, {id, leaseUntil}: UnscannedFile): Promise<boolean> {
  const row = await db.selectFrom('evidence_file').select('evidence_file_id').where('tenant_id', '=', tenantId).where('evidence_file_id', '=', id).where('scan_due_at', '=', leaseUntil).forUpdate().executeTakeFirst();
  return row !== undefined;
}

/** From now on whoever sees its registration gets its bytes. */
export async function releaseEvidenceFile({db, tenantId, context}: Scope, id: string): Promise<void> {
  await db.updateTable('evidence_file').set({scan_due_at: null, updated_at: nowText(context)}).where('tenant_id', '=', tenantId).where('evidence_file_id', '=', id).execute();
}
