/** Bytes from one place of a file to another, both counted from 0 and both included, as HTTP counts them. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** What a store needs to go on with a file that is arriving: opaque text, never empty, that the caller keeps. */
export type UploadState = string;

/**
 * Where the bytes of files are kept. A key is made by `newFileKey`, never from a name that came from outside. Nothing is readable under a key before `finish`
 * or `put` has returned, and nothing ever changes under it afterwards.
 */
export interface FileStore {
  /** Begins a file that arrives bit by bit. */
  begin(key: string): Promise<UploadState>;
  /** How many bytes are kept, from the first on without a gap. */
  received(key: string, state: UploadState): Promise<number>;
  /**
   * Adds bytes. When they stop early, because the sender went away, what came is kept and the error is thrown on.
   *
   * @param offset - Where they belong: what `received` says.
   * @param keep - Told of every new state before the next bytes are taken, so that a killed process loses little.
   * @returns How many bytes are kept now.
   * @throws UploadOffsetError when the bytes do not belong at the end of what is kept.
   */
  append(key: string, state: UploadState, offset: number, bytes: AsyncIterable<Uint8Array>, keep: (state: UploadState) => Promise<void>): Promise<number>;
  /** Makes what arrived readable. Doing it again does nothing. */
  finish(key: string, state: UploadState): Promise<void>;
  /** Forgets a file that arrives no further. */
  cancel(key: string, state: UploadState): Promise<void>;
  /** Keeps a whole file at once, in place of what was there. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Keeps a file of this machine, in place of what was there. */
  putFile(key: string, path: string): Promise<void>;
  /** @throws FileMissingError */
  read(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
  /** In bytes; `undefined` when there is no such file. */
  size(key: string): Promise<number | undefined>;
  /** Removes a file; one that is not there is fine. */
  delete(key: string): Promise<void>;
}

/** There is nothing under the key. */
export class FileMissingError extends Error {
  constructor() {
    super('There is no such file in the store.');
    this.name = 'FileMissingError';
  }
}

/** Bytes were to be added elsewhere than at the end. */
export class UploadOffsetError extends Error {
  constructor(expected: number, offset: number) {
    super(`The next byte is ${expected}, not ${offset}.`);
    this.name = 'UploadOffsetError';
  }
}

const keyForm = /^[0-9a-f]{2}\/[0-9a-f]{38}(?:\.\w+)*$/;

/** 20 random bytes as a place in the store; the first two digits spread files over folders. */
export function newFileKey(randomBytes: (length: number) => Uint8Array): string {
  const hex = [...randomBytes(20)].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 2)}/${hex.slice(2)}`;
}

/** @throws RangeError when the text is not a key: the last door before a path or an address is made of it. */
export function expectFileKey(key: string): string {
  if (!keyForm.test(key)) throw new RangeError('This is no key of a file.');
  return key;
}
