import type {LetterKeys} from '../base/desk-keys.ts';

/** What the desk does by single characters of its own. */
export type CollateralDeskCommand = 'submit' | 'approve' | 'publish' | 'edit' | 'create';

export const letterKeys: LetterKeys<CollateralDeskCommand> = {s: 'submit', a: 'approve', p: 'publish', e: 'edit', n: 'create'};
