import type {ParetoReport, Program} from '@portico/contract';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {LiveQuery} from '../../base/live-query.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {explain} from '../../base/standing-text.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {Localize} from '../../strings/localize.ts';
import {paretoStrings} from '../../strings/program-desk-pareto.strings.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {standingStyles} from '../../theme/standing.styles.ts';
import type {UiField} from '../../ui/field/field.ts';
import {dangerIcon} from '../../ui/icon/icons.ts';
import {coreWords, paretoCurve, shareWords} from './pareto-curve.view.ts';
import {coreShares, paretoPeriods, type ParetoPeriod, spanOf} from './pareto.model.ts';
import {paretoStyles} from './pareto.styles.ts';

/** So many rows are shown until somebody asks for all. */
const firstRows = 25;
const currencies = ['EUR', 'USD', 'GBP', 'SEK', 'NOK', 'DKK', 'CHF', 'PLN', 'CNY', 'JPY', 'VND', 'SGD', 'AED', 'SAR', 'INR', 'AUD', 'CAD', 'BRL'];

/**
 * Who brings most of the turnover: the curve of all partners, and a table with the figures. Inside the desk only.
 *
 * @tag portico-program-desk-pareto
 * @csspart curve - The curve with its axes.
 */
export class ProgramDeskPareto extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, standingStyles, paretoStyles];

  /** Years begin in its time zone. */
  @property({attribute: false}) program?: Program | undefined;

  @state() private period: ParetoPeriod = '12_months';
  @state() private currency = '';
  @state() private share = 80;
  @state() private all = false;

  readonly #text = new Localize(this, paretoStrings);
  readonly #ready = new WordsReady(this, this.#text);
  /** In which levels are measured: the one to begin with. */
  readonly #usual = new LiveQuery<[], string>(this, {
    args: () => [],
    read: async ({client}, _, signal) => (await client.tierPolicies.list({limit: 1}, {signal})).items[0]?.terms.currency ?? 'EUR',
    refreshOn: 'tier_policy',
  });
  readonly #report = new LiveQuery<[string, ParetoPeriod, number], ParetoReport>(this, {
    args: () => (this.#currency === undefined ? null : [this.#currency, this.period, this.share]),
    read: ({client}, [currency, period, sharePercent], signal) => client.paretoReports.get({currency, sharePercent, ...spanOf(period, this.#now, this.program?.timeZone ?? 'UTC')}, {signal}),
    refreshOn: 'partner_event',
  });
  /** While another choice is read, the one before. */
  #shown: ParetoReport | undefined;

  protected override willUpdate(_changed: PropertyValues<this>) {
    this.#shown = this.#report.value ?? this.#shown;
  }

  protected override render() {
    if (!this.#ready.done) return nothing;
    return html`${this.#bar()}${this.#body()}`;
  }

  get #currency(): string | undefined {
    // Without the terms of levels there is a usual currency still.
    return this.currency || (this.#usual.value ?? (this.#usual.error === undefined ? undefined : 'EUR'));
  }

  get #now(): string {
    return new Date(this.portal?.now() ?? 0).toISOString();
  }

  #bar() {
    const text = this.#text;
    const own = this.#currency ?? 'EUR';
    const chosen = (event: Event) => (event.target as UiField).value;
    return html`<div class="bar">
      <portico-ui-field kind="select" label=${text.term('period')} .options=${paretoPeriods.map(value => ({value, label: text.term(`period_${value}`)}))} .value=${this.period} @change=${(event: Event) => (this.period = chosen(event) as ParetoPeriod)}></portico-ui-field>
      <portico-ui-field kind="select" label=${text.term('currency')} .options=${[...new Set([own, ...currencies])].map(value => ({value, label: value}))} .value=${own} @change=${(event: Event) => (this.currency = chosen(event))}></portico-ui-field>
      <portico-ui-field kind="select" label=${text.term('coreShare')} .options=${coreShares.map(value => ({value: String(value), label: shareWords(text, value * 100)}))} .value=${String(this.share)} @change=${(event: Event) => (this.share = Number(chosen(event)))}></portico-ui-field>
    </div>`;
  }

  #body() {
    const text = this.#text;
    const report = this.#shown;
    const {error} = this.#report;
    if (!report && error !== undefined) {
      return html`<portico-ui-empty-state tone="danger" heading=${text.term('failed')} text=${explain(text, error)}>
        <span slot="icon">${dangerIcon(20)}</span>
        <button slot="actions" class="button" type="button" @click=${() => this.#report.refresh()}>${text.term('retry')}</button>
      </portico-ui-empty-state>`;
    }
    if (!report) return html`<portico-ui-skeleton kind="list" rows="6"></portico-ui-skeleton>`;
    if (report.partners === 0) return html`<portico-ui-empty-state heading=${text.term('none')} text=${text.term('noneText')}></portico-ui-empty-state>`;
    const isLoading = this.#report.value === undefined;
    return html`<div class="body" ?data-loading=${isLoading} aria-busy=${isLoading}>
      <p class="lead" role="status">${coreWords(text, report)}</p>
      ${paretoCurve(text, report)} ${this.#table(report)}
    </div>`;
  }

  #table({rows, currency, core, totalMinor}: ParetoReport) {
    const text = this.#text;
    const money = (amountMinor: number) => text.money({amountMinor, currency});
    const shown = this.all ? rows : rows.slice(0, Math.max(firstRows, core.partners));
    const columns = [text.term('rank'), text.term('partner'), text.term('turnover'), text.term('share'), text.term('cumulative')];
    return html`<div class="rows" role="region" aria-label=${text.term('byTurnover')} tabindex="0">
      <table>
        <caption class="visually-hidden">${text.term('byTurnover')}. ${text.term('total', money(totalMinor))}</caption>
        <thead>
          <tr>${columns.map((word, index) => html`<th scope="col" class=${index === 1 ? 'who' : index === 3 ? 'share' : ''}>${word}</th>`)}</tr>
        </thead>
        <tbody>
          ${shown.map(
            ({rank, partnerOrg, amountMinor, share, cumulativeShare, isCore}) => html`<tr class=${rank === core.partners ? 'last-core' : ''}>
              <td class="figures">${text.number(rank)}</td>
              <th scope="row" class="who"><bdi translate="no">${partnerOrg.name}</bdi>${isCore ? html`<span class="tag">${text.term('isCore')}</span>` : nothing}</th>
              <td class="figures">${money(amountMinor)}</td>
              <td class="figures share">${shareWords(text, share)}</td>
              <td class="figures">${shareWords(text, cumulativeShare)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      ${shown.length < rows.length ? html`<button class="button" type="button" data-variant="quiet" @click=${() => (this.all = true)}>${text.term('showAll', text.number(rows.length))}</button>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-program-desk-pareto': ProgramDeskPareto;
  }
}
