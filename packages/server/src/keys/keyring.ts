import {exportJWK, generateKeyPair, importJWK, type JWK} from 'jose';
import {toHex, type Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {asWorker} from '../database/open.ts';

/** The one algorithm of session tokens; whatever a token's header says, no other is tried. */
export const algorithm = 'EdDSA';

const minuteMs = 60_000;
/** A new key is published this long before it signs, so that nobody who caches the JWKS meets an unknown key. */
const leadTimeMs = 24 * 60 * minuteMs;
/** A key is accepted this long after its successor took over: twice the longest life of a session. */
const afterlifeMs = 30 * minuteMs;
/** So soon do all processes know of a key that one of them made or withdrew. */
const refreshMs = 5_000;

interface SigningKey {
  readonly kid: string;
  readonly useFrom: number;
  readonly publicJwk: JWK;
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
  readonly linkKey: CryptoKey;
}

/**
 * The keys that sign embed sessions: read from the database, made when there is none, kept in memory for seconds. Call `prepare` before asking, and outside of
 * any transaction: PGlite has one connection, and who waits for it while holding it waits for ever.
 */
export class Keyring {
  readonly #database: Database;
  readonly #context: Context;
  #keys: readonly SigningKey[] = [];
  #loadedAt = Number.NEGATIVE_INFINITY;
  #loading: Promise<void> | undefined;

  constructor(database: Database, context: Context) {
    this.#database = database;
    this.#context = context;
  }

  /** Reads the keys again when that is five seconds ago. */
  async prepare(): Promise<void> {
    const age = this.#context.now() - this.#loadedAt;
    if (age >= 0 && age < refreshMs) return;
    this.#loading ??= this.#load().finally(() => (this.#loading = undefined));
    await this.#loading;
  }

  /** The key that signs now. */
  signingKey(): {kid: string; privateKey: CryptoKey} {
    return this.#newest();
  }

  #newest(): SigningKey {
    const usable = this.#accepted().filter(({useFrom}) => useFrom <= this.#context.now());
    const newest = usable.at(-1) ?? this.#keys[0];
    if (!newest) throw new Error('There is no signing key.');
    return newest;
  }

  /** The public key of this id, or `undefined`; never asks elsewhere because a token says so. */
  publicKey(kid: string): CryptoKey | undefined {
    return this.#accepted().find(key => key.kid === kid)?.publicKey;
  }

  /** The key under which links to files are signed now; it comes and goes with the signing key. */
  linkSigningKey(): {kid: string; linkKey: CryptoKey} {
    return this.#newest();
  }

  /** The key under which a link with this key id was signed, or `undefined`. */
  linkKey(kid: string): CryptoKey | undefined {
    return this.#accepted().find(key => key.kid === kid)?.linkKey;
  }

  /** The JSON Web Key Set: every key that is accepted now or will sign soon. */
  jwks(): {keys: JWK[]} {
    return {keys: this.#accepted().map(({publicJwk}) => publicJwk)};
  }

  /**
   * Adds a key that takes over in 24 hours; the old one is accepted for 30 minutes after that.
   *
   * @param immediately - Signs at once and stops accepting all older keys: for a key that leaked. Every session has to be renewed.
   * @returns Id of the new key.
   */
  async rotate(immediately = false): Promise<string> {
    const now = this.#context.now();
    const kid = await this.#insert(immediately ? now : now + leadTimeMs);
    if (immediately) {
      const retired = {retired_at: new Date(now).toISOString()};
      await asWorker(this.#database, db => db.updateTable('signing_key').set(retired).where('kid', '!=', kid).where('retired_at', 'is', null).execute());
    }
    await this.#load();
    return kid;
  }

  #accepted(): readonly SigningKey[] {
    const now = this.#context.now();
    return this.#keys.filter((_, index) => {
      const successor = this.#keys[index + 1];
      return !successor || now < successor.useFrom + afterlifeMs;
    });
  }

  async #load(): Promise<void> {
    const read = () => asWorker(this.#database, db => db.selectFrom('signing_key').selectAll().where('retired_at', 'is', null).orderBy('use_from').orderBy('kid').execute());
    let rows = await read();
    if (rows.length === 0) {
      await this.#insert(this.#context.now());
      rows = await read();
    }
    this.#keys = await Promise.all(
      rows.map(async row => ({
        kid: row.kid,
        useFrom: Date.parse(row.use_from),
        publicJwk: row.public_jwk as JWK,
        publicKey: await importKey(row.public_jwk as JWK),
        privateKey: await importKey(row.private_jwk as JWK),
        linkKey: await deriveLinkKey(row.private_jwk as JWK),
      })),
    );
    this.#loadedAt = this.#context.now();
  }

  async #insert(useFrom: number): Promise<string> {
    const {publicKey, privateKey} = await generateKeyPair(algorithm, {extractable: true});
    const kid = toHex(this.#context.randomBytes(8));
    const common = {kid, alg: algorithm, use: 'sig'};
    const row = {
      kid,
      public_jwk: JSON.stringify({...(await exportJWK(publicKey)), ...common}),
      private_jwk: JSON.stringify({...(await exportJWK(privateKey)), ...common}),
      use_from: new Date(useFrom).toISOString(),
      created_at: new Date(this.#context.now()).toISOString(),
    };
    await asWorker(this.#database, db => db.insertInto('signing_key').values(row).execute());
    return kid;
  }
}

async function importKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, algorithm);
  if (key instanceof Uint8Array) throw new TypeError('A signing key is a pair, not a shared secret.');
  return key;
}

/** A secret of its own for links to files, out of the private key: what rotates one rotates the other. */
async function deriveLinkKey({d}: JWK): Promise<CryptoKey> {
  const text = new TextEncoder();
  const secret = await crypto.subtle.importKey('raw', text.encode(d), 'HKDF', false, ['deriveKey']);
  const how = {name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: text.encode('portico links to files')};
  return crypto.subtle.deriveKey(how, secret, {name: 'HMAC', hash: 'SHA-256', length: 256}, false, ['sign', 'verify']);
}
