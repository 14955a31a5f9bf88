/** Where a key was pressed: on a row of the table, in something one types into, or elsewhere in the widget. */
export type KeyPlace = 'table' | 'text' | 'other';

/**
 * Where the focus is: in the table, in something one types into, or elsewhere.
 *
 * @param path - The composed path of the event, the innermost element first.
 */
export function placeOf(path: readonly EventTarget[]): KeyPlace {
  const [target] = path;
  if (target instanceof HTMLInputElement) return target.type === 'checkbox' || target.type === 'radio' ? 'other' : 'text';
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return 'text';
  if (target instanceof HTMLElement && (target.isContentEditable || target.role?.startsWith('menuitem'))) return 'text';
  return target instanceof HTMLElement && target.matches('.body [role=row]') ? 'table' : 'other';
}
