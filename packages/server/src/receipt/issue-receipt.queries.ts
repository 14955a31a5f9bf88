import type {Receipt, ReceiptStatement} from '@portico/contract';
import {canonicalJson, sha256Hex, signStatement, statementHash} from '@portico/contract/receipt-proof';
import {sql} from 'kysely';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {getReceiptSigner} from './receipt-key.queries.ts';

/** What a submission gets by taking its turn. */
export interface ReceiptTurn {
  /** Its place in the programme's queue. */
  readonly sequence: number;
  /** Server time, ISO text: never earlier than that of the turn before, whatever the clock did. */
  readonly submittedAt: string;
}

/** A submission to be proved. */
export interface NewReceipt {
  readonly dealRegistrationId: string;
  /** The registration's number; left out (or `null`) it gets the programme's next one. */
  readonly number?: string | null;
  readonly partnerOrgId: string;
  /** What was submitted, as plain JSON; its hash is signed and it is kept. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly standing: ReceiptStatement['standing'];
}

/**
 * Waits for the programme's turn and keeps it until the commit: no other submission is before or beside it from here on. Whoever is first for a customer is decided
 * after this call. May be called again in the same transaction, with the same result, until `issueReceipt`.
 *
 * @param scope - Of the system (`elevated`).
 */
export async function takeReceiptTurn(scope: Scope): Promise<ReceiptTurn> {
  const {sequence, submittedAt} = await lockChain(scope);
  return {sequence, submittedAt};
}

/**
 * Proves a submission: takes the programme's turn, gives the registration its number, and signs who submitted what at which place and time.
 *
 * @param scope - Of the system (`elevated`). The registration's row must exist. Its columns are the caller's to write: `number`, `submitted_at` and `queue_number` from
 *   `statement.number`, `statement.submittedAt` and `statement.sequence`.
 */
export async function issueReceipt(scope: Scope, {dealRegistrationId, number, partnerOrgId, content, standing}: NewReceipt): Promise<Receipt> {
  const {db, tenantId, programId, context} = scope;
  const {sequence, submittedAt, previousHash, dealNumber} = await lockChain(scope);
  const {keyId, key, privateKey} = await getReceiptSigner(scope);
  const statement: ReceiptStatement = {
    type: 'portico-receipt/1',
    programId,
    sequence,
    dealRegistrationId,
    number: number ?? toDealNumber(dealNumber + 1),
    partnerOrgId,
    submittedAt,
    standing,
    contentHash: await sha256Hex(canonicalJson(content)),
    previousHash,
    keyId,
  };
  const receipt: Receipt = {id: newId(context), statement, content, signature: await signStatement(statement, privateKey), key};
  await db
    .insertInto('receipt')
    .values({
      tenant_id: tenantId,
      receipt_id: receipt.id,
      program_id: programId,
      deal_registration_id: dealRegistrationId,
      sequence,
      statement: JSON.stringify(statement),
      content: JSON.stringify(content),
      signature: receipt.signature,
      key_id: keyId,
      created_at: submittedAt,
    })
    .execute();
  await db
    .updateTable('receipt_chain')
    .set({last_sequence: sequence, last_hash: await statementHash(statement), last_at: submittedAt, last_deal_number: number ? dealNumber : dealNumber + 1})
    .where('tenant_id', '=', tenantId)
    .where('program_id', '=', programId)
    .execute();
  return receipt;
}

/** `DR-000042`. */
export function toDealNumber(count: number): string {
  return `DR-${String(count).padStart(6, '0')}`;
}

async function lockChain(scope: Scope): Promise<ReceiptTurn & {readonly previousHash: string; readonly dealNumber: number}> {
  const {db, tenantId, programId, context} = scope;
  const row = await db
    .selectFrom('receipt_chain')
    .select(['last_sequence', 'last_hash', 'last_deal_number', sql<string>`greatest(last_at, ${nowText(context)}::timestamptz)`.as('submitted_at')])
    .where('tenant_id', '=', tenantId)
    .where('program_id', '=', programId)
    .forUpdate()
    .executeTakeFirst();
  if (row) return {sequence: row.last_sequence + 1, submittedAt: row.submitted_at, previousHash: row.last_hash, dealNumber: row.last_deal_number};
  await db.insertInto('receipt_chain').values({tenant_id: tenantId, program_id: programId}).onConflict(conflict => conflict.doNothing()).execute();
  return lockChain(scope);
}
