import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {DealPolicy, DealRegistration} from '@portico/contract';
import {dealPartnerAt, dealProgramme} from '../testing/deal-programme.ts';
import {refusalOf} from '../testing/lead-programme.ts';
import type {TestClient} from '../testing/test-client.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

for (const database of resourceDatabaseKinds) {
  describe(`reviews of deals on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    /** A programme with one submission that a reviewer has taken. */
    async function stage(policy: Partial<DealPolicy> = {}) {
      const programme = await dealProgramme(server, {policy});
      const {client: partner} = dealPartnerAt(programme, 0);
      const sent = await programme.submitted(partner);
      const taken = await programme.vendor.dealReviews.assign({id: sent.id, version: sent.version});
      return {...programme, partner, id: sent.id, sent, taken};
    }
    const storyOf = async (client: TestClient, dealRegistrationId: string) => (await client.dealActivities.list({dealRegistrationId, limit: 100})).items;
    const dayAfter = (days: number) => new Date(server.clock.now() + days * 86_400_000).toISOString().slice(0, 10);

    it('begin when somebody takes one, or is given it', async () => {
      const {tenant, vendor, partner, id, taken} = await stage();
      assert.equal(taken.status, 'under_review');
      const reviewer = taken.review?.reviewer;
      assert.ok(reviewer);
      const colleague = await tenant.newPerson({name: 'Rita Reviewer', roles: ['reviewer']});
      const given = await vendor.dealReviews.assign({id, version: taken.version, reviewerId: colleague});
      assert.deepEqual([given.status, given.review?.reviewer?.name], ['under_review', 'Rita Reviewer']);
      const seller = await tenant.newPerson({roles: ['marketing']});
      assert.equal(await refusalOf(vendor.dealReviews.assign({id, version: given.version, reviewerId: seller})), 'person_not_found');
      assert.equal(await refusalOf(tenant.client.dealReviews.assign({id, version: given.version})), 'input_invalid');
      const seen = await partner.dealRegistrations.get({id});
      assert.deepEqual([seen.status, seen.review], ['under_review', null]);
      assert.doesNotMatch(JSON.stringify([seen, await storyOf(partner, id)]), /Rita/);
      assert.match(JSON.stringify(await storyOf(vendor, id)), /Rita/);
    });

    it('ask for named fields: the clock of the vendor stops, the place in the queue stays', async () => {
      const {vendor, partner, id, taken} = await stage();
      assert.equal(await refusalOf(vendor.dealReviews.requestInfo({id, version: taken.version, fields: ['customer.taxId', 'status'], comment: 'Please'})), 'input_invalid');
      const asked = await vendor.dealReviews.requestInfo({id, version: taken.version, fields: ['customer.taxId'], comment: 'Which one is it?'});
      assert.deepEqual([asked.status, asked.reviewDueAt, asked.infoRequest?.fields, asked.standing], ['action_required', null, ['customer.taxId'], 'first']);
      assert.equal(asked.infoRequest?.dueAt, new Date(server.clock.now() + 10 * 86_400_000).toISOString());
      assert.deepEqual((await partner.dealRegistrations.get({id})).infoRequest, asked.infoRequest);
    });

    it('go on with the time that was left when the answer came', async () => {
      const {partners, vendor, id, taken, renew} = await stage();
      server.clock.advance({minutes: 5});
      await vendor.dealReviews.requestInfo({id, version: taken.version, fields: ['customer.taxId'], comment: 'Which?'});
      const left = Date.parse(taken.reviewDueAt ?? '') - server.clock.now();
      server.clock.advance({days: 3});
      const partner = await renew(partners[0]!);
      const now = await partner.dealRegistrations.get({id});
      const changed = await partner.dealRegistrations.update({id, version: now.version, customer: {taxId: 'FI12345671'}});
      const {registration} = await partner.dealRegistrations.submit({id, version: changed.version});
      assert.equal(registration.status, 'submitted');
      assert.equal(Date.parse(registration.reviewDueAt ?? ''), server.clock.now() + left);
    });

    it('protect the deal when approved, with what the level gives', async () => {
      const {vendor, partner, id, taken, levelId} = await stage({levelBenefits: [{levelId: '0193a0c0-0000-7000-8000-0000000000a1', marginPercent: 12, priceList: 'Gold', capacity: null, mdfPercent: 3}]});
      assert.equal(levelId, '0193a0c0-0000-7000-8000-0000000000a1');
      const approved = await vendor.dealReviews.approve({id, version: taken.version, comment: 'Good luck'});
      assert.deepEqual([approved.status, approved.standing, approved.stage, approved.probability], ['approved', null, 'qualified', 10]);
      assert.equal(approved.protectedUntil, new Date(server.clock.now() + 90 * 86_400_000).toISOString());
      const seen = await partner.dealRegistrations.get({id});
      assert.deepEqual(seen.benefits, {levelName: 'Gold', marginPercent: 12, priceList: 'Gold'});
      assert.equal(await refusalOf(vendor.dealReviews.approve({id, version: approved.version})), 'deal_status_conflict');
      assert.equal(await refusalOf(vendor.dealReviews.approve({id, version: taken.version})), 'version_conflict');
    });

    it('approve one registration of an opportunity and no second', async () => {
      const programme = await dealProgramme(server);
      const [a, b] = [dealPartnerAt(programme, 0).client, dealPartnerAt(programme, 1).client];
      const customer = {name: 'Same Oy', website: 'https://same.example', country: 'FI'};
      const first = await programme.submitted(a, {customer});
      server.clock.advance({seconds: 1});
      const second = await programme.submitted(b, {customer});
      assert.deepEqual([first.standing, second.standing], ['first', 'behind']);
      const {vendor} = programme;
      const take = async ({id, version}: DealRegistration) => vendor.dealReviews.assign({id, version});
      const [one, two] = [await take(first), await take(second)];
      const {version} = await vendor.dealReviews.approve({id: one.id, version: one.version});
      assert.equal(await refusalOf(vendor.dealReviews.approve({id: two.id, version: two.version})), 'deal_already_protected');
      assert.equal((await vendor.dealRegistrations.get({id: two.id})).status, 'under_review', 'a refusal leaves nothing behind');
      const similar = (await vendor.dealReviews.similar({id: two.id})).items;
      assert.deepEqual(similar.map(({id, conflicts, certainty}) => ({id, conflicts, certainty})), [{id: one.id, conflicts: true, certainty: 'certain'}]);
      await vendor.dealReviews.cancel({id: one.id, version, comment: 'They left us'});
      assert.equal((await b.dealRegistrations.get({id: two.id})).standing, 'first');
      assert.equal((await storyOf(b, two.id))[0]?.event, 'next_in_queue');
      const now = await vendor.dealRegistrations.get({id: two.id});
      assert.equal((await vendor.dealReviews.approve({id: two.id, version: now.version})).status, 'approved');
    });

    it('approve exactly one of many at the same moment', async () => {
      const programme = await dealProgramme(server, {partners: 6});
      const taken = [];
      for (const {client} of programme.partners) {
        const {id, version} = await programme.submitted(client, {customer: {name: 'Rush Oy', website: 'https://rush.example', taxId: 'FI12345671', country: 'FI'}});
        taken.push(await programme.vendor.dealReviews.assign({id, version}));
      }
      const answers = await Promise.all(taken.map(({id, version}) => refusalOf(programme.vendor.dealReviews.approve({id, version}))));
      assert.deepEqual(answers.toSorted(), [null, ...Array.from({length: 5}, () => 'deal_already_protected')].toSorted());
      const {items} = await programme.vendor.dealRegistrations.list({});
      assert.deepEqual(items.map(({status}) => status).toSorted(), ['approved', ...Array.from({length: 5}, () => 'under_review')]);
    });

    it('end with a reason that the partner is told, and may be improved as often as the programme allows', async () => {
      const {vendor, partner, id, taken} = await stage({resubmissions: 1});
      await vendor.dealReviews.reject({id, version: taken.version, reason: 'not_qualified', comment: 'No budget yet'});
      const seen = await partner.dealRegistrations.get({id});
      assert.deepEqual([seen.status, seen.endReason, seen.endComment, seen.resubmissionsLeft], ['rejected', 'not_qualified', 'No budget yet', 1]);
      assert.ok((await storyOf(partner, id)).every(({side, author}) => side !== 'vendor' || author === null), 'who decided is not told');
    });

    it('mark a duplicate without telling of what', async () => {
      const programme = await dealProgramme(server);
      const [a, b] = [dealPartnerAt(programme, 0).client, dealPartnerAt(programme, 1).client];
      const first = await programme.submitted(a, {customer: {name: 'Secret Oy', website: 'https://secret.example', country: 'FI'}});
      const second = await programme.submitted(b, {customer: {name: 'Secret Oy', website: 'https://secret.example', country: 'FI'}});
      const {dealReviews} = programme.vendor;
      assert.equal(await refusalOf(dealReviews.markDuplicate({id: second.id, version: second.version, ofId: second.id})), 'input_invalid');
      const draft = await programme.draft(a);
      assert.equal(await refusalOf(dealReviews.markDuplicate({id: second.id, version: second.version, ofId: draft.id})), 'deal_registration_not_found');
      const marked = await dealReviews.markDuplicate({id: second.id, version: second.version, ofId: first.id, comment: 'Same as Partner 1'});
      assert.deepEqual([marked.status, marked.review?.duplicateOfId], ['duplicate', first.id]);
      const told = JSON.stringify([await b.dealRegistrations.get({id: second.id}), await storyOf(b, second.id)]);
      assert.doesNotMatch(told, new RegExp(`${first.id}|Partner 1|${first.number}`));
      assert.equal((await b.dealRegistrations.get({id: second.id})).endReason, 'duplicate');
    });

    it('follow the deal to the vendor’s opportunity, a confirmed win and its end', async () => {
      const {vendor, partner, id, taken} = await stage();
      const approved = await vendor.dealReviews.approve({id, version: taken.version});
      const converted = await vendor.dealReviews.convert({id, version: approved.version, opportunityRef: 'crm-77'});
      assert.deepEqual([converted.status, converted.opportunityRef], ['converted', 'crm-77']);
      assert.equal(await refusalOf(vendor.dealReviews.cancel({id, version: converted.version, comment: 'No'})), 'deal_status_conflict');
      const won = await partner.dealRegistrations.win({id, version: converted.version});
      const confirmed = await vendor.dealReviews.confirmWin({id, version: won.version});
      assert.equal(confirmed.winConfirmedAt, new Date(server.clock.now()).toISOString());
      assert.equal(await refusalOf(vendor.dealReviews.confirmWin({id, version: confirmed.version})), 'deal_status_conflict');
      const voided = await vendor.dealReviews.void({id, version: confirmed.version, comment: 'Refunded'});
      assert.deepEqual([voided.status, voided.endComment], ['voided', 'Refunded']);
    });

    it('postpone the end of a protection to a later day only', async () => {
      const {vendor, id, taken} = await stage();
      const approved = await vendor.dealReviews.approve({id, version: taken.version});
      for (const protectedUntilOn of [dayAfter(89), dayAfter(0), '9999-12-31', '0001-01-01']) assert.equal(await refusalOf(vendor.dealReviews.postpone({id, version: approved.version, protectedUntilOn})), 'input_invalid', protectedUntilOn);
      const day = dayAfter(120);
      const later = await vendor.dealReviews.postpone({id, version: approved.version, protectedUntilOn: day, comment: 'Their board meets late'});
      assert.ok(later.protectedUntil && later.protectedUntil > `${day}T20:00` && later.protectedUntil < `${day}T23:00`, 'the whole day, where the programme is');
      assert.equal(later.status, 'approved');
    });
  });
}
