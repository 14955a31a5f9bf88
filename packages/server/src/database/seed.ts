import {LeadPolicy, type Role} from '@portico/contract';
import type {Context} from '../context.ts';
import {createSecretKey, equalHashes, hashSecretKey, idOfSecretKey} from '../keys/secret-key.ts';
import {mayWorkLeads} from '../lead-offer/lead-offer.rules.ts';
import type {Database} from './database.ts';
import {withTenant} from './open.ts';
import type {Scope} from './scope.ts';
import {customersInTurn, makeLead} from './seed/make-lead.ts';
import {readOrganisation, writeOrganisation, type Organisation} from './seed/organisation.ts';
import {partners, people} from './seed/partners.data.ts';
import {leadPolicy, programme, vendor} from './seed/programme.data.ts';
import {seeded} from './seed/random.ts';
import {stories, type StoryKind} from './seed/stories.data.ts';
import {tellDeals, writeDealProgramme} from './seed/tell-deals.ts';
import {beginningOf, tell, type Cast} from './seed/tell-story.ts';
import {addVolume} from './seed/volume.ts';
import {writeRewards} from './seed/write-rewards.ts';
import {writeStanding} from './seed/write-standing.ts';
import {createTenant, listTenants} from './tenants.ts';

/** What one needs to know of the demo to act in it. */
export interface DemoData {
  readonly tenantId: string;
  readonly vendorName: string;
  readonly secretKey: string;
  readonly program: {readonly id: string; readonly name: string};
  /** The first of each side is the one whom a page signs in. */
  readonly people: readonly {
    readonly id: string;
    readonly externalId: string;
    readonly name: string;
    readonly email: string;
    readonly locale: string;
    readonly side: 'vendor' | 'partner';
    readonly partnerOrgId: string | null;
    readonly partnerOrg: string | null;
    readonly roles: readonly Role[];
  }[];
  readonly partnerOrgs: readonly {readonly id: string; readonly externalId: string; readonly name: string}[];
}

export interface SeedOptions {
  /** Key of an earlier seeding; used again if it is still in force. */
  readonly secretKey?: string | undefined;
  /** Origins of the demo's pages. */
  readonly origins?: readonly string[];
  /** Leads to add for measuring, all with the first partner; they are plain, and nothing is announced. */
  readonly volume?: number;
  /** Tells of the library, whose files need a place: `tellLibrary`. Without it there is none. */
  readonly library?: (scope: Scope, organisation: Organisation) => Promise<void>;
}

const as = 'system:seed' as const;

/**
 * Fills a database with a made-up programme in the middle of its work: partners, people, rules, and leads whose stories end now. What is there already is not
 * made again, so it may be called at every start.
 */
export async function seedDemo(database: Database, context: Context, {secretKey, origins = [], volume = 0, library}: SeedOptions = {}): Promise<DemoData> {
  const known = (await listTenants(database)).find(({name}) => name === vendor.name);
  const program = {name: programme.name, timeZone: programme.timeZone, countries: programme.countries, leadPolicy: LeadPolicy.parse(leadPolicy), origins};
  const tenantId = known?.tenantId ?? (await createTenant(database, context, {name: vendor.name, program})).tenantId;
  const inTenant = <T>(work: (scope: Scope) => Promise<T>) => withTenant(database, tenantId, {context, as}, work);

  const organisation = await inTenant(scope => writeOrganisation(scope, origins));
  await tellStories(inTenant, context, organisation);
  // In one go: submissions have one order across all partners.
  await inTenant(async scope => {
    await writeDealProgramme(scope);
    await tellDeals(scope, organisation);
  });
  if (library) await inTenant(scope => library(scope, organisation));
  await inTenant(writeStanding);
  await inTenant(scope => writeRewards(scope, organisation));
  const [first] = people.flatMap(({partner}) => partner ?? []);
  const partnerName = partners.find(({externalId}) => externalId === first)?.name ?? '';
  if (volume > 0) await addVolume(inTenant, organisation.partnerIds.get(first ?? '') ?? '', partnerName, volume);
  return inTenant(async scope => ({...describe(scope, await readOrganisation(scope)), secretKey: await keepOrMakeKey(scope, secretKey)}));
}

async function tellStories(inTenant: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>, context: Context, organisation: Organisation): Promise<void> {
  const told = await inTenant(async ({db, tenantId}) => new Set((await db.selectFrom('lead').select('external_id').where('tenant_id', '=', tenantId).where('external_id', 'like', 'demo-%').execute()).map(row => row.external_id)));
  const customers = customersInTurn();
  const cast = castOf(organisation);
  const plan = stories.flatMap(([kind, countries]) => countries.split(' ').map((country): [StoryKind, string] => [kind, country]));
  for (const [index, [kind, country]] of plan.entries()) {
    // A generator for each lead, so that a seeding that was cut off makes the same rest.
    const random = seeded(index + 1);
    const beganMs = beginningOf(kind, context.now(), random);
    const externalId = `demo-${String(index + 1).padStart(4, '0')}`;
    const lead = makeLead(externalId, country, customers, random, new Date(beganMs).toISOString());
    if (!told.has(externalId)) await inTenant(scope => tell(scope, kind, lead, beganMs, cast, random));
  }
}

function castOf({partnerIds, personIds}: Organisation): Cast {
  const peopleOf = Map.groupBy(people.filter(({partner, roles}) => partner !== undefined && mayWorkLeads(roles)), ({partner}) => partnerIds.get(partner ?? '') ?? '');
  return {
    peopleOf: partnerOrgId => (peopleOf.get(partnerOrgId) ?? []).flatMap(({externalId}) => personIds.get(externalId) ?? []),
    manager: personIds.get('v-elin') ?? '',
    partnersIn: country => partners.filter(({territories, pausedReason}) => pausedReason === undefined && territories.some(place => (typeof place === 'string' ? place : place[0]) === country)).flatMap(({externalId}) => partnerIds.get(externalId) ?? []),
  };
}

function describe({tenantId, programId}: Scope, {partnerIds, personIds}: Organisation): Omit<DemoData, 'secretKey'> {
  const names = new Map(partners.map(({externalId, name}) => [externalId, name]));
  return {
    tenantId,
    vendorName: vendor.name,
    program: {id: programId, name: programme.name},
    people: people.map(({externalId, name, email, locale, partner, roles}) => ({
      id: personIds.get(externalId) ?? '',
      externalId,
      name,
      email,
      locale,
      side: partner === undefined ? 'vendor' : 'partner',
      partnerOrgId: partner === undefined ? null : (partnerIds.get(partner) ?? null),
      partnerOrg: partner === undefined ? null : (names.get(partner) ?? null),
      roles,
    })),
    partnerOrgs: partners.map(({externalId, name}) => ({id: partnerIds.get(externalId) ?? '', externalId, name})),
  };
}

async function keepOrMakeKey(scope: Scope, secretKey: string | undefined): Promise<string> {
  const keyId = secretKey === undefined ? null : idOfSecretKey(secretKey);
  if (secretKey !== undefined && keyId !== null) {
    const row = await scope.db.selectFrom('secret_key').select(['hash', 'revoked_at', 'expires_at']).where('tenant_id', '=', scope.tenantId).where('key_id', '=', keyId).executeTakeFirst();
    if (row && row.revoked_at === null && row.expires_at === null && equalHashes(row.hash, await hashSecretKey(secretKey))) return secretKey;
  }
  return (await createSecretKey(scope, {name: 'demo'})).secretKey;
}
