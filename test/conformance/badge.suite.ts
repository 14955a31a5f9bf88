import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {passCourse} from './points-acts.ts';

export function badgeSuite(backend: () => Backend): void {
  it('is earned by what its criterion counts', async () => {
    const stage = await backend().newStage();
    const {key, vendor, partner} = stage;
    const {id} = await key.badges.create({name: 'Scholar', criterion: {goal: {metric: 'events', event: 'course_passed', target: 2}, withinDays: 30}, validForDays: 365});
    await passCourse(stage);
    assert.deepEqual((({own, award, holders}) => [own, award, holders])(await partner.badges.get({id})), [{value: 1, target: 2, remaining: 1}, null, null]);
    await passCourse(stage);
    const held = await partner.badges.get({id});
    assert.equal(Date.parse(held.award?.validUntil ?? '') - Date.parse(held.award?.earnedAt ?? ''), 365 * 86_400_000);
    assert.deepEqual([(await vendor.badges.get({id})).holders, (await partner.badgeAwards.list({})).items.map(({earnedBy}) => earnedBy)], [1, ['criterion']]);
  });

  it('is hidden when nobody gets it any more, but from those who hold it', async () => {
    const {key, partner, partnerOrgId} = await backend().newStage();
    const [old, kept] = [await key.badges.create({name: 'Old'}), await key.badges.create({name: 'Kept'})];
    await key.badgeAwards.create({badgeId: kept.id, partnerOrgId});
    for (const {id, version} of [old, kept]) await key.badges.update({id, version, isRetired: true});
    await refuses('version_conflict', key.badges.update({id: old.id, version: old.version, name: 'Older'}));
    assert.deepEqual((await partner.badges.list({})).items.map(({name, award}) => [name, award !== null]), [['Kept', true]]);
    assert.deepEqual((await key.badges.list({})).items.map(({name, isRetired}) => [name, isRetired]), [['Kept', true], ['Old', true]]);
    await refuses('badge_retired', key.badgeAwards.create({badgeId: old.id, partnerOrgId}));
    await refuses('badge_not_found', partner.badges.get({id: old.id}));
  });
}
