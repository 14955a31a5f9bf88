import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {DealPolicy, dealTabs, type Api, type ClaimAnswer, type DealStatus, type RouteInput} from '@portico/contract';
import {leadProgramme, partnerAt, refusalOf, type LeadProgramme} from '../testing/lead-programme.ts';
import {placeDeal} from '../testing/test-deal.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

type Claim = RouteInput<Api['claimChecks']['create']>;

const acme = {name: 'Acme Pumps Oy', website: 'https://www.acme.example', country: 'FI', taxId: '1234567-8'} as const;
const accounts: RouteInput<Api['accounts']['upsert']>['accounts'] = [
  {externalId: 'a1', name: 'Birch Foods AB', website: 'birch.example', domains: ['birch-foods.example'], country: 'SE', standing: 'existing_customer'},
  {externalId: 'a2', name: 'Cedar Steel GmbH', taxId: 'DE123456789', country: 'DE', standing: 'direct_sales_active'},
  {externalId: 'a3', name: 'Elm Paper Ltd', website: 'elm.example', country: 'GB', standing: 'prospect'},
  {externalId: 'a4', name: '深圳华为技术有限公司', country: 'CN', standing: 'existing_customer'},
];

for (const database of resourceDatabaseKinds) {
  describe(`a claim check on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    const ask = async ({client}: {client: ReturnType<typeof partnerAt>['client']}, claim: Claim): Promise<ClaimAnswer> => (await client.claimChecks.create(claim)).answer;
    const setPolicy = async ({vendor}: LeadProgramme, changes: Partial<DealPolicy>): Promise<void> => {
      const {version} = await vendor.program.get({});
      await vendor.program.update({version, dealPolicy: DealPolicy.parse(changes)});
    };

    it('answers by accounts: domain, alias, tax identifier, and a name in its country', async () => {
      const programme = await leadProgramme(server, {partners: 1, route: false});
      await programme.vendor.accounts.upsert({accounts});
      const partner = partnerAt(programme, 0);
      const claims: readonly [ClaimAnswer, Claim][] = [
        ['existing_customer', {website: 'https://shop.birch.example/x'}],
        ['existing_customer', {website: 'birch-foods.example'}],
        ['existing_customer', {email: 'olle@birch.example'}],
        ['existing_customer', {name: 'BIRCH FOODS', country: 'SE'}],
        ['possible_conflict', {name: 'Birch Food', country: 'SE'}],
        ['possible_conflict', {name: 'Birch Foods', country: 'NO'}],
        ['possible_conflict', {name: 'Birch Foods', country: 'SE', website: 'other.example'}],
        ['clear', {name: 'Birch Plumbing Supply', country: 'SE'}],
        ['direct_sales_active', {taxId: 'DE 123 456 789'}],
        ['direct_sales_active', {taxId: '123456789', country: 'DE'}],
        ['direct_sales_active', {name: 'Cedar Steel', country: 'DE'}],
        ['clear', {website: 'elm.example', name: 'Elm Paper', country: 'GB'}],
        ['clear', {website: 'unknown.example'}],
        ['existing_customer', {name: '深圳华为技术股份有限公司', country: 'CN'}],
        ['possible_conflict', {name: '深圳华为技术服务', country: 'CN'}],
        ['clear', {name: '北京小米科技', country: 'CN'}],
      ];
      for (const [answer, claim] of claims) assert.equal(await ask(partner, claim), answer, JSON.stringify(claim));
    });

    it('answers by registrations that are open or protected, products and time', async () => {
      const programme = await leadProgramme(server, {partners: 2, route: false});
      const [holder, asker] = [partnerAt(programme, 0), partnerAt(programme, 1)];
      const until = new Date(server.clock.now() + 90 * 86_400_000).toISOString();
      await placeDeal(programme.tenant, {partnerOrgId: holder.id, status: 'approved', customer: acme, products: ['Gripper'], protectedUntil: until});
      const claim = {website: 'acme.example'};
      assert.equal(await ask(asker, claim), 'protected_by_other');
      assert.equal(await ask(asker, {...claim, products: ['Gripper', 'Camera']}), 'protected_by_other');
      assert.equal(await ask(asker, {...claim, products: ['Camera']}), 'clear');
      assert.equal(await ask(asker, {name: 'Acme Pumps', country: 'FI'}), 'protected_by_other');
      assert.equal(await ask(asker, {name: 'Acme Pump', country: 'FI'}), 'possible_conflict');
      assert.equal(await ask(asker, {taxId: 'FI12345678'}), 'protected_by_other');
      assert.equal(await ask(holder, claim), 'your_own');
      assert.equal(await ask(holder, {...claim, products: ['Camera']}), 'clear');
      server.clock.advance({minutes: 1});
      await setPolicy(programme, {claimAnswers: 'coarse'});
      assert.deepEqual([await ask(asker, claim), await ask(holder, claim), await ask(asker, {website: 'free.example'})], ['possible_conflict', 'your_own', 'clear']);
    });

    it('hears of each status what it may', async () => {
      const programme = await leadProgramme(server, {partners: 2, route: false});
      const [holder, asker] = [partnerAt(programme, 0), partnerAt(programme, 1)];
      const expected = (status: DealStatus): readonly [own: ClaimAnswer, other: ClaimAnswer] => {
        if (status === 'approved' || status === 'converted') return ['your_own', 'protected_by_other'];
        return dealTabs.in_review.includes(status as never) ? ['your_own', 'possible_conflict'] : ['clear', 'clear'];
      };
      for (const status of Object.values(dealTabs).flat()) {
        const website = `${status.replace('_', '-')}.example`;
        await placeDeal(programme.tenant, {partnerOrgId: holder.id, status, customer: {website, name: `Customer ${status}`}});
        assert.deepEqual([await ask(holder, {website}), await ask(asker, {website})], expected(status), status);
      }
    });

    it('leaves out what is being edited when it is one’s own, and only then', async () => {
      const programme = await leadProgramme(server, {partners: 2, route: false});
      const [own, other] = [partnerAt(programme, 0), partnerAt(programme, 1)];
      const mine = await placeDeal(programme.tenant, {partnerOrgId: own.id, status: 'action_required', customer: acme});
      assert.equal(await ask(own, {website: 'acme.example'}), 'your_own');
      assert.equal(await ask(own, {website: 'acme.example', dealRegistrationId: mine}), 'clear');
      const theirs = await placeDeal(programme.tenant, {partnerOrgId: other.id, status: 'approved', customer: {website: 'birch.example'}});
      assert.equal(await ask(own, {website: 'birch.example', dealRegistrationId: theirs}), 'protected_by_other');
    });

    it('tells nothing but the answer and what was understood, of this vendor only', async () => {
      const [programme, elsewhere] = [await leadProgramme(server, {partners: 1, route: false}), await leadProgramme(server, {partners: 1, route: false})];
      await elsewhere.vendor.accounts.upsert({accounts});
      await placeDeal(elsewhere.tenant, {partnerOrgId: partnerAt(elsewhere, 0).id, status: 'approved', customer: acme});
      const partner = partnerAt(programme, 0);
      const claims: Claim[] = [{website: 'birch.example', name: 'Birch Foods', country: 'SE'}, {website: 'acme.example'}, {taxId: 'DE123456789'}, {name: 'Acme Pumps', country: 'FI'}];
      const free = await Promise.all(claims.map(claim => partner.client.claimChecks.create(claim)));
      assert.deepEqual(free, [{answer: 'clear', domain: 'birch.example'}, {answer: 'clear', domain: 'acme.example'}, {answer: 'clear', domain: null}, {answer: 'clear', domain: null}]);
      await programme.vendor.accounts.upsert({accounts});
      const taken = await partner.client.claimChecks.create(claims[0] ?? {});
      assert.deepEqual(taken, {answer: 'existing_customer', domain: 'birch.example'});
    });

    it('asks for enough to recognise a customer, and is for partners', async () => {
      const programme = await leadProgramme(server, {partners: 1, route: false});
      const {client} = partnerAt(programme, 0);
      for (const claim of [{}, {name: 'Acme'}, {country: 'FI'}, {website: 'see card'}, {phone: '+358 3 123 4567'}, {website: 'localhost', name: '???', country: 'FI'}]) {
        assert.equal(await refusalOf(client.claimChecks.create(claim)), 'claim_incomplete', JSON.stringify(claim));
      }
      for (const claim of [{email: 'anna@gmail.com'}, {taxId: '1234567-8'}, {name: 'Acme', country: 'FI'}]) assert.equal(await refusalOf(client.claimChecks.create(claim)), null);
      assert.equal(await refusalOf(programme.vendor.claimChecks.create({website: 'acme.example'})), 'forbidden');
    });

    it('is logged without saying of whom', async () => {
      const programme = await leadProgramme(server, {partners: 1, route: false});
      const {client, session} = partnerAt(programme, 0);
      const [first, second] = [{website: 'acme.example', name: 'Acme Pumps', country: 'FI'}, {website: 'www.acme.example', taxId: 'FI12345678'}];
      for (const claim of [first, second]) {
        await client.claimChecks.create(claim);
        server.clock.advance({ms: 1});
      }
      const rows = await programme.tenant.inScope(({db}) => db.selectFrom('claim_check').selectAll().orderBy('created_at').execute());
      assert.deepEqual(rows.map(row => [row.person_id, row.partner_org_id, row.answer, row.domain_hash?.length, row.name_hash?.length, row.tax_hash?.length]), [
        [session.personId, session.partnerOrgId, 'clear', 32, 32, undefined],
        [session.personId, session.partnerOrgId, 'clear', 32, undefined, 32],
      ]);
      assert.deepEqual(rows[0]?.domain_hash, rows[1]?.domain_hash);
      assert.doesNotMatch(JSON.stringify(rows), /acme/i);
    });

    it('is limited by person and by organisation, also when many come at once', async () => {
      const programme = await leadProgramme(server, {partners: 2, route: false});
      await setPolicy(programme, {claimChecksPerHour: 3});
      const [partner, other] = [partnerAt(programme, 0), partnerAt(programme, 1)];
      const claim = {website: 'acme.example'};
      const many = await Promise.all(Array.from({length: 12}, () => refusalOf(partner.client.claimChecks.create(claim))));
      assert.deepEqual(many.toSorted(), [...Array<string>(9).fill('rate_limited'), null, null, null].toSorted());
      assert.equal(await refusalOf(other.client.claimChecks.create(claim)), null);
      server.clock.advance({minutes: 10});
      await assert.rejects(partner.client.claimChecks.create(claim), (error: unknown) => {
        const {status, problem, headers} = error as {status: number; problem: {retryAfterS?: number; violatedPolicies?: string[]}; headers: Headers};
        assert.deepEqual([status, problem.retryAfterS, problem.violatedPolicies, headers.get('Retry-After')], [429, 3000, ['claim_checks'], '3000']);
        return true;
      });
      // Colleagues have their own three, but all of them together no more than fifteen.
      let passed = 3;
      for (const _ of Array(5).keys()) {
        const {client} = await partner.rep();
        for (const _each of Array(3).keys()) if ((await refusalOf(client.claimChecks.create(claim))) === null) passed++;
      }
      assert.equal(passed, 15);
      server.clock.advance({minutes: 50});
      const renewed = await programme.tenant.partnerSession({partnerOrgId: partner.id, personId: partner.session.personId});
      assert.equal(await refusalOf(renewed.client.claimChecks.create(claim)), null);
    });
  });
}
