import type {Receipt, ReceiptKey, ReceiptStatement} from '@portico/contract';
import {canonicalJson, keyFromSeed, noPreviousHash, receiptKeyId, sha256Hex, signStatement, statementHash, type ReceiptPrivateKey} from '@portico/contract/receipt-proof';

/** A submission to be proved. */
export interface NewReceipt {
  readonly id: string;
  readonly statement: Omit<ReceiptStatement, 'type' | 'sequence' | 'contentHash' | 'previousHash' | 'keyId'>;
  readonly content: Receipt['content'];
}

/** Everybody knows this secret, so that these receipts prove nothing to anybody. */
const knownSeed = Uint8Array.from({length: 32}, (_, index) => index + 1);

interface Signer {
  readonly privateKey: ReceiptPrivateKey;
  readonly key: ReceiptKey;
  readonly keyId: string;
}

/** The programme's chain of receipts. Places are given out at once; signatures are made when somebody reads them. */
export class ReceiptChain {
  readonly #entries: NewReceipt[];
  readonly #signed: Promise<Receipt>[] = [];
  #signer: Promise<Signer> | undefined;

  constructor(entries: readonly NewReceipt[]) {
    this.#entries = [...entries];
  }

  /** How many receipts there are. */
  get length(): number {
    return this.#entries.length;
  }

  /** Adds one at the end. @returns Its place, from 1 on. */
  add(entry: NewReceipt): number {
    return this.#entries.push(entry);
  }

  /** The places of a registration's receipts, the newest first. */
  placesOf(dealRegistrationId: string): number[] {
    return this.#entries.flatMap(({statement}, index) => (statement.dealRegistrationId === dealRegistrationId ? [index + 1] : [])).reverse();
  }

  /** The receipt at a place, which must exist. */
  at(sequence: number): Promise<Receipt> {
    for (let index = this.#signed.length; index < sequence; index++) this.#signed.push(this.#sign(index));
    return this.#signed[sequence - 1] ?? Promise.reject(new RangeError(`There is no receipt ${sequence}.`));
  }

  /** The public half of the key. */
  async key(): Promise<ReceiptKey> {
    return (await this.#getSigner()).key;
  }

  async #sign(index: number): Promise<Receipt> {
    const entry = this.#entries[index];
    if (!entry) throw new RangeError(`There is no receipt ${index + 1}.`);
    const {privateKey, key, keyId} = await this.#getSigner();
    const previous = await this.#signed[index - 1];
    const statement: ReceiptStatement = {
      type: 'portico-receipt/1',
      ...entry.statement,
      sequence: index + 1,
      contentHash: await sha256Hex(canonicalJson(entry.content)),
      previousHash: previous ? await statementHash(previous.statement) : noPreviousHash,
      keyId,
    };
    return {id: entry.id, statement, content: entry.content, signature: await signStatement(statement, privateKey), key};
  }

  #getSigner(): Promise<Signer> {
    this.#signer ??= makeSigner();
    return this.#signer;
  }
}

async function makeSigner(): Promise<Signer> {
  const privateKey = await keyFromSeed(knownSeed);
  const {kty, crv, x} = privateKey;
  return {privateKey, key: {kty, crv, x}, keyId: await receiptKeyId({kty, crv, x})};
}
