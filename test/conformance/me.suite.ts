import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Backend} from './backend.ts';

export function meSuite(backend: () => Backend): void {
  it('tells each side who it is', async () => {
    const {key, vendor, partner, partnerOrgId, partnerPersonId} = await backend().newStage();
    const [asKey, asVendor, asPartner] = await Promise.all([key.me.get({}), vendor.me.get({}), partner.me.get({})]);
    assert.deepEqual([asKey.caller, asVendor.caller, asPartner.caller], ['key', 'vendor', 'partner']);
    assert.deepEqual([asVendor.partnerOrg, asVendor.level, asKey.level], [null, null, null]);
    const {partnership} = await key.partnerOrgs.get({id: partnerOrgId});
    assert.equal(asPartner.level?.id ?? null, partnership.levelId);
    assert.equal(asPartner.level?.name ?? null, (await key.program.get({})).levels.find(({id}) => id === partnership.levelId)?.name ?? null);
    assert.equal(asPartner.partnerOrg?.id, partnerOrgId);
    assert.equal(asPartner.person?.id, partnerPersonId);
    assert.equal(asPartner.tenantId, asVendor.tenantId);
  });
}
