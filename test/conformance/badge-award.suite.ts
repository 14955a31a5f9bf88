import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {passCourse} from './points-acts.ts';

export function badgeAwardSuite(backend: () => Backend): void {
  it('is held once, and gone when it is revoked', async () => {
    const stage = await backend().newStage();
    const {key, vendor, partner, partnerOrgId} = stage;
    const {id: badgeId} = await key.badges.create({name: 'Speaker', criterion: {goal: {metric: 'events', event: 'course_passed', target: 1}}});
    const award = await vendor.badgeAwards.create({badgeId, partnerOrgId, note: 'Spoke in Tampere'});
    assert.deepEqual([award.status, award.earnedBy, award.note, award.validUntil], ['valid', 'hand', 'Spoke in Tampere', null]);
    await refuses('badge_held', vendor.badgeAwards.create({badgeId, partnerOrgId}));
    await refuses('partner_org_not_found', vendor.badgeAwards.create({badgeId, partnerOrgId: badgeId}));
    await refuses('version_conflict', vendor.badgeAwards.revoke({id: award.id, version: award.version + 1, reason: 'Why'}));
    const revoked = await vendor.badgeAwards.revoke({id: award.id, version: award.version, reason: 'It was somebody else'});
    await refuses('badge_award_status_conflict', vendor.badgeAwards.revoke({id: award.id, version: revoked.version, reason: 'Again'}));
    const seen = await partner.badgeAwards.get({id: award.id});
    assert.deepEqual([seen.status, seen.reason, seen.revokedAt !== null], ['revoked', 'It was somebody else', true]);
    // What a person took, a criterion does not give back.
    await passCourse(stage);
    assert.equal((await partner.badges.get({id: badgeId})).award, null);
    await vendor.badgeAwards.create({badgeId, partnerOrgId});
    assert.deepEqual((await partner.badgeAwards.list({badgeId, status: 'valid'})).items.map(({earnedBy}) => earnedBy), ['hand']);
  });
}
