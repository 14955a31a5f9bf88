import {isEmptyLead, leadSubstance, leadSubstanceMessage, NewLead, type LeadImportField} from '@portico/contract';
import {readAmount, writeAmount} from '../csv-import/amounts.rules.ts';
import {readConsent} from './consent.rules.ts';
import {readDate} from '../csv-import/dates.rules.ts';
import {toCountry, toLanguage} from '../csv-import/places.rules.ts';
import {readPlacement, type Placement} from './placement.rules.ts';
import type {ReadRow} from '../csv-import/import-kind.ts';
import {isMisshapen} from '../csv-import/row-shape.rules.ts';
import {pickTexts, type ImportPlan, type RowTexts} from '../csv-import/plan.rules.ts';
import {findProducts, type RowSetting} from '../csv-import/references.rules.ts';
import {RowReport} from '../csv-import/row-report.rules.ts';
import {toPriority, toQuality, toSource} from './words.rules.ts';

/** A row of a lead that was read. */
export interface ReadLead extends ReadRow<LeadImportField> {
  /** `null` when something is wrong with it. */
  readonly lead: NewLead | null;
  /** `null` for a lead that is to be routed. */
  readonly placement: Placement | null;
}

const textFields = ['externalId', 'title', 'campaign', 'company.name', 'company.website', 'company.industry', 'company.employeeBand', 'company.region', 'company.postalCode', 'company.city', 'company.street', 'contact.firstName', 'contact.lastName', 'contact.jobTitle', 'contact.phone', 'need', 'timeline'] as const satisfies readonly LeadImportField[];

/**
 * Reads one row of a file: its texts become a new lead, and where it stands; whatever is wrong is said by line and column.
 *
 * @param cells - As many as the file has columns.
 */
export function readRow(line: number, cells: readonly string[], plan: ImportPlan<LeadImportField>, setting: RowSetting): ReadLead {
  const texts = pickTexts(cells, plan);
  const report = new RowReport<LeadImportField>(line, texts, fieldOf);
  if (isMisshapen(cells, plan, report)) return {line, read: {}, lead: null, placement: null, issues: report.issues, failed: true};

  for (const field of textFields) {
    const text = texts.get(field)?.text;
    if (text !== undefined) report.set(field, text);
  }
  readContactName(texts, report);
  readWords(texts, report);
  const receivedAt = readPastDate('receivedAt', texts, setting, report);
  const products = readProducts(texts, setting, report);
  const amount = readValue(texts, plan, report);
  const score = readScore(texts, report);
  const placement = readPlacement(texts, setting, report, field => readPastDate(field, texts, setting, report));
  const consent = readConsent(texts, setting, report, () => readPastDate('consentAt', texts, setting, report), receivedAt);
  const tags = readTags(texts, report);
  // What came before the partner had it came at the latest then.
  const received = receivedAt ?? placement?.acceptedAt ?? placement?.endedAt ?? undefined;
  const lead = toNewLead(report, plan, {receivedAt: received, products, tags, score, consent, ...amount, route: placement === null});
  return {line, read: report.read, lead: report.failed ? null : lead, placement: report.failed ? null : placement, issues: report.issues, failed: report.failed};
}

function fieldOf([first, second]: readonly PropertyKey[]): LeadImportField {
  return (first === 'company' || first === 'contact' ? `${first}.${String(second)}` : first === 'consent' ? 'consentText' : String(first)) as LeadImportField;
}

function readContactName(texts: RowTexts<LeadImportField>, report: RowReport<LeadImportField>): void {
  const name = texts.get('contact.name')?.text;
  if (name === undefined) return;
  const [last, first] = name.includes(',') ? name.split(/,(.*)/s).map(part => part.trim()) : [name.split(/\s+/).at(-1), name.split(/\s+/).slice(0, -1).join(' ')];
  if (first && report.read['contact.firstName'] === undefined) report.set('contact.firstName', first, 'contact.name');
  if (last && report.read['contact.lastName'] === undefined) report.set('contact.lastName', last, 'contact.name');
}

function readWords(texts: RowTexts<LeadImportField>, report: RowReport<LeadImportField>): void {
  const email = texts.get('contact.email')?.text.replace(/^mailto:/i, '');
  if (email !== undefined) report.set('contact.email', email);
  translate('company.country', toCountry, text => report.error('company.country', 'country_unknown', `“${text}” is not a country. Use its name or two letters, such as FI.`));
  const leaveOut = (field: LeadImportField) => (text: string) => report.warn(field, 'value_unknown', `“${text}” is not known here and was left out.`);
  translate('contact.language', toLanguage, leaveOut('contact.language'));
  translate('source', toSource, leaveOut('source'));
  translate('quality', toQuality, leaveOut('quality'));
  translate('priority', toPriority, leaveOut('priority'));

  function translate(field: LeadImportField, to: (text: string) => string | undefined, otherwise: (text: string) => void): void {
    const text = texts.get(field)?.text;
    if (text === undefined) return;
    const word = to(text);
    if (word === undefined) otherwise(text);
    else report.set(field, word);
  }
}

function readPastDate(field: LeadImportField, texts: RowTexts<LeadImportField>, {timeZone, now}: RowSetting, report: RowReport<LeadImportField>): string | null {
  const written = texts.get(field);
  if (!written) return null;
  const reading = readDate(written.text, written.column?.dateOrder, timeZone);
  if (!reading.ok) {
    report.error(field, reading.code, reading.message);
    return null;
  }
  if (Date.parse(reading.at) > now) {
    report.error(field, 'date_in_future', `“${written.text}” is still to come.`);
    return null;
  }
  report.set(field, reading.at);
  return reading.at;
}

function readProducts(texts: RowTexts<LeadImportField>, {references}: RowSetting, report: RowReport<LeadImportField>): string[] {
  const text = texts.get('products')?.text;
  if (text === undefined) return [];
  const {names, replaced, unknown} = findProducts(text, references);
  for (const [from, to] of replaced) report.warn('products', 'product_alias', `“${from}” was read as “${to}”.`);
  for (const name of unknown) report.warn('products', 'product_unknown', `The programme has no product “${name}”; it was taken as it is.`);
  report.set('products', names.join('; '));
  return [...names];
}

function readValue(texts: RowTexts<LeadImportField>, plan: ImportPlan<LeadImportField>, report: RowReport<LeadImportField>): {estimatedValue?: {amountMinor: number; currency: string}} {
  const text = texts.get('estimatedValue')?.text;
  if (text === undefined) return {};
  const reading = readAmount(text, (texts.get('currency')?.text ?? plan.currency)?.toUpperCase());
  if (!reading.ok) {
    report.error(reading.code.startsWith('currency_') && texts.has('currency') ? 'currency' : 'estimatedValue', reading.code, reading.message);
    return {};
  }
  const {amountMinor, currency} = reading;
  report.set('estimatedValue', writeAmount(amountMinor, currency));
  report.set('currency', currency);
  return {estimatedValue: {amountMinor, currency}};
}

function readScore(texts: RowTexts<LeadImportField>, report: RowReport<LeadImportField>): number | undefined {
  const text = texts.get('score')?.text;
  if (text === undefined) return undefined;
  const score = /^\d{1,3}([.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
  if (!(score <= 100)) {
    report.error('score', 'number_invalid', `“${text}” is not a whole number from 0 to 100.`);
    return undefined;
  }
  report.set('score', String(score));
  return score;
}

function readTags(texts: RowTexts<LeadImportField>, report: RowReport<LeadImportField>): string[] {
  const tags = [...new Set((texts.get('tags')?.text ?? '').split(/[,;|\n]/).map(tag => tag.trim()).filter(tag => tag !== ''))];
  if (tags.length > 0) report.set('tags', tags.join('; '));
  return tags;
}

function toNewLead(report: RowReport<LeadImportField>, {columns}: ImportPlan<LeadImportField>, rest: Readonly<Record<string, unknown>>): NewLead | null {
  const group = (prefix: string) => Object.fromEntries(Object.entries(report.read).flatMap(([field, value]) => (field.startsWith(prefix) && field !== 'contact.name' ? [[field.slice(prefix.length), value]] : [])));
  const {externalId, source = 'import', campaign, need, timeline, quality, priority} = report.read;
  const says = (...fields: LeadImportField[]) => fields.some(field => report.read[field] !== undefined);
  // A title is made of industry and place where none is given; where those are missing too, of the products.
  const title = report.read.title ?? (says('company.industry', 'company.region', 'company.country') ? undefined : report.read.products?.slice(0, 200));
  const parsed = NewLead.safeParse({externalId, title, source, campaign, need, timeline, quality, priority, company: group('company.'), contact: group('contact.'), ...rest});
  if (parsed.success) {
    // The column that most likely was to be filled; a file that has none of them can only be told so.
    const isMeant = ({field}: {field: LeadImportField}) => field === 'contact.name' || (leadSubstance as readonly LeadImportField[]).includes(field);
    if (!report.failed && isEmptyLead(parsed.data)) report.errorAt(columns.find(isMeant)?.name ?? null, 'lead_empty', leadSubstanceMessage);
    return parsed.data;
  }
  for (const issue of parsed.error.issues) report.invalid(issue);
  return null;
}
