import type {CopyState} from '@portico/contract';

/** What is known of a file that was made for a copy. */
export interface CopyFacts {
  /** The material, this version of it, or the copy was taken back. */
  readonly isRecalled: boolean;
  readonly isReleased: boolean;
  /** It is the last one that was made. */
  readonly isPresent: boolean;
  /** The last one that was made was released. */
  readonly isReplacementReleased: boolean;
  /** Of the copy. */
  readonly status: string;
  /** The material is still published. */
  readonly isOffered: boolean;
}

/** Whether a file may still be used. */
export function copyStateOf({isRecalled, isReleased, isPresent, isReplacementReleased, status, isOffered}: CopyFacts): CopyState | 'recalled' {
  if (isRecalled) return 'recalled';
  if (!isReleased) return 'unpublished';
  if (!isPresent && isReplacementReleased) return 'replaced';
  return isPresent && status === 'published' && isOffered ? 'current' : 'stale';
}
