import type {ClaimAnswer} from '@portico/contract';
import {sql} from 'kysely';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import type {CustomerKeys} from './customer-key.rules.ts';

const hourMs = 3_600_000;

/** Whose checks are counted. */
export interface Asker {
  readonly personId: string;
  readonly partnerOrgId: string;
}

/** Lets the checks of an organisation take turns until the commit, so that many at once cannot slip past the limit. */
export async function takeTurn({db, tenantId}: Scope, {partnerOrgId}: Asker): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`claim_check:${tenantId}:${partnerOrgId}`}, 0))`.execute(db);
}

/**
 * Milliseconds until the person and the organisation may ask again; 0 for now.
 *
 * @param limits - Checks in any hour.
 */
export async function waitMs({db, tenantId, context}: Scope, {personId, partnerOrgId}: Asker, limits: {readonly person: number; readonly partnerOrg: number}): Promise<number> {
  const since = new Date(context.now() - hourMs).toISOString();
  // The one that has to leave the hour before there is room for another.
  const blocking = (column: 'person_id' | 'partner_org_id', id: string, limit: number) =>
    db.selectFrom('claim_check').select('created_at').where('tenant_id', '=', tenantId).where(column, '=', id).where('created_at', '>', since).orderBy('created_at', 'desc').offset(limit - 1).limit(1).executeTakeFirst();
  const rows = [await blocking('person_id', personId, limits.person), await blocking('partner_org_id', partnerOrgId, limits.partnerOrg)];
  return Math.max(0, ...rows.map(row => (row ? Date.parse(row.created_at) + hourMs - context.now() : 0)));
}

/** Logs a check. What was asked is kept as hashes under the tenant's secret, so that the log is no list of customers itself. */
export async function insertClaimCheck(scope: Scope, {personId, partnerOrgId}: Asker, {domainKey, nameKey, countryKey, taxKey}: CustomerKeys, answer: ClaimAnswer): Promise<void> {
  const {db, tenantId, context} = scope;
  const key = await crypto.subtle.importKey('raw', scope.cursorSecret, {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']);
  const hashOf = async (kind: string, value: string | null) => (value === null ? null : new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`claim_check ${kind} ${value}`))));
  await db
    .insertInto('claim_check')
    .values({
      tenant_id: tenantId,
      claim_check_id: newId(context),
      partner_org_id: partnerOrgId,
      person_id: personId,
      domain_hash: await hashOf('domain', domainKey),
      name_hash: await hashOf('name', nameKey === null ? null : `${nameKey} ${countryKey ?? ''}`),
      tax_hash: await hashOf('tax', taxKey),
      answer,
      created_at: nowText(context),
    })
    .execute();
}
