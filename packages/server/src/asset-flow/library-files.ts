import type {StoredFile} from '@portico/contract';
import type {Scope} from '../database/scope.ts';

/** Whose name what is downloaded carries, with the day; `null` for the vendor's own. */
export interface FileMark {
  readonly partnerOrgId: string | null;
}

/** A picture that was made of a file. */
export interface FilePicture {
  readonly tenantId: string;
  readonly fileId: string;
  readonly page: number;
  readonly width: number;
}

/** What the library needs of files. Whoever asks has made sure before that the reader may have them. */
export interface LibraryFiles {
  /** Files by id; what does not exist is left out. @param shows - `cover`: without addresses but for the first picture, because making many takes its time. */
  find(scope: Scope, ids: readonly string[], shows: 'all' | 'cover'): Promise<ReadonlyMap<string, StoredFile>>;
  /** A signed, short-lived address for the bytes of a file that is ready. */
  download(scope: Scope, file: {readonly storedFileId: string; readonly isSingleUse: boolean; readonly markFor?: FileMark | null}): Promise<{readonly url: string; readonly expiresAt: string}>;
}
