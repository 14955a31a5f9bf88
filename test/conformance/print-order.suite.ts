import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import {publishLink} from './asset-acts.ts';
import type {Backend} from './backend.ts';

const shipTo = {name: 'Aino', street: 'Katu 1', postalCode: '00100', city: 'Helsinki', country: 'FI'};

export function printOrderSuite(backend: () => Backend): void {
  it('goes from request to delivery, with the stock', async () => {
    const stage = await backend().newStage();
    const {partner, vendor} = stage;
    const {id: assetId} = await publishLink(stage);
    await refuses('print_not_offered', partner.printOrders.create({assetId, quantity: 1, shipTo}));
    const stock = await vendor.printOrders.setStock({assetId, version: 1, isOffered: true, inStock: 30});
    assert.deepEqual([stock.version, stock.inStock, (await partner.assets.get({id: assetId})).reach.print], [2, 30, true]);
    await refuses('version_conflict', vendor.printOrders.setStock({assetId, version: 1, inStock: 5}));
    const order = await partner.printOrders.create({assetId, quantity: 20, shipTo, campaign: 'fair'});
    assert.deepEqual([order.status, order.actions, (await vendor.printOrders.get({id: order.id})).actions], ['requested', ['call_off'], ['approve', 'backorder', 'cancel']]);
    const other = await partner.printOrders.create({assetId, quantity: 20, shipTo});
    assert.equal((await vendor.printOrders.stock({assetId})).wanted, 40);
    const approved = await vendor.printOrders.approve({id: order.id, version: order.version});
    await refuses('print_stock_short', vendor.printOrders.approve({id: other.id, version: other.version}));
    await refuses('print_order_status_conflict', vendor.printOrders.ship({id: order.id, version: approved.version, tracking: {carrier: 'Posti', number: '1'}}));
    const picked = await vendor.printOrders.pick({id: order.id, version: approved.version});
    const shipped = await vendor.printOrders.ship({id: order.id, version: picked.version, tracking: {carrier: 'Posti', number: '1'}});
    assert.deepEqual(shipped.tracking, {carrier: 'Posti', number: '1', url: null});
    const delivered = await partner.printOrders.deliver({id: order.id, version: shipped.version});
    assert.deepEqual([delivered.status, delivered.actions], ['delivered', []]);
    const waiting = await vendor.printOrders.backorder({id: other.id, version: other.version, reason: 'Next week'});
    const off = await partner.printOrders.cancel({id: other.id, version: waiting.version, reason: 'Not needed'});
    assert.deepEqual([off.status, off.reason, (await vendor.printOrders.stock({assetId})).inStock], ['cancelled', 'Not needed', 10]);
    assert.deepEqual((await vendor.printOrders.list({status: ['delivered']})).items.map(({id}) => id), [order.id]);
    await refuses('forbidden', partner.printOrders.approve({id: order.id, version: delivered.version}));
  });

  it('stays within what an order and a level may have', async () => {
    const stage = await backend().newStage();
    const {partner, vendor} = stage;
    const {id: assetId} = await publishLink(stage);
    await vendor.printOrders.setStock({assetId, version: 1, isOffered: true, inStock: 5, perOrder: 40, perLevel: [{levelId: null, quantity: 50}], periodDays: 30});
    assert.deepEqual(await partner.printOrders.offer({assetId}), {assetId, isOffered: true, inStock: 5, most: 40, moreAt: null});
    await refuses('print_limit_reached', partner.printOrders.create({assetId, quantity: 41, shipTo}));
    await partner.printOrders.create({assetId, quantity: 40, shipTo});
    assert.equal((await partner.printOrders.offer({assetId})).most, 10);
    await partner.printOrders.create({assetId, quantity: 10, shipTo});
    const {most, moreAt} = await partner.printOrders.offer({assetId});
    assert.deepEqual([most, moreAt !== null], [0, true]);
    await refuses('input_invalid', vendor.printOrders.setStock({assetId, version: 2, perLevel: [{levelId: '0190a000-0000-7000-8000-000000000000', quantity: 1}]}));
  });
}
