import {DetailedError, Upload, type HttpStack} from 'tus-js-client';
import {fetchStack} from './fetch-stack.ts';

/** One address to send to. */
export interface OneUpload {
  readonly file: File;
  readonly url: string;
  /** How much of it is there. */
  readonly offset: number;
  readonly chunkBytes: number;
  readonly signal: AbortSignal;
  readonly fetch: typeof globalThis.fetch | undefined;
  readonly onProgress: (doneBytes: number) => void;
  /** Something is in the way; it is tried again by itself. */
  readonly onWait: (doneBytes: number) => void;
}

const triesAfterMs = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000, 30_000, 30_000];

/**
 * Sends what is missing of a file to one address, again after every break. Loaded with the first upload.
 *
 * @returns Whether all of it has arrived; `false` when the address is no good any more.
 * @throws The reason of the signal, after what has arrived was removed.
 */
export function uploadOnce({file, url, offset, chunkBytes, signal, fetch, onProgress, onWait}: OneUpload): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let done = offset;
    let isWaiting = false;
    const stack: {httpStack?: HttpStack} = fetch ? {httpStack: fetchStack(fetch)} : {};
    const upload: Upload = new Upload(file, {
      ...stack,
      uploadUrl: url,
      chunkSize: chunkBytes,
      retryDelays: [...triesAfterMs],
      // Which file goes where, the server knows: nothing is kept in this browser.
      storeFingerprintForResuming: false,
      onProgress: sent => {
        done = sent;
        isWaiting = false;
        onProgress(sent);
      },
      onShouldRetry: error => {
        const status = error.originalResponse?.getStatus() ?? 0;
        const isGone = status >= 400 && status < 500 && status !== 409 && status !== 423 && status !== 429;
        isWaiting = !isGone;
        if (isWaiting) onWait(done);
        return isWaiting;
      },
      onSuccess: () => end(() => resolve(true)),
      onError: error => end(() => (error instanceof DetailedError ? resolve(false) : reject(error))),
    });
    /** What is over is not given up by a signal that comes later: that would remove the file. */
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', stop);
      globalThis.removeEventListener?.('online', goOn);
      settle();
    };
    /** The next try need not wait for its time when the connection is back. */
    const goOn = () => {
      if (!isWaiting) return;
      isWaiting = false;
      void upload.abort().then(() => upload.start());
    };
    const stop = () => {
      globalThis.removeEventListener?.('online', goOn);
      void upload.abort(true).catch(() => {});
      reject(signal.reason as Error);
    };
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, {once: true});
    globalThis.addEventListener?.('online', goOn);
    upload.start();
  });
}
