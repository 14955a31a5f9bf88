import {nowText, type Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {asWorker} from '../database/open.ts';
import type {Scope} from '../database/scope.ts';

/** How long others leave a file alone that somebody holds; also the pause before a scanner that gave no verdict is asked again. */
const leaseMs = 150_000;

/** A file that waits for the scanner and is held by whoever claimed it. */
export interface UnscannedFile {
  readonly id: string;
  readonly dealRegistrationId: string;
  readonly sizeBytes: number;
  readonly leaseUntil: string;
}

export async function findTenantsWithUnscannedFiles(database: Database, context: Context): Promise<string[]> {
  const rows = await asWorker(database, db => db.selectFrom('evidence_file').select('tenant_id').distinct().where('scan_due_at', '<=', nowText(context)).execute());
  return rows.map(({tenant_id: tenantId}) => tenantId);
}

/** Takes the file that has waited longest and that nobody else holds. */
export async function claimUnscannedFile({db, tenantId, context}: Scope): Promise<UnscannedFile | undefined> {
  const leaseUntil = new Date(context.now() + leaseMs).toISOString();
  const claimed = await db
    .updateTable('evidence_file')
    .set({scan_due_at: leaseUntil})
    .where('tenant_id', '=', tenantId)
    .where('evidence_file_id', '=', eb =>
      eb.selectFrom('evidence_file').select('evidence_file_id').where('tenant_id', '=', tenantId).where('scan_due_at', '<=', nowText(context)).orderBy('scan_due_at').orderBy('evidence_file_id').limit(1).forUpdate().skipLocked(),
    )
    .returning(['evidence_file_id', 'deal_registration_id', 'size_bytes'])
    .executeTakeFirst();
  return claimed && {id: claimed.evidence_file_id, dealRegistrationId: claimed.deal_registration_id, sizeBytes: claimed.size_bytes, leaseUntil};
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
