import type {KeyPlace} from '../base/key-place.ts';
import type {TableCommand} from '../base/table.controller.ts';

/** What a key asks of the desk. */
export type ReviewCommand = TableCommand | 'open' | 'selectAll' | 'search' | 'approve' | 'reject' | 'request_info' | 'take' | 'note' | 'leave' | 'help';

/** Keys that work while the focus is in the table. */
const tableKeys: Readonly<Record<string, ReviewCommand>> = {
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
const letterKeys: Readonly<Record<string, ReviewCommand>> = {
  j: 'next',
  k: 'previous',
  x: 'select',
  a: 'approve',
  r: 'reject',
  i: 'request_info',
  t: 'take',
  n: 'note',
  '/': 'search',
  '?': 'help',
};

/** What the parts of the event tell. */
type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * Finds what a key asks for.
 *
 * @param letters - Whether single letters are switched on.
 */
export function toCommand({key, shiftKey, ctrlKey, metaKey, altKey}: Key, where: KeyPlace, letters: boolean): ReviewCommand | undefined {
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
