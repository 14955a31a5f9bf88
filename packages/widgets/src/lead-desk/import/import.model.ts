import type {ColumnMapping, LeadImportField, ImportIssue, LeadImportMapping, LeadImportPreview, LeadImportStage} from '@portico/contract';

/** Largest file that is taken, in bytes. */
export const maxBytes = 20_000_000;

/** Where a column may go, in the order of the contract. */
export const importFields = [
  'externalId', 'title', 'company.name', 'company.website', 'company.industry', 'company.employeeBand', 'company.country', 'company.region', 'company.postalCode', 'company.city', 'company.street',
  'contact.firstName', 'contact.lastName', 'contact.name', 'contact.jobTitle', 'contact.email', 'contact.phone', 'contact.language', 'consentText', 'consentAt',
  'products', 'need', 'timeline', 'estimatedValue', 'currency', 'score', 'quality', 'priority', 'tags', 'source', 'campaign', 'receivedAt',
  'partnerOrg', 'assignee', 'stage', 'acceptedAt', 'endedAt', 'lostReason',
] as const satisfies readonly LeadImportField[];

/** The stages that a lead can come in at. */
export const importStages = ['new', 'offered', 'working', 'closed_won', 'closed_lost'] as const satisfies readonly LeadImportStage[];

/** Orders of day and month. */
export const dateOrders = ['ymd', 'mdy', 'dmy'] as const;

const dateFields: readonly LeadImportField[] = ['receivedAt', 'consentAt', 'acceptedAt', 'endedAt'];

/** Whether a field holds a date, whose order may have to be said. */
export const isDateField = (field: LeadImportField): boolean => dateFields.includes(field);

/** A file that was read, or why it could not be. */
export type FileReading = {readonly csv: string; readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252'} | {readonly fault: 'too_large' | 'not_text'};

/**
 * Reads a file as text: UTF-8 or UTF-16 by their marks, UTF-8 without one, else what old spreadsheets write.
 *
 * @param bytes - The whole file.
 */
export function decodeFile(bytes: Uint8Array): FileReading {
  if (bytes.byteLength > maxBytes) return {fault: 'too_large'};
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return {csv: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16'};
  if (first === 0xfe && second === 0xff) return {csv: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16'};
  // A spreadsheet's own file, an archive, a picture: text holds no NUL.
  if (bytes.includes(0)) return {fault: 'not_text'};
  try {
    return {csv: new TextDecoder('utf-8', {fatal: true}).decode(bytes), encoding: 'utf-8'};
  } catch {
    return {csv: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252'};
  }
}

/** The field that a column goes to, if any. */
export function fieldOf(mapping: LeadImportMapping | null, column: string): LeadImportField | undefined {
  return mapping?.columns.find(each => each.column === column)?.field;
}

/**
 * Sends a column to another field, or nowhere. A field that one value only can fill is taken from the column that had it.
 *
 * @returns The new mapping, or `null` when no column goes anywhere.
 */
export function mapColumn(mapping: LeadImportMapping | null, column: string, field: LeadImportField | null, columns: LeadImportPreview['columns']): LeadImportMapping | null {
  const others = (mapping?.columns ?? []).filter(each => each.column !== column && (each.field !== field || gathering.includes(each.field)));
  const next = field ? [...others, {column, field}] : others;
  const order = columns.map(({name}) => name);
  const sorted = next.toSorted((a, b) => order.indexOf(a.column) - order.indexOf(b.column));
  return sorted.length === 0 ? null : {...mapping, columns: sorted};
}

/** Fields that several columns may fill together. */
const gathering: readonly LeadImportField[] = ['products', 'tags', 'need'];

/** Changes what is said about one column: the meaning of values, the order of dates. */
export function adjustColumn(mapping: LeadImportMapping, column: string, change: Partial<Pick<ColumnMapping, 'values' | 'dateOrder'>>): LeadImportMapping {
  return {
    ...mapping,
    columns: mapping.columns.map(each => {
      if (each.column !== column) return each;
      const {values, dateOrder, ...rest} = {...each, ...change};
      return {...rest, ...(values && Object.keys(values).length > 0 && {values}), ...(dateOrder && {dateOrder})};
    }),
  };
}

/** Says a value for every row that no column gives; an empty one takes it back. */
export function setDefault(mapping: LeadImportMapping, field: LeadImportField, value: string): LeadImportMapping {
  const {defaults, ...rest} = mapping;
  const next = {...defaults};
  if (value) next[field] = value;
  else delete next[field];
  return {...rest, ...(Object.keys(next).length > 0 && {defaults: next})};
}

/** Whether amounts need to be told their currency. */
export function needsCurrency(mapping: LeadImportMapping): boolean {
  const fields = mapping.columns.map(({field}) => field);
  return fields.includes('estimatedValue') && !fields.includes('currency');
}

/** Whether contact data comes without a word of consent. */
export function needsConsent(mapping: LeadImportMapping): boolean {
  const fields = mapping.columns.map(({field}) => field);
  return fields.some(field => field.startsWith('contact.')) && !fields.includes('consentText');
}

/** Cells that a spreadsheet would run as a formula, in half and full width. */
const formula = /^[=+\-@\t\r\0＝＋－＠]/;

/**
 * The issues as a CSV file for a spreadsheet: quoted, with a byte order mark, and nothing in it that a spreadsheet would run.
 *
 * @param header - Names of the four columns: line, column, kind, what is wrong.
 */
export function toIssuesCsv(issues: readonly ImportIssue[], header: readonly string[], words: {error: string; warning: string}): string {
  const cell = (text: string) => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const rows = issues.map(({line, column, severity, message}) => [String(line), column ?? '', words[severity], message]);
  return `\uFEFF${[header, ...rows].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A small file that imports as it is. */
export const exampleCsv = [
  'Reference,Company,Website,Industry,Country,City,First name,Last name,E-mail,Phone,Product,Need,Estimated value,Currency,Score',
  'fair-1,Acme Oy,https://acme.example,Logistics,FI,Helsinki,Aino,Korhonen,aino@acme.example,+358 40 555 0100,Aurora Vision,Cameras for two warehouses,60000,EUR,80',
  'fair-2,Fjord Foods AS,https://fjord.example,Food processing,NO,Bergen,Lars,Berg,lars@fjord.example,+47 55 55 01 00,Aurora Edge,Alarms on the packing line,25000,EUR,55',
  '',
].join('\r\n');
