import assert from 'node:assert/strict';
import {it} from 'node:test';
import {offerLead, refuses} from './acts.ts';
import type {Backend} from './backend.ts';

export function routingDecisionSuite(backend: () => Backend): void {
  it('logs who decided and who was chosen', async () => {
    const stage = await backend().newStage();
    const {leadId} = await offerLead(stage);
    const {items} = await stage.vendor.routingDecisions.list({leadId});
    assert.equal(items[0]?.method, 'manual');
    assert.equal(items[0]?.chosen?.id, stage.partnerOrgId);
    await refuses('forbidden', stage.partner.routingDecisions.list({leadId}));
  });
}
