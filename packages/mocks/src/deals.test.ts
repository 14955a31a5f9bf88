import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {DealCounts, DealRegistration, Page, Problem} from '@portico/contract';
import {personExamples} from '@portico/contract/examples';
import {createMockBackend, type MockBackend, type MockBackendOptions} from './backend.ts';
import {mockDealIds} from './deal-acts.ts';
import {dealStory} from './sample-deals.ts';
import {callerOf} from './testing/caller.ts';
import {TestClock} from './test-clock.ts';

const dayMs = 86_400_000;
const itemsOf = (body: unknown) => (body as Page<DealRegistration>).items;

function start(options: MockBackendOptions = {}) {
  const clock = new TestClock();
  const backend = createMockBackend({clock, ...options});
  const {call} = callerOf(backend);
  const get = async (id: string, as: 'partner' | 'vendor' = 'partner') => (await call(as, 'dealRegistrations.get', {id})).body as DealRegistration;
  return {clock, backend, call, get};
}

/** Ids of the changes that a person hears of while something happens. */
async function heard(backend: MockBackend, as: 'partner' | 'vendor', personId: string, happen: () => void): Promise<string[]> {
  const {token} = await backend.fetchSessionAs(as, personId)();
  const stop = new AbortController();
  const response = await backend.fetch('http://mock.test/v1/events', {headers: {authorization: `Bearer ${token}`}, signal: stop.signal});
  happen();
  backend.cutStreams('drain');
  const text = await response.text();
  stop.abort();
  return [...text.matchAll(/"resource":"deal_registration","resourceId":"([^"]+)"/g)].map(([, id = '']) => id);
}

describe('the story of deals', () => {
  it('names each of its registrations', async () => {
    const {get} = start();
    assert.equal(Object.keys(mockDealIds).length, dealStory.length);
    const named = {draft: 'draft', first: 'submitted', underReview: 'under_review', infoAsked: 'action_required', pendingApproval: 'pending_approval', endingSoon: 'approved', converted: 'converted', won: 'won', lost: 'lost', rejected: 'rejected', expired: 'expired', voided: 'voided'} as const;
    for (const [name, status] of Object.entries(named)) assert.equal((await get(mockDealIds[name as keyof typeof named])).status, status, name);
    assert.deepEqual([(await get(mockDealIds.first)).standing, (await get(mockDealIds.behind)).standing], ['first', 'behind']);
    assert.deepEqual([(await get(mockDealIds.stale)).stale, (await get(mockDealIds.endingSoon)).stale], [true, false]);
    assert.deepEqual((await get(mockDealIds.extensionAsked)).openChanges.map(({kind}) => kind), ['extension']);
    assert.equal((await get(mockDealIds.overdue, 'vendor')).review?.overdue, true);
  });

  it('shows every status and currencies of nought, two and three digits', async () => {
    const {call} = start();
    const deals = itemsOf((await call('partner', 'dealRegistrations.list', {limit: 100})).body);
    assert.equal(new Set(deals.map(({status}) => status)).size, 16);
    assert.deepEqual([...new Set(deals.flatMap(({estimatedAmount}) => estimatedAmount?.currency ?? []))].sort(), ['EUR', 'JPY', 'KWD']);
  });

  it('is read by channel managers as far as their partners go', async () => {
    const {call, get} = start();
    const partners = itemsOf((await call('vendor', 'dealRegistrations.list', {limit: 100})).body).map(({partnerOrg}) => partnerOrg.name);
    assert.deepEqual([...new Set(partners)].sort(), ['Bergmann Systemhaus GmbH', 'Lumen Automation Oy']);
    assert.equal(((await get(mockDealIds.resellerProtected, 'vendor')) as unknown as Problem).code, 'deal_registration_not_found');
  });

  it('is counted as it is listed', async () => {
    for (const scenario of ['default', 'many'] as const) {
      const {call} = start({scenario});
      const counts = (await call('partner', 'dealRegistrations.counts', {q: 'line'})).body as DealCounts;
      for (const tab of ['draft', 'in_review', 'protected', 'closed'] as const) {
        const {items, page} = (await call('partner', 'dealRegistrations.list', {tab, q: 'line', limit: 100})).body as Page<DealRegistration>;
        assert.ok(page.next === null ? items.length === counts[tab] : counts[tab] > 100, `${scenario} ${tab}`);
      }
    }
  });
});

describe('time', () => {
  it('lapses what nobody answered and expires what nobody worked, in their order, and the next is told', async () => {
    const {clock, backend, call, get} = start();
    clock.advance(9.5 * dayMs);
    await call('partner', 'me.get');
    const ended = backend.store.changes.map(({resourceId}) => resourceId);
    assert.ok(ended.indexOf(mockDealIds.infoDueSoon) < ended.indexOf(mockDealIds.endingSoon));
    for (const [id, status] of [[mockDealIds.infoDueSoon, 'lapsed'], [mockDealIds.infoAsked, 'lapsed'], [mockDealIds.endingSoon, 'expired']] as const) assert.equal((await get(id)).status, status);
    clock.advance(60 * dayMs);
    assert.equal((await get(mockDealIds.behind)).standing, 'first');
    const {items} = (await call('partner', 'dealActivities.list', {dealRegistrationId: mockDealIds.behind})).body as Page<{event: string | null}>;
    assert.equal(items[0]?.event, 'next_in_queue');
  });

  it('reminds of an end that comes nearer, once for each day that the programme names', async () => {
    const {clock, call} = start();
    const reminders = async () => {
      const {items} = (await call('partner', 'dealActivities.list', {dealRegistrationId: mockDealIds.extensionAsked, limit: 100})).body as Page<{event: string | null}>;
      return items.filter(({event}) => event === 'expiry_reminder').length;
    };
    assert.equal(await reminders(), 0);
    for (const [days, given] of [[6.5, 1], [1, 1], [6, 2]] as const) {
      clock.advance(days * dayMs);
      await call('partner', 'me.get');
      assert.equal(await reminders(), given);
    }
  });
});

describe('what happens to a deal', () => {
  it('is told to those who may read it, and to nobody else', async () => {
    const {backend} = start();
    const {mika, linh, jonas, priya} = personExamples;
    const ask = () => void backend.act.askDeal(mockDealIds.first);
    assert.ok((await heard(backend, 'partner', mika.id, ask)).includes(mockDealIds.first));
    const note = () => void backend.act.noteDeal(mockDealIds.infoAsked);
    for (const [as, person, hears] of [['partner', linh, false], ['partner', jonas, false], ['vendor', priya, true]] as const) {
      assert.equal((await heard(backend, as, person.id, note)).includes(mockDealIds.infoAsked), hears, person.name);
    }
  });

  it('moves on by acts', async () => {
    const {backend, get} = start();
    const {act} = backend;
    const standing = async (id: string) => (await get(id)).status;
    assert.equal(await standing(act.submitDeal(mockDealIds.draft)), 'submitted');
    assert.equal(await standing(act.reviewDeal(mockDealIds.draft)), 'under_review');
    assert.equal(await standing(act.approveDeal(mockDealIds.draft)), 'approved');
    assert.equal(await standing(act.approveDeal(mockDealIds.pendingApproval)), 'approved');
    assert.equal(await standing(act.rejectDeal(mockDealIds.overdue)), 'rejected');
    assert.equal(await standing(act.expireDeal(mockDealIds.draft)), 'expired');
    assert.equal((await get(act.rivalDeal(mockDealIds.infoAsked), 'vendor')).standing, 'behind');
  });

  it('has one answer when it is sent twice at once', async () => {
    const {backend, call} = start();
    const key = {'idempotency-key': 'one-and-the-same-key'};
    const {version} = backend.store.data.deals.get(mockDealIds.draft) ?? {version: 0};
    const [a, b] = await Promise.all([1, 2].map(() => call('partner', 'dealRegistrations.submit', {id: mockDealIds.draft, version, acceptTermsVersion: '2026-1'}, key)));
    assert.deepEqual([a?.status, b?.status], [200, 200]);
    assert.deepEqual(a?.body, b?.body);
    assert.equal(backend.store.receipts.placesOf(mockDealIds.draft).length, 1);
  });
});
