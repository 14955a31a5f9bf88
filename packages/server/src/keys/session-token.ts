import {SignJWT, decodeProtectedHeader, errors, jwtVerify, type JWTPayload} from 'jose';
import {problem} from '../problem.ts';
import {algorithm, type Keyring} from './keyring.ts';

const type = 'portico-embed+jwt';
const maxAgeS = 15 * 60;
/** Difference of clocks that is forgiven. */
const skewS = 30;

/** Who a token names. What they may do is read from the database at every request. */
export interface SessionClaims {
  readonly tenantId: string;
  readonly sessionId: string;
  readonly personId: string;
  /** `null` for vendor staff. */
  readonly partnerOrgId: string | null;
}

/** What the token says besides, for whoever reads it; the server goes by the database. */
export interface SessionDetails {
  readonly scopes: readonly string[];
  readonly components: readonly string[];
  readonly origins: readonly string[];
  /** Random, never repeated. */
  readonly tokenId: string;
}

export interface SessionTokenOptions {
  readonly keyring: Keyring;
  /** Origin of the API: issuer and audience. */
  readonly publicUrl: string;
  readonly now: () => number;
}

/** Signs and verifies the tokens of embed sessions. */
export class SessionTokens {
  readonly #options: SessionTokenOptions;
  /** Tokens whose signature was checked, until they expire: a page sends the same one hundreds of times. */
  readonly #verified = new Map<string, {claims: SessionClaims; kid: string; expiresAtMs: number}>();

  constructor(options: SessionTokenOptions) {
    this.#options = options;
  }

  /** A token that lives from `issuedAtS` for `ttlS` seconds; at most 2 kB for up to 20 origins. */
  async sign({tenantId, sessionId, personId, partnerOrgId}: SessionClaims, details: SessionDetails, issuedAtS: number, ttlS: number): Promise<string> {
    const {keyring, publicUrl} = this.#options;
    const {kid, privateKey} = keyring.signingKey();
    const payload = {tid: tenantId, ...(partnerOrgId ? {pid: partnerOrgId} : {}), sid: sessionId, scp: details.scopes, cmp: details.components, org: details.origins};
    return new SignJWT(payload)
      .setProtectedHeader({alg: algorithm, typ: type, kid})
      .setIssuer(publicUrl)
      .setAudience(publicUrl)
      .setSubject(personId)
      .setJti(details.tokenId)
      .setIssuedAt(issuedAtS)
      .setNotBefore(issuedAtS)
      .setExpirationTime(issuedAtS + ttlS)
      .sign(privateKey);
  }

  /**
   * Who the token names, when it is ours and its time has not passed.
   *
   * @throws ProblemError `session_expired` or `session_invalid`.
   */
  async verify(token: string): Promise<SessionClaims & {expiresAtMs: number}> {
    const now = this.#options.now();
    const known = this.#verified.get(token);
    // The key is asked for again, because it may have been withdrawn.
    if (known && now < known.expiresAtMs && this.#options.keyring.publicKey(known.kid)) return {...known.claims, expiresAtMs: known.expiresAtMs};
    this.#verified.delete(token);
    const {claims, kid, expiresAtMs} = await this.#check(token, now);
    if (this.#verified.size >= 10_000) this.#verified.clear();
    this.#verified.set(token, {claims, kid, expiresAtMs});
    return {...claims, expiresAtMs};
  }

  async #check(token: string, now: number): Promise<{claims: SessionClaims; kid: string; expiresAtMs: number}> {
    const {keyring, publicUrl} = this.#options;
    try {
      const {kid} = decodeProtectedHeader(token);
      const key = kid ? keyring.publicKey(kid) : undefined;
      if (!kid || !key) throw problem('session_invalid');
      const {payload} = await jwtVerify(token, key, {
        algorithms: [algorithm],
        typ: type,
        issuer: publicUrl,
        audience: publicUrl,
        clockTolerance: skewS,
        maxTokenAge: maxAgeS,
        currentDate: new Date(now),
        requiredClaims: ['sub', 'tid', 'sid', 'jti', 'iat', 'nbf', 'exp'],
      });
      return {claims: toClaims(payload), kid, expiresAtMs: (payload.exp ?? 0) * 1000};
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw problem('session_expired');
      if (error instanceof errors.JOSEError || error instanceof TypeError) throw problem('session_invalid');
      throw error;
    }
  }
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function toClaims({sub, tid, sid, pid}: JWTPayload): SessionClaims {
  const ids = [sub, tid, sid, ...(pid === undefined ? [] : [pid])];
  if (!ids.every(id => typeof id === 'string' && uuid.test(id))) throw problem('session_invalid');
  return {personId: String(sub), tenantId: String(tid), sessionId: String(sid), partnerOrgId: pid === undefined ? null : String(pid)};
}
