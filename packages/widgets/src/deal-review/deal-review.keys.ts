import type {LetterKeys} from '../base/desk-keys.ts';

/** What the desk does by single characters of its own. */
export type DealReviewCommand = 'approve' | 'reject' | 'request_info' | 'take' | 'note';

export const letterKeys: LetterKeys<DealReviewCommand> = {a: 'approve', r: 'reject', i: 'request_info', t: 'take', n: 'note'};
