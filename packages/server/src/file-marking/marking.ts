/** A file to be marked. */
export interface MarkingTask {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Whom it was given to and when: `Lumen Automation Oy · 2026-11-22`. */
  readonly words: string;
  /** Says the same where fonts lack letters of the words. */
  readonly code: string;
}

/** Types that can be marked. */
export const markableTypes: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'];

/** Larger files would take more memory than a thread gets. */
export const mostMarkedBytes = 64 * 1024 * 1024;

/** The file cannot be opened, wants a password, or took too long. */
export class NotMarkable extends Error {
  constructor(reason: string) {
    super(`The file cannot be marked: ${reason}`);
    this.name = 'NotMarkable';
  }
}
