import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {DealPolicy} from '@portico/contract';
import fc from 'fast-check';
import {deadlineOf, dueStepOf, isOver, nextDueAt, nextNoticeAt, resumedReviewDueAt, reviewDueAtOf, reviewLeftMs, type DealClocks} from './deal-clock.rules.ts';

const policy = DealPolicy.parse({});
const start = '2026-11-20T10:00:00.000Z';
const none: DealClocks = {status: 'draft', submitted_at: null, review_due_at: null, step_due_at: null, info_due_at: null, protected_from: null, protected_until: null, progress_due_at: null, remind_at: null};
const guarded: DealClocks = {...none, status: 'approved', protected_from: start, protected_until: '2027-02-18T10:00:00.000Z'};
const wall = {calendar: null, timeZone: 'UTC'};
const office = {calendar: {weekdays: [1, 2, 3, 4, 5], fromHour: 8, toHour: 17, holidays: []}, timeZone: 'Europe/Helsinki'};

describe('the clock of a deal', () => {
  it('looks at nothing that cannot happen in the present status', () => {
    const all = {...guarded, review_due_at: start, info_due_at: start, step_due_at: start, progress_due_at: start};
    for (const status of ['draft', 'won', 'rejected', 'withdrawn'] as const) assert.deepEqual([deadlineOf({...all, status}), nextNoticeAt({...all, status}, policy, ''), nextDueAt({...all, status})], [undefined, null, null]);
    assert.deepEqual([deadlineOf({...all, status: 'action_required'})?.step, deadlineOf({...all, status: 'approved'})?.step, deadlineOf({...guarded})?.step], ['lapse', 'no_progress', 'expire']);
  });

  it('reminds before an end, and ends what is over before it reminds', () => {
    assert.equal(nextNoticeAt(guarded, policy, start), '2027-01-19T10:00:00.000Z');
    assert.equal(nextNoticeAt(guarded, policy, '2027-01-19T10:00:00.000Z'), '2027-02-04T10:00:00.000Z');
    assert.equal(nextNoticeAt({...guarded, protected_until: '2026-12-05T10:00:00.000Z'}, policy, start), '2026-11-21T10:00:00.000Z');
    const reminded = {...guarded, remind_at: '2027-02-17T10:00:00.000Z'};
    assert.deepEqual([dueStepOf(reminded, '2027-02-17T09:59:59.999Z'), dueStepOf(reminded, '2027-02-17T10:00:00.000Z'), dueStepOf(reminded, '2027-02-18T10:00:00.000Z')], [null, 'expiry_reminder', 'expire']);
    assert.deepEqual([isOver(reminded, '2027-02-18T09:59:59.999Z'), isOver(reminded, '2027-02-18T10:00:00.000Z')], [false, true]);
    assert.equal(dueStepOf({...reminded, progress_due_at: '2027-02-17T20:00:00.000Z'}, '2027-02-17T10:00:00.000Z'), 'progress_reminder');
  });

  it('tells when the vendor is late, and escalates what is not decided', () => {
    const waiting = {...none, status: 'pending_approval' as const, review_due_at: start, remind_at: start, step_due_at: '2026-11-20T11:00:00.000Z'};
    assert.equal(nextDueAt(waiting), start);
    assert.deepEqual([dueStepOf(waiting, start), dueStepOf({...waiting, remind_at: null}, start), dueStepOf(waiting, '2026-11-20T11:00:00.000Z')], ['sla_breached', null, 'steps']);
  });

  it('stops and goes on without giving or taking time, on the wall and in the office', () => {
    for (const clock of [wall, office]) {
      fc.assert(
        fc.property(fc.integer({min: 0, max: 400}), fc.integer({min: 1, max: 2000}), (askedAfterH, answeredAfterH) => {
          const due = reviewDueAtOf(policy, start, clock);
          const asked = new Date(Date.parse(start) + askedAfterH * 1_800_000).toISOString();
          const left = reviewLeftMs(due, asked, clock);
          // Nothing passed in between: it is due when it was.
          if (left > 0 && clock === wall) assert.equal(resumedReviewDueAt(left, asked, clock), due);
          const back = new Date(Date.parse(asked) + answeredAfterH * 1_800_000).toISOString();
          const resumed = resumedReviewDueAt(left, back, clock);
          assert.ok(resumed >= back);
          assert.ok(Math.abs(reviewLeftMs(resumed, back, clock) - left) <= 2000, `${left} ms were left`);
        }),
        {numRuns: 60},
      );
    }
  });
});
