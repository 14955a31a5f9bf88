import {toJson} from '@portico/client';
import type {Draft} from '../../base/drafts.ts';
import {toMajorUnits, toMinorUnits} from '../../strings/format.ts';

/** What stands in a form, by the names of its fields: text, boxes that are checked, and lists as JSON. Names are pointers into what is sent, without the first slash. */
export type Values = Draft;

/** Text of a field, without space around it. */
export function textOf(values: Values, name: string): string {
  return String(values[name] ?? '').trim();
}

/** A number, `null` for an empty field. */
export function numberOf(values: Values, name: string): number | null {
  const text = textOf(values, name);
  return text === '' ? null : Number(text);
}

/** Whether a box is checked. */
export function isOn(values: Values, name: string): boolean {
  return values[name] === true;
}

/** What was chosen from a list, or typed with commas between. */
export function listOf(values: Values, name: string): string[] {
  const text = textOf(values, name);
  if (text.startsWith('[')) return JSON.parse(text) as string[];
  return [...new Set(text.split(/[,，、;\n]/u).map(part => part.trim()).filter(Boolean))];
}

/** A list as a field keeps it. */
export function toListValue(list: readonly string[]): string {
  return toJson(list);
}

/** An amount as people type it. */
export function toAmountValue(amountMinor: number | null | undefined, currency: string): string {
  return amountMinor === null || amountMinor === undefined ? '' : String(toMajorUnits(amountMinor, currency).amount);
}

/** An amount in minor units; `null` for an empty field. */
export function amountOf(values: Values, name: string, currency: string): number | null {
  const amount = numberOf(values, name);
  return amount === null ? null : toMinorUnits(amount, currency);
}

/** What of something is different now. */
export function changesIn<T extends object>(next: T, before: object | null | undefined): Partial<T> {
  const held = before && new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(Object.entries(next).filter(([key, value]) => !held || toJson(value) !== toJson(held.get(key)))) as Partial<T>;
}
