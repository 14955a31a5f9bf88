import type {Asset, Cobrand} from '@portico/contract';
import {html} from 'lit';
import type {LiveQuery} from '../base/live-query.ts';
import type {PortalWidget} from '../base/portal-widget.ts';
import type {CollateralDeskTab} from './collateral-desk.model.ts';
import type {Words} from './collateral-desk.words.ts';

type Host = PortalWidget & {tab: CollateralDeskTab; openAsset(asset: Asset | null): Promise<void>};

const loads = {
  copies: () => import('./detail/define-detail.ts'),
  print: () => import('./print/define-print.ts'),
  report: () => import('./report/define-report.ts'),
} as const;

/** What stands on the last tabs, where there is no list of material: copies of partners, printed copies, the report. Its code comes when a tab is first opened. */
export class DeskPlaces {
  readonly #host: Host;
  readonly #copies: LiveQuery<readonly [], readonly Cobrand[]>;
  readonly #loading = new Map<CollateralDeskTab, 'begun' | 'failed'>();
  /** What the report is of, where somebody came from there. */
  #asset: Asset | undefined;

  constructor(host: Host, copies: LiveQuery<readonly [], readonly Cobrand[]>) {
    this.#host = host;
    this.#copies = copies;
    // From what is open; see detail.events.ts and report.events.ts.
    host.addEventListener('portico-collateral-desk-begin-report', event => {
      event.stopPropagation();
      this.#asset = (event as Event & {readonly asset: Asset}).asset;
      host.tab = 'report';
    });
    host.addEventListener('portico-collateral-desk-lead', event => {
      event.stopPropagation();
      void host.openAsset((event as Event & {readonly asset: Asset}).asset);
    });
  }

  /** Draws the tab that is open; `undefined` where it is one with a list. */
  render(now: number, text: Words) {
    const {tab, portal} = this.#host;
    if (!(tab in loads)) return undefined;
    const place = tab as keyof typeof loads;
    if (!this.#loading.has(place)) void this.#load(place);
    if (this.#loading.get(place) === 'failed') {
      return html`<portico-ui-empty-state tone="danger" heading=${text.term('problem_network_error')}><button class="button" slot="actions" type="button" @click=${() => void this.#load(place)}>${text.term('retry')}</button></portico-ui-empty-state>`;
    }
    const pending = html`<portico-ui-skeleton rows="4"></portico-ui-skeleton>`;
    const copies = this.#copies;
    if (tab === 'print') return html`<portico-collateral-desk-print class="copies" part="print" .portal=${portal}>${pending}</portico-collateral-desk-print>`;
    if (tab === 'report') return html`<portico-collateral-desk-report class="copies" part="report" .portal=${portal} .asset=${this.#asset}>${pending}</portico-collateral-desk-report>`;
    return html`<portico-collateral-desk-copies class="copies" part="copies" .portal=${portal} .copies=${copies.value} .error=${copies.error} .now=${now} .reload=${() => copies.refresh()}>${pending}</portico-collateral-desk-copies>`;
  }

  /** Without a connection there is no code; somebody may try again. */
  async #load(place: keyof typeof loads) {
    this.#loading.set(place, 'begun');
    await loads[place]().catch(() => this.#loading.set(place, 'failed'));
    this.#host.requestUpdate();
  }
}
