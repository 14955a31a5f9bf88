import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {passCourse, publishRule} from './points-acts.ts';

export function pointsRuleSuite(backend: () => Backend): void {
  it('is a draft until it is published, and then changed by the next draft', async () => {
    const {key, vendor, partner} = await backend().newStage();
    const draft = await key.pointsRules.create({name: 'Courses', event: 'course_passed', formula: {kind: 'fixed', points: 10}, cap: {times: 3, per: 'month'}});
    assert.deepEqual([draft.published, draft.draft?.cap], [null, {times: 3, per: 'month', points: null}]);
    await refuses('points_rule_not_found', partner.pointsRules.get({id: draft.id}));
    assert.deepEqual(await key.pointsRules.replay({id: draft.id}), {replay: null});
    const {rule} = await key.pointsRules.publish({id: draft.id, version: draft.version});
    assert.deepEqual([rule.draft, rule.published?.number, rule.published?.terms], [null, 1, draft.draft]);
    await refuses('version_conflict', key.pointsRules.update({id: rule.id, version: draft.version, name: 'Old'}));
    const named = await key.pointsRules.update({id: rule.id, version: rule.version, name: 'All courses'});
    await refuses('points_rule_no_draft', key.pointsRules.preview({id: rule.id}));
    await refuses('points_rule_no_draft', key.pointsRules.publish({id: rule.id, version: named.version}));
    const changed = await key.pointsRules.update({id: rule.id, version: named.version, oncePerEntity: false, audience: {groups: ['beta']}});
    assert.deepEqual([changed.published, changed.draft?.oncePerEntity, changed.draft?.formula], [rule.published, false, draft.draft?.formula]);
    await refuses('input_invalid', key.pointsRules.update({id: rule.id, version: changed.version, startsAt: '2026-02-01T00:00:00Z', endsAt: '2026-02-01T00:00:00Z'}));
    assert.deepEqual((await partner.pointsRules.list({})).items.map(({name, draft: hidden}) => [name, hidden]), [['All courses', null]]);
    await key.pointsRules.publish({id: rule.id, version: changed.version});
    assert.deepEqual((await partner.pointsRules.list({})).items, []);
    assert.equal((await vendor.pointsRules.list({})).items.length, 1);
  });

  it('says what publishing would change, and changes exactly that', async () => {
    const stage = await backend().newStage();
    const {key, partner, partnerOrgId} = stage;
    await passCourse(stage, {occurredAt: '2026-01-10T10:00:00Z'});
    await passCourse(stage, {occurredAt: '2026-03-10T10:00:00Z'});
    const rule = await publishRule(stage);
    assert.equal((await partner.pointsEntries.summary({})).total, 20);
    const changed = await key.pointsRules.update({id: rule.id, version: rule.version, formula: {kind: 'fixed', points: 25}});
    const preview = await key.pointsRules.preview({id: rule.id, appliesFrom: '2026-02-01T00:00:00Z'});
    assert.deepEqual([preview.number, preview.events, preview.added, preview.reversed, preview.pointsBefore, preview.pointsAfter], [2, 2, 1, 1, 20, 35]);
    assert.deepEqual(preview.partners.map(({partnerOrg, ...rest}) => [partnerOrg.id, rest]), [[partnerOrgId, {before: 20, after: 35, difference: 15, added: 1, reversed: 1}]]);
    assert.equal((await partner.pointsEntries.summary({})).total, 20);
    const {replay: first} = await key.pointsRules.replay({id: rule.id});
    assert.deepEqual([first?.number, first?.pointsBefore, first?.pointsAfter, first?.partnersLeft], [1, 0, 20, 0]);
    await refuses('forbidden', partner.pointsRules.replay({id: rule.id}));
    const {replay} = await key.pointsRules.publish({id: rule.id, version: changed.version, appliesFrom: '2026-02-01T00:00:00Z'});
    assert.deepEqual(replay, preview);
    assert.deepEqual(await key.pointsRules.replay({id: rule.id}), {replay});
    assert.equal((await partner.pointsEntries.summary({})).total, 35);
  });
}
