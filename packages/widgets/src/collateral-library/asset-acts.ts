import type {Asset} from '@portico/contract';
import type {WidgetHost} from '../base/widget-host.ts';
import type {AssetActsOptions} from './asset-calls.ts';

/** What a person does with a piece. The code comes when the first view stands, or with the first act. */
export class AssetActs {
  readonly #host: WidgetHost;
  readonly #options: AssetActsOptions;
  readonly #loading = new Set<string>();

  constructor(host: WidgetHost, options: AssetActsOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Whether the address of a version's download is on its way. */
  isLoading(versionId: string): boolean {
    return this.#loading.has(versionId);
  }

  /** Makes a piece a favourite, or no more. */
  async star(asset: Asset): Promise<void> {
    return (await this.load())?.star(this.#host, this.#options, asset);
  }

  /** Writes a download of a version down and lets the browser load it. */
  async download(asset: Asset, versionId: string): Promise<void> {
    return (await this.load())?.download(this.#host, this.#options, this.#loading, asset, versionId);
  }

  /** Loads the code; what cannot come now is said. */
  load() {
    return import('./asset-calls.ts').catch((error: unknown) => {
      this.#host.portal?.notify({tone: 'danger', text: this.#options.explain(error)});
      return undefined;
    });
  }
}
