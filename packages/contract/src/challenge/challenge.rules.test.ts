import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {challengeCan} from './challenge.transitions.ts';
import {countsToward, endOf, faultsOf, isOpen, phaseOf, spanAt} from './challenge.rules.ts';

const quarter = {kind: 'absolute', startsAt: '2026-10-10T00:00:00+03:00', endsAt: '2026-12-24T12:00:00Z'} as const;
const thirtyDays = {kind: 'relative', days: 30, joinBy: '2026-12-01T00:00:00Z'} as const;
const monthly = {window: quarter, period: 'month', timeZone: 'Europe/Helsinki'} as const;

describe('a challenge', () => {
  it('has periods of its time zone, cut off at its window', () => {
    assert.deepEqual(spanAt(monthly, '2026-09-01T00:00:00.000Z', null), {key: '2026-10', from: '2026-10-09T21:00:00.000Z', until: '2026-10-31T22:00:00.000Z'});
    assert.deepEqual(spanAt(monthly, '2026-10-31T22:00:00.000Z', null), {key: '2026-11', from: '2026-10-31T22:00:00.000Z', until: '2026-11-30T22:00:00.000Z'});
    assert.deepEqual(spanAt(monthly, '2027-02-01T00:00:00.000Z', null), {key: '2026-12', from: '2026-11-30T22:00:00.000Z', until: '2026-12-24T12:00:00.000Z'});
    assert.equal(spanAt({...monthly, period: 'once'}, '2026-11-01T00:00:00.000Z', null)?.key, 'once');
  });

  it('begins for each partner on the day it joined, where its window is relative', () => {
    const own = {window: thirtyDays, period: 'once', timeZone: 'UTC'} as const;
    assert.equal(spanAt(own, '2026-11-22T00:00:00.000Z', null), null);
    assert.deepEqual(spanAt(own, '2026-11-22T00:00:00.000Z', '2026-11-20T08:00:00.000Z'), {key: 'once', from: '2026-11-20T08:00:00.000Z', until: '2026-12-20T08:00:00.000Z'});
    assert.equal(endOf(thirtyDays), '2026-12-31T00:00:00.000Z');
    assert.equal(endOf({...thirtyDays, joinBy: null}), null);
    assert.deepEqual(['2026-11-30', '2026-12-02', '2027-01-01'].map(day => [isOpen('published', thirtyDays, Date.parse(day)), phaseOf('published', thirtyDays, Date.parse(day))]), [[true, 'running'], [false, 'running'], [false, 'over']]);
  });

  it('is upcoming, running and over by the clock, and over by hand', () => {
    const at = (day: string) => phaseOf('published', quarter, Date.parse(day));
    assert.deepEqual([at('2026-10-09'), at('2026-10-10'), at('2026-12-24T12:00:00Z'), phaseOf('draft', quarter, 0), phaseOf('withdrawn', quarter, 0)], ['upcoming', 'running', 'over', null, 'over']);
    assert.deepEqual([challengeCan('update', 'published'), challengeCan('withdraw', 'published'), challengeCan('end', 'draft')], [false, true, false]);
  });

  it('counts what its goal says and nothing else', () => {
    const won = {amountMinor: 500, currency: 'EUR'};
    assert.equal(countsToward({metric: 'revenue', target: 1, currency: 'EUR'}, 'deal_won', won), 500);
    assert.equal(countsToward({metric: 'revenue', target: 1, currency: 'USD'}, 'deal_won', won), 0);
    assert.equal(countsToward({metric: 'revenue', target: 1, currency: 'EUR'}, 'deal_registered', won), 0);
    assert.equal(countsToward({metric: 'events', target: 1, event: 'course_passed'}, 'course_passed', null), 1);
    assert.equal(countsToward({metric: 'points', target: 1}, 'course_passed', null), 0);
  });

  it('says at which field something is missing or too much', () => {
    const fields = {type: 'performance', goal: {metric: 'points', target: 100}, proofs: [], window: quarter, period: 'once', points: 10, badgeId: null} as const;
    const at = (changes: object) => faultsOf({...fields, proofs: [], ...changes}).map(({pointer}) => pointer);
    assert.deepEqual(at({}), []);
    assert.deepEqual(at({type: 'submission'}), ['/goal', '/proofs']);
    assert.deepEqual(at({goal: null, proofs: ['text']}), ['/goal', '/proofs']);
    assert.deepEqual(at({window: {...quarter, endsAt: quarter.startsAt}}), ['/window/endsAt']);
    assert.deepEqual(at({window: thirtyDays, period: 'week', points: 0}), ['/period', '/points']);
    assert.deepEqual(at({window: {...quarter, endsAt: '2099-01-01T00:00:00Z'}, period: 'week'}), ['/window/endsAt']);
  });
});
