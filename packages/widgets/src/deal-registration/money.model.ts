import type {DealLine, Money} from '@portico/contract';
import {toMajorUnits} from '../strings/format.ts';

/** Discounts count to a millionth of a percent, as on the server. */
const discountScale = 1_000_000;

/** Figures of other scripts as people type them (Arabic, Persian, full-width). */
const figures = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;

/** The mark between whole and part in a language. */
export function decimalMark(locale: string): string {
  return new Intl.NumberFormat(locale, {numberingSystem: 'latn'}).formatToParts(1.5).find(({type}) => type === 'decimal')?.value ?? '.';
}

/**
 * Reads an amount as people type it: `12500`, `12 500,50`, `12,500.50`, `1.250.000`. A single mark before three figures parts thousands, unless it is the language's
 * own decimal mark and the currency has three decimals.
 *
 * @returns Minor units; `null` for what is no amount, has more decimals than the currency, or is too large to be kept.
 */
export function parseMinor(typed: string, currency: string, locale: string): number | null {
  const {decimals} = toMajorUnits(0, currency);
  const plain = typed
    .replace(figures, figure => String((figure.codePointAt(0) ?? 0) % 16))
    .replace(/[\s\u00a0\u202f'’\u200e\u200f\u066c]/g, '')
    .replace(/[\u066b]/g, decimalMark(locale));
  if (!/^\d[\d.,]*$/.test(plain)) return null;
  const [whole = '', part = ''] = splitAt(plain, decimals, decimalMark(locale));
  if (part.length > decimals || /[.,]/.test(part)) return null;
  const minor = Number(whole.replace(/[.,]/g, '') + part.padEnd(decimals, '0'));
  return Number.isSafeInteger(minor) ? minor : null;
}

function splitAt(plain: string, decimals: number, mark: string): [string, string] | [string] {
  const marks = plain.match(/[.,]/g) ?? [];
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  const after = plain.length - last - 1;
  // Two kinds of marks: the last one is the decimal one. One kind several times parts thousands.
  const isDecimal = marks.length > 0 && (new Set(marks).size > 1 ? plain.indexOf(plain.charAt(last)) === last : marks.length === 1 && (after !== 3 || (plain.charAt(last) === mark && decimals === 3)));
  return isDecimal ? [plain.slice(0, last), plain.slice(last + 1)] : [plain];
}

/** An amount as text for a field: without marks between thousands, with the language's decimal mark. */
export function toAmountText({amountMinor, currency}: Money, locale: string): string {
  const {decimals} = toMajorUnits(0, currency);
  const all = String(amountMinor).padStart(decimals + 1, '0');
  const part = decimals === 0 ? '' : all.slice(-decimals);
  return /^0*$/.test(part) ? all.slice(0, all.length - decimals) : `${all.slice(0, all.length - decimals)}${decimalMark(locale)}${part}`;
}

/** Quantity × price less the discount, rounded half up to whole minor units, as the server counts. `null` without a price. */
export function lineAmount({quantity, unitPrice, discountPercent}: DealLine): Money | null {
  if (!unitPrice) return null;
  const whole = BigInt(100 * discountScale);
  const paid = whole - BigInt(Math.round(discountPercent * discountScale));
  return {amountMinor: Number((BigInt(quantity) * BigInt(unitPrice.amountMinor) * paid * 2n + whole) / (whole * 2n)), currency: unitPrice.currency};
}

/** What lines add up to, an amount for each currency. */
export function sumsOf(lines: readonly DealLine[]): Money[] {
  const sums = new Map<string, number>();
  for (const line of lines) {
    const amount = lineAmount(line);
    if (amount) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.amountMinor);
  }
  return [...sums].map(([currency, amountMinor]) => ({amountMinor, currency}));
}

/** Whether the lines say what the deal is worth: each has a price, in one currency. */
export function arePriced(lines: readonly Pick<DealLine, 'unitPrice'>[]): boolean {
  const currency = lines[0]?.unitPrice?.currency;
  return currency !== undefined && lines.every(({unitPrice}) => unitPrice?.currency === currency);
}
