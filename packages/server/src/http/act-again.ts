import {bind} from '../database/bind.ts';
import {literal, type Database, type Row} from '../database/database.ts';
import {inTransaction, openingSql} from '../database/open.ts';
import type {Scope} from '../database/scope.ts';
import type {Context} from '../context.ts';
import {isOver, keyIdentity, sessionIdentity, type Identity} from './authenticate.ts';

/** Somebody whose request is still being worked on. */
export interface Asker {
  readonly tenantId: string;
  /** `key:<id>` or `person:<id>`. */
  readonly principalId: string;
  readonly sessionId: string | null;
  readonly partnerOrgId: string | null;
}

/**
 * Runs work in a transaction of somebody who asked before, with the rights that they have now.
 *
 * @returns What the work did, or `undefined` when they have no rights any more: person, membership, session or key have ended.
 */
export function actAgain<T>(database: Database, context: Context, asker: Asker, work: (scope: Scope) => Promise<T>): Promise<T | undefined> {
  return inTransaction(database, admissionOf(asker), async (transaction, results) => {
    const found = results.at(-1)?.[0];
    const identity = found && String(found['tenant_id']) === asker.tenantId ? identityOf(asker, found, context.now()) : undefined;
    if (!identity) return undefined;
    const {expiresAtMs: _, grantedScopes: __, ...who} = identity;
    return work({...who, requestId: null, context, db: bind(transaction)});
  });
}

function admissionOf({tenantId, principalId, sessionId, partnerOrgId}: Asker): string {
  const id = idOf(principalId);
  if (sessionId === null) return `${openingSql('write', {tenantId: null, caller: 'key', partnerOrgId: null, principalId})}SELECT * FROM admit_key(${literal(id)}); `;
  const opening = openingSql('write', {tenantId, caller: partnerOrgId ? 'partner' : 'vendor', partnerOrgId, principalId});
  return `${opening}SELECT * FROM admit_session(${literal(sessionId)}, ${literal(id)}, ${literal(partnerOrgId)}); `;
}

function identityOf({principalId, sessionId, partnerOrgId}: Asker, found: Row, now: number): Identity | undefined {
  const id = idOf(principalId);
  if (sessionId !== null) return sessionIdentity({sessionId, personId: id, partnerOrgId, expiresAtMs: null}, found);
  return isOver(found, now) ? undefined : keyIdentity(id, found);
}

function idOf(principalId: string): string {
  return principalId.slice(principalId.indexOf(':') + 1);
}
