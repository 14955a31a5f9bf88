import type {Api, Cobrand, CobrandAction, CobrandApproval, CobrandFormat, CobrandStatus, Page, RouteParsed, StoredFile} from '@portico/contract';
import {cobrandCan} from '@portico/contract/cobrand-transitions';
import {sql} from 'kysely';
import {readOwnRows} from '../asset-flow/own-rows.ts';
import type {LibraryFiles} from '../asset-flow/library-files.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

function cobrands({db, tenantId}: Scope, ownerId: string | null) {
  return db
    .selectFrom('cobrand as c')
    .innerJoin('cobrand_template as t', join => join.onRef('t.tenant_id', '=', 'c.tenant_id').onRef('t.cobrand_template_id', '=', 'c.cobrand_template_id'))
    .innerJoin('asset as a', join => join.onRef('a.tenant_id', '=', 'c.tenant_id').onRef('a.asset_id', '=', 'c.asset_id'))
    .innerJoin('partner_org as o', join => join.onRef('o.tenant_id', '=', 'c.tenant_id').onRef('o.partner_org_id', '=', 'c.partner_org_id'))
    .leftJoin('person as p', join => join.onRef('p.tenant_id', '=', 'c.tenant_id').onRef('p.person_id', '=', 'c.created_by'))
    .leftJoin('person as d', join => join.onRef('d.tenant_id', '=', 'c.tenant_id').onRef('d.person_id', '=', 'c.decided_by'))
    .leftJoin('cobrand_output as u', join => join.onRef('u.tenant_id', '=', 'c.tenant_id').onRef('u.code', '=', 'c.output_code'))
    .leftJoin('cobrand_template as m', join => join.onRef('m.tenant_id', '=', 'u.tenant_id').onRef('m.cobrand_template_id', '=', 'u.cobrand_template_id'))
    .selectAll('c')
    .select(['t.format', 't.approval', 'a.title', 'o.name as partner_name', 'p.name as creator_name', 'd.name as decider_name'])
    .select(['u.code', 'u.address', 'u.stored_file_id', 'u.asset_version_id', 'u.made_at', 'm.number as made_with'])
    .select(sql<string | null>`(select n.cobrand_template_id from cobrand_template n where n.tenant_id = c.tenant_id and n.asset_id = c.asset_id and n.language = c.language and n.status = 'published')`.as('next_template_id'))
    .where('c.tenant_id', '=', tenantId)
    .$if(ownerId !== null, each => each.where('c.partner_org_id', '=', ownerId));
}

type Row = Awaited<ReturnType<ReturnType<typeof cobrands>['executeTakeFirstOrThrow']>>;

/** One page of copies, latest first; of a partner its own. */
export function listCobrands(scope: Scope, files: LibraryFiles, {limit, cursor, ...filter}: RouteParsed<Api['cobrands']['list']>): Promise<Page<Cobrand>> {
  const {assetId, templateId, partnerOrgId, status} = filter;
  return readOwnRows(scope, async (reader, ownerId) => {
    const query = cobrands(reader, ownerId)
      .$if(assetId !== undefined, each => each.where('c.asset_id', '=', assetId ?? ''))
      .$if(templateId !== undefined, each => each.where('c.cobrand_template_id', '=', templateId ?? ''))
      .$if(partnerOrgId !== undefined, each => each.where('c.partner_org_id', '=', partnerOrgId ?? ''))
      .$if(status !== undefined && status.length > 0, each => each.where('c.status', 'in', status ?? []));
    const by = [{expression: sql.ref('c.created_at'), type: 'timestamptz'}, {expression: sql.ref('c.cobrand_id'), type: 'uuid'}] as const;
    const {rows, page} = await readPage(reader, query, {list: 'cobrands', by, direction: 'desc', input: {limit, cursor, ...filter}});
    return {items: await toItems(scope, reader, files, rows), page};
  });
}

export function findCobrand(scope: Scope, files: LibraryFiles, id: string): Promise<Cobrand | undefined> {
  return readOwnRows(scope, async (reader, ownerId) => (await toItems(scope, reader, files, await cobrands(reader, ownerId).where('c.cobrand_id', '=', id).execute()))[0]);
}

async function toItems(scope: Scope, reader: Scope, files: LibraryFiles, rows: readonly Row[]): Promise<Cobrand[]> {
  const ids = rows.flatMap(row => row.stored_file_id ?? []);
  const stored = ids.length === 0 ? new Map<string, StoredFile>() : await files.find(reader, ids, 'all');
  return rows.map(row => toCobrand(scope, row, stored.get(row.stored_file_id ?? '')));
}

function toCobrand(scope: Scope, row: Row, file: StoredFile | undefined): Cobrand {
  const {code, address, made_with: templateNumber, asset_version_id: assetVersionId, made_at: madeAt} = row;
  const isMade = code !== null && address !== null && templateNumber !== null && assetVersionId !== null && madeAt !== null && file !== undefined;
  return {
    id: row.cobrand_id,
    name: row.name,
    templateId: row.cobrand_template_id,
    assetId: row.asset_id,
    assetTitle: row.title,
    language: row.language,
    format: row.format as CobrandFormat,
    approval: row.approval as CobrandApproval,
    partnerOrg: {id: row.partner_org_id, name: row.partner_name},
    values: row.values,
    status: row.status as CobrandStatus,
    isMaking: row.due_at !== null,
    findings: row.findings,
    output: isMade ? {code, copyUrl: address, storedFile: {...file, uploadUrl: null, downloadUrl: null}, templateNumber, assetVersionId, madeAt} : null,
    nextTemplateId: row.status === 'stale' ? row.next_template_id : null,
    reason: row.reason,
    createdBy: row.created_by === null ? null : {id: row.created_by, name: row.creator_name ?? ''},
    submittedAt: row.submitted_at,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by === null ? null : {id: row.decided_by, name: row.decider_name ?? ''},
    publishedAt: row.published_at,
    actions: actionsOf(scope, row),
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function actionsOf({caller}: Scope, row: Row): CobrandAction[] {
  const status = row.status as CobrandStatus;
  const isMaking = row.due_at !== null;
  const can: Readonly<Record<CobrandAction, boolean>> =
    caller === 'partner'
      ? {
          update: cobrandCan('update', status) || cobrandCan('revise', status),
          generate: cobrandCan('generate', status) && !isMaking,
          submit: cobrandCan('submit', status) && row.approval !== 'none',
          approve: false,
          reject: false,
          publish: cobrandCan('publish', status) || (cobrandCan('publish_unseen', status) && row.approval === 'none'),
          remake: cobrandCan('remake', status) && row.next_template_id !== null,
          delete: cobrandCan('delete', status) && row.published_at === null,
          download: status === 'published',
        }
      : {update: false, generate: false, submit: false, approve: cobrandCan('approve', status), reject: cobrandCan('reject', status), publish: false, remake: false, delete: false, download: row.code !== null && status !== 'recalled'};
  return (Object.keys(can) as CobrandAction[]).filter(action => can[action]);
}
