import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {evidencePartBytes, type EvidenceFile} from '@portico/contract';
import {openScanner} from '../file-inspection/scanner.ts';
import type {Scanner} from '../file-inspection/scanning.ts';
import {verifyReceipts} from '../receipt/verify-receipts.ts';
import {draftDeal, submitDeal} from '../testing/deal-rows.ts';
import {pdf} from '../testing/evidence-samples.ts';
import {refusalOf} from '../testing/lead-programme.ts';
import type {TestClient} from '../testing/test-client.ts';
import {startFileServer, startTestClamd, type TestFileServer} from '../testing/test-file-server.ts';
import {scanEvidence} from './scan-evidence.ts';

describe('evidence before a scanner', () => {
  let clamd: Awaited<ReturnType<typeof startTestClamd>>;
  let silent: typeof clamd;
  let place: TestFileServer;
  /** The one that the server asks. */
  let scanner: Scanner;
  before(async () => {
    [clamd, silent] = await Promise.all([startTestClamd(), startTestClamd({isSilent: true})]);
    place = await startFileServer({database: 'pglite', scanner: {scan: bytes => scanner.scan(bytes)}});
  });
  after(async () => {
    await place.close();
    await Promise.all([clamd.stop(), silent.stop()]);
  });

  const scan = () => scanEvidence(place.server.database, place.server.context, scanner);

  async function send(client: TestClient, dealRegistrationId: string, bytes: Buffer): Promise<EvidenceFile> {
    const {id} = await client.evidenceFiles.create({dealRegistrationId, fileName: 'order.pdf', mediaType: 'application/pdf', sizeBytes: bytes.length});
    for (let index = 0; index * evidencePartBytes < bytes.length; index++) await client.evidenceFiles.putPart({id, index, base64: bytes.subarray(index * evidencePartBytes, (index + 1) * evidencePartBytes).toString('base64')});
    return client.evidenceFiles.complete({id});
  }

  it('counts at once, and is given out when the scanner has said that it is clean', async () => {
    const {server} = place;
    const tenant = await server.newTenant();
    const partner = await tenant.partnerSession();
    const dealId = await draftDeal(server, tenant, partner.partnerOrgId);
    scanner = openScanner(silent.setting, 200);
    const file = await send(partner.client, dealId, pdf('Order', 300_000));
    assert.deepEqual([file.status, file.isWithheld], ['ready', true]);
    assert.equal(await refusalOf(partner.client.evidenceFiles.getPart({id: file.id, index: 0})), 'file_not_ready');
    assert.equal(await scan(), 0, 'no verdict');
    scanner = openScanner(clamd.setting);
    assert.equal(await scan(), 0, 'it is not asked again at once');
    server.clock.advance({seconds: 150});
    assert.equal(await scan(), 1);
    assert.equal((await partner.client.evidenceFiles.get({id: file.id})).isWithheld, false);
    assert.equal((await partner.client.evidenceFiles.getPart({id: file.id, index: 1})).parts, 2);
    assert.equal(await scan(), 0);
  });

  it('is dropped when it is infected, also after it was submitted; receipts stay in order', async () => {
    const {server} = place;
    const tenant = await server.newTenant();
    const partner = await tenant.partnerSession();
    const dealId = await draftDeal(server, tenant, partner.partnerOrgId);
    const {id, fileName, sha256} = await send(partner.client, dealId, pdf('EICAR'));
    await submitDeal(server, tenant, {dealRegistrationId: dealId, partnerOrgId: partner.partnerOrgId, content: {evidence: [{fileName, sha256}]}});
    const before_ = (await tenant.inScope(scope => verifyReceipts(scope))).findings;
    scanner = openScanner(clamd.setting);
    assert.equal(await scan(), 1);
    const file = await partner.client.evidenceFiles.get({id});
    assert.deepEqual([file.status, file.problem, file.isWithheld, file.sha256], ['rejected', 'infected', false, sha256]);
    assert.equal(await refusalOf(partner.client.evidenceFiles.getPart({id, index: 0})), 'evidence_incomplete');
    assert.deepEqual((await tenant.inScope(scope => verifyReceipts(scope))).findings, before_);
  });
});
