import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';

export function programSuite(backend: () => Backend): void {
  it('changes one rule and keeps the others', async () => {
    const {vendor} = await backend().newStage();
    const before = await vendor.program.get({});
    const after = await vendor.program.update({version: before.version, leadPolicy: {actSlaDays: 33}});
    assert.deepEqual(after.leadPolicy, {...before.leadPolicy, actSlaDays: 33});
    assert.ok(after.version > before.version);
    await refuses('version_conflict', vendor.program.update({version: before.version, name: 'Late'}));
  });

  it('does not show partners where pages may be or who is the fallback', async () => {
    const {partner} = await backend().newStage();
    const seen = await partner.program.get({});
    assert.deepEqual(seen.origins, []);
    assert.equal(seen.defaultPartnerOrgId, null);
    await refuses('forbidden', partner.program.update({version: seen.version, name: 'Mine'}));
  });
}
