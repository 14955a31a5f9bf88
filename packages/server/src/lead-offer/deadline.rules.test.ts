import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LeadPolicy} from '@portico/contract';
import {acceptByOf, actByOf, dueStepOf, idleByOf, scheduleOf, type OfferClocks} from './deadline.rules.ts';

const policy = LeadPolicy.parse({});
const at = (text: string) => Date.parse(text);
const offered: OfferClocks = {status: 'offered', offeredAt: '2026-11-20T10:00:00.000Z', acceptBy: '2026-11-22T10:00:00.000Z', acceptedAt: null, lastActivityAt: null, actBy: null, idleBy: null};
const accepted: OfferClocks = {...offered, status: 'accepted', acceptedAt: '2026-11-21T00:00:00.000Z', actBy: '2027-01-20T00:00:00.000Z', idleBy: '2026-12-05T00:00:00.000Z'};

describe('the time to respond', () => {
  const options = {priority: 'normal', timeZone: 'Europe/Helsinki'} as const;

  it('runs on the wall clock for most leads', () => assert.equal(acceptByOf(policy, at('2026-11-20T10:00:00Z'), options), '2026-11-22T10:00:00.000Z'));

  it('is shorter for hot ones', () => assert.equal(acceptByOf(policy, at('2026-11-20T10:00:00Z'), {...options, priority: 'hot'}), '2026-11-21T10:00:00.000Z'));

  it('counts office hours of the partner for hot ones when the programme has a calendar', () => {
    const calendar = {weekdays: [1, 2, 3, 4, 5], fromHour: 8, toHour: 16, holidays: []};
    assert.equal(acceptByOf({...policy, hotAcceptSlaHours: 10, calendar}, at('2026-11-20T10:00:00Z'), {...options, priority: 'hot'}), '2026-11-23T12:00:00.000Z');
  });

  it('is what a manager says when one says it', () => assert.equal(acceptByOf(policy, at('2026-11-20T10:00:00Z'), {...options, priority: 'hot', withinHours: 0.5}), '2026-11-20T10:30:00.000Z'));
});

describe('the times of an accepted lead', () => {
  it('are 60 days to end it and 14 without an entry', () => {
    assert.equal(actByOf(policy, at('2026-11-21T00:00:00Z')), '2027-01-20T00:00:00.000Z');
    assert.equal(idleByOf(policy, at('2026-11-21T00:00:00Z')), '2026-12-05T00:00:00.000Z');
  });
});

describe('the schedule', () => {
  it('reminds before the time to respond ends, and then waits for its end', () => {
    assert.deepEqual(scheduleOf(offered, policy, at(offered.offeredAt)), {remindAt: '2026-11-22T06:00:00.000Z', remindKind: 'accept_reminder', dueAt: '2026-11-22T06:00:00.000Z'});
    assert.deepEqual(scheduleOf(offered, policy, at('2026-11-22T06:00:00Z')), {remindAt: null, remindKind: null, dueAt: '2026-11-22T10:00:00.000Z'});
  });

  it('sends no reminder that would come with the offer or before it', () => {
    assert.deepEqual(scheduleOf(offered, {...policy, acceptReminderHours: [48, 72]}, 0), {remindAt: null, remindKind: null, dueAt: '2026-11-22T10:00:00.000Z'});
  });

  it('reminds of silence on days 3 and 7, counted from the last entry', () => {
    assert.equal(scheduleOf(accepted, policy, at('2026-11-21T00:00:00Z')).remindAt, '2026-11-24T00:00:00.000Z');
    assert.equal(scheduleOf(accepted, policy, at('2026-11-24T00:00:00Z')).remindAt, '2026-11-28T00:00:00.000Z');
    assert.equal(scheduleOf(accepted, policy, at('2026-11-28T00:00:00Z')).dueAt, accepted.idleBy);
    const active: OfferClocks = {...accepted, status: 'working', lastActivityAt: '2026-11-25T00:00:00.000Z', idleBy: '2026-12-09T00:00:00.000Z'};
    assert.equal(scheduleOf(active, policy, at('2026-11-25T00:00:00Z')).remindAt, '2026-11-28T00:00:00.000Z');
  });

  it('is empty for an ended offer', () => {
    assert.deepEqual(scheduleOf({...accepted, status: 'returned'}, policy, 0), {remindAt: null, remindKind: null, dueAt: null});
  });
});

describe('what is due', () => {
  const step = (clocks: OfferClocks, now: string, remindAt: string | null = null) => dueStepOf({...clocks, remindAt}, at(now));

  it('is nothing before its time', () => {
    assert.equal(step(offered, '2026-11-22T09:59:59.999Z'), null);
    assert.equal(step(accepted, '2026-12-04T23:59:59.999Z'), null);
  });

  it('is the end of the time to respond at that very instant', () => assert.equal(step(offered, '2026-11-22T10:00:00.000Z'), 'expire'));

  it('is a reminder in between', () => assert.equal(step(offered, '2026-11-22T06:00:00.000Z', '2026-11-22T06:00:00.000Z'), 'remind'));

  it('is the end and not the reminder when both have passed', () => assert.equal(step(offered, '2027-11-22T10:00:00Z', '2026-11-22T06:00:00.000Z'), 'expire'));

  it('is the deadline that came first when several have passed', () => {
    assert.equal(step(accepted, '2027-03-01T00:00:00Z'), 'reclaim');
    assert.equal(step({...accepted, idleBy: '2027-02-01T00:00:00.000Z'}, '2027-03-01T00:00:00Z'), 'time_out');
    assert.equal(step({...accepted, idleBy: accepted.actBy}, '2027-03-01T00:00:00Z'), 'time_out');
  });

  it('is nothing for an ended offer, even with a reminder left over', () => assert.equal(step({...accepted, status: 'closed_won'}, '2027-03-01T00:00:00Z', '2026-11-22T06:00:00.000Z'), null));
});
