import type {Versioned} from './live-list.model.ts';
import type {TableController} from './table.controller.ts';

/** What the keyboard asks of a table. */
export type TableCommand = 'next' | 'previous' | 'first' | 'last' | 'pageDown' | 'pageUp' | 'extendNext' | 'extendPrevious' | 'select';

/**
 * Moves or selects as a command of the keyboard says.
 *
 * @returns The row that the keyboard is on afterwards, when the command was one of the table's.
 */
export function step<Row extends Versioned>(table: TableController<Row>, rows: readonly Row[], command: string): Row | undefined {
  const {activeIndex: at, pageLength, selection} = table;
  const steps: Readonly<Record<TableCommand, number>> = {
    next: at + 1,
    previous: at - 1,
    first: 0,
    last: rows.length - 1,
    pageDown: at + pageLength,
    pageUp: at - pageLength,
    extendNext: at + 1,
    extendPrevious: at - 1,
    select: at,
  };
  const to = steps[command as TableCommand] as number | undefined;
  if (to === undefined || at < 0) return undefined;
  const index = Math.min(rows.length - 1, Math.max(0, to));
  const row = rows[index];
  if (!row) return undefined;
  if (command === 'select') selection.toggle(row.id);
  if (command === 'extendNext' || command === 'extendPrevious') {
    if (selection.size === 0 && rows[at]) selection.toggle(rows[at].id, true);
    selection.extendTo(row.id, rows);
  }
  table.focusAt(index);
  return row;
}
