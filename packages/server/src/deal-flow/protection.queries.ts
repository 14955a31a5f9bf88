import {sql} from 'kysely';
import type {DealCase} from './held-case.ts';

/** A pair of a customer's key and a product. */
export type Protection = readonly [customerKey: string, product: string];

type Holder = Pick<DealCase, 'scope' | 'deal' | 'now'>;

/**
 * Lets go of what a registration protects, but for what it keeps. Where another shares the deal, what was held beside this one is its own from now on.
 */
export async function releaseProtection(held: Holder, kept: readonly Protection[] = []): Promise<void> {
  const {scope: {db, tenantId}, deal, now} = held;
  await db
    .updateTable('deal_protection')
    .set({released_at: now, beside_id: null})
    .where('tenant_id', '=', tenantId)
    .where('deal_registration_id', '=', deal.deal_registration_id)
    .where('released_at', 'is', null)
    .$if(kept.length > 0, query => query.where(eb => eb.not(eb.or(kept.map(([key, product]) => eb.and([eb('customer_key', '=', key), eb('product', '=', product)]))))))
    .execute();
  await passOn(held);
}

/**
 * Holds what a registration protects: beside the one with which people decided that it shares the deal, alone where nobody holds it.
 *
 * @throws The broken index `deal_protection_one`: a third one holds some of it.
 */
export async function takeProtection(held: Holder, wanted: readonly Protection[]): Promise<void> {
  if (wanted.length === 0) return;
  const {scope: {db, tenantId}, deal} = held;
  const id = deal.deal_registration_id;
  const holders = await lockSharedProtection(held);
  // Always in the same order, so that two that want the same wait for each other and not in a circle.
  await db
    .insertInto('deal_protection')
    .values(wanted.map(([key, product]) => ({tenant_id: tenantId, deal_registration_id: id, customer_key: key, product, beside_id: holders.get(JSON.stringify([key, product])) ?? null})))
    .onConflict(conflict => conflict.columns(['tenant_id', 'deal_registration_id', 'customer_key', 'product']).doUpdateSet({released_at: null, beside_id: sql`case when deal_protection.released_at is null then deal_protection.beside_id else excluded.beside_id end`}))
    .execute();
}

/** What the registrations hold with which this one shares its deal, locked, so that none of it is let go of meanwhile. */
async function lockSharedProtection({scope: {db, tenantId}, deal: {deal_registration_id: id}}: Holder): Promise<Map<string, string>> {
  const {rows} = await sql<{holder: string; customer_key: string; product: string}>`
    select p.deal_registration_id as holder, p.customer_key, p.product from deal_protection p
    where p.tenant_id = ${tenantId} and p.released_at is null and p.beside_id is null and p.deal_registration_id in (
      select case when c.first_id = ${id}::uuid then c.second_id else c.first_id end from conflict_case c
      where c.tenant_id = ${tenantId} and c.resolution = 'split' and ${id}::uuid in (c.first_id, c.second_id))
    order by p.customer_key, p.product for no key update of p`.execute(db);
  return new Map(rows.map(({holder, customer_key: key, product}) => [JSON.stringify([key, product]), holder]));
}

/** Gives what was held beside a registration and is no longer held by it to the one with the earliest place; further ones are beside that one then. */
async function passOn({scope: {db, tenantId}, deal: {deal_registration_id: id}}: Holder): Promise<void> {
  await sql`
    with heir as (
      select distinct on (b.customer_key, b.product) b.customer_key, b.product, b.deal_registration_id as heir_id
      from deal_protection b join deal_registration d on d.tenant_id = b.tenant_id and d.deal_registration_id = b.deal_registration_id
      where b.tenant_id = ${tenantId} and b.beside_id = ${id}::uuid and b.released_at is null
        and not exists (select from deal_protection own where own.tenant_id = b.tenant_id and own.deal_registration_id = ${id}::uuid and own.customer_key = b.customer_key and own.product = b.product and own.released_at is null)
      order by b.customer_key, b.product, d.queue_number, b.deal_registration_id
    )
    update deal_protection p set beside_id = nullif(heir.heir_id, p.deal_registration_id)
    from heir where p.tenant_id = ${tenantId} and p.beside_id = ${id}::uuid and p.released_at is null and p.customer_key = heir.customer_key and p.product = heir.product`.execute(db);
}
