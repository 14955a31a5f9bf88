import type {Kysely} from 'kysely';
import type {Scope} from '../database/scope.ts';
import type {Tables} from '../database/tables.ts';

/** Something that has to happen at a time. What is due is in the rows themselves, so nothing is lost with a process. */
export interface DueJob {
  /** Goes to the audit log as `system:<name>`. */
  readonly name: string;
  /** Tenants for which something is due. Runs as the worker role, which sees all tenants but only the columns granted in 0003-security.sql. */
  readonly findTenants: (db: Kysely<Tables>, now: string) => Promise<readonly string[]>;
  /**
   * Does one batch of what is due for one tenant, in one transaction. Rows are taken with FOR UPDATE SKIP LOCKED, so that several servers share the work.
   *
   * @returns How many it did; it is called again until that is 0.
   */
  readonly run: (scope: Scope) => Promise<number>;
}
