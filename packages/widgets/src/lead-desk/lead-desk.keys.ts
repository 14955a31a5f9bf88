import type {KeyPlace} from '../base/key-place.ts';

/** What a key asks of the desk. */
export type DeskCommand =
  | 'next' | 'previous' | 'first' | 'last' | 'pageDown' | 'pageUp' | 'extendNext' | 'extendPrevious'
  | 'open' | 'select' | 'selectAll' | 'search' | 'offer' | 'withdraw' | 'new' | 'import' | 'leave' | 'help';

/** Keys that work while the focus is in the table. */
const tableKeys: Readonly<Record<string, DeskCommand>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
  Enter: 'open',
  ' ': 'select',
};

/** Single characters, which can be switched off. */
export const letterKeys: Readonly<Record<string, DeskCommand>> = {
  j: 'next',
  k: 'previous',
  x: 'select',
  '/': 'search',
  o: 'offer',
  w: 'withdraw',
  n: 'new',
  i: 'import',
  '?': 'help',
};

/** What the parts of the event tell. */
interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * Finds what a key asks for.
 *
 * @param where - `table`: a row has the focus; `text`: something one types into; `other`: elsewhere in the desk.
 * @param letters - Whether single letters are switched on.
 */
export function toCommand({key, shiftKey, ctrlKey, metaKey, altKey}: Key, where: KeyPlace, letters: boolean): DeskCommand | undefined {
  if (altKey) return undefined;
  if (key === 'Escape') return 'leave';
  if (where === 'text') return undefined;
  if (ctrlKey || metaKey) return where === 'table' && key === 'a' ? 'selectAll' : undefined;
  if (where === 'table') {
    if (shiftKey && key === 'ArrowDown') return 'extendNext';
    if (shiftKey && key === 'ArrowUp') return 'extendPrevious';
    if (key in tableKeys) return tableKeys[key];
  }
  return letters ? letterKeys[key] : undefined;
}
