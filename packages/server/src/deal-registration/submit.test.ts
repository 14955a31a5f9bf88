import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {FormField, type DealRegistration, type FieldError} from '@portico/contract';
import {dealPartnerAt, dealProgramme, type DealProgramme} from '../testing/deal-programme.ts';
import {refusalOf} from '../testing/lead-programme.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

const acme = {customer: {name: 'Acme Pumps Oy', website: 'www.acme.example', country: 'FI'}};

/** The fields that a call is refused for, with their codes. */
async function errorsOf(call: Promise<unknown>): Promise<string[]> {
  const error = await call.then(() => undefined, (thrown: unknown) => thrown);
  assert.ok(error instanceof Error && 'problem' in error, 'it was refused');
  return ((error.problem as {errors?: FieldError[]}).errors ?? []).map(({pointer, code}) => `${pointer} ${code}`);
}

async function eventsOf({tenant}: DealProgramme, {id}: Pick<DealRegistration, 'id'>): Promise<(string | null)[]> {
  const rows = await tenant.inScope(({db}) => db.selectFrom('deal_activity').select('event').where('deal_registration_id', '=', id).orderBy('seq').execute());
  return rows.map(({event}) => event);
}

for (const database of resourceDatabaseKinds) {
  describe(`submitting on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    it('names every field that the form asks for, also those that an answer brings up', async () => {
      const programme = await dealProgramme(server);
      const {client} = dealPartnerAt(programme, 0);
      const field = (key: string, more: object) => FormField.parse({key, type: 'text', label: {en: key, fi: `${key} fi`}, ...more});
      const fields = [field('budget_approved', {type: 'checkbox'}), field('budget_from', {required: true, showIf: {key: 'budget_approved', in: [true]}}), field('gold_only', {required: true, levelIds: [programme.levelId]}), field('in_vietnam', {required: true, countries: ['VN']})];
      const form = await programme.vendor.dealForm.get({});
      await programme.vendor.dealForm.update({version: form.version, registrationTypes: ['resale'], standardFields: {'customer.taxId': 'required', lines: 'required', evidence: 'required'}, fields});
      const {id} = await client.dealRegistrations.create({customer: {name: 'Acme', country: 'FI'}, registrationType: 'renewal'});
      assert.deepEqual(await errorsOf(client.dealRegistrations.submit({id, version: 1})), [
        '/registrationType option_unknown', '/name required', '/customer/taxId required', '/lines required', '/evidence required', '/answers/gold_only required',
      ]);
      assert.deepEqual(await errorsOf(client.dealRegistrations.update({id, version: 1, answers: [{key: 'budget_approved', value: 'yes'}, {key: 'nonsense', value: 1}]})), ['/answers/0/value wrong_type', '/answers/1/key field_unknown']);
      const {answers, version} = await client.dealRegistrations.update({id, version: 1, registrationType: 'resale', name: 'x', lines: [{product: 'Vision', quantity: 1}, {product: 'Gone', quantity: 2}], answers: [{key: 'budget_approved', value: true}]});
      assert.deepEqual(answers, [{key: 'budget_approved', label: {en: 'budget_approved', fi: 'budget_approved fi'}, type: 'checkbox', value: true}]);
      assert.deepEqual(await errorsOf(client.dealRegistrations.submit({id, version})), ['/customer/taxId required', '/evidence required', '/answers/budget_from required', '/answers/gold_only required', '/lines/1/product option_unknown']);
      assert.deepEqual(await eventsOf(programme, {id}), ['create']);
    });

    it('puts whoever comes later behind, and tells the next when the first leaves', async () => {
      const programme = await dealProgramme(server, {partners: 3});
      const [one, two, three] = [0, 1, 2].map(index => dealPartnerAt(programme, index).client);
      assert.ok(one && two && three);
      const first = await programme.submitted(one, acme);
      const second = await programme.submitted(two, {customer: {name: 'ACME', website: 'https://shop.acme.example/en', country: 'SE'}});
      const third = await programme.submitted(three, {customer: {name: 'Acme pumps', website: 'acme.example', country: 'FI'}, lines: [{product: 'Vision', quantity: 3}, {product: 'Flow', quantity: 1}]});
      const other = await programme.submitted(three, {customer: {name: 'Acme', website: 'acme.example', country: 'FI'}, lines: [{product: 'Edge', quantity: 1}]});
      assert.deepEqual([first, second, third, other].map(({standing, number}) => [number, standing]), [['DR-000001', 'first'], ['DR-000002', 'behind'], ['DR-000003', 'behind'], ['DR-000004', 'first']]);
      await one.dealRegistrations.withdraw({id: first.id, version: first.version, reason: 'no_budget'});
      assert.deepEqual(await Promise.all([two.dealRegistrations.get({id: second.id}), three.dealRegistrations.get({id: third.id})]).then(all => all.map(({standing}) => standing)), ['first', 'behind']);
      assert.deepEqual([await eventsOf(programme, second), await eventsOf(programme, third), await eventsOf(programme, other)], [['create', 'submit', 'next_in_queue'], ['create', 'submit'], ['create', 'submit']]);
      const heard = await programme.tenant.inScope(({db}) => db.selectFrom('change_event').select(['partner_org_id', 'to_vendor']).where('resource_id', '=', second.id).orderBy('change_id', 'desc').execute());
      assert.deepEqual(heard.map(({partner_org_id, to_vendor}) => [partner_org_id, to_vendor]), [true, true, false].map(toVendor => [dealPartnerAt(programme, 1).partnerOrgId, toVendor]), 'the vendor hears nothing of a draft');
    });

    it('keeps no place for a submission that was taken back, and its number for ever', async () => {
      const programme = await dealProgramme(server);
      const [one, two] = [dealPartnerAt(programme, 0).client, dealPartnerAt(programme, 1).client];
      const first = await programme.submitted(one, acme);
      const second = await programme.submitted(two, acme);
      const recalled = await one.dealRegistrations.recall({id: first.id, version: first.version});
      assert.deepEqual([recalled.status, recalled.number, recalled.submittedAt, recalled.standing], ['draft', 'DR-000001', null, null]);
      assert.equal((await two.dealRegistrations.get({id: second.id})).standing, 'first');
      const heard = await programme.tenant.inScope(({db}) => db.selectFrom('change_event').select('to_vendor').where('resource_id', '=', first.id).orderBy('change_id').execute());
      assert.deepEqual(heard.map(({to_vendor}) => to_vendor), [false, true, true], 'the vendor hears that it is gone');
      const {registration, receipt} = await one.dealRegistrations.submit({id: first.id, version: recalled.version});
      assert.deepEqual([registration.number, registration.standing, receipt.statement.sequence], ['DR-000001', 'behind', 3]);
      assert.equal((await one.receipts.list({dealRegistrationId: first.id})).items.length, 2);
    });

    it('takes one registration of a customer for a product from an organisation, and as many open ones as its level allows', async () => {
      const programme = await dealProgramme(server, {policy: {levelBenefits: [{levelId: '0193a0c0-0000-7000-8000-0000000000a1', marginPercent: 12, priceList: null, capacity: 2, mdfPercent: null}]}});
      const {client} = dealPartnerAt(programme, 0);
      const deals = client.dealRegistrations;
      const left = async () => (await deals.counts({})).capacityLeft;
      assert.deepEqual([await left(), (await programme.vendor.dealRegistrations.counts({})).capacityLeft], [2, null]);
      const first = await programme.submitted(client, acme);
      const again = await programme.draft(client, {...acme, lines: []});
      assert.equal(await refusalOf(deals.submit({id: again.id, version: 1})), 'deal_already_yours');
      await programme.submitted(client);
      const third = await programme.draft(client);
      assert.equal(await left(), 0);
      assert.equal(await refusalOf(deals.submit({id: third.id, version: 1})), 'deal_capacity_reached');
      await deals.withdraw({id: first.id, version: first.version, reason: 'other'});
      assert.equal((await deals.submit({id: third.id, version: 1})).registration.status, 'submitted');
    });

    it('opens only what a reviewer asked for, stops the clock and keeps the place', async () => {
      const programme = await dealProgramme(server);
      const [one, two] = [dealPartnerAt(programme, 0), dealPartnerAt(programme, 1)];
      const sent = await programme.submitted(one.client, acme);
      server.clock.advance({hours: 8});
      const later = await programme.submitted(await programme.renew(two), acme);
      const vendor = (await programme.tenant.vendorSession()).client.dealReviews;
      const asked = await vendor.requestInfo({id: sent.id, version: sent.version, fields: ['customer.taxId', 'lines'], comment: 'Which tax id?'});
      assert.deepEqual([asked.status, asked.reviewDueAt], ['action_required', null]);
      server.clock.advance({days: 3});
      const deals = (await programme.renew(one)).dealRegistrations;
      const read = await deals.get({id: sent.id});
      assert.deepEqual(read.actions, ['update', 'withdraw', 'resubmit', 'reassign']);
      assert.deepEqual(await errorsOf(deals.update({id: sent.id, version: read.version, name: 'Other', customer: {taxId: 'FI12345671', name: 'Other Oy'}})), ['/name read_only', '/customer/name read_only']);
      // A form may send everything: what is as it was does not count.
      const filled = await deals.update({id: sent.id, version: read.version, name: read.name, customer: {...read.customer, taxId: 'FI12345671'}, contact: read.contact});
      const {registration, receipt} = await deals.submit({id: sent.id, version: filled.version});
      assert.deepEqual([registration.status, registration.standing, registration.submittedAt, registration.infoRequest], ['submitted', 'first', sent.submittedAt, null]);
      assert.equal(Date.parse(registration.reviewDueAt ?? '') - server.clock.now(), 40 * 3_600_000, 'the vendor has the hours that were left');
      assert.deepEqual([receipt.statement.sequence, receipt.content['customer']], [3, {...read.customer, taxId: 'FI12345671'}]);
      assert.equal((await (await programme.renew(two)).dealRegistrations.get({id: later.id})).standing, 'behind');
    });

    it('lets a rejected one be improved as often as the programme says', async () => {
      const programme = await dealProgramme(server, {policy: {resubmissions: 1}});
      const {client} = dealPartnerAt(programme, 0);
      const reject = async ({id, version}: DealRegistration) => {
        const taken = await programme.vendor.dealReviews.assign({id, version});
        await programme.vendor.dealReviews.reject({id, version: taken.version, reason: 'not_qualified', comment: 'Who decides there?'});
        return client.dealRegistrations.get({id});
      };
      const rejected = await reject(await programme.submitted(client, acme));
      assert.deepEqual([rejected.status, rejected.endReason, rejected.endComment, rejected.resubmissionsLeft, rejected.actions], ['rejected', 'not_qualified', 'Who decides there?', 1, ['revise']]);
      const revised = await client.dealRegistrations.revise({id: rejected.id, version: rejected.version});
      assert.deepEqual([revised.status, revised.endReason, revised.endedAt, revised.decidedAt, revised.resubmissionsLeft], ['draft', null, null, null, 0]);
      const {registration} = await client.dealRegistrations.submit({id: revised.id, version: revised.version});
      const again = await reject(registration);
      assert.deepEqual(again.actions, []);
      assert.equal(await refusalOf(client.dealRegistrations.revise({id: again.id, version: again.version})), 'deal_resubmissions_used');
    });

    it('approves what is clear at once where the programme says so, but not a partner’s first', async () => {
      const programme = await dealProgramme(server, {policy: {autoApprove: true}});
      const [one, two] = [dealPartnerAt(programme, 0).client, dealPartnerAt(programme, 1).client];
      const first = await programme.submitted(one, acme);
      assert.equal(first.status, 'submitted');
      const taken = await programme.vendor.dealReviews.assign({id: first.id, version: first.version});
      await programme.vendor.dealReviews.approve({id: first.id, version: taken.version});
      const clear = await programme.submitted(one);
      assert.deepEqual([clear.status, clear.stage, clear.protectedFrom], ['approved', 'qualified', clear.submittedAt]);
      const alike = await programme.submitted(one, {customer: {name: 'Acme Pumps', website: null, country: 'FI'}, contact: {email: 'someone@elsewhere.example'}, lines: [{product: 'Flow', quantity: 1}]});
      assert.equal(alike.status, 'submitted', 'a name that is alike is for people to look at');
      assert.equal((await programme.submitted(two)).status, 'submitted');
    });

    it('counts the vendor’s time in business hours where it has a calendar', async () => {
      const programme = await dealProgramme(server, {policy: {reviewSlaHours: 9}});
      const calendar = {weekdays: [1, 2, 3, 4, 5], fromHour: 8, toHour: 17, holidays: ['2026-11-23']};
      await programme.tenant.inScope(async ({db}) => {
        const {lead_policy} = await db.selectFrom('program').select('lead_policy').executeTakeFirstOrThrow();
        await db.updateTable('program').set({lead_policy: JSON.stringify({...(lead_policy as object), calendar})}).execute();
      });
      server.clock.set('2026-11-27T13:00:00.000Z');
      const sent = await programme.submitted(await programme.renew(dealPartnerAt(programme, 0)));
      // Friday 15:00 in Helsinki: two hours then, seven on Monday.
      assert.equal(sent.reviewDueAt, '2026-11-30T13:00:00.000Z');
    });
  });
}
