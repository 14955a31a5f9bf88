import type {Asset, Cobrand} from '@portico/contract';
import {html} from 'lit';
import type {LiveQuery} from '../base/live-query.ts';
import type {PortalWidget} from '../base/portal-widget.ts';
import type {CollateralDeskTab} from './collateral-desk.model.ts';
import type {Words} from './collateral-desk.words.ts';

type Host = PortalWidget & {tab: CollateralDeskTab; openAsset(asset: Asset | null): Promise<void>};

const loads: Partial<Record<CollateralDeskTab, () => Promise<unknown>>> = {
  copies: () => import('./detail/define-detail.ts'),
  print: () => import('./print/define-print.ts'),
  report: () => import('./report/define-report.ts'),
};

/** What stands on the last tabs, where there is no list of material: copies of partners, printed copies, the report. Its code comes when a tab is first opened. */
export class DeskPlaces {
  readonly #host: Host;
  readonly #copies: LiveQuery<readonly [], readonly Cobrand[]>;
  readonly #loading = new Set<CollateralDeskTab>();
  /** What the report is of, where somebody came from there. */
  #asset: Asset | undefined;

  constructor(host: Host, copies: LiveQuery<readonly [], readonly Cobrand[]>) {
    this.#host = host;
    this.#copies = copies;
    // From what is open; see detail.events.ts and report.events.ts.
    const follow = (type: string, run: (asset: Asset) => void) =>
      host.addEventListener(type, event => {
        event.stopPropagation();
        run((event as Event & {readonly asset: Asset}).asset);
      });
    follow('portico-collateral-desk-begin-report', asset => {
      this.#asset = asset;
      host.tab = 'report';
    });
    follow('portico-collateral-desk-lead', asset => void host.openAsset(asset));
  }

  /** Draws the tab that is open; `undefined` where it is one with a list. */
  render(now: number, text: Words) {
    const {tab, portal} = this.#host;
    const load = loads[tab];
    // Who comes back to the report later has not come from there.
    if (tab !== 'report') this.#asset = undefined;
    if (!load) return undefined;
    if (!this.#loading.has(tab)) void this.#load(tab, load, text);
    const pending = html`<portico-ui-skeleton rows="4"></portico-ui-skeleton>`;
    const copies = this.#copies;
    if (tab === 'print') return html`<portico-collateral-desk-print class="copies" part="print" .portal=${portal}>${pending}</portico-collateral-desk-print>`;
    if (tab === 'report') return html`<portico-collateral-desk-report class="copies" part="report" .portal=${portal} .asset=${this.#asset}>${pending}</portico-collateral-desk-report>`;
    return html`<portico-collateral-desk-copies class="copies" part="copies" .portal=${portal} .copies=${copies.value} .error=${copies.error} .now=${now} .reload=${() => copies.refresh()}>${pending}</portico-collateral-desk-copies>`;
  }

  /** Without a connection there is no code: that is said, and what there is code for stands instead. */
  async #load(tab: CollateralDeskTab, load: () => Promise<unknown>, text: Words) {
    this.#loading.add(tab);
    try {
      await load();
    } catch {
      this.#loading.delete(tab);
      this.#host.portal?.notify({tone: 'danger', text: text.term('problem_network_error')});
      this.#host.tab = 'all';
    }
  }
}
