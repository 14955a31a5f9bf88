import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {it} from 'node:test';
import {pdf} from '../../packages/server/src/testing/evidence-samples.ts';
import {refuses} from './acts.ts';
import {sendFile, settled} from './asset-acts.ts';
import type {Backend} from './backend.ts';

export function storedFileSuite(backend: () => Backend): void {
  it('arrives by tus, is looked at, and comes back byte for byte', async () => {
    const stage = await backend().newStage();
    const bytes = pdf('Datasheet');
    const file = await sendFile(stage, stage.vendor, {fileName: 'datasheet.pdf', bytes});
    assert.deepEqual([file.status, file.problem, file.receivedBytes, file.sha256, file.uploadUrl], ['ready', null, bytes.length, createHash('sha256').update(bytes).digest('hex'), null]);
    const answer = await stage.send(new Request(file.downloadUrl ?? ''));
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), Buffer.from(bytes));
    assert.match(answer.headers.get('content-disposition') ?? '', /datasheet\.pdf/);
  });

  it('goes on where an upload broke off', async () => {
    const stage = await backend().newStage();
    const bytes = pdf('In two parts');
    const {id, uploadUrl} = await stage.vendor.storedFiles.create({fileName: 'two.pdf', mediaType: 'application/pdf', sizeBytes: bytes.length});
    const patch = (from: number, to: number) => stage.send(new Request(uploadUrl ?? '', {method: 'PATCH', headers: {'Tus-Resumable': '1.0.0', 'Upload-Offset': String(from), 'Content-Type': 'application/offset+octet-stream'}, body: new Uint8Array(bytes.subarray(from, to))}));
    assert.equal((await patch(0, 50)).status, 204);
    assert.equal((await stage.vendor.storedFiles.get({id})).receivedBytes, 50);
    assert.equal((await patch(60, 70)).status, 409);
    const head = await stage.send(new Request(uploadUrl ?? '', {method: 'HEAD', headers: {'Tus-Resumable': '1.0.0'}}));
    assert.equal(head.headers.get('upload-offset'), '50');
    assert.equal((await patch(50, bytes.length)).status, 204);
    assert.equal((await settled(stage.vendor, id)).status, 'ready');
  });

  it('is refused by its name or size before a byte is sent, and unknown to others', async () => {
    const {vendor, partner} = await backend().newStage();
    await refuses('file_type_not_allowed', vendor.storedFiles.create({fileName: 'photo.exe', mediaType: 'image/png', sizeBytes: 10}));
    await refuses('file_too_large', vendor.storedFiles.create({fileName: 'film.mp4', mediaType: 'video/mp4', sizeBytes: 4_900_000_000}));
    const ours = await vendor.storedFiles.create({fileName: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 10});
    await refuses('stored_file_not_found', partner.storedFiles.get({id: ours.id}));
    const theirs = await partner.storedFiles.create({fileName: 'logo.png', mediaType: 'image/png', sizeBytes: 10});
    assert.equal((await partner.storedFiles.get({id: theirs.id})).status, 'uploading');
    assert.ok((await vendor.storedFiles.get({id: theirs.id})).partnerOrg);
  });
}
