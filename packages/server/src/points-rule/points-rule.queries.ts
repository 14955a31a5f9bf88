import {PointsTerms, type Page, type PointsRule} from '@portico/contract';
import type {RuleVersion} from '@portico/contract/points-rules';
import {sql} from 'kysely';
import {newId, nowText} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

function rules({db, tenantId, programId}: Scope) {
  return db
    .selectFrom('points_rule as r')
    .leftJoin('points_rule_version as v', join => join.onRef('v.tenant_id', '=', 'r.tenant_id').onRef('v.points_rule_id', '=', 'r.points_rule_id').onRef('v.number', '=', 'r.number'))
    .selectAll('r')
    .select(['v.terms', 'v.applies_from', 'v.published_at'])
    .where('r.tenant_id', '=', tenantId)
    .where('r.program_id', '=', programId);
}

type Row = Awaited<ReturnType<ReturnType<typeof rules>['executeTakeFirstOrThrow']>>;

const none = PointsTerms.shape.audience.parse(undefined);

/** Rules by name; of partners those that are published and whose present audience they belong to. */
export async function listRules(scope: Scope, input: {readonly limit: number; readonly cursor?: string | undefined}): Promise<Page<PointsRule>> {
  const by = [{expression: sql.ref('r.name'), type: 'text'}, {expression: sql.ref('r.points_rule_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, visible(scope), {list: 'points rules', by, direction: 'asc', input});
  return {items: rows.map(row => toRule(scope, row)), page};
}

export async function findRule(scope: Scope, id: string): Promise<PointsRule | undefined> {
  const row = await visible(scope).where('r.points_rule_id', '=', id).executeTakeFirst();
  return row && toRule(scope, row);
}

/** @returns The version of the row, under its lock. */
export function lockRule({db, tenantId}: Scope, id: string): Promise<{version: number; number: number} | undefined> {
  return db.selectFrom('points_rule').select(['version', 'number']).where('tenant_id', '=', tenantId).where('points_rule_id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertRule({db, tenantId, programId, context}: Scope, name: string, draft: PointsTerms): Promise<string> {
  const id = newId(context);
  const now = nowText(context);
  await db.insertInto('points_rule').values({tenant_id: tenantId, program_id: programId, points_rule_id: id, name, draft: JSON.stringify(draft), created_at: now, updated_at: now}).execute();
  return id;
}

export async function updateRule({db, tenantId, context}: Scope, id: string, {name, draft}: {readonly name: string; readonly draft: PointsTerms | null}): Promise<void> {
  await db
    .updateTable('points_rule')
    .set({name, draft: draft && JSON.stringify(draft), updated_at: nowText(context)})
    .where('tenant_id', '=', tenantId)
    .where('points_rule_id', '=', id)
    .execute();
}

/** What was published, oldest first. */
export async function getVersions({db, tenantId}: Scope, id: string): Promise<RuleVersion[]> {
  const rows = await db.selectFrom('points_rule_version').select(['number', 'terms', 'applies_from']).where('tenant_id', '=', tenantId).where('points_rule_id', '=', id).orderBy('number').execute();
  return rows.map(row => ({number: row.number, appliesFrom: row.applies_from, terms: row.terms}));
}

/** Puts a version in force; the draft is done with. */
export async function insertVersion({db, tenantId, personId, context}: Scope, id: string, {number, terms, appliesFrom}: RuleVersion): Promise<void> {
  const now = nowText(context);
  await db
    .insertInto('points_rule_version')
    .values({tenant_id: tenantId, points_rule_id: id, number, terms: JSON.stringify(terms), event: terms.event, applies_from: appliesFrom, published_at: now, published_by: personId})
    .execute();
  await db.updateTable('points_rule').set({number, draft: null, updated_at: now}).where('tenant_id', '=', tenantId).where('points_rule_id', '=', id).execute();
}

/** Names of partner organisations. */
export async function getNames({db, tenantId}: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('partner_org').select(['partner_org_id', 'name']).where('tenant_id', '=', tenantId).where('partner_org_id', 'in', [...ids]).execute();
  return new Map(rows.map(row => [row.partner_org_id, row.name]));
}

function visible(scope: Scope) {
  const {caller, partnerOrgId, tenantId, programId} = scope;
  if (caller !== 'partner') return rules(scope);
  // `isFor` of the contract's rules, for the partner as it stands now.
  const meets = (key: string, held: ReturnType<typeof sql>) => sql`(v.terms->'audience'->${sql.lit(key)} = '[]' or v.terms->'audience'->${sql.lit(key)} ?| ${held})`;
  return rules(scope).where(sql<boolean>`v.terms is not null and exists (
    select from partner_org g left join partnership p on p.tenant_id = g.tenant_id and p.partner_org_id = g.partner_org_id and p.program_id = ${programId}::uuid
    where g.tenant_id = ${tenantId}::uuid and g.partner_org_id = ${partnerOrgId}::uuid
      and ${meets('partnerOrgIds', sql`array[g.partner_org_id::text]`)} and ${meets('levelIds', sql`array[p.level_id::text]`)} and ${meets('partnerTypes', sql`array[g.type]`)}
      and ${meets('countries', sql`array[g.country]`)} and ${meets('groups', sql`coalesce(p.groups, '{}')`)})`);
}

function toRule({caller}: Scope, row: Row): PointsRule {
  const isPartner = caller === 'partner';
  const {terms, applies_from: appliesFrom, published_at: publishedAt} = row;
  return {
    id: row.points_rule_id,
    name: row.name,
    // Which other partners a rule is for is nobody else's business.
    published: terms === null || publishedAt === null ? null : {number: row.number, terms: isPartner ? {...terms, audience: none} : terms, appliesFrom, publishedAt},
    draft: isPartner ? null : row.draft,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
