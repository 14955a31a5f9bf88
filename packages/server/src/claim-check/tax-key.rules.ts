/** What follows the country in VAT numbers, by their prefix (Greece writes EL, Northern Ireland XI). */
const vatNumbers: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/, BE: /^[01]?\d{9}$/, BG: /^\d{9,10}$/, CY: /^\d{8}[A-Z]$/, CZ: /^\d{8,10}$/, DE: /^\d{9}$/, DK: /^\d{8}$/, EE: /^\d{9}$/, EL: /^\d{9}$/, ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/, FI: /^\d{8}$/,
  FR: /^[A-Z0-9]{2}\d{9}$/, GB: /^\d{9}(\d{3})?$/, GR: /^\d{9}$/, HR: /^\d{11}$/, HU: /^\d{8}$/, IE: /^\d[A-Z0-9]\d{5}[A-Z]{1,2}$/, IT: /^\d{11}$/, LT: /^\d{9}(\d{3})?$/, LU: /^\d{8}$/, LV: /^\d{11}$/, MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/, NO: /^\d{9}$/, PL: /^\d{10}$/, PT: /^\d{9}$/, RO: /^\d{2,10}$/, SE: /^\d{12}$/, SI: /^\d{8}$/, SK: /^\d{10}$/, XI: /^\d{9}(\d{3})?$/,
};

/** Several numbers of one company made one: a VAT number and the number in the companies' register, or a branch's number. */
const oneNumber: Readonly<Record<string, (number: string) => string>> = {
  BE: number => number.padStart(10, '0'),
  CH: number => number.replace(/^E(?=\d{9})/, '').replace(/(MWST|TVA|IVA|VAT)$/, ''),
  FR: number => (/^[A-Z0-9]{2}\d{9}$/.test(number) ? number.slice(2) : /^\d{14}$/.test(number) ? number.slice(0, 9) : number),
  NO: number => number.replace(/MVA$/, ''),
  SE: number => (/^\d{12}$/.test(number) && number.endsWith('01') ? number.slice(0, 10) : number),
  VN: number => (/^\d{13}$/.test(number) ? number.slice(0, 10) : number),
};

/**
 * A tax identifier without spaces and punctuation, with its country in front: `1234567-8` of Finland and `FI 12345678` are `FI12345678`.
 *
 * @param country - Of the customer, for numbers that do not say theirs.
 */
export function taxKeyOf(taxId: string | null, country: string | null): string | null {
  const text = (taxId ?? '').normalize('NFKC').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (!/\d/.test(text)) return null;
  const prefix = text.slice(0, 2);
  const rest = text.slice(2);
  const isOwn = prefix === country || toCountry(prefix) === country;
  if (/^[A-Z]{2}$/.test(prefix) && (vatNumbers[prefix]?.test(rest) ?? false)) return withCountry(toCountry(prefix), rest);
  if (country && isOwn && rest.length >= 5) return withCountry(country, rest);
  return country ? withCountry(country, text) : text;
}

function toCountry(prefix: string): string {
  return prefix === 'EL' ? 'GR' : prefix === 'XI' ? 'GB' : prefix;
}

function withCountry(country: string, number: string): string {
  return country + (oneNumber[country]?.(number) ?? number);
}
