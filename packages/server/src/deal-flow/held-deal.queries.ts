import type {DealStatus} from '@portico/contract';
import type {Insertable, Selectable, Updateable} from 'kysely';
import type {DealRegistrationTable} from '../database/deal-tables.ts';
import type {Scope} from '../database/scope.ts';

/** A registration under a lock: its row as it is in the database. */
export type HeldDeal = Omit<Selectable<DealRegistrationTable>, 'status'> & {readonly status: DealStatus};

/** A registration's columns as they are written; JSON as text. */
export type DealChanges = Updateable<DealRegistrationTable>;
export type NewDeal = Omit<Insertable<DealRegistrationTable>, 'tenant_id' | 'program_id'>;

/** Locks a registration until the commit. */
export async function lockDeal({db, tenantId}: Scope, id: string): Promise<HeldDeal | undefined> {
  const row = await db.selectFrom('deal_registration').selectAll().where('tenant_id', '=', tenantId).where('deal_registration_id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row as HeldDeal | undefined;
}

export async function insertDeal({db, tenantId, programId}: Scope, deal: NewDeal): Promise<HeldDeal> {
  const row = await db.insertInto('deal_registration').values({...deal, tenant_id: tenantId, program_id: programId}).returningAll().executeTakeFirstOrThrow();
  return row as HeldDeal;
}

/** Changes a registration. Its version rises by itself. */
export async function updateDeal({db, tenantId}: Scope, id: string, changes: DealChanges): Promise<HeldDeal> {
  const row = await db.updateTable('deal_registration').set(changes).where('tenant_id', '=', tenantId).where('deal_registration_id', '=', id).returningAll().executeTakeFirstOrThrow();
  return row as HeldDeal;
}
