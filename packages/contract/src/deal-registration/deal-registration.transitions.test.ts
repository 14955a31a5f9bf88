import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {DealAction, DealStatus} from './deal-registration.schema.ts';
import {dealCan, dealTabOf, dealTabs, dealTransitions, type DealEvent, type DealStatus as Status} from './deal-registration.transitions.ts';

const statuses = DealStatus.options;
const events = Object.keys(dealTransitions) as DealEvent[];
const targets = (status: Status) => events.filter(event => dealCan(event, status)).flatMap(event => dealTransitions[event].to ?? []);

describe('the life of a deal registration', () => {
  it('puts each status under one tab', () => {
    const underTabs = Object.values(dealTabs).flat();
    assert.equal(new Set(underTabs).size, underTabs.length);
    assert.deepEqual([...underTabs].sort(), [...new Set([...events.flatMap(event => dealTransitions[event].to ?? []), 'draft' as const])].sort());
    for (const [tab, under] of Object.entries(dealTabs)) for (const status of under) assert.equal(dealTabOf(status), tab);
  });

  it('leads from a draft to every status, and from every open status to an end', () => {
    const reached = new Set<Status>(['draft']);
    for (const status of reached) for (const target of targets(status)) reached.add(target);
    assert.deepEqual([...reached].sort(), [...statuses].sort());
    for (const status of statuses.filter(each => dealTabOf(each) !== 'closed')) {
      const onward = new Set<Status>([status]);
      for (const each of onward) for (const target of targets(each)) onward.add(target);
      assert.ok([...onward].some(each => dealTabOf(each) === 'closed'), status);
    }
  });

  it('goes back from the closed only to be improved, reinstated or voided', () => {
    for (const status of dealTabs.closed) for (const target of targets(status)) assert.ok(['rejected → draft', 'expired → approved', 'won → voided'].includes(`${status} → ${target}`), `${status} → ${target}`);
  });

  it('lets the clock end what waits for a partner', () => {
    for (const status of ['action_required', 'approved', 'converted'] as const) assert.ok(events.some(event => dealCan(event, status) && dealTransitions[event].by === 'clock'), status);
  });

  it('offers people what people may do', () => {
    assert.deepEqual([...DealAction.options].sort(), events.filter(event => dealTransitions[event].by !== 'clock').sort());
  });
});
