import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';

export function partnerOrgSuite(backend: () => Backend): void {
  it('adds, finds, changes, and shows a partner only itself', async () => {
    const {vendor, partner, partnerOrgId} = await backend().newStage();
    const made = await vendor.partnerOrgs.create({name: 'Zeta Integration', externalId: 'zeta', country: 'FI'});
    assert.deepEqual((await vendor.partnerOrgs.list({externalId: 'zeta'})).items.map(({id}) => id), [made.id]);
    const changed = await vendor.partnerOrgs.update({id: made.id, version: made.version, partnership: {capacity: 3}});
    assert.equal(changed.partnership.capacity, 3);
    assert.equal(changed.name, 'Zeta Integration');
    await refuses('external_id_taken', vendor.partnerOrgs.create({name: 'Again', externalId: 'zeta'}));
    assert.deepEqual((await partner.partnerOrgs.list({})).items.map(({id}) => id), [partnerOrgId]);
    await refuses('partner_org_not_found', partner.partnerOrgs.get({id: made.id}));
  });
}
