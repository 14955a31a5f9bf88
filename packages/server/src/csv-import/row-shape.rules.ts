import type {ImportPlan} from './plan.rules.ts';
import type {RowReport} from './row-report.rules.ts';

const longestCell = 32_000;

/** Whether a row has other cells than the header, or too long ones; the report says which. */
export function isMisshapen(cells: readonly string[], {width, columns}: Pick<ImportPlan, 'width' | 'columns'>, report: Pick<RowReport, 'error' | 'errorAt' | 'failed'>): boolean {
  const filled = cells.findLastIndex(cell => cell.trim() !== '') + 1;
  if (filled > width) report.error(null, 'row_too_wide', `The row has ${filled} cells, the header ${width}. Put cells that hold the delimiter in quotes.`);
  else if (cells.length < width) report.error(null, 'row_too_narrow', `The row has ${cells.length} cells, the header ${width}. Put cells that hold a line break in quotes.`);
  for (const {index, name} of columns) if ((cells[index]?.length ?? 0) > longestCell) report.errorAt(name, 'cell_too_large', 'The cell is longer than 32,000 characters.');
  return report.failed;
}
