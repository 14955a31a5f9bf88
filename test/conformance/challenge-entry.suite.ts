import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {inDays, publishChallenge} from './challenge-acts.ts';
import {passCourse} from './points-acts.ts';

const story = {type: 'submission', proofs: ['text', 'link']} as const;

export function challengeEntrySuite(backend: () => Backend): void {
  it('goes from a draft to a decision, and again after a rejection', async () => {
    const stage = await backend().newStage();
    const {key, vendor, partner, partnerOrgId} = stage;
    const {id: challengeId} = await publishChallenge(stage, {...story, proofs: [...story.proofs]});
    const draft = await partner.challengeEntries.create({challengeId, text: 'How they use it'});
    assert.deepEqual([draft.status, draft.span.key, draft.actions, draft.points], ['draft', 'once', ['update', 'submit'], 0]);
    await refuses('challenge_entry_exists', partner.challengeEntries.create({challengeId}));
    await refuses('challenge_proof_missing', partner.challengeEntries.submit({id: draft.id, version: draft.version}));
    const whole = await partner.challengeEntries.update({id: draft.id, version: draft.version, link: 'https://buyer.example/story'});
    await refuses('version_conflict', partner.challengeEntries.submit({id: draft.id, version: draft.version}));
    const sent = await partner.challengeEntries.submit({id: draft.id, version: whole.version});
    const recalled = await partner.challengeEntries.recall({id: draft.id, version: sent.version});
    const again = await partner.challengeEntries.submit({id: draft.id, version: recalled.version});
    assert.deepEqual([again.status, again.text, again.submissions, again.actions], ['submitted', 'How they use it', 2, ['recall']]);
    assert.equal((await vendor.challenges.get({id: challengeId})).submitted, 1);
    const [waiting] = (await vendor.challengeEntries.list({challengeId, partnerOrgId, status: ['submitted']})).items;
    assert.deepEqual([waiting?.id, waiting?.actions], [draft.id, ['approve', 'reject']]);
    const rejected = await vendor.challengeEntries.reject({id: draft.id, version: again.version, reason: 'The page is empty'});
    assert.deepEqual([rejected.status, (await partner.challenges.get({id: challengeId})).own?.entry?.reason], ['rejected', 'The page is empty']);
    await refuses('challenge_entry_status_conflict', vendor.challengeEntries.approve({id: draft.id, version: rejected.version}));
    const put = await partner.challengeEntries.update({id: draft.id, version: rejected.version, link: 'https://buyer.example/better'});
    const third = await partner.challengeEntries.submit({id: draft.id, version: put.version});
    const approved = await vendor.challengeEntries.approve({id: draft.id, version: third.version});
    assert.deepEqual([approved.status, approved.points, approved.reason, approved.submissions, approved.actions], ['approved', 50, null, 3, ['revoke']]);
    await refuses('challenge_entry_status_conflict', vendor.challengeEntries.approve({id: draft.id, version: approved.version}));
    assert.equal((await partner.pointsAccounts.current({})).balance, 50);
    const revoked = await key.challengeEntries.revoke({id: draft.id, version: approved.version, reason: 'The customer says otherwise'});
    assert.deepEqual([revoked.status, revoked.points, revoked.reason, (await partner.pointsAccounts.current({})).balance], ['revoked', 0, 'The customer says otherwise', 0]);
    const lines = (await partner.pointsEntries.list({})).items;
    const [reversal, given] = [lines.find(({points}) => points < 0), lines.find(({points}) => points > 0)];
    assert.deepEqual([reversal?.reason, reversal?.reversesId, given?.reversedById], ['challenge_revoked', given?.id, reversal?.id]);
  });

  it('is begun where something has to be sent, and where time runs from the day of joining', async () => {
    const stage = await backend().newStage();
    const {vendor, partner} = stage;
    const absolute = await publishChallenge(stage);
    await refuses('challenge_counts_itself', partner.challengeEntries.create({challengeId: absolute.id}));
    const relative = await publishChallenge(stage, {window: {kind: 'relative', days: 30}});
    assert.equal((await partner.challenges.get({id: relative.id})).own?.span, null);
    await passCourse(stage, {occurredAt: await inDays(stage, -1)});
    const joined = await partner.challengeEntries.create({challengeId: relative.id});
    assert.deepEqual([joined.status, Date.parse(joined.span.until) - Date.parse(joined.span.from)], ['counting', 30 * 86_400_000]);
    await passCourse(stage);
    assert.deepEqual((await partner.challenges.get({id: relative.id})).own?.value, 1);
    await passCourse(stage);
    assert.deepEqual((await partner.challengeEntries.list({challengeId: relative.id})).items.map(({status, value, points}) => [status, value, points]), [['approved', 2, 50]]);
    const over = await publishChallenge(stage, {window: {kind: 'relative', days: 5, joinBy: await inDays(stage, -1)}});
    await refuses('challenge_not_running', partner.challengeEntries.create({challengeId: over.id}));
    const one = await publishChallenge(stage, {...story, proofs: ['text'], maxWinners: 1});
    const draft = await partner.challengeEntries.create({challengeId: one.id, text: 'First'});
    const sent = await partner.challengeEntries.submit({id: draft.id, version: draft.version});
    await vendor.challengeEntries.approve({id: sent.id, version: sent.version});
    assert.deepEqual([(await partner.challenges.get({id: one.id})).winnersLeft, (await vendor.challenges.get({id: one.id})).winners], [0, 1]);
    await refuses('stored_file_not_found', partner.challengeEntries.create({challengeId: (await publishChallenge(stage, {...story, proofs: ['file']})).id, fileIds: [one.id]}));
  });
}
