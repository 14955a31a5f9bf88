import type {ReceiptKey} from '@portico/contract';
import {noPreviousHash, statementHash, verifyReceipt, type ReceiptFinding, type ReceiptProof} from '@portico/contract/receipt-proof';
import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';
import {readReceiptKeys} from './receipt-key.queries.ts';
import {verifyRecords, type RecordFinding} from './verify-records.ts';

/** What looking over a tenant's receipts found. */
export interface ReceiptsVerdict {
  /** How many receipts there are. */
  readonly receipts: number;
  /** Empty when all is well; at most 100. */
  readonly findings: readonly ReceiptsFinding[];
}

export interface ReceiptsFinding {
  readonly code: ReceiptFinding['code'] | RecordFinding['code'] | 'column_changed' | 'end_missing';
  /** What it is about: a receipt's place in the queue, or a registration's number. */
  readonly about: string;
  /** One sentence in English. */
  readonly message: string;
}

const mostFindings = 100;
const batch = 500;

/**
 * Checks the programme's chain of receipts again, link by link, and whether what is stored now is what the receipts say: registrations with their number, time and place
 * in the queue, what was submitted where nobody may have changed it since, and the bytes of evidence.
 *
 * @param scope - Of the system.
 * @param keys - The vendor's keys as somebody kept them; without them those of the database are believed.
 */
export async function verifyReceipts(scope: Scope, keys?: readonly ReceiptKey[]): Promise<ReceiptsVerdict> {
  const known = keys ?? (await readReceiptKeys(scope));
  const findings: ReceiptsFinding[] = [];
  let previous: ReceiptProof | null = null;
  let receipts = 0;
  for (;;) {
    const rows: StoredReceipt[] = await readAfter(scope, receipts === 0 ? 0 : (previous?.statement.sequence ?? 0));
    if (rows.length === 0) break;
    receipts += rows.length;
    const proofs = rows.map(toProof);
    const verdict = await verifyReceipt(proofs, {keys: known, previous, chain: true});
    for (const {code, index, message} of verdict.findings) findings.push({code, about: placeOf(rows[index]), message});
    for (const row of rows) if (!isStoredAsSaid(row)) findings.push({code: 'column_changed', about: placeOf(row), message: 'The row of the receipt says something else than its statement.'});
    previous = proofs.at(-1) ?? null;
  }
  findings.push(...(await verifyEnd(scope, previous)), ...(await verifyRecords(scope)).map(({number, ...finding}) => ({...finding, about: number})));
  return {receipts, findings: findings.slice(0, mostFindings)};
}

interface StoredReceipt {
  readonly sequence: number;
  readonly deal_registration_id: string;
  readonly key_id: string;
  readonly created_at: string;
  readonly statement: unknown;
  readonly content: unknown;
  readonly signature: string;
  readonly public_jwk: unknown;
}

function readAfter({db, tenantId, programId}: Scope, sequence: number): Promise<StoredReceipt[]> {
  return db
    .selectFrom('receipt as r')
    .innerJoin('receipt_key as k', join => join.onRef('k.tenant_id', '=', 'r.tenant_id').onRef('k.key_id', '=', 'r.key_id'))
    .select(['r.sequence', 'r.deal_registration_id', 'r.key_id', 'r.created_at', 'r.statement', 'r.content', 'r.signature', 'k.public_jwk'])
    .where('r.tenant_id', '=', tenantId)
    .where('r.program_id', '=', programId)
    .where('r.sequence', '>', sequence)
    .orderBy('r.sequence')
    .limit(batch)
    .execute();
}

function toProof({statement, content, signature, public_jwk}: StoredReceipt): ReceiptProof {
  return {statement: statement as ReceiptProof['statement'], content: content as Record<string, unknown>, signature, key: public_jwk as ReceiptKey};
}

function placeOf(row: StoredReceipt | undefined): string {
  return `receipt ${row?.sequence ?? '?'}`;
}

function isStoredAsSaid(row: StoredReceipt): boolean {
  const {sequence, dealRegistrationId, keyId, submittedAt} = toProof(row).statement;
  return row.sequence === sequence && row.deal_registration_id === dealRegistrationId && row.key_id === keyId && row.created_at === submittedAt;
}

/** Whether the chain ends where its own row says: else the last receipts were removed. */
async function verifyEnd({db, tenantId, programId}: Scope, last: ReceiptProof | null): Promise<ReceiptsFinding[]> {
  const end = await db
    .selectFrom('receipt_chain')
    .select(['last_sequence', 'last_hash', sql<boolean>`last_at > '-infinity'`.as('was_used')])
    .where('tenant_id', '=', tenantId)
    .where('program_id', '=', programId)
    .executeTakeFirst();
  const [sequence, hash] = last ? [last.statement.sequence, await statementHash(last.statement)] : [0, noPreviousHash];
  const isEnd = end ? end.last_sequence === sequence && end.last_hash === hash : last === null;
  return isEnd ? [] : [{code: 'end_missing', about: `receipt ${end?.last_sequence ?? sequence}`, message: 'The chain does not end where it ended when the last receipt was given out.'}];
}
