import assert from 'node:assert/strict';
import type {Asset, AssetVersion, CollateralEmbed, Page, PrintOrder, PrintStock, ShareLink, StoredFile} from '@portico/contract';
import type {MockBackend} from '../backend.ts';
import type {Caller} from './caller.ts';

const itemsOf = <T>(body: unknown) => (body as Page<T>).items;
const shipTo = {name: 'Aino', street: 'Katu 1', postalCode: '00100', city: 'Helsinki', country: 'FI'};

/** Reads every link, order, embed and event that can be read. */
export async function readReach({call}: Pick<Caller, 'call'>): Promise<void> {
  for (const as of ['partner', 'vendor'] as const) {
    for (const {id} of itemsOf<ShareLink>((await call(as, 'shareLinks.list')).body)) await call(as, 'shareLinks.get', {id});
    for (const {id} of itemsOf<PrintOrder>((await call(as, 'printOrders.list')).body)) await call(as, 'printOrders.get', {id});
    for (const {id, token} of itemsOf<CollateralEmbed>((await call(as, 'collateralEmbeds.list')).body)) {
      await call(as, 'collateralEmbeds.get', {id});
      await call(as, 'collateralEmbeds.show', {token});
    }
    await call(as, 'assetEvents.list');
    for (const by of ['asset', 'partner_org', 'day', 'campaign', 'person']) await call(as, 'assetEvents.report', {by});
  }
}

/** Does everything that can be done with links, orders, embeds and events. */
export async function doReach({call}: Pick<Caller, 'call'>, backend: MockBackend): Promise<void> {
  const done = async <T>(as: 'partner' | 'vendor', name: string, input: Record<string, unknown>): Promise<T> => {
    const {status, body} = await call(as, name, input);
    assert.ok(status < 300, `${name}: ${JSON.stringify(body)}`);
    return body as T;
  };
  const file = await done<StoredFile>('vendor', 'storedFiles.create', {fileName: 'shared.pdf', mediaType: 'application/pdf', sizeBytes: 4});
  await backend.fetch(file.uploadUrl ?? '', {method: 'PATCH', headers: {'upload-offset': '0'}, body: '%PDF'});
  const {id: assetId} = await done<Asset>('vendor', 'assets.create', {title: 'To be shared', type: 'datasheet', delivery: 'open'});
  const made = await done<AssetVersion>('vendor', 'assetVersions.create', {assetId, language: 'en', storedFileId: file.id});
  await done('vendor', 'assetVersions.publish', {id: made.id, version: made.version});
  for (const step of ['submit', 'approve', 'publish']) await done('vendor', `assets.${step}`, {id: assetId, version: (await done<Asset>('vendor', 'assets.get', {id: assetId})).version});
  await done('partner', 'assetEvents.create', {views: [{assetId}]});

  const link = await done<ShareLink>('partner', 'shareLinks.create', {assetId, recipient: 'Mikko'});
  await done('partner', 'shareLinks.revoke', {id: link.id, version: link.version});

  const stock = await done<PrintStock>('vendor', 'printOrders.stock', {assetId});
  await done('vendor', 'printOrders.setStock', {assetId, version: stock.version, isOffered: true, inStock: 100});
  await done('partner', 'printOrders.offer', {assetId});
  let order = await done<PrintOrder>('partner', 'printOrders.create', {assetId, quantity: 5, shipTo});
  for (const [as, verb, input] of [['vendor', 'backorder', {reason: 'Soon'}], ['vendor', 'approve', {}], ['vendor', 'pick', {}], ['vendor', 'ship', {tracking: {carrier: 'Posti', number: '1'}}], ['partner', 'deliver', {}]] as const) {
    order = await done<PrintOrder>(as, `printOrders.${verb}`, {id: order.id, version: order.version, ...input});
  }
  const other = await done<PrintOrder>('partner', 'printOrders.create', {assetId, quantity: 5, shipTo});
  await done('partner', 'printOrders.cancel', {id: other.id, version: other.version, reason: 'Not needed'});

  const embed = await done<CollateralEmbed>('partner', 'collateralEmbeds.create', {name: 'Home', assetIds: [assetId]});
  await done('partner', 'collateralEmbeds.enquire', {token: embed.token, name: 'Mikko Laine', email: 'mikko@example.com', consent: true, consentTextVersion: 'collateral-1', elapsedMs: 9000});
  await readReach({call});
  const renamed = await done<CollateralEmbed>('partner', 'collateralEmbeds.update', {id: embed.id, version: embed.version, name: 'Start'});
  await done('vendor', 'collateralEmbeds.revoke', {id: embed.id, version: renamed.version});
}
