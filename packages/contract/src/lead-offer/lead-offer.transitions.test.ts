import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LeadOfferAction, LeadOfferStatus} from './lead-offer.schema.ts';
import {canHappen, leadOfferTabs, leadOfferTransitions, tabOf, type LeadOfferEvent, type LeadOfferStatus as Status} from './lead-offer.transitions.ts';

const statuses = LeadOfferStatus.options;
const events = Object.keys(leadOfferTransitions) as LeadOfferEvent[];
const waysOut = (status: Status) => events.filter(event => canHappen(event, status));
const targets = (status: Status) => waysOut(status).flatMap(event => leadOfferTransitions[event].to ?? []);

describe('the life of a lead offer', () => {
  it('puts each status under one tab', () => {
    const underTabs = Object.values(leadOfferTabs).flat();
    assert.equal(new Set(underTabs).size, underTabs.length);
    assert.deepEqual([...underTabs].sort(), [...new Set([...events.flatMap(event => leadOfferTransitions[event].to ?? []), 'offered' as const])].sort());
    for (const [tab, under] of Object.entries(leadOfferTabs)) for (const status of under) assert.equal(tabOf(status), tab);
  });

  it('ends under the tab closed, and nowhere else', () => {
    for (const status of statuses) assert.equal(waysOut(status).length === 0, tabOf(status) === 'closed', status);
  });

  it('leads from the offer to every status, and from every open status to an end', () => {
    const reached = new Set<Status>(['offered']);
    for (const status of reached) for (const target of targets(status)) reached.add(target);
    assert.deepEqual([...reached].sort(), [...statuses].sort());
    for (const status of statuses.filter(each => tabOf(each) !== 'closed')) assert.ok(targets(status).some(target => tabOf(target) === 'closed'), status);
  });

  it('never goes back to an earlier tab', () => {
    const order = Object.keys(leadOfferTabs);
    for (const status of statuses) for (const target of targets(status)) assert.ok(order.indexOf(tabOf(target)) >= order.indexOf(tabOf(status)), `${status} → ${target}`);
  });

  it('lets the clock end every open status, so that nothing is forgotten', () => {
    for (const status of statuses) if (tabOf(status) !== 'closed') assert.ok(waysOut(status).some(event => leadOfferTransitions[event].by === 'clock'), status);
  });

  it('offers people what people may do', () => {
    assert.deepEqual([...LeadOfferAction.options].sort(), events.filter(event => leadOfferTransitions[event].by !== 'clock' && event !== 'contact').sort());
  });
});
