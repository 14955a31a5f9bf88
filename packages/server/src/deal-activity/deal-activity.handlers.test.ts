import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {DealPolicy} from '@portico/contract';
import {dealPartnerAt, dealProgramme} from '../testing/deal-programme.ts';
import {refusalOf} from '../testing/lead-programme.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

const dayMs = 86_400_000;

for (const database of resourceDatabaseKinds) {
  describe(`the story of a deal on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    async function stage(policy: Partial<DealPolicy> = {}) {
      const programme = await dealProgramme(server, {policy});
      const {client: partner} = dealPartnerAt(programme, 0);
      const {id} = await programme.approved(partner);
      return {...programme, partner, id};
    }
    const bodies = async (client: {dealActivities: {list: (input: {dealRegistrationId: string}) => Promise<{items: {body: string}[]}>}}, dealRegistrationId: string) => (await client.dealActivities.list({dealRegistrationId})).items.map(({body}) => body).filter(Boolean);

    it('keeps internal entries from the other side, in lists and in news', async () => {
      const {tenant, vendor, partner, partners, id} = await stage();
      await partner.dealActivities.create({dealRegistrationId: id, kind: 'note', body: 'Ours alone', internal: true});
      await vendor.dealActivities.create({dealRegistrationId: id, kind: 'note', body: 'Vendor alone', internal: true});
      await vendor.dealActivities.create({dealRegistrationId: id, kind: 'call', body: 'For both'});
      assert.deepEqual(await bodies(partner, id), ['For both', 'Ours alone']);
      assert.deepEqual(await bodies(vendor, id), ['For both', 'Vendor alone']);
      const news = await tenant.inScope(({db}) => db.selectFrom('change_event').select(['partner_org_id', 'to_vendor']).where('resource_id', '=', id).orderBy('change_id', 'desc').limit(3).execute());
      const own = partners[0]?.partnerOrgId;
      const audiences = news.map(({partner_org_id: org, to_vendor: toVendor}) => `${org === own ? 'partner' : (org ?? '')}${toVendor ? ' vendor' : ''}`.trim());
      assert.deepEqual(audiences.toSorted(), ['partner', 'partner vendor', 'vendor']);
    });

    it('names a vendor who writes, not one who decides', async () => {
      const {vendor, tenant, partner, id} = await stage();
      const mia = await tenant.vendorSession({personId: await tenant.newPerson({name: 'Mia Manager', roles: ['channel_admin']})});
      await mia.client.dealActivities.create({dealRegistrationId: id, kind: 'mail', body: 'Hello'});
      const seen = (await partner.dealActivities.list({dealRegistrationId: id})).items;
      assert.ok(seen.filter(({kind, side}) => kind === 'event' && side === 'vendor').length > 0);
      assert.ok(seen.filter(({kind, side}) => kind === 'event' && side === 'vendor').every(({author}) => author === null));
      assert.ok((await vendor.dealActivities.list({dealRegistrationId: id})).items.some(({event, author}) => event === 'approve' && author !== null));
    });

    it('counts calls, mails and meetings of the partner as progress, from when they took place', async () => {
      const {vendor, partner, id} = await stage({progressWindowDays: 14});
      const start = server.clock.now();
      const due = async () => Date.parse((await partner.dealRegistrations.get({id})).progressDueAt ?? '') - start;
      assert.equal(await due(), 14 * dayMs);
      server.clock.advance({minutes: 10});
      await partner.dealActivities.create({dealRegistrationId: id, kind: 'note', body: 'Thinking'});
      await partner.dealActivities.create({dealRegistrationId: id, kind: 'call', body: 'Among us', internal: true});
      await vendor.dealActivities.create({dealRegistrationId: id, kind: 'call', body: 'We rang them'});
      await partner.dealActivities.create({dealRegistrationId: id, kind: 'meeting', body: 'Last spring', occurredAt: new Date(start - 200 * dayMs).toISOString()});
      assert.equal(await due(), 14 * dayMs);
      await partner.dealActivities.create({dealRegistrationId: id, kind: 'meeting', body: 'Just now', occurredAt: new Date(start + 5 * 60_000).toISOString()});
      assert.equal(await due(), 14 * dayMs + 5 * 60_000);
      await partner.dealActivities.create({dealRegistrationId: id, kind: 'call', body: 'And again'});
      assert.equal(await due(), 14 * dayMs + 10 * 60_000);
    });

    it('takes no word between the sides after the end, and none from the future', async () => {
      const {partner, vendor, id} = await stage();
      assert.equal(await refusalOf(partner.dealActivities.create({dealRegistrationId: id, kind: 'call', body: 'x', occurredAt: new Date(server.clock.now() + dayMs).toISOString()})), 'input_invalid');
      const {version} = await partner.dealRegistrations.get({id});
      await partner.dealRegistrations.lose({id, version, reason: 'price'});
      assert.equal(await refusalOf(partner.dealActivities.create({dealRegistrationId: id, kind: 'note', body: 'Too late'})), 'deal_status_conflict');
      assert.equal(await refusalOf(vendor.dealActivities.create({dealRegistrationId: id, kind: 'note', body: 'To whom?'})), 'deal_status_conflict');
      assert.equal(await refusalOf(vendor.dealActivities.create({dealRegistrationId: id, kind: 'note', body: 'For us', internal: true})), null);
    });

    it('comes newest first, page by page, each entry once', async () => {
      const {partner, id} = await stage();
      const all = (await partner.dealActivities.list({dealRegistrationId: id, limit: 100})).items.map(entry => entry.id);
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof partner.dealActivities.list>> = await partner.dealActivities.list({dealRegistrationId: id, limit: 1, ...(cursor ? {cursor} : {})});
        seen.push(...page.items.map(entry => entry.id));
        cursor = page.page.next;
      } while (cursor);
      assert.deepEqual(seen, all);
      assert.ok(all.length >= 3);
    });
  });
}
