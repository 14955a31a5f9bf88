import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {passCourse, publishRule} from './points-acts.ts';

export function pointsHoldSuite(backend: () => Backend): void {
  it('keeps the points of what looks wrong until a person decides', async () => {
    const stage = await backend().newStage();
    const {key, partner, partnerOrgId} = stage;
    await publishRule(stage, {cap: {times: 100, per: 'month'}});
    const total = async () => (await partner.pointsEntries.summary({})).total;
    const check = await key.pointsHolds.check({});
    assert.deepEqual(await key.pointsHolds.setCheck({...check, burst: {times: 2, minutes: 10}}), {...check, burst: {times: 2, minutes: 10}});
    for (const minute of [1, 2, 3, 4]) await passCourse(stage, {occurredAt: `2026-10-10T10:0${minute}:00Z`});
    await passCourse(stage, {occurredAt: '2026-10-10T11:00:00Z'});
    assert.equal(await total(), 30);
    const {items} = await key.pointsHolds.list({status: 'held', partnerOrgId});
    assert.deepEqual(items.map(({event, findings}) => [event.event, event.occurredAt, findings]).toSorted(), [
      ['course_passed', '2026-10-10T10:03:00.000Z', [{kind: 'burst', count: 3, of: 2, customer: null}]],
      ['course_passed', '2026-10-10T10:04:00.000Z', [{kind: 'burst', count: 4, of: 2, customer: null}]],
    ]);
    const [first, second] = items;
    assert.ok(first && second);
    await refuses('forbidden', partner.pointsHolds.list({}));
    await refuses('version_conflict', key.pointsHolds.release({id: first.id, version: first.version + 1}));
    const released = await key.pointsHolds.release({id: first.id, version: first.version});
    assert.deepEqual([released.status, await total()], ['released', 40]);
    await refuses('points_hold_status_conflict', key.pointsHolds.deny({id: first.id, version: released.version, comment: 'Too late'}));
    const denied = await key.pointsHolds.deny({id: second.id, version: second.version, comment: 'Clicked through'});
    assert.deepEqual([denied.status, denied.comment, await total()], ['denied', 'Clicked through', 40]);
    // A new version of a rule gives nothing for it either.
    const [rule] = (await key.pointsRules.list({})).items;
    const {id, version} = await key.pointsRules.update({id: rule?.id ?? '', version: rule?.version ?? 0, formula: {kind: 'fixed', points: 20}});
    assert.equal((await key.pointsRules.publish({id, version})).replay.pointsAfter, 80);
    assert.deepEqual((await key.pointsHolds.list({status: 'held'})).items, []);
  });

  it('names deals with oneself', async () => {
    const stage = await backend().newStage();
    const {key} = stage;
    await publishRule(stage, {event: 'demo_held'});
    const {id, name} = await key.partnerOrgs.create({name: 'Mirror', country: 'SE'});
    await passCourse(stage, {event: 'demo_held', partnerOrgId: id, customer: name.toUpperCase()});
    await passCourse(stage, {event: 'demo_held', partnerOrgId: id, customer: 'Somebody else'});
    const [hold, ...others] = (await key.pointsHolds.list({partnerOrgId: id})).items;
    assert.deepEqual([hold?.findings, others], [[{kind: 'self_dealing', count: 1, of: 1, customer: 'MIRROR', signs: ['name']}], []]);
  });
}
