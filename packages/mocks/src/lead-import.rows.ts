import {LeadCompany, LeadContact, type LeadImportField, type LeadImportMapping, type NewLead} from '@portico/contract';
import type {RowImporter} from './csv-importer.ts';
import {moveOffer, offerLead} from './lead-flow.ts';
import {addLead} from './lead.mocks.ts';
import type {LeadRow, Store} from './store.ts';

type ImportValues = Partial<Record<LeadImportField, string>>;

/** Words in a header that give a field away; longer ones first. */
const headerWords: readonly [string, LeadImportField][] = [
  ['externalid', 'externalId'], ['opportunityid', 'externalId'], ['firstname', 'contact.firstName'], ['lastname', 'contact.lastName'], ['jobtitle', 'contact.jobTitle'], ['postalcode', 'company.postalCode'],
  ['salesagent', 'assignee'], ['dealstage', 'stage'], ['closevalue', 'estimatedValue'], ['closedate', 'endedAt'], ['engagedate', 'acceptedAt'],
  ['company', 'company.name'], ['account', 'company.name'], ['website', 'company.website'], ['industry', 'company.industry'], ['sector', 'company.industry'], ['country', 'company.country'], ['region', 'company.region'],
  ['city', 'company.city'], ['street', 'company.street'], ['email', 'contact.email'], ['mail', 'contact.email'], ['phone', 'contact.phone'], ['contact', 'contact.name'], ['product', 'products'], ['need', 'need'],
  ['timeline', 'timeline'], ['value', 'estimatedValue'], ['amount', 'estimatedValue'], ['currency', 'currency'], ['score', 'score'], ['priority', 'priority'], ['tags', 'tags'], ['partner', 'partnerOrg'],
  ['manager', 'partnerOrg'], ['assignee', 'assignee'], ['stage', 'stage'], ['title', 'title'], ['source', 'source'], ['campaign', 'campaign'], ['id', 'externalId'],
];

/** What an import of leads knows about its rows. */
export const leadRows: RowImporter<LeadImportField> = {
  kind: 'leadImport',
  resource: 'lead_import',
  missing: 'lead_import_not_found',
  imports: store => store.data.imports,
  suggest: suggestField,
  faultOf,
  check: (_store, values) =>
    values['company.name'] === undefined && values['contact.email'] === undefined && values.title === undefined ? [{code: 'required', message: 'A row needs a company, an e-mail address or a title.', severity: 'error'}] : [],
  has: isThere,
  write: importRow,
};

/** The field that a column probably holds, by its header. */
function suggestField(header: string): LeadImportField | null {
  const word = header.toLowerCase().replace(/[^a-z]/g, '');
  return headerWords.find(([part]) => (part === 'id' ? word === part : word.includes(part)))?.[1] ?? null;
}

/** Brings one row in: as a lead to be routed, or with the partner and at the stage that it names. */
function importRow(store: Store, values: ImportValues, mapping: LeadImportMapping): 'created' | 'unchanged' | 'failed' {
  if (isThere(store, values)) return 'unchanged';
  const org = store.data.partnerOrgs.values().find(({name, externalId}) => values.partnerOrg !== undefined && (name === values.partnerOrg || externalId === values.partnerOrg));
  const stage = values.stage ?? 'new';
  const lead = addLead(store, {...toNewLead(store, values, mapping), route: !org || stage === 'new'});
  const row = store.data.leads.get(lead.id);
  if (org && row && stage !== 'new') bringTo(store, row, org.id, stage);
  return 'created';
}

function isThere(store: Store, {externalId}: ImportValues): boolean {
  return externalId !== undefined && store.data.leads.values().some(lead => lead.externalId === externalId);
}

function bringTo(store: Store, lead: LeadRow, partnerOrgId: string, stage: string): void {
  let offer = offerLead(store, lead, partnerOrgId, null, {decision: {method: 'named_partner'}});
  if (stage === 'offered') return;
  offer = moveOffer(store, offer, 'accept', null);
  offer = moveOffer(store, offer, 'contact', null);
  if (stage === 'closed_won') moveOffer(store, offer, 'close_won', null);
  if (stage === 'closed_lost') moveOffer(store, offer, 'close_lost', null, {endReason: 'other'});
}

function faultOf(field: LeadImportField, value: string): string | undefined {
  if (field === 'contact.email' && !LeadContact.shape.email.safeParse(value).success) return 'Not an e-mail address.';
  if (field === 'company.country' && !LeadCompany.shape.country.safeParse(value).success) return 'Use two letters, such as FI.';
  if (field === 'stage' && !['new', 'offered', 'working', 'closed_won', 'closed_lost'].includes(value)) return `Not a stage: ${value}. Map it to offered, working, closed_won or closed_lost.`;
  if ((field === 'score' || field === 'estimatedValue') && !/^\d+([.,]\d+)?$/.test(value)) return 'Not a number.';
  return undefined;
}

function toNewLead(store: Store, values: ImportValues, mapping: LeadImportMapping): NewLead {
  const inside = (part: 'company' | 'contact') =>
    Object.fromEntries(Object.entries(values).flatMap(([field, value]) => (field.startsWith(`${part}.`) && field !== 'contact.name' ? [[field.slice(part.length + 1), value]] : [])));
  const [firstName, ...lastName] = values['contact.name']?.split(' ') ?? [];
  const name = firstName ? {firstName, lastName: lastName.join(' ') || null} : {};
  const currency = values.currency ?? mapping.currency;
  return {
    externalId: values.externalId,
    title: values.title,
    source: 'import',
    campaign: values.campaign,
    company: LeadCompany.parse(inside('company')),
    contact: LeadContact.parse({...name, ...inside('contact')}),
    consent: {purposes: ['share_with_partner'], textVersion: values.consentText ?? 'imported', at: store.now(), source: 'import'},
    products: values.products?.split(/\s*[;|]\s*/) ?? [],
    need: values.need,
    timeline: values.timeline,
    estimatedValue: values.estimatedValue !== undefined && currency ? {amountMinor: Math.round(Number(values.estimatedValue.replace(',', '.')) * 100), currency} : undefined,
    score: values.score === undefined ? undefined : Math.min(100, Math.round(Number(values.score))),
    priority: 'normal',
    tags: [],
    enriching: false,
    route: true,
  };
}
