import {fileTypes, type FileMediaType} from '../file-content/file-types.data.ts';

/** How much is taken. */
export interface FileLimits {
  /** Bytes of one file that is no video. */
  readonly maxBytes: number;
  readonly maxVideoBytes: number;
  /** Bytes of all files of a tenant. */
  readonly tenantBytes: number;
}

/** What holds when nothing else is said. */
export const defaultFileLimits: FileLimits = {maxBytes: 100_000_000, maxVideoBytes: 2_100_000_000, tenantBytes: 100_000_000_000};

/** The largest file of a type. */
export function mostBytesOf(type: FileMediaType, limits: FileLimits): number {
  return fileTypes[type].isVideo ? limits.maxVideoBytes : limits.maxBytes;
}
