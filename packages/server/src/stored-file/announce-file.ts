import type {Scope} from '../database/scope.ts';
import {cleanFileName, endsAs} from '../file-content/file-name.rules.ts';
import {fileTypes, type FileMediaType} from '../file-content/file-types.data.ts';
import {problem} from '../problem.ts';
import {mostBytesOf, type FileLimits} from './file-limits.ts';
import {insertStoredFile, sumStoredBytes, type NewStoredFile} from './stored-file.queries.ts';

/**
 * Makes place for a file that is about to be sent.
 *
 * @param file - With the name and the type as its sender says.
 * @returns Its id.
 * @throws ProblemError `file_type_not_allowed`, `file_too_large`, `file_quota_reached`.
 */
export async function announceFile(scope: Scope, file: Omit<NewStoredFile, 'mediaType'> & {readonly mediaType: string}, limits: FileLimits): Promise<string> {
  const fileName = cleanFileName(file.fileName);
  const {mediaType} = file;
  if (!isFileMediaType(mediaType) || !endsAs(fileName, mediaType)) throw problem('file_type_not_allowed');
  const most = mostBytesOf(mediaType, limits);
  if (file.sizeBytes > most) throw problem('file_too_large', {detail: `The limit is ${most} bytes.`});
  if ((await sumStoredBytes(scope)) + file.sizeBytes > limits.tenantBytes) throw problem('file_quota_reached');
  return insertStoredFile(scope, {...file, fileName, mediaType});
}

/** Whether files of this type are taken. */
export function isFileMediaType(type: string): type is FileMediaType {
  return Object.hasOwn(fileTypes, type);
}
