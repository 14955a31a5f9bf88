/** Looks for viruses. */
export interface Scanner {
  /**
   * @param bytes - All of a file.
   * @returns `clean` or `infected`.
   * @throws ScannerError when it could not say: then nobody may have the file yet.
   */
  scan(bytes: AsyncIterable<Uint8Array>): Promise<'clean' | 'infected'>;
}

/** The scanner did not answer, or not in a way that we know. */
export class ScannerError extends Error {
  constructor(reason: string) {
    super(`The scanner gave no verdict: ${reason}`);
    this.name = 'ScannerError';
  }
}
