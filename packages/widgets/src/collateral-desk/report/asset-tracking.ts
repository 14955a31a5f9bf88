import type {Asset, AssetReport} from '@portico/contract';
import {html, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {visitorZone} from '../../base/days.ts';
import {LiveQuery} from '../../base/live-query.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {collateralDeskStrings} from '../../strings/collateral-desk.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {explainProblem} from '../collateral-desk.words.ts';
import {detailStyles} from '../detail/detail.styles.ts';
import {BeginReportEvent} from './report.events.ts';
import {renderChart} from './chart.view.ts';
import {barsOf, reportKinds, spanOf, sumsOf, toFilter} from './report.model.ts';
import {chartStyles} from './report.styles.ts';

/**
 * What was done with one piece in the last 90 days, in figures and bars. Inside the desk only.
 *
 * @tag portico-collateral-desk-tracking
 * @fires {BeginReportEvent} portico-collateral-desk-begin-report - Somebody wants the whole report of it.
 */
export class AssetTracking extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, detailStyles, chartStyles];

  @property({attribute: false}) asset?: Asset | undefined;

  readonly #text = new Localize(this, collateralDeskStrings);
  readonly #ready = new WordsReady(this, this.#text);
  readonly #days = new LiveQuery<[string, string], AssetReport>(this, {
    args: () => (this.asset ? [this.asset.id, this.#span.from] : null),
    read: ({client}, [assetId], signal) => client.assetEvents.report({...toFilter(this.#span, [], undefined), assetId, by: 'day', timeZone: this.#timeZone}, {signal}),
    refreshOn: ['asset', 'share_link', 'cobrand', 'print_order'],
  });

  protected override render() {
    const {asset} = this;
    if (!this.#ready.done || !asset) return nothing;
    const text = this.#text;
    const days = this.#days.value;
    const sums = days && sumsOf(days.rows);
    return html`<section aria-labelledby="tracking">
      <h4 id="tracking">${text.term('report_ofPiece')}</h4>
      ${
        !days || !sums
          ? this.#days.error === undefined ? html`<portico-ui-skeleton rows="2"></portico-ui-skeleton>` : html`<p class="muted">${explainProblem(this.#days.error, text)}</p>`
          : sums.size === 0 ? html`<p class="muted">${text.term('report_nothingYet')}</p>`
          : html`<p class="figures">${text.list(reportKinds.filter(kind => sums.has(kind)).map(kind => `${text.term(`report_kind_${kind}`)} ${text.number(sums.get(kind) ?? 0)}`))}</p>
              ${renderChart({text, ...barsOf(days.rows, this.#span, undefined), isFull: false})}
              <button class="button" type="button" data-variant="quiet" @click=${() => this.dispatchEvent(new BeginReportEvent(asset))}>${text.term('report_whole')}</button>`
      }
    </section>`;
  }

  get #timeZone(): string {
    return this.#text.timeZone ?? visitorZone();
  }

  get #span() {
    return spanOf('90', {from: '', until: ''}, this.portal?.now() ?? 0, this.#timeZone);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-collateral-desk-tracking': AssetTracking;
  }
}
