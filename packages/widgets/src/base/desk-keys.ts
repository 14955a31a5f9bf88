import type {KeyPlace} from './key-place.ts';
import type {TableCommand} from './table-steps.ts';

/** What a key asks of any desk. */
export type DeskCommand = TableCommand | 'open' | 'selectAll' | 'search' | 'leave' | 'help';

/** Single characters by which a desk does what is its own. */
export type LetterKeys<Own extends string> = Readonly<Record<string, Own>>;

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
const letterKeys: LetterKeys<DeskCommand> = {j: 'next', k: 'previous', x: 'select', '/': 'search', '?': 'help'};

/** What the parts of the event tell. */
type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * Finds what a key asks for.
 *
 * @param own - The desk's own letters; `undefined` while single letters are switched off.
 */
export function toCommand<Own extends string>({key, shiftKey, ctrlKey, metaKey, altKey}: Key, where: KeyPlace, own: LetterKeys<Own> | undefined): DeskCommand | Own | undefined {
  if (altKey) return undefined;
  if (key === 'Escape') return 'leave';
  if (where === 'text') return undefined;
  if (ctrlKey || metaKey) return where === 'table' && key === 'a' ? 'selectAll' : undefined;
  if (where === 'table') {
    if (shiftKey && key === 'ArrowDown') return 'extendNext';
    if (shiftKey && key === 'ArrowUp') return 'extendPrevious';
    if (Object.hasOwn(tableKeys, key)) return tableKeys[key];
  }
  return own && {...letterKeys, ...own}[key];
}
