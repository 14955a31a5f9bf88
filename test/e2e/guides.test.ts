import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {createClient, type Client} from '@portico/client';
import type {Asset, Board, BoardResult, DealForm, PointsHold, Program, Receipt} from '@portico/contract';
import type {Browser} from 'playwright-core';
import {pdf} from '../../packages/server/src/testing/evidence-samples.ts';
import {testDocument} from '../../packages/server/src/testing/test-drawing.ts';
import {launchBrowser} from '../browser/launch.ts';
import {looksOfGuides} from './guide-looks.ts';
import {piecesOfGuides} from './guide-pieces.ts';
import {policyOf, snippetsOf, startGuideServer, type GuideServer, type GuideSite} from './guide-server.ts';
import {openPage} from './stage.ts';

const embedGuide = 'docs/guides/embed-in-five-minutes.md';
const dealsGuide = 'docs/guides/protect-deals.md';
const materialGuide = 'docs/guides/share-material.md';
const rewardGuide = 'docs/guides/reward-partners.md';

describe('what the guides say works', () => {
  let server: GuideServer;
  let browser: Browser;

  before(async () => {
    server = await startGuideServer();
    browser = await launchBrowser();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  describe('the guide "Embed in five minutes"', () => {
    let snippets: Record<string, string>;
    let site: GuideSite;
    let run: Awaited<ReturnType<GuideServer['write']>>;

    before(async () => {
      snippets = await snippetsOf(embedGuide);
      run = await server.write(snippets);
      const {secretKey, client: vendor} = await server.newVendor();
      const org = await vendor.partnerOrgs.create({name: 'Partner'});
      const person = await vendor.people.create({name: 'Aino', memberships: [{partnerOrgId: org.id, roles: ['org_admin']}]});
      const {lead} = await vendor.leads.create({title: 'A lead of the guide', company: {name: 'Buyer', country: 'FI'}, route: false});
      await vendor.leads.offer({id: lead.id, version: lead.version, partnerOrgId: org.id});
      const mint: GuideSite['mint'] = () => run('session.js', 'porticoSession', {apiUrl: server.url, secretKey, personId: person.id, partnerOrgId: org.id});
      site = {page: snippets['page.html']!, policy: await policyOf(embedGuide), embed: snippets['embed.js']!, mint};
      server.show(site);
    });

    it('its page shows the leads under its own security policy, without a report', async () => {
      const watched = await openPage(browser, `${server.url}/`);
      await watched.page.getByText('A lead of the guide').first().waitFor();
      assert.deepEqual(watched.reports, []);
      assert.deepEqual(watched.errors, []);
      await watched.context.close();
    });

    it('its branded page wears the colour and speaks the language', async () => {
      site.page = `${snippets['page.html']!.split('<portico-portal')[0]}${snippets['brand.html']}`;
      const watched = await openPage(browser, `${server.url}/`);
      await watched.page.getByText('A lead of the guide').first().waitFor();
      assert.equal(await watched.page.locator('portico-portal').getAttribute('lang'), 'fi');
      const accent = await watched.page.locator('portico-portal').evaluate(portal => getComputedStyle(portal).getPropertyValue('--portico-color-accent'));
      assert.match(accent, /#0f766e/);
      await watched.context.close();
    });

    it('its form for editors and its queue show the leads, in words of the page', async () => {
      server.show({...site, page: snippets['editor.html']!, embed: snippets['queue.js']!});
      const watched = await openPage(browser, `${server.url}/`);
      await watched.page.getByText('A lead of the guide').first().click();
      await watched.page.getByRole('button', {name: 'Take it on'}).first().waitFor();
      assert.deepEqual([watched.reports, watched.errors], [[], []]);
      await watched.context.close();
    });

    it('its tags with hashes, and another name for a version, do the same', async () => {
      const {tags, scriptSrc} = await run<{tags: string; scriptSrc: string}>('tags.js', 'pinnedTags', {manifestUrl: `${server.url}/cdn/v1/manifest.json`, widgets: ['lead-inbox']});
      const body = `<script type="module" src="/embed.js"></script>${snippets['page.html']!.slice(snippets['page.html']!.indexOf('<portico-portal'))}`;
      const embed = `${snippets['embed.js']}document.querySelector('acme-portal').fetchSession = document.querySelector('portico-portal').fetchSession;`;
      server.show({...site, page: `${tags}${body}${snippets['prefix.html']}`, embed, policy: site.policy!.replace("script-src 'self'", `script-src ${scriptSrc}`)});
      const watched = await openPage(browser, `${server.url}/`);
      for (const tag of ['portico-lead-inbox', 'acme-lead-inbox']) await watched.page.locator(tag).getByText('A lead of the guide').first().waitFor();
      assert.deepEqual([watched.reports, watched.errors], [[], []]);
      server.show(site);
      await watched.context.close();
    });

    it('its code reads the first lead', async () => {
      const lead = await run<{teaser: {title: string}} | null>('client.js', 'firstNewLead', {apiUrl: server.url, fetchSession: site.mint});
      assert.equal(lead?.teaser.title, 'A lead of the guide');
    });
  });

  describe('the guide "Let partners register deals"', () => {
    let mint: GuideSite['mint'];
    let run: <T>(file: string, name: string, options?: object) => Promise<T>;

    before(async () => {
      const snippets = await snippetsOf(dealsGuide);
      const written = await server.write(snippets);
      const {secretKey, client: vendor} = await server.newVendor();
      run = (file, name, options = {}) => written(file, name, {apiUrl: server.url, secretKey, ...options});
      await vendor.program.update({version: (await vendor.program.get({})).version, products: [{name: 'Camera'}]});
      const org = await vendor.partnerOrgs.create({name: 'Partner'});
      const person = await vendor.people.create({name: 'Aino', memberships: [{partnerOrgId: org.id, roles: ['org_admin']}]});
      mint = () => vendor.embedSessions.create({partnerOrgId: org.id, personId: person.id});
      server.show({page: snippets['page.html']!, embed: (await snippetsOf(embedGuide))['embed.js']!, mint});
    });

    it('sets the policy, the form and the accounts', async () => {
      const program = await run<Program>('policy.js', 'setUpDeals');
      assert.deepEqual([program.dealPolicy.protectionDays, program.dealPolicy.progressWindowDays, program.dealPolicy.resubmissions], [60, 30, 3]);
      const form = await run<DealForm>('form.js', 'designForm');
      assert.deepEqual(form.fields.map(({key}) => key), ['budget_approved', 'budget_owner']);
      assert.deepEqual(await run('accounts.js', 'mirrorAccounts'), {created: 2, updated: 0, unchanged: 0});
      assert.deepEqual(await run('accounts.js', 'mirrorAccounts'), {created: 0, updated: 0, unchanged: 2});
    });

    it('tells a partner that a customer is known, and gives a receipt that holds', async () => {
      const client = createClient({apiUrl: server.url, fetchSession: mint});
      assert.equal((await client.claimChecks.create({website: 'https://www.oulufoundry.example'})).answer, 'direct_sales_active');
      const draft = await client.dealRegistrations.create({
        name: 'Cameras',
        customer: {name: 'Buyer Oy', country: 'FI', website: 'buyer.example'},
        contact: {email: 'anna@buyer.example'},
        expectedCloseOn: '2027-06-30',
        lines: [{product: 'Camera', quantity: 1}],
      });
      const {receipt} = await client.dealRegistrations.submit({id: draft.id, version: draft.version});
      assert.deepEqual(await run('verify.js', 'isGenuine', {fetchSession: mint, receipt}), {valid: true, findings: []});
      const changed: Receipt = {...receipt, content: {...receipt.content, name: 'Something else'}};
      const {valid, findings} = await run<{valid: boolean; findings: {code: string}[]}>('verify.js', 'isGenuine', {fetchSession: mint, receipt: changed});
      assert.equal(valid, false);
      assert.deepEqual(findings.map(({code}) => code), ['content_changed']);
    });

    it('its page shows the form and the registered deal', async () => {
      const watched = await openPage(browser, `${server.url}/`);
      await watched.page.getByText('Buyer Oy').first().waitFor();
      await watched.page.getByLabel('Website').first().waitFor();
      assert.deepEqual(watched.errors, []);
      await watched.context.close();
    });
  });

  describe('the guide "Share material with partners"', () => {
    let mint: GuideSite['mint'];
    let run: <T>(file: string, name: string, options?: object) => Promise<T>;

    before(async () => {
      const snippets = await snippetsOf(materialGuide);
      const written = await server.write(snippets);
      const {secretKey, client: vendor} = await server.newVendor();
      run = (file, name, options = {}) => written(file, name, {apiUrl: server.url, secretKey, ...options});
      const org = await vendor.partnerOrgs.create({name: 'Partner'});
      const person = await vendor.people.create({name: 'Aino', memberships: [{partnerOrgId: org.id, roles: ['org_admin']}]});
      mint = () => vendor.embedSessions.create({partnerOrgId: org.id, personId: person.id});
      server.show({page: snippets['page.html']!, embed: (await snippetsOf(embedGuide))['embed.js']!, mint});
    });

    it('publishes a file that a partner then has in the page, and takes it back from there', async test => {
      const partner = createClient({apiUrl: server.url, fetchSession: mint});
      const bytes = new Uint8Array(pdf('Camera'));
      const {id: assetId, status} = await run<Asset>('publish.js', 'publishDatasheet', {bytes});
      assert.equal(status, 'published');
      const watched = await openPage(browser, `${server.url}/`);
      await watched.page.getByText('Camera datasheet').first().waitFor();
      const [version] = (await partner.assets.get({id: assetId})).current;
      const {url} = await partner.assetVersions.download({id: version!.id});
      assert.deepEqual(new Uint8Array(await (await fetch(url)).arrayBuffer()), bytes);
      assert.equal((await run<{inStock: number}>('print.js', 'offerInPrint', {assetId})).inStock, 1000);
      assert.equal((await partner.printOrders.offer({assetId})).most, 200);
      const started = performance.now();
      await run('recall.js', 'takeBack', {assetId, reason: 'The torque on page 3 is wrong.'});
      const gone = await fetch(url);
      assert.deepEqual([gone.status, ((await gone.json()) as {detail: string}).detail], [410, 'The torque on page 3 is wrong.']);
      // The card keeps its place under the reader's hand, and has nothing to give any more.
      const card = watched.page.locator('portico-collateral-library [part~="item"]');
      await card.getByText('The torque on page 3 is wrong.').waitFor({timeout: 5_000});
      assert.equal(await card.getByRole('button', {name: 'Download'}).count(), 0);
      test.diagnostic(`a recall was on the open page after ${Math.round(performance.now() - started)} ms`);
      assert.deepEqual(watched.errors, []);
      await watched.context.close();
    });

    it('lets partners put their name on it', async () => {
      const partner = createClient({apiUrl: server.url, fetchSession: mint});
      const {id: assetId} = await run<Asset>('publish.js', 'publishDatasheet', {bytes: await testDocument('#e6f4f1', 1, [595, 842])});
      const [version] = (await partner.assets.get({id: assetId})).current;
      await run('cobrand.js', 'letPartnersSign', {assetVersionId: version!.id});
      const [template] = (await partner.cobrandTemplates.list({assetId})).items;
      const {url, findings} = await partner.cobrands.preview({templateId: template!.id, values: {headline: {text: 'Công ty 光伏'}}});
      assert.deepEqual(findings.map(({zoneId, code}) => `${zoneId} ${code}`), ['logo required_missing']);
      assert.equal((await fetch(url)).headers.get('content-type'), 'image/webp');
    });

    it('locks what a partner has not qualified for, and says what unlocks it', async () => {
      const partner = createClient({apiUrl: server.url, fetchSession: mint});
      const {id: assetId} = await run<Asset>('publish.js', 'publishDatasheet', {bytes: new Uint8Array(pdf('Locked'))});
      await run('entitle.js', 'forCertifiedPartners', {assetId});
      const {access, unlocks, current} = await partner.assets.get({id: assetId});
      assert.deepEqual([access, unlocks, current], ['locked', [{kind: 'certification', certifications: ['camera-pro']}], []]);
    });
  });

  describe('the guide "Reward partners"', () => {
    let client: Client;
    let mint: GuideSite['mint'];
    let run: <T>(file: string, name: string, options?: object) => Promise<T>;
    let partnerOrgId: string;

    before(async () => {
      const snippets = await snippetsOf(rewardGuide);
      const written = await server.write(snippets);
      const vendor = await server.newVendor();
      ({client} = vendor);
      run = (file, name, options = {}) => written(file, name, {apiUrl: server.url, secretKey: vendor.secretKey, ...options});
      ({id: partnerOrgId} = await client.partnerOrgs.create({name: 'Partner', country: 'FI'}));
      const person = await client.people.create({name: 'Aino', memberships: [{partnerOrgId, roles: ['org_admin']}]});
      mint = () => client.embedSessions.create({partnerOrgId, personId: person.id});
      server.show({page: snippets['page.html']!, embed: (await snippetsOf(embedGuide))['embed.js']!, mint});
    });

    it('gives points by rules that can be tried before, on a board that is fair, and holds what is odd', async () => {
      const {rule} = await run<{rule: {id: string}}>('rules.js', 'rewardCourses');
      const board = await run<Board>('board.js', 'fairBoard');
      let attempt = 0;
      const pass = (id: string) => run<{id: string}>('report.js', 'coursePassed', {partnerOrgId: id, courseId: `course-${++attempt}`, attemptId: `attempt-${attempt}`});
      for (const times of [1, 1, 2, 3]) {
        const {id} = await client.partnerOrgs.create({name: `Rival ${attempt}`, country: 'FI'});
        for (let time = 0; time < times; time++) await pass(id);
      }
      for (let time = 0; time < 2; time++) await pass(partnerOrgId);
      assert.equal((await run<{id: string}>('report.js', 'coursePassed', {partnerOrgId, courseId: `course-${attempt}`, attemptId: `attempt-${attempt}`})).id.length, 36);
      const replay = await run<{pointsBefore: number; pointsAfter: number; partnersLeft: number}>('rules.js', 'raiseTo', {ruleId: rule.id, points: 80, agree: ({pointsAfter}: {pointsAfter: number}) => pointsAfter === 720});
      assert.deepEqual([replay.pointsBefore, replay.pointsAfter, replay.partnersLeft], [450, 720, 0]);
      const partner = createClient({apiUrl: server.url, fetchSession: mint});
      // Twice, once, once, twice, thrice: the median is 160.
      const {own} = await partner.boards.standings({id: board.id});
      assert.deepEqual([own?.value, own?.rawValue], [10_000, 160]);
      await run('holds.js', 'watchClosely');
      for (let time = 0; time < 6; time++) await pass(partnerOrgId);
      assert.deepEqual((await run<PointsHold>('holds.js', 'releaseOldest', {comment: 'A class of six'})).findings.map(({kind}) => kind), ['burst']);
      const period = await client.boards.create({name: 'This week', metric: 'points', period: 'week'});
      const at = new Date(Date.now() - 8 * 86_400_000).toISOString();
      assert.equal((await run<BoardResult>('award.js', 'endQuarter', {boardId: period.id, at})).status, 'awarded');
      const now = Date.now();
      const challenge = await run<{status: string}>('challenge.js', 'challengeToLearn', {startsAt: new Date(now - 60_000).toISOString(), endsAt: new Date(now + 86_400_000).toISOString()});
      assert.equal(challenge.status, 'published');
    });

    it('has levels of which partners see what would be if, and a page that shows it all', async () => {
      const {gold, silver} = await run<{gold: {id: string}; silver: {id: string}}>('levels.js', 'nameLevels');
      const after = (changes: object[]) => run<string | null>('what-if.js', 'levelAfter', {fetchSession: mint, changes});
      const partner = createClient({apiUrl: server.url, fetchSession: mint});
      const {reachedLevelId} = await partner.tierEvaluations.current({});
      assert.deepEqual([reachedLevelId, await after([])], [gold.id, 'Gold']);
      assert.deepEqual([await after([{metric: 'custom', event: 'course_passed', add: -6}]), await after([{metric: 'custom', event: 'course_passed', add: -100}])], ['Silver', null]);
      const org = await client.partnerOrgs.get({id: partnerOrgId});
      await client.partnerOrgs.update({id: partnerOrgId, version: org.version, partnership: {levelId: silver.id}});
      assert.equal((await partner.me.get({})).level?.mdfPercent, 1);
      const watched = await openPage(browser, `${server.url}/`);
      await watched.page.getByText('Beyond your own').first().waitFor();
      await watched.page.getByText('A course passed').first().waitFor();
      await watched.page.getByText('Two courses').first().waitFor();
      assert.deepEqual(watched.errors, []);
      await watched.context.close();
    });
  });

  looksOfGuides(() => ({server, browser}));
  piecesOfGuides(() => ({server, browser}));
});
