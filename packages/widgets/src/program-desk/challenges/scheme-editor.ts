import type {PointsScheme} from '@portico/contract';
import {html, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {LiveQuery} from '../../base/live-query.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {Localize} from '../../strings/localize.ts';
import {deskRewardsStrings} from '../../strings/program-desk-rewards.strings.ts';
import {currencyOptions} from '../editors/choices.ts';
import {DeskEditor} from '../editors/desk-editor.ts';
import {amountOf, numberOf, textOf, toAmountValue, type Values} from '../editors/values.ts';

const mostLevels = 20;

/**
 * What points are worth, and levels by points. Inside the desk only.
 *
 * @tag portico-program-desk-scheme
 */
export class ProgramDeskScheme extends DeskEditor {
  /** In which the programme counts, for what is new. */
  @property() currency = 'EUR';
  /** Says that it was saved. */
  @property({attribute: false}) saved: () => void = () => {};

  readonly #text = new Localize(this, deskRewardsStrings);
  readonly #ready = new WordsReady(this, this.#text);
  readonly #scheme = new LiveQuery<[boolean], PointsScheme>(this, {
    args: () => (this.open ? [true] : null),
    read: ({client}, _, signal) => client.pointsAccounts.scheme({}, {signal}),
    refreshOn: 'program',
  });

  protected override get words() {
    return this.#text as unknown as DeskEditor['words'];
  }

  protected override get form() {
    return 'points-scheme';
  }

  protected override get begin(): Values {
    const {levels = [], value = null} = this.#scheme.value ?? {};
    const currency = value?.currency ?? this.currency;
    const rows = levels.flatMap(({name, minPoints}, index): [string, string][] => [[`levels/${index}/name`, name], [`levels/${index}/minPoints`, String(minPoints)]]);
    return {'value/points': String(value?.points ?? 100), 'value/amountMinor': toAmountValue(value?.amountMinor, currency), 'value/currency': currency, rows: String(Math.max(1, levels.length)), ...Object.fromEntries(rows)};
  }

  /** The numbers of the levels that can be filled in, from 0. */
  private get rows(): readonly number[] {
    const rows: number[] = [];
    while (rows.length < Number(textOf(this.values, 'rows'))) rows.push(rows.length);
    return rows;
  }

  protected override render() {
    if (!this.#ready.done) return nothing;
    const text = this.#text;
    const {busy, rows, values} = this;
    return html`<portico-ui-dialog part="dialog" size="wide" ?open=${this.open} heading=${text.term('scheme')} @portico-ui-dialog-close=${this.onClose}>
      ${this.open && this.#scheme.value
        ? html`<form class="form" novalidate @submit=${(event: Event) => event.preventDefault()}>
            ${this.renderNotes()}
            <div class="pair">
              ${this.field('value/points', text.term('so'), {kind: 'number', required: true, min: '1', max: '1000000', keyboard: 'numeric', isFirst: true})}
              ${this.field('value/amountMinor', text.term('areWorth'), {kind: 'number', optional: true, min: '0.01', keyboard: 'decimal', help: text.term('valueHelp')})}
              ${this.field('value/currency', text.term('currency'), {kind: 'select', options: currencyOptions(textOf(values, 'value/currency'))})}
            </div>
            ${rows.map(index => html`<div class="pair">${this.field(`levels/${index}/name`, text.term('levelName', text.number(index + 1)), {optional: true, maxLength: 80})} ${this.field(`levels/${index}/minPoints`, text.term('levelFrom'), {kind: 'number', optional: true, min: '0', max: '1000000000', keyboard: 'numeric'})}</div>`)}
            ${rows.length < mostLevels ? html`<div><button class="button" type="button" data-act="add-level" @click=${() => this.type('rows', String(rows.length + 1))}>${text.term('addLevel')}</button></div>` : nothing}
          </form>`
        : nothing}
      <button slot="actions" class="button" type="button" @click=${() => this.close()}>${text.term('cancel')}</button>
      <button slot="actions" class="button" type="button" data-variant="primary" data-act="save-scheme" ?disabled=${busy || !this.#scheme.value} @click=${() => void this.#save()}>${text.term('save')}</button>
    </portico-ui-dialog>`;
  }

  async #save() {
    const {portal, values} = this;
    if (!portal || !(await this.isRight())) return;
    const currency = textOf(values, 'value/currency');
    const amountMinor = amountOf(values, 'value/amountMinor', currency);
    // A level without a name is none.
    const levels = this.rows.map(index => ({name: textOf(values, `levels/${index}/name`), minPoints: numberOf(values, `levels/${index}/minPoints`) ?? 0})).filter(({name}) => name !== '');
    const scheme: PointsScheme = {levels, value: amountMinor === null ? null : {points: numberOf(values, 'value/points') ?? 1, amountMinor, currency}};
    if (!(await this.send(() => portal.client.pointsAccounts.setScheme(scheme)))) return;
    this.drafts.clear(this.form);
    this.#scheme.refresh();
    this.close();
    this.saved();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-program-desk-scheme': ProgramDeskScheme;
  }
}
