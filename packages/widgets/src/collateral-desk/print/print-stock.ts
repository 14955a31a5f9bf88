import {ApiError} from '@portico/client';
import type {Asset, PrintStock, Program} from '@portico/contract';
import {css, html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {LiveQuery} from '../../base/live-query.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {collateralDeskStrings} from '../../strings/collateral-desk.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {space, token} from '../../theme/tokens.ts';
import type {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import type {UiField} from '../../ui/field/field.ts';
import {dangerIcon} from '../../ui/icon/icons.ts';
import {explainProblem} from '../collateral-desk.words.ts';
import {detailStyles} from '../detail/detail.styles.ts';

const stockStyles = css`
  :host {
    display: block;
  }
  form {
    display: grid;
    gap: ${space(3)};
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(160px, 100%), 1fr));
    gap: ${space(3)};
    align-items: start;
  }
  fieldset {
    display: grid;
    gap: ${space(2)};
    min-inline-size: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-block-end: ${space(2)};
    font-weight: ${token('font-weight-strong')};
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: ${space(2)};
  }
  .bad:not(:has(*)) {
    display: none;
  }
`;

/** What stands in the form, by field; `level.` and the id of a level, or nothing for all others. */
type Values = Readonly<Record<string, string>>;

/**
 * Whether a piece is had on paper, how many copies are there, and how many a partner may have. Inside the desk only.
 *
 * @tag portico-collateral-desk-stock
 */
export class PrintStockPart extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, detailStyles, stockStyles];

  @property({attribute: false}) asset?: Asset | undefined;

  /** What is typed; `undefined` while nobody changes anything. */
  @state() private values: Values | undefined;
  @state() private isOffered = false;
  @state() private busy = false;
  @state() private problem = '';

  /** The version that the form was filled from. */
  #version = 1;
  readonly #text = new Localize(this, collateralDeskStrings);
  readonly #ready = new WordsReady(this, this.#text);
  readonly #stock = new LiveQuery<[string], PrintStock>(this, {
    args: () => (this.asset ? [this.asset.id] : null),
    read: ({client}, [assetId], signal) => client.printOrders.stock({assetId}, {signal}),
    refreshOn: ['asset', 'print_order'],
  });
  readonly #program = new LiveQuery<[], Program>(this, {args: () => [], read: ({client}, _, signal) => client.program.get({}, {signal}), refreshOn: 'program'});

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('asset') && changed.get('asset')?.id !== this.asset?.id) this.values = undefined;
  }

  protected override render() {
    if (!this.#ready.done || !this.asset) return nothing;
    const text = this.#text;
    const stock = this.#stock.value;
    return html`<section aria-labelledby="stock">
      <h4 id="stock" tabindex="-1">${text.term('print_stock')}</h4>
      ${
        !stock
          ? this.#stock.error === undefined ? html`<portico-ui-skeleton rows="1"></portico-ui-skeleton>` : html`<p class="muted">${explainProblem(this.#stock.error, text)}</p>`
          : this.values ? this.#renderForm(this.values) : this.#renderFacts(stock)
      }
    </section>`;
  }

  #renderFacts(stock: PrintStock) {
    const text = this.#text;
    const {isOffered, inStock, wanted} = stock;
    const figures = [text.term('print_inStock', text.number(inStock)), ...(wanted > 0 ? [text.term('print_wanted', text.number(wanted))] : [])];
    return html`<p class=${isOffered ? '' : 'muted'}>${isOffered ? figures.join(' · ') : text.term('print_notOffered')}</p>
      <button class="button change" type="button" data-variant="quiet" @click=${() => this.#begin(stock)}>${text.term('print_change')}</button>`;
  }

  #renderForm(values: Values) {
    const text = this.#text;
    const field = (name: string, label: string, options: {readonly min?: string; readonly max?: string; readonly required?: boolean; readonly help?: string} = {}) => html`<portico-ui-field
      kind="number"
      keyboard="numeric"
      name=${name}
      label=${label}
      min=${options.min ?? '0'}
      max=${options.max ?? '1000000'}
      ?required=${options.required ?? false}
      help=${options.help ?? nothing}
      .value=${values[name] ?? ''}
      @input=${(event: Event) => (this.values = {...this.values, [name]: (event.target as UiField).value})}
    ></portico-ui-field>`;
    return html`<form novalidate @submit=${this.#onSubmit}>
      <portico-ui-checkbox label=${text.term('print_offered')} .checked=${this.isOffered} @change=${(event: Event) => (this.isOffered = (event.target as UiCheckbox).checked)}></portico-ui-checkbox>
      <div class="pair">${field('inStock', text.term('print_stockCount'), {required: true})} ${field('perOrder', text.term('print_perOrder'), {min: '1', help: text.term('print_noLimit')})}</div>
      <fieldset>
        <legend>${text.term('print_perLevel')}</legend>
        <div class="pair">
          ${this.#program.value?.levels.map(({id, name}) => field(`level.${id}`, name, {help: text.term('print_noLimit')}))}
          ${field('level.', text.term('print_otherLevels'), {help: text.term('print_noLimit')})}
        </div>
        ${field('periodDays', text.term('print_period'), {min: '1', max: '730', required: true})}
      </fieldset>
      <p class="bad" aria-live="assertive">${this.problem ? html`${dangerIcon()}<span>${this.problem}</span>` : nothing}</p>
      <p class="acts">
        <button class="button" type="submit" data-variant="primary" aria-disabled=${this.busy}>${text.term('print_save')}</button>
        <button class="button" type="button" data-variant="quiet" @click=${this.#end}>${text.term('print_keep')}</button>
      </p>
    </form>`;
  }

  #begin({isOffered, inStock, perOrder, perLevel, periodDays, version}: PrintStock) {
    const numbers = perLevel.map(({levelId, quantity}) => [`level.${levelId ?? ''}`, String(quantity)]);
    this.values = {inStock: String(inStock), perOrder: perOrder === null ? '' : String(perOrder), periodDays: String(periodDays), ...Object.fromEntries(numbers)};
    this.isOffered = isOffered;
    this.problem = '';
    this.#version = version;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('portico-ui-checkbox')?.focus());
  }

  readonly #end = () => {
    this.values = undefined;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.change')?.focus());
  };

  readonly #onSubmit = async (event: Event) => {
    event.preventDefault();
    const {portal, asset, values} = this;
    if (this.busy || !portal || !asset || !values) return;
    for (const field of this.renderRoot.querySelectorAll('portico-ui-field')) if (!(await field.validate())) return field.focus();
    const number = (name: string) => (values[name] ? Number(values[name]) : null);
    const perLevel = Object.keys(values).flatMap(name => (name.startsWith('level.') && values[name] ? [{levelId: name.slice(6) || null, quantity: Number(values[name])}] : []));
    this.busy = true;
    this.problem = '';
    try {
      const input = {isOffered: this.isOffered, inStock: number('inStock') ?? 0, perOrder: number('perOrder'), perLevel, periodDays: number('periodDays') ?? 90};
      this.#stock.value = await portal.client.printOrders.setStock({assetId: asset.id, version: this.#version, ...input});
      this.#end();
    } catch (error) {
      this.problem = await this.#explain(error);
    } finally {
      this.busy = false;
    }
  };

  /** What was typed stays. After a conflict it is saved on top of what is there now, of which the stock is shown: orders take from it. */
  async #explain(error: unknown): Promise<string> {
    if (!(error instanceof ApiError) || error.code !== 'version_conflict') return explainProblem(error, this.#text);
    const now = error.problem.current as PrintStock | undefined;
    if (now) {
      this.#version = now.version;
      this.values = {...this.values, inStock: String(now.inStock)};
    }
    return this.#text.term('print_conflict');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-collateral-desk-stock': PrintStockPart;
  }
}
