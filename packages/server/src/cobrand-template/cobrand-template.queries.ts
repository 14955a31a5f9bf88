import type {Api, CobrandApproval, CobrandFormat, CobrandTemplate, CobrandTemplateAction, CobrandTemplateStatus, Page, RouteParsed, StoredFile} from '@portico/contract';
import {sql, type Insertable, type Selectable, type Updateable} from 'kysely';
import type {LibraryFiles} from '../asset-flow/library-files.ts';
import type {CobrandTemplateTable} from '../database/cobrand-tables.ts';
import {elevated} from '../database/elevate.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

/** A template as it is in the database. */
export type TemplateRow = Selectable<CobrandTemplateTable>;

function templates({db, tenantId}: Scope) {
  return db
    .selectFrom('cobrand_template as t')
    .innerJoin('asset as a', join => join.onRef('a.tenant_id', '=', 't.tenant_id').onRef('a.asset_id', '=', 't.asset_id'))
    .innerJoin('asset_version as v', join => join.onRef('v.tenant_id', '=', 't.tenant_id').onRef('v.asset_version_id', '=', 't.asset_version_id'))
    .selectAll('t')
    .select(['a.title', 'v.stored_file_id'])
    .select(sql<number>`(select count(*)::int from cobrand c where c.tenant_id = t.tenant_id and c.cobrand_template_id = t.cobrand_template_id and c.status in ('generated', 'submitted', 'approved', 'published'))`.as('copies'))
    .where('t.tenant_id', '=', tenantId);
}

type Row = Awaited<ReturnType<ReturnType<typeof templates>['executeTakeFirstOrThrow']>>;

/** One page of templates, latest first. Row-level security leaves out for partners what is not theirs to see. */
export async function listTemplates(scope: Scope, files: LibraryFiles, input: RouteParsed<Api['cobrandTemplates']['list']>): Promise<Page<CobrandTemplate>> {
  const {assetId, language, status} = input;
  const query = templates(scope)
    .$if(assetId !== undefined, each => each.where('t.asset_id', '=', assetId ?? ''))
    .$if(language !== undefined, each => each.where('t.language', '=', language ?? ''))
    .$if(status !== undefined && status.length > 0, each => each.where('t.status', 'in', status ?? []))
    // A partner's list is of what it can use.
    .$if(scope.caller === 'partner', each => each.where('t.status', '=', 'published'));
  const by = [{expression: sql.ref('t.created_at'), type: 'timestamptz'}, {expression: sql.ref('t.cobrand_template_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, query, {list: 'cobrand templates', by, direction: 'desc', input});
  return {items: await toItems(scope, files, rows), page};
}

export async function findTemplate(scope: Scope, files: LibraryFiles, id: string): Promise<CobrandTemplate | undefined> {
  const rows = await templates(scope).where('t.cobrand_template_id', '=', id).execute();
  return (await toItems(scope, files, rows))[0];
}

export async function readTemplate({db, tenantId}: Scope, id: string): Promise<TemplateRow | undefined> {
  return db.selectFrom('cobrand_template').selectAll().where('tenant_id', '=', tenantId).where('cobrand_template_id', '=', id).executeTakeFirst();
}

/** The template that partners use for an asset in a language. */
export async function findPublishedTemplate({db, tenantId}: Scope, assetId: string, language: string): Promise<TemplateRow | undefined> {
  return db.selectFrom('cobrand_template').selectAll().where('tenant_id', '=', tenantId).where('asset_id', '=', assetId).where('language', '=', language).where('status', '=', 'published').executeTakeFirst();
}

/** The number that an asset's next template has. Call it under the lock of the asset. */
export async function nextNumber({db, tenantId}: Scope, assetId: string): Promise<number> {
  const {number} = await db.selectFrom('cobrand_template').select(sql<number>`coalesce(max(number), 0) + 1`.as('number')).where('tenant_id', '=', tenantId).where('asset_id', '=', assetId).executeTakeFirstOrThrow();
  return number;
}

export async function insertTemplate({db, tenantId}: Scope, template: Omit<Insertable<CobrandTemplateTable>, 'tenant_id'>): Promise<void> {
  await db.insertInto('cobrand_template').values({...template, tenant_id: tenantId}).execute();
}

export async function updateTemplate({db, tenantId}: Scope, id: string, changes: Updateable<CobrandTemplateTable>): Promise<void> {
  await db.updateTable('cobrand_template').set(changes).where('tenant_id', '=', tenantId).where('cobrand_template_id', '=', id).execute();
}

async function toItems(scope: Scope, files: LibraryFiles, rows: readonly Row[]): Promise<CobrandTemplate[]> {
  // Who sees the template may see what the material looks like.
  const stored = rows.length === 0 ? new Map<string, StoredFile>() : await elevated(scope, system => files.find(system, rows.map(row => row.stored_file_id), 'all'));
  return rows.flatMap(row => {
    const file = stored.get(row.stored_file_id);
    return file ? [toTemplate(scope, row, file)] : [];
  });
}

const actions: Readonly<Record<CobrandTemplateStatus, readonly CobrandTemplateAction[]>> = {draft: ['update', 'publish'], published: ['retire'], superseded: [], retired: []};

function toTemplate({caller}: Scope, row: Row, {width, height, pages, previews}: StoredFile): CobrandTemplate {
  const status = row.status as CobrandTemplateStatus;
  const isPartner = caller === 'partner';
  return {
    id: row.cobrand_template_id,
    assetId: row.asset_id,
    assetTitle: row.title,
    assetVersionId: row.asset_version_id,
    language: row.language,
    number: row.number,
    format: row.format as CobrandFormat,
    width,
    height,
    pages: pages ?? 1,
    previews,
    zones: row.zones,
    logoRules: row.logo_rules,
    approval: row.approval as CobrandApproval,
    smallPrint: row.small_print,
    status,
    copies: isPartner ? 0 : row.copies,
    publishedAt: row.published_at,
    actions: isPartner ? [] : [...actions[status]],
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
