import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {leadProgramme, refusalOf, type LeadProgramme, type TestPartner} from '../testing/lead-programme.ts';
import {EventReader} from '../testing/read-events.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestSession} from '../testing/test-tenant.ts';

const nobody = '0190a000-0000-7000-8000-000000000000';

/** Two channel managers with a partner each, and the leads that make the difference. */
interface Stage {
  readonly programme: LeadProgramme;
  readonly mia: TestSession;
  readonly noah: TestSession;
  readonly own: TestPartner;
  readonly other: TestPartner;
  readonly ownLead: {leadId: string; offerId: string; version: number};
  readonly otherLead: {leadId: string; offerId: string; version: number};
  readonly unplacedId: string;
}

for (const database of resourceDatabaseKinds) {
  describe(`channel managers on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    async function stage(): Promise<Stage> {
      const programme = await leadProgramme(server, {partners: 0, route: false, policy: {autoReoffer: false}});
      const mia = await programme.tenant.vendorSession({roles: ['channel_manager']});
      const noah = await programme.tenant.vendorSession({roles: ['channel_manager']});
      const own = await programme.newPartner({name: 'Own partner', partnership: {managerId: mia.personId}});
      const other = await programme.newPartner({name: 'Other partner', partnership: {managerId: noah.personId}});
      const ownLead = await programme.accepted(own, {title: 'Zebra crossing'});
      const otherLead = await programme.accepted(other, {title: 'Zebra stable'});
      const {id: unplacedId} = await programme.newLead({title: 'Zebra unplaced', route: false});
      return {programme, mia, noah, own, other, ownLead, otherLead, unplacedId};
    }
    const idsOf = ({items}: {items: readonly {id: string}[]}) => items.map(({id}) => id).sort();

    it('list, find and count what their partners have and what no partner has had yet; admins see all', async () => {
      const {programme, mia, noah, own, other, ownLead, otherLead, unplacedId} = await stage();
      const seen = async ({client}: {client: TestSession['client']}) => ({
        list: idsOf(await client.leads.list({})),
        found: idsOf(await client.leads.list({q: 'zebra'})),
        byDeadline: idsOf(await client.leads.list({sort: 'deadline'})),
        counted: (await client.leads.counts({})).byStatus,
        countedByWord: (await client.leads.counts({q: 'zebra'})).byStatus,
        ofOther: idsOf(await client.leads.list({partnerOrgId: other.id})),
      });
      const all = [ownLead.leadId, otherLead.leadId, unplacedId].sort();
      const admin = await seen({client: programme.vendor});
      assert.deepEqual(admin, {list: all, found: all, byDeadline: all, counted: {accepted: 2, new: 1}, countedByWord: {accepted: 2, new: 1}, ofOther: [otherLead.leadId]});
      assert.deepEqual(await seen({client: programme.tenant.client}), admin);
      const both = await programme.tenant.vendorSession({roles: ['channel_manager', 'marketing']});
      assert.deepEqual(await seen(both), admin);
      const part = [ownLead.leadId, unplacedId].sort();
      const counted = {accepted: 1, new: 1};
      assert.deepEqual(await seen(mia), {list: part, found: part, byDeadline: part, counted, countedByWord: counted, ofOther: []});
      const rest = [otherLead.leadId, unplacedId].sort();
      assert.deepEqual(await seen(noah), {list: rest, found: rest, byDeadline: rest, counted, countedByWord: counted, ofOther: [otherLead.leadId]});
      assert.equal((await mia.client.leads.get({id: ownLead.leadId})).offer?.partnerOrg.id, own.id);
      assert.equal((await mia.client.leadOffers.get({id: ownLead.offerId})).id, ownLead.offerId);
      assert.ok((await mia.client.activities.listForLead({leadId: ownLead.leadId})).items.length > 0);
    });

    it('get the same answer for a colleague’s lead as for none, byte for byte, whatever they ask', async () => {
      const {mia, own, otherLead} = await stage();
      const lead = (id: string, verb: string, body: object = {}) => ({path: `/v1/leads/${id}/${verb}`, method: 'POST', body, version: true});
      const asks = (leadId: string, offerId: string) => [
        {path: `/v1/leads/${leadId}`, method: 'GET'},
        {path: `/v1/leads/${leadId}/offers`, method: 'GET'},
        {path: `/v1/leads/${leadId}/activities`, method: 'GET'},
        {path: `/v1/leads/${leadId}/routing-decisions`, method: 'GET'},
        {path: `/v1/leads/${leadId}/activities`, method: 'POST', body: {kind: 'note', body: 'Hello'}},
        {path: `/v1/leads/${leadId}`, method: 'PATCH', body: {title: 'Mine'}, version: true},
        lead(leadId, 'offer', {partnerOrgId: own.id}),
        lead(leadId, 'route'),
        lead(leadId, 'quarantine'),
        lead(leadId, 'recycle'),
        lead(leadId, 'close', {reason: 'other'}),
        {path: `/v1/lead-offers/${offerId}`, method: 'GET'},
        {path: `/v1/lead-offers/${offerId}/activities`, method: 'GET'},
        {path: `/v1/lead-offers/${offerId}/withdraw`, method: 'POST', body: {reason: 'other'}, version: true},
      ];
      let keys = 0;
      const answer = async ({path, method, body, version}: {path: string; method: string; body?: object; version?: boolean}) => {
        const headers = {
          Authorization: `Bearer ${mia.token}`,
          ...(method === 'GET' ? {} : {'Content-Type': 'application/json', 'Idempotency-Key': `managers-test-${database}-${++keys}`.padEnd(24, '-')}),
          ...(version ? {'If-Match': '"1"'} : {}),
        };
        const response = await server.send(path, {method, headers, ...(body ? {body: JSON.stringify(body)} : {})});
        return {status: response.status, body: (await response.text()).replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')};
      };
      const missing = asks(nobody, nobody);
      for (const [index, ask] of asks(otherLead.leadId, otherLead.offerId).entries()) {
        const foreign = await answer(ask);
        assert.equal(foreign.status, 404, `${ask.method} ${ask.path} answered ${foreign.status} ${foreign.body}`);
        assert.deepEqual(foreign, await answer(missing[index]!), `${ask.method} ${ask.path}`);
      }
    });

    it('hear of what they may see, and of nothing else', async () => {
      const {programme, mia, own, other, ownLead, otherLead} = await stage();
      const listen = async (token: string) => {
        const answer = await server.send('/v1/events', {headers: {Authorization: `Bearer ${token}`}});
        assert.ok(answer.body);
        const reader = new EventReader(answer.body);
        await reader.next();
        return reader;
      };
      const [manager, admin] = await Promise.all([listen(mia.token), listen(programme.tenant.secretKey)]);
      await other.client.activities.create({leadOfferId: otherLead.offerId, kind: 'call', body: 'Hello.'});
      await other.client.leadOffers.reassign({id: otherLead.offerId, version: (await other.client.leadOffers.get({id: otherLead.offerId})).version, assigneeId: null});
      await own.client.activities.create({leadOfferId: ownLead.offerId, kind: 'call', body: 'Hello.'});
      const {lead: last} = await programme.vendor.leads.create({title: 'The last one', company: {name: 'Last'}, route: false});
      const heard = async (reader: EventReader) => {
        const events = await reader.until(({data}) => data.includes(last.id));
        reader.cut();
        return events.map(({data}) => (JSON.parse(data) as {resource: string; resourceId: string}));
      };
      const byManager = await heard(manager);
      const byAdmin = await heard(admin);
      const of = (events: {resourceId: string}[], id: string) => events.some(({resourceId}) => resourceId === id);
      assert.ok(of(byAdmin, otherLead.leadId) && of(byAdmin, otherLead.offerId));
      assert.ok(of(byManager, ownLead.leadId) && of(byManager, ownLead.offerId) && of(byManager, last.id));
      assert.deepEqual([of(byManager, otherLead.leadId), of(byManager, otherLead.offerId)], [false, false]);
      assert.equal(byManager.filter(({resource}) => resource === 'activity').length, 1);
      assert.equal(byAdmin.filter(({resource}) => resource === 'activity').length, 2);
    });

    it('place leads with their own partners only, and read on what their partner once had', async () => {
      const {programme, mia, noah, own, other, ownLead, unplacedId} = await stage();
      const {version} = await mia.client.leads.get({id: unplacedId});
      assert.equal(await refusalOf(mia.client.leads.offer({id: unplacedId, version, partnerOrgId: other.id})), 'forbidden');
      const placed = await mia.client.leads.offer({id: unplacedId, version, partnerOrgId: own.id});
      assert.equal(placed.offer?.partnerOrg.id, own.id);
      assert.equal(await refusalOf(noah.client.leads.get({id: unplacedId})), 'lead_not_found');

      const returned = await own.client.leadOffers.return({id: ownLead.offerId, version: ownLead.version, reason: 'no_capacity'});
      assert.equal(returned.status, 'returned');
      assert.equal((await mia.client.leads.get({id: ownLead.leadId})).owner?.id, mia.personId);
      const back = await programme.vendor.leads.get({id: ownLead.leadId});
      const moved = await programme.vendor.leads.offer({id: back.id, version: back.version, partnerOrgId: other.id, override: true});
      const read = await mia.client.leads.get({id: back.id});
      assert.equal(read.offer, null);
      assert.deepEqual((await mia.client.leads.offers({id: back.id})).items.map(({partnerOrg}) => partnerOrg.id), [own.id]);
      assert.equal((await noah.client.leads.get({id: back.id})).offer?.partnerOrg.id, other.id);
      assert.equal(await refusalOf(mia.client.leads.update({id: back.id, version: moved.version, title: 'Mine'})), 'forbidden');
    });

    it('cannot make themselves see more', async () => {
      const {programme, mia, other, otherLead} = await stage();
      const org = await mia.client.partnerOrgs.get({id: other.id});
      assert.equal(await refusalOf(mia.client.partnerOrgs.update({id: other.id, version: org.version, partnership: {managerId: mia.personId}})), 'forbidden');
      const self = await mia.client.people.get({id: mia.personId});
      assert.equal(await refusalOf(mia.client.people.update({id: self.id, version: self.version, memberships: [{partnerOrgId: null, roles: ['channel_admin']}]})), 'forbidden');
      const foreign = await programme.vendor.leads.get({id: otherLead.leadId});
      assert.equal(await refusalOf(mia.client.leads.create({company: {website: foreign.company.website}, route: false})), 'lead_account_locked');
    });
  });
}
