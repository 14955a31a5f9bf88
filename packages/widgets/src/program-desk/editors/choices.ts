import type {FieldOption} from '../../ui/field/field.model.ts';

const usual = ['EUR', 'USD', 'GBP', 'SEK', 'NOK', 'DKK', 'CHF', 'PLN', 'CNY', 'JPY', 'VND', 'SGD', 'AED', 'SAR', 'INR', 'AUD', 'CAD', 'BRL'];

/** Currencies to choose from, the present one first. */
export function currencyOptions(own: string): readonly FieldOption[] {
  return [...new Set([...(own ? [own] : []), ...usual])].map(value => ({value, label: value}));
}

/** Time zones to choose from: those that are in use here first, then all. */
export function timeZoneOptions(...own: readonly string[]): readonly FieldOption[] {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([...own.filter(Boolean), here, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map(value => ({value, label: value.replaceAll('_', ' ')}));
}
