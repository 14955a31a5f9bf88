import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {refusalOf} from '../testing/lead-programme.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {testLibrary, type TestLibrary} from '../testing/test-library.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

const shipTo = {name: 'Aino Virtanen', street: 'Mannerheimintie 1', postalCode: '00100', city: 'Helsinki', country: 'fi'};

for (const database of databaseKinds) {
  describe(`print orders on ${database}`, () => {
    let server: TestServer;
    let library: TestLibrary;
    before(async () => {
      server = await startTestServer({database});
      library = await testLibrary(server);
    });
    after(() => server.close());

    const printed = async (stock: {inStock: number; perOrder?: number; perLevel?: {levelId: string | null; quantity: number}[]}) => {
      const {id} = await library.published({});
      await library.client.printOrders.setStock({assetId: id, version: 1, isOffered: true, ...stock});
      return id;
    };

    it('go from request to delivery, and the stock with them', async () => {
      const {printOrders} = library.client;
      const assetId = await printed({inStock: 100});
      const {client: partner} = await library.tenant.partnerSession();
      assert.equal((await partner.assets.get({id: assetId})).reach.print, true);
      const order = await partner.printOrders.create({assetId, quantity: 60, shipTo, note: 'For the fair', campaign: 'fair'});
      assert.deepEqual([order.status, order.shipTo.country, order.actions], ['requested', 'FI', ['call_off']]);
      assert.equal(await refusalOf(partner.printOrders.deliver({id: order.id, version: order.version})), 'print_order_status_conflict');
      const approved = await printOrders.approve({id: order.id, version: order.version});
      assert.deepEqual([approved.actions, (await printOrders.stock({assetId})).inStock], [['pick', 'backorder', 'cancel'], 40]);
      const waiting = await partner.printOrders.create({assetId, quantity: 50, shipTo});
      assert.equal(await refusalOf(printOrders.approve({id: waiting.id, version: waiting.version})), 'print_stock_short');
      const later = await printOrders.backorder({id: waiting.id, version: waiting.version, reason: 'Next week'});
      assert.deepEqual([later.status, later.reason, (await printOrders.stock({assetId})).wanted], ['backordered', 'Next week', 50]);
      const picked = await printOrders.pick({id: order.id, version: approved.version});
      const shipped = await printOrders.ship({id: order.id, version: picked.version, tracking: {carrier: 'Posti', number: 'JJFI1', url: 'https://posti.example/JJFI1'}});
      assert.equal(await refusalOf(partner.printOrders.cancel({id: order.id, version: shipped.version, reason: 'Too late'})), 'print_order_status_conflict');
      const delivered = await partner.printOrders.deliver({id: order.id, version: shipped.version});
      assert.deepEqual([delivered.status, delivered.tracking?.number, delivered.actions], ['delivered', 'JJFI1', []]);
      const raised = await printOrders.setStock({assetId, version: (await printOrders.stock({assetId})).version, inStock: 55});
      const again = await printOrders.approve({id: waiting.id, version: later.version});
      assert.deepEqual([raised.inStock, (await printOrders.stock({assetId})).inStock, again.reason], [55, 5, null]);
      await printOrders.cancel({id: waiting.id, version: again.version, reason: 'Recalled'});
      assert.equal((await printOrders.stock({assetId})).inStock, 55, 'copies come back');
      assert.equal((await partner.assetEvents.report({by: 'campaign', assetId, kind: ['print_order']})).rows.length, 2);
    });

    it('never take more copies than there are, however many are approved at the same moment', async () => {
      const assetId = await printed({inStock: 50});
      const {client: partner} = await library.tenant.partnerSession();
      const orders = await Promise.all(Array.from({length: 8}, () => partner.printOrders.create({assetId, quantity: 10, shipTo})));
      const refusals = await Promise.all(orders.map(({id, version}) => refusalOf(library.client.printOrders.approve({id, version}))));
      assert.deepEqual(refusals.toSorted(), [...Array.from({length: 3}, () => 'print_stock_short'), ...Array.from({length: 5}, () => null)].toSorted());
      assert.equal((await library.client.printOrders.stock({assetId})).inStock, 0);
      // The database itself holds to it.
      await assert.rejects(library.tenant.inScope(({db}) => db.updateTable('asset_print').set({in_stock: -1}).where('asset_id', '=', assetId).execute()));
    });

    it('stay within what an order and a level may have, however many are sent at the same moment', async () => {
      const assetId = await printed({inStock: 5, perOrder: 40, perLevel: [{levelId: null, quantity: 100}]});
      const {client: partner} = await library.tenant.partnerSession();
      const order = (quantity: number) => partner.printOrders.create({assetId, quantity, shipTo});
      assert.equal(await refusalOf(order(41)), 'print_limit_reached');
      const refusals = await Promise.all(Array.from({length: 4}, () => refusalOf(order(30))));
      assert.deepEqual(refusals.filter(code => code === null).length, 3);
      const [, , last] = (await partner.printOrders.list({assetId})).items;
      assert.deepEqual(await partner.printOrders.offer({assetId}), {assetId, isOffered: true, inStock: 5, most: 10, moreAt: null});
      await order(10);
      assert.deepEqual((await partner.printOrders.offer({assetId})).most, 0);
      assert.ok((await partner.printOrders.offer({assetId})).moreAt);
      await partner.printOrders.cancel({id: last?.id ?? '', version: last?.version ?? 0, reason: 'Changed our mind'});
      assert.equal((await partner.printOrders.offer({assetId})).most, 30, 'what is cancelled does not count');
      const unoffered = await library.published({});
      assert.equal(await refusalOf(partner.printOrders.create({assetId: unoffered.id, quantity: 1, shipTo})), 'print_not_offered');
    });
  });
}
