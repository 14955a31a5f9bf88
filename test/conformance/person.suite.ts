import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';

export function personSuite(backend: () => Backend): void {
  it('shows a partner active colleagues only', async () => {
    const {vendor, partner, partnerOrgId} = await backend().newStage();
    const colleague = await vendor.people.create({name: 'Colleague', memberships: [{partnerOrgId, roles: ['sales_rep']}]});
    const other = await vendor.people.create({name: 'Somebody at the vendor', memberships: [{partnerOrgId: null, roles: ['finance']}]});
    const names = async () => (await partner.people.list({limit: 100})).items.map(({name}) => name);
    assert.ok((await names()).includes('Colleague'));
    assert.ok(!(await names()).includes(other.name));
    await vendor.people.update({id: colleague.id, version: colleague.version, active: false});
    assert.ok(!(await names()).includes('Colleague'));
    const atVendor = (await vendor.people.list({side: 'vendor', limit: 100})).items;
    assert.ok(atVendor.some(({id}) => id === other.id) && atVendor.every(({memberships}) => memberships.some(each => each.partnerOrgId === null)));
    assert.ok((await vendor.people.list({side: 'partner', limit: 100})).items.some(({id}) => id === colleague.id));
    await refuses('person_not_found', partner.people.get({id: other.id}));
  });
}
