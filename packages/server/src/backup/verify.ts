import {sql} from 'kysely';
import type {Database} from '../database/database.ts';
import {asWorker, withTenant, type SystemActor} from '../database/open.ts';
import {readBackup, type Manifest} from './backup-file.ts';

/** What was found in one tenant's audit log. */
export interface AuditVerdict {
  readonly tenantId: string;
  readonly vendorName: string;
  readonly entries: number;
  /** Number of the first entry whose hash does not follow from the one before, or `null`. */
  readonly brokenAt: number | null;
  /** Whether the last entry is the one that the tenant's counter points to: entries cut off at the end show here. */
  readonly complete: boolean;
}

/** Recomputes the chain of hashes of every tenant's audit log. */
export async function verifyAudit(database: Database, actor: SystemActor): Promise<AuditVerdict[]> {
  const tenants = await asWorker(database, db => db.selectFrom('tenant').select(['tenant_id', 'name']).orderBy('name').execute());
  const verdicts: AuditVerdict[] = [];
  for (const {tenant_id: tenantId, name: vendorName} of tenants) {
    const found = await withTenant(database, tenantId, actor, async ({db}) => {
      await sql`set local statement_timeout = 0`.execute(db);
      const {rows} = await sql<Omit<AuditVerdict, 'tenantId' | 'vendorName'>>`
        with chain as (
          select e.audit_id, e.hash, e.audit_id = row_number() over chain and e.hash = audit_digest(lag(e.hash, 1, ''::bytea) over chain, e) as sound
          from audit_entry e where e.tenant_id = ${tenantId} window chain as (order by e.audit_id)
        )
        select found.entries, found."brokenAt", coalesce(s.last_audit = found.last and s.audit_hash = coalesce((select hash from chain order by audit_id desc limit 1), ''::bytea), false) as complete
        from (select count(*)::int as entries, min(audit_id) filter (where not sound)::float8 as "brokenAt", coalesce(max(audit_id), 0) as last from chain) found
        left join tenant_sequence s on s.tenant_id = ${tenantId}`.execute(db);
      return rows[0] ?? {entries: 0, brokenAt: null, complete: false};
    });
    verdicts.push({tenantId, vendorName, ...found});
  }
  return verdicts;
}

/**
 * Reads a backup to its end and compares every table with its checksum.
 *
 * @throws BackupFileError when it is damaged.
 */
export async function verifyBackup(path: string): Promise<Manifest> {
  let manifest: Manifest = {};
  for await (const part of readBackup(path)) if ('manifest' in part) manifest = part.manifest;
  return manifest;
}
