import type {PartnerOrgRef, StoredFile} from '@portico/contract';
import type {LibraryFiles} from '../asset-flow/library-files.ts';
import type {Scope} from '../database/scope.ts';
import type {FileLinks} from './signed-url.ts';
import {readStoredFiles, type StoredFileRow} from './stored-file.queries.ts';

const onceForMs = 5 * 60_000;
// Links of one moment are the same text for a while, so that pictures stay in the browser's cache: this is the least that is left of their time.
const leastForMs = 2.5 * 60_000;

/** A file as the contract tells of it, with links for whoever reads it. */
export async function toStoredFile(scope: Scope, links: FileLinks, row: StoredFileRow, partnerOrg: PartnerOrgRef | null, shows: 'all' | 'cover' = 'all'): Promise<StoredFile> {
  const {tenantId, principalId: subject} = scope;
  const link = {tenantId, fileId: row.id, subject};
  const isReady = row.status === 'ready' && row.recallReason === null;
  const previews = isReady ? (shows === 'all' ? row.previews : row.previews.slice(0, 1)) : [];
  return {
    id: row.id,
    fileName: row.fileName,
    mediaType: row.mediaType,
    sizeBytes: row.sizeBytes,
    receivedBytes: row.receivedBytes,
    status: row.status,
    problem: row.problem,
    sha256: row.sha256,
    width: row.width,
    height: row.height,
    pages: row.pages,
    previews: await Promise.all(previews.map(async ({page, width, height}) => ({page, width, height, url: await links.download({...link, preview: {page, width}, disposition: 'inline'})}))),
    uploadUrl: row.status === 'uploading' && shows === 'all' ? await links.upload(link) : null,
    downloadUrl: isReady && shows === 'all' ? await links.download(link) : null,
    partnerOrg,
    createdAt: row.createdAt,
  };
}

/** The library's view of files. */
export function libraryFiles(links: FileLinks): LibraryFiles {
  return {
    find: async (scope, ids, shows) => {
      const rows = await readStoredFiles(scope, ids);
      const names = await readPartnerNames(scope, [...rows.values()]);
      return new Map(await Promise.all([...rows.values()].map(async row => [row.id, await toStoredFile(scope, links, row, partnerOf(row, names), shows)] as const)));
    },
    download: async ({tenantId, principalId: subject, context}, {storedFileId, isSingleUse, markFor = null}) => ({
      url: await links.download({tenantId, fileId: storedFileId, subject, once: isSingleUse, mark: markFor}),
      expiresAt: new Date(context.now() + (isSingleUse ? onceForMs : leastForMs)).toISOString(),
    }),
  };
}

/** Names of the partners that files belong to. */
export async function readPartnerNames({db, tenantId}: Scope, rows: readonly StoredFileRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(({partnerOrgId}) => partnerOrgId ?? []))];
  if (ids.length === 0) return new Map();
  const found = await db.selectFrom('partner_org').select(['partner_org_id', 'name']).where('tenant_id', '=', tenantId).where('partner_org_id', 'in', ids).execute();
  return new Map(found.map(row => [row.partner_org_id, row.name]));
}

export function partnerOf({partnerOrgId}: StoredFileRow, names: ReadonlyMap<string, string>): PartnerOrgRef | null {
  return partnerOrgId === null ? null : {id: partnerOrgId, name: names.get(partnerOrgId) ?? ''};
}
