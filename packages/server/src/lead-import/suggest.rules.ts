import {LeadImportStage, type LeadImportField, type LeadImportMapping} from '@portico/contract';
import {guessDateOrder} from './dates.rules.ts';
import {headerWords, stageWords} from './header-words.rules.ts';
import {fold} from './places.rules.ts';

/** What is known of a column before anybody said what it is for. */
export interface SeenColumn {
  readonly name: string;
  /** Different values of the first rows, at most some hundred. */
  readonly values: readonly string[];
}

const dateFields: readonly LeadImportField[] = ['receivedAt', 'consentAt', 'acceptedAt', 'endedAt'];
const fieldsByWord = new Map(
  (Object.entries(headerWords) as [LeadImportField, readonly string[]][]).flatMap(([field, words]) => [field, ...words].map(word => [fold(word), field] as const)),
);
const stagesByWord = new Map(
  (Object.entries(stageWords) as [LeadImportStage, readonly string[]][]).flatMap(([stage, words]) => [stage, ...words].map(word => [fold(word), stage] as const)),
);

/**
 * The field that each column seems to be for, by its name; the first of two columns for one field keeps it.
 *
 * @returns One field or `null` a column, in their order.
 */
export function suggestFields(columns: readonly SeenColumn[]): (LeadImportField | null)[] {
  const taken = new Set<LeadImportField>();
  return columns.map(({name, values}) => {
    const field = fieldsByWord.get(fold(name)) ?? fieldsByWord.get(fold(name.replace(/\(.*?\)|\[.*?\]|:.*$/g, '')));
    if (!field || taken.has(field)) return null;
    // "Status" of some sheets is an e-mail's or a person's, not a sale's.
    if (field === 'stage' && !values.some(value => stagesByWord.has(fold(value)))) return null;
    taken.add(field);
    return field;
  });
}

/** A mapping made of the suggestions, or `null` when no column was recognised. */
export function suggestMapping(columns: readonly SeenColumn[], fields: readonly (LeadImportField | null)[]): LeadImportMapping | null {
  const mapped = columns.flatMap((column, index) => {
    const field = fields[index];
    return field ? [{column: column.name, field, ...suggestValues(field, column.values)}] : [];
  });
  return mapped.length > 0 ? {columns: mapped} : null;
}

function suggestValues(field: LeadImportField, seen: readonly string[]): {values?: Record<string, string>; dateOrder?: 'ymd' | 'mdy' | 'dmy'} {
  if (dateFields.includes(field)) {
    const dateOrder = guessDateOrder(seen);
    return dateOrder ? {dateOrder} : {};
  }
  if (field !== 'stage') return {};
  const known = seen.flatMap(value => {
    const stage = stagesByWord.get(fold(value));
    return stage && !LeadImportStage.safeParse(value).success && value.length <= 200 ? [[value, stage] as const] : [];
  });
  return known.length > 0 ? {values: Object.fromEntries(known)} : {};
}
