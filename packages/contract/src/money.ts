import {z} from 'zod';

/** ISO 4217 code, upper case. */
export const Currency = z.string().trim().toUpperCase().regex(/^[A-Z]{3}$/, 'Use three letters, such as EUR.');

/** An amount of money, in the currency's own minor unit (cents for EUR, yen for JPY, fils for KWD). */
export const Money = z.object({
  amountMinor: z.int().nonnegative(),
  currency: Currency,
});
export type Money = z.infer<typeof Money>;

/** A range of money, both ends inclusive, in minor units. */
export const ValueBand = z
  .object({minMinor: z.int().nonnegative(), maxMinor: z.int().nonnegative(), currency: Currency})
  .refine(band => band.minMinor <= band.maxMinor, {path: ['maxMinor'], message: 'Must not be below minMinor.'});
export type ValueBand = z.infer<typeof ValueBand>;
