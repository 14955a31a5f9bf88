import type {Asset, AssetDownload} from '@portico/contract';

/** A piece was opened to be read; cancel it to show it in the page's own way. `null` when it was closed. */
export class CollateralSelectEvent extends CustomEvent<{asset: Asset | null}> {
  static readonly type = 'portico-collateral-select';

  constructor(asset: Asset | null) {
    super(CollateralSelectEvent.type, {detail: {asset}, bubbles: true, composed: true, cancelable: asset !== null});
  }
}

/** What somebody does with a piece. */
export type CollateralAction = 'favourite' | 'unfavourite' | 'download' | 'cobrand' | 'share' | 'print' | 'embed';

/** An act on a piece. */
export interface CollateralActionDetail {
  readonly action: CollateralAction;
  /** As it was before. */
  readonly asset: Asset;
  /** What was filled in, or the version that is asked for. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** Somebody is about to act on a piece. Cancel it and nothing is sent and nothing changes. */
export class CollateralActionEvent extends CustomEvent<CollateralActionDetail> {
  static readonly type = 'portico-collateral-action';

  constructor(detail: CollateralActionDetail) {
    super(CollateralActionEvent.type, {detail, bubbles: true, composed: true, cancelable: true});
  }
}

/**
 * The address of a download is there, and the download has been written down. Cancel it and the browser loads nothing: the address is the page's to use.
 *
 * @example
 * library.addEventListener('portico-collateral-download', event => {
 *   event.preventDefault();
 *   attachToMail(event.detail.download.url);
 * });
 */
export class CollateralDownloadEvent extends CustomEvent<{asset: Asset; download: AssetDownload}> {
  static readonly type = 'portico-collateral-download';

  constructor(asset: Asset, download: AssetDownload) {
    super(CollateralDownloadEvent.type, {detail: {asset, download}, bubbles: true, composed: true, cancelable: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'portico-collateral-select': CollateralSelectEvent;
    'portico-collateral-action': CollateralActionEvent;
    'portico-collateral-download': CollateralDownloadEvent;
  }
}
