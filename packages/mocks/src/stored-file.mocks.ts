import type {Api, StoredFile} from '@portico/contract';
import type {MockHandlers, Scope} from './handlers.ts';
import {problem} from './problem.ts';

const mostBytes = 2_100_000_000;
const endings: Readonly<Record<StoredFile['mediaType'], readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/svg+xml': ['svg'],
  'text/html': ['html', 'htm'],
  'text/csv': ['csv'],
  'video/mp4': ['mp4', 'm4v'],
  'video/webm': ['webm'],
  'application/zip': ['zip'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
};

export const storedFileMocks: MockHandlers<Api['storedFiles']> = {
  create({fileName, mediaType, sizeBytes}, {store, viewer}) {
    if (sizeBytes > mostBytes) throw problem('file_too_large');
    if (!endings[mediaType].some(ending => fileName.toLowerCase().endsWith(`.${ending}`))) throw problem('file_type_not_allowed');
    const org = viewer.partnerOrgId === null ? undefined : store.data.partnerOrgs.get(viewer.partnerOrgId);
    const id = store.newId('storedFile');
    const partnerOrg = org ? {id: org.id, name: org.name} : null;
    return store.data.collateral.files.set({
      id, fileName, mediaType, sizeBytes, partnerOrg,
      receivedBytes: 0, status: 'uploading', problem: null, sha256: null, width: null, height: null, pages: null, previews: [], uploadUrl: `https://files.mock.example/files/${id}`, downloadUrl: null, createdAt: store.now(),
    });
  },
  get: ({id}, scope) => findFile(scope, id),
};

/** A partner reads its own files here, and the vendor's by way of assets. */
function findFile({store, viewer}: Scope, id: string): StoredFile {
  const file = store.data.collateral.files.get(id);
  if (!file || (viewer.side === 'partner' && file.partnerOrg?.id !== viewer.partnerOrgId)) throw problem('stored_file_not_found');
  return file;
}
