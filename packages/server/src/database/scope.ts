import type {Caller, Component, Role} from '@portico/contract';
import type {Kysely} from 'kysely';
import type {Context} from '../context.ts';
import type {Tables} from './tables.ts';

/**
 * Whose data, and who asks: the only door to the database. Handlers and queries receive one; there is no bare database handle to import. `db` is inside
 * a transaction in which row-level security already limits every statement to the tenant, and to the partner organisation for partner people.
 */
export interface Scope {
  readonly tenantId: string;
  readonly programId: string;
  /** `system` is the clock or a worker acting for the tenant. */
  readonly caller: Exclude<Caller, 'public'> | 'system';
  /** Who the idempotency record and the audit entry name: `key:<id>`, `person:<id>` or `system:<job>`. */
  readonly principalId: string;
  readonly personId: string | null;
  /** The partner organisation the person acts for; `null` for vendor staff, keys and the system. */
  readonly partnerOrgId: string | null;
  readonly roles: readonly Role[];
  readonly scopes: readonly string[];
  /** Sees all of the organisation's offers, not only own and unassigned ones. Always true outside partner sessions. */
  readonly seesWholeOrg: boolean;
  /** The channel manager whose partners' leads alone are seen; `null` for everybody who is not limited so. */
  readonly managerId: string | null;
  /** The embed session that is asking, or `null` for keys and the system. */
  readonly session: {readonly id: string; readonly components: readonly Component[]} | null;
  readonly requestId: string | null;
  /** The tenant's key under which cursors are signed. */
  readonly cursorSecret: Uint8Array<ArrayBuffer>;
  readonly context: Context;
  readonly db: Kysely<Tables>;
}
