import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newLead, refuses} from './acts.ts';
import type {Backend} from './backend.ts';

export function routingRuleSuite(backend: () => Backend): void {
  it('lists rules in their order, changes and removes them', async () => {
    const {vendor} = await backend().newStage();
    const known = (await vendor.routingRules.list({limit: 100})).items.length;
    const second = await vendor.routingRules.create({name: 'Second', position: 9002, method: 'round_robin'});
    const first = await vendor.routingRules.create({name: 'First', position: 9001, method: 'territory'});
    assert.deepEqual((await vendor.routingRules.list({limit: 100})).items.slice(known).map(({name}) => name), ['First', 'Second']);
    const changed = await vendor.routingRules.update({id: second.id, version: second.version, active: false});
    assert.equal(changed.active, false);
    assert.equal(changed.name, 'Second');
    await vendor.routingRules.delete({id: first.id, version: first.version});
    await refuses('routing_rule_not_found', vendor.routingRules.update({id: first.id, version: first.version, name: 'Gone'}));
  });

  it('lets the first rule that fits decide', async () => {
    const {vendor, partnerOrgId} = await backend().newStage();
    for (const {id, version} of (await vendor.routingRules.list({limit: 100})).items) await vendor.routingRules.delete({id, version});
    await vendor.routingRules.create({name: 'Named', position: 0, method: 'named_partner', partnerOrgIds: [partnerOrgId]});
    const {lead} = await vendor.leads.create({...newLead(), route: true});
    assert.equal(lead.status, 'offered');
    assert.equal(lead.offer?.partnerOrg.id, partnerOrgId);
  });
}
