import {ApiError} from '@portico/client';
import type {DealRegistration, EvidenceFile} from '@portico/contract';
import type {PortalController} from '../portal/portal.controller.ts';

/** Largest file in bytes, and most files of one registration. */
export const evidenceLimits = {bytes: 20_000_000, files: 20} as const;

/** Bytes of one part. */
const partBytes = 262_144;

/** What may be sent, by the end of its name: systems disagree about the type of a CSV. */
const mediaTypes: Readonly<Record<string, EvidenceFile['mediaType']>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** For the `accept` of a file input. */
export const acceptedFiles = Object.keys(mediaTypes).map(end => `.${end}`).join();

/** A file on its way. `waiting`: for its turn; `failed`: can be tried again; `refused`: cannot be sent at all. */
export interface Upload {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  sent: number;
  state: 'waiting' | 'sending' | 'failed' | 'refused';
  /** Why it failed or was refused: a problem code, `too_large`, `type`, `too_many`, or what the server found in the file. */
  reason?: string;
  file: File;
  /** At the server, once announced there. */
  remote?: EvidenceFile;
  stop?: AbortController;
}

export interface EvidenceOptions {
  readonly portal: PortalController;
  /** The registration at the server, made when there is none yet. */
  readonly ensure: () => Promise<DealRegistration>;
  readonly registration: () => DealRegistration | undefined;
  /** A file came, went or is ready: the registration says otherwise now. */
  readonly settled: (evidence: EvidenceFile[]) => void;
  readonly changed: () => void;
}

/** The evidence files of one registration: those the server has, and those on their way, one after the other in parts that can be tried again. */
export class EvidenceUploads {
  uploads: readonly Upload[] = [];
  readonly #options: EvidenceOptions;
  readonly #done = new Map<string, EvidenceFile>();
  #count = 0;
  #running = false;

  constructor(options: EvidenceOptions) {
    this.#options = options;
  }

  /** Files that the server has, besides those on their way. */
  get files(): EvidenceFile[] {
    const own = new Set(this.uploads.map(({remote}) => remote?.id));
    // A reading from before the last part arrived says less than what is known here.
    return (this.#options.registration()?.evidence ?? []).filter(({id}) => !own.has(id)).map(file => this.#done.get(file.id) ?? file);
  }

  get isBusy(): boolean {
    return this.uploads.some(({state}) => state === 'waiting' || state === 'sending');
  }

  /** Takes files to send. One that was broken off before goes on where it was, when the same file is chosen again. */
  add(files: Iterable<File>): void {
    for (const file of files) {
      const broken = this.files.find(({status, fileName, sizeBytes}) => status === 'uploading' && fileName === file.name && sizeBytes === file.size);
      const reason = this.#refusal(file, broken !== undefined);
      this.uploads = [
        ...this.uploads,
        {key: String(++this.#count), name: file.name, bytes: file.size, file, sent: broken?.receivedBytes ?? 0, state: reason ? 'refused' : 'waiting', ...(reason && {reason}), ...(broken && {remote: broken})},
      ];
    }
    this.#options.changed();
    void this.#run();
  }

  retry(upload: Upload): void {
    upload.state = 'waiting';
    delete upload.reason;
    this.#options.changed();
    void this.#run();
  }

  /** Everything that failed, when there may be a connection again. */
  retryAll(): void {
    for (const upload of this.uploads) if (upload.state === 'failed' && upload.reason === 'network_error') this.retry(upload);
  }

  /** Breaks a file off, or takes it off the list; at the server nothing is left of it. */
  async cancel(upload: Upload): Promise<void> {
    upload.stop?.abort();
    this.uploads = this.uploads.filter(each => each !== upload);
    this.#options.changed();
    if (upload.remote) await this.remove(upload.remote);
  }

  /** Removes a file from the registration. @throws What went wrong. */
  async remove({id}: EvidenceFile): Promise<void> {
    await this.#options.portal.client.evidenceFiles.delete({id});
    this.#options.settled((this.#options.registration()?.evidence ?? []).filter(file => file.id !== id));
  }

  /** Stops what is on its way; parts that arrived stay at the server. */
  close(): void {
    for (const {stop} of this.uploads) stop?.abort();
  }

  #refusal(file: File, isKnown: boolean): string | undefined {
    if (!typeOf(file)) return 'type';
    if (file.size > evidenceLimits.bytes) return 'too_large';
    if (file.size === 0) return 'empty';
    const taken = this.files.length + this.uploads.filter(({state}) => state !== 'refused').length;
    return !isKnown && taken >= evidenceLimits.files ? 'too_many' : undefined;
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let next = this.#next(); next; next = this.#next()) await this.#send(next);
    this.#running = false;
  }

  #next(): Upload | undefined {
    return this.uploads.find(({state}) => state === 'waiting');
  }

  async #send(upload: Upload): Promise<void> {
    const {settled, changed} = this.#options;
    const stop = (upload.stop = new AbortController());
    upload.state = 'sending';
    changed();
    try {
      const done = await this.#transfer(upload, stop.signal);
      this.#done.set(done.id, done);
      this.uploads = this.uploads.filter(each => each !== upload);
      settled([...this.files.filter(({id}) => id !== done.id), done]);
    } catch (error) {
      if (stop.signal.aborted) return;
      upload.state = 'failed';
      upload.reason = error instanceof ApiError ? (error.isRetryable || error.code === 'session_unavailable' ? 'network_error' : error.code) : 'unreadable';
    }
    changed();
  }

  async #transfer(upload: Upload, signal: AbortSignal): Promise<EvidenceFile> {
    const {portal, ensure, changed} = this.#options;
    const {evidenceFiles} = portal.client;
    const {file} = upload;
    let remote = upload.remote ? await evidenceFiles.get({id: upload.remote.id}, {signal}) : undefined;
    const mediaType = typeOf(file);
    if (!remote && mediaType) remote = await evidenceFiles.create({dealRegistrationId: (await ensure()).id, fileName: file.name, mediaType, sizeBytes: file.size});
    if (!remote) throw new TypeError(file.type);
    upload.remote = remote;
    // Broken off while it was announced: nothing may be left of it.
    if (signal.aborted) void this.remove(remote).catch(() => {});
    signal.throwIfAborted();
    for (let index = Math.floor(remote.receivedBytes / partBytes); remote.status === 'uploading' && remote.receivedBytes < remote.sizeBytes; index++) {
      const part = new Uint8Array(await file.slice(index * partBytes, (index + 1) * partBytes).arrayBuffer());
      remote = upload.remote = await evidenceFiles.putPart({id: remote.id, index, base64: toBase64(part)}, {signal});
      upload.sent = remote.receivedBytes;
      changed();
    }
    return remote.status === 'uploading' ? evidenceFiles.complete({id: remote.id}, {signal}) : remote;
  }
}

function typeOf({name}: File): EvidenceFile['mediaType'] | undefined {
  return mediaTypes[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];
}

/** In pieces, because a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
