import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';

export function rewardSuite(backend: () => Backend): void {
  it('is offered for a price, the cheapest first, until it is no longer', async () => {
    const {key, vendor, partner} = await backend().newStage();
    const seats = await key.rewards.create({name: 'Two seats', points: 800, value: {amountMinor: 60_000, currency: 'EUR'}, stock: 10});
    const mug = await vendor.rewards.create({name: 'A mug', points: 50});
    assert.deepEqual((await partner.rewards.list({})).items.map(({name, points, stock}) => [name, points, stock]), [['A mug', 50, null], ['Two seats', 800, 10]]);
    await refuses('version_conflict', vendor.rewards.update({id: seats.id, version: seats.version + 1, points: 700}));
    const changed = await vendor.rewards.update({id: seats.id, version: seats.version, points: 700, value: null});
    assert.deepEqual([changed.points, changed.value, changed.stock, changed.name], [700, null, 10, 'Two seats']);
    await vendor.rewards.update({id: mug.id, version: mug.version, isOffered: false});
    assert.deepEqual((await partner.rewards.list({})).items.map(({id}) => id), [seats.id]);
    await refuses('reward_not_found', partner.rewards.get({id: mug.id}));
    assert.equal((await vendor.rewards.get({id: mug.id})).isOffered, false);
  });
}
