import type {Asset, AssetDownload} from '@portico/contract';
import type {LiveList} from '../base/live-list.ts';
import {act} from '../base/mutation.ts';
import type {PortalWidget} from '../base/portal-widget.ts';
import {safeUrl} from '../base/safe-url.ts';
import {CollateralActionEvent, CollateralDownloadEvent} from './collateral-library.events.ts';
import type {LibraryArgs} from './library.model.ts';
import type {OpenedAsset} from './opened-asset.ts';

export interface AssetActsOptions {
  /** Where what comes of an act is shown. */
  readonly library: {
    readonly list: Pick<LiveList<LibraryArgs, Asset>, 'begin'>;
    readonly opened: Pick<OpenedAsset, 'take'>;
    read(id: string): Promise<Asset>;
    take(asset: Asset): void;
    recount(): void;
  };
  readonly explain: (error: unknown) => string;
}

/** What a person does with a piece: shown at once, and taken back with a reason when it fails. */
export class AssetActs {
  readonly #host: PortalWidget;
  readonly #options: AssetActsOptions;
  readonly #loading = new Set<string>();

  constructor(host: PortalWidget, options: AssetActsOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Whether the address of a version's download is on its way. */
  isLoading(versionId: string): boolean {
    return this.#loading.has(versionId);
  }

  /** Makes a piece a favourite, or no more. */
  async star(asset: Asset): Promise<void> {
    const {portal} = this.#host;
    const {library, explain} = this.#options;
    const {id, isFavourite} = asset;
    const action = isFavourite ? 'unfavourite' : 'favourite';
    if (!portal || !this.#host.dispatchEvent(new CollateralActionEvent({action, asset, input: {}}))) return;
    const answer = await act<Asset>(this.#host, {
      show: () => this.#begin(asset, {...asset, isFavourite: !isFavourite}),
      send: () => portal.client.assets[action]({id}),
      explain,
      tell: text => portal.notify({tone: 'danger', text}),
    });
    if (answer) library.recount();
  }

  /** Writes a download of a version down and lets the browser load it. */
  async download(asset: Asset, versionId: string): Promise<void> {
    const {portal} = this.#host;
    const {library, explain} = this.#options;
    const version = asset.current.find(({id}) => id === versionId);
    if (!portal || this.#loading.has(versionId) || !this.#host.dispatchEvent(new CollateralActionEvent({action: 'download', asset, input: {versionId}}))) return;
    const download = await act<AssetDownload>(this.#host, {
      show: () => {
        this.#loading.add(versionId);
        this.#host.requestUpdate();
        return () => {
          this.#loading.delete(versionId);
          this.#host.requestUpdate();
        };
      },
      send: () => portal.client.assetVersions.download({id: versionId}),
      explain,
      tell: text => portal.notify({tone: 'danger', text}),
    });
    if (download && this.#host.dispatchEvent(new CollateralDownloadEvent(asset, download))) load(download);
    // Which copies the organisation holds now is the server's to say; so is why it may not have this one.
    const fresh = await library.read(asset.id).catch(() => undefined);
    if (fresh) library.take(fresh);
    else if (download && version) library.take({...asset, held: {versionId, number: version.number, language: version.language, downloadedAt: new Date(portal.now()).toISOString(), isStale: false}});
    if (download) library.recount();
  }

  #begin(before: Asset, after: Asset): (answer?: Asset) => void {
    const {library} = this.#options;
    const end = library.list.begin(before.id, () => after);
    library.opened.take(after);
    return answer => {
      end(answer);
      library.opened.take(answer ?? before);
    };
  }
}

/** Lets the browser load what is there under its own name; the server says that it is a download. */
export function load({url, fileName}: AssetDownload) {
  const href = safeUrl(url);
  if (!href) return;
  const link = document.createElement('a');
  link.href = href;
  link.download = fileName;
  link.rel = 'noopener';
  link.click();
}
