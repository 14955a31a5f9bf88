/** What the keys of every list ask for. */
export type ListCommand = 'down' | 'up' | 'pageDown' | 'pageUp' | 'first' | 'last' | 'extendDown' | 'extendUp' | 'open' | 'back' | 'select' | 'all';

/** Keys of a grid, wherever single letters are switched off too. They hold in the list only. */
const gridKeys: Readonly<Record<string, ListCommand>> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
  Home: 'first',
  End: 'last',
  Enter: 'open',
  ' ': 'select',
};

const typing = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]:not([contenteditable=false])';

/**
 * Reads a key press.
 *
 * @param letters - Single letters and signs that are in force, by the character rather than the place on the keyboard.
 * @returns The command, or `undefined` when the key is none, belongs to a text field, a menu or a dialog, or was taken already.
 */
export function toListCommand<Command extends string>(event: KeyboardEvent, letters: Readonly<Record<string, Command>>): Command | ListCommand | undefined {
  const {key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented, isComposing} = event;
  if (defaultPrevented || isComposing || altKey) return undefined;
  const path = event.composedPath().filter(node => node instanceof Element);
  if (path.some(node => node.matches('dialog, [role=menu], [popover]'))) return undefined;
  const inField = path[0]?.matches(typing) ?? false;
  if (key === 'Escape') return inField ? undefined : 'back';
  if (inField) return undefined;
  const inList = path.some(node => node.matches('[role=grid]'));
  if (ctrlKey || metaKey) return inList && key.toLowerCase() === 'a' ? 'all' : undefined;
  const isRow = path[0]?.matches('[role=row]') ?? false;
  if (inList && shiftKey && (key === 'ArrowDown' || key === 'ArrowUp')) return key === 'ArrowDown' ? 'extendDown' : 'extendUp';
  // Enter and the space bar belong to a check box or button that has the focus.
  const command = inList && (isRow || (key !== 'Enter' && key !== ' ')) ? gridKeys[key] : undefined;
  return command ?? letters[key.toLowerCase()];
}

/** The row that a command moves to, or `undefined` when it does not move. Without a present row (-1) the first. */
export function stepOf(command: string, at: number, count: number, view: number): number | undefined {
  const moves: Partial<Record<string, number>> = {down: at + 1, extendDown: at + 1, up: at - 1, extendUp: at - 1, pageDown: at + view, pageUp: at - view, first: 0, last: count - 1};
  const to = moves[command];
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}
