import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {ApprovalRule, DealPolicy} from '@portico/contract';
import {runDue} from '../jobs/run-due.ts';
import {dealPartnerAt, dealProgramme} from '../testing/deal-programme.ts';
import {refusalOf} from '../testing/lead-programme.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

const eur = (amountMinor: number) => ({amountMinor, currency: 'EUR'});
const line = (product: string, amountMinor = 100_00) => ({product, quantity: 1, unitPrice: eur(amountMinor)});
const note = 'Two visits, an offer on the table';

for (const database of resourceDatabaseKinds) {
  describe(`requests to change a deal on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    async function stage(policy: Parameters<typeof DealPolicy.parse>[0] = {}) {
      const programme = await dealProgramme(server, {policy: DealPolicy.parse(policy)});
      const {client: partner} = dealPartnerAt(programme, 0);
      const {id} = await programme.approved(partner);
      return {...programme, partner, id};
    }
    const dayAfter = (days: number) => new Date(server.clock.now() + days * 86_400_000).toISOString().slice(0, 10);

    it('extend a protection: one waits at a time, and the vendor decides', async () => {
      const {vendor, partner, id} = await stage();
      const before = await partner.dealRegistrations.get({id});
      const asked = await partner.dealChanges.extend({dealRegistrationId: id, note, protectedUntilOn: dayAfter(120)});
      assert.deepEqual([asked.status, asked.actions, asked.version], ['requested', ['withdraw'], 1]);
      assert.equal(await refusalOf(partner.dealChanges.extend({dealRegistrationId: id, note, protectedUntilOn: dayAfter(121)})), 'deal_change_open');
      const open = await partner.dealRegistrations.get({id});
      assert.deepEqual([open.openChanges.map(change => change.id), open.version > before.version, open.actions.includes('request_extension')], [[asked.id], true, false]);
      assert.equal(await refusalOf(partner.dealChanges.approve({id: asked.id, version: 1})), 'forbidden');
      assert.deepEqual((await vendor.dealChanges.list({dealRegistrationId: id, open: true})).items.map(({actions}) => actions), [['approve', 'reject']]);
      const done = await vendor.dealChanges.approve({id: asked.id, version: 1, comment: 'Go on'});
      assert.deepEqual([done.status, done.comment, done.actions], ['approved', 'Go on', []]);
      const longer = await partner.dealRegistrations.get({id});
      assert.deepEqual([longer.protectedUntil?.slice(0, 10), longer.extensionCount, longer.openChanges], [dayAfter(120), 1, []]);
      assert.equal(await refusalOf(vendor.dealChanges.reject({id: asked.id, version: done.version})), 'deal_change_decided');
      assert.equal(await refusalOf(partner.dealChanges.extend({dealRegistrationId: id, note, protectedUntilOn: dayAfter(150)})), 'deal_extension_not_allowed');
      const [mine] = (await partner.dealChanges.list({dealRegistrationId: id})).items;
      assert.deepEqual([mine?.decidedBy, mine?.comment], [null, 'Go on'], 'who decided is not told');
    });

    it('extend within what the programme allows', async () => {
      const {partner, id} = await stage({extension: {policy: 'unlimited', maxTotalDays: 100, minDaysBefore: 3}});
      const ask = (protectedUntilOn: string) => refusalOf(partner.dealChanges.extend({dealRegistrationId: id, note, protectedUntilOn}));
      assert.equal(await ask(dayAfter(89)), 'deal_extension_not_allowed');
      assert.equal(await ask(dayAfter(102)), 'deal_extension_not_allowed');
      assert.equal(await ask('9999-12-31'), 'deal_extension_not_allowed');
      assert.equal(await ask(dayAfter(99)), null);
      const none = await stage({extension: {policy: 'none'}});
      assert.equal(await refusalOf(none.partner.dealChanges.extend({dealRegistrationId: none.id, note, protectedUntilOn: dayAfter(99)})), 'deal_extension_not_allowed');
    });

    it('are turned down, or taken back by whoever asked', async () => {
      const {vendor, partner, id} = await stage();
      const first = await partner.dealChanges.extend({dealRegistrationId: id, note, protectedUntilOn: dayAfter(120)});
      assert.equal(await refusalOf(vendor.dealChanges.withdraw({id: first.id, version: 1})), 'forbidden');
      assert.equal((await partner.dealChanges.withdraw({id: first.id, version: 1})).status, 'withdrawn');
      const second = await partner.dealChanges.extend({dealRegistrationId: id, note, protectedUntilOn: dayAfter(120)});
      assert.equal(await refusalOf(vendor.dealChanges.reject({id: second.id, version: 9})), 'version_conflict');
      assert.equal((await vendor.dealChanges.reject({id: second.id, version: 1, comment: 'No progress'})).status, 'rejected');
      assert.equal((await partner.dealRegistrations.get({id})).extensionCount, 0);
      const story = (await partner.dealActivities.list({dealRegistrationId: id, limit: 4})).items.map(({event, body}) => [event, body]);
      assert.deepEqual(story, [['extension_rejected', 'No progress'], ['request_extension', note], ['extension_withdrawn', ''], ['request_extension', note]]);
    });

    it('are closed when the protection ends before anybody decided', async () => {
      const {tenant, partners, partner, renew, id} = await stage();
      const {id: changeId} = await partner.dealChanges.extend({dealRegistrationId: id, note, protectedUntilOn: dayAfter(120)});
      server.clock.advance({days: 91});
      assert.equal(await refusalOf(tenant.client.dealChanges.approve({id: changeId, version: 1})), 'deal_status_conflict');
      await runDue(server.database, server.context);
      const client = await renew(partners[0]!);
      assert.deepEqual((await client.dealChanges.list({dealRegistrationId: id})).items.map(({status}) => status), ['withdrawn']);
      assert.equal((await client.dealRegistrations.get({id})).status, 'expired');
      const now = await tenant.client.dealRegistrations.get({id});
      const again = await tenant.client.dealReviews.postpone({id, version: now.version, protectedUntilOn: dayAfter(30)});
      assert.deepEqual([again.status, again.endedAt], ['approved', null]);
    });

    it('amend amount, closing day and products; the protection follows the products', async () => {
      const {vendor, partner, partners, submitted, approved, id} = await stage();
      const deal = await partner.dealRegistrations.get({id});
      assert.equal(await refusalOf(partner.dealChanges.amend({dealRegistrationId: id, note, amendment: {}})), 'input_invalid');
      assert.equal(await refusalOf(partner.dealChanges.amend({dealRegistrationId: id, note, amendment: {lines: [line('Boats')]}})), 'input_invalid');
      const narrow = await partner.dealChanges.amend({dealRegistrationId: id, note, amendment: {lines: [line('Vision', 50_00)], expectedCloseOn: '2027-06-30'}});
      assert.equal(narrow.needsNewApproval, false);
      await vendor.dealChanges.approve({id: narrow.id, version: 1});
      const smaller = await partner.dealRegistrations.get({id});
      assert.deepEqual([smaller.estimatedAmount, smaller.expectedCloseOn], [eur(50_00), '2027-06-30']);

      const wide = await partner.dealChanges.amend({dealRegistrationId: id, note, amendment: {lines: [line('Vision'), line('Edge')]}});
      assert.equal(wide.needsNewApproval, true);
      // Meanwhile somebody else is protected for what is to be added.
      const other = partners[1]!.client;
      const theirs = await approved(other, {customer: {name: deal.customer.name, website: deal.customer.website}, lines: [line('Edge')]});
      assert.equal(await refusalOf(vendor.dealChanges.approve({id: wide.id, version: 1})), 'deal_already_protected');
      assert.equal((await partner.dealRegistrations.get({id})).lines.length, 1, 'a refusal leaves nothing behind');
      const now = await vendor.dealRegistrations.get({id: theirs.id});
      await vendor.dealReviews.cancel({id: theirs.id, version: now.version, comment: 'Gone'});
      await vendor.dealChanges.approve({id: wide.id, version: 1});
      const third = await submitted(other, {customer: {name: deal.customer.name, website: deal.customer.website}, lines: [line('Edge')]});
      assert.equal(third.standing, 'behind');
      const back = await partner.dealChanges.amend({dealRegistrationId: id, note, amendment: {lines: [line('Vision')]}});
      await vendor.dealChanges.approve({id: back.id, version: 1});
      assert.equal((await other.dealRegistrations.get({id: third.id})).standing, 'first');
      assert.equal((await other.dealActivities.list({dealRegistrationId: third.id})).items[0]?.event, 'next_in_queue');
    });

    it('raise an amount only with the last word of who approves such deals', async () => {
      const {vendor, tenant, partner, id} = await stage();
      const {version, dealPolicy} = await vendor.program.get({});
      const rule = ApprovalRule.parse({name: 'Large', minAmount: eur(20_000_00), steps: [{name: 'Finance', position: 0, approver: {role: 'finance'}, limit: eur(90_000_00)}]});
      await vendor.program.update({version, dealPolicy: {...dealPolicy, approvalRules: [rule]}});
      const asked = await partner.dealChanges.amend({dealRegistrationId: id, note, amendment: {lines: [line('Vision', 95_000_00)]}});
      const finance = (await tenant.vendorSession({roles: ['finance']})).client;
      assert.equal(await refusalOf(vendor.dealChanges.approve({id: asked.id, version: 1})), 'deal_not_your_step');
      assert.equal(await refusalOf(finance.dealChanges.approve({id: asked.id, version: 1})), 'deal_limit_too_low');
      await finance.dealChanges.reject({id: asked.id, version: 1});
      const less = await partner.dealChanges.amend({dealRegistrationId: id, note, amendment: {lines: [line('Vision', 80_000_00)]}});
      await finance.dealChanges.approve({id: less.id, version: 1});
      assert.deepEqual((await partner.dealRegistrations.get({id})).estimatedAmount, eur(80_000_00));
    });
  });
}
