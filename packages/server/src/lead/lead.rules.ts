import type {Consent, LeadCompany, LeadContact, LeadDetails, LeadPolicy, LeadStatus, LeadTeaser, Money, ProblemCode, ValueBand} from '@portico/contract';

const ended: readonly LeadStatus[] = ['converted', 'closed_won', 'closed_lost'];
const withPartner: readonly LeadStatus[] = ['offered', 'accepted', 'working'];
const routable: readonly LeadStatus[] = ['new', 'enriching', 'routable', 'unroutable', 'recycled'];
const recyclable: readonly LeadStatus[] = ['closed_lost', 'quarantined', 'unroutable'];

/** What the vendor may want to do with a lead. */
export type LeadAct = 'update' | 'offer' | 'route' | 'quarantine' | 'recycle' | 'close';

/**
 * Why an act is refused in a lead's status, or `null`.
 *
 * @param status - Of the lead.
 */
export function leadProblemOf(act: LeadAct, status: LeadStatus): ProblemCode | null {
  if (act === 'update') return ended.includes(status) ? 'lead_read_only' : null;
  if (withPartner.includes(status)) return 'lead_already_offered';
  if (act === 'recycle') return recyclable.includes(status) ? null : 'lead_not_routable';
  if (act === 'offer' || act === 'route') return routable.includes(status) ? null : 'lead_not_routable';
  return ended.includes(status) ? 'lead_read_only' : null;
}

export function hasEnded(status: LeadStatus): boolean {
  return ended.includes(status);
}

/** Whether data that names a person would be shared without that person's consent. */
export function lacksConsent(policy: LeadPolicy, lead: {readonly contact: LeadContact; readonly consent: Consent | null}): boolean {
  const {firstName, lastName, email, phone} = lead.contact;
  return policy.consentRequired && lead.consent === null && [firstName, lastName, email, phone].some(value => value !== null);
}

/** A title that names the lead without naming the customer. */
export function titleOf({industry, region, country}: LeadCompany): string {
  return [industry, region, country].filter(Boolean).join(' · ').slice(0, 200) || 'Lead';
}

/** The part of a lead that may be seen before acceptance. */
export function teaserOf(lead: Omit<LeadTeaser, 'companyName'> & {readonly companyName: string | null; readonly estimatedValue: Money | null}, fields: LeadPolicy['teaserFields']): LeadTeaser {
  const shown = new Set(fields);
  return {
    title: shown.has('title') ? lead.title : null,
    industry: shown.has('industry') ? lead.industry : null,
    country: shown.has('country') ? lead.country : null,
    region: shown.has('region') ? lead.region : null,
    products: shown.has('products') ? lead.products : [],
    valueBand: shown.has('valueBand') ? (lead.valueBand ?? (lead.estimatedValue && bandOf(lead.estimatedValue))) : null,
    timeline: shown.has('timeline') ? lead.timeline : null,
    score: shown.has('score') ? lead.score : null,
    priority: lead.priority,
    need: shown.has('need') ? lead.need : null,
    companyName: shown.has('companyName') ? lead.companyName : null,
    receivedAt: lead.receivedAt,
  };
}

/** The usual band around an amount: 1 to 2.5, 2.5 to 5 or 5 to 10 of its power of ten. */
export function bandOf({amountMinor, currency}: Money): ValueBand {
  if (amountMinor === 0) return {minMinor: 0, maxMinor: 0, currency};
  const power = 10 ** (String(amountMinor).length - 1);
  const steps = [power, 2.5 * power, 5 * power, 10 * power].map(step => Math.ceil(step));
  const above = steps.findIndex(step => step > amountMinor);
  const [minMinor = 0, maxMinor = amountMinor] = steps.slice(above - 1, above + 1);
  return {minMinor, maxMinor: Math.min(maxMinor, Number.MAX_SAFE_INTEGER), currency};
}

type Correction<T> = {readonly [K in keyof T]?: T[K] | undefined};

/** A lead's details after a correction; what the correction leaves out stays. */
export function corrected(details: LeadDetails, changes: Correction<Omit<LeadDetails, 'company' | 'contact'>> & {readonly company?: Correction<LeadCompany> | undefined; readonly contact?: Correction<LeadContact> | undefined}): LeadDetails {
  const {company, contact, ...flat} = changes;
  return {...details, ...given(flat), company: {...details.company, ...given(company ?? {})}, contact: {...details.contact, ...given(contact ?? {})}};
}

function given<T extends object>(changes: T): {[K in keyof T]?: Exclude<T[K], undefined>} {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {[K in keyof T]?: Exclude<T[K], undefined>};
}
