import assert from 'node:assert/strict';
import {it} from 'node:test';
import {acceptLead, refuses} from './acts.ts';
import type {Backend} from './backend.ts';

export function dealRegistrationSuite(backend: () => Backend): void {
  it('is filled in from the lead that became it, and linked both ways', async () => {
    const stage = await backend().newStage();
    const {id, version, leadId, lead} = await acceptLead(stage);
    const converted = await stage.partner.leadOffers.convert({id, version, dealName: 'Line two'});
    assert.equal(converted.status, 'converted');
    assert.ok(converted.dealRegistrationId);
    const deal = await stage.partner.dealRegistrations.get({id: converted.dealRegistrationId});
    assert.deepEqual([deal.leadOfferId, deal.leadId, deal.name, deal.status], [id, leadId, 'Line two', 'draft']);
    assert.equal(deal.customer.name, lead?.company.name);
    assert.deepEqual((await stage.partner.dealRegistrations.list({})).items.map(each => each.id), [deal.id]);
    await refuses('lead_offer_status_conflict', stage.partner.leadOffers.return({id, version: converted.version, reason: 'other'}));
  });
}
