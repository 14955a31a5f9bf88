import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {noPreviousHash, statementHash, verifyReceipt} from '@portico/contract/receipt-proof';
import {openingSql, type Settings} from '../database/open.ts';
import {draftDeal, submitDeal} from '../testing/deal-rows.ts';
import {refusalOf} from '../testing/lead-programme.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestTenant} from '../testing/test-tenant.ts';
import {takeReceiptTurn} from './issue-receipt.queries.ts';
import {getReceiptSigner, replaceReceiptKey} from './receipt-key.queries.ts';

for (const database of resourceDatabaseKinds) {
  describe(`receipts on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    const register = async (tenant: TestTenant, partnerOrgId: string, content?: Record<string, unknown>) => {
      const dealRegistrationId = await draftDeal(server, tenant, partnerOrgId);
      return submitDeal(server, tenant, {dealRegistrationId, partnerOrgId, ...(content ? {content} : {})});
    };
    const chainOf = async (tenant: TestTenant) => (await tenant.client.receipts.chain({limit: 100})).items;

    it('are numbered and linked in the order of submissions, and prove themselves', async () => {
      const tenant = await server.newTenant();
      const partnerOrgId = await tenant.newPartnerOrg();
      const content = {name: 'Žluťoučký kůň 线 \u2028 "\\', price: 1e21, ratio: 0.1, none: null, list: [{b: 1, a: 2}], small: 1e-7, zero: -0};
      const issued = [await register(tenant, partnerOrgId, content), await register(tenant, partnerOrgId), await register(tenant, partnerOrgId)];
      assert.deepEqual(issued.map(({statement}) => [statement.sequence, statement.number]), [[1, 'DR-000001'], [2, 'DR-000002'], [3, 'DR-000003']]);
      assert.equal(issued[0]!.statement.previousHash, noPreviousHash);
      assert.equal(issued[1]!.statement.previousHash, await statementHash(issued[0]!.statement));
      const {keys} = await tenant.client.receipts.keys({});
      assert.deepEqual(await verifyReceipt(issued, {keys, previous: null}), {valid: true, findings: []});
      assert.deepEqual(await verifyReceipt(await chainOf(tenant), {keys, previous: null}), {valid: true, findings: []});
      // As it comes out of the database again.
      const {items} = await tenant.client.receipts.list({dealRegistrationId: issued[0]!.statement.dealRegistrationId});
      assert.deepEqual((await verifyReceipt(items, {keys})).findings, []);
      assert.deepEqual(items.map(({statement}) => statement), [issued[0]!.statement]);
      assert.deepEqual(items[0]!.content, JSON.parse(JSON.stringify(content)));
    });

    it('keep the number of a registration that is submitted again, newest first, page by page', async () => {
      const tenant = await server.newTenant();
      const partnerOrgId = await tenant.newPartnerOrg();
      const {statement: {dealRegistrationId, number}} = await register(tenant, partnerOrgId);
      const again = await submitDeal(server, tenant, {dealRegistrationId, partnerOrgId, number});
      assert.deepEqual([again.statement.number, again.statement.sequence], ['DR-000001', 2]);
      assert.equal((await register(tenant, partnerOrgId)).statement.number, 'DR-000002');
      const first = await tenant.client.receipts.list({dealRegistrationId, limit: 1});
      const second = await tenant.client.receipts.list({dealRegistrationId, limit: 1, cursor: first.page.next!});
      assert.deepEqual([...first.items, ...second.items].map(({statement}) => statement.sequence), [2, 1]);
      assert.equal(second.page.next, null);
    });

    it('are never dated before the one before, even when the clock goes back', async () => {
      const tenant = await server.newTenant();
      const partnerOrgId = await tenant.newPartnerOrg();
      const now = server.clock.now();
      const first = await register(tenant, partnerOrgId);
      server.clock.advance({minutes: -10});
      const second = await register(tenant, partnerOrgId);
      server.clock.advance({minutes: 10, seconds: 1});
      const third = await register(tenant, partnerOrgId);
      assert.deepEqual([first, second, third].map(({statement}) => Date.parse(statement.submittedAt) - now), [0, 0, 1000]);
    });

    it('are given out one after the other, however many come at once', async () => {
      const tenant = await server.newTenant();
      const partners = await Promise.all(Array.from({length: 5}, () => tenant.newPartnerOrg()));
      const receipts = await Promise.all(Array.from({length: 20}, (_, index) => register(tenant, partners[index % 5]!)));
      assert.deepEqual(receipts.map(({statement}) => statement.sequence).sort((a, b) => a - b), Array.from({length: 20}, (_, index) => index + 1));
      assert.equal(new Set(receipts.map(({statement}) => statement.number)).size, 20);
      assert.deepEqual((await verifyReceipt(await chainOf(tenant), {previous: null})).findings, []);
    });

    it('leave no gap where a submission was undone', async () => {
      const tenant = await server.newTenant();
      const partnerOrgId = await tenant.newPartnerOrg();
      const undone = new Error('undone');
      await assert.rejects(
        tenant.inScope(async scope => {
          const turn = await takeReceiptTurn(scope);
          assert.deepEqual(turn, await takeReceiptTurn(scope), 'taking the turn twice is one turn');
          throw undone;
        }),
        undone,
      );
      assert.equal((await register(tenant, partnerOrgId)).statement.sequence, 1);
    });

    it('stay provable when the key changes, and the private half goes', async () => {
      const tenant = await server.newTenant();
      const partnerOrgId = await tenant.newPartnerOrg();
      const before = await register(tenant, partnerOrgId);
      await tenant.inScope(replaceReceiptKey);
      const after = await register(tenant, partnerOrgId);
      assert.notEqual(after.statement.keyId, before.statement.keyId);
      const {keys} = await tenant.client.receipts.keys({});
      assert.deepEqual(new Set(keys.map(({x}) => x)), new Set([before.key.x, after.key.x]));
      assert.deepEqual((await verifyReceipt(await chainOf(tenant), {keys, previous: null})).findings, []);
      const halves = await tenant.inScope(({db}) => db.selectFrom('receipt_private_key').select('key_id').execute());
      assert.deepEqual(halves, [{key_id: after.statement.keyId}]);
    });

    it('go on with a new key where the private half is missing, as after a restore', async () => {
      const tenant = await server.newTenant();
      const partnerOrgId = await tenant.newPartnerOrg();
      const {statement} = await register(tenant, partnerOrgId);
      await tenant.inScope(({db}) => db.deleteFrom('receipt_private_key').execute());
      assert.notEqual((await register(tenant, partnerOrgId)).statement.keyId, statement.keyId);
      assert.deepEqual((await verifyReceipt(await chainOf(tenant), {previous: null})).findings, []);
    });

    it('are the partner’s own: others learn nothing, and the chain is for the vendor', async () => {
      const tenant = await server.newTenant();
      const [own, other] = [await tenant.partnerSession(), await tenant.partnerSession()];
      const {statement: {dealRegistrationId}} = await register(tenant, own.partnerOrgId);
      assert.equal((await own.client.receipts.list({dealRegistrationId})).items.length, 1);
      assert.equal(await refusalOf(other.client.receipts.list({dealRegistrationId})), 'deal_registration_not_found');
      assert.equal((await own.client.receipts.keys({})).keys.length, 1);
      assert.equal(await refusalOf(own.client.receipts.chain({})), 'forbidden');
      const foreign = await server.newTenant();
      assert.equal(await refusalOf(foreign.client.receipts.list({dealRegistrationId})), 'deal_registration_not_found');
      assert.deepEqual((await foreign.client.receipts.keys({})).keys, []);
      assert.deepEqual((await (await tenant.vendorSession()).client.receipts.chain({})).items.length, 1);
    });

    it('show a private key to nobody but the application acting for no partner', async () => {
      const tenant = await server.newTenant();
      await tenant.inScope(getReceiptSigner);
      const partnerOrgId = await tenant.newPartnerOrg();
      const count = async (settings: Partial<Settings>) => {
        const {transaction} = await server.database.begin(openingSql('read', {tenantId: tenant.tenantId, caller: 'system', partnerOrgId: null, principalId: 'system:test', ...settings}));
        try {
          return (await transaction.query('select 1 from receipt_private_key', [])).rows.length;
        } finally {
          await transaction.rollback();
        }
      };
      assert.equal(await count({}), 1);
      assert.equal(await count({caller: 'partner', partnerOrgId}), 0);
      assert.equal(await count({tenantId: (await server.newTenant()).tenantId}), 0);
      const asBackup = server.database.begin('SET LOCAL search_path = portico; SET LOCAL ROLE portico_backup; SELECT 1 FROM receipt_private_key;');
      await assert.rejects(asBackup, /permission denied/);
    });
  });
}
