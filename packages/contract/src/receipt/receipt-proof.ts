import {canonicalJson} from './canonical-json.ts';
import {keyFromSeed, signBytes, toBase64Url, verifyBytes, type ReceiptPrivateKey} from './ed25519.ts';
import type {Receipt, ReceiptKey, ReceiptStatement} from './receipt.schema.ts';

// Plain code without a schema library: the server signs with it, the command and the client check with it, in Node and in browsers (WebCrypto with Ed25519:
// Chrome 137, Firefox 129, Safari 17; on the web only on secure pages).

export {canonicalJson, keyFromSeed};
export type {Receipt, ReceiptKey, ReceiptPrivateKey, ReceiptStatement};

/** `previousHash` of the first receipt of a chain. */
export const noPreviousHash = '0'.repeat(64);

/** SHA-256 of a text's UTF-8 or of bytes, as 64 lower-case hexadecimal digits. */
export async function sha256Hex(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', typeof data === 'string' ? new TextEncoder().encode(data) : data);
  let hex = '';
  for (const byte of new Uint8Array(digest)) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

/** What the statement after this one holds as `previousHash`: SHA-256 of the RFC 8785 form. */
export function statementHash(statement: ReceiptStatement): Promise<string> {
  return sha256Hex(canonicalJson(statement));
}

/** RFC 7638 thumbprint of a key: its `keyId` in statements. */
export async function receiptKeyId({kty, crv, x}: ReceiptKey): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson({kty, crv, x})));
  return toBase64Url(new Uint8Array(digest));
}

/**
 * Signs a statement.
 *
 * @returns Ed25519 over the RFC 8785 form, base64url.
 */
export function signStatement(statement: ReceiptStatement, privateKey: ReceiptPrivateKey | CryptoKey): Promise<string> {
  return signBytes(new TextEncoder().encode(canonicalJson(statement)), privateKey);
}

/** What `verifyReceipt` may find wrong. */
export type ReceiptFindingCode =
  | 'malformed'
  | 'key_id_wrong'
  | 'key_unknown'
  | 'signature_wrong'
  | 'content_changed'
  | 'chain_broken'
  | 'time_goes_back'
  | 'sequence_gap';

export interface ReceiptFinding {
  readonly code: ReceiptFindingCode;
  /** Which of the given receipts, from 0 on. */
  readonly index: number;
  /** Its place in the programme's chain, when it says one. */
  readonly sequence: number | null;
  /** One sentence in English. */
  readonly message: string;
}

/** What can be proved of a receipt: the whole of one, or an entry of the chain, which comes without `content`. */
export type ReceiptProof = Pick<Receipt, 'statement' | 'signature' | 'key'> & Partial<Pick<Receipt, 'content'>>;

export interface VerifyOptions {
  /** The vendor's keys, from `receipts.keys()` and kept since. Without them a receipt is only proved to fit its own key, which anybody can make. */
  keys?: readonly ReceiptKey[] | undefined;
  /** The receipt right before the first of the given; `null`: the first given is the first of all. */
  previous?: Pick<ReceiptProof, 'statement'> | null | undefined;
  /** The receipts are a stretch of the programme's chain without a gap. Taken as true when none of them has content or `previous` is given. */
  chain?: boolean | undefined;
}

export interface ReceiptVerdict {
  /** Nothing was found. */
  readonly valid: boolean;
  readonly findings: readonly ReceiptFinding[];
}

const sentences: Readonly<Record<ReceiptFindingCode, string>> = {
  malformed: 'This is not a receipt.',
  key_id_wrong: 'The statement names another key than the one beside it.',
  key_unknown: 'The key is none of the vendor’s.',
  signature_wrong: 'The signature does not fit the statement: one of them was changed.',
  content_changed: 'What was submitted is not what the statement was made for.',
  chain_broken: 'It does not follow the receipt before it: one of them was put in or changed afterwards.',
  time_goes_back: 'It is dated before a receipt that came earlier.',
  sequence_gap: 'A receipt before it is missing.',
};

/**
 * Checks receipts without the server: each by itself (key, signature, content) and all together (order, time, links of the chain).
 *
 * `id` of a receipt is a name given by the server and no part of the proof; everything else is.
 *
 * @param receipts - One or many, in any order, of one programme or of several. Data from outside may be passed as it is.
 * @throws NotSupportedError or TypeError where the runtime has no WebCrypto with Ed25519.
 */
export async function verifyReceipt(receipts: ReceiptProof | readonly ReceiptProof[], options: VerifyOptions = {}): Promise<ReceiptVerdict> {
  const given: readonly ReceiptProof[] = Array.isArray(receipts) ? receipts : [receipts as ReceiptProof];
  const findings: ReceiptFinding[] = [];
  const links: Link[] = [];
  const known = options.keys && new Set(options.keys.map(({x}) => x));
  for (const [index, receipt] of given.entries()) {
    const find = (code: ReceiptFindingCode) => findings.push({code, index, sequence: sequenceOf(receipt), message: sentences[code]});
    const own = await checkAlone(receipt, known, find);
    if (own) links.push({...own, index, find});
  }
  const {previous, chain = previous !== undefined || given.every(receipt => receipt?.content === undefined)} = options;
  const before = previous ? {statement: previous.statement, hash: await statementHash(previous.statement)} : undefined;
  links.sort((a, b) => a.statement.sequence - b.statement.sequence);
  for (const programId of new Set(links.map(({statement}) => statement.programId))) {
    const own = before?.statement.programId === programId ? before : undefined;
    checkTogether(links.filter(({statement}) => statement.programId === programId), chain, own, previous === null);
  }
  return {valid: findings.length === 0, findings};
}

type Find = (code: ReceiptFindingCode) => void;

interface Stated {
  readonly statement: ReceiptStatement;
  readonly hash: string;
}

interface Link extends Stated {
  readonly index: number;
  readonly find: Find;
}

async function checkAlone(receipt: ReceiptProof, known: ReadonlySet<string> | undefined, find: Find): Promise<Stated | null> {
  if (!isReceiptProof(receipt)) {
    find('malformed');
    return null;
  }
  const {statement, signature, key, content} = receipt;
  try {
    if ((await receiptKeyId(key)) !== statement.keyId || Object.keys(key).length !== 3) find('key_id_wrong');
    if (known && !known.has(key.x)) find('key_unknown');
    if (!(await verifyBytes(new TextEncoder().encode(canonicalJson(statement)), signature, key))) find('signature_wrong');
    if (content !== undefined && (await sha256Hex(canonicalJson(content))) !== statement.contentHash) find('content_changed');
    return {statement, hash: await statementHash(statement)};
  } catch (error) {
    // What has no canonical form was never signed.
    if (!(error instanceof TypeError) || typeof crypto === 'undefined' || !crypto.subtle) throw error;
    find('malformed');
    return null;
  }
}

function checkTogether(links: readonly Link[], chain: boolean, before: Stated | undefined, fromStart: boolean): void {
  let last: Stated | undefined = before;
  let latest = before ? Date.parse(before.statement.submittedAt) : Number.NEGATIVE_INFINITY;
  for (const {statement, hash, find} of links) {
    const {sequence, previousHash, submittedAt} = statement;
    const distance = last ? sequence - last.statement.sequence : sequence;
    const isFirst = sequence === 1;
    // The same receipt twice is no contradiction; two receipts for one place are, and so is one with a smaller number than what is said to be before it.
    if (last && distance < 1 && hash !== last.hash) find('chain_broken');
    else if (isFirst !== (previousHash === noPreviousHash)) find('chain_broken');
    else if (last && distance === 1 && previousHash !== last.hash) find('chain_broken');
    else if (distance > 1 && chain && (last || fromStart)) find('sequence_gap');
    const time = Date.parse(submittedAt);
    if (time < latest) find('time_goes_back');
    latest = Math.max(latest, time);
    last = {statement, hash};
  }
}

function isReceiptProof(receipt: unknown): receipt is ReceiptProof {
  if (!isRecord(receipt) || !isRecord(receipt['statement']) || !isRecord(receipt['key']) || typeof receipt['signature'] !== 'string') return false;
  if (receipt['content'] !== undefined && !isRecord(receipt['content'])) return false;
  const {statement, key} = receipt as {statement: Record<string, unknown>; key: Record<string, unknown>};
  const texts = ['programId', 'dealRegistrationId', 'number', 'partnerOrgId', 'submittedAt', 'standing', 'contentHash', 'previousHash', 'keyId'];
  return (
    statement['type'] === 'portico-receipt/1' &&
    Number.isSafeInteger(statement['sequence']) &&
    (statement['sequence'] as number) > 0 &&
    texts.every(name => typeof statement[name] === 'string') &&
    !Number.isNaN(Date.parse(statement['submittedAt'] as string)) &&
    key['kty'] === 'OKP' &&
    key['crv'] === 'Ed25519' &&
    typeof key['x'] === 'string'
  );
}

function sequenceOf(receipt: unknown): number | null {
  const sequence = isRecord(receipt) && isRecord(receipt['statement']) ? receipt['statement']['sequence'] : null;
  return typeof sequence === 'number' ? sequence : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
