import type {EvidenceFile} from '@portico/contract';
import {sha256Hex} from '@portico/contract/receipt-proof';
import type {CallOptions, Client} from './client.ts';
import {wait} from './clock.ts';
import {ApiError} from './errors.ts';
import {type EvidenceFileFault, evidenceFileFault, evidenceTypeOf} from './evidence-rules.ts';
import {longestPauseMs, reconnectMs} from './retry.ts';

export {acceptedEndings, evidenceFileFault, evidenceTypeOf, largestFileBytes} from './evidence-rules.ts';
export type {EvidenceFileFault} from './evidence-rules.ts';

// Files of evidence, sent and fetched in parts. A module of its own, so that pages without files do not pay for it.

/** Bytes of one part; the contract says so, and a test keeps the two equal. */
export const partBytes = 262_144;

/** A file that cannot be sent; `fault` says why. */
export class EvidenceFileError extends Error {
  override readonly name = 'EvidenceFileError';
  readonly fault: EvidenceFileFault | 'hash_mismatch';

  constructor(fault: EvidenceFileError['fault']) {
    super(`The file cannot be used: ${fault}.`);
    this.fault = fault;
  }
}

/** How far it is. */
export interface EvidenceProgress {
  /** Id of the file: with it an upload that broke off goes on later. */
  readonly id: string;
  /** Bytes that have arrived, at most `sizeBytes`. */
  readonly doneBytes: number;
  readonly sizeBytes: number;
  /** Why it does not get on at the moment; it is tried again by itself. */
  readonly failure?: ApiError | undefined;
}

export interface UploadOptions {
  readonly dealRegistrationId: string;
  readonly file: File;
  /** An upload of this very file that broke off: it goes on with what is missing. */
  readonly resumeId?: string | undefined;
  /** Gives the upload up and removes what has arrived. */
  readonly signal?: AbortSignal | undefined;
  /** What has arrived stays when the signal gives up, for `resumeId`. */
  readonly keepOnAbort?: boolean | undefined;
  readonly onProgress?: ((progress: EvidenceProgress) => void) | undefined;
}

/** So often is a part sent again, beyond the tries of a call, before the upload breaks off. */
const furtherTries = 5;
const atOnce = 3;

/**
 * Sends a file as evidence of a registration: announces it, sends its parts some at a time, again where the connection fails, and completes it with its hash.
 *
 * @returns The file, `ready` or `rejected` with the reason in `problem`.
 * @throws EvidenceFileError for a file that cannot be taken; ApiError when the server says no or stays away (go on later with `resumeId`); the reason of the signal.
 */
export async function uploadEvidence(client: Client, {dealRegistrationId, file, resumeId, signal, keepOnAbort, onProgress}: UploadOptions): Promise<EvidenceFile> {
  const fault = evidenceFileFault(file);
  const mediaType = evidenceTypeOf(file.name);
  if (fault || !mediaType) throw new EvidenceFileError(fault ?? 'type_unsupported');
  signal?.throwIfAborted();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const begun = resumeId === undefined ? undefined : await findBegun(client, resumeId, bytes.length, signal);
  // Only the answer to its last call was lost.
  if (begun && begun.status !== 'uploading') return begun;
  // Not given up on its way: nobody would know of what it had made.
  const {id, receivedBytes} = begun ?? (await client.evidenceFiles.create({dealRegistrationId, fileName: file.name, mediaType, sizeBytes: bytes.length}));
  let doneBytes = receivedBytes;
  const tell = (failure?: ApiError) => onProgress?.({id, doneBytes, sizeBytes: bytes.length, failure});
  try {
    tell();
    signal?.throwIfAborted();
    await eachPart(Math.floor(receivedBytes / partBytes), Math.ceil(bytes.length / partBytes), signal, async (index, options) => {
      const part = bytes.subarray(index * partBytes, (index + 1) * partBytes);
      await patiently(client, options.signal, tell, () => client.evidenceFiles.putPart({id, index, base64: toBase64(part)}, options));
      doneBytes += part.length;
      tell();
    });
    // Without cryptography, on a page that is not served securely, the server's own hash has to do.
    const sha256 = globalThis.crypto?.subtle ? await sha256Hex(bytes) : undefined;
    return await patiently(client, signal, tell, () => client.evidenceFiles.complete({id, sha256}, {signal}));
  } catch (error) {
    // Housekeeping would remove it within a day; until then it would take up one of the places.
    if (signal?.aborted && !keepOnAbort) void client.evidenceFiles.delete({id}).catch(() => {});
    throw error;
  }
}

export interface DownloadOptions {
  readonly id: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: EvidenceProgress) => void) | undefined;
}

/**
 * Fetches a file of evidence and checks it against its hash. Offer it for saving (`<a download>`); do not open it inside your page, for it came from outside.
 *
 * @throws ApiError; EvidenceFileError `hash_mismatch` when the bytes are not those that were accepted; the reason of the signal.
 */
export async function downloadEvidence(client: Client, {id, signal, onProgress}: DownloadOptions): Promise<File> {
  const {fileName, mediaType, sizeBytes, sha256} = await client.evidenceFiles.get({id}, {signal});
  const bytes = new Uint8Array(sizeBytes);
  let doneBytes = 0;
  await eachPart(0, Math.ceil(sizeBytes / partBytes), signal, async (index, options) => {
    const {base64} = await client.evidenceFiles.getPart({id, index}, options);
    const part = fromBase64(base64);
    bytes.set(part, index * partBytes);
    doneBytes += part.length;
    onProgress?.({id, doneBytes, sizeBytes});
  });
  if (globalThis.crypto?.subtle && (await sha256Hex(bytes)) !== sha256) throw new EvidenceFileError('hash_mismatch');
  return new File([bytes], fileName, {type: mediaType});
}

/** An upload that may go on or has come to its end, or `undefined` when it is gone or was of another file. */
async function findBegun(client: Client, id: string, sizeBytes: number, signal: AbortSignal | undefined): Promise<EvidenceFile | undefined> {
  try {
    const file = await client.evidenceFiles.get({id}, {signal});
    return file.sizeBytes === sizeBytes ? file : undefined;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'evidence_file_not_found') return undefined;
    throw error;
  }
}

/** Does something with every part from one up to another, some at a time; when one fails the others are given up. */
async function eachPart(from: number, to: number, signal: AbortSignal | undefined, work: (index: number, options: CallOptions) => Promise<void>): Promise<void> {
  const failed = new AbortController();
  const both = failed.signal;
  const giveUp = () => failed.abort(signal?.reason);
  signal?.addEventListener('abort', giveUp);
  let next = from;
  const take = async () => {
    while (next < to) {
      await work(next++, {signal: both});
      // A server inside the page answers whatever the signal says.
      both.throwIfAborted();
    }
  };
  const takers: Promise<void>[] = [];
  for (let taker = 0; taker < atOnce; taker++) takers.push(take());
  try {
    await Promise.all(takers);
  } catch (error) {
    failed.abort(error);
    await Promise.allSettled(takers);
    throw signal?.aborted ? signal.reason : error;
  } finally {
    signal?.removeEventListener('abort', giveUp);
  }
}

/** Tries again where that can help, with longer and longer pauses, and tells why each time. */
async function patiently<T>({connection}: Client, signal: AbortSignal | undefined, tell: (failure: ApiError) => void, call: () => Promise<T>): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ApiError) || !error.isRetryable || failures > furtherTries) throw error;
      const pause = error.retryAfterMs ?? reconnectMs(failures, connection.random);
      if (pause > longestPauseMs) throw error;
      tell(error);
      await wait(connection.clock, pause, signal);
    }
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
