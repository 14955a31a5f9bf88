import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';

/** What looking over a tenant's audit log found. */
export interface AuditVerdict {
  readonly entries: number;
  /** Number of the first entry that was changed, or that follows a removed one; one past the end when the last ones are missing; `null` when all is well. */
  readonly brokenAt: number | null;
}

/** Computes the chain of hashes of a tenant's audit log again and compares. */
export async function verifyAudit({db}: Scope): Promise<AuditVerdict> {
  const {rows} = await sql<{entries: number; brokenAt: number | null}>`
    with chain as (
      select e.audit_id, e.hash, audit_digest(lag(e.hash, 1, ''::bytea) over (order by e.audit_id), e) as wanted, row_number() over (order by e.audit_id) as position
      from audit_entry e
    ), broken as (
      select min(audit_id) as first from chain where hash <> wanted or audit_id <> position
    ), ends as (
      select s.last_audit, s.audit_hash, (select count(*) from chain) as entries, (select hash from chain order by audit_id desc limit 1) as hash from tenant_sequence s
    )
    select ends.entries::int as entries,
      coalesce(broken.first, case when ends.last_audit <> ends.entries or coalesce(ends.hash, ''::bytea) <> ends.audit_hash then ends.entries + 1 end)::float8 as "brokenAt"
    from ends, broken`.execute(db);
  return rows[0] ?? {entries: 0, brokenAt: null};
}
