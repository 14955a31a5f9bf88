import type {Api, StoredFile} from '@portico/contract';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';
import {announceFile} from './announce-file.ts';
import {partnerOf, readPartnerNames, toStoredFile} from './file-views.ts';
import type {FileLinking} from './files.ts';
import {findStoredFile} from './stored-file.queries.ts';

/** @param linking - Makes addresses, and says how much is taken. */
export function storedFileHandlers({links, limits}: FileLinking): Handlers<Api['storedFiles']> {
  const read = async (scope: Scope, id: string): Promise<StoredFile> => {
    const row = await findStoredFile(scope, id);
    // The vendor's files reach partners by way of assets alone.
    if (!row || (scope.caller === 'partner' && row.partnerOrgId !== scope.partnerOrgId)) throw problem('stored_file_not_found');
    return toStoredFile(scope, links, row, partnerOf(row, await readPartnerNames(scope, [row])));
  };

  return {
    create: async ({input: {fileName, mediaType, sizeBytes, sha256 = null}, scope}) => {
      const id = await announceFile(scope, {partnerOrgId: scope.partnerOrgId, fileName, mediaType, sizeBytes, declaredSha256: sha256}, limits);
      return read(scope, id);
    },

    get: ({input, scope}) => read(scope, input.id),
  };
}
