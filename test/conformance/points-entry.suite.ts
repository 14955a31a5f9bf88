import assert from 'node:assert/strict';
import {it} from 'node:test';
import {acceptLead, refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {passCourse, publishRule} from './points-acts.ts';

export function pointsEntrySuite(backend: () => Backend): void {
  it('is written when a rule gives points, up to the cap, and reversed by a line of its own', async () => {
    const stage = await backend().newStage();
    const {key, partner, vendor, partnerOrgId} = stage;
    const rule = await publishRule(stage, {cap: {times: 2, per: 'month'}, expiresAfterDays: 300});
    const occurredAt = '2026-11-10T10:00:00.000Z';
    const events = [await passCourse(stage, {occurredAt}), await passCourse(stage, {occurredAt}), await passCourse(stage, {occurredAt})];
    assert.deepEqual((await partner.pointsEntries.list({})).items.map(({points, reason, occurredAt: at}) => [points, reason, at]), [[10, 'event', occurredAt], [10, 'event', occurredAt]]);
    await key.partnerEvents.retract({id: events[0]?.id ?? ''});
    const {items} = await partner.pointsEntries.list({ruleId: rule.id});
    const reversal = items.find(({points}) => points < 0);
    const reversed = items.find(({id}) => id === reversal?.reversesId);
    assert.deepEqual([items.length, reversal?.points, reversal?.reason, reversed?.event?.id, reversed?.reversedById], [3, -10, 'event_retracted', events[0]?.id, reversal?.id]);
    const summary = await vendor.pointsEntries.summary({partnerOrgId, from: '2026-11-01T00:00:00Z'});
    assert.deepEqual([summary.total, summary.unexpired, summary.nextExpiry, summary.byRule], [10, 10, {at: '2027-09-06T10:00:00.000Z', points: 10}, [{ruleId: rule.id, ruleName: 'Courses', event: 'course_passed', entries: 1, points: 10}]]);
    assert.equal((await vendor.pointsEntries.summary({partnerOrgId, until: '2026-11-01T00:00:00Z'})).total, 0);
    await refuses('input_invalid', vendor.pointsEntries.summary({}));
  });

  it('comes with what partners do here', async () => {
    const stage = await backend().newStage();
    await publishRule(stage, {name: 'Quick', event: 'lead_accepted', condition: {maxHours: 24}});
    await publishRule(stage, {name: 'Contact', event: 'first_contact', formula: {kind: 'fixed', points: 3}});
    const {id} = await acceptLead(stage);
    await stage.partner.activities.create({leadOfferId: id, kind: 'call', body: 'Spoke with them'});
    const {items} = await stage.partner.pointsEntries.list({});
    assert.deepEqual(items.map(({event, points, person}) => [event?.event, points, person?.id]).toSorted(), [['first_contact', 3, stage.partnerPersonId], ['lead_accepted', 10, stage.partnerPersonId]]);
  });
}
