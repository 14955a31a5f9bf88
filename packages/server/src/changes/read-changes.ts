import type {ChangeResource} from '@portico/contract';
import {literal, type Database, type Row} from '../database/database.ts';
import {inTransaction, openingSql} from '../database/open.ts';

/** A change as it is kept, with who may hear of it. */
export interface StoredChange {
  readonly id: number;
  readonly resource: ChangeResource;
  readonly resourceId: string;
  /** The partner organisation that may hear of it, or `null`. */
  readonly partnerOrgId: string | null;
  /** The one person at the partner it concerns, or `null` for all. */
  readonly personId: string | null;
  readonly toVendor: boolean;
  /** The channel managers whose partners it concerns now, or `null` for all. */
  readonly managerIds: readonly string[] | null;
}

/** How far a tenant's changes go, and from where on they are still kept. */
export interface Horizon {
  /** Number of the latest change; 0 when there is none yet. */
  readonly last: number;
  /** Number of the oldest change that is kept; one more than `last` when none is. */
  readonly oldest: number;
}

/** Changes of a tenant after a number, in order. Every number up to the last one has been committed: writers take turns. */
export async function readChanges(database: Database, tenantId: string, after: number, limit: number): Promise<StoredChange[]> {
  const select = `SELECT change_id, resource, resource_id, partner_org_id, person_id, to_vendor, managers_of(resource, resource_id) AS manager_ids FROM change_event WHERE change_id > ${number(after)} ORDER BY change_id LIMIT ${number(limit)}; `;
  const rows = await read(database, tenantId, select);
  return rows.map(row => ({
    id: Number(row['change_id']),
    resource: row['resource'] as ChangeResource,
    resourceId: String(row['resource_id']),
    partnerOrgId: row['partner_org_id'] as string | null,
    personId: row['person_id'] as string | null,
    toVendor: Boolean(row['to_vendor']),
    managerIds: row['manager_ids'] as string[] | null,
  }));
}

export async function readHorizon(database: Database, tenantId: string): Promise<Horizon> {
  const select = `SELECT s.last_change, (SELECT min(change_id) FROM change_event e WHERE e.tenant_id = s.tenant_id) AS oldest FROM tenant_sequence s WHERE s.tenant_id = ${literal(tenantId)}; `;
  const [row] = await read(database, tenantId, select);
  const last = Number(row?.['last_change'] ?? 0);
  return {last, oldest: row?.['oldest'] ? Number(row['oldest']) : last + 1};
}

function read(database: Database, tenantId: string, select: string): Promise<Row[]> {
  const opening = openingSql('read', {tenantId, caller: 'system', partnerOrgId: null, principalId: 'system:feed'});
  return inTransaction(database, opening + select, async (_, results) => results.at(-1) ?? []);
}

function number(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError('Not a whole number.');
  return String(value);
}
