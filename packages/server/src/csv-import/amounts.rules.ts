/** An amount that was understood, or why not. */
export type AmountReading =
  | {readonly ok: true; readonly amountMinor: number; readonly currency: string}
  | {readonly ok: false; readonly code: 'amount_invalid' | 'amount_too_precise' | 'amount_too_large' | 'currency_missing' | 'currency_unknown' | 'currency_conflict'; readonly message: string};

// Asking Intl takes longer than reading a row.
const exponents = new Map<string, number>();
const currencies = new Set(Intl.supportedValuesOf('currency'));
/** Signs that stand for one currency only; `$` and `kr` do not. */
const signs: Readonly<Record<string, string>> = {'€': 'EUR', '£': 'GBP', '₫': 'VND', '₹': 'INR', '₩': 'KRW', '₺': 'TRY', '₴': 'UAH', '₪': 'ILS', '₱': 'PHP', '฿': 'THB', '₽': 'RUB'};

/** Decimal places of a currency's minor unit: 2 for EUR, 0 for JPY, 3 for KWD. */
export function exponentOf(currency: string): number {
  const known = exponents.get(currency);
  if (known !== undefined) return known;
  const exponent = new Intl.NumberFormat('en', {style: 'currency', currency}).resolvedOptions().maximumFractionDigits ?? 2;
  exponents.set(currency, exponent);
  return exponent;
}

/** Whether this is a code of ISO 4217 in use. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/**
 * Reads a sum of money written for people, without passing through a floating-point number.
 *
 * @param text - `1,054`, `1.054,50`, `1 054.50 €`, `CHF 1'054.50`. A group of three digits after a single mark is thousands, because money has no such fraction.
 * @param currency - Of the row's own column or of the file; a code or sign beside the number counts where it is missing and must agree where it is not.
 * @returns Minor units, at most 2^53 − 1.
 */
export function readAmount(text: string, currency: string | undefined): AmountReading {
  const written = text.normalize('NFKC').trim();
  // A longer text is no amount, and would make the pattern slow.
  if (written.length > 60) return refuse('amount_invalid', 'This is not an amount of money.');
  const [, before = '', digits = '', after = ''] = /^([\p{Sc}A-Za-z.\s]*?)\s*([\d][\d.,'’\s]*?|[.,]\d+)\s*([\p{Sc}A-Za-z.\s-]*)$/u.exec(written) ?? [];
  if (!digits) return refuse('amount_invalid', /^[(−-]|-$/.test(written) ? `“${text}” is below zero; an expected value is not.` : `“${text}” is not an amount of money.`);

  const beside = toCode(`${before} ${after}`);
  if (beside === undefined) return refuse('amount_invalid', `“${text}” is not an amount of money.`);
  const code = currency ?? beside;
  if (!code) return refuse('currency_missing', 'The amount has no currency. Map a currency column, or set the currency of the file.');
  if (!currencies.has(code)) return refuse('currency_unknown', `“${code}” is not a currency. Use three letters of ISO 4217, such as EUR.`);
  if (beside && beside !== code) return refuse('currency_conflict', `“${text}” is in ${beside}, but the row says ${code}.`);

  const exponent = exponentOf(code);
  const parts = splitDecimal(digits, exponent);
  if (!parts) return refuse('amount_invalid', `“${text}” is not a number: look at its thousands and decimal marks.`);
  const fraction = parts.fraction.replace(/0+$/, '');
  if (fraction.length > exponent) return refuse('amount_too_precise', `“${text}” has more than ${exponent} decimals, which ${code} does not have.`);
  const minor = BigInt(parts.whole + fraction.padEnd(exponent, '0'));
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) return refuse('amount_too_large', `“${text}” is more than can be kept.`);
  return {ok: true, amountMinor: Number(minor), currency: code};
}

/** Minor units as a decimal number: `105450` of EUR is `1054.50`. */
export function writeAmount(amountMinor: number, currency: string): string {
  const exponent = exponentOf(currency);
  const digits = String(amountMinor).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** The currency written beside a number: `''` when none is, `undefined` when what stands there is something else. */
function toCode(beside: string): string | undefined {
  const words = beside.replace(/\bkr\b\.?|[$¥]|[.,]?-/gi, ' ').trim();
  if (words === '') return '';
  const code = signs[words] ?? words.toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : undefined;
}

function splitDecimal(digits: string, exponent: number): {whole: string; fraction: string} | undefined {
  const compact = digits.replace(/[\s'’](?=\d{3}(\D|$))/g, '');
  if (!/^[\d.,]+$/.test(compact)) return undefined;
  const mark = decimalMark(compact, exponent);
  const at = mark ? compact.lastIndexOf(mark) : compact.length;
  const [grouped, fraction] = [compact.slice(0, at), compact.slice(at + 1)];
  if (!/^\d*$/.test(fraction)) return undefined;
  // Thousands by three, and in India by two above the first thousand.
  if (!/^\d*$/.test(grouped) && !/^\d{1,3}(([.,])\d{3})(\2\d{3})*$/.test(grouped) && !/^\d{1,2}(,\d{2})*,\d{3}$/.test(grouped)) return undefined;
  return {whole: grouped.replace(/[.,]/g, '') || '0', fraction};
}

function decimalMark(compact: string, exponent: number): '.' | ',' | undefined {
  const [dots, commas] = [compact.split('.').length - 1, compact.split(',').length - 1];
  if (dots && commas) return compact.lastIndexOf('.') > compact.lastIndexOf(',') ? '.' : ',';
  const mark = dots ? '.' : ',';
  if (dots + commas !== 1) return undefined;
  const [whole = '', fraction = ''] = compact.split(mark);
  const isThousands = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole) && (exponent !== 3 || mark === ',');
  return isThousands ? undefined : mark;
}

function refuse(code: Exclude<AmountReading, {ok: true}>['code'], message: string): AmountReading {
  return {ok: false, code, message};
}
