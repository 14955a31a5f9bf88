import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {LeadPolicy, RouteInput, Api} from '@portico/contract';
import {leadProgramme, partnerAt, refusalsOf, testConsent, type LeadProgramme, type TestPartner} from '../testing/lead-programme.ts';
import {testClient, type TestClient} from '../testing/test-client.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

// Words that occur nowhere else, one for each field.
const teaserWords = {title: 'titleword', industry: 'industryword', region: 'regionword', products: 'productword', need: 'needword', timeline: 'timelineword', companyName: 'companyword'};
const hiddenWords = ['websiteword', 'bandword', 'postalword', 'cityword', 'streetword', 'firstword', 'lastword', 'jobword', 'mailword', '5550142', 'tagword', 'externalword', 'campaignword', 'consentword', 'purposeword'];
const noteWords = ['vendornoteword', 'sharednoteword', 'planword', 'partnernoteword', 'attachword', 'callword'];

const secretLead: RouteInput<Api['leads']['create']> = {
  title: teaserWords.title, externalId: 'externalword', campaign: 'campaignword', score: 77, timeline: teaserWords.timeline, need: teaserWords.need, products: [teaserWords.products], tags: ['tagword'],
  company: {name: teaserWords.companyName, website: 'https://websiteword.example', industry: teaserWords.industry, employeeBand: 'bandword', country: 'AX', region: teaserWords.region, postalCode: 'postalword', city: 'cityword', street: 'streetword'},
  contact: {firstName: 'firstword', lastName: 'lastword', jobTitle: 'jobword', email: 'mailword@websiteword.example', phone: '5550142', language: 'fi', timeZone: 'Atlantic/Faroe'},
  consent: {...testConsent, purposes: ['purposeword'], source: 'consentword'}, estimatedValue: {amountMinor: 123_457, currency: 'EUR'},
};

/** A client that keeps the text of every answer. */
function listening(server: TestServer, partner: TestPartner): {client: TestClient; heard: string[]} {
  const heard: string[] = [];
  const client = testClient(async (path, init) => {
    const response = await server.send(path, init);
    heard.push(`${path} ${await response.clone().text()} ${JSON.stringify([...response.headers])}`);
    return response;
  }, partner.session.token);
  return {client, heard};
}

/** Asks everything a partner can ask. */
async function askEverything(client: TestClient, id: string): Promise<void> {
  for (const tab of ['new', 'working', 'closed'] as const) for (const sort of ['deadline', 'score', 'age'] as const) await client.leadOffers.list({tab, sort});
  await client.leadOffers.counts({});
  await client.leadOffers.get({id});
  await client.leadOffers.view({id});
  await client.activities.list({leadOfferId: id});
  await client.dealRegistrations.list({});
  await client.partnerOrgs.list({});
  await client.people.list({});
  await client.program.get({});
  await client.me.get({});
  await refusalsOf(
    client.leadOffers.accept({id, version: 999}), client.leadOffers.decline({id, version: 999, reason: 'other'}), client.leadOffers.return({id, version: 999, reason: 'other'}), client.leadOffers.convert({id, version: 999}),
    client.leadOffers.closeWon({id, version: 999}), client.leadOffers.closeLost({id, version: 999, reason: 'price'}), client.leadOffers.setNextStep({id, version: 999, nextStep: null}), client.activities.create({leadOfferId: id, kind: 'call', body: 'Hello'}),
  );
}

/** Words with which a search finds anything. */
async function findable(client: TestClient, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const word of words) {
    const counts = await client.leadOffers.counts({q: word});
    const lists = await Promise.all((['new', 'working', 'closed'] as const).map(tab => client.leadOffers.list({tab, q: word})));
    const listed = lists.reduce((sum, {items}) => sum + items.length, 0);
    assert.equal(counts.new + counts.working + counts.closed, listed);
    if (listed > 0) found.push(word);
  }
  return found;
}

/** Vendor and clock say and do everything that they can around the lead. */
async function talkAboutIt({vendor}: LeadProgramme, leadId: string, offerId: string): Promise<void> {
  await vendor.activities.create({leadOfferId: offerId, kind: 'note', body: 'vendornoteword', internal: true});
  await vendor.activities.createForLead({leadId, kind: 'call', body: 'sharednoteword'});
  await vendor.leads.create({externalId: 'externalword', need: 'attachword'});
}

const policies: Record<string, LeadPolicy['teaserFields']> = {
  'the default teaser': ['title', 'industry', 'country', 'region', 'products', 'valueBand', 'timeline', 'score'],
  'an empty teaser': [],
  'a full teaser': ['title', 'industry', 'country', 'region', 'products', 'valueBand', 'timeline', 'score', 'need', 'companyName'],
};

describe('a partner who has not accepted', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.close());

  for (const [name, teaserFields] of Object.entries(policies)) {
    it(`hears and finds with ${name} nothing that is hidden`, async () => {
      const programme = await leadProgramme(server, {partners: 1, policy: {teaserFields}});
      const partner = partnerAt(programme, 0);
      const {client, heard} = listening(server, partner);
      const {lead, offerId} = await programme.offered(partner, secretLead);
      await talkAboutIt(programme, lead.id, offerId);
      const shown = Object.entries(teaserWords).filter(([field]) => (teaserFields as readonly string[]).includes(field)).map(([, word]) => word);
      const hidden = [...Object.values(teaserWords).filter(word => !shown.includes(word)), ...hiddenWords, ...noteWords, '123457', 'Faroe', ...(teaserFields.includes('score') ? [] : ['"score":77']), ...(teaserFields.includes('country') ? [] : ['AX"'])];
      const leaksOf = () => hidden.flatMap(word => heard.filter(text => text.includes(word)).map(text => `${word} in ${text.slice(0, 80)}`));

      await askEverything(client, offerId);
      assert.deepEqual(leaksOf(), []);
      for (const word of shown) assert.ok(heard.some(text => text.includes(word)), `${word} is shown`);
      assert.deepEqual(await findable(client, [...Object.values(teaserWords), ...hiddenWords, ...noteWords]).then(words => words.toSorted()), shown.toSorted());
      assert.equal((await client.leadOffers.list({country: 'AX'})).items.length, teaserFields.includes('country') ? 1 : 0);
      assert.equal((await client.leadOffers.list({product: teaserWords.products})).items.length, teaserFields.includes('products') ? 1 : 0);

      heard.length = 0;
      await client.leadOffers.decline({id: offerId, version: 3, reason: 'other', comment: 'No'});
      await askEverything(client, offerId);
      assert.deepEqual(leaksOf(), []);
      assert.deepEqual(await findable(client, hidden.slice(0, 20)), []);
    });
  }

  it('does not learn the order of scores that the teaser hides', async () => {
    const programme = await leadProgramme(server, {partners: 1, policy: {teaserFields: ['title']}});
    const partner = partnerAt(programme, 0);
    for (const score of [50, 90, 10]) {
      server.clock.advance({seconds: 1});
      await programme.offered(partner, {score, title: `Score ${score}`});
    }
    const titles = (await partner.client.leadOffers.list({sort: 'score'})).items.map(({teaser}) => teaser.title);
    assert.deepEqual(titles, ['Score 10', 'Score 90', 'Score 50']);
  });

  it('hears nothing any more after a withdrawal, not even own notes', async () => {
    const programme = await leadProgramme(server, {partners: 1});
    const partner = partnerAt(programme, 0);
    const {leadId, offerId, version} = await programme.accepted(partner, secretLead);
    await partner.client.activities.create({leadOfferId: offerId, kind: 'call', body: 'callword', nextStep: {text: 'planword'}});
    await partner.client.activities.create({leadOfferId: offerId, kind: 'note', body: 'partnernoteword', internal: true});
    await talkAboutIt(programme, leadId, offerId);
    const revealed = listening(server, partner);
    await askEverything(revealed.client, offerId).catch(() => {});
    const visible = [...Object.values(teaserWords), ...hiddenWords].filter(word => revealed.heard.some(text => text.includes(word)));
    assert.deepEqual(hiddenWords.filter(word => !visible.includes(word)), ['externalword', 'campaignword', 'consentword', 'purposeword'], 'accepted leads are shown, but for what is the vendor’s own');
    assert.deepEqual(await findable(revealed.client, ['externalword', 'campaignword', 'consentword']), []);

    const {version: now} = await programme.vendor.leadOffers.get({id: offerId});
    assert.ok(now > version);
    await programme.vendor.leadOffers.withdraw({id: offerId, version: now, reason: 'other'});
    const {client, heard} = listening(server, partner);
    await askEverything(client, offerId);
    const hidden = [...hiddenWords, ...noteWords, teaserWords.need, teaserWords.companyName, '123457'];
    assert.deepEqual(hidden.filter(word => heard.some(text => text.includes(word))), []);
    assert.deepEqual(await findable(client, hidden), []);
  });
});

describe('internal notes', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.close());

  it('never reach the other side', async () => {
    const programme = await leadProgramme(server, {partners: 1});
    const partner = partnerAt(programme, 0);
    const {leadId, offerId} = await programme.accepted(partner, secretLead);
    await talkAboutIt(programme, leadId, offerId);
    await partner.client.activities.create({leadOfferId: offerId, kind: 'note', body: 'partnernoteword', internal: true});
    const ours = (await partner.client.activities.list({leadOfferId: offerId})).items.map(({body}) => body).filter(Boolean);
    assert.deepEqual(ours, ['partnernoteword', 'sharednoteword']);
    for (const {items} of [await programme.vendor.activities.list({leadOfferId: offerId}), await programme.vendor.activities.listForLead({leadId})]) {
      assert.deepEqual(items.map(({body}) => body).filter(Boolean), ['sharednoteword', 'vendornoteword']);
    }
  });

  it('are announced to their own side only', async () => {
    const programme = await leadProgramme(server, {partners: 1});
    const partner = partnerAt(programme, 0);
    const {offerId} = await programme.accepted(partner);
    const [mine, theirs] = [
      await partner.client.activities.create({leadOfferId: offerId, kind: 'note', body: 'Ours', internal: true}),
      await programme.vendor.activities.create({leadOfferId: offerId, kind: 'note', body: 'Theirs', internal: true}),
    ];
    const events = await programme.tenant.inScope(({db}) => db.selectFrom('change_event').select(['resource_id', 'partner_org_id', 'to_vendor']).where('resource', '=', 'activity').execute());
    assert.deepEqual(events.find(({resource_id}) => resource_id === mine.id), {resource_id: mine.id, partner_org_id: partner.id, to_vendor: false});
    assert.deepEqual(events.find(({resource_id}) => resource_id === theirs.id), {resource_id: theirs.id, partner_org_id: null, to_vendor: true});
  });
});
