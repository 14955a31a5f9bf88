import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {RoutingCondition} from '@portico/contract';
import fc from 'fast-check';
import {conditionHolds} from '../routing-rule/routing-rule.rules.ts';
import {failedChecks, routeLead, type RoutablePartner, type RoutingQuestion} from './routing-decision.rules.ts';

const lead = {country: 'FI', region: 'Uusimaa', products: ['GTX Pro'], campaign: 'spring', score: 60};
const partner = (id: string, changes: Partial<RoutablePartner> = {}): RoutablePartner => ({
  id, name: id.toUpperCase(), status: 'active', levelWeight: null, territories: [], products: [], capacity: null, pausedReason: null, openLoad: 0, hadBefore: false, lastOfferedAt: null, turn: {from: 0, until: 0}, ...changes,
});
type Rule = RoutingQuestion['rules'][number];
const rule = (method: Rule['method'], changes: Partial<Rule> = {}): Rule => ({id: `rule-${method}`, name: method, version: 1, active: true, method, condition: RoutingCondition.parse({}), partnerOrgIds: [], ...changes});
const route = (question: Partial<RoutingQuestion>) => routeLead({lead, rules: [], partners: [], lockHolderId: null, defaultPartnerOrgId: null, ...question});

describe('a rule’s condition', () => {
  const holds = (condition: Partial<RoutingCondition>, changes = {}) => conditionHolds(RoutingCondition.parse(condition), {...lead, ...changes});

  it('holds for everything when it is empty', () => assert.ok(holds({}, {country: null, products: [], campaign: null, score: null})));

  it('restricts by country, product, campaign and score', () => {
    assert.ok(holds({countries: ['SE', 'FI'], products: ['GTX Pro', 'MG'], campaigns: ['spring'], minScore: 60}));
    for (const condition of [{countries: ['SE']}, {products: ['MG']}, {campaigns: ['autumn']}, {minScore: 61}]) assert.ok(!holds(condition));
  });

  it('is not met by what the lead does not say', () => {
    assert.ok(!holds({countries: ['FI']}, {country: null}));
    assert.ok(!holds({products: ['GTX Pro']}, {products: []}));
    assert.ok(!holds({campaigns: ['spring']}, {campaign: null}));
    assert.ok(!holds({minScore: 0}, {score: null}));
  });
});

describe('eligibility', () => {
  it('names every check that failed', () => {
    const nobody = partner('a', {status: 'suspended', levelWeight: 0, territories: [{country: 'SE', region: null}], products: ['MG'], capacity: 2, openLoad: 2, pausedReason: 'slow', hadBefore: true});
    assert.deepEqual(failedChecks(lead, nobody, 'b'), ['partnership_active', 'level', 'territory', 'product', 'not_declined_before', 'capacity', 'not_paused', 'account_lock']);
    assert.deepEqual(failedChecks(lead, partner('a', {status: 'at_risk', territories: [{country: 'FI', region: 'uusimaa'}], products: ['GTX Pro', 'MG'], capacity: 1}), 'a'), []);
  });

  it('takes a region for less than its country', () => {
    const regional = partner('a', {territories: [{country: 'FI', region: 'Lappi'}]});
    assert.deepEqual(failedChecks(lead, regional, null), ['territory']);
    assert.deepEqual(failedChecks({...lead, region: null}, regional, null), ['territory']);
    assert.deepEqual(failedChecks({...lead, country: null, region: null}, partner('a', {territories: [{country: 'FI', region: null}]}), null), ['territory']);
  });
});

describe('routing', () => {
  it('takes named partners in their order, and the next when one cannot', () => {
    const rules = [rule('named_partner', {partnerOrgIds: ['c', 'a']})];
    assert.equal(route({rules, partners: [partner('a'), partner('c')]}).chosen?.id, 'c');
    const {chosen, candidates} = route({rules, partners: [partner('a'), partner('c', {hadBefore: true})]});
    assert.equal(chosen?.id, 'a');
    assert.deepEqual(candidates, [{partnerOrg: {id: 'c', name: 'C'}, failed: ['not_declined_before']}, {partnerOrg: {id: 'a', name: 'A'}, failed: []}]);
  });

  it('prefers the partner whose territory names the place most closely', () => {
    const partners = [partner('a'), partner('b', {territories: [{country: 'FI', region: null}]}), partner('c', {territories: [{country: 'FI', region: 'Uusimaa'}]}), partner('d', {territories: [{country: 'SE', region: null}]})];
    const order = ['c', 'b', 'a'];
    for (const [index, id] of order.entries()) {
      const left = partners.filter(({id: other}) => !order.slice(0, index).includes(other));
      assert.equal(route({rules: [rule('territory')], partners: left}).chosen?.id, id);
    }
  });

  it('goes round: whoever waited longest, then by id', () => {
    const partners = [partner('b'), partner('a', {lastOfferedAt: '2026-11-20 10:00:00.000001'}), partner('c', {lastOfferedAt: '2026-11-20 10:00:00.000000'}), partner('d')];
    const order: (string | undefined)[] = [];
    let left = partners;
    while (left.length > 0) {
      const id = route({rules: [rule('round_robin')], partners: left}).chosen?.id;
      order.push(id);
      left = left.filter(other => other.id !== id);
    }
    assert.deepEqual(order, ['b', 'd', 'c', 'a']);
  });

  it('gives turns by the weight of levels, and says so', () => {
    /** Offers many leads one after another. @returns Who got them, as placing an offer notes it. */
    const offer = (times: number, weights: Readonly<Record<string, number | null>>, can: (id: string, time: number) => boolean = () => true) => {
      let partners = Object.entries(weights).map(([id, levelWeight]) => partner(id, {levelWeight}));
      return Array.from({length: times}, (_, time) => {
        const {chosen, candidates} = route({rules: [rule(time % 2 ? 'territory' : 'round_robin')], partners: partners.map(each => (can(each.id, time) ? each : {...each, pausedReason: 'slow'}))});
        const turn = candidates.find(({partnerOrg}) => partnerOrg.id === chosen?.id)?.turn ?? assert.fail();
        assert.equal(turn.weight, weights[chosen?.id ?? ''] ?? 1);
        partners = partners.map(each => (each.id === chosen?.id ? {...each, lastOfferedAt: String(time).padStart(4, '0'), turn: {from: turn.at, until: turn.at + 1 / turn.weight}} : each));
        return chosen?.id ?? '';
      });
    };
    const counts = (ids: readonly string[]) => Object.fromEntries([...Map.groupBy(ids.toSorted(), id => id)].map(([id, some]) => [id, some.length]));
    assert.deepEqual(counts(offer(120, {a: 3, b: 2, c: null})), {a: 60, b: 40, c: 20});
    assert.equal(offer(8, {a: 3, b: 1}).join(''), 'abaabaaa');
    // As before, where all weigh the same: round and round.
    assert.equal(offer(9, {a: 2, b: 2, c: 2}).join(''), 'abcabcabc');
    // Whoever was paused for fifty leads is first once, and makes up for none of the others.
    assert.equal(offer(58, {a: 1, b: 1}, (id, time) => id === 'a' || time >= 50).slice(50).join(''), 'babababa');
    assert.equal(route({rules: [rule('named_partner', {partnerOrgIds: ['a']})], partners: [partner('a')]}).candidates[0]?.turn, undefined);
  });

  it('goes to the next rule when a rule is off, not meant for the lead, or finds nobody', () => {
    const rules = [
      rule('named_partner', {id: '1', active: false, partnerOrgIds: ['a']}),
      rule('named_partner', {id: '2', condition: RoutingCondition.parse({countries: ['SE']}), partnerOrgIds: ['a']}),
      rule('named_partner', {id: '3', partnerOrgIds: ['full']}),
      rule('round_robin', {id: '4', version: 7, partnerOrgIds: ['b', 'gone']}),
    ];
    const decision = route({rules, partners: [partner('a'), partner('b'), partner('full', {capacity: 0})]});
    assert.deepEqual(decision, {
      method: 'round_robin', ruleId: '4', ruleName: 'round_robin', ruleVersion: 7, chosen: {id: 'b', name: 'B'},
      candidates: [{partnerOrg: {id: 'full', name: 'FULL'}, failed: ['capacity']}, {partnerOrg: {id: 'b', name: 'B'}, failed: [], turn: {weight: 1, at: 0}}],
    });
  });

  it('falls back on the default owner, and on people when that one cannot either', () => {
    assert.deepEqual([route({partners: [partner('a')], defaultPartnerOrgId: 'a'})].map(({method, chosen}) => [method, chosen?.id]), [['default_owner', 'a']]);
    const none = route({partners: [partner('a', {pausedReason: 'slow'})], defaultPartnerOrgId: 'a'});
    assert.deepEqual([none.method, none.chosen, none.candidates], ['manual_queue', null, [{partnerOrg: {id: 'a', name: 'A'}, failed: ['not_paused']}]]);
  });

  it('goes to whoever works with the customer, before every rule, or to people', () => {
    const rules = [rule('named_partner', {partnerOrgIds: ['a']})];
    const holder = partner('h', {territories: [{country: 'SE', region: null}], products: ['MG']});
    assert.deepEqual([route({rules, partners: [partner('a'), holder], lockHolderId: 'h'})].map(({method, chosen, ruleId}) => [method, chosen?.id, ruleId]), [['account_lock', 'h', null]]);
    for (const changes of [{hadBefore: true}, {pausedReason: 'slow'}, {status: 'terminated'}, {capacity: 0}] as const) {
      assert.deepEqual([route({rules, partners: [partner('a'), {...holder, ...changes}], lockHolderId: 'h'})].map(({method, chosen}) => [method, chosen]), [['manual_queue', null]]);
    }
  });

  it('never chooses somebody who fails a check, and gives the same answer to the same question', () => {
    const anyPartner = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), status: fc.constantFrom('active', 'at_risk', 'suspended'), levelWeight: fc.constantFrom(null, 0, 2), territories: fc.constantFrom([], [{country: 'FI', region: null}], [{country: 'SE', region: null}]),
      capacity: fc.constantFrom(null, 1), openLoad: fc.integer({min: 0, max: 2}), pausedReason: fc.constantFrom(null, 'slow'), hadBefore: fc.boolean(), lastOfferedAt: fc.constantFrom(null, '1', '2'),
    } as const);
    const anyRule = fc.record({method: fc.constantFrom('named_partner', 'territory', 'round_robin'), active: fc.boolean(), partnerOrgIds: fc.subarray(['a', 'b', 'c', 'x'])} as const);
    fc.assert(
      fc.property(fc.uniqueArray(anyPartner, {selector: ({id}) => id}), fc.array(anyRule, {maxLength: 3}), fc.constantFrom(null, 'a', 'x'), fc.constantFrom(null, 'b'), (some, ruleChanges, lockHolderId, defaultPartnerOrgId) => {
        const question = {partners: some.map(changes => partner(changes.id, changes)), rules: ruleChanges.map(changes => rule(changes.method, changes)), lockHolderId, defaultPartnerOrgId};
        const answer = route(question);
        assert.deepEqual(route({...question, partners: question.partners.toReversed()}).chosen, answer.chosen);
        const logged = answer.candidates.find(({partnerOrg}) => partnerOrg.id === answer.chosen?.id);
        if (answer.chosen) assert.deepEqual(logged?.failed, []);
        assert.equal(answer.chosen === null, answer.method === 'manual_queue');
      }),
      {numRuns: 1000},
    );
  });
});
