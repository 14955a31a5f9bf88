import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ApprovalRule} from '@portico/contract';
import fc from 'fast-check';
import {isComplete, isTurnOf, isWithin, mayDelegate, nextStepTimeOf, ruleFor, stepsToBegin, stepsToEscalate, stepsToRemind, stepTimes, stepToApprove, type DealToApprove, type Step} from './approval.rules.ts';

const gold = '0190a000-0000-7000-8000-00000000aaaa';
const eur = (amountMinor: number) => ({amountMinor, currency: 'EUR'});
const rule = (changes: Partial<ApprovalRule>): ApprovalRule => ApprovalRule.parse({name: 'Rule', steps: [{name: 'Reviewer', position: 0, approver: {role: 'reviewer'}}], ...changes});
const step = (changes: Partial<Step> = {}): Step => ({
  id: 'a', name: 'Reviewer', position: 0, approver: {role: 'reviewer'}, limit: null, personId: null, status: 'pending', decidedBy: null, dueHours: 48, remindAt: null, dueAt: null, escalatedAt: null, ...changes,
});
const reviewer = {personId: 'rita', roles: ['reviewer'] as const};
const admin = {personId: 'ada', roles: ['channel_admin'] as const};

describe('the plan of an approval', () => {
  it('is that of the first rule which fits amount, level and country', () => {
    const named = (name: string) => ({steps: [{name, position: 0, approver: {role: 'reviewer' as const}, limit: null, dueHours: 48}]});
    const rules = [rule({minAmount: eur(10_000_00), countries: ['FI'], ...named('large in Finland')}), rule({levelIds: [gold], ...named('gold')}), rule({minAmount: eur(5_000_00), ...named('large')})];
    const planned = (deal: DealToApprove) => (ruleFor(rules, deal)?.steps ?? []).map(({name}) => name);
    assert.deepEqual(planned({amount: eur(10_000_00), levelId: gold, country: 'FI'}), ['large in Finland']);
    assert.deepEqual(planned({amount: eur(9_999_99), levelId: gold, country: 'FI'}), ['gold']);
    assert.deepEqual(planned({amount: eur(20_000_00), levelId: null, country: null}), ['large']);
    assert.deepEqual(planned({amount: {amountMinor: 20_000_00, currency: 'USD'}, levelId: null, country: 'FI'}), []);
    assert.deepEqual(planned({amount: null, levelId: null, country: 'FI'}), []);
  });

  it('has its steps in the order of their positions', () => {
    const steps = [2, 0, 1].map(position => ({name: `At ${position}`, position, approver: {role: 'finance' as const}, limit: null, dueHours: 1}));
    assert.deepEqual(ruleFor([rule({steps})], {amount: null, levelId: null, country: null})?.steps.map(({position}) => position), [0, 1, 2]);
  });
});

describe('turns', () => {
  it('begin side by side within a position, and one position after the other', () => {
    const all = [step({id: 'a', status: 'waiting'}), step({id: 'b', status: 'waiting'}), step({id: 'c', position: 1, status: 'waiting'})];
    assert.deepEqual(stepsToBegin(all).map(({id}) => id), ['a', 'b']);
    const half = [step({id: 'a', status: 'approved'}), step({id: 'b'}), step({id: 'c', position: 1, status: 'waiting'})];
    assert.deepEqual(stepsToBegin(half), []);
    assert.deepEqual(stepsToBegin(half.map(each => (each.id === 'b' ? {...each, status: 'approved' as const} : each))).map(({id}) => id), ['c']);
    assert.deepEqual(stepsToBegin([]), []);
  });

  it('reach the end by approving what has begun, whatever the positions', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 0, max: 5}), {maxLength: 20}), positions => {
        let steps = positions.map((position, index) => step({id: String(index), position, status: 'waiting'}));
        const order: number[] = [];
        while (!isComplete(steps)) {
          const begun = stepsToBegin(steps);
          assert.ok(begun.length > 0);
          order.push(...begun.map(({position}) => position));
          steps = steps.map(each => (begun.includes(each) ? {...each, status: 'approved' as const} : each));
        }
        assert.deepEqual(order, positions.toSorted((a, b) => a - b));
      }),
    );
  });

  it('are of the role, of the person named, or of whom it was delegated to', () => {
    assert.equal(isTurnOf(reviewer, step(), []), true);
    assert.equal(isTurnOf({...reviewer, roles: ['finance']}, step(), []), false);
    assert.equal(isTurnOf(reviewer, step({status: 'waiting'}), []), false);
    assert.equal(isTurnOf(reviewer, step({approver: {personId: 'rita'}}), []), true);
    assert.equal(isTurnOf(reviewer, step({approver: {personId: 'otto'}}), []), false);
    assert.equal(isTurnOf(reviewer, step({personId: 'otto'}), []), false);
    assert.equal(isTurnOf({personId: 'otto', roles: []}, step({personId: 'otto'}), []), true);
    assert.equal(isTurnOf({personId: null, roles: ['reviewer']}, step(), []), false);
  });

  it('want another pair of eyes for a step beside one’s own', () => {
    const [first, second] = [step({id: 'a', status: 'approved', decidedBy: 'rita'}), step({id: 'b'})];
    assert.equal(isTurnOf(reviewer, second, [first, second]), false);
    assert.equal(isTurnOf({...reviewer, personId: 'otto'}, second, [first, second]), true);
    const later = {...second, position: 1};
    assert.equal(isTurnOf(reviewer, later, [first, later]), true);
  });

  it('open to administrators when a step was escalated', () => {
    assert.equal(isTurnOf(admin, step({approver: {personId: 'otto'}}), []), false);
    assert.equal(isTurnOf(admin, step({approver: {personId: 'otto'}, escalatedAt: '2026-11-20T08:00:00.000Z'}), []), true);
  });

  it('may be given away by whoever has them, administrators and keys', () => {
    assert.equal(mayDelegate(reviewer, step(), []), true);
    assert.equal(mayDelegate(admin, step(), []), true);
    assert.equal(mayDelegate({personId: null, roles: []}, step(), []), true);
    assert.equal(mayDelegate({personId: 'otto', roles: ['finance']}, step(), []), false);
    assert.equal(mayDelegate(admin, step({status: 'waiting'}), []), false);
  });
});

describe('an approval', () => {
  it('decides the step that names the person before one of their role', () => {
    const steps = [step({id: 'role'}), step({id: 'name', approver: {personId: 'rita'}})];
    const chosen = stepToApprove(reviewer, steps, null);
    assert.equal(typeof chosen === 'string' ? chosen : chosen.id, 'name');
    assert.equal(stepToApprove({personId: 'otto', roles: ['finance']}, steps, null), 'not_yours');
  });

  it('ends at the limit of the step, and at another currency', () => {
    const limited = step({limit: eur(100)});
    assert.equal(isWithin(limited, eur(100)), true);
    assert.equal(isWithin(limited, eur(101)), false);
    assert.equal(isWithin(limited, {amountMinor: 1, currency: 'USD'}), false);
    assert.equal(isWithin(limited, null), true);
    assert.equal(stepToApprove(reviewer, [limited], eur(101)), 'too_high');
    const roomy = step({id: 'b', limit: eur(500)});
    const chosen = stepToApprove(reviewer, [limited, roomy], eur(101));
    assert.equal(typeof chosen === 'string' ? chosen : chosen.id, 'b');
  });
});

describe('the time of a step', () => {
  const now = '2026-11-20T08:00:00.000Z';
  const anyHour = {calendar: null, timeZone: 'Europe/Helsinki'};
  it('runs on the wall clock, or in the business hours of the programme', () => {
    assert.deepEqual(stepTimes({dueHours: 1.5}, now, 0.5, anyHour), {remind_at: '2026-11-20T08:45:00.000Z', due_at: '2026-11-20T09:30:00.000Z'});
    assert.equal(stepTimes({dueHours: 1.5}, now, null, anyHour).remind_at, null);
    // Friday 15:00 in Helsinki, open from nine to five: two hours are left today, the rest is on Monday, a holiday moves it on.
    const calendar = {weekdays: [1, 2, 3, 4, 5], fromHour: 9, toHour: 17, holidays: ['2026-11-24']};
    const times = stepTimes({dueHours: 12}, '2026-11-20T13:00:00.000Z', 0.75, {calendar, timeZone: 'Europe/Helsinki'});
    assert.deepEqual(times, {remind_at: '2026-11-23T14:00:00.000Z', due_at: '2026-11-25T09:00:00.000Z'});
  });

  it('brings one reminder, and one escalation when it is over', () => {
    const late = step({dueAt: now});
    assert.deepEqual(stepsToEscalate([late, step({dueAt: '2026-11-20T08:00:00.001Z'}), step({dueAt: now, status: 'approved'}), step({dueAt: now, escalatedAt: now})], now), [late]);
    const soon = step({remindAt: now, dueAt: '2026-11-20T09:00:00.000Z'});
    // What is escalated is not reminded of at the same moment.
    assert.deepEqual(stepsToRemind([soon, {...soon, remindAt: null}, {...soon, dueAt: now}, {...soon, status: 'approved'}, {...soon, remindAt: '2026-11-20T08:00:00.001Z'}], now), [soon]);
  });

  it('is planned for the earliest step that still waits', () => {
    assert.equal(nextStepTimeOf([step({dueAt: '2026-11-22T08:00:00.000Z'}), step({dueAt: '2026-11-21T08:00:00.000Z'}), step({dueAt: now, status: 'approved'}), step({dueAt: now, escalatedAt: now})]), '2026-11-21T08:00:00.000Z');
    assert.equal(nextStepTimeOf([step({dueAt: '2026-11-22T08:00:00.000Z', remindAt: now})]), now);
    assert.equal(nextStepTimeOf([step({dueAt: null})]), null);
  });
});
