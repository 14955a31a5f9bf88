import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {api, PartnerRole, scopeOf, VendorRole, type Api, type Route} from '@portico/contract';
import {toRequest} from '../../packages/server/src/testing/test-client.ts';
import {startTestServer, type TestServer} from '../../packages/server/src/testing/test-server.ts';
import type {TestTenant} from '../../packages/server/src/testing/test-tenant.ts';
import {furnish} from './furnish.ts';
import type {ObjectIds} from './object-ids.ts';
import {type RouteName, routeInputs} from './route-inputs.ts';

const missing = '0190a000-0000-7000-8000-000000000000';
const missingIds: ObjectIds = {
  leadId: missing, leadOfferId: missing, partnerOrgId: missing, personId: missing, routingRuleId: missing, leadImportId: missing, dealRegistrationId: missing, embedSessionId: missing,
  dealChangeId: missing, evidenceFileId: missing, conflictCaseId: missing, dealImportId: missing, dealExportId: missing, accountId: missing,
  partnerEventId: missing, pointsRuleId: missing, levelChangeId: missing, boardId: missing, boardResultId: missing, pointsHoldId: missing, boardDisputeId: missing,
  challengeId: missing, challengeEntryId: missing, badgeId: missing, badgeAwardId: missing, rewardId: missing, redemptionId: missing,
  storedFileId: missing, assetId: missing, assetVersionId: missing, assetFolderId: missing, shareLinkId: missing, printOrderId: missing, collateralEmbedId: missing,
  cobrandTemplateId: missing, cobrandId: missing,
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
      // What anybody may call does not look at who calls.
      if (each.route.callers.includes('public')) continue;
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
    const manager = await tenant.vendorSession({roles: ['channel_manager']});
    const ofDeals: readonly string[] = ['dealRegistrations', 'dealReviews', 'dealChanges', 'dealActivities', 'evidenceFiles', 'receipts', 'conflictCases'];
    for (const each of routes) {
      if (!each.route.path.includes('{')) continue;
      const subjects: (readonly [string, string, string])[] = [
        ['key of another tenant', 'key', stranger.secretKey],
        ['vendor of another tenant', 'vendor', foreignVendor.token],
        ['partner of another tenant', 'partner', foreignPartner.token],
        ['sibling partner', 'partner', sibling.token],
        // Who sees leads nobody has yet, and every partner, sees deals of own partners only.
        ...(ofDeals.includes(each.resource) ? ([['manager of other partners', 'vendor', manager.token]] as const) : []),
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
