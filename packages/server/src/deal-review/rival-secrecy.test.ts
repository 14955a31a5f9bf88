import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {api, type Route} from '@portico/contract';
import {dealPartnerAt, dealProgramme} from '../testing/deal-programme.ts';
import {refusalOf} from '../testing/lead-programme.ts';
import {testClient, toRequest, type TestClient} from '../testing/test-client.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

const missing = '0190a000-0000-7000-8000-000000000000';
const customer = {name: 'Rivalry Oy', website: 'https://rivalry.example', country: 'FI'};
// Words that occur nowhere but in the first partner's registration and what was said about it.
const words = ['dealword', 'descriptionword', 'usecaseword', 'streetword', 'relationword', 'firstword', 'lastword', 'jobword', 'mailword', 'contractword', 'competitorword', 'incumbentword', 'supportword', 'callword', 'ownnoteword', 'vendornoteword', 'decisionword', 'extensionword', 'statementword', 'caseword', 'givenameword', 'evidenceword', '7654321', 'crmword'];

/** What a partner may send to a route about a registration, a request, a file or a case. */
const bodies: Readonly<Record<string, Record<string, unknown>>> = {
  'dealRegistrations.update': {name: 'Mine'},
  'dealRegistrations.withdraw': {reason: 'other'},
  'dealRegistrations.reassign': {ownerId: missing},
  'dealRegistrations.setStage': {stage: 'proposal'},
  'dealRegistrations.lose': {reason: 'price'},
  'dealChanges.extend': {note: 'x', protectedUntilOn: '2027-12-31'},
  'dealChanges.amend': {note: 'x', amendment: {expectedCloseOn: '2027-12-31'}},
  'dealActivities.create': {kind: 'call', body: 'x'},
  'evidenceFiles.create': {fileName: 'a.csv', mediaType: 'text/csv', sizeBytes: 4},
  'evidenceFiles.putPart': {index: 0, base64: 'YSxiCg=='},
  'evidenceFiles.getPart': {index: 0},
  'conflictCases.state': {text: 'x'},
};

for (const database of databaseKinds) {
  describe(`a partner beside a rival on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    /** The first partner with a full registration, and the second behind it. */
    async function stage() {
      const programme = await dealProgramme(server, {partners: 3});
      const {tenant} = programme;
      const b = dealPartnerAt(programme, 1);
      const partnerOrgId = await tenant.newPartnerOrg({name: 'Firstpartnerword'});
      const a = await tenant.partnerSession({partnerOrgId, personId: await tenant.newPerson({name: 'Givenameword', partnerOrgId, roles: ['sales_lead']})});
      const reviewer = await tenant.vendorSession({personId: await tenant.newPerson({name: 'Reviewerword'})});
      const draft = await programme.draft(a.client, {
        customer: {...customer, street: 'streetword', relationship: 'relationword', taxId: 'FI07654321'},
        contact: {firstName: 'firstword', lastName: 'lastword', jobTitle: 'jobword', email: 'mailword@rivalry.example'},
        name: 'dealword', description: 'descriptionword', useCase: 'usecaseword', contractType: 'contractword', competitors: ['competitorword'], incumbent: 'incumbentword', supportRequested: 'supportword',
        lines: [{product: 'Vision', quantity: 7, unitPrice: {amountMinor: 76_543_21, currency: 'EUR'}}],
      });
      const evidence = await a.client.evidenceFiles.create({dealRegistrationId: draft.id, fileName: 'evidenceword.csv', mediaType: 'text/csv', sizeBytes: 4});
      await a.client.evidenceFiles.putPart({id: evidence.id, index: 0, base64: 'YSxiCg=='});
      await a.client.evidenceFiles.complete({id: evidence.id});
      const now = await a.client.dealRegistrations.get({id: draft.id});
      const {registration: first} = await a.client.dealRegistrations.submit({id: draft.id, version: now.version});
      server.clock.advance({seconds: 1});
      const second = await programme.submitted(b.client, {customer});
      return {...programme, a, b, reviewer, first, second, evidenceId: evidence.id};
    }
    type Stage = Awaited<ReturnType<typeof stage>>;

    /** Everything that can happen to the first registration without changing where the second stands, one act after the other. */
    function actsOn({a, reviewer, first, vendor}: Stage): [string, () => Promise<unknown>][] {
      const {id} = first;
      const version = async (): Promise<number> => (await vendor.dealRegistrations.get({id})).version;
      const {dealReviews} = reviewer.client;
      return [
        ['assign', async () => dealReviews.assign({id, version: await version()})],
        ['internal note of the partner', () => a.client.dealActivities.create({dealRegistrationId: id, kind: 'note', body: 'ownnoteword', internal: true})],
        ['internal note of the vendor', () => reviewer.client.dealActivities.create({dealRegistrationId: id, kind: 'note', body: 'vendornoteword', internal: true})],
        ['call', () => a.client.dealActivities.create({dealRegistrationId: id, kind: 'call', body: 'callword'})],
        ['request for information', async () => dealReviews.requestInfo({id, version: await version(), fields: ['description'], comment: 'decisionword'})],
        ['answer', async () => a.client.dealRegistrations.submit({id, version: await version()})],
        ['assign again', async () => dealReviews.assign({id, version: await version()})],
        ['send for approval', async () => dealReviews.sendForApproval({id, version: await version()})],
        ['approve', async () => dealReviews.approve({id, version: await version(), comment: 'decisionword'})],
        ['stage', async () => a.client.dealRegistrations.setStage({id, version: await version(), stage: 'proposal'})],
        ['ask for an extension', () => a.client.dealChanges.extend({dealRegistrationId: id, note: 'extensionword', protectedUntilOn: new Date(server.clock.now() + 120 * 86_400_000).toISOString().slice(0, 10)})],
        ['grant it', async () => reviewer.client.dealChanges.approve({id: (await vendor.dealChanges.list({dealRegistrationId: id})).items[0]!.id, version: 1})],
        ['amend', () => a.client.dealChanges.amend({dealRegistrationId: id, note: 'extensionword', amendment: {expectedCloseOn: '2027-05-05'}})],
        ['convert', async () => dealReviews.convert({id, version: await version(), opportunityRef: 'crmword'})],
        ['transfer', () => reviewer.client.dealChanges.transfer({dealRegistrationId: id, toPartnerOrgId: missing, note: 'x'}).catch(() => {})],
      ];
    }

    /** A client that keeps the text of every answer. */
    function listening(token: string): {client: TestClient; heard: string[]} {
      const heard: string[] = [];
      const send = async (path: string, init?: RequestInit) => {
        const response = await server.send(path, init);
        heard.push(`${path} ${await response.clone().text()} ${JSON.stringify([...response.headers])}`);
        return response;
      };
      return {client: testClient(send, token), heard};
    }

    it('sees its own registration, lists, counts and news stand still whatever happens to the other', async () => {
      const stood = await stage();
      const {tenant, b, second} = stood;
      const picture = async () => {
        const {client} = b;
        const parts = [
          await client.dealRegistrations.get({id: second.id}),
          await client.dealRegistrations.list({}),
          await client.dealRegistrations.counts({}),
          await client.dealActivities.list({dealRegistrationId: second.id}),
          await client.dealChanges.list({}),
          await client.receipts.list({dealRegistrationId: second.id}),
          await client.conflictCases.list({}),
        ];
        const news = await tenant.inScope(({db}) => db.selectFrom('change_event').selectAll().where('partner_org_id', '=', b.partnerOrgId).orderBy('change_id').execute());
        return JSON.stringify([...parts, news.map(row => [row.resource, row.resource_id])]);
      };
      const at = await picture();
      for (const [act, happen] of actsOn(stood)) {
        await happen();
        assert.equal(await picture(), at, act);
        server.clock.advance({seconds: 1});
      }
    });

    it('reads and finds no word of it, and is answered as if nothing of it existed', async () => {
      const stood = await stage();
      const {a, b, vendor, reviewer, first, second, evidenceId, tenant} = stood;
      for (const [, happen] of actsOn(stood)) await happen();
      const opened = await vendor.conflictCases.create({firstId: first.id, secondId: second.id, comment: 'caseword'});
      await a.client.conflictCases.state({id: opened.id, version: 1, text: 'statementword'});
      const change = (await vendor.dealChanges.list({dealRegistrationId: first.id, open: true})).items[0];
      assert.ok(change);
      const otherCase = await vendor.conflictCases.create({firstId: first.id, secondId: (await stood.submitted(dealPartnerAt(stood, 2).client, {customer})).id, comment: 'caseword'});

      const {client, heard} = listening(b.token);
      const {dealRegistrations} = client;
      for (const tab of ['draft', 'in_review', 'protected', 'closed'] as const) for (const sort of ['newest', 'deadline', 'amount'] as const) await dealRegistrations.list({tab, sort});
      for (const list of [{}, {dealRegistrationId: first.id}, {dealRegistrationId: second.id}]) await Promise.all([client.dealChanges.list(list), client.conflictCases.list(list)]);
      await client.conflictCases.get({id: opened.id});
      await client.conflictCases.state({id: opened.id, version: 1, text: 'Ours'});
      await client.dealActivities.list({dealRegistrationId: second.id});
      await client.receipts.list({dealRegistrationId: second.id});
      await client.dealImports.export({}).catch(() => {});
      await client.claimChecks.create({website: customer.website, name: customer.name, country: 'FI'});
      for (const filter of [{partnerOrgId: a.partnerOrgId}, {owner: a.personId}, {reviewer: reviewer.personId}, {reviewer: 'nobody' as const}]) {
        await refusalOf(dealRegistrations.list(filter));
        await refusalOf(dealRegistrations.counts(filter));
      }
      for (const word of [...words, first.number ?? '', 'Givenameword', 'Firstpartnerword', 'Reviewerword']) {
        assert.deepEqual((await dealRegistrations.list({q: word})).items, [], word);
        const {draft, in_review: review, protected: safe, closed} = await dealRegistrations.counts({q: word});
        assert.equal(draft + review + safe + closed, 0, word);
      }
      await client.partnerOrgs.list({});
      await client.people.list({});
      const told = heard.map(text => text.slice(text.indexOf(' '))).join('\n');
      const secrets = [...words, 'Givenameword', 'Firstpartnerword', 'Reviewerword', first.id, a.partnerOrgId, a.personId, reviewer.personId, first.number ?? '', evidenceId, change.id, otherCase.id];
      assert.deepEqual(secrets.filter(word => told.toLowerCase().includes(word.toLowerCase())), []);

      let asked = 0;
      const ask = async (route: Route, input: Record<string, unknown>) => {
        const {path, init} = toRequest(route, input, b.token);
        const response = await server.send(path, init);
        asked++;
        return `${response.status} ${(await response.text()).replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')} ${[...response.headers.keys()].join()}`;
      };
      for (const resource of ['dealRegistrations', 'dealChanges', 'dealActivities', 'evidenceFiles', 'receipts', 'conflictCases'] as const) {
        const objectId = {dealChanges: change.id, evidenceFiles: evidenceId, conflictCases: otherCase.id, dealRegistrations: first.id, dealActivities: first.id, receipts: first.id}[resource];
        for (const [verb, route] of Object.entries(api[resource] as Record<string, Route>)) {
          if (!route.callers.includes('partner') || !route.path.includes('{')) continue;
          const withId = (id: string, deal: string) => ({...(route.path.includes('{dealRegistrationId}') ? {dealRegistrationId: deal} : {id}), ...('version' in route.input.shape ? {version: 1} : {}), ...bodies[`${resource}.${verb}`]});
          const foreign = await ask(route, withId(objectId, first.id));
          assert.match(foreign, /^404 /, `${resource}.${verb} answered ${foreign}`);
          assert.equal(foreign, await ask(route, withId(missing, missing)), `${resource}.${verb}`);
        }
      }
      assert.ok(asked >= 50, `${asked} answers were compared`);
      assert.ok((await tenant.inScope(({db}) => db.selectFrom('change_event').select('resource_id').where('partner_org_id', '=', b.partnerOrgId).execute())).every(row => row.resource_id !== first.id && row.resource_id !== otherCase.id));
    });
  });
}
