import assert from 'node:assert/strict';
import {it} from 'node:test';
import {acceptLead} from './acts.ts';
import type {Backend} from './backend.ts';

export function activitySuite(backend: () => Backend): void {
  it('moves a lead to working at the first contact, and keeps the next step', async () => {
    const stage = await backend().newStage();
    const {id, leadId} = await acceptLead(stage);
    const call = await stage.partner.activities.create({leadOfferId: id, kind: 'call', body: 'Reached the buyer.', nextStep: {text: 'Send an offer', dueOn: '2027-01-15'}});
    assert.equal(call.side, 'partner');
    const offer = await stage.partner.leadOffers.get({id});
    assert.equal(offer.status, 'working');
    assert.ok(offer.firstContactAt);
    assert.deepEqual(offer.nextStep, {text: 'Send an offer', dueOn: '2027-01-15'});
    assert.ok((await stage.vendor.activities.listForLead({leadId})).items.some(({body}) => body === 'Reached the buyer.'));
  });

  it('keeps what is internal on its side', async () => {
    const stage = await backend().newStage();
    const {id, leadId} = await acceptLead(stage);
    await stage.partner.activities.create({leadOfferId: id, kind: 'note', body: 'Between us partners', internal: true});
    await stage.vendor.activities.create({leadOfferId: id, kind: 'note', body: 'Between us vendors', internal: true});
    const bodies = async (list: Promise<{items: {body: string}[]}>) => (await list).items.map(({body}) => body).join('|');
    const forPartner = await bodies(stage.partner.activities.list({leadOfferId: id}));
    const forVendor = await bodies(stage.vendor.activities.listForLead({leadId}));
    assert.match(forPartner, /us partners/);
    assert.doesNotMatch(forPartner, /us vendors/);
    assert.match(forVendor, /us vendors/);
    assert.doesNotMatch(forVendor, /us partners/);
  });
}
