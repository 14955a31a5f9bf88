import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {BusinessCalendar} from '@portico/contract';
import fc from 'fast-check';
import {addBusinessHours} from './business-time.rules.ts';

const office: BusinessCalendar = {weekdays: [1, 2, 3, 4, 5], fromHour: 9, toHour: 17, holidays: []};

function add(from: string, hours: number, timeZone = 'UTC', calendar = office): string {
  return new Date(addBusinessHours(Date.parse(from), hours, calendar, timeZone)).toISOString();
}

describe('addBusinessHours', () => {
  it('counts within one day', () => assert.equal(add('2026-11-23T10:00:00Z', 3), '2026-11-23T13:00:00.000Z'));

  it('goes on the next morning', () => assert.equal(add('2026-11-23T16:00:00Z', 3), '2026-11-24T11:00:00.000Z'));

  it('starts in the morning when asked at night', () => assert.equal(add('2026-11-23T03:30:00Z', 1.5), '2026-11-23T10:30:00.000Z'));

  it('ends at closing time rather than at the next opening', () => assert.equal(add('2026-11-23T09:00:00Z', 8), '2026-11-23T17:00:00.000Z'));

  it('passes over the weekend', () => assert.equal(add('2026-11-20T16:00:00Z', 2), '2026-11-23T10:00:00.000Z'));

  it('passes over days off', () => assert.equal(add('2026-12-23T16:00:00Z', 2, 'UTC', {...office, holidays: ['2026-12-24', '2026-12-25']}), '2026-12-28T10:00:00.000Z'));

  it('counts the hours of the partner’s own time zone', () => {
    assert.equal(add('2026-11-23T06:00:00Z', 1, 'Europe/Helsinki'), '2026-11-23T08:00:00.000Z');
    assert.equal(add('2026-11-23T23:30:00Z', 1, 'America/Los_Angeles'), '2026-11-24T00:30:00.000Z');
    assert.equal(add('2026-11-22T21:00:00Z', 1, 'Pacific/Auckland'), '2026-11-22T22:00:00.000Z');
    assert.equal(add('2026-11-23T03:00:00Z', 1, 'Asia/Kathmandu'), '2026-11-23T04:15:00.000Z');
  });

  it('keeps office hours when the clocks change', () => {
    assert.equal(add('2026-03-27T14:00:00Z', 2, 'Europe/Helsinki'), '2026-03-30T07:00:00.000Z');
    assert.equal(add('2026-10-23T13:00:00Z', 2, 'Europe/Helsinki'), '2026-10-26T08:00:00.000Z');
  });

  it('gives an hour less on a day that loses one, and more on one that gains one', () => {
    const always: BusinessCalendar = {weekdays: [1, 2, 3, 4, 5, 6, 7], fromHour: 0, toHour: 24, holidays: []};
    assert.equal(add('2026-03-28T22:00:00Z', 23, 'Europe/Helsinki', always), '2026-03-29T21:00:00.000Z');
    const nights: BusinessCalendar = {...always, toHour: 6};
    assert.equal(add('2026-03-28T22:00:00Z', 5.5, 'Europe/Helsinki', nights), '2026-03-29T21:30:00.000Z');
    assert.equal(add('2026-10-24T21:00:00Z', 6.5, 'Europe/Helsinki', nights), '2026-10-25T03:30:00.000Z');
  });

  it('opens at the jump when the clocks skip the opening hour', () => {
    const early: BusinessCalendar = {weekdays: [7], fromHour: 3, toHour: 5, holidays: []};
    assert.equal(add('2026-03-28T12:00:00Z', 0.5, 'Europe/Helsinki', early), '2026-03-29T01:30:00.000Z');
  });

  it('with every hour of every day is plain addition, whatever the clocks do', () => {
    const always: BusinessCalendar = {weekdays: [1, 2, 3, 4, 5, 6, 7], fromHour: 0, toHour: 24, holidays: []};
    const zone = fc.constantFrom('UTC', 'Europe/Helsinki', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/Sao_Paulo', 'Pacific/Apia');
    fc.assert(
      fc.property(fc.integer({min: 1_262_304_000, max: 1_893_456_000}), fc.integer({min: 1, max: 500}), zone, (seconds, hours, timeZone) => {
        assert.equal(addBusinessHours(seconds * 1000, hours, always, timeZone), seconds * 1000 + hours * 3_600_000);
      }),
    );
  });

  it('never gives less for more hours, and never before the start', () => {
    const zone = fc.constantFrom('Europe/Helsinki', 'America/New_York', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(fc.integer({min: 1_700_000_000, max: 1_893_456_000}), fc.double({min: 0.1, max: 300, noNaN: true}), zone, (seconds, hours, timeZone) => {
        const start = seconds * 1000;
        const end = addBusinessHours(start, hours, office, timeZone);
        assert.ok(end > start && addBusinessHours(start, hours + 1, office, timeZone) > end);
      }),
    );
  });
});
