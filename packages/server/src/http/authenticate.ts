import type {Caller, Component, Role} from '@portico/contract';
import {isListedOrigin} from '../access/origins.ts';
import {scopesOfRoles, seesWholeOrg} from '../access/role-scopes.ts';
import {literal, type Row} from '../database/database.ts';
import {openingSql} from '../database/open.ts';
import type {Scope} from '../database/scope.ts';
import {equalHashes, hashSecretKey, idOfSecretKey, secretKeyPrefix} from '../keys/secret-key.ts';
import type {SessionClaims, SessionTokens} from '../keys/session-token.ts';
import {problem} from '../problem.ts';
import type {RequestFacts} from './request-facts.ts';

/** Credentials that look right by themselves; whether they still count is in the database. */
export type Credentials = {readonly kind: 'key'; readonly keyId: string; readonly hash: Uint8Array} | ({readonly kind: 'session'; readonly expiresAtMs: number} & SessionClaims);

/** Who asks, as far as a request's scope is concerned. */
export type Identity = Pick<
  Scope,
  'tenantId' | 'programId' | 'principalId' | 'personId' | 'partnerOrgId' | 'roles' | 'scopes' | 'seesWholeOrg' | 'managerId' | 'cursorSecret' | 'session'
> & {
  readonly caller: Exclude<Caller, 'public'>;
  /** What the session or key was limited to, or `null`: tells a missing scope from a role that does not allow it. */
  readonly grantedScopes: readonly string[] | null;
  /** When the token ends; `null` for keys. */
  readonly expiresAtMs: number | null;
};

/**
 * Reads the `Authorization` header and checks what can be checked without the database: form and checksum of a key, signature and time of a token.
 *
 * @throws ProblemError `session_missing`, `session_invalid`, `session_expired` or `secret_key_invalid`.
 */
export async function readCredentials(headers: Headers, tokens: SessionTokens): Promise<Credentials> {
  const header = headers.get('Authorization');
  if (!header) throw problem('session_missing');
  const token = /^Bearer +([\w.~+/=-]{1,4096})$/i.exec(header)?.[1];
  if (!token) throw problem('session_invalid');
  if (!token.startsWith(secretKeyPrefix)) return {kind: 'session', ...(await tokens.verify(token))};
  const keyId = idOfSecretKey(token);
  if (!keyId) throw problem('secret_key_invalid');
  return {kind: 'key', keyId, hash: await hashSecretKey(token)};
}

/** Who a principal is to idempotency records and the audit log. */
export function principalOf(credentials: Credentials): string {
  return credentials.kind === 'key' ? `key:${credentials.keyId}` : `person:${credentials.personId}`;
}

/** The statements that open a request's transaction and read, in the same round trip, whether its credentials count. */
export function admissionSql(mode: 'read' | 'write', credentials: Credentials): string {
  const principalId = principalOf(credentials);
  if (credentials.kind === 'key') {
    return `${openingSql(mode, {tenantId: null, caller: 'key', partnerOrgId: null, principalId})}SELECT * FROM admit_key(${literal(credentials.keyId)}); `;
  }
  const {tenantId, partnerOrgId, sessionId, personId} = credentials;
  const opening = openingSql(mode, {tenantId, caller: partnerOrgId ? 'partner' : 'vendor', partnerOrgId, principalId});
  return `${opening}SELECT * FROM admit_session(${literal(sessionId)}, ${literal(personId)}, ${literal(partnerOrgId)}); `;
}

/** What a session may do, from a row of the view `session_standing`. */
export function rightsOf(side: 'vendor' | 'partner', found: Row): Pick<Identity, 'roles' | 'scopes' | 'grantedScopes' | 'seesWholeOrg' | 'managerId'> {
  const roles = found['roles'] as Role[];
  const granted = found['scopes'] as string[] | null;
  const allowed = scopesOfRoles(side, roles);
  return {
    roles,
    scopes: granted ? allowed.filter(scope => granted.includes(scope)) : allowed,
    grantedScopes: granted,
    seesWholeOrg: side === 'vendor' || seesWholeOrg(roles),
    managerId: found['manager_id'] as string | null,
  };
}

/**
 * Decides whether the credentials count now.
 *
 * @param results - What `admissionSql` found.
 * @param page - The `Origin` header, and whether it is this server's own.
 * @throws ProblemError when they do not, or the page's origin is not listed.
 */
export function admit(credentials: Credentials, results: readonly Row[][], {origin, isOwnOrigin}: Pick<RequestFacts, 'origin' | 'isOwnOrigin'>, now: number): Identity {
  const found = results.at(-1)?.[0];
  if (credentials.kind === 'key') return admitKey(credentials, found, origin, now);
  if (!found) throw problem('session_invalid');
  // Both lists: the session's own, and the programme's as it is now.
  const isListed = (list: unknown) => isOwnOrigin || origin === null || isListedOrigin(origin, list as string[]);
  if (!isListed(found['session_origins']) || !isListed(found['origins'])) throw problem('origin_not_allowed');
  return sessionIdentity(credentials, found);
}

/** Who holds a session. @param found - Its row of the view `session_standing`. */
export function sessionIdentity({sessionId, personId, partnerOrgId, expiresAtMs}: Pick<SessionClaims, 'sessionId' | 'personId' | 'partnerOrgId'> & {readonly expiresAtMs: number | null}, found: Row): Identity {
  const side = partnerOrgId ? 'partner' : 'vendor';
  return {
    ...ofTenant(found),
    ...rightsOf(side, found),
    caller: side,
    principalId: `person:${personId}`,
    personId,
    partnerOrgId,
    session: {id: sessionId, components: found['components'] as Component[]},
    expiresAtMs,
  };
}

function admitKey(credentials: Credentials & {kind: 'key'}, found: Row | undefined, origin: string | null, now: number): Identity {
  const isRight = found !== undefined && equalHashes(found['hash'] as Uint8Array, credentials.hash);
  if (!isRight || isOver(found, now)) throw problem('secret_key_invalid');
  // Only now, so that nobody learns from it whether a key is real.
  if (origin !== null) throw problem('secret_key_in_browser');
  return keyIdentity(credentials.keyId, found);
}

/** Whether the time of a key has ended. @param found - Its row of the view `key_standing`. */
export function isOver({expires_at: expiresAt}: Row, now: number): boolean {
  return typeof expiresAt === 'string' && Date.parse(expiresAt) <= now;
}

/** Who holds a key. @param found - Its row of the view `key_standing`. */
export function keyIdentity(keyId: string, found: Row): Identity {
  const granted = found['scopes'] as string[] | null;
  return {
    ...ofTenant(found),
    caller: 'key',
    principalId: `key:${keyId}`,
    personId: null,
    partnerOrgId: null,
    roles: [],
    scopes: granted ?? scopesOfRoles('vendor', ['channel_admin']),
    grantedScopes: granted,
    seesWholeOrg: true,
    managerId: null,
    session: null,
    expiresAtMs: null,
  };
}

function ofTenant(found: Row) {
  return {tenantId: String(found['tenant_id']), programId: String(found['program_id']), cursorSecret: found['secret'] as Uint8Array<ArrayBuffer>};
}
