import type {StoredFile} from '@portico/contract';
import {problemOf} from '../base/problem-of.ts';
import {mediaTypeOf} from '../base/upload/file-types.ts';
import {sendFile, type UploadState} from '../base/upload/send-file.ts';
import type {PortalController} from '../portal/portal.controller.ts';

/** So many files belong to one proof at most. */
export const mostFiles = 10;

/** A file that has arrived and may be a proof. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** A file on its way. */
export interface ProofUpload {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  readonly file: File;
  readonly abort: AbortController;
  state: UploadState | undefined;
  /** Why it is not taken: what the server found in it, a problem code, `type`, `empty` or `many`. */
  fault?: string | undefined;
}

export interface ProofFilesOptions {
  readonly portal: PortalController;
  /** What has arrived so far; it lives with the draft. */
  readonly kept: () => readonly KeptFile[];
  readonly keep: (files: readonly KeptFile[]) => void;
  readonly changed: () => void;
}

/** The files of one submission: those that have arrived, kept with the draft, and those on their way. They go on while the form is closed. */
export class ProofFiles {
  uploads: readonly ProofUpload[] = [];
  readonly #options: ProofFilesOptions;
  #count = 0;

  constructor(options: ProofFilesOptions) {
    this.#options = options;
  }

  get kept(): readonly KeptFile[] {
    return this.#options.kept();
  }

  /** Whether something is still on its way. */
  get isBusy(): boolean {
    return this.uploads.some(({fault}) => fault === undefined);
  }

  add(files: Iterable<File>) {
    for (const file of files) this.#begin(file);
  }

  /** Sends one again that failed. */
  retry(key: string) {
    const upload = this.uploads.find(each => each.key === key);
    if (!upload) return;
    this.#forget(upload);
    this.#begin(upload.file);
  }

  /** Takes a file off the list, on its way or arrived. */
  remove(id: string) {
    const upload = this.uploads.find(({key}) => key === id);
    upload?.abort.abort();
    if (upload) this.#forget(upload);
    else this.#options.keep(this.kept.filter(file => file.id !== id));
    this.#options.changed();
  }

  #begin(file: File) {
    const mediaType = mediaTypeOf(file.name);
    const taken = this.kept.length + this.uploads.filter(each => each.fault === undefined).length;
    const fault = mediaType === undefined ? 'type' : file.size === 0 ? 'empty' : taken >= mostFiles ? 'many' : undefined;
    const upload: ProofUpload = {key: `upload-${++this.#count}`, name: file.name, bytes: file.size, file, abort: new AbortController(), state: undefined, fault};
    this.uploads = [...this.uploads, upload];
    this.#options.changed();
    if (mediaType !== undefined && fault === undefined) void this.#send(upload, mediaType);
  }

  async #send(upload: ProofUpload, mediaType: StoredFile['mediaType']) {
    const {portal, keep, changed} = this.#options;
    const {abort, file} = upload;
    try {
      const stored = await sendFile({
        client: portal.client,
        file,
        mediaType,
        signal: abort.signal,
        fetch: portal.fetch,
        onState: state => {
          if (abort.signal.aborted) return;
          upload.state = state;
          changed();
        },
      });
      if (abort.signal.aborted) return;
      if (stored.status === 'ready') {
        keep([...this.kept, {id: stored.id, name: file.name, bytes: file.size}]);
        this.#forget(upload);
      } else upload.fault = stored.problem ?? 'unreadable';
    } catch (error) {
      if (abort.signal.aborted) return;
      upload.fault = problemOf(error).code || 'network_error';
    }
    changed();
  }

  #forget(upload: ProofUpload) {
    this.uploads = this.uploads.filter(each => each !== upload);
  }
}
