import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {monthsBefore, periodAt, periodBefore, periodFinder, type PeriodKind} from './period.ts';

const kinds: PeriodKind[] = ['day', 'week', 'month', 'quarter', 'year'];
const zones = ['UTC', 'Europe/Helsinki', 'America/Sao_Paulo', 'Asia/Kolkata', 'Pacific/Auckland', 'America/Havana', 'Australia/Lord_Howe'];

describe('a period', () => {
  it('begins and ends at midnights of its time zone, whatever clocks do between', () => {
    assert.deepEqual(periodAt('2026-11-22T09:00:00.000Z', 'quarter', 'Europe/Helsinki'), {key: '2026-Q4', from: '2026-09-30T21:00:00.000Z', until: '2026-12-31T22:00:00.000Z'});
    assert.deepEqual(periodAt('2026-12-31T22:00:00.000Z', 'year', 'Europe/Helsinki'), {key: '2027', from: '2026-12-31T22:00:00.000Z', until: '2027-12-31T22:00:00.000Z'});
    assert.deepEqual(periodAt('2026-03-29T12:00:00.000Z', 'day', 'Europe/Helsinki'), {key: '2026-03-29', from: '2026-03-28T22:00:00.000Z', until: '2026-03-29T21:00:00.000Z'});
    assert.deepEqual(periodAt('2027-01-01T12:00:00.000Z', 'week', 'UTC'), {key: '2026-W53', from: '2026-12-28T00:00:00.000Z', until: '2027-01-04T00:00:00.000Z'});
    assert.deepEqual(periodAt('2026-11-22T09:00:00.000Z', 'all', 'UTC'), {key: 'all', from: null, until: null});
    // Clocks in Havana went from 00:00 to 01:00.
    assert.deepEqual(periodAt('2026-03-08T12:00:00.000Z', 'day', 'America/Havana'), {key: '2026-03-08', from: '2026-03-08T05:00:00.000Z', until: '2026-03-09T04:00:00.000Z'});
  });

  it('holds its instant, and follows the one before without a gap', () => {
    const instant = fc.date({min: new Date('1990-01-01'), max: new Date('2045-12-31'), noInvalidDate: true}).map(date => date.toISOString());
    fc.assert(
      fc.property(instant, fc.constantFrom(...kinds), fc.constantFrom(...zones), (at, kind, zone) => {
        const period = periodAt(at, kind, zone);
        assert.ok(period.from !== null && period.until !== null && period.from <= at && at < period.until);
        assert.deepEqual(periodAt(period.from, kind, zone), period);
        assert.equal(periodBefore(period, kind, zone).until, period.from);
        assert.deepEqual(periodFinder(kind, zone)(at), period);
      }),
      {numRuns: 300},
    );
  });

  it('of trailing months ends on the same day, or on the last one of a shorter month', () => {
    assert.equal(monthsBefore('2026-11-22T09:30:00.000Z', 12), '2025-11-22T09:30:00.000Z');
    assert.equal(monthsBefore('2024-02-29T00:00:00.000Z', 12), '2023-02-28T00:00:00.000Z');
    assert.equal(monthsBefore('2026-05-31T00:00:00.000Z', 3), '2026-02-28T00:00:00.000Z');
  });
});
