import assert from 'node:assert/strict';
import type {Asset, AssetVersion, StoredFile} from '@portico/contract';
import type {Client} from '@portico/client';
import {pdf} from '../../packages/server/src/testing/evidence-samples.ts';
import type {Stage} from './backend.ts';

let count = 0;

/** Sends bytes to where they go, in one piece, and waits until they have been looked at. */
export async function sendFile(stage: Stage, client: Client, {fileName = `file-${++count}.pdf`, bytes = pdf(`File ${count}`), mediaType = 'application/pdf'}: {fileName?: string; bytes?: Uint8Array; mediaType?: StoredFile['mediaType']} = {}): Promise<StoredFile> {
  const announced = await client.storedFiles.create({fileName, mediaType, sizeBytes: bytes.length});
  assert.ok(announced.uploadUrl);
  const headers = {'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream'};
  const answer = await stage.send(new Request(announced.uploadUrl, {method: 'PATCH', headers, body: new Uint8Array(bytes)}));
  assert.equal(answer.status, 204);
  return settled(client, announced.id);
}

export async function settled(client: Client, id: string): Promise<StoredFile> {
  for (let tries = 0; tries < 300; tries++) {
    const file = await client.storedFiles.get({id});
    if (file.status === 'ready' || file.status === 'rejected') return file;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('The file was not looked at within half a minute.');
}

/** A version that is published, of a file of its own unless said. */
export async function publishVersion(stage: Stage, assetId: string, fields: Partial<Parameters<Client['assetVersions']['create']>[0]> = {}): Promise<AssetVersion> {
  const {assetVersions} = stage.vendor;
  const storedFileId = fields.storedFileId ?? (await sendFile(stage, stage.vendor)).id;
  const {id, version} = await assetVersions.create({assetId, language: 'en', ...fields, storedFileId});
  return assetVersions.publish({id, version});
}

/** Brings a draft through its approval. */
export async function publishAsset({vendor: {assets}}: Stage, id: string): Promise<Asset> {
  const submitted = await assets.submit({id, version: (await assets.get({id})).version});
  const approved = await assets.approve({id, version: submitted.version});
  return assets.publish({id, version: approved.version});
}

/** A link: an asset that is published without a file. */
export async function publishLink(stage: Stage, fields: Partial<Parameters<Client['assets']['create']>[0]> = {}): Promise<Asset> {
  const {id} = await stage.vendor.assets.create({title: `Link ${++count}`, type: 'link', linkUrl: 'https://vendor.example/', ...fields});
  return publishAsset(stage, id);
}
