import {callingCodes} from './calling-codes.data.ts';

/** What is dialled before a number inside a country and left out from abroad; `0` where nothing is said. */
const trunks: Readonly<Record<string, string>> = {RU: '8', KZ: '8', BY: '8', TM: '8', HU: '06', IT: '', SM: '', VA: ''};

/**
 * A telephone number with its country's code, digits only after the plus: `(03) 123 4567` of Finland is `+35831234567`. Good for comparing, not for dialling.
 *
 * @param country - Of the customer, for numbers that do not say theirs.
 * @returns `null` for what is no number, or one without a country.
 */
export function phoneKeyOf(phone: string | null, country: string | null): string | null {
  if (!phone) return null;
  const [number = ''] = phone.normalize('NFKC').replace(/^\s*tel:/i, '').split(/[a-z#;,]/i);
  const isInternational = /^\s*(\+|00)/.test(number);
  const digits = number.replace(/\(0\)/g, '').replace(/\D/g, '').replace(/^00/, '');
  if (isInternational) return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : null;
  const code = country ? callingCodes[country] : undefined;
  if (!country || !code) return null;
  const trunk = trunks[country] ?? (code.startsWith('1') ? '1' : '0');
  const dialled = number.replace(/\D/g, '');
  const national = trunk !== '' && dialled.startsWith(trunk) && dialled.length > 7 ? dialled.slice(trunk.length) : dialled;
  // Numbers of North America begin with their area, which for small countries is a part of their code.
  const whole = code.length > 1 && code.startsWith('1') && national.startsWith(code.slice(1)) ? `1${national}` : `${code}${national}`;
  return /^\d{7,15}$/.test(whole) && national.length >= 5 ? `+${whole}` : null;
}
