import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {ConflictResolution, DealRegistration} from '@portico/contract';
import {ApprovalRule} from '@portico/contract';
import {conflictDeadlines} from '../jobs/conflict-deadlines.ts';
import {runDue} from '../jobs/run-due.ts';
import {dealPartnerAt, dealProgramme} from '../testing/deal-programme.ts';
import {refusalOf, refusalsOf} from '../testing/lead-programme.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

const customer = {name: 'Contested Oy', website: 'https://contested.example', country: 'FI'};

for (const database of resourceDatabaseKinds) {
  describe(`conflict cases on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    /** Two partners' registrations of one customer, the first of them protected unless said. */
    async function stage({isProtected = true} = {}) {
      const programme = await dealProgramme(server, {partners: 3});
      const [a, b, c] = [dealPartnerAt(programme, 0), dealPartnerAt(programme, 1), dealPartnerAt(programme, 2)];
      const first = isProtected ? await programme.approved(a.client, {customer}) : await programme.submitted(a.client, {customer});
      const second = await programme.submitted(b.client, {customer});
      const open = () => programme.vendor.conflictCases.create({firstId: second.id, secondId: first.id, comment: 'Who was first at the plant?'});
      return {...programme, a, b, c, first, second, open};
    }
    const statusOf = async ({tenant}: {tenant: {client: {dealRegistrations: {get: (input: {id: string}) => Promise<DealRegistration>}}}}, id: string) => (await tenant.client.dealRegistrations.get({id})).status;

    it('are opened once between two partners’ registrations that go on, the earlier one first', async () => {
      const {vendor, a, b, first, second, open, submitted} = await stage();
      const opened = await open();
      assert.deepEqual([opened.status, opened.dealRegistrationId, opened.otherDealRegistrationId, opened.entries.map(({event, text}) => [event, text])], ['open', first.id, second.id, [['opened', 'Who was first at the plant?']]]);
      assert.equal(await refusalOf(open()), 'conflict_case_open');
      assert.equal((await vendor.dealRegistrations.get({id: second.id})).review?.conflictCaseId, opened.id);
      const create = (firstId: string, secondId: string) => refusalOf(vendor.conflictCases.create({firstId, secondId, comment: 'x'}));
      assert.equal(await create(first.id, first.id), 'input_invalid');
      const own = await submitted(a.client);
      assert.equal(await create(first.id, own.id), 'input_invalid');
      const gone = await submitted(b.client);
      await b.client.dealRegistrations.withdraw({id: gone.id, version: gone.version, reason: 'other'});
      assert.equal(await create(first.id, gone.id), 'deal_status_conflict');
      assert.equal(await create(first.id, opened.id), 'deal_registration_not_found');
    });

    it('show each partner its own side and neutral events, and do not move when the other speaks', async () => {
      const {tenant, vendor, a, b, c, first, second, open} = await stage();
      const {id} = await open();
      const asked = await vendor.conflictCases.move({id, version: 1, to: 'evidence', comment: 'B seems stronger'});
      assert.equal(asked.evidenceDueAt, new Date(server.clock.now() + 10 * 86_400_000).toISOString());
      const before = await b.client.conflictCases.get({id});
      await a.client.conflictCases.state({id, version: 2, text: 'Since August at the plant'});
      assert.deepEqual(await b.client.conflictCases.get({id}), before);
      const mine = await b.client.conflictCases.state({id, version: before.version, text: 'They called us first'});
      assert.deepEqual([mine.dealRegistrationId, mine.otherDealRegistrationId], [second.id, null]);
      assert.deepEqual(mine.entries.map(({side, event, text}) => [side, event, text]), [['vendor', 'opened', null], ['vendor', 'evidence_asked', null], ['you', 'statement', 'They called us first']]);
      assert.doesNotMatch(JSON.stringify(mine), new RegExp(`August|stronger|${first.id}|${a.partnerOrgId}`));
      assert.deepEqual((await vendor.conflictCases.get({id})).entries.map(({side, text}) => [side, text]), [['vendor', 'Who was first at the plant?'], ['vendor', 'B seems stronger'], ['first', 'Since August at the plant'], ['second', 'They called us first']]);
      assert.deepEqual(await refusalsOf(c.client.conflictCases.get({id}), c.client.conflictCases.state({id, version: 2, text: 'Me too'})), ['conflict_case_not_found']);
      assert.deepEqual((await c.client.conflictCases.list({})).items, []);
      assert.deepEqual((await b.client.conflictCases.list({dealRegistrationId: first.id})).items, []);
      assert.deepEqual((await b.client.conflictCases.list({dealRegistrationId: second.id})).items.map(item => item.id), [id]);
      const news = await tenant.inScope(({db}) => db.selectFrom('change_event').select(['partner_org_id']).where('resource', '=', 'conflict_case').orderBy('change_id').execute());
      assert.deepEqual(news.map(row => row.partner_org_id), [a.partnerOrgId, b.partnerOrgId, a.partnerOrgId, b.partnerOrgId, a.partnerOrgId, b.partnerOrgId]);
      const rep = await tenant.partnerSession({partnerOrgId: b.partnerOrgId, roles: ['sales_rep']});
      assert.equal(await refusalOf(rep.client.conflictCases.get({id})), 'conflict_case_not_found');
    });

    it('move as people decide, until they are resolved', async () => {
      const {vendor, a, open} = await stage();
      const {id} = await open();
      const mediated = await vendor.conflictCases.move({id, version: 1, to: 'mediation'});
      assert.equal(await refusalOf(vendor.conflictCases.move({id, version: mediated.version, to: 'mediation'})), 'conflict_status_conflict');
      const escalated = await vendor.conflictCases.move({id, version: mediated.version, to: 'escalated'});
      assert.equal(await refusalOf(vendor.conflictCases.resolve({id, version: escalated.version, resolution: 'split', comment: 'x'})), 'input_invalid');
      assert.equal(await refusalOf(vendor.conflictCases.resolve({id, version: 1, resolution: 'none', comment: 'x'})), 'version_conflict');
      const done = await vendor.conflictCases.resolve({id, version: escalated.version, resolution: 'none', comment: 'Two plants, two deals'});
      assert.deepEqual([done.status, done.resolution], ['resolved', 'none']);
      assert.equal(await refusalOf(vendor.conflictCases.move({id, version: done.version, to: 'evidence'})), 'conflict_status_conflict');
      assert.equal(await refusalOf(a.client.conflictCases.state({id, version: done.version, text: 'But'})), 'conflict_status_conflict');
      assert.equal((await open()).status, 'open', 'a new case may be opened after');
    });

    it('are decided by nobody who manages one of the two partners only', async () => {
      const {tenant, a, b, open, second} = await stage();
      const {id} = await open();
      const mia = await tenant.vendorSession({roles: ['channel_manager']});
      const manage = (partnerOrgId: string) => tenant.inScope(({db}) => db.updateTable('partnership').set({manager_id: mia.personId}).where('partner_org_id', '=', partnerOrgId).execute());
      await manage(a.partnerOrgId);
      assert.equal((await mia.client.conflictCases.get({id})).otherDealRegistrationId, second.id);
      assert.equal(await refusalOf(mia.client.conflictCases.resolve({id, version: 1, resolution: 'direct', comment: 'x'})), 'forbidden');
      await manage(b.partnerOrgId);
      assert.equal(await refusalOf(mia.client.conflictCases.resolve({id, version: 1, resolution: 'none', comment: 'x'})), null);
    });

    const outcomes: [ConflictResolution, boolean, string, string][] = [
      ['none', true, 'approved', 'submitted'],
      ['first_keeps', true, 'approved', 'cancelled'],
      ['second_takes', true, 'cancelled', 'approved'],
      ['direct', true, 'cancelled', 'cancelled'],
      ['split', true, 'approved', 'approved'],
      ['second_takes', false, 'cancelled', 'approved'],
      ['first_keeps', false, 'submitted', 'cancelled'],
      ['split', false, 'submitted', 'submitted'],
    ];
    for (const [resolution, isProtected, first, second] of outcomes) {
      it(`decided as ${resolution}${isProtected ? '' : ' before anybody is protected'} leave the first ${first} and the second ${second}`, async () => {
        const stood = await stage({isProtected});
        const {id} = await stood.open();
        const share = resolution === 'split' ? {firstSharePercent: 70} : {};
        await stood.vendor.conflictCases.resolve({id, version: 1, resolution, comment: 'Decided', ...share});
        assert.deepEqual([await statusOf(stood, stood.first.id), await statusOf(stood, stood.second.id)], [first, second]);
        const view = await stood.b.client.conflictCases.get({id});
        assert.deepEqual([view.resolution, view.firstSharePercent], resolution === 'split' ? ['split', 30] : [null, null]);
        const held = await stood.tenant.inScope(({db}) => db.selectFrom('deal_protection').select('deal_registration_id').distinct().where('released_at', 'is', null).execute());
        const holders = {none: [stood.first.id], first_keeps: [stood.first.id], second_takes: [stood.second.id], direct: [], split: [stood.first.id, stood.second.id]}[resolution];
        assert.deepEqual(held.map(row => row.deal_registration_id).toSorted(), !isProtected && resolution !== 'second_takes' ? [] : holders.toSorted());
      });
    }

    /** A deal that two share, with a third behind them; the second wants one product more. */
    async function shared() {
      const stood = await stage();
      const {vendor, c, b, second, submitted} = stood;
      const third = await submitted(c.client, {customer, lines: []});
      const wider = await b.client.dealRegistrations.get({id: second.id});
      const {id} = await stood.open();
      await vendor.conflictCases.resolve({id, version: 1, resolution: 'split', firstSharePercent: 50, comment: 'Half and half'});
      const approveThird = async () => {
        const {version, status} = await vendor.dealRegistrations.get({id: third.id});
        const taken = status === 'submitted' ? (await vendor.dealReviews.assign({id: third.id, version})).version : version;
        return refusalOf(vendor.dealReviews.approve({id: third.id, version: taken}));
      };
      const held = async () => {
        const rows = await stood.tenant.inScope(({db}) => db.selectFrom('deal_protection').select(['deal_registration_id as id', 'beside_id']).distinct().where('released_at', 'is', null).execute());
        return new Map(rows.map(row => [row.id, row.beside_id]));
      };
      const end = async (deal: DealRegistration, partner: typeof b) => partner.client.dealRegistrations.lose({id: deal.id, version: (await partner.client.dealRegistrations.get({id: deal.id})).version, reason: 'price'});
      return {...stood, third, wider, approveThird, held, end};
    }

    it('that split a deal protect both halves: when one ends the other still holds, and the third is told when both have ended', async () => {
      for (const isFirstToEnd of [true, false]) {
        const {a, b, c, tenant, first, second, third, approveThird, held, end} = await shared();
        assert.deepEqual(await held(), new Map([[first.id, null], [second.id, first.id]]));
        assert.equal(await approveThird(), 'deal_already_protected');
        await (isFirstToEnd ? end(first, a) : end(second, b));
        assert.deepEqual(await held(), new Map([[isFirstToEnd ? second.id : first.id, null]]));
        assert.equal(await approveThird(), 'deal_already_protected');
        const story = async () => (await c.client.dealActivities.list({dealRegistrationId: third.id})).items.filter(({event}) => event === 'next_in_queue').length;
        assert.equal(await story(), 0);
        await (isFirstToEnd ? end(second, b) : end(first, a));
        assert.deepEqual([await story(), (await tenant.client.dealRegistrations.get({id: third.id})).standing, await approveThird()], [1, 'first', null]);
      }
    });

    it('that split a deal before anybody is protected let both be approved, and neither stands behind the other', async () => {
      const stood = await stage({isProtected: false});
      const {vendor, first, second} = stood;
      const {id} = await stood.open();
      await vendor.conflictCases.resolve({id, version: 1, resolution: 'split', firstSharePercent: 50, comment: 'Half and half'});
      assert.deepEqual([(await vendor.dealRegistrations.get({id: first.id})).standing, (await vendor.dealRegistrations.get({id: second.id})).standing], ['first', 'first']);
      for (const deal of [second, first]) {
        const taken = await vendor.dealReviews.assign({id: deal.id, version: (await vendor.dealRegistrations.get({id: deal.id})).version});
        assert.equal((await vendor.dealReviews.approve({id: deal.id, version: taken.version})).status, 'approved');
      }
      const besides = await stood.tenant.inScope(({db}) => db.selectFrom('deal_protection').select(['deal_registration_id as id', 'beside_id']).distinct().where('released_at', 'is', null).execute());
      assert.deepEqual(new Map(besides.map(row => [row.id, row.beside_id])), new Map([[second.id, null], [first.id, second.id]]));
      // A deal that is protected again after its end is beside the other again.
      server.clock.advance({days: 91});
      await runDue(server.database, server.context);
      const {client} = await stood.tenant.vendorSession();
      for (const deal of [first, second]) {
        const {status, version} = await client.dealRegistrations.get({id: deal.id});
        assert.equal(status, 'expired');
        await client.dealReviews.postpone({id: deal.id, version, protectedUntilOn: new Date(server.clock.now() + 30 * 86_400_000).toISOString().slice(0, 10)});
      }
      const again = await stood.tenant.inScope(({db}) => db.selectFrom('deal_protection').select(['deal_registration_id as id', 'beside_id']).distinct().where('released_at', 'is', null).execute());
      assert.deepEqual(new Map(again.map(row => [row.id, row.beside_id])), new Map([[first.id, null], [second.id, first.id]]));
    });

    it('go on to mediation when the time for evidence is over, and all three hear of it', async () => {
      const {tenant, vendor, a, b, open} = await stage();
      const {id} = await open();
      await vendor.conflictCases.move({id, version: 1, to: 'evidence'});
      server.clock.advance({days: 9, hours: 23});
      assert.equal(await runDue(server.database, server.context, [conflictDeadlines]), 0);
      server.clock.advance({hours: 1});
      assert.equal(await runDue(server.database, server.context, [conflictDeadlines]), 1);
      assert.equal(await runDue(server.database, server.context, [conflictDeadlines]), 0);
      const read = await tenant.client.conflictCases.get({id});
      assert.deepEqual([read.status, read.entries.at(-1)?.event, read.version], ['mediation', 'evidence_closed', 3]);
      for (const partner of [a, b]) {
        const client = await tenant.partnerSession({partnerOrgId: partner.partnerOrgId, personId: partner.personId}).then(session => session.client);
        const seen = await client.conflictCases.get({id});
        assert.deepEqual([seen.status, seen.entries.map(({side, event}) => `${side} ${event}`)], ['mediation', ['vendor opened', 'vendor evidence_asked', 'vendor evidence_closed']]);
        // What comes late is heard all the same.
        await client.conflictCases.state({id, version: seen.version, text: 'Sorry to be late'});
      }
      const heard = await tenant.inScope(({db}) => db.selectFrom('change_event').select(['partner_org_id', 'to_vendor']).where('resource', '=', 'conflict_case').orderBy('change_id').execute());
      assert.deepEqual(new Set(heard.slice(4, 6).map(row => row.partner_org_id)), new Set([a.partnerOrgId, b.partnerOrgId]));
      // One that was moved on by hand is left alone.
      const {client} = await tenant.vendorSession();
      const asked = await client.conflictCases.move({id, version: read.version, to: 'evidence'});
      await client.conflictCases.move({id, version: asked.version, to: 'escalated'});
      server.clock.advance({days: 30});
      assert.equal(await runDue(server.database, server.context, [conflictDeadlines]), 0);
    });

    it('decide nothing past those who have to approve, and nothing by halves', async () => {
      const stood = await stage();
      const {vendor, tenant, first, second, open} = stood;
      const {version, dealPolicy} = await vendor.program.get({});
      const rule = ApprovalRule.parse({name: 'All', steps: [{name: 'Finance', position: 0, approver: {role: 'finance'}}]});
      await vendor.program.update({version, dealPolicy: {...dealPolicy, approvalRules: [rule]}});
      const {id} = await open();
      assert.equal(await refusalOf(vendor.conflictCases.resolve({id, version: 1, resolution: 'second_takes', comment: 'x'})), 'deal_not_your_step');
      assert.deepEqual([await statusOf(stood, first.id), await statusOf(stood, second.id), (await vendor.conflictCases.get({id})).status], ['approved', 'submitted', 'open']);
      const finance = (await tenant.vendorSession({roles: ['finance']})).client;
      await finance.conflictCases.resolve({id, version: 1, resolution: 'second_takes', comment: 'x'});
      assert.deepEqual([await statusOf(stood, first.id), await statusOf(stood, second.id)], ['cancelled', 'approved']);
    });
  });
}
