import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {dealPartnerAt, dealProgramme} from '../testing/deal-programme.ts';
import {leadProgramme, partnerAt, refusalOf} from '../testing/lead-programme.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

for (const database of resourceDatabaseKinds) {
  describe(`deal registrations on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    it('are listed for the organisation, and for a rep those they own', async () => {
      const programme = await leadProgramme(server);
      const partner = partnerAt(programme, 0);
      const [ben, cleo] = [await partner.rep('Ben'), await partner.rep('Cleo')];
      const ids: string[] = [];
      for (const {client} of [ben, cleo]) {
        const {offerId: id} = await programme.offered(partner);
        const {version} = await client.leadOffers.accept({id, version: 1});
        ids.push((await client.leadOffers.convert({id, version})).dealRegistrationId ?? '');
        server.clock.advance({seconds: 1});
      }
      const idsOf = async ({client}: typeof ben) => (await client.dealRegistrations.list({})).items.map(({id}) => id);
      assert.deepEqual(await idsOf(partner.session), ids.toReversed());
      assert.deepEqual(await idsOf(ben), [ids[0]]);
      assert.equal(await refusalOf(ben.client.dealRegistrations.get({id: ids[1] ?? ''})), 'deal_registration_not_found');
      assert.deepEqual(await idsOf(partnerAt(programme, 1).session), []);
      assert.equal(await refusalOf(partnerAt(programme, 1).client.dealRegistrations.get({id: ids[0] ?? ''})), 'deal_registration_not_found');
    });

    it('go from a draft to a protected deal that is won', async () => {
      const programme = await dealProgramme(server, {policy: {terms: {version: '2026-1', url: 'https://vendor.example/terms'}}});
      const {client} = dealPartnerAt(programme, 0);
      const deals = client.dealRegistrations;
      const draft = await programme.draft(client, {customer: {name: 'Acme Pumps Oy'}});
      assert.deepEqual([draft.status, draft.number, draft.estimatedAmount, draft.version], ['draft', null, {amountMinor: 1_000_000, currency: 'EUR'}, 1]);
      assert.deepEqual(draft.actions, ['update', 'submit', 'withdraw', 'reassign']);
      assert.equal(await refusalOf(programme.vendor.dealRegistrations.get({id: draft.id})), 'deal_registration_not_found', 'drafts are private');
      assert.equal(await refusalOf(deals.submit({id: draft.id, version: 1})), 'deal_terms_not_accepted');
      server.clock.advance({seconds: 5});
      const {registration: sent, receipt} = await deals.submit({id: draft.id, version: 1, acceptTermsVersion: '2026-1'});
      assert.deepEqual([sent.status, sent.number, sent.standing, sent.termsVersion, sent.version], ['submitted', 'DR-000001', 'first', '2026-1', 2]);
      assert.equal(sent.submittedAt, new Date(server.clock.now()).toISOString());
      assert.deepEqual([receipt.statement.number, receipt.statement.sequence, receipt.statement.submittedAt, receipt.statement.standing], ['DR-000001', 1, sent.submittedAt, 'first']);
      assert.deepEqual(sent.actions, ['recall', 'withdraw', 'reassign']);
      assert.equal(Date.parse(sent.reviewDueAt ?? '') - server.clock.now(), 48 * 3_600_000);
      assert.equal(await refusalOf(deals.update({id: sent.id, version: 2, name: 'Other'})), 'deal_status_conflict');

      const review = programme.vendor.dealReviews;
      const taken = await review.assign({id: sent.id, version: 2});
      assert.equal(taken.review?.reviewer?.name.startsWith('Person'), true);
      await review.approve({id: sent.id, version: taken.version});
      const approved = await deals.get({id: sent.id});
      assert.deepEqual([approved.status, approved.stage, approved.probability, approved.review, approved.benefits], ['approved', 'qualified', 10, null, {levelName: 'Gold', marginPercent: null, priceList: null}]);
      assert.equal(Date.parse(approved.protectedUntil ?? '') - server.clock.now(), 90 * 86_400_000);
      assert.deepEqual(approved.actions, ['set_stage', 'reassign', 'win', 'lose', 'request_extension', 'request_amendment']);

      assert.equal(await refusalOf(deals.setStage({id: sent.id, version: approved.version, stage: 'nowhere'})), 'deal_stage_unknown');
      const moved = await deals.setStage({id: sent.id, version: approved.version, stage: 'proposal', nextStep: {text: 'Send the offer', dueOn: '2026-12-01'}});
      assert.deepEqual([moved.stage, moved.probability, moved.nextStep], ['proposal', 50, {text: 'Send the offer', dueOn: '2026-12-01'}]);
      const won = await deals.win({id: sent.id, version: moved.version, amount: {amountMinor: 950_000, currency: 'EUR'}});
      assert.deepEqual([won.status, won.stage, won.probability, won.estimatedAmount?.amountMinor, won.actions], ['won', 'won', 100, 950_000, []]);
      const story = await programme.tenant.inScope(({db}) => db.selectFrom('deal_activity').select('event').where('deal_registration_id', '=', sent.id).where('visibility', '=', 'shared').orderBy('seq').execute());
      assert.deepEqual(story.map(({event}) => event), ['create', 'submit', 'assign', 'approve', 'set_stage', 'win']);
    });
  });
}
