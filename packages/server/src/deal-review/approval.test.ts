import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {ApprovalRule, type DealRegistration} from '@portico/contract';
import {runDue} from '../jobs/run-due.ts';
import {dealPartnerAt, dealProgramme} from '../testing/deal-programme.ts';
import {refusalOf} from '../testing/lead-programme.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

const eur = (amountMinor: number) => ({amountMinor, currency: 'EUR'});

for (const database of resourceDatabaseKinds) {
  describe(`approvals of deals on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    /** Reviewer and finance side by side above 5,000 euros, then a named director. */
    async function stage() {
      const programme = await dealProgramme(server);
      const {tenant} = programme;
      const directorId = await tenant.newPerson({name: 'Dora Director', roles: ['region_manager']});
      const rule = ApprovalRule.parse({
        name: 'Large deals',
        minAmount: eur(5_000_00),
        steps: [
          {name: 'Director', position: 1, approver: {personId: directorId}, dueHours: 24},
          {name: 'Reviewer', position: 0, approver: {role: 'reviewer'}, dueHours: 24},
          {name: 'Finance', position: 0, approver: {role: 'finance'}, limit: eur(50_000_00), dueHours: 12},
        ],
      });
      const {version, dealPolicy} = await programme.vendor.program.get({});
      await programme.vendor.program.update({version, dealPolicy: {...dealPolicy, approvalRules: [rule]}});
      const as = async (...roles: ('reviewer' | 'finance' | 'channel_admin')[]) => (await tenant.vendorSession({roles})).client;
      const [rita, fiona, dora] = [await as('reviewer'), await as('finance'), (await tenant.vendorSession({personId: directorId})).client];
      const partner = dealPartnerAt(programme, 0).client;
      const sent = async (amountMinor: number) => {
        const deal = await programme.submitted(partner, {lines: [{product: 'Vision', quantity: 1, unitPrice: eur(amountMinor)}]});
        const taken = await rita.dealReviews.assign({id: deal.id, version: deal.version});
        return rita.dealReviews.sendForApproval({id: deal.id, version: taken.version});
      };
      return {...programme, partner, rita, fiona, dora, directorId, as, sent};
    }
    const stepsOf = ({review}: DealRegistration) => review?.steps.map(({name, status}) => `${name} ${status}`);

    it('are needed where a rule fits, and go side by side, then in turn, to the protection', async () => {
      const {vendor, partner, rita, fiona, dora, submitted, sent} = await stage();
      const small = await submitted(partner, {lines: [{product: 'Vision', quantity: 1, unitPrice: eur(4_999_99)}]});
      const taken = await vendor.dealReviews.assign({id: small.id, version: small.version});
      assert.equal(taken.review?.mayApprove, true);
      assert.equal((await vendor.dealReviews.approve({id: small.id, version: taken.version})).status, 'approved');

      const large = await submitted(partner, {lines: [{product: 'Vision', quantity: 1, unitPrice: eur(5_000_00)}]});
      const one = await vendor.dealReviews.assign({id: large.id, version: large.version});
      assert.equal(one.review?.mayApprove, false);
      assert.equal(await refusalOf(vendor.dealReviews.approve({id: large.id, version: one.version})), 'deal_approval_needed');

      const {id, version} = await sent(20_000_00);
      const waiting = await vendor.dealRegistrations.get({id});
      assert.deepEqual(stepsOf(waiting)?.toSorted(), ['Director waiting', 'Finance pending', 'Reviewer pending']);
      assert.equal(await refusalOf(vendor.dealReviews.approve({id, version})), 'deal_not_your_step');
      assert.equal(await refusalOf(dora.dealReviews.approve({id, version})), 'deal_not_your_step');
      assert.equal((await rita.dealRegistrations.get({id})).review?.mayApprove, true);
      assert.equal((await dora.dealRegistrations.get({id})).review?.mayApprove, false);
      const first = await fiona.dealReviews.approve({id, version, comment: 'Margin is fine'});
      assert.equal(await refusalOf(fiona.dealReviews.approve({id, version: first.version})), 'deal_not_your_step');
      const second = await rita.dealReviews.approve({id, version: first.version});
      assert.deepEqual([second.status, second.review?.steps.find(({name}) => name === 'Director')?.status], ['pending_approval', 'pending']);
      const last = await dora.dealReviews.approve({id, version: second.version});
      assert.deepEqual([last.status, last.review?.steps.map(({status}) => status)], ['approved', ['approved', 'approved', 'approved']]);
      assert.doesNotMatch(JSON.stringify([await partner.dealRegistrations.get({id}), await partner.dealActivities.list({dealRegistrationId: id})]), /Margin|Finance|Director|Dora/);
    });

    it('end at a limit, which a delegate shares', async () => {
      const {tenant, vendor, fiona, rita, sent} = await stage();
      const {id, version} = await sent(60_000_00);
      assert.equal(await refusalOf(fiona.dealReviews.approve({id, version})), 'deal_limit_too_low');
      const step = (await vendor.dealRegistrations.get({id})).review?.steps.find(({name}) => name === 'Reviewer');
      assert.ok(step);
      const colleague = await tenant.newPerson({name: 'Otto', roles: ['reviewer']});
      assert.equal(await refusalOf(fiona.dealReviews.delegate({id, version, stepId: step.id, personId: colleague})), 'deal_not_your_step');
      assert.equal(await refusalOf(rita.dealReviews.delegate({id, version, stepId: step.id, personId: await tenant.newPerson({roles: ['marketing']})})), 'person_not_found');
      const given = await rita.dealReviews.delegate({id, version, stepId: step.id, personId: colleague, comment: 'On holiday'});
      assert.equal(given.review?.steps.find(({name}) => name === 'Reviewer')?.person?.name, 'Otto');
      assert.equal(await refusalOf(rita.dealReviews.approve({id, version: given.version})), 'deal_not_your_step');
      const otto = (await tenant.vendorSession({personId: colleague})).client;
      assert.equal((await otto.dealReviews.approve({id, version: given.version})).review?.steps.find(({name}) => name === 'Reviewer')?.status, 'approved');
    });

    it('end when one approver says no; the others need not decide', async () => {
      const {vendor, rita, fiona, partner, sent} = await stage();
      const {id, version} = await sent(20_000_00);
      assert.equal(await refusalOf(vendor.dealReviews.reject({id, version, reason: 'other'})), 'deal_not_your_step');
      const rejected = await fiona.dealReviews.reject({id, version, reason: 'compliance', comment: 'Sanctions list'});
      assert.deepEqual([rejected.status, stepsOf(rejected)?.toSorted()], ['rejected', ['Director skipped', 'Finance rejected', 'Reviewer skipped']]);
      assert.equal((await partner.dealRegistrations.get({id})).endReason, 'compliance');
      assert.equal(await refusalOf(rita.dealReviews.approve({id, version: rejected.version})), 'deal_status_conflict');
    });

    it('are skipped when the partner gives up', async () => {
      const {vendor, partner, sent} = await stage();
      const {id, version} = await sent(20_000_00);
      await partner.dealRegistrations.withdraw({id, version, reason: 'no_budget'});
      assert.deepEqual((await vendor.dealRegistrations.get({id})).review?.steps.map(({status}) => status), ['skipped', 'skipped', 'skipped']);
    });

    it('are escalated step by step when nobody decides in time: administrators may decide then', async () => {
      const {tenant, vendor, as, sent} = await stage();
      const {id, version} = await sent(20_000_00);
      assert.equal(await refusalOf(vendor.dealReviews.approve({id, version})), 'deal_not_your_step');
      server.clock.advance({hours: 12});
      await runDue(server.database, server.context);
      const admin = await as('channel_admin');
      const events = async () => (await tenant.client.dealActivities.list({dealRegistrationId: id, limit: 100})).items.filter(({event}) => event === 'step_escalated').map(({data}) => data['step']);
      assert.deepEqual(await events(), ['Finance']);
      const late = await admin.dealRegistrations.get({id});
      assert.equal(late.review?.mayApprove, true);
      const approved = await admin.dealReviews.approve({id, version: late.version});
      assert.equal(approved.review?.steps.find(({name}) => name === 'Finance')?.status, 'approved');
      server.clock.advance({hours: 12});
      await runDue(server.database, server.context);
      await runDue(server.database, server.context);
      assert.deepEqual(await events(), ['Reviewer', 'Finance']);
    });

    it('are foretold while a registration waits, with whom the programme names and whether the amount is within their limits', async () => {
      const {vendor, partner, rita, directorId, submitted} = await stage();
      const deal = await submitted(partner, {lines: [{product: 'Vision', quantity: 1, unitPrice: eur(60_000_00)}]});
      const {review} = await rita.dealRegistrations.get({id: deal.id});
      assert.equal(review?.plan?.rule, 'Large deals');
      const steps = review?.plan?.steps.map(({name, position, person, withinLimit, dueHours}) => [position, name, person?.name ?? null, withinLimit, dueHours]);
      assert.deepEqual(steps?.toSorted(), [[0, 'Finance', null, false, 12], [0, 'Reviewer', null, true, 24], [1, 'Director', 'Dora Director', true, 24]]);
      assert.deepEqual(review?.plan?.steps.at(-1)?.approver, {personId: directorId});
      assert.equal((await partner.dealRegistrations.get({id: deal.id})).review, null);
      const small = await submitted(partner, {lines: [{product: 'Vision', quantity: 1, unitPrice: eur(1_00)}]});
      assert.equal((await vendor.dealRegistrations.get({id: small.id})).review?.plan, null);
      const taken = await rita.dealReviews.assign({id: deal.id, version: deal.version});
      assert.equal((await rita.dealReviews.sendForApproval({id: deal.id, version: taken.version})).review?.plan, null, 'once they were asked, the steps say who');
    });

    it('remind whoever has to decide, once, before they are escalated, in the business hours of the programme', async () => {
      const {tenant, vendor, sent, rita} = await stage();
      const {version, leadPolicy} = await vendor.program.get({});
      // It is the weekend: the twelve hours of finance are Monday from nine to five and Tuesday until one.
      await vendor.program.update({version, leadPolicy: {...leadPolicy, calendar: {weekdays: [1, 2, 3, 4, 5], fromHour: 9, toHour: 17, holidays: []}}});
      const {id, review} = await sent(20_000_00);
      const monday = Date.parse('2026-11-23T07:00:00.000Z') + Math.floor((server.clock.now() - Date.parse('2026-11-21T10:00:00.000Z')) / (7 * 86_400_000)) * 7 * 86_400_000;
      assert.equal(review?.steps.find(({name}) => name === 'Finance')?.dueAt, new Date(monday + 28 * 3_600_000).toISOString());
      const told: string[][] = [];
      const look = async (instant: number) => {
        server.clock.set(instant);
        await runDue(server.database, server.context);
        const items = (await tenant.client.dealActivities.list({dealRegistrationId: id, limit: 100})).items.filter(({event}) => event === 'step_reminder' || event === 'step_escalated');
        told.push(items.map(({event, data, visibility}) => `${event} ${data['step']} ${visibility}`).toSorted());
      };
      const hours = (count: number) => monday + count * 3_600_000;
      // Three quarters of twelve business hours are Monday's eight and one on Tuesday.
      for (const instant of [hours(25) - 1, hours(25), hours(26), hours(28)]) await look(instant);
      const [finance, late] = ['step_reminder Finance vendor_internal', 'step_escalated Finance vendor_internal'];
      assert.deepEqual(told, [[], [finance], [finance], [late, finance]]);
      // Whoever gets a step from a colleague has its whole time, with a reminder of their own.
      const {client} = await tenant.vendorSession({roles: ['channel_admin']});
      const seen = await client.dealRegistrations.get({id});
      const otto = await tenant.newPerson({name: 'Otto', roles: ['finance']});
      await client.dealReviews.delegate({id, version: seen.version, stepId: seen.review?.steps.find(({name}) => name === 'Finance')?.id ?? '', personId: otto});
      await look(hours(28) + 7 * 86_400_000);
      assert.equal(told.at(-1)?.filter(each => each === late).length, 2);
      assert.ok(rita);
    });
  });
}
