import {Country, Day, DealContact, DealCustomer, DealImportField, DealStatus, RegistrationType, type DealRegistration, type Money} from '@portico/contract';
import type {Mapping, RowImporter, Values} from './csv-importer.ts';
import {emptyDeal} from './deal-draft.ts';
import {isProtected, productsOf, protectedRival} from './deal-queue.ts';
import type {DealRow} from './deal-rows.ts';
import type {Store} from './store.ts';

type DealValues = Values<DealImportField>;

const dayMs = 86_400_000;

/** Words in a header that give a field away; longer ones first. The names of an export are found as they are. */
const headerWords: readonly [string, DealImportField][] = [
  ['opportunityid', 'externalId'], ['externalid', 'externalId'], ['firstname', 'contact.firstName'], ['lastname', 'contact.lastName'], ['jobtitle', 'contact.jobTitle'], ['postalcode', 'customer.postalCode'],
  ['salesagent', 'owner'], ['dealstage', 'stage'], ['closevalue', 'estimatedAmount'], ['closedate', 'expectedCloseOn'], ['engagedate', 'submittedAt'], ['taxid', 'customer.taxId'], ['account', 'customer.name'],
  ['customer', 'customer.name'], ['company', 'customer.name'], ['website', 'customer.website'], ['country', 'customer.country'], ['region', 'customer.region'], ['city', 'customer.city'], ['street', 'customer.street'],
  ['email', 'contact.email'], ['mail', 'contact.email'], ['phone', 'contact.phone'], ['product', 'products'], ['value', 'estimatedAmount'], ['amount', 'estimatedAmount'], ['currency', 'currency'], ['partner', 'partnerOrg'],
  ['manager', 'partnerOrg'], ['status', 'status'], ['stage', 'stage'], ['name', 'name'], ['id', 'externalId'],
];

/** What an import of registrations knows about its rows. */
export const dealRows: RowImporter<DealImportField> = {
  kind: 'dealImport',
  resource: 'deal_import',
  missing: 'deal_import_not_found',
  imports: store => store.data.dealImports,
  suggest(header) {
    const exact = DealImportField.options.find(field => field === header);
    const word = header.toLowerCase().replace(/[^a-z]/g, '');
    return exact ?? headerWords.find(([part]) => (part === 'id' || part === 'name' ? word === part : word.includes(part)))?.[1] ?? null;
  },
  faultOf(field, value) {
    if (field === 'customer.country' && !Country.safeParse(value).success) return 'Use two letters, such as FI.';
    if (field === 'contact.email' && !DealContact.shape.email.safeParse(value).success) return 'Not an e-mail address.';
    if (field === 'status' && !DealStatus.safeParse(value).success) return `Not a status: ${value}. Map it to one of ${DealStatus.options.join(', ')}.`;
    if (field === 'registrationType' && !RegistrationType.safeParse(value).success) return `Not a type: ${value}.`;
    if (field === 'expectedCloseOn' && !Day.safeParse(value).success) return 'Use a day such as 2026-11-21.';
    if ((field === 'submittedAt' || field === 'protectedFrom' || field === 'protectedUntil' || field === 'endedAt') && Number.isNaN(Date.parse(value))) return 'Not an instant.';
    return field === 'estimatedAmount' && !/^\d+([.,]\d+)?$/.test(value) ? 'Not a number.' : undefined;
  },
  check(store, values) {
    if (orgOf(store, values) === undefined) return [{code: 'partner_unknown', message: values.partnerOrg === undefined ? 'A row needs a partner.' : `There is no partner ${values.partnerOrg}.`, severity: 'error'}];
    return values['customer.name'] === undefined ? [{code: 'required', message: 'A row needs a customer.', severity: 'error'}] : [];
  },
  has: (store, values) => findRow(store, values) !== undefined,
  write(store, values, mapping) {
    const org = orgOf(store, values);
    if (!org) return 'failed';
    const before = findRow(store, values);
    const fields = toFields(store, values, mapping);
    if (before) {
      const changed = Object.entries(fields).filter(([key, value]) => JSON.stringify(before[key as keyof DealRow]) !== JSON.stringify(value));
      if (changed.length === 0) return 'unchanged';
      store.update(store.data.deals, before, Object.fromEntries(changed));
      store.change('deal_registration', before.id);
      return 'updated';
    }
    const deal = store.data.deals.set(toRow(store, org, values, fields));
    store.change('deal_registration', deal.id);
    return 'created';
  },
};

function orgOf(store: Store, {partnerOrg}: DealValues) {
  return partnerOrg === undefined ? undefined : store.data.partnerOrgs.values().find(({name, externalId}) => name === partnerOrg || externalId === partnerOrg);
}

function findRow(store: Store, {externalId, number}: DealValues): DealRow | undefined {
  if (externalId === undefined && number === undefined) return undefined;
  return store.data.deals.values().find(deal => (externalId !== undefined && deal.externalId === externalId) || (number !== undefined && deal.number === number));
}

/** What a row says of the deal itself. */
function toFields(store: Store, values: DealValues, mapping: Mapping<DealImportField>): Partial<DealRow> {
  const inside = (part: 'customer' | 'contact') => Object.fromEntries(Object.entries(values).flatMap(([field, value]) => (field.startsWith(`${part}.`) ? [[field.slice(part.length + 1), value]] : [])));
  const products = values.products?.split(/\s*[;|]\s*/).map(text => /^(.*?)(?:\s*×\s*(\d+))?$/.exec(text) ?? []) ?? [];
  const before = findRow(store, values);
  return {
    registrationType: RegistrationType.catch('resale').parse(values.registrationType),
    ...(values.name === undefined ? {} : {name: values.name}),
    customer: {...DealCustomer.parse({}), ...before?.customer, ...inside('customer')},
    contact: {...DealContact.parse({}), ...before?.contact, ...inside('contact')},
    ...(products.length > 0 && !before ? {lines: products.map(([, product = '', quantity = '1']) => ({product, quantity: Number(quantity), unitPrice: null, discountPercent: 0}))} : {}),
    ...(values.estimatedAmount === undefined ? {} : {estimatedAmount: toMoney(values.estimatedAmount, values.currency ?? mapping.currency)}),
    ...(values.expectedCloseOn === undefined ? {} : {expectedCloseOn: values.expectedCloseOn}),
  };
}

function toRow(store: Store, org: {id: string}, values: DealValues, fields: Partial<DealRow>): DealRow {
  const now = store.now();
  const status = DealStatus.catch('draft').parse(values.status);
  const wasProtected = status === 'approved' || status === 'converted' || status === 'won' || status === 'lost' || status === 'expired';
  const {protectionDays, stages} = store.data.program.dealPolicy;
  const isEnded = !wasProtected && !['draft', 'submitted', 'under_review', 'action_required', 'pending_approval'].includes(status);
  const from = values.protectedFrom ?? now;
  const row: DealRow = {
    ...emptyDeal,
    name: values.name ?? values['customer.name'] ?? null,
    description: null, useCase: null, lines: [], estimatedAmount: null, contractType: null, contractTermMonths: null, expectedCloseOn: null, competitors: [], incumbent: null, tender: null, supportRequested: null,
    hideFromDistributor: false,
    registrationType: 'resale',
    customer: DealCustomer.parse({}),
    contact: DealContact.parse({}),
    source: 'partner_sourced',
    answers: [],
    ...fields,
    id: store.newId('dealRegistration'),
    externalId: values.externalId ?? null,
    number: values.number ?? (status === 'draft' ? null : `DR-${String(++store.dealNumber).padStart(6, '0')}`),
    status,
    partnerOrgId: org.id,
    ownerId: store.data.people.values().find(({name}) => name === values.owner)?.id ?? null,
    distributorId: null,
    createdByOrgId: org.id,
    submittedAt: status === 'draft' ? null : (values.submittedAt ?? now),
    queueNumber: status === 'draft' ? null : store.receipts.length + 1,
    ...(wasProtected ? {decidedAt: from, protectedFrom: from, protectedUntil: values.protectedUntil ?? (protectionDays === null ? null : new Date(Date.parse(from) + protectionDays * dayMs).toISOString()), movedAt: now, stage: values.stage ?? stages[0]?.key ?? null, probability: stages.find(({key}) => key === values.stage)?.probability ?? stages[0]?.probability ?? null} : {}),
    endedAt: isEnded || status === 'won' || status === 'lost' || status === 'expired' ? (values.endedAt ?? now) : null,
    endReason: values.endReason ?? null,
    infoRequest: status === 'action_required' ? {fields: [], comment: '', dueAt: store.at(10 * dayMs)} : null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const claimed = {...row, protectedProducts: productsOf(row)};
  // Whoever comes second waits behind the one who is protected, as a submission would.
  return isProtected(claimed) && protectedRival(store, claimed) ? {...claimed, status: 'submitted', decidedAt: null, protectedFrom: null, protectedUntil: null, stage: null, probability: null} : claimed;
}

function toMoney(text: string, currency = 'EUR'): Money {
  return {amountMinor: Math.round(Number(text.replace(',', '.')) * 10 ** digitsOf(currency)), currency};
}

/** Digits behind the point in this currency. */
function digitsOf(currency: string): number {
  return new Intl.NumberFormat('en', {style: 'currency', currency}).resolvedOptions().maximumFractionDigits ?? 2;
}

/** The cells of a registration, by the names that an import knows. */
export function toValues(deal: DealRegistration): Record<DealImportField, string> {
  const {customer, contact, estimatedAmount: amount} = deal;
  const text = (value: string | number | null | undefined) => (value === null || value === undefined ? '' : String(value));
  const cells = Object.fromEntries(DealImportField.options.map(field => [field, ''])) as Record<DealImportField, string>;
  for (const [key, value] of Object.entries(customer)) cells[`customer.${key}` as DealImportField] = text(value);
  for (const key of ['firstName', 'lastName', 'jobTitle', 'email', 'phone'] as const) cells[`contact.${key}`] = text(contact[key]);
  for (const key of ['externalId', 'number', 'registrationType', 'name', 'description', 'useCase', 'contractType', 'contractTermMonths', 'expectedCloseOn', 'incumbent', 'supportRequested', 'status', 'stage', 'submittedAt', 'protectedFrom', 'protectedUntil', 'endedAt', 'endReason'] as const) cells[key] = text(deal[key]);
  return {
    ...cells,
    partnerOrg: deal.partnerOrg.name,
    owner: text(deal.owner?.name),
    products: deal.lines.map(({product, quantity}) => (quantity === 1 ? product : `${product} × ${quantity}`)).join('; '),
    estimatedAmount: amount ? (amount.amountMinor / 10 ** digitsOf(amount.currency)).toFixed(digitsOf(amount.currency)) : '',
    currency: text(amount?.currency),
    competitors: deal.competitors.join('; '),
    answers: deal.answers.length > 0 ? JSON.stringify(Object.fromEntries(deal.answers.map(({key, value}) => [key, value]))) : '',
  };
}
