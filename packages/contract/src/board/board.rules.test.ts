import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {countsOn, normalise, rankBoard, viewOfBoard, type BoardTally} from './board.rules.ts';

const tallies = (...values: readonly (readonly [string, number, number?])[]): BoardTally[] => values.map(([partnerOrgId, total, count = 1]) => ({partnerOrgId, total, count}));
const points = {metric: 'points', minCount: 3} as const;
const ranks = (rows: readonly {partnerOrgId: string; rank: number; value: number}[]) => rows.map(({partnerOrgId, rank, value}) => `${rank} ${partnerOrgId} ${value}`);
const five = rankBoard(points, tallies(['a', 50], ['b', 40], ['c', 40], ['d', 10], ['e', 5], ['f', 1]));

describe('a board', () => {
  it('ranks 1, 2, 2, 4', () => assert.deepEqual(ranks(five), ['1 a 50', '2 b 40', '2 c 40', '4 d 10', '5 e 5', '6 f 1']));

  it('has nobody on it without anything that counts', () => {
    assert.deepEqual(ranks(rankBoard(points, tallies(['a', 0, 0], ['b', 0, 1]))), ['1 b 0']);
    assert.deepEqual(ranks(rankBoard({metric: 'win_rate', minCount: 3}, tallies(['a', 2, 2], ['b', 1, 3], ['c', 0, 3]))), ['1 b 3333', '2 c 0']);
    assert.deepEqual(ranks(rankBoard({metric: 'revenue_growth', minCount: 1}, tallies(['a', 150], ['b', 10], ['c', 50]), tallies(['a', 100], ['c', 200]))), ['1 a 5000', '2 c -7500']);
  });

  it('takes the shorter time for the better one', () => assert.deepEqual(ranks(rankBoard({metric: 'time_to_contact', minCount: 1}, tallies(['a', 300, 2], ['b', 100]))), ['1 b 100', '2 a 150']));

  it('counts what it is about', () => {
    const facts = {amount: {amountMinor: 500, currency: 'EUR'}, hours: 1.25};
    const of = (metric: Parameters<typeof countsOn>[0]['metric'], event: string, currency = 'EUR') => countsOn({metric, currency}, event, facts);
    assert.deepEqual([of('revenue', 'deal_won'), of('revenue', 'deal_won', 'SEK'), of('deals_won', 'deal_won'), of('win_rate', 'deal_lost'), of('time_to_contact', 'first_contact'), of('points', 'deal_won')], [{total: 500, count: 1}, null, {total: 1, count: 1}, {total: 0, count: 1}, {total: 125, count: 1}, null]);
  });

  it('shows the vendor everybody, and partners what they may see', () => {
    const view = (visibility: Parameters<typeof viewOfBoard>[0]['visibility'], reader: string | null, minParticipants = 5, limit = 100) => viewOfBoard({visibility, minParticipants, isNormalised: false}, {participants: five.length, rows: five}, reader, limit);
    assert.equal(view({kind: 'top', top: 1, around: 0}, null).shown.length, 6);
    const top = view({kind: 'top', top: 2, around: 1}, 'e');
    assert.deepEqual(top.shown.map(({partnerOrgId, isOwn, isNamed}) => [partnerOrgId, isOwn, isNamed]), [['a', false, true], ['b', false, true], ['c', false, true], ['d', false, true], ['e', true, true], ['f', false, true]]);
    assert.deepEqual(view({kind: 'top', top: 1, around: 0}, 'e').shown.map(({partnerOrgId}) => partnerOrgId), ['a', 'e']);
    assert.deepEqual(view({kind: 'alias'}, 'd').shown.filter(({isNamed}) => isNamed).map(({partnerOrgId}) => partnerOrgId), ['d']);
    assert.deepEqual(view({kind: 'full'}, 'd').own, {rank: 4, value: 10, toNext: {rank: 2, difference: 30}});
    assert.deepEqual(view({kind: 'full'}, 'a').own?.toNext, null);
    assert.deepEqual(view({kind: 'full'}, 'd', 7), {shown: [], participants: null, own: {rank: null, value: 10, toNext: null}});
    assert.deepEqual(view({kind: 'full'}, 'nobody').own, {rank: null, value: null, toNext: null});
  });

  describe('that is normalised', () => {
    const valued = (values: Readonly<Record<string, number>>) => Object.entries(values).map(([partnerOrgId, value]) => ({partnerOrgId, value}));
    // The first letter is the group.
    const of = (values: Readonly<Record<string, number>>, metric: 'revenue' | 'time_to_contact' = 'revenue', minParticipants = 3) => normalise({metric, minParticipants}, valued(values), id => id[0] ?? '');

    it('ranks by how partners do beside the median of their own', () => {
      assert.deepEqual(ranks(of({g1: 900, g2: 1000, g3: 1200, s1: 20, s2: 10, s3: 9, s4: 10})), ['1 s1 20000', '2 g3 12000', '3 g2 10000', '3 s2 10000', '3 s4 10000', '6 g1 9000', '6 s3 9000']);
      assert.deepEqual(ranks(of({g1: 100, g2: 200, g3: 400, g4: 300})), ['1 g3 16000', '2 g4 12000', '3 g2 8000', '4 g1 4000']);
      assert.deepEqual(ranks(of({a1: 100, a2: 200, a3: 0}, 'time_to_contact')), ['1 a3 10000000', '2 a1 10000', '3 a2 5000']);
    });

    it('measures those of too small a group, or one that has nothing, by all', () => {
      assert.deepEqual(ranks(of({g1: 100, g2: 100, g3: 100, s1: 300, s2: 50})), ['1 s1 30000', '2 g1 10000', '2 g2 10000', '2 g3 10000', '5 s2 5000']);
      assert.deepEqual(ranks(of({a1: 1, a2: 3}, 'revenue', 2)), ['1 a2 15000', '2 a1 5000']);
      assert.deepEqual(ranks(of({a1: 0, a2: 0, a3: 8, b1: 4, b2: 4, b3: 4})), ['1 a3 20000', '2 b1 10000', '2 b2 10000', '2 b3 10000', '5 a1 0', '5 a2 0']);
      assert.deepEqual(ranks(of({a1: 0, a2: 0})), ['1 a1 10000', '1 a2 10000']);
    });

    it('tells partners what they have themselves before that, and nothing of the others', () => {
      const rows = of({g1: 900, g2: 1000, g3: 1200});
      const view = (reader: string | null, minParticipants = 3) => viewOfBoard({visibility: {kind: 'full'}, minParticipants, isNormalised: true}, {participants: rows.length, rows}, reader, 100);
      assert.deepEqual(view('g1').shown.map(({partnerOrgId, rawValue}) => [partnerOrgId, rawValue]), [['g3', undefined], ['g2', undefined], ['g1', 900]]);
      assert.deepEqual(view('g1').own, {rank: 3, value: 9000, rawValue: 900, toNext: {rank: 2, difference: 1000}});
      assert.deepEqual(view('g1', 4).own, {rank: null, value: null, rawValue: 900, toNext: null});
      assert.deepEqual(view(null).shown.map(({rawValue}) => rawValue), [1200, 1000, 900]);
    });

    it('finds nobody better or worse when all of a group do ten times as much', () => {
      fc.assert(
        fc.property(fc.array(fc.integer({min: 1, max: 9}), {minLength: 3, maxLength: 9}), fc.array(fc.integer({min: 1, max: 9}), {minLength: 3, maxLength: 9}), (some, others) => {
          const both = (times: number) => of(Object.fromEntries([...some.map((value, index) => [`a${index}`, value]), ...others.map((value, index) => [`b${index}`, value * times])]));
          assert.deepEqual(ranks(both(10)), ranks(both(1)));
        }),
        {numRuns: 50},
      );
    });
  });

  it('gives everybody one more than there are better ones', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 0, max: 5}), {maxLength: 20}), values => {
        const rows = rankBoard(points, values.map((total, index) => ({partnerOrgId: String(index), total, count: 1})));
        for (const row of rows) assert.equal(row.rank, 1 + values.filter(value => value > row.value).length);
        assert.equal(rows.length, values.length);
      }),
      {numRuns: 100},
    );
  });
});
