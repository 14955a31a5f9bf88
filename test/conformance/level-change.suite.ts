import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {askForCourses, changeOf, silverId} from './tier-acts.ts';

export function levelChangeSuite(backend: () => Backend): void {
  it('is proposed, approved and takes effect', async () => {
    const stage = await backend().newStage();
    const {key, partner, vendor, partnerOrgId} = stage;
    await askForCourses(stage, 'manual');
    const found = await changeOf(stage);
    assert.deepEqual([found.kind, found.status, found.fromLevelId, found.toLevelId], ['promotion', 'eligible', null, silverId]);
    await refuses('forbidden', partner.levelChanges.propose({id: found.id, version: found.version}));
    const proposed = await vendor.levelChanges.propose({id: found.id, version: found.version});
    await refuses('version_conflict', vendor.levelChanges.approve({id: found.id, version: found.version}));
    await refuses('level_change_status_conflict', vendor.levelChanges.propose({id: found.id, version: proposed.version}));
    const approved = await key.levelChanges.approve({id: found.id, version: proposed.version});
    assert.deepEqual([approved.status, (await key.partnerOrgs.get({id: partnerOrgId})).partnership.levelId], ['effective', silverId]);
    assert.deepEqual(await partner.levelChanges.get({id: found.id}), approved);
  });

  it('is rejected with a reason that the partner reads', async () => {
    const stage = await backend().newStage();
    const {key, partner, partnerOrgId} = stage;
    await askForCourses(stage, 'propose');
    const {id, version} = await changeOf(stage);
    await key.levelChanges.reject({id, version, comment: 'The invoices are open.'});
    assert.deepEqual((await partner.levelChanges.list({status: ['rejected']})).items.map(({comment}) => comment), ['The invoices are open.']);
    assert.equal((await key.partnerOrgs.get({id: partnerOrgId})).partnership.levelId, null);
    await refuses('level_change_not_found', key.levelChanges.get({id: '00000000-0000-7000-8000-000000000000'}));
  });
}
