import {toJson} from '@portico/client';
import type {Asset, AssetEventKind, AssetEventRecord, AssetReport, AssetReportBy} from '@portico/contract';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {dayOf, visitorZone} from '../../base/days.ts';
import {LivePages} from '../../base/live-pages.ts';
import {LiveQuery} from '../../base/live-query.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {collateralDeskStrings} from '../../strings/collateral-desk.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import type {UiField} from '../../ui/field/field.ts';
import {closeIcon, dangerIcon, downloadIcon, searchIcon} from '../../ui/icon/icons.ts';
import {explainProblem} from '../collateral-desk.words.ts';
import {renderChart} from './chart.view.ts';
import {renderEvents} from './events.view.ts';
import {exportEvents, keepCsv, mostExported, toTable} from './export.ts';
import {barsOf, nextBy, reportBys, reportKinds, reportPeriods, spanOf, sumsOf, toCsv, toFilter, type ReportOnly, type ReportPeriod, type ReportSpan} from './report.model.ts';
import {chartStyles, reportStyles} from './report.styles.ts';
import {renderRows} from './rows.view.ts';

/** What changes the figures; who only looks at something is counted when the report is read the next time. */
const changing = ['asset', 'share_link', 'cobrand', 'print_order'] as const;

/**
 * What was done with material: how often in all and each day, by piece, version, organisation, person or campaign, and by whom; over any time, as CSV too. Inside the desk only.
 *
 * @tag portico-collateral-desk-report
 */
export class DeskReport extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, chartStyles, reportStyles];

  /** Narrows the report to this piece. */
  @property({attribute: false}) asset?: Asset | undefined;

  @state() private period: ReportPeriod = '30';
  @state() private own: {readonly from: string; readonly until: string} = {from: '', until: ''};
  @state() private by: AssetReportBy = 'asset';
  @state() private kind: AssetEventKind | undefined;
  @state() private only: readonly ReportOnly[] = [];
  @state() private exporting = false;

  readonly #text = new Localize(this, collateralDeskStrings);
  readonly #ready = new WordsReady(this, this.#text);
  readonly #days = new LiveQuery<[string, string], AssetReport>(this, {
    args: () => [toJson(this.#span), toJson(this.only)],
    read: ({client}, _, signal) => client.assetEvents.report({...toFilter(this.#span, this.only, undefined), by: 'day', timeZone: this.#timeZone}, {signal}),
    refreshOn: changing,
  });
  readonly #rows = new LiveQuery<[string, AssetReportBy], AssetReport>(this, {
    args: () => (this.by === 'day' ? null : [toJson(this.#filter), this.by]),
    read: ({client}, [, by], signal) => client.assetEvents.report({...this.#filter, by}, {signal}),
    refreshOn: changing,
  });
  readonly #events = new LivePages<[string], AssetEventRecord>(this, {
    args: () => [toJson(this.#filter)],
    readPage: ({client}, _, cursor, signal) => client.assetEvents.list({...this.#filter, limit: 25, ...(cursor && {cursor})}, signal && {signal}),
    refreshOn: changing,
  });

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('asset') || !this.asset) return;
    const {id, title} = this.asset;
    this.only = [{part: 'assetId', value: id, name: title}];
    this.by = 'partner_org';
    this.period = '90';
    this.kind = undefined;
  }

  protected override render() {
    if (!this.#ready.done) return nothing;
    const text = this.#text;
    const days = this.#days.value;
    const error = this.#days.error ?? this.#rows.error;
    if (!days && error !== undefined) {
      return html`<portico-ui-empty-state tone="danger" heading=${text.term('report_failed')} text=${explainProblem(error, text)}
        ><span slot="icon">${dangerIcon(20)}</span><button class="button" slot="actions" type="button" @click=${this.#again}>${text.term('retry')}</button></portico-ui-empty-state
      >`;
    }
    return html`${this.#renderBar()} ${this.#renderOnly()} ${days ? this.#renderFigures(days) : html`<section><portico-ui-skeleton rows="6"></portico-ui-skeleton></section>`}`;
  }

  get #timeZone(): string {
    return this.#text.timeZone ?? visitorZone();
  }

  get #span(): ReportSpan {
    return spanOf(this.period, this.own, this.portal?.now() ?? 0, this.#timeZone);
  }

  get #filter() {
    return toFilter(this.#span, this.only, this.kind);
  }

  #renderBar() {
    const text = this.#text;
    const span = this.#span;
    const choose = (key: 'period' | 'by') => (event: Event) => Object.assign(this, {[key]: (event.target as UiField).value});
    const day = (key: 'from' | 'until') => (event: Event) => (this.own = {...this.own, [key]: (event.target as UiField).value});
    return html`<div class="bar">
      <portico-ui-field kind="select" label=${text.term('report_period')} .options=${reportPeriods.map(value => ({value, label: text.term(`report_${value}`)}))} .value=${this.period} @change=${choose('period')}></portico-ui-field>
      ${
        this.period === 'own'
          ? html`<portico-ui-field kind="date" label=${text.term('report_from')} max=${span.until} .value=${span.from} @change=${day('from')}></portico-ui-field>
              <portico-ui-field kind="date" label=${text.term('report_until')} max=${dayOf(this.portal?.now() ?? 0, this.#timeZone)} .value=${span.until} @change=${day('until')}></portico-ui-field>`
          : nothing
      }
      <portico-ui-field kind="select" label=${text.term('report_by')} .options=${reportBys.map(value => ({value, label: text.term(`report_by_${value}`)}))} .value=${this.by} @change=${choose('by')}></portico-ui-field>
      <button class="button push" type="button" ?disabled=${!this.#shown} @click=${this.#export}>${downloadIcon()}${text.term('report_export')}</button>
      <button class="button" type="button" data-variant="quiet" aria-disabled=${this.exporting} @click=${this.#exportEvents}>${text.term(this.exporting ? 'report_exporting' : 'report_exportEvents')}</button>
    </div>`;
  }

  /** What the report is narrowed to; a press takes it away. */
  #renderOnly() {
    if (this.only.length === 0) return nothing;
    return html`<div class="only">
      ${this.only.map(each => html`<button class="button" type="button" aria-label=${this.#text.term('report_takeAway', each.name)} @click=${() => (this.only = this.only.filter(other => other !== each))}><bdi translate="no">${each.name}</bdi>${closeIcon()}</button>`)}
    </div>`;
  }

  #renderFigures(days: AssetReport) {
    const text = this.#text;
    const sums = sumsOf(days.rows);
    if (sums.size === 0) return html`<portico-ui-empty-state heading=${text.term('report_none')} text=${text.term('report_noneText')}><span slot="icon">${searchIcon(20)}</span></portico-ui-empty-state>`;
    const shown = this.#shown;
    return html`<section>
        <div class="sums" role="group" aria-label=${text.term('report_total')}>
          ${reportKinds.map(kind => (sums.has(kind) || kind === this.kind ? html`<button class="button" type="button" data-variant="quiet" aria-pressed=${kind === this.kind} @click=${() => (this.kind = this.kind === kind ? undefined : kind)}><strong>${text.number(sums.get(kind) ?? 0)}</strong><span>${text.term(`report_kind_${kind}`)}</span></button>` : nothing))}
        </div>
      </section>
      <section>${renderChart({text, ...barsOf(days.rows, this.#span, this.kind), isFull: true})}</section>
      <section>
        ${shown ? renderRows({text, report: shown, kind: this.kind, narrow: only => this.#narrow(only)}) : this.#rows.error === undefined ? html`<portico-ui-skeleton rows="4"></portico-ui-skeleton>` : html`<p class="muted">${explainProblem(this.#rows.error, text)}</p>`}
      </section>
      ${renderEvents({text, events: this.#events.items, error: this.#events.error, hasMore: this.#events.hasMore, more: () => void this.#events.more()})}`;
  }

  /** What the table shows. */
  get #shown(): AssetReport | undefined {
    const days = this.#days.value;
    if (this.by !== 'day') return this.#rows.value;
    const {kind} = this;
    return days && {...days, rows: days.rows.flatMap(row => (!kind ? [row] : row.counts[kind] ? [{...row, counts: {[kind]: row.counts[kind]}, total: row.counts[kind]}] : []))};
  }

  #narrow(only: ReportOnly) {
    this.only = [...this.only.filter(({part}) => part !== only.part), only];
    this.by = nextBy(only);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.only .button:last-child')?.focus());
  }

  readonly #again = () => {
    this.#days.refresh();
    this.#rows.refresh();
    this.#events.refresh();
  };

  readonly #export = () => {
    const report = this.#shown;
    if (report) keepCsv(`report-${this.#name}.csv`, toCsv(toTable(report, this.#text)));
  };

  readonly #exportEvents = async () => {
    const {portal} = this;
    const text = this.#text;
    if (!portal || this.exporting) return;
    this.exporting = true;
    try {
      const {csv, isCut} = await exportEvents(portal.client, this.#filter, text);
      keepCsv(`events-${this.#name}.csv`, csv);
      if (isCut) portal.notify({text: text.term('report_exportCut', text.number(mostExported))});
    } catch (error) {
      portal.notify({tone: 'danger', text: explainProblem(error, text)});
    } finally {
      this.exporting = false;
    }
  };

  get #name(): string {
    const {from, until} = this.#span;
    return `${from}-${until}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-collateral-desk-report': DeskReport;
  }
}
