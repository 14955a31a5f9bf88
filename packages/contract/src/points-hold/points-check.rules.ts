import type {PointsCheck, PointsFinding} from './points-hold.schema.ts';

// What makes points wait for a person. Servers and mocks run it. No schema library here.

/** An event with what its partner did around it. */
export interface CheckedEvent {
  readonly event: string;
  /** Name or domain of the customer, where there is one. */
  readonly customer: string | null;
  readonly partner: {readonly name: string; readonly website: string | null};
  /** Events of the same name within the minutes before, with this one. */
  readonly burst: number;
  /** Customers of the deals won within the days before, with this one. */
  readonly customers: readonly (string | null)[];
}

/** @returns Nothing for most events. */
export function findingsOf({burst, selfDealing, oneCustomer}: PointsCheck, {event, customer, partner, ...around}: CheckedEvent): PointsFinding[] {
  const findings: PointsFinding[] = [];
  if (burst && around.burst > burst.times) findings.push({kind: 'burst', count: around.burst, of: burst.times, customer: null});
  if (selfDealing && customer !== null && isPartner(customer, partner)) findings.push({kind: 'self_dealing', count: 1, of: 1, customer});
  if (oneCustomer && event === 'deal_won' && customer !== null && around.customers.length >= oneCustomer.minDeals) {
    const count = around.customers.filter(each => each !== null && plain(each) === plain(customer)).length;
    if (count * 100 >= oneCustomer.sharePercent * around.customers.length) findings.push({kind: 'one_customer', count, of: around.customers.length, customer});
  }
  return findings;
}

function isPartner(customer: string, {name, website}: CheckedEvent['partner']): boolean {
  return plain(customer) === plain(name) || (website !== null && plain(customer) === plain(website));
}

/** Names and addresses of web sites, as far as they say who it is. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/^https?:\/\//, '').replace(/^www\./, '').replace(/\/.*$/, '').trim();
}
