import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';

/** What became of the wish to be the only partner who works with a customer. */
export type LockOutcome = 'taken' | 'shared' | 'contested' | 'none';

/** The partner who works with a customer now. */
export async function findLockHolder(scope: Scope, accountKey: string | null): Promise<string | null> {
  const holder = accountKey === null ? undefined : await lockOfAccount(scope, accountKey).executeTakeFirst();
  return holder?.partner_org_id ?? null;
}

function lockOfAccount({db, tenantId}: Scope, accountKey: string) {
  return db.selectFrom('account_lock').select('partner_org_id').where('tenant_id', '=', tenantId).where('account_key', '=', accountKey).where('released_at', 'is', null);
}

/**
 * Takes the lock of a customer for an accepted offer. The unique index decides between two at the same moment.
 *
 * @returns `taken`; `shared` when this partner holds it already; `contested` when another does, and nothing was written; `none` when the customer is unknown.
 */
export async function takeLock(scope: Scope, accountKey: string | null, offer: {readonly id: string; readonly partnerOrgId: string}): Promise<LockOutcome> {
  if (accountKey === null) return 'none';
  const {db, tenantId, context} = scope;
  for (;;) {
    const inserted = await db
      .insertInto('account_lock')
      .values({tenant_id: tenantId, account_lock_id: newId(context), account_key: accountKey, partner_org_id: offer.partnerOrgId, lead_offer_id: offer.id, locked_at: nowText(context)})
      .onConflict(conflict => conflict.columns(['tenant_id', 'account_key']).where('released_at', 'is', null).doNothing())
      .returning('account_lock_id')
      .executeTakeFirst();
    if (inserted) return 'taken';
    // Held, so that it is not let go of between this look and the commit; when it was let go of meanwhile, it can be taken.
    const holder = await lockOfAccount(scope, accountKey).forUpdate().executeTakeFirst();
    if (holder) return holder.partner_org_id === offer.partnerOrgId ? 'shared' : 'contested';
  }
}

/**
 * Lets go of the customer that was locked for an offer, or hands the lock to another lead of the same customer that the same partner has in work.
 *
 * @param offerId - The offer that ended.
 */
export async function releaseLock({db, tenantId, context}: Scope, offerId: string): Promise<void> {
  const held = await db
    .selectFrom('account_lock')
    .select(['account_lock_id', 'account_key', 'partner_org_id'])
    .where('tenant_id', '=', tenantId)
    .where('lead_offer_id', '=', offerId)
    .where('released_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!held) return;
  const heir = await db
    .selectFrom('lead_offer as o')
    .innerJoin('lead as l', join => join.onRef('l.tenant_id', '=', 'o.tenant_id').onRef('l.lead_id', '=', 'o.lead_id'))
    .select('o.lead_offer_id')
    .where('o.tenant_id', '=', tenantId)
    .where('o.partner_org_id', '=', held.partner_org_id)
    .where('o.status', 'in', ['accepted', 'working', 'converted'])
    .where('o.lead_offer_id', '<>', offerId)
    .where('l.account_key', '=', held.account_key)
    .orderBy('o.accepted_at')
    .limit(1)
    .executeTakeFirst();
  await db
    .updateTable('account_lock')
    .set(heir ? {lead_offer_id: heir.lead_offer_id} : {released_at: nowText(context)})
    .where('tenant_id', '=', tenantId)
    .where('account_lock_id', '=', held.account_lock_id)
    .execute();
}
