import type {Asset, AssetVersion} from '@portico/contract';
import {LiveQuery} from '../base/live-query.ts';
import type {WidgetHost} from '../base/widget-host.ts';

export interface OpenedAssetOptions {
  readonly read: (id: string, signal: AbortSignal) => Promise<Asset>;
  readonly find: (id: string) => Asset | undefined;
  readonly take: (asset: Asset) => void;
  /** Whether the person may make pieces their own. */
  readonly mayCobrand: () => boolean;
}

/** Whether the open piece can be made the partner's own, and how many of their copies the vendor's changes left behind. */
export interface Cobranding {
  readonly isOffered: boolean;
  readonly copies: number;
  readonly stale: number;
}

/** The piece that is open: kept current, with its versions and the pictures of their pages. */
export class OpenedAsset {
  readonly #host: WidgetHost;
  readonly #options: OpenedAssetOptions;
  readonly #asset: LiveQuery<[string], Asset>;
  readonly #versions: LiveQuery<[string], readonly AssetVersion[]>;
  readonly #cobranding: LiveQuery<[string], Cobranding>;
  #id: string | undefined;
  /** The page of the preview that is shown; 1 is the first. */
  page = 1;
  /** The version whose pages are shown; the one offered first unless somebody chose another. */
  versionId: string | undefined;

  constructor(host: WidgetHost, options: OpenedAssetOptions) {
    this.#host = host;
    this.#options = options;
    const concerns = ({resourceId}: {resourceId: string}) => resourceId === this.#id;
    this.#asset = new LiveQuery<[string], Asset>(host, {
      args: () => (this.#id === undefined ? null : [this.#id]),
      read: async (_, [id], signal) => {
        const asset = await options.read(id, signal);
        options.take(asset);
        return asset;
      },
      refreshOn: 'asset',
      concerns,
    });
    this.#versions = new LiveQuery<[string], readonly AssetVersion[]>(host, {
      // What is locked, taken back or a mere link has none to show.
      args: () => (this.#id !== undefined && this.asset?.access === 'granted' && this.asset.status === 'published' && this.asset.type !== 'link' ? [this.#id] : null),
      read: async ({client}, [assetId], signal) => (await client.assetVersions.list({assetId, limit: 50}, {signal})).items,
      refreshOn: 'asset',
      concerns,
    });
    this.#cobranding = new LiveQuery<[string], Cobranding>(host, {
      args: () => (options.mayCobrand() && this.#id !== undefined && this.asset?.access === 'granted' && this.asset.status === 'published' ? [this.#id] : null),
      read: async ({client}, [assetId], signal) => {
        const [templates, copies] = await Promise.all([
          client.cobrandTemplates.list({assetId, status: ['published'], limit: 1}, {signal}),
          client.cobrands.list({assetId, limit: 50}, {signal}),
        ]);
        return {isOffered: templates.items.length > 0, copies: copies.items.length, stale: copies.items.filter(({status}) => status === 'stale').length};
      },
      refreshOn: ['cobrand_template', 'cobrand'],
    });
  }

  /** Whether it can be made the partner's own; `undefined` until that is known, and for whom it is not. */
  get cobranding(): Cobranding | undefined {
    return this.#cobranding.value;
  }

  get id(): string | undefined {
    return this.#id;
  }

  /** The piece as it is known. */
  get asset(): Asset | undefined {
    const id = this.#id;
    return id === undefined ? undefined : (this.#asset.value ?? this.#options.find(id));
  }

  /** Why it cannot be read. */
  get error(): unknown {
    return this.#asset.error;
  }

  /** Its versions, latest first, once read. */
  get versions(): readonly AssetVersion[] | undefined {
    return this.#versions.value;
  }

  get versionsError(): unknown {
    return this.#versions.error;
  }

  /** Opens a piece, or closes the one that is open. */
  open(id: string | undefined) {
    if (id === this.#id) return;
    this.#id = id;
    this.page = 1;
    this.versionId = undefined;
    const known = id === undefined ? undefined : this.#options.find(id);
    if (known) this.#asset.value = known;
    this.#host.requestUpdate();
  }

  /** Turns to a page of the preview, or to another version's first. */
  turnTo(page: number, versionId = this.versionId) {
    this.page = page;
    this.versionId = versionId;
    this.#host.requestUpdate();
  }

  /** Takes the piece as the server answered it to this page. Lists know less of it than what was read of it alone. */
  take(asset: Asset) {
    if (asset.id === this.#id) this.#asset.value = {...asset, transcript: asset.transcript ?? this.asset?.transcript ?? null};
  }

  refresh() {
    this.#asset.refresh();
    this.#versions.refresh();
  }
}
