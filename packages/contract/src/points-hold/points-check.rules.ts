import type {PointsCheck, PointsFinding, SelfDealingSign} from './points-hold.schema.ts';

// What makes points wait for a person. Servers and mocks run it. No schema library here.

/** By what a company is recognised, in the one spelling in which they can be compared: keys of names, registrable domains, telephone numbers with their country. Empty where nothing is known. */
export interface CompanySigns {
  readonly names: readonly string[];
  readonly domains: readonly string[];
  /** Without those at which anybody has a mailbox. */
  readonly emailDomains: readonly string[];
  readonly phones: readonly string[];
  readonly taxIds: readonly string[];
  /** Names and e-mail addresses of its people: those who work there, or whom to contact. */
  readonly people: readonly string[];
}

/** An event with what its partner did around it. */
export interface CheckedEvent {
  readonly event: string;
  /** Name or domain of the customer, where there is one. */
  readonly customer: string | null;
  /** What is known of the customer beside that; `null` where it is nothing. */
  readonly customerSigns: CompanySigns | null;
  readonly partner: CompanySigns;
  /** Events of the same name within the minutes before, with this one. */
  readonly burst: number;
  /** Customers of the deals won within the days before, with this one. */
  readonly customers: readonly (string | null)[];
}

/** @returns Nothing for most events. */
export function findingsOf({burst, selfDealing, oneCustomer}: PointsCheck, {event, customer, customerSigns, partner, ...around}: CheckedEvent): PointsFinding[] {
  const findings: PointsFinding[] = [];
  if (burst && around.burst > burst.times) findings.push({kind: 'burst', count: around.burst, of: burst.times, customer: null});
  const signs = selfDealing ? signsOf(customer, customerSigns, partner) : [];
  if (signs.length > 0) findings.push({kind: 'self_dealing', count: 1, of: 1, customer, signs});
  if (oneCustomer && event === 'deal_won' && customer !== null && around.customers.length >= oneCustomer.minDeals) {
    const count = around.customers.filter(each => each !== null && plain(each) === plain(customer)).length;
    if (count * 100 >= oneCustomer.sharePercent * around.customers.length) findings.push({kind: 'one_customer', count, of: around.customers.length, customer});
  }
  return findings;
}

/** What a customer and the partner have in common. */
function signsOf(customer: string | null, known: CompanySigns | null, partner: CompanySigns): SelfDealingSign[] {
  const written = customer === null ? [] : [plain(customer)];
  // A deal is found by the domain of a mailbox as by that of a web site, whichever of the two somebody gave.
  const addresses = [...partner.domains, ...partner.emailDomains];
  const common: Readonly<Record<SelfDealingSign, boolean>> = {
    name: meet([...written, ...(known?.names ?? [])], partner.names),
    domain: meet([...written, ...(known?.domains ?? [])], partner.domains),
    email_domain: meet(known?.emailDomains ?? [], addresses) || meet([...written, ...(known?.domains ?? [])], partner.emailDomains),
    phone: meet(known?.phones ?? [], partner.phones),
    tax_id: meet(known?.taxIds ?? [], partner.taxIds),
    person: meet(known?.people ?? [], partner.people),
  };
  return (Object.keys(common) as SelfDealingSign[]).filter(sign => common[sign]);
}

function meet(some: readonly string[], others: readonly string[]): boolean {
  const plainOthers = new Set(others.map(plain));
  return some.some(each => plainOthers.has(plain(each)));
}

/** Names and addresses of web sites, as far as they say who it is. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/^https?:\/\//, '').replace(/^www\./, '').replace(/\/.*$/, '').replace(/\s+/g, ' ').trim();
}
