import type {Api, Lead, LeadPolicy, RouteInput} from '@portico/contract';
import type {TestClient} from './test-client.ts';
import type {TestServer} from './test-server.ts';
import type {NewTestPartnerOrg, TestSession, TestTenant} from './test-tenant.ts';

/** A partner organisation with somebody who leads its sales. */
export interface TestPartner {
  readonly id: string;
  readonly name: string;
  readonly session: TestSession;
  readonly client: TestClient;
  /** A session of a colleague who sees own and unassigned offers only. */
  rep(name?: string): Promise<TestSession>;
}

/** A vendor with channel staff and partners, ready for leads. */
export interface LeadProgramme {
  readonly tenant: TestTenant;
  readonly vendor: TestClient;
  readonly partners: readonly TestPartner[];
  newPartner(org?: NewTestPartnerOrg): Promise<TestPartner>;
  /** Sends a lead of a customer of its own. */
  newLead(changes?: RouteInput<Api['leads']['create']>): Promise<Lead>;
  /** Sends a lead that is offered to this partner by hand. */
  offered(partner: TestPartner, changes?: RouteInput<Api['leads']['create']>): Promise<{lead: Lead; offerId: string}>;
  /** The same, accepted. */
  accepted(partner: TestPartner, changes?: RouteInput<Api['leads']['create']>): Promise<{leadId: string; offerId: string; version: number}>;
}

export const testConsent = {purposes: ['sales'], textVersion: '2026-01', at: '2026-11-20T08:00:00.000Z', source: 'web form'};

/** Sets up a programme with this many partners, which share what comes by round robin. */
export async function leadProgramme(server: TestServer, {partners: count = 2, policy = {}, route = true}: {readonly partners?: number; readonly policy?: Partial<LeadPolicy>; readonly route?: boolean} = {}): Promise<LeadProgramme> {
  const tenant = await server.newTenant(policy);
  const {client: vendor} = await tenant.vendorSession();
  let customers = 0;

  const newPartner = async (org: NewTestPartnerOrg = {}): Promise<TestPartner> => {
    const name = org.name ?? `Partner ${String.fromCharCode(65 + partners.length)}`;
    const id = await tenant.newPartnerOrg({...org, name});
    const session = await tenant.partnerSession({partnerOrgId: id, roles: ['sales_lead']});
    const rep = async (personName = 'Rep'): Promise<TestSession> => tenant.partnerSession({partnerOrgId: id, personId: await tenant.newPerson({name: personName, partnerOrgId: id, roles: ['sales_rep']})});
    const partner = {id, name, session, client: session.client, rep};
    partners.push(partner);
    return partner;
  };
  const newLead: LeadProgramme['newLead'] = async (changes = {}) => {
    const number = ++customers;
    const company = {name: `Customer ${number}`, website: `https://www.customer-${number}.example`, industry: 'Food', country: 'FI', ...changes.company};
    const {lead} = await vendor.leads.create({score: 50, consent: testConsent, ...changes, company});
    return lead;
  };
  const offered: LeadProgramme['offered'] = async (partner, changes = {}) => {
    const {id, version} = await newLead({...changes, route: false});
    const lead = await vendor.leads.offer({id, version, partnerOrgId: partner.id});
    return {lead, offerId: lead.offer?.id ?? ''};
  };
  const accepted: LeadProgramme['accepted'] = async (partner, changes = {}) => {
    const {lead, offerId} = await offered(partner, changes);
    const {version} = await partner.client.leadOffers.accept({id: offerId, version: lead.offer?.version ?? 1});
    return {leadId: lead.id, offerId, version};
  };

  const partners: TestPartner[] = [];
  for (let index = 0; index < count; index++) await newPartner();
  if (route) await vendor.routingRules.create({name: 'Everybody in turn', position: 1, method: 'round_robin'});
  return {tenant, vendor, partners, newPartner, newLead, offered, accepted};
}

/** The partner at a place, which the test knows to be there. */
export function partnerAt({partners}: LeadProgramme, index: number): TestPartner {
  const partner = partners[index];
  if (!partner) throw new RangeError(`There is no partner ${index}.`);
  return partner;
}

/** The code of the problem that a call is refused with, or `null` when it is not. */
export async function refusalOf(call: Promise<unknown>): Promise<string | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof Error && 'problem' in error) return (error.problem as {code: string}).code;
    throw error;
  }
}

/** What all of these calls are refused with: one code when it is the same. */
export async function refusalsOf(...calls: Promise<unknown>[]): Promise<(string | null)[]> {
  return [...new Set(await Promise.all(calls.map(refusalOf)))];
}
