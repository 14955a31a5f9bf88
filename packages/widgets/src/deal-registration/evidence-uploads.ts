import {ApiError} from '@portico/client';
import {acceptedEndings, evidenceFileFault, largestFileBytes} from '@portico/client/evidence-rules';
import type {DealRegistration, EvidenceFile} from '@portico/contract';
import type {PortalController} from '../portal/portal.controller.ts';

/** What may be chosen: endings for the `accept` of a file input, bytes of one file, number of files of one registration. */
const limits = {accept: acceptedEndings, bytes: largestFileBytes, files: 20} as const;

/** A file on its way. `waiting`: for its turn; `stalled`: tried again by itself; `failed`: can be tried again; `refused`: cannot be sent at all. */
export interface Upload {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  sent: number;
  state: 'waiting' | 'sending' | 'stalled' | 'failed' | 'refused';
  /** Why it stalled, failed or was refused: a problem code, a fault of the file, `too_many`, or what the server found in it. */
  reason?: string | undefined;
  readonly file: File;
  /** At the server, once announced there: its id. */
  id?: string | undefined;
  stop?: AbortController;
  /** Settles when nothing of it is on its way any more. */
  sending?: Promise<void>;
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

/** The evidence files of one registration: those the server has, and those on their way, one after the other. What sends them is loaded with the first. */
export class EvidenceUploads {
  readonly limits = limits;
  uploads: readonly Upload[] = [];
  readonly #options: EvidenceOptions;
  readonly #done = new Map<string, EvidenceFile>();
  #count = 0;
  #running = false;
  #isPaused = false;

  constructor(options: EvidenceOptions) {
    this.#options = options;
  }

  /** Files that the server has, besides those on their way. */
  get files(): EvidenceFile[] {
    const own = new Set(this.uploads.map(upload => upload.id));
    // A reading from before the last part arrived says less than what is known here.
    return (this.#options.registration()?.evidence ?? []).filter(({id}) => !own.has(id)).map(file => this.#done.get(file.id) ?? file);
  }

  get isBusy(): boolean {
    return this.uploads.some(({state}) => state === 'waiting' || state === 'sending' || state === 'stalled');
  }

  /** Takes files to send. One that was broken off before goes on where it was, when the same file is chosen again. */
  add(files: Iterable<File>): void {
    for (const file of files) {
      const broken = this.files.find(({status, fileName, sizeBytes}) => status === 'uploading' && fileName === file.name && sizeBytes === file.size);
      const reason = this.#refusal(file, broken !== undefined);
      this.uploads = [
        ...this.uploads,
        {key: String(++this.#count), name: file.name, bytes: file.size, file, sent: broken?.receivedBytes ?? 0, state: reason ? 'refused' : 'waiting', reason, id: broken?.id},
      ];
    }
    this.#options.changed();
    void this.#run();
  }

  /** Tries one that stalled or failed again, now. */
  retry(upload: Upload): void {
    upload.stop?.abort();
    upload.state = 'waiting';
    upload.reason = undefined;
    this.#options.changed();
    void this.#run();
  }

  /** Everything that waits for a connection, when there may be one again. */
  retryAll(): void {
    for (const upload of this.uploads) if (upload.state === 'stalled' || (upload.state === 'failed' && upload.reason === 'network_error')) this.retry(upload);
  }

  /** Breaks a file off, or takes it off the list; at the server nothing is left of it. */
  async cancel(upload: Upload): Promise<void> {
    upload.stop?.abort();
    this.uploads = this.uploads.filter(each => each !== upload);
    this.#options.changed();
    // It may just have been announced.
    if (upload.id === undefined) await upload.sending;
    if (upload.id !== undefined) await this.remove({id: upload.id});
  }

  /** Removes a file from the registration. @throws What went wrong. */
  async remove({id}: Pick<EvidenceFile, 'id'>): Promise<void> {
    await this.#options.portal.client.evidenceFiles.delete({id});
    this.#options.settled((this.#options.registration()?.evidence ?? []).filter(file => file.id !== id));
  }

  /** The form leaves the page: what is on its way stops; what has arrived stays at the server. */
  pause(): void {
    this.#isPaused = true;
    for (const upload of this.uploads) {
      upload.stop?.abort();
      if (upload.state === 'sending' || upload.state === 'stalled') upload.state = 'waiting';
    }
  }

  /** The form is back: what had stopped goes on. */
  resume(): void {
    this.#isPaused = false;
    void this.#run();
  }

  #refusal(file: File, isKnown: boolean): string | undefined {
    const fault = evidenceFileFault(file);
    if (fault) return fault;
    const taken = this.files.length + this.uploads.filter(({state}) => state !== 'refused').length;
    return !isKnown && taken >= limits.files ? 'too_many' : undefined;
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let next = this.#next(); next; next = this.#next()) await (next.sending = this.#send(next));
    this.#running = false;
  }

  #next(): Upload | undefined {
    return this.#isPaused ? undefined : this.uploads.find(({state}) => state === 'waiting');
  }

  async #send(upload: Upload): Promise<void> {
    const {portal, ensure, settled, changed} = this.#options;
    const stop = (upload.stop = new AbortController());
    upload.state = 'sending';
    changed();
    try {
      const {uploadEvidence} = await import('@portico/client/evidence-upload');
      const {id: dealRegistrationId} = await ensure();
      const done = await uploadEvidence(portal.client, {
        dealRegistrationId,
        file: upload.file,
        resumeId: upload.id,
        signal: stop.signal,
        keepOnAbort: true,
        onProgress: ({id, doneBytes, failure}) => {
          upload.id = id;
          upload.sent = doneBytes;
          if (stop.signal.aborted) return;
          upload.state = failure ? 'stalled' : 'sending';
          upload.reason = failure && 'network_error';
          changed();
        },
      });
      upload.id = done.id;
      if (!this.uploads.includes(upload)) return;
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
}
