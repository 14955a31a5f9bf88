import type {Client} from '@portico/client';
import type {StoredFile} from '@portico/contract';

/** How far a file is. */
export interface UploadState {
  /** `waiting`: there is no connection, it goes on by itself; `sending`; `scanning`: it has arrived and is looked at; then `ready` or `rejected`. */
  readonly stage: 'waiting' | 'sending' | 'scanning' | 'ready' | 'rejected';
  readonly doneBytes: number;
  readonly sizeBytes: number;
  /** As the server knows it, once it does. */
  readonly file: StoredFile | undefined;
}

export interface SendOptions {
  readonly client: Client;
  readonly file: File;
  readonly mediaType: StoredFile['mediaType'];
  /** Gives it up: what has arrived is removed. */
  readonly signal: AbortSignal;
  readonly onState: (state: UploadState) => void;
  /** Sends requests instead of the browser. */
  readonly fetch: typeof globalThis.fetch | undefined;
}

const checkEveryMs = 1000;
/** Small enough that little is sent twice, large enough that the way there and back does not count. */
const chunkBytes = 8 * 1024 * 1024;

/**
 * Sends a file by the tus protocol: announces it, sends its bytes, goes on where a lost connection broke off, with a fresh address where the old one has run out, and
 * waits until the file was looked at.
 *
 * @returns The file, `ready` or `rejected`.
 * @throws ApiError when the server does not take it; the reason of the signal.
 */
export async function sendFile({client, file, mediaType, signal, onState, fetch}: SendOptions): Promise<StoredFile> {
  const {uploadOnce} = await import('./upload-once.ts');
  let stored = await client.storedFiles.create({fileName: file.name.normalize('NFC'), mediaType, sizeBytes: file.size}, {signal});
  const tell = (stage: UploadState['stage'], doneBytes = stored.receivedBytes) => onState({stage, doneBytes, sizeBytes: file.size, file: stored});
  while (stored.status === 'uploading') {
    tell('sending');
    const isThrough = await uploadOnce({file, url: stored.uploadUrl ?? '', offset: stored.receivedBytes, chunkBytes, signal, fetch, onProgress: done => tell('sending', done), onWait: done => tell('waiting', done)});
    if (!isThrough) await pause(signal);
    // The address has run out, or it is not known what has arrived: the file itself tells both.
    stored = (await read(client, stored.id, signal)) ?? stored;
  }
  while (stored.status === 'scanning') {
    tell('scanning', file.size);
    await pause(signal);
    stored = (await read(client, stored.id, signal)) ?? stored;
  }
  tell(stored.status === 'ready' ? 'ready' : 'rejected', file.size);
  return stored;
}

/** Without a connection: nothing, and one asks again. */
async function read(client: Client, id: string, signal: AbortSignal): Promise<StoredFile | undefined> {
  try {
    return await client.storedFiles.get({id}, {signal});
  } catch (error) {
    signal.throwIfAborted();
    if ((error as {isRetryable?: boolean}).isRetryable) return undefined;
    throw error;
  }
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, checkEveryMs);
    signal.addEventListener('abort', stop, {once: true});
  });
}
