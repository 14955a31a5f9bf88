import type {EvidenceFile, EvidenceMediaType} from '@portico/contract';
import {sha256Hex} from '@portico/contract/receipt-proof';
import type {CallOptions, Client} from './client.ts';
import {wait} from './clock.ts';
import {ApiError} from './errors.ts';
import {reconnectMs} from './retry.ts';

// Files of evidence, sent and fetched in parts. A module of its own, so that pages without files do not pay for it.

/** Bytes of one part; the contract says so, and a test keeps the two equal. */
export const partBytes = 262_144;
/** Largest file. */
export const largestFileBytes = 20_000_000;

const office = 'application/vnd.openxmlformats-officedocument.';
const typeByEnding: Readonly<Record<string, EvidenceMediaType>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  csv: 'text/csv',
  docx: `${office}wordprocessingml.document`,
  xlsx: `${office}spreadsheetml.sheet`,
  pptx: `${office}presentationml.presentation`,
};

/** Endings of files that are taken, for the `accept` of a file input: `.pdf,.png,…`. */
export const acceptedEndings = Object.keys(typeByEnding).map(ending => `.${ending}`).join(',');

/** The type of a file by its name; browsers name csv and office files differently on each system. `null` for one that is not taken. */
export function evidenceTypeOf(fileName: string): EvidenceMediaType | null {
  return typeByEnding[fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()] ?? null;
}

/** Why a file cannot be sent at all. */
export type EvidenceFileFault = 'type_unsupported' | 'too_large' | 'empty';

/** What keeps a file from being sent, or `null`: to be said before anything travels. */
export function evidenceFileFault({name, size}: Pick<File, 'name' | 'size'>): EvidenceFileFault | null {
  if (!evidenceTypeOf(name)) return 'type_unsupported';
  return size === 0 ? 'empty' : size > largestFileBytes ? 'too_large' : null;
}

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
}

export interface UploadOptions {
  readonly dealRegistrationId: string;
  readonly file: File;
  /** An upload of this very file that broke off: it goes on with what is missing. */
  readonly resumeId?: string | undefined;
  /** Gives the upload up and removes what has arrived. */
  readonly signal?: AbortSignal | undefined;
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
export async function uploadEvidence(client: Client, {dealRegistrationId, file, resumeId, signal, onProgress}: UploadOptions): Promise<EvidenceFile> {
  const fault = evidenceFileFault(file);
  const mediaType = evidenceTypeOf(file.name);
  if (fault || !mediaType) throw new EvidenceFileError(fault ?? 'type_unsupported');
  signal?.throwIfAborted();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const begun = resumeId === undefined ? undefined : await findUnfinished(client, resumeId, bytes.length, signal);
  const {id, receivedBytes} = begun ?? (await client.evidenceFiles.create({dealRegistrationId, fileName: file.name, mediaType, sizeBytes: bytes.length}, {signal}));
  let doneBytes = receivedBytes;
  const tell = () => onProgress?.({id, doneBytes, sizeBytes: bytes.length});
  try {
    tell();
    await eachPart(Math.floor(receivedBytes / partBytes), Math.ceil(bytes.length / partBytes), signal, async (index, options) => {
      const part = bytes.subarray(index * partBytes, (index + 1) * partBytes);
      await patiently(client, options.signal, () => client.evidenceFiles.putPart({id, index, base64: toBase64(part)}, options));
      doneBytes += part.length;
      tell();
    });
    // Without cryptography, on a page that is not served securely, the server's own hash has to do.
    const sha256 = globalThis.crypto?.subtle ? await sha256Hex(bytes) : undefined;
    return await patiently(client, signal, () => client.evidenceFiles.complete({id, sha256}, {signal}));
  } catch (error) {
    // Housekeeping would remove it within a day; until then it would take up one of the places.
    if (signal?.aborted) void client.evidenceFiles.delete({id}).catch(() => {});
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

/** An upload that may go on, or `undefined` when it is gone or was of another file. */
async function findUnfinished(client: Client, id: string, sizeBytes: number, signal: AbortSignal | undefined): Promise<EvidenceFile | undefined> {
  try {
    const file = await client.evidenceFiles.get({id}, {signal});
    return file.status === 'uploading' && file.sizeBytes === sizeBytes ? file : undefined;
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

/** Tries again where that can help, with longer and longer pauses. */
async function patiently<T>({connection}: Client, signal: AbortSignal | undefined, call: () => Promise<T>): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ApiError) || !error.isRetryable || failures > furtherTries) throw error;
      await wait(connection.clock, error.retryAfterMs ?? reconnectMs(failures, connection.random), signal);
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
