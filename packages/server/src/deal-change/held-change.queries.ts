import type {DealAmendment, DealChangeKind} from '@portico/contract';
import type {Insertable, Selectable, Updateable} from 'kysely';
import {newId} from '../context.ts';
import type {DealChangeTable} from '../database/deal-tables.ts';
import type {Scope} from '../database/scope.ts';
import type {Doer} from '../deal-flow/deal-story.ts';
import type {DealCase} from '../deal-flow/held-case.ts';

/** A request under the lock of its registration. */
export type HeldChange = Omit<Selectable<DealChangeTable>, 'kind' | 'amendment'> & {readonly kind: DealChangeKind; readonly amendment: DealAmendment | null};

type ChangeColumns = Omit<Insertable<DealChangeTable>, 'tenant_id' | 'deal_change_id' | 'deal_registration_id' | 'status' | 'requested_by' | 'requested_side' | 'created_at' | 'updated_at'>;

/** Asks for a change. A second open one of its kind is refused by the database. */
export async function insertChange({scope: {db, tenantId, context}, deal, now}: DealCase, by: Doer, columns: ChangeColumns): Promise<HeldChange> {
  const row = await db
    .insertInto('deal_change')
    .values({
      ...columns,
      tenant_id: tenantId,
      deal_change_id: newId(context),
      deal_registration_id: deal.deal_registration_id,
      status: 'requested',
      requested_by: by.personId,
      requested_side: by.side === 'partner' ? 'partner' : 'vendor',
      created_at: now,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return row as HeldChange;
}

/** A request, read under the lock of its registration: nobody changes it without that. */
export async function getChange({db, tenantId}: Scope, id: string): Promise<HeldChange | undefined> {
  const row = await db.selectFrom('deal_change').selectAll().where('tenant_id', '=', tenantId).where('deal_change_id', '=', id).executeTakeFirst();
  return row as HeldChange | undefined;
}

/** Changes a request; its version rises by itself. */
export async function updateChange({scope: {db, tenantId}, now}: DealCase, id: string, changes: Updateable<DealChangeTable>): Promise<void> {
  await db.updateTable('deal_change').set({...changes, updated_at: now}).where('tenant_id', '=', tenantId).where('deal_change_id', '=', id).execute();
}

/** Takes back what was asked for a registration that is no longer protected: there is nothing left to change. */
export async function closeOpenChanges({scope: {db, tenantId}, deal, now}: Pick<DealCase, 'scope' | 'deal' | 'now'>): Promise<void> {
  await db
    .updateTable('deal_change')
    .set({status: 'withdrawn', decided_at: now, updated_at: now})
    .where('tenant_id', '=', tenantId)
    .where('deal_registration_id', '=', deal.deal_registration_id)
    .where('status', '=', 'requested')
    .execute();
}
