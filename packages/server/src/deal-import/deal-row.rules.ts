import {DealFields, DealImportTexts, DealRegistration, DealStatus, RegistrationType, dealTabs, type Answer, type DealImportField} from '@portico/contract';
import {readAmount, writeAmount} from '../csv-import/amounts.rules.ts';
import {readDate} from '../csv-import/dates.rules.ts';
import type {ReadRow} from '../csv-import/import-kind.ts';
import {fold, toCountry} from '../csv-import/places.rules.ts';
import {pickTexts, type ImportPlan, type RowTexts} from '../csv-import/plan.rules.ts';
import {findPartnerOrgs, findPeople} from '../csv-import/references.rules.ts';
import {RowReport} from '../csv-import/row-report.rules.ts';
import {isMisshapen} from '../csv-import/row-shape.rules.ts';
import type {DealSetting} from './deal-setting.queries.ts';
import {readList, readProducts, writeList, writeProducts} from './deal-text.rules.ts';

type Texts = RowTexts<DealImportField>;
type Report = RowReport<DealImportField>;

/** A registration as a file has it. */
export interface ImportedDeal {
  readonly externalId: string | null;
  readonly number: string | null;
  readonly partnerOrg: {readonly id: string; readonly name: string};
  readonly ownerId: string | null;
  readonly fields: Omit<DealFields, 'answers'>;
  readonly answers: readonly Answer[];
  readonly status: DealStatus;
  readonly stage: string | null;
  readonly probability: number | null;
  readonly submittedAt: string | null;
  readonly protectedFrom: string | null;
  readonly protectedUntil: string | null;
  readonly endedAt: string | null;
  readonly endReason: DealRegistration['endReason'];
}

/** A row of a deal that was read. */
export interface ReadDeal extends ReadRow<DealImportField> {
  /** `null` when something is wrong with it. */
  readonly deal: ImportedDeal | null;
}

const plainFields = [
  'externalId', 'number', 'name', 'description', 'useCase', 'customer.name', 'customer.website', 'customer.taxId', 'customer.region', 'customer.postalCode', 'customer.city', 'customer.street', 'customer.relationship',
  'contact.firstName', 'contact.lastName', 'contact.jobTitle', 'contact.phone', 'contractType', 'incumbent', 'supportRequested', 'endReason',
] as const satisfies readonly DealImportField[];
const statuses = new Map(DealStatus.options.map(status => [fold(status), status]));
const types = new Map(RegistrationType.options.map(type => [fold(type), type]));

const answers = DealRegistration.shape.answers.max(200);

/** Reads one row of a file of deals; whatever is wrong is said by line and column. */
export function readDealRow(line: number, cells: readonly string[], plan: ImportPlan<DealImportField>, setting: DealSetting): ReadDeal {
  const texts: Texts = pickTexts(cells, plan);
  const report: Report = new RowReport(line, texts, fieldOf);
  if (isMisshapen(cells, plan, report)) return {line, read: {}, deal: null, issues: report.issues, failed: true};
  for (const field of plainFields) {
    const text = texts.get(field)?.text;
    if (text !== undefined) report.set(field, text);
  }
  const partnerOrg = readPartner(texts, setting, report);
  const ownerId = readOwner(texts, setting, report, partnerOrg?.id);
  const lines = readLines(texts, setting, report);
  const facts = readFacts(texts, plan, report);
  const standing = readStanding(texts, setting, report);
  const fields = toFields(report, {lines, ...facts});
  const failed = report.failed || fields === null || partnerOrg === null;
  const {externalId = null, number = null, endReason = null} = report.read;
  const deal = failed ? null : {externalId, number, partnerOrg, ownerId, fields, answers: readAnswers(texts, report), ...standing, endReason};
  return {line, read: report.read, deal: report.failed ? null : deal, issues: report.issues, failed: failed || report.failed};
}

function readPartner(texts: Texts, {references}: DealSetting, report: Report): {id: string; name: string} | null {
  const text = texts.get('partnerOrg')?.text;
  const [found, ...others] = text === undefined ? [] : findPartnerOrgs(text, references);
  if (text === undefined) report.error(null, 'partner_missing', 'The row names no partner. Map a column to partnerOrg, or set a default.');
  else if (!found) report.error('partnerOrg', 'partner_unknown', `There is no partner “${text}”. Use the name or externalId of a partner organisation.`);
  else if (others.length > 0) report.error('partnerOrg', 'partner_ambiguous', `${others.length + 1} partners are called “${text}”. Use the externalId.`);
  else {
    report.set('partnerOrg', found.name);
    return {id: found.id, name: found.name};
  }
  return null;
}

function readOwner(texts: Texts, {references}: DealSetting, report: Report, partnerOrgId: string | undefined): string | null {
  const text = texts.get('owner')?.text;
  if (text === undefined || partnerOrgId === undefined) return null;
  const [found, ...others] = findPeople(text, references, partnerOrgId);
  if (found && others.length === 0) {
    report.set('owner', found.name);
    return found.id;
  }
  report.warn('owner', found ? 'owner_ambiguous' : 'owner_unknown', found ? `${others.length + 1} people are called “${text}”; nobody was made the owner. Use an e-mail address.` : `“${text}” is not a member of this partner; nobody was made the owner.`);
  return null;
}

function readLines(texts: Texts, {references: {products}}: DealSetting, report: Report): DealFields['lines'] {
  const text = texts.get('products')?.text;
  if (text === undefined) return [];
  const found = readProducts(text, part => products.exact.get(part.toLowerCase()) ?? products.folded.get(fold(part)));
  const [only] = found;
  if (found.length === 1 && only?.isKnown && only.quantity === 1 && only.product !== text) report.warn('products', 'product_alias', `“${text}” was read as “${only.product}”.`);
  if (products.exact.size > 0) for (const {product, isKnown} of found) if (!isKnown) report.warn('products', 'product_unknown', `The programme has no product “${product}”; it was taken as it is.`);
  const lines = found.map(({product, quantity}) => ({product, quantity, unitPrice: null, discountPercent: 0}));
  if (lines.length > 0) report.set('products', writeProducts(lines));
  return lines;
}

function readFacts(texts: Texts, plan: ImportPlan<DealImportField>, report: Report): Pick<DealFields, 'estimatedAmount' | 'expectedCloseOn' | 'contractTermMonths' | 'competitors'> & {registrationType?: DealFields['registrationType']} {
  const registrationType = readWord('registrationType', types, texts, report, 'type_unknown');
  const email = texts.get('contact.email')?.text.replace(/^mailto:/i, '');
  if (email !== undefined) report.set('contact.email', email);
  const country = texts.get('customer.country')?.text;
  const code = country === undefined ? undefined : toCountry(country);
  if (country !== undefined && code === undefined) report.error('customer.country', 'country_unknown', `“${country}” is not a country. Use its name or two letters, such as FI.`);
  else if (code !== undefined) report.set('customer.country', code);
  const competitors = readList(texts.get('competitors')?.text ?? '');
  if (competitors.length > 0) report.set('competitors', writeList(competitors));
  return {
    ...(registrationType ? {registrationType} : {}),
    estimatedAmount: readMoney(texts, plan, report),
    expectedCloseOn: readDay(texts, report),
    contractTermMonths: readMonths(texts, report),
    competitors,
  };
}

function readMoney(texts: Texts, plan: ImportPlan<DealImportField>, report: Report): DealFields['estimatedAmount'] {
  const text = texts.get('estimatedAmount')?.text;
  if (text === undefined) return null;
  const reading = readAmount(text, (texts.get('currency')?.text ?? plan.currency)?.toUpperCase());
  if (!reading.ok) {
    report.error(reading.code.startsWith('currency_') && texts.has('currency') ? 'currency' : 'estimatedAmount', reading.code, reading.message);
    return null;
  }
  const {amountMinor, currency} = reading;
  report.set('estimatedAmount', writeAmount(amountMinor, currency));
  report.set('currency', currency);
  return {amountMinor, currency};
}

/** A day stays the day that is written, whatever the time zone. */
function readDay(texts: Texts, report: Report): string | null {
  const written = texts.get('expectedCloseOn');
  if (!written) return null;
  const reading = readDate(written.text, written.column?.dateOrder, 'UTC');
  if (!reading.ok) {
    report.error('expectedCloseOn', reading.code, reading.message);
    return null;
  }
  const day = reading.at.slice(0, 10);
  report.set('expectedCloseOn', day);
  return day;
}

function readMonths(texts: Texts, report: Report): number | null {
  const text = texts.get('contractTermMonths')?.text;
  if (text === undefined) return null;
  const months = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (months < 1 || months > 600) {
    report.error('contractTermMonths', 'number_invalid', `“${text}” is not a whole number of months from 1 to 600.`);
    return null;
  }
  report.set('contractTermMonths', String(months));
  return months;
}

function readInstant(field: 'submittedAt' | 'protectedFrom' | 'protectedUntil' | 'endedAt', texts: Texts, {timeZone, now}: DealSetting, report: Report): string | null {
  const written = texts.get(field);
  if (!written) return null;
  const reading = readDate(written.text, written.column?.dateOrder, timeZone);
  if (!reading.ok) report.error(field, reading.code, reading.message);
  else if (field !== 'protectedUntil' && Date.parse(reading.at) > now) report.error(field, 'date_in_future', `“${written.text}” is still to come.`);
  else {
    report.set(field, reading.at);
    return reading.at;
  }
  return null;
}

function readStanding(texts: Texts, setting: DealSetting, report: Report): Pick<ImportedDeal, 'status' | 'stage' | 'probability' | 'submittedAt' | 'protectedFrom' | 'protectedUntil' | 'endedAt'> {
  const status = readWord('status', statuses, texts, report, 'status_unknown') ?? 'draft';
  const dates = {
    submittedAt: readInstant('submittedAt', texts, setting, report),
    protectedFrom: readInstant('protectedFrom', texts, setting, report),
    protectedUntil: readInstant('protectedUntil', texts, setting, report),
    endedAt: readInstant('endedAt', texts, setting, report),
  };
  const isEnded = (dealTabs.closed as readonly DealStatus[]).includes(status);
  if (dates.endedAt !== null && !isEnded) report.warn('endedAt', 'value_left_out', `A registration that is ${status} has not ended; the date was left out.`);
  if (dates.endedAt !== null && dates.submittedAt !== null && dates.endedAt < dates.submittedAt) report.error('endedAt', 'dates_reversed', 'It ended before it was submitted.');
  return {status, ...readStage(texts, setting, report), ...dates, endedAt: isEnded ? dates.endedAt : null};
}

function readStage(texts: Texts, {program: {policy}}: DealSetting, report: Report): {stage: string | null; probability: number | null} {
  const text = texts.get('stage')?.text;
  if (text === undefined) return {stage: null, probability: null};
  const word = fold(text);
  const ends = [{key: 'won', name: 'won', probability: 100}, {key: 'lost', name: 'lost', probability: 0}];
  const found = [...policy.stages, ...ends].find(({key, name}) => fold(key) === word || fold(name) === word);
  if (!found) report.error('stage', 'stage_unknown', `The programme has no stage “${text}”. Map it to one of ${policy.stages.map(({key}) => key).join(', ')}, won or lost.`);
  else report.set('stage', found.key);
  return {stage: found?.key ?? null, probability: found?.probability ?? null};
}

function readAnswers(texts: Texts, report: Report): Answer[] {
  const text = texts.get('answers')?.text;
  if (text === undefined) return [];
  const parsed = answers.safeParse(toJson(text));
  if (!parsed.success) {
    report.error('answers', 'answers_invalid', 'Answers are JSON as an export writes it. Leave the column out to import without them.');
    return [];
  }
  report.set('answers', JSON.stringify(parsed.data));
  return parsed.data;
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readWord<T extends string>(field: DealImportField, words: ReadonlyMap<string, T>, texts: Texts, report: Report, code: string): T | undefined {
  const text = texts.get(field)?.text;
  const word = text === undefined ? undefined : words.get(fold(text));
  if (text !== undefined && word === undefined) report.error(field, code, `“${text}” is not known here. Use one of ${[...words.values()].join(', ')}.`);
  if (word !== undefined) report.set(field, word);
  return word;
}

function toFields(report: Report, rest: Readonly<Record<string, unknown>>): Omit<DealFields, 'answers'> | null {
  const group = (prefix: string) => Object.fromEntries(Object.entries(report.read).flatMap(([field, value]) => (field.startsWith(prefix) ? [[field.slice(prefix.length), value]] : [])));
  const {name, description, useCase, contractType, incumbent, supportRequested} = report.read;
  const parsed = DealFields.safeParse({name, description, useCase, contractType, incumbent, supportRequested, customer: group('customer.'), contact: group('contact.'), ...rest});
  const short = DealImportTexts.safeParse(report.read);
  for (const {issues} of [parsed.error, short.error].filter(error => error !== undefined)) for (const issue of issues) report.invalid(issue);
  return parsed.success ? parsed.data : null;
}

function fieldOf([first, second]: readonly PropertyKey[]): DealImportField {
  if (first === 'lines') return 'products';
  return (first === 'customer' || first === 'contact' ? `${first}.${String(second)}` : String(first)) as DealImportField;
}
