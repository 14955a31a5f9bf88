import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {after, before, describe, it} from 'node:test';
import {canonicalJson, keyFromSeed, receiptKeyId, sha256Hex, signStatement, statementHash, type Receipt} from '@portico/contract/receipt-proof';
import {bind} from '../database/bind.ts';
import {literal} from '../database/database.ts';
import {openingSql} from '../database/open.ts';
import {newId} from '../context.ts';
import {acceptEvidenceFile, insertEvidenceFile, putEvidencePart} from '../evidence-file/evidence-file.queries.ts';
import {draftDeal, submitDeal} from '../testing/deal-rows.ts';
import {pdf} from '../testing/evidence-samples.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestTenant} from '../testing/test-tenant.ts';
import {verifyReceipts, type ReceiptsVerdict} from './verify-receipts.ts';

const content = {name: 'Cameras', registrationType: 'resale', lines: [], competitors: [], customer: {}, expectedCloseOn: null, answers: []};

for (const database of databaseKinds) {
  describe(`looking over receipts on ${database}`, () => {
    let server: TestServer;
    let tenant: TestTenant;
    let receipts: Receipt[];
    before(async () => {
      server = await startTestServer({database});
      tenant = await server.newTenant();
      receipts = [];
      for (let index = 0; index < 4; index++) {
        const partnerOrgId = await tenant.newPartnerOrg();
        const dealRegistrationId = await draftDeal(server, tenant, partnerOrgId);
        const evidence = index === 1 ? [{fileName: 'order.csv', sha256: await addFile(dealRegistrationId)}] : [];
        server.clock.advance({minutes: 1});
        receipts.push(await submitDeal(server, tenant, {dealRegistrationId, partnerOrgId, content: {...content, evidence}}));
      }
    });
    after(() => server.close());

    const addFile = (dealRegistrationId: string) =>
      tenant.inScope(async scope => {
        const bytes = Buffer.from('order 4711');
        const id = await insertEvidenceFile(scope, {dealRegistrationId, fileName: 'order.csv', mediaType: 'text/csv', sizeBytes: bytes.length});
        await putEvidencePart(scope, id, 0, bytes.toString('base64'));
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        await acceptEvidenceFile(scope, {id, sha256, isWithheld: false});
        return sha256;
      });

    /** Looks over the receipts after somebody who owns the database has done as they please; then it is undone. */
    async function afterTampering(script: string, keys?: Receipt['key'][]): Promise<ReceiptsVerdict> {
      const outer = await tenant.inScope(async scope => scope);
      const {transaction} = await server.database.begin('SET LOCAL search_path = portico; ALTER TABLE receipt DISABLE TRIGGER only_grows;');
      try {
        await transaction.script(script);
        await transaction.script(openingSql('write', {tenantId: tenant.tenantId, caller: 'system', partnerOrgId: null, principalId: 'system:verify'}));
        return await verifyReceipts({...outer, db: bind(transaction)}, keys);
      } finally {
        await transaction.rollback();
      }
    }
    const found = async (script: string, keys?: Receipt['key'][]) => (await afterTampering(script, keys)).findings.map(({code, about}) => `${about} ${code}`);
    const receiptIs = (sequence: number) => `tenant_id = ${literal(tenant.tenantId)} AND sequence = ${sequence}`;
    const dealIs = (number: string) => `tenant_id = ${literal(tenant.tenantId)} AND number = ${literal(number)}`;

    it('finds everything in order', async () => {
      assert.deepEqual(await afterTampering('SELECT 1;'), {receipts: 4, findings: []});
      const empty = await server.newTenant();
      assert.deepEqual(await empty.inScope(scope => verifyReceipts(scope)), {receipts: 0, findings: []});
    });

    it('finds a receipt that was changed', async () => {
      assert.deepEqual(await found(`UPDATE receipt SET content = jsonb_set(content, '{name}', '"Else"') WHERE ${receiptIs(2)};`), ['receipt 2 content_changed', 'DR-000002 record_changed']);
      assert.deepEqual(await found(`UPDATE receipt SET statement = jsonb_set(statement, '{partnerOrgId}', '"${newId(server.context)}"') WHERE ${receiptIs(3)};`), ['receipt 3 signature_wrong', 'receipt 4 chain_broken']);
      assert.deepEqual(await found(`UPDATE receipt SET created_at = created_at - interval '1 day' WHERE ${receiptIs(3)};`), ['receipt 3 column_changed']);
    });

    it('finds a receipt that was dated back, put in or taken out', async () => {
      const dated = await found(`UPDATE receipt SET statement = jsonb_set(statement, '{submittedAt}', '"2026-11-01T10:00:00.000Z"') WHERE ${receiptIs(3)};`);
      assert.deepEqual(dated, ['receipt 3 signature_wrong', 'receipt 3 time_goes_back', 'receipt 4 chain_broken', 'receipt 3 column_changed', 'DR-000003 record_back_dated']);
      assert.deepEqual(await found(`DELETE FROM receipt WHERE ${receiptIs(2)};`), ['receipt 3 sequence_gap', 'DR-000002 record_without_receipt']);
      assert.deepEqual(await found(`DELETE FROM receipt WHERE ${receiptIs(4)};`), ['receipt 4 end_missing', 'DR-000004 record_without_receipt']);
      assert.deepEqual(await found(`DELETE FROM receipt WHERE ${receiptIs(1)};`), ['receipt 2 sequence_gap', 'DR-000001 record_without_receipt']);
    });

    it('finds a registration that was changed, dated back or put in', async () => {
      assert.deepEqual(await found(`UPDATE deal_registration SET name = 'Else' WHERE ${dealIs('DR-000003')};`), ['DR-000003 record_changed']);
      assert.deepEqual(await found(`UPDATE deal_registration SET customer = '{"name": "Other customer"}' WHERE ${dealIs('DR-000003')};`), ['DR-000003 record_changed']);
      assert.deepEqual(await found(`UPDATE deal_registration SET submitted_at = submitted_at - interval '2 days' WHERE ${dealIs('DR-000004')};`), ['DR-000004 record_back_dated']);
      assert.deepEqual(await found(`UPDATE deal_registration SET queue_number = 1 WHERE ${dealIs('DR-000004')};`), ['DR-000004 record_back_dated']);
      assert.deepEqual(await found(`UPDATE deal_registration SET number = 'DR-000000' WHERE ${dealIs('DR-000004')};`), ['DR-000000 record_back_dated']);
      const putIn = `INSERT INTO deal_registration (tenant_id, deal_registration_id, program_id, partner_org_id, status, source, name, customer, contact, number, submitted_at, queue_number, created_at, updated_at)
        SELECT tenant_id, ${literal(newId(server.context))}, program_id, partner_org_id, status, source, name, customer, contact, 'DR-000099', submitted_at - interval '2 days', 0, created_at, updated_at FROM deal_registration WHERE ${dealIs('DR-000001')};`;
      assert.deepEqual(await found(putIn), ['DR-000099 record_without_receipt']);
    });

    it('finds evidence that was exchanged', async () => {
      const mine = `tenant_id = ${literal(tenant.tenantId)}`;
      assert.deepEqual(await found(`UPDATE evidence_part SET content = 'order 4712' WHERE ${mine};`), ['DR-000002 evidence_changed']);
      assert.deepEqual(await found(`DELETE FROM evidence_part WHERE ${mine};`), ['DR-000002 evidence_changed']);
      const exchanged = `UPDATE evidence_part SET content = 'order 4712' WHERE ${mine}; UPDATE evidence_file SET sha256 = encode(sha256('order 4712'), 'hex') WHERE ${mine};`;
      assert.deepEqual(await found(exchanged), ['DR-000002 evidence_changed'], 'with its hash too');
      assert.deepEqual(await found(`DELETE FROM evidence_file WHERE ${mine};`), ['DR-000002 evidence_changed']);
    });

    it('finds everything in order after all that happens by right', async () => {
      const other = await server.newTenant();
      const {client} = await other.partnerSession();
      const vendor = (await other.vendorSession()).client;
      const filled = {name: 'Cameras', customer: {name: 'Žluťoučký Kůň s.r.o.', country: 'CZ', website: 'https://kun.example'}, contact: {lastName: 'Nová', email: 'nova@kun.example'}, estimatedAmount: {amountMinor: 1_234_567, currency: 'KWD'}, expectedCloseOn: '2027-03-31', competitors: ['Isra'], tender: {status: 'expected' as const, dueOn: '2027-01-15'}};
      const faults = () => other.inScope(async scope => (await verifyReceipts(scope)).findings);
      const draft = await client.dealRegistrations.create(filled);
      const bytes = pdf();
      const {id: fileId} = await client.evidenceFiles.create({dealRegistrationId: draft.id, fileName: 'order.pdf', mediaType: 'application/pdf', sizeBytes: bytes.length});
      await client.evidenceFiles.putPart({id: fileId, index: 0, base64: bytes.toString('base64')});
      await client.evidenceFiles.complete({id: fileId});
      const id = draft.id;
      let {version} = (await client.dealRegistrations.submit({id, version: draft.version})).registration;
      assert.deepEqual(await faults(), []);
      ({version} = await vendor.dealReviews.requestInfo({id, version, fields: ['customer.taxId'], comment: 'Please.'}));
      ({version} = await client.dealRegistrations.update({id, version, customer: {taxId: 'CZ12345678'}}));
      ({version} = (await client.dealRegistrations.submit({id, version})).registration);
      assert.deepEqual(await faults(), []);
      ({version} = await vendor.dealReviews.assign({id, version}));
      ({version} = await vendor.dealReviews.approve({id, version}));
      ({version} = await client.dealRegistrations.setStage({id, version, stage: 'proposal', expectedCloseOn: '2027-06-30'}));
      await client.dealRegistrations.win({id, version, amount: {amountMinor: 5, currency: 'KWD'}});
      assert.deepEqual(await faults(), []);
      const second = await client.dealRegistrations.create({...filled, customer: {name: 'Else', country: 'CZ'}});
      ({version} = (await client.dealRegistrations.submit({id: second.id, version: second.version})).registration);
      ({version} = await client.dealRegistrations.recall({id: second.id, version}));
      assert.deepEqual(await faults(), []);
      ({version} = await client.dealRegistrations.update({id: second.id, version, name: 'Better'}));
      await client.dealRegistrations.submit({id: second.id, version});
      assert.deepEqual(await faults(), []);
    });

    it('lets what changes by right change', async () => {
      const approved = `status = 'approved', decided_at = submitted_at, protected_from = submitted_at, name = 'Amended', lines = '[{"product": "Camera"}]'`;
      assert.deepEqual(await found(`UPDATE deal_registration SET ${approved} WHERE ${dealIs('DR-000003')};`), []);
    });

    it('finds a whole chain that was signed anew, when somebody kept the keys', async () => {
      const seed = await keyFromSeed(new Uint8Array(32).fill(9));
      const key = {kty: seed.kty, crv: seed.crv, x: seed.x};
      const keyId = await receiptKeyId(key);
      let previousHash = receipts[0]!.statement.previousHash;
      let script = `INSERT INTO receipt_key (tenant_id, key_id, public_jwk, retired_at, created_at) SELECT tenant_id, ${literal(keyId)}, ${literal(JSON.stringify(key))}, created_at, created_at FROM tenant WHERE tenant_id = ${literal(tenant.tenantId)};`;
      for (const {statement: old} of receipts) {
        const forged = {...content, name: 'Forged'};
        const statement = {...old, keyId, previousHash, contentHash: await sha256Hex(canonicalJson(forged))};
        previousHash = await statementHash(statement);
        script += `UPDATE receipt SET key_id = ${literal(keyId)}, content = ${literal(JSON.stringify(forged))}, statement = ${literal(JSON.stringify(statement))}, signature = ${literal(await signStatement(statement, seed))} WHERE ${receiptIs(old.sequence)};`;
      }
      script += `UPDATE receipt_chain SET last_hash = ${literal(previousHash)} WHERE tenant_id = ${literal(tenant.tenantId)}; UPDATE deal_registration SET name = 'Forged' WHERE tenant_id = ${literal(tenant.tenantId)};`;
      assert.deepEqual(await found(script), [], 'the database alone cannot tell');
      assert.deepEqual(await found(script, [receipts[0]!.key]), receipts.map(({statement}) => `receipt ${statement.sequence} key_unknown`));
    });
  });
}
