import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {PointsEntry} from '@portico/contract';
import {sql} from 'kysely';
import {toSqlError} from '../database/errors.ts';
import {leadProgramme, partnerAt, refusalOf, type LeadProgramme} from '../testing/lead-programme.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestClient} from '../testing/test-client.ts';
import {getVersions, insertVersion} from '../points-rule/points-rule.queries.ts';
import {lockRules} from './partner-events.queries.ts';
import {beginReplay, replaySome, runReplays} from './run-replays.ts';

const fifty = {formula: {kind: 'fixed', points: 50}, cap: {times: 3, per: 'month'}} as const;
const deal = {name: 'A deal', customer: {name: 'Buyer Oy', website: 'https://buyer.example', country: 'FI'}, contact: {lastName: 'Buyer', email: 'b@buyer.example'}, expectedCloseOn: '2027-03-31', estimatedAmount: {amountMinor: 100_00, currency: 'EUR'}};

for (const database of databaseKinds) {
  describe(`the ledger of points on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    const newRule = async ({vendor}: LeadProgramme, input: Parameters<TestClient['pointsRules']['create']>[0]): Promise<string> => {
      const {id, version} = await vendor.pointsRules.create(input);
      await vendor.pointsRules.publish({id, version});
      return id;
    };
    const ledgerOf = async (client: TestClient) => (await client.pointsEntries.list({limit: 100})).items;
    /** What the ledger adds up to in the database itself, by partner. */
    const sumsOf = async ({tenant}: LeadProgramme) => {
      const rows = await tenant.inScope(({db}) => db.selectFrom('points_entry').select('partner_org_id').select(sql<number>`sum(points)::int`.as('points')).groupBy('partner_org_id').execute());
      return new Map(rows.map(row => [row.partner_org_id, row.points]));
    };
    const gist = (entries: readonly PointsEntry[]) => entries.map(({event, points, reason}) => [event?.event, points, reason]);

    it('is fed by what partners do here, and gives back what was voided', async () => {
      const programme = await leadProgramme(server, {partners: 1});
      const partner = partnerAt(programme, 0);
      await newRule(programme, {name: 'Quick', event: 'lead_accepted', ...fifty, condition: {maxHours: 0.1}});
      await newRule(programme, {name: 'Contact', event: 'first_contact', ...fifty});
      await newRule(programme, {name: 'Registered', event: 'deal_registered', ...fifty, formula: {kind: 'fixed', points: 5}});
      await newRule(programme, {name: 'Won', event: 'deal_won', ...fifty, formula: {kind: 'per_amount', points: 1, perMinor: 1000, currency: 'EUR'}});
      const {lead, offerId} = await programme.offered(partner);
      server.clock.advance({minutes: 7});
      await partner.client.leadOffers.accept({id: offerId, version: lead.offer?.version ?? 1});
      await partner.client.activities.create({leadOfferId: offerId, kind: 'call', body: 'Spoke with them'});
      await programme.accepted(partner);
      const draft = await partner.client.dealRegistrations.create(deal);
      const sent = (await partner.client.dealRegistrations.submit({id: draft.id, version: draft.version})).registration;
      const taken = await programme.vendor.dealReviews.assign({id: sent.id, version: sent.version});
      const approved = await programme.vendor.dealReviews.approve({id: sent.id, version: taken.version});
      const won = await partner.client.dealRegistrations.win({id: sent.id, version: approved.version, amount: {amountMinor: 99_99, currency: 'EUR'}});
      assert.deepEqual(new Set(gist(await ledgerOf(partner.client)).map(String)), new Set(['first_contact,50,event', 'lead_accepted,50,event', 'deal_registered,5,event', 'deal_won,9,event']));
      const before = await partner.client.pointsEntries.summary({});
      assert.equal(before.total, 114);
      await programme.vendor.dealReviews.void({id: sent.id, version: won.version, comment: 'It fell through'});
      const [reversal] = (await ledgerOf(partner.client)).filter(({points}) => points < 0);
      const [reversed] = (await ledgerOf(partner.client)).filter(({reversedById}) => reversedById !== null);
      assert.deepEqual([reversal?.points, reversal?.reason, reversal?.reversesId, reversed?.reversedById, reversal?.occurredAt], [-9, 'event_retracted', reversed?.id, reversal?.id, reversed?.occurredAt]);
      const {total, byRule} = await partner.client.pointsEntries.summary({});
      assert.deepEqual([total, byRule.reduce((sum, {points}) => sum + points, 0), byRule.at(-1)?.entries], [105, 105, 0]);
      assert.deepEqual(await sumsOf(programme), new Map([[partner.id, 105]]));
    });

    it('takes a source once, keeps to the cap, and shows partners their own lines alone', async () => {
      const programme = await leadProgramme(server, {partners: 2, route: false});
      const [first, second] = [partnerAt(programme, 0), partnerAt(programme, 1)];
      const ruleId = await newRule(programme, {name: 'Courses', event: 'course_passed', ...fifty, cap: {times: 2, per: 'month'}});
      const {client: key} = programme.tenant;
      const report = (sourceId: string, partnerOrgId = first.id, more = {}) => key.partnerEvents.create({event: 'course_passed', sourceId, partnerOrgId, ...more});
      const [one, again] = [await report('a'), await report('a', second.id)];
      assert.deepEqual(again, one);
      await report('b');
      await report('c');
      await report('d', first.id, {occurredAt: '2026-10-31T12:00:00+02:00'});
      await report('e', second.id, {entityId: 'basics'});
      await report('f', second.id, {entityId: 'basics'});
      assert.deepEqual(await sumsOf(programme), new Map([[first.id, 150], [second.id, 50]]));
      assert.deepEqual((await ledgerOf(first.client)).map(({points}) => points), [50, 50, 50]);
      assert.equal((await first.client.pointsEntries.list({partnerOrgId: second.id})).items.length, 0);
      assert.equal(await refusalOf(first.client.pointsEntries.summary({partnerOrgId: second.id})), 'partner_org_not_found');
      assert.equal((await programme.vendor.pointsEntries.list({ruleId, from: '2026-11-01T00:00:00Z'})).items.length, 3);
      assert.equal(await refusalOf(key.partnerEvents.create({event: 'deal_won', sourceId: 'x', partnerOrgId: first.id})), 'partner_event_reserved');
      await key.partnerEvents.retract({id: one.id});
      assert.notEqual((await key.partnerEvents.retract({id: one.id})).retractedAt, null);
      await report('g');
      assert.deepEqual(await sumsOf(programme), new Map([[first.id, 150], [second.id, 50]]));
    });

    it('shows what a new version would change, changes exactly that, and nothing the second time', async () => {
      const programme = await leadProgramme(server, {partners: 2, route: false});
      const {vendor, tenant: {client: key}} = programme;
      const [first, second] = [partnerAt(programme, 0), partnerAt(programme, 1)];
      const report = (sourceId: string, partnerOrgId: string, occurredAt: string) => key.partnerEvents.create({event: 'course_passed', sourceId, partnerOrgId, occurredAt});
      const early = await report('1', first.id, '2026-09-10T10:00:00Z');
      await report('2', first.id, '2026-10-10T10:00:00Z');
      const ruleId = await newRule(programme, {name: 'Courses', event: 'course_passed', ...fifty});
      assert.deepEqual(await sumsOf(programme), new Map([[first.id, 100]]));
      await report('3', first.id, '2026-11-10T10:00:00Z');
      await report('4', second.id, '2026-11-10T10:00:00Z');
      await key.partnerEvents.retract({id: early.id});
      const {version} = await vendor.pointsRules.get({id: ruleId});
      const changed = await vendor.pointsRules.update({id: ruleId, version, formula: {kind: 'fixed', points: 80}});
      const appliesFrom = '2026-11-01T00:00:00Z';
      const preview = await vendor.pointsRules.preview({id: ruleId, appliesFrom});
      assert.deepEqual([preview.pointsBefore, preview.pointsAfter, preview.added, preview.reversed, preview.events], [150, 210, 2, 2, 4]);
      assert.deepEqual(new Map(preview.partners.map(({partnerOrg, before: was, after: is}) => [partnerOrg.id, [was, is]])), new Map([[first.id, [100, 130]], [second.id, [50, 80]]]));
      assert.deepEqual(await sumsOf(programme), new Map([[first.id, 100], [second.id, 50]]));
      const published = await vendor.pointsRules.publish({id: ruleId, version: changed.version, appliesFrom});
      assert.deepEqual(published.replay, preview);
      assert.deepEqual(await sumsOf(programme), new Map([[first.id, 130], [second.id, 80]]));
      assert.equal(await refusalOf(vendor.pointsRules.publish({id: ruleId, version: published.rule.version})), 'points_rule_no_draft');
      const same = await vendor.pointsRules.update({id: ruleId, version: published.rule.version, formula: {kind: 'fixed', points: 80}});
      const replayed = await vendor.pointsRules.publish({id: ruleId, version: same.version, appliesFrom});
      assert.deepEqual([replayed.replay.added, replayed.replay.reversed, replayed.rule.published?.number], [0, 0, 3]);
      await report('5', second.id, '2026-10-20T10:00:00Z');
      assert.deepEqual((await ledgerOf(second.client)).map(({points, rule}) => `${points} by ${rule?.number}`).toSorted(), ['-50 by 1', '50 by 1', '50 by 1', '80 by 2']);
    });

    it('is put right partner by partner, goes on after it was cut off, and ends as if it had been done at once', async () => {
      const programme = await leadProgramme(server, {partners: 7, route: false});
      const {vendor, tenant} = programme;
      const [first, second] = [partnerAt(programme, 0), partnerAt(programme, 1)];
      let count = 0;
      const report = (partnerOrgId: string) => tenant.client.partnerEvents.create({event: 'course_passed', sourceId: `course-${++count}`, partnerOrgId, occurredAt: '2026-11-10T10:00:00Z'});
      const ruleId = await newRule(programme, {name: 'Courses', event: 'course_passed', ...fifty});
      for (const {id} of programme.partners) for (let time = 0; time < 2; time++) await report(id);
      const {version} = await vendor.pointsRules.get({id: ruleId});
      await vendor.pointsRules.update({id: ruleId, version, formula: {kind: 'fixed', points: 80}, cap: {times: 2, per: 'month'}});
      const preview = await vendor.pointsRules.preview({id: ruleId});
      const board = await tenant.client.boards.create({name: 'Points', metric: 'points', period: 'month'});
      // As `publish` does, with so few at once that five partners are left.
      const [next, ...others] = await tenant.inScope(async ({db}) => db.selectFrom('points_rule').select(['draft', 'number']).where('points_rule_id', '=', ruleId).execute());
      assert.deepEqual([others.length, next?.number], [0, 1]);
      await tenant.inScope(async scope => {
        await lockRules(scope);
        await insertVersion(scope, ruleId, {number: 2, appliesFrom: null, terms: next?.draft ?? assert.fail()});
        await beginReplay(scope, ruleId, await getVersions(scope, ruleId), 2);
      });
      const begun = (await vendor.pointsRules.replay({id: ruleId})).replay;
      assert.deepEqual([begun?.partnersLeft, begun?.partnersChanged, begun?.pointsAfter], [5, 2, 320]);
      // Cut off in the middle: nothing of those partners is kept.
      await assert.rejects(tenant.inScope(async scope => {
        assert.equal((await replaySome(scope, 2))?.partners_left, 3);
        throw new Error('killed');
      }), /killed/);
      assert.deepEqual((await vendor.pointsRules.replay({id: ruleId})).replay, begun);
      // Meanwhile partners go on, those that were looked at and those that were not: the cap is the new one's.
      for (const {id} of [first, second, ...programme.partners.slice(5)]) await report(id);
      const stop = new AbortController();
      stop.abort();
      assert.equal(await runReplays(server.database, server.context, {atOnce: 2, signal: stop.signal}), 0);
      const [ended, beside] = await Promise.all([runReplays(server.database, server.context, {atOnce: 2}), runReplays(server.database, server.context, {atOnce: 2})]);
      assert.equal(ended + beside, 1);
      const {replay} = await vendor.pointsRules.replay({id: ruleId});
      assert.deepEqual([replay?.partnersLeft, replay?.pointsAfter, replay?.partnersChanged, replay?.partners.length], [0, preview.pointsAfter, 7, 7]);
      assert.deepEqual(await sumsOf(programme), new Map(programme.partners.map(({id}) => [id, 160])));
      const shown = await vendor.boards.standings({id: board.id, at: '2026-11-12T00:00:00Z'});
      assert.deepEqual(shown.rows.map(({value}) => value), Array.from({length: 7}, () => 160));
      const {version: now} = await vendor.pointsRules.get({id: ruleId});
      await vendor.pointsRules.update({id: ruleId, version: now, name: 'Courses', oncePerEntity: true});
      assert.deepEqual([(await vendor.pointsRules.preview({id: ruleId})).added, await runReplays(server.database, server.context)], [0, 0]);
    });

    it('holds points of deals with oneself, whatever the two have in common', async () => {
      const programme = await leadProgramme(server, {partners: 1, route: false});
      const partner = partnerAt(programme, 0);
      await newRule(programme, {name: 'Registered', event: 'deal_registered', ...fifty, cap: {times: 100, per: 'month'}});
      await programme.tenant.inScope(async scope => {
        const common = {tenant_id: scope.tenantId, partner_org_id: partner.id};
        await scope.db.updateTable('partner_org').set({name: 'Lumen Automation Oy', website: 'https://www.lumen.example', country: 'FI'}).where('partner_org_id', '=', partner.id).execute();
        await scope.db.updateTable('person').set({name: 'Aino Virtanen', email: 'aino@lumen-group.example'}).where('person_id', '=', partner.session.personId).execute();
        const now = new Date(server.clock.now()).toISOString();
        await scope.db.insertInto('partner_brand').values({...common, phone: '040 123 4567', created_at: now, updated_at: now}).execute();
      });
      await programme.tenant.client.accounts.upsert({accounts: [{externalId: 'a-1', name: 'Lumen', website: 'lumen.example', taxId: 'FI12345671', country: 'FI', standing: 'existing_customer'}]});
      let count = 0;
      const register = async (customer: object, contact: object) => {
        const draft = await partner.client.dealRegistrations.create({...deal, customer: {...deal.customer, website: null, ...customer}, contact: {lastName: 'Buyer', email: `buyer@mail-${++count}.example`, phone: '+358 9 555 000', ...contact}});
        await partner.client.dealRegistrations.submit({id: draft.id, version: draft.version});
        return draft.id;
      };
      const ids = [
        await register({name: 'Acme Oy', website: 'https://acme.example'}, {email: 'buyer@acme.example'}),
        await register({name: 'LUMEN AUTOMATION'}, {}),
        await register({name: 'Beta Oy', website: 'https://shop.lumen.example/fi'}, {}),
        await register({name: 'Gamma Oy', website: 'https://gamma.example'}, {email: 'other@lumen-group.example'}),
        await register({name: 'Delta Oy', website: 'https://delta.example'}, {phone: '+358 40 1234567'}),
        await register({name: 'Epsilon Oy', website: 'https://epsilon.example', taxId: 'FI 1234567-1'}, {}),
        await register({name: 'Zeta Oy', website: 'https://zeta.example'}, {firstName: 'Aino', lastName: 'Virtanen'}),
      ];
      const {items} = await programme.vendor.pointsHolds.list({});
      const signs = new Map(items.map(({event, findings}) => [event.entityId, findings.flatMap(finding => finding.signs ?? [])]));
      assert.deepEqual(ids.map(id => signs.get(id)), [undefined, ['name'], ['domain'], ['email_domain'], ['phone'], ['tax_id'], ['person']]);
      assert.deepEqual(await sumsOf(programme), new Map([[partner.id, 50]]));
    });

    it('hides drafts, and rules for others, from partners', async () => {
      const programme = await leadProgramme(server, {partners: 1, route: false});
      const {client} = partnerAt(programme, 0);
      const {id} = await programme.vendor.pointsRules.create({name: 'Draft', event: 'course_passed', ...fifty});
      await newRule(programme, {name: 'Others', event: 'course_passed', ...fifty, audience: {groups: ['beta']}});
      const mine = await newRule(programme, {name: 'Mine', event: 'course_passed', ...fifty, audience: {partnerTypes: ['reseller'], partnerOrgIds: [partnerAt(programme, 0).id]}});
      assert.deepEqual((await client.pointsRules.list({})).items.map(rule => [rule.id, rule.published?.terms.audience.partnerOrgIds]), [[mine, []]]);
      assert.equal(await refusalOf(client.pointsRules.get({id})), 'points_rule_not_found');
      assert.equal((await programme.vendor.pointsRules.list({})).items.length, 3);
    });

    it('is held together by the database: no edit, no second reversal, none that is not the opposite', async () => {
      const programme = await leadProgramme(server, {partners: 1, route: false});
      const {tenant} = programme;
      await newRule(programme, {name: 'Courses', event: 'course_passed', ...fifty});
      const {id} = await tenant.client.partnerEvents.create({event: 'course_passed', sourceId: 'a', partnerOrgId: partnerAt(programme, 0).id});
      const attempt = async (statement: string): Promise<string> =>
        tenant.inScope(({db}) => sql.raw(statement).execute(db)).then(
          () => 'done',
          (error: unknown) => toSqlError(error)?.code ?? String(error),
        );
      const copy = (step: number, points: number) => attempt(`insert into points_entry (tenant_id, points_entry_id, partner_org_id, points_rule_id, rule_number, partner_event_id, step, points, reason, occurred_at, recorded_at)
        select tenant_id, gen_random_uuid(), partner_org_id, points_rule_id, rule_number, partner_event_id, ${step}, ${points}, 'event_retracted', occurred_at, recorded_at from points_entry where partner_event_id = '${id}' and step = 0`);
      assert.equal(await attempt('update points_entry set points = 1'), '42501');
      assert.equal(await attempt("delete from partner_event where event = 'course_passed'"), '42501');
      assert.deepEqual([await copy(0, 50), await copy(1, -49), await copy(1, 50), await copy(2, 50), await copy(3, -50)], ['23505', '23503', '23514', '23503', '23503']);
      assert.deepEqual([await copy(1, -50), await copy(1, -50), await copy(2, 70), await copy(3, -70)], ['done', '23505', 'done', 'done']);
    });
  });
}
