import type {LetterKeys} from '../base/desk-keys.ts';

/** What the desk does by single characters of its own. */
export type LeadDeskCommand = 'offer' | 'withdraw' | 'create' | 'import';

export const letterKeys: LetterKeys<LeadDeskCommand> = {o: 'offer', w: 'withdraw', n: 'create', i: 'import'};
