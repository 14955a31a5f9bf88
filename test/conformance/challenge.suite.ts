import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {draftChallenge, inDays, publishChallenge} from './challenge-acts.ts';
import {passCourse} from './points-acts.ts';

export function challengeSuite(backend: () => Backend): void {
  it('shows a challenge from its publication on, to those it is for, and changes it no more', async () => {
    const stage = await backend().newStage();
    const {key, vendor, partner, partnerOrgId} = stage;
    const draft = await draftChallenge(stage, {audience: {partnerOrgIds: [partnerOrgId]}});
    assert.deepEqual([draft.status, draft.phase, draft.actions], ['draft', null, ['update', 'publish', 'withdraw']]);
    await refuses('challenge_not_found', partner.challenges.get({id: draft.id}));
    await refuses('input_invalid', key.challenges.update({id: draft.id, version: draft.version, goal: null}));
    await refuses('badge_not_found', key.challenges.update({id: draft.id, version: draft.version, badgeId: draft.id}));
    const renamed = await key.challenges.update({id: draft.id, version: draft.version, name: 'Courses', maxWinners: 3});
    await refuses('version_conflict', key.challenges.publish({id: draft.id, version: draft.version}));
    const published = await key.challenges.publish({id: draft.id, version: renamed.version});
    await refuses('challenge_status_conflict', key.challenges.update({id: draft.id, version: published.version, name: 'Late'}));
    const seen = await partner.challenges.get({id: draft.id});
    assert.deepEqual([seen.name, seen.phase, seen.winners, seen.winnersLeft, seen.submitted, seen.audience.partnerOrgIds, seen.actions], ['Courses', 'running', null, 3, null, [], []]);
    assert.deepEqual([seen.own?.value, seen.own?.remaining, seen.own?.span?.key, seen.own?.isWon, seen.own?.entry], [0, 2, 'once', false, null]);
    await publishChallenge(stage, {name: 'Others', audience: {countries: ['AQ']}});
    const upcoming = await publishChallenge(stage, {window: {kind: 'absolute', startsAt: await inDays(stage, 5), endsAt: await inDays(stage, 9)}});
    assert.deepEqual((await partner.challenges.list({phase: 'upcoming'})).items.map(({id}) => id), [upcoming.id]);
    assert.deepEqual([(await partner.challenges.list({})).items.length, (await vendor.challenges.list({status: 'published'})).items.length], [2, 3]);
    const withdrawn = await key.challenges.withdraw({id: upcoming.id, version: upcoming.version, reason: 'Announced too early'});
    assert.deepEqual([withdrawn.phase, (await partner.challenges.get({id: upcoming.id})).reason], ['over', 'Announced too early']);
    await refuses('input_invalid', publishChallenge(stage, {window: {kind: 'absolute', startsAt: await inDays(stage, -9), endsAt: await inDays(stage, -1)}}));
  });

  it('counts what is done while it runs, gives its points once, and takes them back with what they were for', async () => {
    const stage = await backend().newStage();
    const {key, vendor, partner, partnerOrgId} = stage;
    const badge = await key.badges.create({name: 'Learner'});
    const {id} = await publishChallenge(stage, {badgeId: badge.id});
    await passCourse(stage, {occurredAt: await inDays(stage, -11)});
    await passCourse(stage);
    assert.deepEqual((({value, remaining, isWon}) => [value, remaining, isWon])((await partner.challenges.get({id})).own!), [1, 1, false]);
    const second = await passCourse(stage);
    await passCourse(stage);
    const own = (await partner.challenges.get({id})).own;
    assert.deepEqual([own?.value, own?.remaining, own?.isWon, own?.entry?.status], [3, 0, true, 'approved']);
    const [entry] = (await partner.pointsEntries.list({challengeId: id})).items;
    assert.deepEqual([entry?.points, entry?.reason, entry?.rule, entry?.challenge?.name, entry?.challenge?.entryId], [50, 'challenge', null, 'Two courses', own?.entry?.id]);
    assert.deepEqual((await partner.badgeAwards.list({})).items.map(({badge: {name}, status, earnedBy, challenge}) => [name, status, earnedBy, challenge?.id]), [['Learner', 'valid', 'challenge', id]]);
    assert.deepEqual((await vendor.challenges.progress({id})).items.map(({partnerOrg, value, isWon}) => [partnerOrg.id, value, isWon]), [[partnerOrgId, 3, true]]);
    await key.partnerEvents.retract({id: second.id});
    const third = (await key.partnerEvents.list({partnerOrgId})).items.find(({retractedAt}) => retractedAt === null);
    assert.equal((await partner.challenges.get({id})).own?.isWon, true);
    await key.partnerEvents.retract({id: third?.id ?? ''});
    assert.deepEqual((({value, isWon, entry: each}) => [value, isWon, each?.status])((await partner.challenges.get({id})).own!), [1, false, 'counting']);
    const summary = await partner.pointsEntries.summary({});
    assert.deepEqual([summary.total, summary.byChallenge.map(({points, entries}) => [points, entries])], [0, [[0, 0]]]);
    assert.equal((await partner.badgeAwards.list({status: 'revoked'})).items.length, 1);
    await passCourse(stage);
    assert.deepEqual([(await partner.pointsEntries.summary({})).total, (await partner.pointsEntries.list({challengeId: id})).items.map(({points}) => points).toSorted()], [50, [-50, 50, 50]]);
    const ended = await key.challenges.end({id, version: (await key.challenges.get({id})).version});
    await key.partnerEvents.retract({id: (await key.partnerEvents.list({partnerOrgId})).items[0]?.id ?? ''});
    assert.deepEqual([ended.phase, ended.winners, (await partner.pointsEntries.summary({})).total], ['over', 1, 50]);
    assert.deepEqual((await partner.challenges.progress({id})).items.map(({isWon}) => isWon), [true]);
  });
}
