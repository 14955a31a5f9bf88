import type {DealFields, DealForm, DealRegistration, NewAnswer} from '@portico/contract';
import {toFields, type Values, valuesOf} from './deal-values.model.ts';
import {arePriced} from './money.model.ts';

/** What a PATCH of a registration takes, without id and version. */
export type DealChanges = Partial<Omit<DealFields, 'customer' | 'contact'>> & {customer?: Partial<DealFields['customer']>; contact?: Partial<DealFields['contact']>};

/** The fields that differ between what is typed and what was sent or read last. */
export function dirtyPaths(values: Values, synced: Values): string[] {
  const paths = new Set([...Object.keys(values), ...Object.keys(synced)]);
  return [...paths].filter(path => (values[path] ?? '') !== (synced[path] ?? ''));
}

/**
 * What to send for fields that differ.
 *
 * @param kept - The registration as known last: answers to fields that the form lost meanwhile go back as they are.
 */
export function changesOf(paths: readonly string[], values: Values, form: Pick<DealForm, 'fields'>, locale: string, kept?: Pick<DealRegistration, 'answers'>): DealChanges {
  const {fields} = toFields(values, form, locale);
  const changes: DealChanges = {};
  for (const path of paths) {
    const [top = '', key = ''] = path.split('.');
    if (top === 'customer' || top === 'contact') changes[top] = {...changes[top], [key]: fields[top][key as never]};
    else if (top === 'answers') changes.answers = [...fields.answers, ...lostAnswers(form, kept)];
    // Lines that all have a price add up to the amount; the server does the sum.
    else if (top !== 'estimatedAmount' || !arePriced(fields.lines)) Object.assign(changes, {[top]: fields[top as keyof DealFields]});
  }
  return changes;
}

function lostAnswers({fields}: Pick<DealForm, 'fields'>, kept: Pick<DealRegistration, 'answers'> | undefined): NewAnswer[] {
  return (kept?.answers ?? []).filter(({key}) => !fields.some(field => field.key === key)).map(({key, value}) => ({key, value}));
}

/**
 * Lays a newer registration under what is typed: fields that were not touched since the last save take the newer value, the others stay as they are typed.
 *
 * @returns The values, what counts as known to the server, and the fields where both sides changed something.
 */
export function mergeNewer(values: Values, synced: Values, before: DealRegistration | undefined, newer: DealRegistration, locale: string): {values: Values; synced: Values; clashes: string[]} {
  const mine = new Set(dirtyPaths(values, synced));
  const was = before ? valuesOf(before, locale) : synced;
  const theirs = valuesOf(newer, locale);
  const merged: Record<string, string | boolean> = {};
  const clashes: string[] = [];
  for (const path of new Set([...Object.keys(values), ...Object.keys(theirs)])) {
    const isTheirs = (theirs[path] ?? '') !== (was[path] ?? '');
    const mineNow = values[path];
    if (mine.has(path) && isTheirs && mineNow !== theirs[path]) clashes.push(path);
    // What stands there as it was typed says the same as what the server made of it.
    const value = mine.has(path) || !isTheirs ? mineNow : theirs[path];
    if (value !== undefined) merged[path] = value;
  }
  const known: Record<string, string | boolean> = {...merged};
  for (const path of mine) {
    const value = theirs[path];
    if (value === undefined) delete known[path];
    else known[path] = value;
  }
  return {values: merged, synced: known, clashes};
}
