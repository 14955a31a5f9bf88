import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {grantOf, replay, versionAt, type Retraction, type RuleVersion, type ScoredEvent} from './points-rule.rules.ts';
import {PointsTerms} from './points-rule.schema.ts';

const silver = {levelId: '0193a0c0-0000-7000-8000-000000000012', type: 'reseller', country: 'FI', groups: ['beta']} as const;
const nothing = {times: 0, points: 0, entityHasPoints: false};
const version = (number: number, terms: Partial<Parameters<typeof PointsTerms.parse>[0] & object> = {}, appliesFrom: string | null = null): RuleVersion => ({
  number,
  appliesFrom,
  terms: PointsTerms.parse({event: 'deal_won', formula: {kind: 'fixed', points: 10}, cap: {times: 100, per: 'all'}, ...terms}),
});
const event = (id: string, changes: Partial<ScoredEvent> = {}): ScoredEvent => ({
  id,
  event: 'deal_won',
  partnerOrgId: '0193a0c0-0000-7000-8000-000000000101',
  entityId: `deal-${id}`,
  facts: {amount: {amountMinor: 1_250_00, currency: 'EUR'}, products: ['Edge'], country: 'FI', hours: 3},
  standing: {...silver, groups: ['beta']},
  occurredAt: '2026-11-20T10:00:00.000Z',
  ...changes,
});

describe('a rule gives', () => {
  const outcomes: readonly [string, Partial<Parameters<typeof PointsTerms.parse>[0] & object>, Partial<ScoredEvent>, number | string][] = [
    ['its fixed points', {}, {}, 10],
    ['points for each whole part of the amount', {formula: {kind: 'per_amount', points: 2, perMinor: 10_000, currency: 'EUR'}}, {}, 24],
    ['nothing for less than one part', {formula: {kind: 'per_amount', points: 2, perMinor: 200_000, currency: 'EUR'}}, {}, 'too_little'],
    ['nothing for another currency', {formula: {kind: 'per_amount', points: 2, perMinor: 1, currency: 'SEK'}}, {}, 'too_little'],
    ['nothing for another event', {event: 'deal_registered'}, {}, 'event'],
    ['nothing before its time', {startsAt: '2026-11-20T10:00:00.001Z'}, {}, 'not_started'],
    ['points from its first instant', {startsAt: '2026-11-20T12:00:00.000+02:00'}, {}, 10],
    ['nothing at its end', {endsAt: '2026-11-20T10:00:00.000Z'}, {}, 'ended'],
    ['nothing to a partner of another level', {audience: {levelIds: ['0193a0c0-0000-7000-8000-000000000011']}}, {}, 'audience'],
    ['points to a partner of the group', {audience: {groups: ['alpha', 'beta'], countries: ['FI'], partnerTypes: ['reseller']}}, {}, 10],
    ['nothing for a small amount', {condition: {minAmount: {amountMinor: 125_001, currency: 'EUR'}}}, {}, 'condition'],
    ['nothing for another product', {condition: {products: ['Vision']}}, {}, 'condition'],
    ['nothing when it took too long', {condition: {maxHours: 2.9}}, {}, 'condition'],
    ['points when it took just as long', {condition: {maxHours: 3}}, {}, 10],
    ['nothing when nobody knows how long it took', {condition: {maxHours: 3}}, {facts: {amount: null, products: [], country: null, hours: null}}, 'condition'],
  ];
  for (const [name, terms, changes, expected] of outcomes) {
    it(name, () => {
      const grant = grantOf(version(1, terms), event('1', changes), nothing);
      assert.equal(typeof grant === 'string' ? grant : grant.points, expected);
    });
  }

  it('points once for a deal, and no more than its cap', () => {
    const rule = version(1, {cap: {times: 3, per: 'month', points: 25}});
    assert.equal(grantOf(rule, event('1'), {...nothing, entityHasPoints: true}), 'once_per_entity');
    assert.equal(grantOf(rule, event('1'), {...nothing, times: 3}), 'cap');
    assert.equal(grantOf(rule, event('1'), {...nothing, points: 25}), 'cap');
    assert.deepEqual(grantOf(version(1, {cap: {times: 3, per: 'month', points: 25}, expiresAfterDays: 30}), event('1'), {...nothing, times: 2, points: 20}), {number: 1, points: 5, occurredAt: '2026-11-20T10:00:00.000Z', expiresAt: '2026-12-20T10:00:00.000Z'});
  });

  it('what the version says that reaches back to the event', () => {
    const versions = [version(1), version(2, {}, '2026-11-01T00:00:00.000Z'), version(3, {}, '2026-12-01T00:00:00.000Z')];
    assert.deepEqual(['2026-10-31T23:59:59.999Z', '2026-11-01T00:00:00.000Z', '2026-12-24T00:00:00.000Z'].map(at => versionAt(versions, at)?.number), [1, 2, 3]);
    assert.equal(versionAt([...versions, version(4)], '2026-11-01T00:00:00.000Z')?.number, 4);
    assert.equal(versionAt([version(1, {}, '2026-11-01T00:00:00.000Z')], '2026-10-01T00:00:00.000Z'), undefined);
  });
});

describe('a replay', () => {
  const points = (versions: readonly RuleVersion[], items: readonly (ScoredEvent | Retraction)[]) => [...replay(versions, items)].map(([id, grant]) => [id, grant.points]);

  it('counts the cap by periods of the rule’s time zone', () => {
    const rule = version(1, {cap: {times: 1, per: 'day'}, timeZone: 'Europe/Helsinki'});
    assert.deepEqual(points([rule], [event('1', {occurredAt: '2026-11-20T21:59:00.000Z'}), event('2', {occurredAt: '2026-11-20T22:00:00.000Z'}), event('3', {occurredAt: '2026-11-20T23:00:00.000Z'})]), [['1', 10], ['2', 10]]);
  });

  it('takes back what was retracted and makes room for what comes later, not for what came before', () => {
    const rule = version(1, {cap: {times: 2, per: 'all'}});
    assert.deepEqual(points([rule], [event('1'), event('2'), event('3'), {retracts: '1'}, event('4'), {retracts: '3'}, event('5')]), [['2', 10], ['4', 10]]);
    assert.deepEqual(points([rule], [event('1', {entityId: 'd'}), event('2', {entityId: 'd'}), {retracts: '1'}, event('3', {entityId: 'd'})]), [['3', 10]]);
  });

  it('is the same as deciding event by event with what an account of entries says', () => {
    const item = fc.oneof(
      {weight: 5, arbitrary: fc.record({day: fc.nat(70), entity: fc.nat(4), amountMinor: fc.nat(40_000)})},
      {weight: 1, arbitrary: fc.nat(30).map(retracts => ({retracts: String(retracts)}))},
    );
    const cap = fc.record({times: fc.integer({min: 1, max: 4}), per: fc.constantFrom('day', 'week', 'month', 'all'), points: fc.option(fc.integer({min: 1, max: 30}))});
    fc.assert(
      fc.property(fc.array(item, {maxLength: 30}), fc.array(cap, {minLength: 1, maxLength: 3}), fc.boolean(), (items, caps, oncePerEntity) => {
        const versions = caps.map((each, index) => version(index + 1, {cap: each, oncePerEntity, formula: {kind: 'per_amount', points: 1, perMinor: 1000, currency: 'EUR'}}, index === 0 ? null : `2026-0${index + 1}-10T00:00:00.000Z`));
        const stream = items.map((each, index) => ('retracts' in each ? each : event(String(index), {entityId: `e${each.entity}`, occurredAt: new Date(Date.UTC(2026, 0, 1 + each.day)).toISOString(), facts: {amount: {amountMinor: each.amountMinor, currency: 'EUR'}, products: [], country: null, hours: null}})));
        const live = new Map<string, {points: number; event: ScoredEvent}>();
        for (const each of stream) {
          if ('retracts' in each) {
            live.delete(each.retracts);
            continue;
          }
          const rule = versionAt(versions, each.occurredAt);
          if (!rule) continue;
          const sameSpan = [...live.values()].filter(({event: {occurredAt}}) => sameUtcSpan(rule.terms.cap.per, occurredAt, each.occurredAt));
          const grant = grantOf(rule, each, {times: sameSpan.length, points: sameSpan.reduce((sum, entry) => sum + entry.points, 0), entityHasPoints: [...live.values()].some(({event: {entityId}}) => entityId === each.entityId)});
          if (typeof grant !== 'string') live.set(each.id, {points: grant.points, event: each});
        }
        assert.deepEqual(points(versions, stream), [...live].map(([id, entry]) => [id, entry.points]));
      }),
      {numRuns: 200},
    );
  });
});

/** Independent of the calendar that the rules use. */
function sameUtcSpan(per: string, a: string, b: string): boolean {
  if (per === 'all') return true;
  if (per === 'day') return a.slice(0, 10) === b.slice(0, 10);
  if (per === 'month') return a.slice(0, 7) === b.slice(0, 7);
  const week = (at: string) => Math.floor((Date.parse(at.slice(0, 10)) / 86_400_000 + 3) / 7);
  return week(a) === week(b);
}
