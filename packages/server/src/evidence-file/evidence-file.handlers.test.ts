import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {after, before, describe, it} from 'node:test';
import {evidencePartBytes, type EvidenceFile, type EvidenceMediaType} from '@portico/contract';
import {Housekeeping} from '../jobs/housekeeping.ts';
import {draftDeal, submitDeal} from '../testing/deal-rows.ts';
import {docx, jpeg, pdf, png} from '../testing/evidence-samples.ts';
import {refusalOf, refusalsOf} from '../testing/lead-programme.ts';
import type {TestClient} from '../testing/test-client.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import {putEvidencePart} from './evidence-file.queries.ts';

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const partOf = (bytes: Buffer, index: number) => bytes.subarray(index * evidencePartBytes, (index + 1) * evidencePartBytes).toString('base64');
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function announce(client: TestClient, dealRegistrationId: string, bytes: Buffer, {fileName = 'order.pdf', mediaType = 'application/pdf'}: {fileName?: string; mediaType?: EvidenceMediaType} = {}): Promise<EvidenceFile> {
  return client.evidenceFiles.create({dealRegistrationId, fileName, mediaType, sizeBytes: bytes.length});
}

async function send(client: TestClient, dealRegistrationId: string, bytes: Buffer, how: {fileName?: string; mediaType?: EvidenceMediaType; sha256?: string} = {}): Promise<EvidenceFile> {
  const {id} = await announce(client, dealRegistrationId, bytes, how);
  for (let index = 0; index * evidencePartBytes < bytes.length; index++) await client.evidenceFiles.putPart({id, index, base64: partOf(bytes, index)});
  return client.evidenceFiles.complete({id, ...(how.sha256 ? {sha256: how.sha256} : {})});
}

for (const database of resourceDatabaseKinds) {
  describe(`evidence files on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    const start = async () => {
      const tenant = await server.newTenant();
      const partner = await tenant.partnerSession();
      return {tenant, partner, client: partner.client, dealId: await draftDeal(server, tenant, partner.partnerOrgId)};
    };

    it('arrive in parts and come back byte for byte', async () => {
      const {client, dealId} = await start();
      const real: readonly (readonly [Buffer, string, EvidenceMediaType])[] = [[pdf('Order', 600_000), 'order.pdf', 'application/pdf'], [png(), 'Stand – Foto.png', 'image/png'], [docx(), '报价.docx', wordType], [Buffer.from('a;b\n1;2\n'), 'prices.csv', 'text/csv']];
      for (const [bytes, fileName, mediaType] of real) {
        const file = await send(client, dealId, bytes, {fileName, mediaType, sha256: sha256Of(bytes)});
        assert.deepEqual([file.status, file.problem, file.sha256, file.receivedBytes, file.fileName], ['ready', null, sha256Of(bytes), bytes.length, fileName]);
        const got: Buffer[] = [];
        for (let index = 0, parts = 1; index < parts; index++) {
          const part = await client.evidenceFiles.getPart({id: file.id, index});
          ({parts} = part);
          got.push(Buffer.from(part.base64, 'base64'));
        }
        assert.deepEqual(Buffer.concat(got), bytes);
        assert.equal(await refusalOf(client.evidenceFiles.getPart({id: file.id, index: got.length})), 'evidence_file_not_found');
      }
    });

    it('that are pictures are kept without what the camera wrote, in their length and with their own hash', async () => {
      const {client, dealId} = await start();
      // A comment in the first part, and one that begins in the first and ends in the second.
      const comment = (size: number) => Buffer.concat([Buffer.from([0xff, 0xfe, (size + 2) >> 8, (size + 2) & 0xff]), Buffer.from('GPS 60.1699 N '.repeat(size / 14))]);
      const camera = Buffer.concat([jpeg(4, 3).subarray(0, 2), ...Array.from({length: 5}, () => comment(56_000)), jpeg(4, 3).subarray(2)]);
      const file = await send(client, dealId, camera, {fileName: 'plant.jpg', mediaType: 'image/jpeg', sha256: sha256Of(camera)});
      assert.deepEqual([file.status, file.sizeBytes], ['ready', camera.length]);
      const got = Buffer.concat(await Promise.all([0, 1].map(async index => Buffer.from((await client.evidenceFiles.getPart({id: file.id, index})).base64, 'base64'))));
      assert.deepEqual([got.length, got.includes('GPS'), sha256Of(got)], [camera.length, false, file.sha256]);
      assert.ok(got.includes(jpeg(4, 3).subarray(2)));
      const broken = Buffer.concat([jpeg(4, 3).subarray(0, -2), Buffer.from('ffe1ffff', 'hex'), Buffer.from('GPS')]);
      const refused = await send(client, dealId, broken, {fileName: 'odd.jpg', mediaType: 'image/jpeg'});
      assert.deepEqual([refused.status, refused.problem], ['rejected', 'unreadable']);
    });

    it('arrive in any order, each part as often as need be, and say from where to go on', async () => {
      const {client, dealId} = await start();
      const bytes = pdf('Order', evidencePartBytes * 3);
      const {id} = await announce(client, dealId, bytes);
      const put = async (index: number) => (await client.evidenceFiles.putPart({id, index, base64: partOf(bytes, index)})).receivedBytes;
      assert.equal(await put(2), 0, 'there is a gap before it');
      assert.equal(await refusalOf(client.evidenceFiles.complete({id})), 'evidence_incomplete');
      assert.equal(await refusalOf(client.evidenceFiles.getPart({id, index: 2})), 'evidence_incomplete');
      assert.equal(await put(0), evidencePartBytes);
      assert.deepEqual(await Promise.all([put(1), put(1), put(1)]), [3, 3, 3].map(parts => parts * evidencePartBytes));
      assert.equal((await client.evidenceFiles.get({id})).receivedBytes, 3 * evidencePartBytes);
      assert.equal(await put(3), bytes.length);
      const file = await client.evidenceFiles.complete({id});
      assert.deepEqual([file.status, file.sha256], ['ready', sha256Of(bytes)]);
      assert.deepEqual(await client.evidenceFiles.complete({id}), file, 'said twice it is the same');
      assert.equal(await refusalOf(client.evidenceFiles.putPart({id, index: 0, base64: partOf(bytes, 0)})), 'evidence_complete');
    });

    it('are refused part by part when a part has the wrong size or place', async () => {
      const {client, dealId} = await start();
      const bytes = pdf('Order', evidencePartBytes);
      const {id} = await announce(client, dealId, bytes);
      const last = bytes.subarray(evidencePartBytes);
      for (const [index, content] of [[0, last], [1, bytes.subarray(0, evidencePartBytes)], [2, last], [7, last]] as const) {
        assert.equal(await refusalOf(client.evidenceFiles.putPart({id, index, base64: content.toString('base64')})), 'evidence_part_wrong', String(index));
      }
      assert.equal(await refusalOf(client.evidenceFiles.putPart({id, index: 0, base64: 'not base64!'})), 'input_invalid');
    });

    it('are rejected when they are not what they were said to be, and their bytes go', async () => {
      const {tenant, client, dealId} = await start();
      const cases: readonly (readonly [Buffer, EvidenceFile['problem'], string?])[] = [[Buffer.from('MZ this is a program'), 'type_mismatch'], [png(), 'type_mismatch'], [pdf().subarray(0, 200), 'unreadable'], [pdf(), 'hash_mismatch', '0'.repeat(64)]];
      for (const [bytes, problem, sha256] of cases) {
        const file = await send(client, dealId, bytes, sha256 ? {sha256} : {});
        assert.deepEqual([file.status, file.problem, file.sha256], ['rejected', problem, null]);
        assert.equal(await refusalOf(client.evidenceFiles.getPart({id: file.id, index: 0})), 'evidence_incomplete');
      }
      assert.deepEqual(await tenant.inScope(({db}) => db.selectFrom('evidence_part').select('index').execute()), []);
    });

    it('are refused at once when name, type or size cannot be', async () => {
      const {client, dealId} = await start();
      const bytes = pdf();
      assert.equal(await refusalOf(announce(client, dealId, bytes, {fileName: 'order.pdf.exe'})), 'input_invalid');
      assert.equal(await refusalOf(announce(client, dealId, bytes, {mediaType: 'image/svg+xml' as EvidenceMediaType})), 'input_invalid');
      const sized = (sizeBytes: number) => refusalOf(client.evidenceFiles.create({dealRegistrationId: dealId, fileName: 'a.pdf', mediaType: 'application/pdf', sizeBytes}));
      assert.deepEqual([await sized(20_000_001), await sized(0)], ['input_invalid', 'input_invalid']);
      assert.equal((await announce(client, dealId, bytes, {fileName: '../Ordr\u0065\u0301\u202e.pdf'})).fileName, 'Ordré.pdf');
    });

    it('are at most twenty a registration, however many come at once; rejected ones do not count', async () => {
      const {client, dealId} = await start();
      await send(client, dealId, Buffer.from('MZ'));
      for (let files = 0; files < 16; files++) await announce(client, dealId, pdf());
      const answers = await Promise.all(Array.from({length: 8}, () => refusalOf(announce(client, dealId, pdf()))));
      assert.deepEqual([answers.filter(answer => answer === null).length, answers.filter(answer => answer === 'evidence_too_many').length], [4, 4]);
    });

    it('are added to drafts, and to what a reviewer asked evidence of', async () => {
      const {tenant, partner, client, dealId} = await start();
      const bytes = pdf();
      const early = await announce(client, dealId, bytes);
      await submitDeal(server, tenant, {dealRegistrationId: dealId, partnerOrgId: partner.partnerOrgId});
      const readOnly = () => refusalsOf(announce(client, dealId, bytes), client.evidenceFiles.putPart({id: early.id, index: 0, base64: partOf(bytes, 0)}), client.evidenceFiles.complete({id: early.id}), client.evidenceFiles.delete({id: early.id}));
      assert.deepEqual(await readOnly(), ['deal_field_read_only']);
      const ask = (fields: string[]) =>
        tenant.inScope(({db}) => db.updateTable('deal_registration').set({status: 'action_required', info_request: JSON.stringify({fields, comment: '?', dueAt: '2026-12-01T00:00:00.000Z'}), info_due_at: '2026-12-01T00:00:00.000Z'}).where('deal_registration_id', '=', dealId).execute());
      await ask(['lines']);
      assert.deepEqual(await readOnly(), ['deal_field_read_only']);
      await ask(['lines', 'evidence']);
      assert.equal((await send(client, dealId, bytes)).status, 'ready');
      await client.evidenceFiles.delete({id: early.id});
      assert.equal(await refusalOf(client.evidenceFiles.get({id: early.id})), 'evidence_file_not_found');
    });

    it('stay once a receipt names them', async () => {
      const {tenant, partner, client, dealId} = await start();
      const [submitted, later] = [await send(client, dealId, pdf()), await send(client, dealId, pdf('Another'))];
      await submitDeal(server, tenant, {dealRegistrationId: dealId, partnerOrgId: partner.partnerOrgId, content: {evidence: [{fileName: submitted.fileName, sha256: submitted.sha256}]}});
      await tenant.inScope(({db}) => db.updateTable('deal_registration').set({status: 'draft'}).where('deal_registration_id', '=', dealId).execute());
      assert.equal(await refusalOf(client.evidenceFiles.delete({id: submitted.id})), 'deal_field_read_only');
      await client.evidenceFiles.delete({id: later.id});
      assert.equal((await client.evidenceFiles.get({id: submitted.id})).status, 'ready');
    });

    it('are seen by those who see the registration, and by nobody else', async () => {
      const {tenant, partner, client, dealId} = await start();
      const file = await send(client, dealId, pdf());
      const strangers = [(await tenant.partnerSession()).client, (await tenant.partnerSession({partnerOrgId: partner.partnerOrgId, roles: ['sales_rep']})).client, (await (await server.newTenant()).vendorSession()).client, (await tenant.vendorSession()).client];
      for (const stranger of strangers) {
        const {id} = file;
        assert.deepEqual(await refusalsOf(stranger.evidenceFiles.get({id}), stranger.evidenceFiles.getPart({id, index: 0}), stranger.evidenceFiles.complete({id}), stranger.evidenceFiles.delete({id})), ['evidence_file_not_found']);
        assert.equal(await refusalOf(announce(stranger, dealId, pdf())), 'deal_registration_not_found');
      }
      await submitDeal(server, tenant, {dealRegistrationId: dealId, partnerOrgId: partner.partnerOrgId});
      assert.equal((await (await tenant.vendorSession()).client.evidenceFiles.get({id: file.id})).sha256, file.sha256, 'a draft is the partner’s own; what was submitted is the vendor’s to read');
    });

    it('are announced when they are decided about or removed', async () => {
      const {tenant, partner, client, dealId} = await start();
      const events = () => tenant.inScope(({db}) => db.selectFrom('change_event').select(['resource', 'resource_id', 'partner_org_id']).where('resource', '=', 'deal_registration').execute());
      const {id} = await send(client, dealId, pdf());
      const told = {resource: 'deal_registration', resource_id: dealId, partner_org_id: partner.partnerOrgId};
      assert.deepEqual(await events(), [told]);
      await client.evidenceFiles.delete({id});
      assert.deepEqual(await events(), [told, told]);
    });

    it('that were not finished or not taken are gone after a day, with their parts', async () => {
      const {tenant, client, dealId} = await start();
      const housekeeping = new Housekeeping(server.database, server.context);
      const [ready, rejected, unfinished] = [await send(client, dealId, pdf()), await send(client, dealId, Buffer.from('MZ')), await announce(client, dealId, pdf('Order', evidencePartBytes))];
      await client.evidenceFiles.putPart({id: unfinished.id, index: 0, base64: partOf(pdf('Order', evidencePartBytes), 0)});
      const left = () => tenant.inScope(async ({db}) => (await db.selectFrom('evidence_file').select('evidence_file_id').orderBy('created_at').orderBy('evidence_file_id').execute()).map(row => row.evidence_file_id));
      server.clock.advance({hours: 23});
      await housekeeping.runIfDue();
      assert.deepEqual((await left()).sort(), [ready.id, rejected.id, unfinished.id].sort());
      server.clock.advance({hours: 1, seconds: 1});
      await housekeeping.runIfDue();
      assert.deepEqual(await left(), [ready.id]);
      const parts = await tenant.inScope(({db}) => db.selectFrom('evidence_part').select('evidence_file_id').execute());
      assert.deepEqual(parts, [{evidence_file_id: ready.id}]);
    });

    it('of the largest size are taken', async t => {
      const {tenant, client, dealId} = await start();
      const bytes = pdf('Order', 19_999_000);
      const {id} = await announce(client, dealId, bytes);
      await tenant.inScope(async scope => {
        for (let index = 0; index * evidencePartBytes < bytes.length; index++) await putEvidencePart(scope, id, index, partOf(bytes, index));
      });
      const from = performance.now();
      const file = await client.evidenceFiles.complete({id, sha256: sha256Of(bytes)});
      t.diagnostic(`${Math.round(performance.now() - from)} ms to put ${bytes.length} bytes together and look at them`);
      assert.deepEqual([file.status, file.receivedBytes, file.sha256], ['ready', bytes.length, sha256Of(bytes)]);
    });
  });
}
