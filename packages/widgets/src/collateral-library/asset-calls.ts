/** What a person does with a piece. Loaded when the first view stands: looking comes before doing. */
import type {Asset, AssetDownload} from '@portico/contract';
import type {LiveList} from '../base/live-list.ts';
import {act} from '../base/mutation.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {safeUrl} from '../base/safe-url.ts';
import {CollateralActionEvent, CollateralDownloadEvent} from './collateral-library.events.ts';
import type {LibraryArgs} from './library.model.ts';
import type {OpenedAsset} from './opened-asset.ts';

/** What the acts of a library work on. */
export interface AssetActsOptions {
  /** Where what comes of an act is shown. */
  readonly collateral: {
    readonly list: Pick<LiveList<LibraryArgs, Asset>, 'begin'>;
    readonly opened: Pick<OpenedAsset, 'take'>;
    read(id: string): Promise<Asset>;
    take(asset: Asset): void;
    recount(): void;
  };
  readonly explain: (error: unknown) => string;
}

/** Makes a piece a favourite, or no more: shown at once, and taken back with a reason when it fails. */
export async function star(host: WidgetHost, {collateral, explain}: AssetActsOptions, asset: Asset): Promise<void> {
  const {portal} = host;
  const {id, isFavourite} = asset;
  const action = isFavourite ? 'unfavourite' : 'favourite';
  if (!portal || !host.dispatchEvent(new CollateralActionEvent({action, asset, input: {}}))) return;
  const answer = await act<Asset>(host, {
    show: () => {
      const after = {...asset, isFavourite: !isFavourite};
      const end = collateral.list.begin(id, () => after);
      collateral.opened.take(after);
      return done => {
        end(done);
        collateral.opened.take(done ?? asset);
      };
    },
    send: () => portal.client.assets[action]({id}),
    explain,
    tell: text => portal.notify({tone: 'danger', text}),
  });
  if (answer) collateral.recount();
}

/**
 * Writes a download of a version down and lets the browser load it.
 *
 * @param loading - Versions whose address is on its way.
 */
export async function download(host: WidgetHost, {collateral, explain}: AssetActsOptions, loading: Set<string>, asset: Asset, versionId: string): Promise<void> {
  const {portal} = host;
  const version = asset.current.find(({id}) => id === versionId);
  if (!portal || loading.has(versionId) || !host.dispatchEvent(new CollateralActionEvent({action: 'download', asset, input: {versionId}}))) return;
  const answer = await act<AssetDownload>(host, {
    show: () => {
      loading.add(versionId);
      host.requestUpdate();
      return () => {
        loading.delete(versionId);
        host.requestUpdate();
      };
    },
    send: () => portal.client.assetVersions.download({id: versionId}),
    explain,
    tell: text => portal.notify({tone: 'danger', text}),
  });
  if (answer && host.dispatchEvent(new CollateralDownloadEvent(asset, answer))) load(answer);
  // Which copies the organisation holds now is the server's to say; so is why it may not have this one.
  const fresh = await collateral.read(asset.id).catch(() => undefined);
  if (fresh) collateral.take(fresh);
  else if (answer && version) collateral.take({...asset, held: {versionId, number: version.number, language: version.language, downloadedAt: new Date(portal.now()).toISOString(), isStale: false}});
  if (answer) collateral.recount();
}

/** Lets the browser load what is there under its own name; the server says that it is a download. Where there is no page, the event has said where it is. */
export function load({url, fileName}: AssetDownload) {
  const href = safeUrl(url);
  if (!href || typeof document === 'undefined') return;
  const link = document.createElement('a');
  link.href = href;
  link.download = fileName;
  link.rel = 'noopener';
  link.click();
}
