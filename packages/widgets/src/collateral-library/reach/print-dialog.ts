import type {PrintOffer, PrintOrder} from '@portico/contract';
import {html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {countryOptions} from '../../base/countries.ts';
import {LiveQuery} from '../../base/live-query.ts';
import {safeUrl} from '../../base/safe-url.ts';
import {languageOf, wordOf} from '../asset-text.ts';
import {versionFor} from '../asset.model.ts';
import {LibraryDialog} from '../library-dialog.ts';

const tones = {requested: 'waiting', approved: 'info', picked: 'info', shipped: 'info', delivered: 'success', backordered: 'warning', cancelled: 'neutral'} as const;
type Line = 'name' | 'company' | 'street' | 'postalCode' | 'city' | 'region' | 'country' | 'phone';

/**
 * Orders printed copies of a piece, within what the partner may have, and follows the orders.
 *
 * @tag portico-collateral-print-dialog
 */
export class PrintDialog extends LibraryDialog {
  /** The order that was made just now. */
  @state() private made: PrintOrder | undefined;

  readonly #offer = new LiveQuery<[string], PrintOffer>(this, {
    args: () => (this.open && this.asset ? [this.asset.id] : null),
    read: ({client}, [assetId], signal) => client.printOrders.offer({assetId}, {signal}),
    refreshOn: ['print_order', 'asset'],
  });
  readonly #orders = new LiveQuery<[], readonly PrintOrder[]>(this, {
    args: () => (this.open ? [] : null),
    read: async ({client}, _, signal) => (await client.printOrders.list({limit: 20}, {signal})).items,
    refreshOn: 'print_order',
  });

  protected override get form() {
    return `print/${this.asset?.id}`;
  }

  protected override willUpdate() {
    if (!this.open) this.made = undefined;
  }

  protected override render() {
    const {text, asset} = this;
    const most = this.#offer.value?.most ?? null;
    const mayOrder = this.open && !this.made && this.#offer.value !== undefined && most !== 0;
    return html`<portico-ui-dialog part="dialog" heading=${text.term('print_heading')} .open=${this.open} @portico-ui-dialog-close=${this.onClose}>
      ${this.open && asset ? html`<p class="subject muted" dir="auto">${asset.title}</p>${this.made ? html`<div class="note" role="status">${text.term('print_made', text.number(this.made.quantity))}</div>` : this.#form()} ${this.#list()}` : nothing}
      ${mayOrder ? html`<button slot="actions" class="button" data-variant="primary" data-act="order" type="button" aria-disabled=${this.busy} @click=${this.#order}>${text.term('print_order')}</button>` : nothing}
    </portico-ui-dialog>`;
  }

  /** Where copies went last: they mostly go there again. */
  #begin(line: Line): string {
    const {portal} = this;
    const last = this.#orders.value?.[0]?.shipTo;
    if (last) return last[line] ?? '';
    return line === 'name' ? (portal?.me?.person?.name ?? '') : line === 'company' ? (portal?.me?.partnerOrg?.name ?? '') : '';
  }

  /** The language that the reader would take. */
  get #language(): string {
    const {asset, text} = this;
    return (asset && versionFor(asset, '', text.lang())?.language) ?? asset?.languages[0] ?? '';
  }

  #form() {
    const {text, asset} = this;
    const {value: offer, error} = this.#offer;
    if (!offer) return error === undefined ? html`<portico-ui-skeleton rows="4"></portico-ui-skeleton>` : html`<div class="note" data-tone="danger" role="alert">${text.term('problem_network_error')}</div>`;
    const {inStock, most, moreAt} = offer;
    if (most === 0) return html`<div class="note">${moreAt ? text.term('print_moreAt', text.date(moreAt)) : text.term('print_none')}</div>`;
    const languages = asset?.languages ?? [];
    const quantity = Number(this.valueIn('quantity', '1'));
    const line = (name: Line, options = {}) => this.field(`shipTo/${name}`, text.term(`print_${name}`), this.#begin(name), options);
    return html`<div class="form">
      ${this.renderFailure()}
      <div class="pair">
        ${this.field('quantity', text.term('print_quantity'), '1', {kind: 'number', required: true, min: '1', ...(most === null ? {} : {max: String(most)}), keyboard: 'numeric', help: quantity > inStock ? text.term('print_waits', text.number(inStock)) : most === null ? text.term('print_stock', text.number(inStock)) : text.term('print_most', text.number(most))})}
        ${languages.length > 1 ? this.field('language', text.term('facet_language'), this.#language, {kind: 'select', options: languages.map(value => ({value, label: languageOf(text, value)}))}) : nothing}
      </div>
      <h3 class="heading">${text.term('print_shipTo')}</h3>
      <div class="pair">${line('name', {required: true, maxLength: 120, autocomplete: 'name'})}${line('company', {optional: true, maxLength: 120, autocomplete: 'organization'})}</div>
      ${line('street', {required: true, maxLength: 200, autocomplete: 'street-address'})}
      <div class="pair">${line('postalCode', {required: true, autocomplete: 'postal-code'})}${line('city', {required: true, maxLength: 120, autocomplete: 'address-level2'})}</div>
      <div class="pair">${line('country', {kind: 'select', required: true, options: countryOptions([], text.lang())})}${line('phone', {kind: 'tel', optional: true, autocomplete: 'tel'})}</div>
      ${this.field('note', text.term('print_note'), '', {kind: 'textarea', optional: true, maxLength: 1000})}
    </div>`;
  }

  #list() {
    const {text} = this;
    const orders = (this.#orders.value ?? []).filter(({asset}) => asset.id === this.asset?.id);
    if (orders.length === 0) return nothing;
    return html`<h3 class="heading">${text.term('print_orders')}</h3>
      <ul>
        ${orders.map(order => {
          const {tracking} = order;
          return html`<li class="entry" data-status=${order.status}>
            <span>${text.term('print_copies', order.quantity)} · ${text.date(order.createdAt)}</span>
            <portico-ui-badge tone=${tones[order.status]}>${wordOf(text, `order_${order.status}`) ?? order.status}</portico-ui-badge>
            ${order.actions.includes('cancel') || order.actions.includes('call_off')
              ? html`<button class="button" data-variant="quiet" data-act="cancel" type="button" @click=${() => this.#cancel(order)}>${text.term('print_cancel')}</button>`
              : order.actions.includes('deliver') ? html`<button class="button" data-variant="quiet" data-act="deliver" type="button" @click=${() => this.#deliver(order)}>${text.term('print_arrived')}</button>` : nothing}
            ${tracking ? html`<span class="wide muted"><bdi>${tracking.carrier}</bdi>: ${safeUrl(tracking.url) ? html`<a href=${safeUrl(tracking.url) ?? nothing} target="_blank" rel="noopener">${tracking.number}</a>` : html`<bdi>${tracking.number}</bdi>`}</span>` : nothing}
            ${order.reason ? html`<span class="wide muted" dir="auto">${order.reason}</span>` : nothing}
          </li>`;
        })}
      </ul>`;
  }

  readonly #order = async () => {
    const {asset, portal} = this;
    if (!asset || !portal || !(await this.check())) return;
    const line = (name: Line) => this.valueIn(`shipTo/${name}`, this.#begin(name)).trim();
    const note = this.valueIn('note').trim();
    const order = await this.send(() =>
      portal.client.printOrders.create({
        assetId: asset.id,
        quantity: Number(this.valueIn('quantity', '1')),
        ...(asset.languages.length > 1 && {language: this.valueIn('language', this.#language)}),
        shipTo: {name: line('name'), company: line('company') || null, street: line('street'), postalCode: line('postalCode'), city: line('city'), country: line('country'), phone: line('phone') || null},
        ...(note && {note}),
      }),
    );
    if (!order) return;
    this.drafts.clear(this.form);
    this.made = order;
    this.#orders.refresh();
    this.#offer.refresh();
  };

  async #cancel({id, version}: PrintOrder) {
    const {portal, text} = this;
    if (portal && (await this.send(() => portal.client.printOrders.cancel({id, version, reason: text.term('print_calledOff')})))) this.#orders.refresh();
  }

  async #deliver({id, version}: PrintOrder) {
    const {portal} = this;
    if (portal && (await this.send(() => portal.client.printOrders.deliver({id, version})))) this.#orders.refresh();
  }
}
