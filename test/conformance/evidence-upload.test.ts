import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {after, before, describe, it} from 'node:test';
import {ApiError, createClient, systemClock, type Client, type Clock} from '@portico/client';
import {acceptedEndings, downloadEvidence, evidenceFileFault, EvidenceFileError, evidenceTypeOf, largestFileBytes, partBytes, uploadEvidence, type EvidenceProgress} from '@portico/client/evidence-upload';
import {EvidenceMediaType, evidenceMaxBytes, evidencePartBytes} from '@portico/contract';
import {draftDeal, submitDeal} from '../../packages/server/src/testing/deal-rows.ts';
import {docx, pdf, png} from '../../packages/server/src/testing/evidence-samples.ts';
import {startTestServer, type TestServer} from '../../packages/server/src/testing/test-server.ts';
import type {TestTenant} from '../../packages/server/src/testing/test-tenant.ts';

/** Pauses take no time. */
const hasty: Clock = {now: () => systemClock.now(), after: (_, run) => systemClock.after(0, run)};
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const fileOf = (bytes: Buffer, name = 'Order 4711.pdf') => new File([new Uint8Array(bytes)], name);

describe('evidence by the client', () => {
  let server: TestServer;
  let tenant: TestTenant;
  before(async () => {
    server = await startTestServer();
    tenant = await server.newTenant();
  });
  after(() => server.close());

  /** A partner with a draft, whose network does as the test says. */
  const start = async (network: (request: Request, pass: () => Promise<Response>) => Promise<Response> = (_, pass) => pass()) => {
    const {token, partnerOrgId} = await tenant.partnerSession();
    const sent: string[] = [];
    const client: Client = createClient({
      apiUrl: 'https://portico.example',
      fetchSession: async () => token,
      clock: hasty,
      limits: {tries: 2},
      fetch: request => {
        sent.push(`${request.method} ${new URL(request.url).pathname.replace(/[0-9a-f-]{36}/g, 'id')}`);
        return network(request, async () => server.app.fetch(request));
      },
    });
    return {client, sent, partnerOrgId, dealRegistrationId: await draftDeal(server, tenant, partnerOrgId)};
  };
  const lost = () => Promise.reject(new TypeError('fetch failed'));

  it('knows the sizes and types of the contract', () => {
    assert.deepEqual([partBytes, largestFileBytes], [evidencePartBytes, evidenceMaxBytes]);
    assert.deepEqual(new Set(acceptedEndings.split(',').map(ending => evidenceTypeOf(`x${ending}`))), new Set(EvidenceMediaType.options));
    assert.deepEqual(['a.exe', 'a', '.pdf', 'A.PDF'].map(evidenceTypeOf), [null, null, 'application/pdf', 'application/pdf']);
    assert.deepEqual([{name: 'a.exe', size: 5}, {name: 'a.pdf', size: 0}, {name: 'a.pdf', size: 20_000_001}, {name: 'a.pdf', size: 20_000_000}].map(evidenceFileFault), ['type_unsupported', 'empty', 'too_large', null]);
  });

  it('is sent in parts and fetched again byte for byte', async () => {
    const {client, dealRegistrationId} = await start();
    for (const [bytes, name] of [[pdf('Order', 900_000), 'Order 4711.pdf'], [png(), 'Stand.png'], [docx(), '报价.docx']] as const) {
      const seen: EvidenceProgress[] = [];
      const file = await uploadEvidence(client, {dealRegistrationId, file: fileOf(bytes, name), onProgress: progress => seen.push(progress)});
      assert.deepEqual([file.status, file.sha256, file.fileName], ['ready', sha256Of(bytes), name]);
      const done = seen.map(({doneBytes}) => doneBytes);
      assert.deepEqual([done[0], done.at(-1), done.length], [0, bytes.length, Math.ceil(bytes.length / partBytes) + 1]);
      assert.deepEqual(done, done.toSorted((a, b) => a - b));
      const fetched = await downloadEvidence(client, {id: file.id});
      assert.deepEqual([fetched.name, fetched.type], [name, file.mediaType]);
      assert.deepEqual(Buffer.from(await fetched.arrayBuffer()), bytes);
    }
  });

  it('says what was wrong with a file that the server looked into', async () => {
    const {client, dealRegistrationId, sent} = await start();
    const file = await uploadEvidence(client, {dealRegistrationId, file: fileOf(png())});
    assert.deepEqual([file.status, file.problem], ['rejected', 'type_mismatch']);
    sent.length = 0;
    await assert.rejects(uploadEvidence(client, {dealRegistrationId, file: fileOf(png(), 'virus.exe')}), (error: unknown) => error instanceof EvidenceFileError && error.fault === 'type_unsupported');
    assert.deepEqual(sent, [], 'nothing travels for nothing');
  });

  it('outlasts a bad network: every answer is lost now and then, and the file arrives once', async () => {
    let calls = 0;
    const {client, dealRegistrationId} = await start(async (_, pass) => {
      calls++;
      if (calls % 3 === 0) return lost();
      const answer = await pass();
      return calls % 4 === 0 ? lost() : answer;
    });
    const bytes = pdf('Order', 1_500_000);
    const file = await uploadEvidence(client, {dealRegistrationId, file: fileOf(bytes)});
    assert.deepEqual([file.status, file.sha256], ['ready', sha256Of(bytes)]);
    const rows = await tenant.inScope(({db}) => db.selectFrom('evidence_file').select('evidence_file_id').where('deal_registration_id', '=', dealRegistrationId).execute());
    assert.deepEqual(rows, [{evidence_file_id: file.id}]);
  });

  it('breaks off when the network stays away, and goes on later with what is missing', async () => {
    let isDown = false;
    const {client, dealRegistrationId, sent} = await start((_, pass) => (isDown ? lost() : pass()));
    const file = fileOf(pdf('Order', 1_500_000));
    let id = '';
    const onProgress = (progress: EvidenceProgress) => {
      ({id} = progress);
      if (progress.doneBytes >= 3 * partBytes) isDown = true;
    };
    await assert.rejects(uploadEvidence(client, {dealRegistrationId, file, onProgress}), (error: unknown) => error instanceof ApiError && error.isRetryable);
    isDown = false;
    client.connection.circuit.note();
    sent.length = 0;
    const first: number[] = [];
    const ready = await uploadEvidence(client, {dealRegistrationId, file, resumeId: id, onProgress: ({doneBytes}) => first.push(doneBytes)});
    assert.deepEqual([ready.id, ready.status], [id, 'ready']);
    assert.ok((first[0] ?? 0) >= partBytes, 'it did not begin at the start');
    assert.ok(!sent.includes('POST /v1/deal-registrations/id/evidence-files'), 'no second file was announced');
    sent.length = 0;
    assert.deepEqual(await uploadEvidence(client, {dealRegistrationId, file, resumeId: id}), ready);
    assert.deepEqual(sent, ['GET /v1/evidence-files/id'], 'only the last answer was lost');
    const again = await uploadEvidence(client, {dealRegistrationId, file, resumeId: '0193a0c0-0000-7000-8000-00000000dead'});
    assert.equal(again.status, 'ready', 'where there is nothing to go on with, it begins anew');
  });

  it('is given up by its signal, and what had arrived is removed', async () => {
    const {client, dealRegistrationId, sent} = await start();
    const cancel = new AbortController();
    const reason = new Error('cancelled by the person');
    const upload = uploadEvidence(client, {dealRegistrationId, file: fileOf(pdf('Order', 2_000_000)), signal: cancel.signal, onProgress: ({doneBytes}) => doneBytes > 0 && cancel.abort(reason)});
    await assert.rejects(upload, reason);
    const left = () => tenant.inScope(({db}) => db.selectFrom('evidence_file').select('status').where('deal_registration_id', '=', dealRegistrationId).execute());
    for (let tries = 0; tries < 1500 && (await left()).length > 0; tries++) await new Promise(resolve => setTimeout(resolve, 10));
    assert.deepEqual(await left(), []);
    assert.ok(!sent.some(line => line.endsWith('/complete')));
    await assert.rejects(uploadEvidence(client, {dealRegistrationId, file: fileOf(pdf()), signal: AbortSignal.abort(reason)}), reason);
    const pause = new AbortController();
    await assert.rejects(uploadEvidence(client, {dealRegistrationId, file: fileOf(pdf('Order', 2_000_000)), signal: pause.signal, keepOnAbort: true, onProgress: ({doneBytes}) => doneBytes > 0 && pause.abort(reason)}), reason);
    assert.deepEqual(await left(), [{status: 'uploading'}], 'kept, to go on with');
  });

  it('finds out when fetched bytes are not those that were accepted', async () => {
    const {client, dealRegistrationId} = await start();
    const {id} = await uploadEvidence(client, {dealRegistrationId, file: fileOf(pdf())});
    await tenant.inScope(({db}) => db.updateTable('evidence_part').set({content: new Uint8Array(pdf('Forged').subarray(0, pdf().length))}).where('evidence_file_id', '=', id).execute());
    await assert.rejects(downloadEvidence(client, {id}), (error: unknown) => error instanceof EvidenceFileError && error.fault === 'hash_mismatch');
  });

  it('is told by the server when nothing can be added any more', async () => {
    const {client, dealRegistrationId, partnerOrgId} = await start();
    await submitDeal(server, tenant, {dealRegistrationId, partnerOrgId});
    await assert.rejects(uploadEvidence(client, {dealRegistrationId, file: fileOf(pdf())}), (error: unknown) => error instanceof ApiError && error.code === 'deal_field_read_only');
  });

  it('comes with receipts that the client checks by itself', async () => {
    const {client, dealRegistrationId, partnerOrgId, sent} = await start();
    const issued = await submitDeal(server, tenant, {dealRegistrationId, partnerOrgId});
    const {items} = await client.receipts.list({dealRegistrationId});
    const {keys} = await client.receipts.keys();
    sent.length = 0;
    assert.deepEqual(await client.receipts.verify(items, {keys}), {valid: true, findings: []});
    const {valid, findings} = await client.receipts.verify({...issued, content: {name: 'Else'}}, {keys});
    assert.deepEqual([valid, findings.map(({code}) => code)], [false, ['content_changed']]);
    assert.deepEqual(sent, [], 'without the server');
  });
});
