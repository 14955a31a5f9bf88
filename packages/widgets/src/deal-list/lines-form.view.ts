import {toJson} from '@portico/client';
import type {DealLine, DealRegistration} from '@portico/contract';
import {html} from 'lit';
import {live} from 'lit/directives/live.js';
import {toMajorUnits, toMinorUnits} from '../strings/format.ts';
import {closeIcon} from '../ui/icon/icons.ts';
import type {DealsView} from './deal-list.view.ts';

/** A line while it is filled in: amounts in major units, as people type them. */
interface TypedLine {
  readonly product: string;
  readonly quantity: string;
  readonly price: string;
}

const typed = ({product, quantity, unitPrice}: DealLine): TypedLine => ({
  product,
  quantity: String(quantity),
  price: unitPrice ? String(toMajorUnits(unitPrice.amountMinor, unitPrice.currency).amount) : '',
});

const isSame = (a: TypedLine, b: TypedLine) => a.product === b.product && a.quantity === b.quantity && a.price === b.price;

/** Products, quantities and prices of an amendment. */
export function linesForm(view: DealsView, deal: DealRegistration, key: string) {
  const {text, drafts, deals} = view;
  const lines = linesIn(drafts.read(key), deal);
  const change = (next: readonly TypedLine[]) => {
    drafts.write(key, {lines: toJson(next)});
    view.update();
  };
  const products = [...new Set([...(deals.program?.products ?? []).map(({name}) => name), ...lines.map(({product}) => product)])].filter(Boolean).map(name => ({value: name, label: name}));
  const set = (at: number, name: keyof TypedLine) => (event: Event) => change(linesIn(drafts.read(key), deal).map((line, index) => (index === at ? {...line, [name]: (event.target as HTMLInputElement).value} : line)));
  return html`<div class="fields" role="group" aria-label=${text.term('field_lines')}>
    ${lines.map(
      ({product, quantity, price}, at) => html`<div class="line-form">
        <portico-ui-field kind="select" label=${text.term('product')} name=${`product-${at}`} required .options=${products} .value=${live(product)} @change=${set(at, 'product')}></portico-ui-field>
        <portico-ui-field kind="number" label=${text.term('quantity')} name=${`quantity-${at}`} required min="1" .value=${live(quantity)} @input=${set(at, 'quantity')}></portico-ui-field>
        <portico-ui-field kind="number" label=${text.term('unitPrice')} name=${`price-${at}`} optional min="0" .value=${live(price)} @input=${set(at, 'price')}></portico-ui-field>
        <button class="button" data-variant="quiet" data-icon-only type="button" aria-label=${text.term('removeLine', product)} @click=${() => change(lines.filter((_, index) => index !== at))}>${closeIcon()}</button>
      </div>`,
    )}
    <div><button class="button" type="button" @click=${() => change([...lines, {product: '', quantity: '1', price: ''}])}>${text.term('addLine')}</button></div>
  </div>`;
}

function linesIn(draft: Readonly<Record<string, unknown>>, deal: DealRegistration): readonly TypedLine[] {
  return typeof draft['lines'] === 'string' ? (JSON.parse(draft['lines']) as TypedLine[]) : deal.lines.map(typed);
}

/** The lines as they were filled in, or `undefined` where nothing was changed. */
export function readLines(draft: Readonly<Record<string, unknown>>, deal: DealRegistration): DealLine[] | undefined {
  const lines = linesIn(draft, deal);
  const before = deal.lines.map(typed);
  if (lines.length === before.length && lines.every((line, at) => isSame(line, before[at] as TypedLine))) return undefined;
  const currency = deal.estimatedAmount?.currency ?? deal.lines.find(({unitPrice}) => unitPrice)?.unitPrice?.currency ?? 'EUR';
  return lines.map(({product, quantity, price}) => ({
    product,
    quantity: Math.max(1, Math.round(Number(quantity) || 1)),
    unitPrice: price.trim() === '' ? null : {amountMinor: toMinorUnits(Number(price), currency), currency},
    discountPercent: deal.lines.find(line => line.product === product)?.discountPercent ?? 0,
  }));
}
