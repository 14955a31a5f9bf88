import type {Membership, NewPerson, Page, Person} from '@portico/contract';
import {sql} from 'kysely';
import {jsonArrayFrom} from 'kysely/helpers/postgres';
import {newId} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';
import {containsPattern} from '../database/search.ts';

interface ListInput {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly q?: string | undefined;
  readonly partnerOrgId?: string | undefined;
  readonly side?: 'vendor' | 'partner' | undefined;
  readonly externalId?: string | undefined;
  readonly [other: string]: unknown;
}

export async function listPeople(scope: Scope, input: ListInput): Promise<Page<Person>> {
  let query = select(scope);
  const {q, partnerOrgId, side, externalId} = input;
  if (q) query = query.where(eb => eb.or([eb('p.name', 'ilike', containsPattern(q)), eb('p.email', 'ilike', containsPattern(q))]));
  if (externalId !== undefined) query = query.where('p.external_id', '=', externalId);
  if (partnerOrgId !== undefined) query = query.where(belongsTo(partnerOrgId));
  if (side !== undefined) query = query.where(isAt(side));
  const by = [{expression: sql.ref('p.name'), type: 'text'}, {expression: sql.ref('p.person_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, query, {list: 'people', by, direction: 'asc', input});
  return {items: rows.map(toPerson), page};
}

export async function findPerson(scope: Scope, id: string): Promise<Person | undefined> {
  const row = await select(scope).where('p.person_id', '=', id).executeTakeFirst();
  return row && toPerson(row);
}

/** The person's version under a lock, until the transaction ends. */
export function lockPerson({db}: Scope, id: string): Promise<{version: number} | undefined> {
  return db.selectFrom('person').select('version').where('person_id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertPerson(scope: Scope, id: string, {externalId, name, email, locale, timeZone, memberships}: NewPerson, at: string): Promise<void> {
  const {db, tenantId} = scope;
  await db.insertInto('person').values({tenant_id: tenantId, person_id: id, external_id: externalId ?? null, name, email: email ?? null, locale: locale ?? null, time_zone: timeZone ?? null, created_at: at, updated_at: at}).execute();
  await setMemberships(scope, id, memberships, at);
}

type Changes = {readonly [K in keyof Omit<NewPerson, 'memberships'>]?: NewPerson[K] | undefined} & {readonly active?: boolean | undefined};

/** Writes changes; always writes the person's row, so that its version moves on. */
export async function updatePerson({db}: Scope, id: string, {externalId, name, email, locale, timeZone, active}: Changes, at: string): Promise<void> {
  await db
    .updateTable('person')
    .set({
      updated_at: at,
      ...(externalId === undefined ? {} : {external_id: externalId}),
      ...(name === undefined ? {} : {name}),
      ...(email === undefined ? {} : {email}),
      ...(locale === undefined ? {} : {locale}),
      ...(timeZone === undefined ? {} : {time_zone: timeZone}),
      ...(active === undefined ? {} : {active}),
    })
    .where('person_id', '=', id)
    .execute();
}

/** Replaces all memberships of a person. */
export async function setMemberships({db, tenantId, context}: Scope, personId: string, memberships: readonly Membership[], at: string): Promise<void> {
  await db.deleteFrom('membership').where('person_id', '=', personId).execute();
  if (memberships.length === 0) return;
  const rows = memberships.map(({partnerOrgId, roles}) => ({tenant_id: tenantId, membership_id: newId(context), person_id: personId, partner_org_id: partnerOrgId, roles: [...new Set(roles)], created_at: at}));
  await db.insertInto('membership').values(rows).execute();
}

/** Ends every session of a person. */
export async function endSessionsOf({db}: Scope, personId: string, at: string): Promise<void> {
  await db.updateTable('embed_session').set({revoked_at: at}).where('person_id', '=', personId).where('revoked_at', 'is', null).execute();
}

/** Which of these organisations there are. */
export async function countPartnerOrgs({db}: Scope, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const {count} = await db.selectFrom('partner_org').select(sql<number>`count(*)::int`.as('count')).where('partner_org_id', 'in', ids).executeTakeFirstOrThrow();
  return count;
}

function belongsTo(partnerOrgId: string) {
  return sql<boolean>`exists (select from membership b where b.tenant_id = p.tenant_id and b.person_id = p.person_id and b.partner_org_id = ${partnerOrgId})`;
}

function isAt(side: 'vendor' | 'partner') {
  const where = side === 'vendor' ? sql`b.partner_org_id is null` : sql`b.partner_org_id is not null`;
  return sql<boolean>`exists (select from membership b where b.tenant_id = p.tenant_id and b.person_id = p.person_id and ${where})`;
}

/** Partner people see active colleagues, and of them only the place they share. */
function select({db, caller, partnerOrgId}: Scope) {
  const isPartner = caller === 'partner' && partnerOrgId !== null;
  const query = db
    .selectFrom('person as p')
    .select(['p.person_id', 'p.external_id', 'p.name', 'p.email', 'p.locale', 'p.time_zone', 'p.active', 'p.version', 'p.created_at', 'p.updated_at'])
    .select(eb =>
      jsonArrayFrom(
        eb
          .selectFrom('membership as m')
          .select(['m.partner_org_id as partnerOrgId', 'm.roles'])
          .whereRef('m.tenant_id', '=', 'p.tenant_id')
          .whereRef('m.person_id', '=', 'p.person_id')
          .$if(isPartner, inner => inner.where('m.partner_org_id', '=', partnerOrgId))
          .orderBy('m.created_at')
          .orderBy('m.membership_id'),
      ).as('memberships'),
    );
  return isPartner ? query.where('p.active', '=', true).where(belongsTo(partnerOrgId)) : query;
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function toPerson(row: Row): Person {
  return {
    id: row.person_id,
    externalId: row.external_id,
    name: row.name,
    email: row.email,
    locale: row.locale,
    timeZone: row.time_zone,
    active: row.active,
    memberships: row.memberships as Membership[],
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
