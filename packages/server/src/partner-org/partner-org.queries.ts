import type {NewPartnerOrg, Page, PartnerOrg, PartnerType, Partnership, PartnershipStatus} from '@portico/contract';
import {sql} from 'kysely';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';
import {containsPattern} from '../database/search.ts';

interface ListInput {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly q?: string | undefined;
  readonly externalId?: string | undefined;
  readonly [other: string]: unknown;
}

export async function listPartnerOrgs(scope: Scope, input: ListInput): Promise<Page<PartnerOrg>> {
  let query = select(scope);
  if (input.q) query = query.where('o.name', 'ilike', containsPattern(input.q));
  if (input.externalId !== undefined) query = query.where('o.external_id', '=', input.externalId);
  const by = [{expression: sql.ref('o.name'), type: 'text'}, {expression: sql.ref('o.partner_org_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, query, {list: 'partner_orgs', by, direction: 'asc', input});
  return {items: rows.map(toPartnerOrg), page};
}

export async function findPartnerOrg(scope: Scope, id: string): Promise<PartnerOrg | undefined> {
  const row = await select(scope).where('o.partner_org_id', '=', id).executeTakeFirst();
  return row && toPartnerOrg(row);
}

/** The organisation's version under a lock, until the transaction ends. */
export function lockPartnerOrg({db}: Scope, id: string): Promise<{version: number} | undefined> {
  return db.selectFrom('partner_org').select('version').where('partner_org_id', '=', id).forUpdate().executeTakeFirst();
}

export async function partnerOrgExists({db}: Scope, id: string): Promise<boolean> {
  return (await db.selectFrom('partner_org').select('partner_org_id').where('partner_org_id', '=', id).executeTakeFirst()) !== undefined;
}

/** The organisations above one, from its parent to the top. */
export async function ancestorsOf({db}: Scope, id: string): Promise<string[]> {
  const {rows} = await sql<{id: string}>`
    with recursive above as (
      select parent_id, 1 as height from partner_org where partner_org_id = ${id}
      union all
      select o.parent_id, above.height + 1 from partner_org o join above on o.partner_org_id = above.parent_id where above.height < 50
    ) select parent_id as id from above where parent_id is not null`.execute(db);
  return rows.map(row => row.id);
}

/** Ids of the programme's levels. */
export async function getLevelIds({db, programId}: Scope): Promise<string[]> {
  const {levels} = await db.selectFrom('program').select('levels').where('program_id', '=', programId).executeTakeFirstOrThrow();
  return (levels as {id: string}[]).map(({id}) => id);
}

export async function isVendorStaff({db}: Scope, personId: string): Promise<boolean> {
  return (await db.selectFrom('membership').select('membership_id').where('person_id', '=', personId).where('partner_org_id', 'is', null).executeTakeFirst()) !== undefined;
}

export async function insertPartnerOrg({db, tenantId, programId}: Scope, id: string, org: NewPartnerOrg, at: string): Promise<void> {
  const common = {tenant_id: tenantId, partner_org_id: id, created_at: at, updated_at: at};
  const {name, type, timeZone, externalId = null, parentId = null, country = null, website = null, partnership} = org;
  await db.insertInto('partner_org').values({...common, name, type, time_zone: timeZone, external_id: externalId, parent_id: parentId, country, website}).execute();
  await db.insertInto('partnership').values({...common, program_id: programId, status: 'active', ...toColumns(partnership)}).execute();
}

type Changes = {readonly [K in keyof Omit<NewPartnerOrg, 'partnership'>]?: NewPartnerOrg[K] | undefined};

/** Writes changes; always writes the organisation's row, so that its version moves on. */
export async function updatePartnerOrg({db, programId}: Scope, id: string, changes: Changes, partnership: PartnershipChanges | undefined, at: string): Promise<void> {
  const {name, type, timeZone, externalId, parentId, country, website} = changes;
  await db
    .updateTable('partner_org')
    .set({
      updated_at: at,
      ...(name === undefined ? {} : {name}),
      ...(type === undefined ? {} : {type}),
      ...(timeZone === undefined ? {} : {time_zone: timeZone}),
      ...(externalId === undefined ? {} : {external_id: externalId}),
      ...(parentId === undefined ? {} : {parent_id: parentId}),
      ...(country === undefined ? {} : {country}),
      ...(website === undefined ? {} : {website}),
    })
    .where('partner_org_id', '=', id)
    .execute();
  if (partnership) {
    await db.updateTable('partnership').set({updated_at: at, ...toColumns(partnership)}).where('partner_org_id', '=', id).where('program_id', '=', programId).execute();
  }
}

type PartnershipChanges = {readonly [K in keyof Partnership]?: Partnership[K] | undefined};

function toColumns({status, levelId, managerId, territories, products, capacity, pausedReason, groups, certifications, acceptedTerms}: PartnershipChanges) {
  return {
    ...(status === undefined ? {} : {status}),
    ...(levelId === undefined ? {} : {level_id: levelId}),
    ...(managerId === undefined ? {} : {manager_id: managerId}),
    ...(territories === undefined ? {} : {territories: JSON.stringify(territories)}),
    ...(products === undefined ? {} : {products: JSON.stringify(products)}),
    ...(capacity === undefined ? {} : {capacity}),
    ...(pausedReason === undefined ? {} : {paused_reason: pausedReason}),
    ...(groups === undefined ? {} : {groups}),
    ...(certifications === undefined ? {} : {certifications}),
    ...(acceptedTerms === undefined ? {} : {accepted_terms: acceptedTerms}),
  };
}

function select({db, programId}: Scope) {
  return db
    .selectFrom('partner_org as o')
    .innerJoin('partnership as p', join => join.onRef('p.tenant_id', '=', 'o.tenant_id').onRef('p.partner_org_id', '=', 'o.partner_org_id').on('p.program_id', '=', programId))
    .select(['o.partner_org_id', 'o.external_id', 'o.name', 'o.type', 'o.parent_id', 'o.country', 'o.time_zone', 'o.website', 'o.version', 'o.created_at', 'o.updated_at'])
    .select(['p.status', 'p.level_id', 'p.manager_id', 'p.territories', 'p.products', 'p.capacity', 'p.paused_reason', 'p.groups', 'p.certifications', 'p.accepted_terms'])
    .select(
      sql<number>`(select count(*)::int from lead_offer l where l.tenant_id = o.tenant_id and l.partner_org_id = o.partner_org_id and l.tab = 'working')`.as('open_leads'),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function toPartnerOrg(row: Row): PartnerOrg {
  return {
    id: row.partner_org_id,
    externalId: row.external_id,
    name: row.name,
    type: row.type as PartnerType,
    parentId: row.parent_id,
    country: row.country,
    timeZone: row.time_zone,
    website: row.website,
    partnership: {
      status: row.status as PartnershipStatus,
      levelId: row.level_id,
      managerId: row.manager_id,
      territories: row.territories,
      products: row.products,
      capacity: row.capacity,
      pausedReason: row.paused_reason,
      groups: row.groups,
      certifications: row.certifications,
      acceptedTerms: row.accepted_terms,
    },
    openLeads: row.open_leads,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
