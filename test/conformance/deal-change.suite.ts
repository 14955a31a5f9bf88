import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {approved, newDeal, newRival, setDealPolicy, tellsNothing} from './deal-acts.ts';

/** A day some days after the end of a protection. */
function after(instant: string | null, days: number): string {
  return new Date(Date.parse(instant ?? '') + days * 86_400_000).toISOString().slice(0, 10);
}

export function dealChangeSuite(backend: () => Backend): void {
  it('asks for a longer protection once, and has it when the vendor agrees', async () => {
    const stage = await backend().newStage();
    const deal = await approved(stage);
    const wish = {dealRegistrationId: deal.id, note: 'Two visits so far.', protectedUntilOn: after(deal.protectedUntil, 30)};
    const tooLong = await refuses('deal_extension_not_allowed', stage.partner.dealChanges.extend({...wish, protectedUntilOn: after(deal.protectedUntil, 1000)}));
    assert.ok(tooLong.problem.detail);
    const asked = await stage.partner.dealChanges.extend(wish);
    assert.deepEqual([asked.kind, asked.status, asked.actions], ['extension', 'requested', ['withdraw']]);
    await refuses('deal_change_open', stage.partner.dealChanges.extend(wish));
    await refuses('forbidden', stage.partner.dealChanges.approve({id: asked.id, version: asked.version}));
    const [waiting] = (await stage.vendor.dealRegistrations.get({id: deal.id})).openChanges;
    assert.deepEqual(waiting?.actions, ['approve', 'reject']);
    const agreed = await stage.vendor.dealChanges.approve({id: asked.id, version: asked.version, comment: 'Good work.'});
    assert.equal(agreed.status, 'approved');
    const longer = await stage.partner.dealRegistrations.get({id: deal.id});
    assert.ok((longer.protectedUntil ?? '') > (deal.protectedUntil ?? ''));
    assert.deepEqual([longer.extensionCount, longer.openChanges, longer.actions.includes('request_extension')], [1, [], false]);
    await refuses('deal_extension_not_allowed', stage.partner.dealChanges.extend({...wish, protectedUntilOn: after(longer.protectedUntil, 5)}));
    await refuses('deal_change_decided', stage.vendor.dealChanges.reject({id: asked.id, version: agreed.version}));
    const [seen] = (await stage.partner.dealChanges.list({dealRegistrationId: deal.id})).items;
    assert.deepEqual([seen?.decidedBy, seen?.comment], [null, 'Good work.']);
  });

  it('is not asked for where the programme has none', async () => {
    const stage = await backend().newStage();
    await setDealPolicy(stage, {extension: {policy: 'none', maxTotalDays: 270, minDaysBefore: 3}});
    const deal = await approved(stage);
    assert.equal(deal.actions.includes('request_extension'), false);
    await refuses('deal_extension_not_allowed', stage.partner.dealChanges.extend({dealRegistrationId: deal.id, note: 'Please.', protectedUntilOn: after(deal.protectedUntil, 5)}));
  });

  it('amends what is protected, and says when products are new', async () => {
    const stage = await backend().newStage();
    const deal = await approved(stage, {lines: [{product: 'Aurora Edge', quantity: 1}], estimatedAmount: {amountMinor: 100_000, currency: 'EUR'}});
    const asked = await stage.partner.dealChanges.amend({dealRegistrationId: deal.id, note: 'Less.', amendment: {estimatedAmount: {amountMinor: 90_000, currency: 'EUR'}, expectedCloseOn: '2027-09-30'}});
    assert.equal(asked.needsNewApproval, false);
    await stage.vendor.dealChanges.approve({id: asked.id, version: asked.version});
    const amended = await stage.partner.dealRegistrations.get({id: deal.id});
    assert.deepEqual([amended.estimatedAmount, amended.expectedCloseOn], [{amountMinor: 90_000, currency: 'EUR'}, '2027-09-30']);
    const wider = await stage.partner.dealChanges.amend({dealRegistrationId: deal.id, note: 'More.', amendment: {lines: [{product: 'Aurora Edge', quantity: 1}, {product: 'Aurora Care', quantity: 1}]}});
    assert.equal(wider.needsNewApproval, true);
    const gone = await stage.partner.dealChanges.withdraw({id: wider.id, version: wider.version});
    assert.deepEqual([gone.status, gone.actions], ['withdrawn', []]);
  });

  it('is only about what is protected', async () => {
    const stage = await backend().newStage();
    const draft = await stage.partner.dealRegistrations.create(newDeal());
    await refuses('deal_status_conflict', stage.partner.dealChanges.amend({dealRegistrationId: draft.id, note: 'Early.', amendment: {expectedCloseOn: '2027-09-30'}}));
    const rival = await newRival(stage);
    const deal = await approved(stage);
    await refuses('deal_registration_not_found', rival.client.dealChanges.amend({dealRegistrationId: deal.id, note: 'Mine.', amendment: {expectedCloseOn: '2027-09-30'}}));
  });

  it('hands no deal to a partner who has no room for it', async () => {
    const stage = await backend().newStage();
    const rival = await newRival(stage);
    const {levels} = await stage.key.program.get({});
    const levelId = levels[0]?.id;
    // A programme without levels has no limits to test.
    if (levelId === undefined) return;
    const {version} = await stage.key.partnerOrgs.get({id: rival.partnerOrgId});
    await stage.key.partnerOrgs.update({id: rival.partnerOrgId, version, partnership: {levelId}});
    const deal = await approved(stage);
    const proposed = await stage.vendor.dealChanges.transfer({dealRegistrationId: deal.id, note: 'Nearer.', toPartnerOrgId: rival.partnerOrgId});
    const agreed = await stage.partner.dealChanges.approve({id: proposed.id, version: proposed.version});
    await setDealPolicy(stage, {levelBenefits: [{levelId, marginPercent: null, priceList: null, capacity: 0}]});
    await refuses('deal_capacity_reached', rival.client.dealChanges.approve({id: agreed.id, version: agreed.version}));
    await setDealPolicy(stage, {levelBenefits: []});
    assert.equal((await rival.client.dealChanges.approve({id: agreed.id, version: agreed.version})).status, 'approved');
  });

  it('hands a deal to another partner when both agree, and neither reads the other’s name', async () => {
    const stage = await backend().newStage();
    const rival = await newRival(stage);
    const deal = await approved(stage);
    const {name: ownName} = deal.partnerOrg;
    const proposed = await stage.vendor.dealChanges.transfer({dealRegistrationId: deal.id, note: 'Nearer.', toPartnerOrgId: rival.partnerOrgId});
    assert.deepEqual([proposed.agreedBy, proposed.toPartnerOrg?.id], [['vendor'], rival.partnerOrgId]);
    // Who would have it hears of it only when who has it agreed.
    assert.deepEqual((await rival.client.dealChanges.list({})).items, []);
    await refuses('deal_change_not_found', rival.client.dealChanges.approve({id: proposed.id, version: proposed.version}));
    const agreed = await stage.partner.dealChanges.approve({id: proposed.id, version: proposed.version});
    assert.equal(agreed.status, 'requested');
    tellsNothing(agreed, [rival.partnerOrgId]);
    const [offered] = (await rival.client.dealChanges.list({open: true})).items;
    assert.ok(offered);
    assert.deepEqual([offered.customerName, offered.actions], [deal.customer.name, ['approve', 'reject']]);
    tellsNothing(offered, [ownName, stage.partnerOrgId]);
    await refuses('deal_registration_not_found', rival.client.dealRegistrations.get({id: deal.id}));
    assert.equal((await rival.client.dealChanges.approve({id: offered.id, version: offered.version})).status, 'approved');
    const had = await rival.client.dealRegistrations.get({id: deal.id});
    assert.deepEqual([had.partnerOrg.id, had.status, had.protectedUntil], [rival.partnerOrgId, 'approved', deal.protectedUntil]);
    await refuses('deal_registration_not_found', stage.partner.dealRegistrations.get({id: deal.id}));
  });
}
