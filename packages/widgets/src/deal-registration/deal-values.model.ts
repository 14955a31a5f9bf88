import {toJson} from '@portico/client';
import type {AnswerValue, DealFields, DealForm, DealLine, DealRegistration, FormField, Money} from '@portico/contract';
import {answerFault, type RegistrationToCheck} from '@portico/contract/deal-form-rules';
import {parseMinor, toAmountText} from './money.model.ts';

/** What is typed, by field: `customer.website`, `estimatedAmount`, `answers.budget`. Lists are JSON. Text stays as it was typed until it is sent. */
export type Values = Readonly<Record<string, string | boolean>>;

/** A product line as typed. */
export interface TypedLine {
  readonly product: string;
  readonly quantity: string;
  readonly price: string;
  readonly discount: string;
  readonly currency: string;
}

/** Something typed that cannot be kept as it is. */
export interface Fault {
  readonly path: string;
  readonly code: string;
}

export const defaultCurrency = 'EUR';

const customerTexts = ['name', 'website', 'taxId', 'country', 'region', 'postalCode', 'city', 'street', 'relationship'] as const;
const contactTexts = ['firstName', 'lastName', 'jobTitle', 'email', 'phone'] as const;
const texts = ['name', 'description', 'useCase', 'contractType', 'incumbent', 'supportRequested'] as const;

/** What the fields hold for a registration, or for what a page brings to begin with. */
export function valuesOf(fields: Partial<Omit<DealFields, 'answers'>> & {readonly answers?: readonly {readonly key: string; readonly value: AnswerValue}[]}, locale: string): Values {
  const values: Record<string, string | boolean> = {};
  const put = (path: string, value: string | number | boolean | null | undefined) => {
    if (value !== null && value !== undefined) values[path] = typeof value === 'number' ? String(value) : value;
  };
  const putMoney = (path: string, money: Money | null | undefined) => {
    put(path, money && toAmountText(money, locale));
    put(`${path}.currency`, money?.currency);
  };
  for (const key of customerTexts) put(`customer.${key}`, fields.customer?.[key]);
  for (const key of contactTexts) put(`contact.${key}`, fields.contact?.[key]);
  for (const key of texts) put(key, fields[key]);
  put('registrationType', fields.registrationType);
  if (fields.lines?.length) put('lines', toJson(fields.lines.map(line => toTypedLine(line, locale))));
  putMoney('estimatedAmount', fields.estimatedAmount);
  put('contractTermMonths', fields.contractTermMonths);
  put('expectedCloseOn', fields.expectedCloseOn);
  if (fields.competitors?.length) put('competitors', fields.competitors.join(', '));
  put('tender', fields.tender?.status);
  put('tender.dueOn', fields.tender?.dueOn);
  if (fields.hideFromDistributor) put('hideFromDistributor', true);
  for (const {key, value} of fields.answers ?? []) {
    if (Array.isArray(value)) put(`answers.${key}`, toJson(value));
    else if (typeof value === 'object') putMoney(`answers.${key}`, value);
    else if (typeof value === 'number') put(`answers.${key}`, value.toLocaleString(locale, {useGrouping: false, maximumFractionDigits: 12, numberingSystem: 'latn'}));
    else put(`answers.${key}`, value);
  }
  return values;
}

/** What is typed as the contract has it; what cannot be kept as typed is `null` there, and named. */
export function toFields(values: Values, form: Pick<DealForm, 'fields'>, locale: string): {fields: DealFields; faults: Fault[]} {
  const faults: Fault[] = [];
  const find = (path: string) => textOf(values, path).trim() || null;
  const check = <T>(path: string, value: T | null, code: string): T | null => {
    if (value === null && find(path) !== null) faults.push({path, code});
    return value;
  };
  const email = find('contact.email');
  const months = find('contractTermMonths');
  const day = find('expectedCloseOn');
  const amount = find('estimatedAmount');
  const tender = find('tender');
  const nullables = <K extends string>(part: string, keys: readonly K[]) => Object.fromEntries(keys.map(key => [key, find(`${part}.${key}`)])) as Record<K, string | null>;
  const contact = {...nullables('contact', contactTexts), email: check('contact.email', isEmail(email) ? email : null, 'not_an_email'), consent: null};
  const fields: DealFields = {
    registrationType: (find('registrationType') ?? 'resale') as DealFields['registrationType'],
    ...(Object.fromEntries(texts.map(key => [key, find(key)])) as Record<(typeof texts)[number], string | null>),
    customer: nullables('customer', customerTexts),
    contact,
    lines: linesOf(values, locale, faults),
    estimatedAmount: check('estimatedAmount', amount === null ? null : toMoney(values, 'estimatedAmount', locale), 'not_an_amount'),
    contractTermMonths: check('contractTermMonths', months !== null && /^\d{1,3}$/.test(months) && +months >= 1 && +months <= 600 ? +months : null, 'not_months'),
    expectedCloseOn: check('expectedCloseOn', day !== null && /^\d{4}-\d\d-\d\d$/.test(day) ? day : null, 'not_a_date'),
    competitors: (find('competitors') ?? '').split(/[,;\n،、，；]/).map(name => name.trim()).filter(Boolean).slice(0, 20),
    tender: tender === null ? null : ({status: tender, dueOn: find('tender.dueOn')} as DealFields['tender']),
    hideFromDistributor: values['hideFromDistributor'] === true,
    answers: form.fields.flatMap(field => {
      const path = `answers.${field.key}`;
      const value = answerOf(field, values, locale);
      if (value === undefined) return [];
      const fault = value === null ? {code: 'not_an_amount'} : answerFault(field, value);
      if (fault) faults.push({path, code: fault.code});
      return [{key: field.key, value: fault ? null : value}];
    }),
  };
  return {fields, faults};
}

/** The answer typed into a field of the vendor's; `undefined` when there is none, `null` when it is no number or amount. */
export function answerOf({key, type}: Pick<FormField, 'key' | 'type'>, values: Values, locale: string): AnswerValue | undefined {
  const path = `answers.${key}`;
  const value = values[path];
  if (type === 'checkbox') return value === undefined ? undefined : value === true;
  const typed = textOf(values, path).trim();
  if (typed === '') return undefined;
  if (type === 'multi_select') return readList<string>(typed);
  if (type === 'money') return toMoney(values, path, locale);
  if (type === 'number') return toNumber(typed);
  return type === 'url' && !/^https?:/i.test(typed) ? `https://${typed}` : typed;
}

/** What the rules of the form look at. */
export function toCheck({answers, ...fields}: DealFields, evidence: DealRegistration['evidence']): RegistrationToCheck {
  return {...fields, answers, evidence};
}

/** The lines as typed. */
export function typedLines(values: Values): TypedLine[] {
  return readList<TypedLine>(textOf(values, 'lines'));
}

/** A list kept as JSON; what was damaged counts as none. */
export function readList<T>(json: string): T[] {
  try {
    const list: unknown = JSON.parse(json || '[]');
    return Array.isArray(list) ? (list as T[]) : [];
  } catch {
    return [];
  }
}

/** Values kept as JSON; what was damaged counts as none. */
export function parseValues(json: string): Values {
  return readList<Values>(`[${json}]`)[0] ?? {};
}

export function textOf(values: Values, path: string): string {
  const value = values[path];
  return typeof value === 'string' ? value : '';
}

function linesOf(values: Values, locale: string, faults: Fault[]): DealLine[] {
  return typedLines(values).flatMap(({product, quantity, price, discount, currency}, index): DealLine[] => {
    const fault = (part: string, code: string) => void faults.push({path: `lines.${index}.${part}`, code});
    const count = toNumber(quantity.trim() || '1');
    const off = toNumber(discount.trim() || '0');
    const minor = price.trim() === '' ? null : parseMinor(price, currency, locale);
    if (count === null || !Number.isInteger(count) || count < 1 || count > 1_000_000) fault('quantity', 'not_a_quantity');
    if (off === null || off < 0 || off > 100) fault('discount', 'not_a_percentage');
    if (minor === null && price.trim() !== '') fault('price', 'not_an_amount');
    if (!product) {
      if (price.trim() || quantity.trim()) fault('product', 'required');
      return [];
    }
    return [{product, quantity: isQuantity(count) ? count : 1, unitPrice: minor === null ? null : {amountMinor: minor, currency}, discountPercent: off !== null && off >= 0 && off <= 100 ? off : 0}];
  });
}

const isQuantity = (count: number | null): count is number => count !== null && Number.isInteger(count) && count >= 1 && count <= 1_000_000;

function toTypedLine({product, quantity, unitPrice, discountPercent}: DealLine, locale: string): TypedLine {
  return {product, quantity: String(quantity), price: unitPrice ? toAmountText(unitPrice, locale) : '', discount: discountPercent ? String(discountPercent) : '', currency: unitPrice?.currency ?? defaultCurrency};
}

function toMoney(values: Values, path: string, locale: string): Money | null {
  const currency = textOf(values, `${path}.currency`) || textOf(values, 'estimatedAmount.currency') || defaultCurrency;
  const amountMinor = parseMinor(textOf(values, path), currency, locale);
  return amountMinor === null ? null : {amountMinor, currency};
}

function toNumber(typed: string): number | null {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function isEmail(email: string | null): boolean {
  return email !== null && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email);
}
