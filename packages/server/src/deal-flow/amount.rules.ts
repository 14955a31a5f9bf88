import type {DealLine, Money} from '@portico/contract';
import type {HeldDeal} from './held-deal.queries.ts';

/** Discounts count to a millionth of a percent. */
const discountScale = 1_000_000n;

/**
 * What a deal is worth: the sum of its lines when every line has a price and all prices are in one currency, else what was estimated.
 *
 * @returns Minor units of the currency, whatever its exponent; `null` when nothing is known.
 * @throws RangeError when the sum is more than can be kept (2^53 − 1).
 */
export function amountOf(lines: readonly DealLine[], estimated: Money | null): Money | null {
  const [first] = lines;
  const currency = first?.unitPrice?.currency;
  if (currency === undefined || !lines.every(({unitPrice}) => unitPrice?.currency === currency)) return estimated;
  const sum = lines.reduce((total, line) => total + lineAmountMinor(line), 0n);
  if (sum > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError('The sum of the lines is too large.');
  return {amountMinor: Number(sum), currency};
}

/** Quantity × price less the discount, rounded half up to whole minor units. */
function lineAmountMinor({quantity, unitPrice, discountPercent}: DealLine): bigint {
  const whole = 100n * discountScale;
  const paid = whole - BigInt(Math.round(discountPercent * Number(discountScale)));
  return (BigInt(quantity) * BigInt(unitPrice?.amountMinor ?? 0) * paid * 2n + whole) / (whole * 2n);
}

/** The amount that a row holds. */
export function amountIn({estimated_minor, estimated_currency}: Pick<HeldDeal, 'estimated_minor' | 'estimated_currency'>): Money | null {
  return estimated_minor === null || estimated_currency === null ? null : {amountMinor: estimated_minor, currency: estimated_currency};
}
