import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {it} from 'node:test';
import {downloadEvidence, uploadEvidence} from '@portico/client/evidence-upload';
import {evidencePartBytes} from '@portico/contract';
import {pdf, png} from '../../packages/server/src/testing/evidence-samples.ts';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {newDeal, newRival, submit} from './deal-acts.ts';

const fileOf = (bytes: Buffer, name = 'order.pdf') => new File([new Uint8Array(bytes)], name);
const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

export function evidenceFileSuite(backend: () => Backend): void {
  it('arrives in parts, belongs to its registration, and comes back byte for byte', async () => {
    const {partner} = await backend().newStage();
    const {id: dealRegistrationId} = await partner.dealRegistrations.create(newDeal());
    const bytes = pdf('Order', evidencePartBytes);
    const file = await uploadEvidence(partner, {dealRegistrationId, file: fileOf(bytes)});
    assert.deepEqual([file.status, file.sha256, file.receivedBytes, file.problem], ['ready', sha256Of(bytes), bytes.length, null]);
    assert.deepEqual((await partner.dealRegistrations.get({id: dealRegistrationId})).evidence, [file]);
    assert.deepEqual(Buffer.from(await (await downloadEvidence(partner, {id: file.id})).arrayBuffer()), bytes);
    await partner.evidenceFiles.delete({id: file.id});
    assert.deepEqual((await partner.dealRegistrations.get({id: dealRegistrationId})).evidence, []);
    await refuses('evidence_file_not_found', partner.evidenceFiles.get({id: file.id}));
  });

  it('takes parts in any order and as often as need be, and says from where to go on', async () => {
    const {partner} = await backend().newStage();
    const {id: dealRegistrationId} = await partner.dealRegistrations.create(newDeal());
    const bytes = pdf('Order', evidencePartBytes);
    const {id} = await partner.evidenceFiles.create({dealRegistrationId, fileName: 'order.pdf', mediaType: 'application/pdf', sizeBytes: bytes.length});
    const put = async (index: number) => (await partner.evidenceFiles.putPart({id, index, base64: bytes.subarray(index * evidencePartBytes, (index + 1) * evidencePartBytes).toString('base64')})).receivedBytes;
    assert.deepEqual([await put(1), await put(1)], [0, 0]);
    await refuses('evidence_incomplete', partner.evidenceFiles.complete({id}));
    await refuses('evidence_part_wrong', partner.evidenceFiles.putPart({id, index: 0, base64: 'AAAA'}));
    assert.equal(await put(0), bytes.length);
    const ready = await partner.evidenceFiles.complete({id});
    assert.deepEqual(await partner.evidenceFiles.complete({id}), ready);
    await refuses('evidence_complete', put(0));
  });

  it('is rejected when it is something else, or not what was sent', async () => {
    const {partner} = await backend().newStage();
    const {id: dealRegistrationId} = await partner.dealRegistrations.create(newDeal());
    const other = await uploadEvidence(partner, {dealRegistrationId, file: fileOf(png())});
    assert.deepEqual([other.status, other.problem, other.sha256], ['rejected', 'type_mismatch', null]);
    const bytes = pdf();
    const {id} = await partner.evidenceFiles.create({dealRegistrationId, fileName: 'order.pdf', mediaType: 'application/pdf', sizeBytes: bytes.length});
    await partner.evidenceFiles.putPart({id, index: 0, base64: bytes.toString('base64')});
    assert.equal((await partner.evidenceFiles.complete({id, sha256: '0'.repeat(64)})).problem, 'hash_mismatch');
    await refuses('evidence_incomplete', partner.evidenceFiles.getPart({id, index: 0}));
  });

  it('comes and goes with a draft, and where the reviewer asked for it; what was submitted stays', async () => {
    const stage = await backend().newStage();
    const {partner, vendor} = stage;
    const draft = await partner.dealRegistrations.create(newDeal());
    const file = await uploadEvidence(partner, {dealRegistrationId: draft.id, file: fileOf(pdf())});
    const {registration, receipt} = await submit(stage, partner, draft);
    const signed = receipt.content['evidence'] as {fileName: string; sha256: string}[];
    assert.deepEqual(signed.map(({fileName, sha256}) => [fileName, sha256]), [['order.pdf', file.sha256]]);
    assert.equal((await vendor.evidenceFiles.get({id: file.id})).sha256, file.sha256);
    const upload = () => uploadEvidence(partner, {dealRegistrationId: draft.id, file: fileOf(pdf('More'))});
    await refuses('deal_field_read_only', upload());
    await refuses('deal_field_read_only', partner.evidenceFiles.delete({id: file.id}));
    const asked = await vendor.dealReviews.requestInfo({id: registration.id, version: registration.version, fields: ['evidence'], comment: 'The order, please.'});
    assert.equal(asked.status, 'action_required');
    assert.equal((await upload()).status, 'ready');
    await refuses('deal_field_read_only', partner.evidenceFiles.delete({id: file.id}));
  });

  it('is unknown to other partners', async () => {
    const stage = await backend().newStage();
    const {id: dealRegistrationId} = await stage.partner.dealRegistrations.create(newDeal());
    const {id} = await uploadEvidence(stage.partner, {dealRegistrationId, file: fileOf(pdf())});
    const {client} = await newRival(stage);
    await refuses('evidence_file_not_found', client.evidenceFiles.get({id}));
    await refuses('evidence_file_not_found', client.evidenceFiles.getPart({id, index: 0}));
    await refuses('deal_registration_not_found', client.evidenceFiles.create({dealRegistrationId, fileName: 'x.pdf', mediaType: 'application/pdf', sizeBytes: 5}));
  });
}
