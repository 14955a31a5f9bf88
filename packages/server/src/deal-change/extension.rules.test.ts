import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {endOfDay, extensionRefusalOf} from './extension.rules.ts';

const now = '2026-11-20T08:00:00.000Z';
const protection = {protected_from: '2026-10-01T08:00:00.000Z', protected_until: '2026-12-30T08:00:00.000Z', extension_count: 0};
const rules = {policy: 'once', maxTotalDays: 120, minDaysBefore: 3} as const;
const refusal = (changes: {rules?: object; protection?: object; until?: string; now?: string} = {}) =>
  extensionRefusalOf({...rules, ...changes.rules}, {...protection, ...changes.protection}, changes.until ?? '2027-01-15T21:59:59.999Z', changes.now ?? now);

describe('an extension', () => {
  it('is allowed as often as the programme says', () => {
    assert.equal(refusal(), null);
    assert.match(refusal({rules: {policy: 'none'}}) ?? '', /extends no/);
    assert.match(refusal({protection: {extension_count: 1}}) ?? '', /once/);
    assert.equal(refusal({rules: {policy: 'unlimited'}, protection: {extension_count: 7}}), null);
  });

  it('ends within the longest protection, to the end of its last day', () => {
    assert.equal(refusal({until: '2027-01-29T23:59:59.999Z'}), null);
    assert.match(refusal({until: '2027-01-30T23:59:59.999Z'}) ?? '', /120 days/);
  });

  it('is later than what there is, and asked for in time', () => {
    assert.match(refusal({until: '2026-12-30T08:00:00.000Z'}) ?? '', /not after/);
    assert.equal(refusal({now: '2026-12-27T08:00:00.000Z'}), null);
    assert.match(refusal({now: '2026-12-27T08:00:00.001Z'}) ?? '', /at least 3 days/);
    assert.match(refusal({protection: {protected_until: null}}) ?? '', /no end/);
  });
});

describe('the end of a day', () => {
  it('is its last instant in the time zone, on days with a clock change too', () => {
    assert.equal(endOfDay('2027-01-15', 'Europe/Helsinki'), '2027-01-15T21:59:59.999Z');
    assert.equal(endOfDay('2027-07-15', 'Europe/Helsinki'), '2027-07-15T20:59:59.999Z');
    assert.equal(endOfDay('2027-03-27', 'Europe/Helsinki'), '2027-03-27T21:59:59.999Z');
    assert.equal(endOfDay('2027-03-28', 'Europe/Helsinki'), '2027-03-28T20:59:59.999Z');
    assert.equal(endOfDay('2027-10-31', 'Europe/Helsinki'), '2027-10-31T21:59:59.999Z');
    assert.equal(endOfDay('2027-01-15', 'Pacific/Auckland'), '2027-01-15T10:59:59.999Z');
    assert.equal(endOfDay('2027-01-15', 'UTC'), '2027-01-15T23:59:59.999Z');
  });
});
