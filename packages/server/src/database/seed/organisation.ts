import {sql} from 'kysely';
import {newId, nowText} from '../../context.ts';
import type {Scope} from '../scope.ts';
import {partners, people} from './partners.data.ts';
import {levels, products, programme, rules} from './programme.data.ts';

/** Ids of partners and people by externalId. */
export interface Organisation {
  readonly partnerIds: ReadonlyMap<string, string>;
  readonly personIds: ReadonlyMap<string, string>;
}

/** Writes the programme's settings, its partners, people and rules; what is there already stays as it is. */
export async function writeOrganisation(scope: Scope, origins: readonly string[]): Promise<Organisation> {
  const levelIds = await writeProgramme(scope, origins);
  const known = await readOrganisation(scope);
  if (partners.every(({externalId}) => known.partnerIds.has(externalId)) && people.every(({externalId}) => known.personIds.has(externalId))) return known;
  const personIds = new Map(people.map(({externalId}) => [externalId, newId(scope.context)]));
  const partnerIds = new Map(partners.map(({externalId}) => [externalId, newId(scope.context)]));
  await writePeople(scope, personIds);
  await writePartners(scope, partnerIds, personIds, levelIds);
  await writeMemberships(scope, partnerIds, personIds);
  await writeRules(scope, partnerIds);
  return {partnerIds, personIds};
}

/** The ids that were written before. */
export async function readOrganisation({db, tenantId}: Scope): Promise<Organisation> {
  const orgs = await db.selectFrom('partner_org').select(['external_id', 'partner_org_id']).where('tenant_id', '=', tenantId).where('external_id', 'is not', null).execute();
  const persons = await db.selectFrom('person').select(['external_id', 'person_id']).where('tenant_id', '=', tenantId).where('external_id', 'is not', null).execute();
  return {
    partnerIds: new Map(orgs.map(row => [row.external_id ?? '', row.partner_org_id])),
    personIds: new Map(persons.map(row => [row.external_id ?? '', row.person_id])),
  };
}

async function writeProgramme({db, tenantId, programId, context}: Scope, origins: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const row = await db.selectFrom('program').select(['levels', 'origins']).where('tenant_id', '=', tenantId).where('program_id', '=', programId).executeTakeFirstOrThrow();
  const before = row.levels as {id: string; name: string}[];
  const ids = new Map(levels.map(({key, name}) => [key as string, before.find(level => level.name === name)?.id ?? newId(context)]));
  const allOrigins = [...new Set([...row.origins, ...origins])];
  if (before.length > 0 && allOrigins.length === row.origins.length) return ids;
  await db
    .updateTable('program')
    .set({
      levels: JSON.stringify(levels.map(({key, ...level}) => ({id: ids.get(key), ...level}))),
      products: JSON.stringify(products),
      brand: JSON.stringify(programme.brand),
      origins: JSON.stringify(allOrigins),
      updated_at: nowText(context),
    })
    .where('tenant_id', '=', tenantId)
    .where('program_id', '=', programId)
    .execute();
  return ids;
}

async function writePeople({db, tenantId, context}: Scope, ids: ReadonlyMap<string, string>): Promise<void> {
  const now = nowText(context);
  const rows = people.map(({externalId, name, email, locale, timeZone}) => ({tenant_id: tenantId, person_id: idOf(ids, externalId), external_id: externalId, name, email, locale, time_zone: timeZone, created_at: now, updated_at: now}));
  await db.insertInto('person').values(rows).execute();
}

async function writePartners({db, tenantId, programId, context}: Scope, ids: ReadonlyMap<string, string>, personIds: ReadonlyMap<string, string>, levelIds: ReadonlyMap<string, string>): Promise<void> {
  const now = nowText(context);
  const orgs = partners.map(({externalId, name, type, parent, country, timeZone, website}) => ({
    tenant_id: tenantId, partner_org_id: idOf(ids, externalId), external_id: externalId, name, type, parent_id: parent === undefined ? null : idOf(ids, parent), country, time_zone: timeZone, website, created_at: now, updated_at: now,
  }));
  await db.insertInto('partner_org').values(orgs).execute();
  const partnerships = partners.map(({externalId, level, manager, territories, products: sold = [], capacity, pausedReason}) => ({
    tenant_id: tenantId, program_id: programId, partner_org_id: idOf(ids, externalId), status: 'active', level_id: idOf(levelIds, level), manager_id: idOf(personIds, manager),
    territories: JSON.stringify(territories.map(place => (typeof place === 'string' ? {country: place, region: null} : {country: place[0], region: place[1]}))),
    products: JSON.stringify(sold), capacity, paused_reason: pausedReason ?? null, created_at: now, updated_at: now,
  }));
  await db.insertInto('partnership').values(partnerships).execute();
}

async function writeMemberships({db, tenantId, context}: Scope, partnerIds: ReadonlyMap<string, string>, personIds: ReadonlyMap<string, string>): Promise<void> {
  const rows = people.map(({externalId, partner, roles}) => ({
    tenant_id: tenantId, membership_id: newId(context), person_id: idOf(personIds, externalId), partner_org_id: partner === undefined ? null : idOf(partnerIds, partner), roles: [...roles], created_at: nowText(context),
  }));
  await db.insertInto('membership').values(rows).execute();
}

async function writeRules({db, tenantId, programId, context}: Scope, partnerIds: ReadonlyMap<string, string>): Promise<void> {
  const now = nowText(context);
  for (const [index, {name, method, countries = [], products: asked = [], minScore = null, partners: named}] of rules.entries()) {
    await db
      .insertInto('routing_rule')
      .values({
        tenant_id: tenantId, routing_rule_id: newId(context), program_id: programId, name, position: (index + 1) * 10, active: true, method,
        condition: JSON.stringify({countries, products: asked, campaigns: [], minScore}),
        partner_org_ids: sql<string[]>`${`{${named.map(key => idOf(partnerIds, key)).join(',')}}`}::uuid[]`,
        created_at: now, updated_at: now,
      })
      .execute();
  }
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new RangeError(`The demo has no ${key}.`);
  return id;
}
