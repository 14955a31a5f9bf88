import type {ReactiveController} from 'lit';
import type {PortalWidget} from '../base/portal-widget.ts';
import {versionFor} from './asset.model.ts';
import type {CollateralLibraryController} from './collateral-library.controller.ts';

/** Milliseconds that a piece is looked at before it counts as seen. */
const lookMs = 1500;

/** What is looked at. */
export interface Looked {
  readonly assetId: string;
  /** The version whose pages are shown, if there is one. */
  readonly versionId: string | null;
}

/** What of a library is looked at: pieces that the reader may have. */
export function lookedAt(collateral: CollateralLibraryController): Looked | undefined {
  const {asset, versionId} = collateral.opened;
  const {language} = collateral.query;
  return asset?.access === 'granted' && asset.status === 'published' && collateral.may('asset_event:write') ? {assetId: asset.id, versionId: versionId ?? versionFor(asset, language, '')?.id ?? null} : undefined;
}

/** Tells the vendor what was looked at: each piece once for each time that the widget is on a page. */
export class ViewLog implements ReactiveController {
  readonly #host: PortalWidget;
  readonly #looked: () => Looked | undefined;
  readonly #told = new Set<string>();
  #assetId: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param looked - What is open and may be told of, if anything. */
  constructor(host: PortalWidget, looked: () => Looked | undefined) {
    this.#host = host;
    this.#looked = looked;
    host.addController(this);
    this.hostUpdated();
  }

  hostUpdated() {
    const assetId = this.#looked()?.assetId;
    if (assetId === this.#assetId) return;
    this.#assetId = assetId;
    clearTimeout(this.#timer);
    if (assetId !== undefined && !this.#told.has(assetId)) this.#timer = setTimeout(() => void this.#tell(), lookMs);
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
    this.#assetId = undefined;
    this.#told.clear();
  }

  async #tell() {
    const view = this.#looked();
    if (!view) return;
    this.#told.add(view.assetId);
    // Nobody waits for it, and nothing is lost to the reader without it.
    await this.#host.portal?.client.assetEvents.create({views: [view]}).catch(() => undefined);
  }
}
