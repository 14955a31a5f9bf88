import type {FieldError} from '../problem.ts';
import type {FormField} from './deal-form.schema.ts';

/** Why an answer does not fit its field: `wrong_type`, `option_unknown`, `too_long`, `not_a_date`, `not_a_url`, `not_an_email`, `not_a_phone`. */
export type AnswerFault = Pick<FieldError, 'code' | 'message'>;

/** What is wrong with an answer that is given, or `null`. */
export function answerFault({type, options}: Pick<FormField, 'type' | 'options'>, value: unknown): AnswerFault | null {
  const isOption = (one: unknown) => options.some(option => option.value === one);
  switch (type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : wrongType('a number');
    case 'checkbox':
      return typeof value === 'boolean' ? null : wrongType('true or false');
    case 'money':
      return isMoney(value) ? null : wrongType('an amount in minor units with its currency');
    case 'multi_select':
      if (!Array.isArray(value)) return wrongType('a list of the field’s options');
      return value.every(isOption) ? null : optionUnknown;
    case 'select':
      return isOption(value) ? null : optionUnknown;
    default:
      return typeof value === 'string' ? textFault(type, value) : wrongType('text');
  }
}

function textFault(type: 'text' | 'long_text' | 'date' | 'url' | 'email' | 'phone', value: string): AnswerFault | null {
  const most = type === 'long_text' ? 4000 : 400;
  if (value.length > most) return {code: 'too_long', message: `At most ${most} characters fit here.`};
  switch (type) {
    case 'date':
      return isDay(value) ? null : {code: 'not_a_date', message: 'Use a day such as 2027-03-31.'};
    case 'url':
      return /^https?:\/\/[^\s/?#]+\.[^\s]+$/i.test(value) ? null : {code: 'not_a_url', message: 'Use an address such as https://example.com.'};
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value) ? null : {code: 'not_an_email', message: 'Use an e-mail address such as name@example.com.'};
    case 'phone':
      return /^\+?[\d\s()./-]*\d[\d\s()./-]*$/.test(value) && value.replace(/\D/g, '').length >= 4 ? null : {code: 'not_a_phone', message: 'Use a phone number such as +358 40 555 0134.'};
    default:
      return null;
  }
}

const optionUnknown: AnswerFault = {code: 'option_unknown', message: 'Choose one of the field’s options.'};

function wrongType(wanted: string): AnswerFault {
  return {code: 'wrong_type', message: `The answer must be ${wanted}.`};
}

/** A day that exists: the 30th of February is none. */
function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

function isMoney(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const {amountMinor, currency} = value as {amountMinor?: unknown; currency?: unknown};
  return Number.isSafeInteger(amountMinor) && (amountMinor as number) >= 0 && typeof currency === 'string' && /^[A-Z]{3}$/.test(currency);
}
