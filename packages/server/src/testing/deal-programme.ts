import {DealPolicy, type Api, type DealRegistration, type RouteInput} from '@portico/contract';
import type {TestClient} from './test-client.ts';
import type {TestServer} from './test-server.ts';
import type {NewTestPartnerOrg, TestSession, TestTenant} from './test-tenant.ts';

/** A partner organisation with somebody who leads its sales. */
export interface DealPartnerSession extends TestSession {
  readonly partnerOrgId: string;
}

/** A vendor with partners, ready for deals. */
export interface DealProgramme {
  readonly tenant: TestTenant;
  /** Of a channel admin. */
  readonly vendor: TestClient;
  readonly partners: readonly DealPartnerSession[];
  readonly levelId: string;
  newPartner(org?: NewTestPartnerOrg): Promise<DealPartnerSession>;
  /** A registration that can be submitted, of a customer of its own unless said. */
  draft(client: TestClient, changes?: RouteInput<Api['dealRegistrations']['create']>): Promise<DealRegistration>;
  submitted(client: TestClient, changes?: RouteInput<Api['dealRegistrations']['create']>): Promise<DealRegistration>;
  /** Submitted, reviewed and protected. */
  approved(client: TestClient, changes?: RouteInput<Api['dealRegistrations']['create']>): Promise<DealRegistration>;
  /** New sessions of the same people: sessions end when the clock jumps. */
  renew(session: TestSession): Promise<TestClient>;
}

export const dealProducts = ['Vision', 'Edge', 'Flow'] as const;

/** Sets up a programme with three products, one level and this many partners. */
export async function dealProgramme(server: TestServer, {partners: count = 2, policy = {}}: {readonly partners?: number; readonly policy?: Partial<DealPolicy>} = {}): Promise<DealProgramme> {
  const tenant = await server.newTenant();
  const levelId = '0193a0c0-0000-7000-8000-0000000000a1';
  const dealPolicy = DealPolicy.parse({...policy});
  await tenant.inScope(({db}) =>
    db
      .updateTable('program')
      .set({deal_policy: JSON.stringify(dealPolicy), products: JSON.stringify(dealProducts.map(name => ({name, aliases: []}))), levels: JSON.stringify([{id: levelId, name: 'Gold', rank: 1, weight: 1}])})
      .execute(),
  );
  const {client: vendor} = await tenant.vendorSession();
  let customers = 0;
  const partners: DealPartnerSession[] = [];

  const newPartner: DealProgramme['newPartner'] = async (org = {}) => {
    const partnerOrgId = await tenant.newPartnerOrg(org);
    await tenant.inScope(({db}) => db.updateTable('partnership').set({level_id: levelId}).where('partner_org_id', '=', partnerOrgId).execute());
    const session = await tenant.partnerSession({partnerOrgId, roles: ['sales_lead']});
    partners.push(session);
    return session;
  };
  const draft: DealProgramme['draft'] = (client, changes = {}) => {
    const number = ++customers;
    return client.dealRegistrations.create({
      name: `Deal ${number}`,
      lines: [{product: 'Vision', quantity: 1, unitPrice: {amountMinor: 1_000_000, currency: 'EUR'}}],
      contact: {lastName: 'Buyer', email: `buyer@customer-${number}.example`},
      estimatedAmount: {amountMinor: 1_000_000, currency: 'EUR'},
      expectedCloseOn: '2027-03-31',
      ...changes,
      customer: {name: `Customer ${number}`, website: `https://customer-${number}.example`, country: 'FI', ...changes.customer},
    });
  };
  const submitted: DealProgramme['submitted'] = async (client, changes) => {
    const {id, version} = await draft(client, changes);
    return (await client.dealRegistrations.submit({id, version})).registration;
  };
  const approved: DealProgramme['approved'] = async (client, changes) => {
    const {id, version} = await submitted(client, changes);
    const reviewer = (await tenant.vendorSession()).client.dealReviews;
    const taken = await reviewer.assign({id, version});
    await reviewer.approve({id, version: taken.version});
    return client.dealRegistrations.get({id});
  };
  const renew: DealProgramme['renew'] = async ({personId, partnerOrgId}) =>
    (await (partnerOrgId === null ? tenant.vendorSession({personId}) : tenant.partnerSession({partnerOrgId, personId}))).client;

  for (let index = 0; index < count; index++) await newPartner();
  return {tenant, vendor, partners, levelId, newPartner, draft, submitted, approved, renew};
}

/** The partner at a place, which the test knows to be there. */
export function dealPartnerAt({partners}: DealProgramme, index: number): DealPartnerSession {
  const partner = partners[index];
  if (!partner) throw new RangeError(`There is no partner ${index}.`);
  return partner;
}
