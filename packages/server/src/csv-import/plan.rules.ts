import type {FieldError} from '@portico/contract';
import {isCurrency} from './amounts.rules.ts';
import type {DateOrder} from './dates.rules.ts';

/** How the columns of a file become fields, of whatever is imported. */
export interface ImportMapping<Field extends string = string> {
  columns: {column: string; field: Field; values?: Record<string, string> | undefined; dateOrder?: DateOrder | undefined}[];
  currency?: string | undefined;
  defaults?: Partial<Record<Field, string>> | undefined;
}

/** One column that goes somewhere. */
export interface PlannedColumn<Field extends string = string> {
  readonly index: number;
  readonly name: string;
  readonly field: Field;
  /** Replacements by value, lower case. */
  readonly values: ReadonlyMap<string, string>;
  readonly dateOrder: DateOrder | undefined;
}

/** A mapping laid over the columns of one file. */
export interface ImportPlan<Field extends string = string> {
  /** How many cells a row has. */
  readonly width: number;
  readonly columns: readonly PlannedColumn<Field>[];
  readonly defaults: ReadonlyMap<Field, string>;
  readonly currency: string | undefined;
}

/** What one row says, field by field, before it is understood. */
export type RowTexts<Field extends string = string> = ReadonlyMap<Field, {readonly text: string; readonly column: PlannedColumn<Field> | null}>;

/**
 * Lays a mapping over a file.
 *
 * @param names - The file's columns.
 * @param gathering - Fields that several columns may fill together.
 * @returns The plan, or what is wrong with the mapping by pointer into the request.
 */
export function planImport<Field extends string>(names: readonly string[], mapping: ImportMapping<Field>, gathering: readonly Field[]): {readonly plan: ImportPlan<Field>} | {readonly errors: FieldError[]} {
  const errors: FieldError[] = [];
  const taken = new Set<Field>();
  const columns = mapping.columns.map(({column, field, values, dateOrder}, position): PlannedColumn<Field> => {
    const index = names.indexOf(column);
    if (index < 0) errors.push({pointer: `/mapping/columns/${position}/column`, code: 'column_unknown', message: `The file has no column “${column}”.`});
    if (taken.has(field) && !gathering.includes(field)) errors.push({pointer: `/mapping/columns/${position}/field`, code: 'field_taken', message: `Another column goes to ${field} already.`});
    taken.add(field);
    return {index, name: column, field, values: new Map(Object.entries(values ?? {}).map(([from, to]) => [toValueKey(from), to])), dateOrder};
  });
  if (mapping.currency && !isCurrency(mapping.currency)) errors.push({pointer: '/mapping/currency', code: 'currency_unknown', message: 'Use three letters of ISO 4217, such as EUR.'});
  if (errors.length > 0) return {errors};
  return {plan: {width: names.length, columns, defaults: new Map(Object.entries(mapping.defaults ?? {}) as [Field, string][]), currency: mapping.currency}};
}

/** The texts of a row by field: cells cleaned and replaced, then what the mapping says for fields that are still empty. */
export function pickTexts<Field extends string>(cells: readonly string[], plan: ImportPlan<Field>): RowTexts<Field> {
  const texts = new Map<Field, {text: string; column: PlannedColumn<Field> | null}>();
  for (const column of plan.columns) {
    const cell = cleanCell(cells[column.index] ?? '');
    const text = (column.values.get(toValueKey(cell)) ?? cell).trim();
    if (text === '') continue;
    const before = texts.get(column.field);
    texts.set(column.field, before ? {text: `${before.text}\n${text}`, column} : {text, column});
  }
  for (const [field, text] of plan.defaults) if (!texts.has(field) && text.trim() !== '') texts.set(field, {text: text.trim(), column: null});
  return texts;
}

/** Takes away the apostrophe that an export puts before what a spreadsheet would run as a formula, and before cells that look as if it had. */
function cleanCell(cell: string): string {
  return (/^'+[=+\-@\t\n\0＝＋－＠]/.test(cell) ? cell.slice(1) : cell).trim();
}

function toValueKey(value: string): string {
  return value.trim().toLowerCase();
}
