import type {ReceiptKey} from '@portico/contract';
import {keyFromSeed, receiptKeyId, type ReceiptPrivateKey} from '@portico/contract/receipt-proof';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';

/** The key that signs a tenant's receipts. */
export interface ReceiptSigner {
  readonly keyId: string;
  readonly key: ReceiptKey;
  readonly privateKey: ReceiptPrivateKey;
}

/**
 * The tenant's present key; made when there is none yet, and when its private half is not here: it is in no backup, so after a restore receipts go on with a new key.
 *
 * @param scope - Of the system, and able to write.
 */
export async function getReceiptSigner(scope: Scope): Promise<ReceiptSigner> {
  const present = await findPresent(scope);
  if (present?.private_jwk) return toSigner(present.key_id, present.private_jwk as ReceiptPrivateKey);
  const made = await replaceReceiptKey(scope);
  // Where two programmes' first receipts meet, one of them made the key.
  return made ?? getReceiptSigner(scope);
}

/**
 * Retires the present key and makes a new one. What the old one signed stays provable, for its public half is kept.
 *
 * @param scope - Of the system, and able to write.
 * @returns The new key, or `undefined` when somebody else made one at the same moment.
 */
export async function replaceReceiptKey({db, tenantId, context}: Scope): Promise<ReceiptSigner | undefined> {
  const privateKey = await keyFromSeed(context.randomBytes(32));
  const signer = toSigner(await receiptKeyId(privateKey), privateKey);
  const now = nowText(context);
  await db.updateTable('receipt_key').set({retired_at: now}).where('tenant_id', '=', tenantId).where('retired_at', 'is', null).execute();
  await db
    .deleteFrom('receipt_private_key as p')
    .where('p.tenant_id', '=', tenantId)
    .where(({exists, selectFrom}) =>
      exists(selectFrom('receipt_key as k').select('k.key_id').whereRef('k.tenant_id', '=', 'p.tenant_id').whereRef('k.key_id', '=', 'p.key_id').where('k.retired_at', 'is not', null)),
    )
    .execute();
  const inserted = await db
    .insertInto('receipt_key')
    .values({tenant_id: tenantId, key_id: signer.keyId, public_jwk: JSON.stringify(signer.key), created_at: now})
    .onConflict(conflict => conflict.doNothing())
    .returning('key_id')
    .executeTakeFirst();
  if (!inserted) return undefined;
  await db.insertInto('receipt_private_key').values({tenant_id: tenantId, key_id: signer.keyId, private_jwk: JSON.stringify(privateKey)}).execute();
  return signer;
}

/** The keys that sign or signed receipts, the present one first. */
export async function readReceiptKeys({db, tenantId}: Scope): Promise<ReceiptKey[]> {
  const rows = await db.selectFrom('receipt_key').select('public_jwk').where('tenant_id', '=', tenantId).orderBy('created_at', 'desc').orderBy('key_id').execute();
  return rows.map(row => row.public_jwk as ReceiptKey);
}

function findPresent({db, tenantId}: Scope) {
  return db
    .selectFrom('receipt_key as k')
    .leftJoin('receipt_private_key as p', join => join.onRef('p.tenant_id', '=', 'k.tenant_id').onRef('p.key_id', '=', 'k.key_id'))
    .select(['k.key_id', 'p.private_jwk'])
    .where('k.tenant_id', '=', tenantId)
    .where('k.retired_at', 'is', null)
    .executeTakeFirst();
}

function toSigner(keyId: string, privateKey: ReceiptPrivateKey): ReceiptSigner {
  const {kty, crv, x} = privateKey;
  return {keyId, privateKey, key: {kty, crv, x}};
}
