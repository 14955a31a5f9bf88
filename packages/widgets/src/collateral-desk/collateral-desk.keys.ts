import type {KeyPlace} from '../base/key-place.ts';
import type {TableCommand} from '../base/table.controller.ts';

/** What a key asks of the desk. */
export type DeskCommand = TableCommand | 'open' | 'selectAll' | 'search' | 'submit' | 'approve' | 'publish' | 'edit' | 'create' | 'leave' | 'help';

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
const letterKeys: Readonly<Record<string, DeskCommand>> = {
  j: 'next',
  k: 'previous',
  x: 'select',
  s: 'submit',
  a: 'approve',
  p: 'publish',
  e: 'edit',
  n: 'create',
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
