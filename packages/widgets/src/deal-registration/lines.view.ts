import {toJson} from '@portico/client';
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import type {FieldOption} from '../ui/field/field.model.ts';
import {closeIcon} from '../ui/icon/icons.ts';
import {plusIcon} from './plus-icon.ts';
import type {FieldSpec} from './deal-fields.model.ts';
import type {DealView} from './deal-registration.view.ts';
import {defaultCurrency, textOf, toFields, type TypedLine, typedLines} from './deal-values.model.ts';
import {errorOf, labelOf} from './field.view.ts';
import {arePriced, sumsOf} from './money.model.ts';

/** The products of the deal: one after the other, with what they add up to. */
export function linesView(view: DealView) {
  const {deal, text, setup, locale, disabled} = view;
  const lines = typedLines(deal.values);
  const write = (next: readonly TypedLine[]) => view.set('lines', toJson(next));
  const add = () => {
    write([...lines, {product: '', quantity: '1', price: '', discount: '', currency: currencyOf(view)}]);
    view.focusField(`lines.${lines.length}.product`);
  };
  const remove = (at: number) => {
    write(lines.filter((_, index) => index !== at));
    view.focusField(lines.length > 1 ? `lines.${Math.max(0, at - 1)}.product` : 'lines');
  };
  const products = setup.program.products.map(({name}) => ({value: name, label: name}));
  const sums = sumsOf(toFields(deal.values, setup.form, locale).fields.lines);
  const error = errorOf(view, 'lines');
  return html`<fieldset class="lines wide" part="lines">
    <legend>${labelOf(view, 'lines')}</legend>
    ${lines.map((line, at) => lineView(view, line, at, withKnown(products, line.product), change => write(lines.map((each, index) => (index === at ? {...each, ...change} : each))), () => remove(at)))}
    ${error === nothing ? nothing : html`<p class="error">${error}</p>`}
    <div class="lines-end">
      <button class="button" type="button" data-field="lines" ?disabled=${disabled || lines.length >= 200} @click=${add}>${plusIcon()}${text.term('addLine')}</button>
      ${lines.length > 0 ? currencySelect(view, currencyOf(view), 'lines.currency', currency => write(lines.map(line => ({...line, currency})))) : nothing}
      <output class="sum figures" aria-live="polite">${sums.length > 0 ? html`<span class="muted">${text.term('total')}</span> ${text.list(sums.map(sum => text.money(sum)))}` : nothing}</output>
    </div>
  </fieldset>`;
}

function lineView(view: DealView, line: TypedLine, at: number, products: readonly FieldOption[], change: (change: Partial<TypedLine>) => void, remove: () => void) {
  const {text, disabled} = view;
  const number = text.number(at + 1);
  const field = (part: 'product' | 'quantity' | 'price' | 'discount', label: string, keyboard?: 'decimal' | 'numeric') =>
    html`<portico-ui-field
      class=${part}
      data-field=${`lines.${at}.${part}`}
      kind=${part === 'product' ? 'select' : 'text'}
      label=${label}
      keyboard=${keyboard ?? nothing}
      autocomplete="off"
      error=${errorOf(view, `lines.${at}.${part}`)}
      ?disabled=${disabled}
      .options=${part === 'product' ? products : []}
      .value=${live(line[part])}
      @input=${(event: Event) => change({[part]: (event.target as HTMLInputElement).value})}
    ></portico-ui-field>`;
  return html`<div class="line" role="group" aria-label=${text.term('line', number)}>
    ${field('product', text.term('product'))} ${field('quantity', text.term('quantity'), 'numeric')} ${field('price', text.term('unitPrice'), 'decimal')} ${field('discount', text.term('discount'), 'decimal')}
    <button class="button remove" data-variant="quiet" data-icon-only type="button" ?disabled=${disabled} aria-label=${text.term('removeLine', number)} title=${text.term('removeLine', number)} @click=${remove}>${closeIcon()}</button>
  </div>`;
}

/** An amount and its currency. Where the lines add up, their sum stands in its place. */
export function moneyView(view: DealView, path: string, {own}: FieldSpec) {
  const {deal, text, setup, locale, disabled} = view;
  const {fields} = toFields(deal.values, setup.form, locale);
  const [sum] = path === 'estimatedAmount' && arePriced(fields.lines) ? sumsOf(fields.lines) : [];
  if (sum) return html`<div class="read" data-field=${path}><span class="label">${labelOf(view, path)}</span><output class="figures">${text.money(sum)}</output><span class="muted small">${text.term('amountOfLines')}</span></div>`;
  const money = path === 'estimatedAmount' ? fields.estimatedAmount : fields.answers.find(({key}) => key === own?.key)?.value;
  const currency = textOf(deal.values, `${path}.currency`) || currencyOf(view);
  const required = own?.required ?? setup.form.standardFields['estimatedAmount'] === 'required';
  return html`<div class="money">
    <portico-ui-field
      data-field=${path}
      kind="text"
      keyboard="decimal"
      label=${labelOf(view, path)}
      autocomplete="off"
      help=${typeof money === 'object' && money !== null && 'currency' in money ? text.money(money) : nothing}
      error=${errorOf(view, path)}
      ?required=${required}
      ?optional=${!required}
      ?disabled=${disabled}
      .value=${live(textOf(deal.values, path))}
      @input=${(event: Event) => view.set(path, (event.target as HTMLInputElement).value)}
    ></portico-ui-field>
    ${currencySelect(view, currency, `${path}.currency`, next => view.set(`${path}.currency`, next))}
  </div>`;
}

function currencySelect({text, locale, disabled}: DealView, value: string, field: string, choose: (currency: string) => void) {
  return html`<portico-ui-field
    class="currency"
    data-field=${field}
    kind="select"
    label=${text.term('currency')}
    ?disabled=${disabled}
    .options=${currencyOptions(locale, value)}
    .value=${live(value)}
    @input=${(event: Event) => choose((event.target as HTMLInputElement).value)}
  ></portico-ui-field>`;
}

/** The currency that was used last, in whichever field. */
function currencyOf({deal: {values}}: DealView): string {
  return typedLines(values).at(-1)?.currency ?? (textOf(values, 'estimatedAmount.currency') || defaultCurrency);
}

const lists = new Map<string, readonly FieldOption[]>();

function currencyOptions(locale: string, value: string): readonly FieldOption[] {
  let options = lists.get(locale);
  if (!options) {
    const names = new Intl.DisplayNames(locale, {type: 'currency'});
    options = Intl.supportedValuesOf('currency').map(code => ({value: code, label: `${code} · ${names.of(code) ?? code}`}));
    lists.set(locale, options);
  }
  return withKnown(options, value);
}

/** A product or currency that the list lost meanwhile stays what it is. */
function withKnown(options: readonly FieldOption[], value: string): readonly FieldOption[] {
  return value === '' || options.some(option => option.value === value) ? options : [{value, label: value}, ...options];
}
