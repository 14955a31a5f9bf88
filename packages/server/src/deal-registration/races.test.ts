import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {verifyReceipt} from '@portico/contract/receipt-proof';
import {dealProgramme} from '../testing/deal-programme.ts';
import {refusalOf} from '../testing/lead-programme.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

for (const database of databaseKinds) {
  // PGlite does one thing at a time: there is little to race for.
  const many = database === 'postgres' ? 50 : 8;

  describe(`races for a customer on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    it(`give ${many} partners at the same instant one first place, and each a correct answer`, async () => {
      const programme = await dealProgramme(server, {partners: many});
      const acme = {customer: {name: 'Acme', website: 'https://acme.example', country: 'FI'}};
      const drafts = await Promise.all(programme.partners.map(({client}) => programme.draft(client, acme)));
      const answers = await Promise.all(programme.partners.map(({client}, index) => client.dealRegistrations.submit({id: drafts[index]?.id ?? '', version: 1})));
      const inOrder = answers.toSorted((a, b) => a.receipt.statement.sequence - b.receipt.statement.sequence);
      assert.deepEqual(inOrder.map(({receipt}) => receipt.statement.sequence), Array.from({length: many}, (_, index) => index + 1));
      assert.deepEqual(inOrder.map(({registration}) => registration.standing), ['first', ...Array<string>(many - 1).fill('behind')]);
      assert.deepEqual(inOrder.map(({receipt}) => receipt.statement.standing), inOrder.map(({registration}) => registration.standing));
      assert.deepEqual(inOrder.map(({registration}) => registration.number), inOrder.map((_, index) => `DR-${String(index + 1).padStart(6, '0')}`));
      assert.ok(inOrder.every(({receipt}, index) => index === 0 || receipt.statement.submittedAt >= (inOrder[index - 1]?.receipt.statement.submittedAt ?? '~')));
      for (const {receipt} of answers) assert.equal((await verifyReceipt(receipt)).valid, true);
      // Later readings say the same as the answers did.
      const read = await Promise.all(programme.partners.map(({client}, index) => client.dealRegistrations.get({id: drafts[index]?.id ?? ''})));
      assert.deepEqual(read.map(({standing}) => standing), answers.map(({registration}) => registration.standing));
    });

    it(`let one of ${many} approvals at the same instant protect the deal`, async () => {
      const programme = await dealProgramme(server, {partners: many});
      // Each knows the customer by something that another knows too: a chain of conflicts, not one key.
      const sent = await Promise.all(
        programme.partners.map(({client}, index) => programme.submitted(client, {customer: {name: 'Acme', website: index % 2 === 0 ? 'https://acme.example' : null, taxId: index % 3 === 2 ? null : 'FI12345671', country: 'FI'}, contact: {email: 'buyer@acme.example'}, lines: index % 4 === 0 ? [] : [{product: 'Vision', quantity: 1}]})),
      );
      const review = programme.vendor.dealReviews;
      const taken = await Promise.all(sent.map(({id, version}) => review.assign({id, version})));
      const refusals = await Promise.all(taken.map(({id, version}) => refusalOf(review.approve({id, version}))));
      assert.deepEqual([refusals.filter(code => code === null).length, refusals.filter(code => code === 'deal_already_protected').length], [1, many - 1]);
      const statuses = (await programme.vendor.dealRegistrations.list({limit: 100})).items.map(({status, standing}) => `${status} ${standing}`);
      assert.deepEqual(statuses.toSorted(), ['approved null', ...Array<string>(many - 1).fill('under_review behind')]);
      const held = await programme.tenant.inScope(({db}) => db.selectFrom('deal_protection').select('deal_registration_id').distinct().where('released_at', 'is', null).execute());
      assert.deepEqual(held.map(row => row.deal_registration_id), taken.filter((_, index) => refusals[index] === null).map(({id}) => id));
    });

    it('give one answer to a submission that was sent twice, and refuse whoever saw an old version', async () => {
      const programme = await dealProgramme(server, {partners: 1});
      const [partner] = programme.partners;
      assert.ok(partner);
      const {id} = await programme.draft(partner.client);
      const refusals = await Promise.all([1, 1, 1, 1].map(version => refusalOf(partner.client.dealRegistrations.submit({id, version}))));
      assert.deepEqual(refusals.toSorted(), [null, 'version_conflict', 'version_conflict', 'version_conflict'].toSorted());
      assert.equal((await partner.client.receipts.list({dealRegistrationId: id})).items.length, 1);
    });
  });
}
