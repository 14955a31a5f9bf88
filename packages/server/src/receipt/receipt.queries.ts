import type {Api, PageLinks, Receipt, ReceiptKey, ReceiptStatement, RouteParsed} from '@portico/contract';
import {sql} from 'kysely';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

type PageInput = RouteParsed<Api['receipts']['chain']>;

/** One page of a registration's receipts, newest first. Whether the registration may be seen is decided by the caller. */
export async function readReceipts(scope: Scope, dealRegistrationId: string, input: PageInput): Promise<{items: Receipt[]; page: PageLinks}> {
  const {rows, page} = await readPage(scope, ofProgram(scope).select(['r.receipt_id', 'r.content']).where('r.deal_registration_id', '=', dealRegistrationId), {
    list: 'receipts',
    by: [{expression: sql.ref('r.sequence'), type: 'bigint'}],
    direction: 'desc',
    input: {...input, dealRegistrationId},
  });
  return {items: rows.map(row => ({id: row.receipt_id, ...toEntry(row), content: row.content as Receipt['content']})), page};
}

/** An entry of the chain: a receipt without what was submitted. */
export type ChainEntry = Pick<Receipt, 'statement' | 'signature' | 'key'>;

/** One page of the programme's chain, from its start on. */
export async function readReceiptChain(scope: Scope, input: PageInput): Promise<{items: ChainEntry[]; page: PageLinks}> {
  const {rows, page} = await readPage(scope, ofProgram(scope), {list: 'receipt_chain', by: [{expression: sql.ref('r.sequence'), type: 'bigint'}], direction: 'asc', input});
  return {items: rows.map(toEntry), page};
}

function ofProgram({db, tenantId, programId}: Scope) {
  return db
    .selectFrom('receipt as r')
    .innerJoin('receipt_key as k', join => join.onRef('k.tenant_id', '=', 'r.tenant_id').onRef('k.key_id', '=', 'r.key_id'))
    .select(['r.statement', 'r.signature', 'k.public_jwk'])
    .where('r.tenant_id', '=', tenantId)
    .where('r.program_id', '=', programId);
}

function toEntry({statement, signature, public_jwk}: {readonly statement: unknown; readonly signature: string; readonly public_jwk: unknown}): ChainEntry {
  return {statement: statement as ReceiptStatement, signature, key: public_jwk as ReceiptKey};
}
