import assert from 'node:assert/strict';
import {it} from 'node:test';
import {acceptLead, offerLead, refuses} from './acts.ts';
import type {Backend} from './backend.ts';

export function leadOfferSuite(backend: () => Backend): void {
  it('takes an act on what was seen before somebody merely opened it', async () => {
    const stage = await backend().newStage();
    const seen = await offerLead(stage);
    const lead = await stage.vendor.leads.get({id: seen.leadId});
    const viewed = await stage.partner.leadOffers.view({id: seen.id});
    assert.ok(viewed.version > seen.version);
    await stage.vendor.leads.update({id: lead.id, version: lead.version, need: 'More of it'});
    const after = await stage.partner.leadOffers.get({id: seen.id});
    const accepted = await stage.partner.leadOffers.accept({id: after.id, version: after.version});
    await refuses('version_conflict', stage.partner.leadOffers.setNextStep({id: seen.id, version: viewed.version, nextStep: {text: 'Call'}}));
    await refuses('version_conflict', stage.partner.leadOffers.setNextStep({id: seen.id, version: accepted.version + 1, nextStep: {text: 'Call'}}));

    const other = await offerLead(stage);
    await stage.partner.leadOffers.view({id: other.id});
    assert.equal((await stage.partner.leadOffers.accept({id: other.id, version: other.version})).status, 'accepted');
  });

  it('shows the teaser only, then all of it', async () => {
    const stage = await backend().newStage();
    const offer = await offerLead(stage);
    assert.equal(offer.lead, null);
    assert.equal(JSON.stringify(offer).includes('Hidden'), false);
    assert.ok(offer.actions.includes('accept') && offer.actions.includes('decline'));
    const accepted = await stage.partner.leadOffers.accept({id: offer.id, version: offer.version});
    assert.equal(accepted.status, 'accepted');
    assert.match(accepted.lead?.contact.lastName ?? '', /^Hidden/);
    assert.ok(accepted.actBy);
  });

  it('marks an offer as seen once', async () => {
    const stage = await backend().newStage();
    const {id, unread} = await offerLead(stage);
    assert.equal(unread, true);
    const viewed = await stage.partner.leadOffers.view({id});
    assert.equal(viewed.status, 'viewed');
    assert.equal(viewed.unread, false);
    assert.equal((await stage.partner.leadOffers.view({id})).version, viewed.version);
    assert.equal((await stage.partner.leadOffers.counts({})).unread, 0);
  });

  it('ends at a decline, and takes no more edits', async () => {
    const stage = await backend().newStage();
    // Otherwise the lead may be with the next partner already, and that would be the reason for the refusal below.
    const {version: programVersion} = await stage.key.program.get({});
    await stage.key.program.update({version: programVersion, leadPolicy: {autoReoffer: false}});
    const {id, version, leadId} = await offerLead(stage);
    const declined = await stage.partner.leadOffers.decline({id, version, reason: 'no_capacity', comment: 'Full until spring.'});
    assert.equal(declined.status, 'declined');
    assert.equal(declined.endReason, 'no_capacity');
    await refuses('lead_offer_status_conflict', stage.partner.leadOffers.accept({id, version: declined.version}));
    const lead = await stage.vendor.leads.get({id: leadId});
    await refuses('partner_not_eligible', stage.vendor.leads.offer({id: leadId, version: lead.version, partnerOrgId: stage.partnerOrgId}));
  });

  it('hides the lead again at a withdrawal and tells why', async () => {
    const stage = await backend().newStage();
    const {id, version} = await acceptLead(stage);
    await stage.vendor.leadOffers.withdraw({id, version, reason: 'customer_request'});
    const seen = await stage.partner.leadOffers.get({id});
    assert.equal(seen.status, 'withdrawn');
    assert.equal(seen.lead, null);
    assert.equal(seen.endReason, 'customer_request');
    assert.equal(JSON.stringify(seen).includes('Hidden'), false);
    await refuses('lead_offer_withdrawn', stage.partner.leadOffers.closeWon({id, version: seen.version}));
  });

  for (const [verb, status, input] of [
    ['return', 'returned', {reason: 'no_capacity'}],
    ['closeWon', 'closed_won', {amount: {amountMinor: 1_200_000, currency: 'EUR'}}],
    ['closeLost', 'closed_lost', {reason: 'price'}],
  ] as const) {
    it(`moves from accepted by ${verb}`, async () => {
      const stage = await backend().newStage();
      const {id, version} = await acceptLead(stage);
      const call = stage.partner.leadOffers[verb] as (input: object) => Promise<{status: string}>;
      assert.equal((await call({id, version, ...input})).status, status);
    });
  }

  it('finds offers by tab, by colleague and by words that the reader may see', async () => {
    const stage = await backend().newStage();
    const offer = await offerLead(stage);
    const {partner, partnerPersonId} = stage;
    assert.deepEqual((await partner.leadOffers.list({q: 'Hidden'})).items, []);
    assert.deepEqual((await partner.leadOffers.list({q: offer.teaser.title ?? ''})).items.map(({id}) => id), [offer.id]);
    const mine = await partner.leadOffers.reassign({id: offer.id, version: offer.version, assigneeId: partnerPersonId});
    assert.equal(mine.assignee?.id, partnerPersonId);
    assert.deepEqual((await partner.leadOffers.list({assignee: 'me'})).items.map(({id}) => id), [offer.id]);
    assert.deepEqual((await partner.leadOffers.list({assignee: 'nobody'})).items, []);
    await partner.leadOffers.accept({id: offer.id, version: mine.version});
    assert.deepEqual((await partner.leadOffers.list({tab: 'new'})).items, []);
    assert.deepEqual((await partner.leadOffers.list({tab: 'working', q: 'Hidden'})).items.map(({id}) => id), [offer.id]);
  });
}
