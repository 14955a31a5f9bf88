import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {api, type Activity, type DealCounts, type Lead, type LeadImport, type LeadOffer, type LeadOfferCounts, type Page, type Problem, type Route} from '@portico/contract';
import {leadCsvExample, leadImportMappingExample, newLeadExample, newPartnerOrgExample, newRoutingRuleExample, partnerOrgExamples, personExamples} from '@portico/contract/examples';
import {createMockBackend} from './backend.ts';
import {scenarios, type ScenarioName} from './scenarios.ts';
import {doAssets, readAssets} from './testing/asset-walk.ts';
import {doCobrands, readCobrands} from './testing/cobrand-walk.ts';
import {callerOf, type Caller} from './testing/caller.ts';
import {doDeals, readDeals} from './testing/deal-walk.ts';
import {doChallenges} from './testing/challenge-walk.ts';
import {doPoints} from './testing/points-walk.ts';
import {doReach} from './testing/reach-walk.ts';
import {TestClock} from './test-clock.ts';

const everyRoute = Object.entries(api).flatMap(([resource, routes]) => Object.keys(routes as Record<string, Route>).map(verb => `${resource}.${verb}`));
const itemsOf = <T>(body: unknown) => (body as Page<T>).items;

/** Reads everything that can be read. */
async function readAll({call}: Caller): Promise<void> {
  for (const as of ['partner', 'vendor', 'key'] as const) await call(as, 'me.get');
  await call('vendor', 'program.get');
  for (const [as, name] of [['vendor', 'partnerOrgs'], ['partner', 'partnerOrgs'], ['vendor', 'people'], ['partner', 'people']] as const) {
    const [first] = itemsOf<{id: string}>((await call(as, `${name}.list`, {q: 'e', limit: 2})).body);
    if (first) await call(as, `${name}.get`, {id: first.id});
  }
  for (const tab of ['new', 'working', 'closed']) {
    for (const sort of ['deadline', 'score', 'age']) {
      for (const offer of itemsOf<LeadOffer>((await call('partner', 'leadOffers.list', {tab, sort, limit: 4})).body)) {
        await call('partner', 'leadOffers.get', {id: offer.id});
        await call('partner', 'activities.list', {leadOfferId: offer.id});
      }
    }
  }
  await call('partner', 'leadOffers.counts', {unread: true});
  for (const sort of ['newest', 'deadline', 'score']) {
    for (const lead of itemsOf<Lead>((await call('vendor', 'leads.list', {sort, limit: 4, status: ['offered', 'working', 'unroutable']})).body)) {
      await call('vendor', 'leads.get', {id: lead.id});
      await call('vendor', 'leads.offers', {id: lead.id, limit: 2});
      await call('vendor', 'activities.listForLead', {leadId: lead.id});
      await call('vendor', 'routingDecisions.list', {leadId: lead.id});
    }
  }
  await call('vendor', 'leads.counts', {attention: true});
  await call('vendor', 'routingRules.list');
  for (const each of itemsOf<{id: string}>((await call('vendor', 'leadImports.list')).body)) await call('vendor', 'leadImports.get', {id: each.id});
}

/** Does everything that can be done, starting from nothing but partners and people. */
async function doAll({call}: Caller, clock: TestClock): Promise<void> {
  let arrivals = 0;
  const arrive = async (input: object = {}) => {
    const number = ++arrivals;
    const fresh = {...newLeadExample, externalId: `walk-${number}`, contact: {...newLeadExample.contact, email: `erik@walk-${number}.example`}};
    return ((await call('key', 'leads.create', {...fresh, ...input})).body as {lead: Lead}).lead;
  };
  const offered = async (): Promise<LeadOffer> => (await call('partner', 'leadOffers.get', {id: (await arrive()).offer?.id})).body as LeadOffer;
  const act = async (as: 'partner' | 'vendor', name: string, {id, version}: {id: string; version: number}, input: object = {}): Promise<LeadOffer> => {
    const answered = await call(as, `leadOffers.${name}`, {id, version, ...input});
    assert.equal(answered.status, 200, `${name}: ${JSON.stringify(answered.body)}`);
    assert.equal(answered.headers.get('etag'), `"${(answered.body as LeadOffer).version}"`);
    return answered.body as LeadOffer;
  };
  const accepted = async () => act('partner', 'accept', await offered());

  const viewed = (await call('partner', 'leadOffers.view', {id: (await offered()).id})).body as LeadOffer;
  assert.equal(viewed.status, 'viewed');
  await act('partner', 'decline', viewed, {reason: 'no_capacity'});
  const mine = await accepted();
  await call('partner', 'activities.create', {leadOfferId: mine.id, kind: 'call', body: 'Hello.', nextStep: {text: 'Call again', dueOn: '2026-12-01'}});
  const working = (await call('partner', 'leadOffers.get', {id: mine.id})).body as LeadOffer;
  assert.equal(working.status, 'working');
  const handed = await act('partner', 'reassign', working, {assigneeId: personExamples.mika.id});
  await act('partner', 'convert', await act('partner', 'setNextStep', handed, {nextStep: null}), {dealName: 'A deal'});
  await act('partner', 'closeWon', await accepted());
  await act('partner', 'closeLost', await accepted(), {reason: 'price'});
  await act('partner', 'return', await accepted(), {reason: 'no_capacity'});
  await act('vendor', 'withdraw', await accepted(), {reason: 'customer_request'});
  await readAll({call, covered: new Set()});

  const lead = await arrive({route: false});
  const updated = (await call('vendor', 'leads.update', {id: lead.id, version: lead.version, score: 99, company: {city: 'Vaasa'}})).body as Lead;
  const byHand = (await call('vendor', 'leads.offer', {id: lead.id, version: updated.version, partnerOrgId: partnerOrgExamples.bergmann.id, override: true, comment: 'They asked.'})).body as Lead;
  assert.equal(byHand.offer?.partnerOrg.id, partnerOrgExamples.bergmann.id);
  await call('vendor', 'activities.createForLead', {leadId: lead.id, kind: 'note', body: 'Ours.', internal: true});
  for (const [name, input] of [['route', {}], ['quarantine', {comment: 'Spam.'}], ['close', {reason: 'other'}]] as const) {
    const waiting = await arrive({route: false});
    assert.equal((await call('vendor', `leads.${name}`, {id: waiting.id, version: waiting.version, ...input})).status, 200, name);
  }
  const aside = await arrive({route: false});
  const set = (await call('vendor', 'leads.quarantine', {id: aside.id, version: aside.version})).body as Lead;
  await call('vendor', 'leads.recycle', {id: aside.id, version: set.version});

  await call('vendor', 'leadImports.preview', {csv: leadCsvExample});
  const started = (await call('vendor', 'leadImports.create', {csv: leadCsvExample, mapping: leadImportMappingExample})).body as LeadImport;
  clock.advance(60_000);
  const done = (await call('vendor', 'leadImports.get', {id: started.id})).body as LeadImport;
  assert.deepEqual([done.status, done.created, done.failed], ['done', 1, 1]);

  const org = (await call('vendor', 'partnerOrgs.create', newPartnerOrgExample)).body as {id: string; version: number};
  await call('vendor', 'partnerOrgs.update', {id: org.id, version: org.version, partnership: {capacity: 3}});
  const person = (await call('vendor', 'people.create', {name: 'Nils', memberships: [{partnerOrgId: org.id, roles: ['sales_rep']}]})).body as {id: string; version: number};
  await call('vendor', 'people.update', {id: person.id, version: person.version, name: 'Nils Dahl'});
  const rule = (await call('vendor', 'routingRules.create', newRoutingRuleExample)).body as {id: string; version: number};
  await call('vendor', 'routingRules.update', {id: rule.id, version: rule.version, active: false});
  await call('vendor', 'routingRules.delete', {id: rule.id, version: rule.version + 1});
  const program = (await call('vendor', 'program.get')).body as {version: number};
  await call('vendor', 'program.update', {version: program.version, leadPolicy: {actSlaDays: 30}});
  const session = (await call('key', 'embedSessions.create', {personId: personExamples.aino.id, partnerOrgId: partnerOrgExamples.lumen.id})).body as {id: string};
  await call('key', 'embedSessions.delete', {id: session.id});
}

describe('every answer fits the contract', () => {
  for (const scenario of ['default', 'empty', 'one', 'many', 'longNames'] as const) {
    it(`in the scenario ${scenario}, for every route`, async () => {
      const clock = new TestClock();
      const backend = createMockBackend({scenario, clock});
      const caller = callerOf(backend);
      await readAll(caller);
      await readDeals(caller);
      await readAssets(caller);
      await doAll(caller, clock);
      await doDeals(caller, clock);
      await doAssets(caller, backend);
      await doPoints(caller, clock);
      await doChallenges(caller, clock);
      await readCobrands(caller);
      await doCobrands(caller, backend);
      await doReach(caller, backend);
      await readAll(caller);
      await readDeals(caller);
      assert.deepEqual(everyRoute.filter(name => !caller.covered.has(name)), []);
    });
  }

  it('in the scenario huge, for every list', async () => {
    const caller = callerOf(createMockBackend({scenario: 'huge', clock: new TestClock()}));
    await readAll(caller);
    await caller.call('partner', 'dealRegistrations.list', {tab: 'in_review', sort: 'deadline', limit: 100});
    await caller.call('vendor', 'dealRegistrations.list', {attention: true, sort: 'amount', limit: 10});
    const {body: deals} = await caller.call('key', 'dealRegistrations.counts');
    const {draft: _drafts, in_review, protected: kept, closed: ended} = deals as DealCounts;
    assert.ok(in_review + kept + ended > 80_000);
    const {body} = await caller.call('partner', 'leadOffers.counts');
    const {new: fresh, working, closed} = body as LeadOfferCounts;
    assert.equal(fresh + working + closed, 100_000);
  });

  it('in the scenario slow, after two and a half seconds', async () => {
    const clock = new TestClock();
    const caller = callerOf(createMockBackend({scenario: 'slow', clock}));
    const call = caller.call('partner', 'me.get');
    await new Promise(resolve => setTimeout(resolve, 5));
    assert.deepEqual(clock.pending, [2500]);
    clock.advance(2500);
    assert.equal((await call).status, 200);
  });

  for (const [scenario, code] of [['forbidden', 'forbidden'], ['failing', 'internal_error']] as const satisfies readonly (readonly [ScenarioName, string])[]) {
    it(`in the scenario ${scenario}, with ${code} for everything but me`, async () => {
      const {call} = callerOf(createMockBackend({scenario}));
      assert.equal((await call('partner', 'me.get')).status, 200);
      assert.equal(((await call('partner', 'leadOffers.list')).body as Problem).code, code);
    });
  }

  it('in the scenario offline there is none', async () => {
    await assert.rejects(callerOf(createMockBackend({scenario: 'offline'})).call('partner', 'me.get'), {name: 'TypeError', message: 'Failed to fetch'});
  });

  it('is tried for every scenario', () => assert.equal(Object.keys(scenarios).length, 10));
});

describe('a partner is never told', () => {
  it('who the customer is before accepting, nor what the vendor keeps to itself', async () => {
    const clock = new TestClock();
    const backend = createMockBackend({clock});
    const {call} = callerOf(backend);
    const {leadId, leadOfferId} = backend.act.newLead();
    await call('vendor', 'activities.createForLead', {leadId, kind: 'note', body: 'SECRET-NOTE', internal: true});
    const secrets = [newLeadExample.company.name, newLeadExample.company.city, newLeadExample.contact.lastName, newLeadExample.contact.phone, 'erik@', newLeadExample.need, 'SECRET-NOTE'];
    const told = async () => JSON.stringify([await call('partner', 'leadOffers.get', {id: leadOfferId}), await call('partner', 'leadOffers.list', {limit: 100}), await call('partner', 'activities.list', {leadOfferId})].map(({body}) => body));
    const before = await told();
    for (const secret of secrets) assert.ok(!before.includes(String(secret)), String(secret));
    // Nor can it be found by words that are hidden.
    assert.deepEqual(itemsOf((await call('partner', 'leadOffers.list', {q: newLeadExample.company.name})).body), []);
    const offer = (await call('partner', 'leadOffers.accept', {id: leadOfferId, version: 1})).body as LeadOffer;
    const after = await told();
    for (const shown of secrets.slice(0, -1)) assert.ok(after.includes(String(shown)), String(shown));
    assert.ok(!after.includes('SECRET-NOTE'));
    const story = itemsOf<Activity>((await call('partner', 'activities.list', {leadOfferId})).body);
    assert.deepEqual(story.map(({event}) => event), ['accept', 'offer']);
    await call('vendor', 'leadOffers.withdraw', {id: leadOfferId, version: offer.version, reason: 'customer_request'});
    const hidden = await told();
    for (const secret of secrets) assert.ok(!hidden.includes(String(secret)), String(secret));
  });

  it('whether an offer is somebody else’s or nobody’s', async () => {
    const backend = createMockBackend();
    const {call} = callerOf(backend);
    const foreign = backend.store.data.offers.values().find(offer => offer.partnerOrgId === partnerOrgExamples.bergmann.id);
    const [a, b] = await Promise.all([foreign?.id, personExamples.aino.id].map(id => call('partner', 'leadOffers.get', {id})));
    const bare = (body: unknown) => ({...(body as Problem), instance: '', requestId: ''});
    assert.deepEqual(bare(a?.body), bare(b?.body));
    assert.equal(a?.status, 404);
  });
});
