import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {api, PartnerRole, scopeOf, VendorRole, type Api, type Route} from '@portico/contract';
import {toRequest, type TestClient} from '../../packages/server/src/testing/test-client.ts';
import {startTestServer, type TestServer} from '../../packages/server/src/testing/test-server.ts';
import type {TestTenant} from '../../packages/server/src/testing/test-tenant.ts';
import {type ObjectIds, type RouteName, routeInputs} from './route-inputs.ts';

const missing = '0190a000-0000-7000-8000-000000000000';
const missingIds: ObjectIds = {
  leadId: missing, leadOfferId: missing, partnerOrgId: missing, personId: missing, routingRuleId: missing, leadImportId: missing, dealRegistrationId: missing, embedSessionId: missing,
  dealChangeId: missing, evidenceFileId: missing, conflictCaseId: missing, dealImportId: missing, accountId: missing,
};

interface NamedRoute {
  readonly name: RouteName;
  readonly resource: keyof Api;
  readonly route: Route;
}

const routes: NamedRoute[] = Object.entries(api).flatMap(([resource, table]) =>
  Object.entries(table as Record<string, Route>).map(([verb, route]) => ({name: `${resource}.${verb}` as RouteName, resource: resource as keyof Api, route})),
);

describe('who may do what', () => {
  let server: TestServer;
  let tenant: TestTenant;
  let own: ObjectIds;
  let ownPartner: Awaited<ReturnType<TestTenant['partnerSession']>>;
  let cells = 0;

  /** An offer accepted by a partner, a rule, an import, and a protected deal with all that belongs to one. */
  const furnish = async (of: TestTenant) => {
    const partner = await of.partnerSession();
    const vendor = await of.vendorSession();
    const {client} = vendor;
    const offerTo = async (name: string) => {
      const {lead} = await client.leads.create({company: {name, country: 'FI'}, route: false});
      const offered = await client.leads.offer({id: lead.id, version: lead.version, partnerOrgId: partner.partnerOrgId, override: true});
      assert.ok(offered.offer);
      return {leadId: lead.id, offer: offered.offer};
    };
    const first = await offerTo('Buyer One');
    await partner.client.leadOffers.accept({id: first.offer.id, version: first.offer.version});
    const rule = await client.routingRules.create({name: 'All', position: 1, method: 'round_robin'});
    const run = await client.leadImports.create({csv: 'Company\nBuyer Three\n', mapping: {columns: [{column: 'Company', field: 'company.name'}]}});
    const ids: ObjectIds = {
      leadId: first.leadId,
      leadOfferId: first.offer.id,
      partnerOrgId: partner.partnerOrgId,
      personId: partner.personId,
      routingRuleId: rule.id,
      leadImportId: run.id,
      embedSessionId: partner.sessionId,
      ...(await furnishDeal(of, partner.client, client)),
    };
    return {ids, partner, vendor};
  };

  /** A protected deal with evidence, a request to extend it and a conflict case with another partner's, an account and an import. */
  const furnishDeal = async (of: TestTenant, partner: TestClient, vendor: TestClient) => {
    const customer = {name: 'Contested Oy', website: 'https://contested.example', country: 'FI'};
    const contact = {lastName: 'Buyer', email: 'buyer@contested.example'};
    const draft = await partner.dealRegistrations.create({name: 'A deal', customer, contact, expectedCloseOn: '2027-03-31', estimatedAmount: {amountMinor: 100, currency: 'EUR'}});
    const file = await partner.evidenceFiles.create({dealRegistrationId: draft.id, fileName: 'a.csv', mediaType: 'text/csv', sizeBytes: 4});
    await partner.evidenceFiles.putPart({id: file.id, index: 0, base64: 'YSxiCg=='});
    await partner.evidenceFiles.complete({id: file.id});
    const submit = async (client: TestClient, id: string) => (await client.dealRegistrations.submit({id, version: (await client.dealRegistrations.get({id})).version})).registration;
    const {id, version} = await submit(partner, draft.id);
    const taken = await vendor.dealReviews.assign({id, version});
    const {protectedUntil} = await vendor.dealReviews.approve({id, version: taken.version});
    const protectedUntilOn = new Date(Date.parse(protectedUntil ?? '') + 10 * 86_400_000).toISOString().slice(0, 10);
    const change = await partner.dealChanges.extend({dealRegistrationId: id, note: 'Two visits', protectedUntilOn});
    const rival = (await of.partnerSession()).client;
    const theirs = await rival.dealRegistrations.create({name: 'Another deal', customer, contact, expectedCloseOn: '2027-03-31', estimatedAmount: {amountMinor: 100, currency: 'EUR'}});
    const opened = await vendor.conflictCases.create({firstId: id, secondId: (await submit(rival, theirs.id)).id, comment: 'Which of them?'});
    await vendor.accounts.upsert({accounts: [{externalId: 'acme', name: 'Acme'}]});
    const [account] = (await vendor.accounts.list({})).items;
    const run = await vendor.dealImports.create({csv: 'Company\nBuyer Four\n', mapping: {columns: [{column: 'Company', field: 'customer.name'}]}});
    return {dealRegistrationId: id, dealChangeId: change.id, evidenceFileId: file.id, conflictCaseId: opened.id, dealImportId: run.id, accountId: account!.id};
  };

  const ask = async ({name, route}: NamedRoute, token: string | null, ids: ObjectIds) => {
    const {path, init} = toRequest(route, routeInputs[name](ids), token);
    const answer = await server.send(path, init);
    cells++;
    const text = await answer.text();
    return {status: answer.status, body: text, code: answer.status >= 400 ? (JSON.parse(text) as {code: string}).code : null};
  };

  /** What may differ between two answers: the request's own id. */
  const withoutRequestId = (body: string) => body.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id');

  before(async () => {
    server = await startTestServer();
    tenant = await server.newTenant({autoReoffer: false});
    ({ids: own, partner: ownPartner} = await furnish(tenant));
  });
  after(async () => {
    console.log(`  ${cells} cells`);
    await server.close();
  });

  it('has a row for every route', () => {
    assert.deepEqual(routes.map(({name}) => name).sort(), Object.keys(routeInputs).sort());
  });

  it('lets nobody in without a session, with a broken, a foreign-signed, a revoked or an ended one', async () => {
    const revoked = await tenant.partnerSession();
    await tenant.client.embedSessions.delete({id: revoked.sessionId});
    server.clock.advance({seconds: 6});
    const [head, payload] = ownPartner.token.split('.') as [string, string];
    const tokens: [string, string | null][] = [
      ['none', null],
      ['garbage', 'garbage'],
      ['a secret key that is not', `portico_sk_live_${'0'.repeat(16)}_${'A'.repeat(43)}_00000000`],
      ['another signature', `${head}.${payload}.${'A'.repeat(86)}`],
      ['revoked', revoked.token],
    ];
    for (const each of routes) {
      if (each.route.callers.includes('public')) continue;
      for (const [what, token] of tokens) assert.equal((await ask(each, token, own)).status, 401, `${each.name} with ${what}`);
    }
  });

  it('refuses every caller that a route does not name, before it looks at anything else', async () => {
    const vendor = await tenant.vendorSession();
    const partner = await tenant.partnerSession();
    for (const each of routes) {
      const callers: [string, string][] = [['key', tenant.secretKey], ['vendor', vendor.token], ['partner', partner.token]];
      for (const [caller, token] of callers) {
        if ((each.route.callers as readonly string[]).includes(caller)) continue;
        const {status, code} = await ask(each, token, own);
        assert.equal(status, 403, `${each.name} as ${caller} answered ${status} ${code}`);
      }
    }
  });

  it('answers a foreign object byte for byte like one that does not exist', async () => {
    const stranger = await server.newTenant();
    const {partner: foreignPartner, vendor: foreignVendor} = await furnish(stranger);
    const sibling = await tenant.partnerSession();
    for (const each of routes) {
      if (!each.route.path.includes('{')) continue;
      const subjects: [string, string, string][] = [
        ['key of another tenant', 'key', stranger.secretKey],
        ['vendor of another tenant', 'vendor', foreignVendor.token],
        ['partner of another tenant', 'partner', foreignPartner.token],
        ['sibling partner', 'partner', sibling.token],
      ];
      for (const [what, caller, token] of subjects) {
        if (!(each.route.callers as readonly string[]).includes(caller)) continue;
        const foreign = await ask(each, token, own);
        const nothing = await ask(each, token, missingIds);
        assert.equal(foreign.status, 404, `${each.name} as ${what} answered ${foreign.status} ${foreign.code}`);
        assert.equal(withoutRequestId(foreign.body), withoutRequestId(nothing.body), `${each.name} as ${what}`);
      }
    }
  });

  it('lists nothing of others', async () => {
    const stranger = await server.newTenant();
    const {partner: foreignPartner, vendor: foreignVendor} = await furnish(stranger);
    const sibling = await tenant.partnerSession();
    const ids = Object.values(own);
    for (const each of routes) {
      if (each.route.method !== 'GET' || each.route.path.includes('{')) continue;
      for (const token of [stranger.secretKey, foreignVendor.token, foreignPartner.token, sibling.token]) {
        const {status, body} = await ask(each, token, own);
        if (status >= 400) continue;
        for (const id of ids) assert.equal(body.includes(id), false, `${each.name} shows ${id}`);
      }
    }
  });

  it('gives every role an answer that is no error of ours, and a write to those only who have the scope', async () => {
    for (const role of [...VendorRole.options, ...PartnerRole.options]) {
      const isVendor = (VendorRole.options as readonly string[]).includes(role);
      const session = isVendor ? await tenant.vendorSession({roles: [role]}) : await tenant.partnerSession({roles: [role]});
      const {scopes} = await session.client.me.get({});
      for (const each of routes) {
        const {status, code} = await ask(each, session.token, missingIds);
        assert.ok(status < 500, `${each.name} as ${role} answered ${status}`);
        const scope = scopeOf(each.resource, each.route);
        const isNamed = (each.route.callers as readonly string[]).includes(isVendor ? 'vendor' : 'partner');
        if (isNamed && scope && !scopes.includes(scope)) assert.equal(status, 403, `${each.name} as ${role} without ${scope} answered ${status} ${code}`);
      }
    }
  });
});
