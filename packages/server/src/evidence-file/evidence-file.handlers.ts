import {evidencePartBytes, type Api, type EvidenceFile} from '@portico/contract';
import {sha256Hex} from '@portico/contract/receipt-proof';
import {tellOfDeal} from '../deal-flow/deal-case.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';
import {contentFault} from '../file-content/file-content.rules.ts';
import {blankMetadata} from '../file-content/picture-metadata.rules.ts';
import {cleanFileName, endsAs} from '../file-content/file-name.rules.ts';
import {bytesIn} from './base64.ts';
import {expectDealVisible, expectEvidenceOpen, getVisibleFile, inEvidenceOf} from './evidence-access.ts';
import {
  acceptEvidenceFile,
  countEvidenceFiles,
  deleteEvidenceFile,
  findEvidenceFile,
  findEvidencePart,
  insertEvidenceFile,
  isEvidenceSubmitted,
  lockEvidenceFile,
  partsOf,
  putEvidencePart,
  readEvidenceBytes,
  rejectEvidenceFile,
  replaceEvidenceBytes,
} from './evidence-file.queries.ts';

/** Files of a registration, those on their way included. */
const mostFiles = 20;

/** @param isScanned - A scanner looks at what arrives before anybody gets it. */
export const evidenceFileHandlers = ({isScanned}: {readonly isScanned: boolean}): Handlers<Api['evidenceFiles']> => ({
  create: async ({input, scope}) => {
    await expectDealVisible(scope, input.dealRegistrationId);
    const fileName = cleanFileName(input.fileName);
    if (!endsAs(fileName, input.mediaType)) throw problem('input_invalid', {errors: [{pointer: '/fileName', code: 'ending_wrong', message: `The name does not end as files of ${input.mediaType} do.`}]});
    const id = await inEvidenceOf(scope, input.dealRegistrationId, async held => {
      if ((await countEvidenceFiles(held.scope, input.dealRegistrationId)) >= mostFiles) throw problem('evidence_too_many');
      return insertEvidenceFile(held.scope, {...input, fileName});
    });
    return getVisibleFile(scope, id);
  },

  get: ({input, scope}) => getVisibleFile(scope, input.id),

  putPart: async ({input: {id, index, base64}, scope}) => {
    const file = await getVisibleFile(scope, id);
    await expectEvidenceOpen(scope, file.dealRegistrationId);
    if (bytesIn(base64) !== bytesOfPart(file, index)) throw problem('evidence_part_wrong');
    const status = await lockEvidenceFile(scope, id, 'together');
    if (status === undefined) throw problem('evidence_file_not_found');
    if (status !== 'uploading') throw problem('evidence_complete');
    await putEvidencePart(scope, id, index, base64);
    return getVisibleFile(scope, id);
  },

  complete: async ({input: {id, sha256}, scope}) => {
    const file = await getVisibleFile(scope, id);
    await inEvidenceOf(scope, file.dealRegistrationId, async held => {
      const status = await lockEvidenceFile(held.scope, id, 'alone');
      if (status === undefined) throw problem('evidence_file_not_found');
      // Said twice it is the same file.
      if (status !== 'uploading') return;
      const {receivedBytes = 0} = (await findEvidenceFile(held.scope, id)) ?? {};
      if (receivedBytes < file.sizeBytes) throw problem('evidence_incomplete');
      await decide(held.scope, file, sha256, isScanned);
      tellOfDeal(held, 'evidence');
    });
    return getVisibleFile(scope, id);
  },

  getPart: async ({input: {id, index}, scope}) => {
    const file = await getVisibleFile(scope, id);
    if (file.status !== 'ready') throw problem('evidence_incomplete');
    if (file.isWithheld) throw problem('file_not_ready');
    const base64 = await findEvidencePart(scope, id, index);
    if (base64 === undefined) throw problem('evidence_file_not_found');
    return {index, parts: partsOf(file), base64};
  },

  delete: async ({input: {id}, scope}) => {
    const file = await getVisibleFile(scope, id);
    await inEvidenceOf(scope, file.dealRegistrationId, async held => {
      if (await isEvidenceSubmitted(held.scope, file)) throw problem('deal_field_read_only', {errors: [{pointer: '/evidence', code: 'read_only', message: 'This file was submitted and a receipt names it.'}]});
      await deleteEvidenceFile(held.scope, id);
      tellOfDeal(held, 'evidence');
    });
    return undefined;
  },
});

/** Looks at all of a file and takes it or says why not. */
async function decide(scope: Scope, {id, sizeBytes, mediaType}: EvidenceFile, expected: string | undefined, isWithheld: boolean): Promise<void> {
  const bytes = await readEvidenceBytes(scope, id, sizeBytes);
  const sha256 = await sha256Hex(bytes);
  const fault = bytes.length !== sizeBytes ? 'size_mismatch' : expected !== undefined && expected !== sha256 ? 'hash_mismatch' : contentFault(bytes, mediaType);
  // Nobody who sends a photograph of an order means to say where they live.
  const isBlanked = fault ? false : blankMetadata(bytes, mediaType);
  if (fault || isBlanked === null) return rejectEvidenceFile(scope, id, fault || 'unreadable');
  if (isBlanked) await replaceEvidenceBytes(scope, id, bytes);
  await acceptEvidenceFile(scope, {id, sha256: isBlanked ? await sha256Hex(bytes) : sha256, isWithheld});
}

/** How long a part is: all but the last are whole. Nothing for one behind the end. */
function bytesOfPart({sizeBytes}: EvidenceFile, index: number): number {
  return Math.min(evidencePartBytes, sizeBytes - index * evidencePartBytes);
}
