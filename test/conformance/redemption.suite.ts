import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {passCourse, publishRule} from './points-acts.ts';

export function redemptionSuite(backend: () => Backend): void {
  it('takes points at once, those that expire first, and gives them back when nothing comes of it', async () => {
    const stage = await backend().newStage();
    const {key, vendor, partner} = stage;
    await publishRule(stage, {formula: {kind: 'fixed', points: 100}, expiresAfterDays: 300});
    await passCourse(stage, {occurredAt: '2026-11-10T10:00:00.000Z'});
    await passCourse(stage, {occurredAt: '2026-10-10T10:00:00.000Z'});
    await key.pointsAccounts.setScheme({value: {points: 3, amountMinor: 100, currency: 'EUR'}});
    const reward = await key.rewards.create({name: 'A day', points: 150, value: {amountMinor: 5000, currency: 'EUR'}, stock: 1});
    const gist = async () => (({balance, reserved, earned}) => [balance, reserved, earned])(await partner.pointsAccounts.current({}));
    await refuses('reward_price_changed', partner.redemptions.create({rewardId: reward.id, points: 140}));
    const asked = await partner.redemptions.create({rewardId: reward.id, points: 150, note: 'In December'});
    assert.deepEqual([asked.status, asked.points, asked.value, asked.note, asked.actions], ['requested', 150, {amountMinor: 5000, currency: 'EUR'}, 'In December', ['call_off']]);
    assert.deepEqual(await gist(), [50, 150, 200]);
    assert.deepEqual((await partner.pointsAccounts.current({})).nextExpiry, {at: '2027-09-06T10:00:00.000Z', points: 50});
    const paid = (await partner.pointsEntries.list({})).items.filter(({redemption}) => redemption !== null);
    assert.deepEqual(paid.map(({points, reason, redemption, expiresAt}) => [points, reason, redemption?.rewardName, expiresAt]).toSorted(), [[-100, 'redemption', 'A day', '2027-08-06T10:00:00.000Z'], [-50, 'redemption', 'A day', '2027-09-06T10:00:00.000Z']]);
    const summary = await partner.pointsEntries.summary({});
    assert.deepEqual([summary.total, summary.unexpired, summary.redeemed], [200, 50, 150]);
    await refuses('reward_out_of_stock', partner.redemptions.create({rewardId: reward.id, points: 150}));
    const many = await key.rewards.create({name: 'Another', points: 51});
    await refuses('points_short', partner.redemptions.create({rewardId: many.id, points: 51}));
    const {unredeemed, reserved, points, partners, value} = await vendor.redemptions.liability({});
    assert.deepEqual([unredeemed, reserved, points, partners, value], [50, 150, 200, 1, {amountMinor: 6667, currency: 'EUR'}]);
    const off = await partner.redemptions.cancel({id: asked.id, version: asked.version});
    assert.deepEqual([off.status, await gist(), (await vendor.rewards.get({id: reward.id})).stock], ['cancelled', [200, 0, 200], 1]);
    await refuses('redemption_status_conflict', partner.redemptions.cancel({id: asked.id, version: off.version}));
    const returned = (await partner.pointsEntries.list({})).items.filter(({reason}) => reason === 'redemption_returned');
    assert.deepEqual([returned.map(({points: each}) => each).toSorted((a, b) => a - b), returned.every(({reversesId}) => paid.some(({id}) => id === reversesId))], [[50, 100], true]);
  });

  it('is approved and fulfilled once, or fails with a reason', async () => {
    const stage = await backend().newStage();
    const {key, vendor, partner, partnerOrgId} = stage;
    await publishRule(stage, {formula: {kind: 'fixed', points: 100}});
    await passCourse(stage);
    const {id: rewardId} = await key.rewards.create({name: 'A mug', points: 40});
    const [first, second] = [await partner.redemptions.create({rewardId, points: 40}), await partner.redemptions.create({rewardId, points: 40})];
    await refuses('redemption_status_conflict', vendor.redemptions.fulfil({id: first.id, version: first.version}));
    const approved = await vendor.redemptions.approve({id: first.id, version: first.version});
    await refuses('redemption_status_conflict', partner.redemptions.cancel({id: first.id, version: approved.version}));
    const fulfilled = await vendor.redemptions.fulfil({id: first.id, version: approved.version, answer: 'By post'});
    assert.deepEqual([fulfilled.status, (await partner.redemptions.get({id: first.id})).answer, fulfilled.actions], ['fulfilled', 'By post', []]);
    await refuses('version_conflict', vendor.redemptions.approve({id: second.id, version: second.version + 1}));
    const {version} = await vendor.redemptions.approve({id: second.id, version: second.version});
    const failed = await vendor.redemptions.fail({id: second.id, version, reason: 'Broken'});
    assert.deepEqual([failed.status, failed.reason, (await partner.pointsAccounts.current({})).balance], ['failed', 'Broken', 60]);
    assert.deepEqual((await vendor.redemptions.list({partnerOrgId, rewardId, status: ['fulfilled', 'failed']})).items.map(({status}) => status), ['failed', 'fulfilled']);
  });
}
