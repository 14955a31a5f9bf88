import type {DealRegistration} from '@portico/contract';
import {html, nothing} from 'lit';
import {DeskKeyboard} from '../base/desk-keyboard.ts';
import type {PortalWidget} from '../base/portal-widget.ts';
import {TableController} from '../base/table.controller.ts';
import {WidgetClock} from '../base/widget-clock.ts';
import {DealReviewActs} from './deal-review.acts.ts';
import type {DealReviewData} from './deal-review.data.ts';
import {letterKeys} from './deal-review.keys.ts';
import {actionsOf, toReader, type DealReviewAction, type Reader} from './deal-review.model.ts';
import type {Words} from './deal-review.words.ts';
import type {BeginEvent} from './detail/detail.events.ts';
import type {ReviewDetail} from './detail/review-detail.ts';
import {renderBulkBar} from './bulk-bar.view.ts';
import {ReviewDialogs} from './dialogs/dialogs.controller.ts';
import type {DialogContext} from './dialogs/dialogs.view.ts';
import {renderQueue} from './queue/queue.view.ts';

/** The desk's element, as its queue needs it. */
export interface QueueHost extends PortalWidget {
  readonly dealId?: string | undefined;
  shortcuts: 'on' | 'off';
  openDeal(deal: DealRegistration | null): Promise<void>;
}

/** What the queue shares with the desk. */
export interface QueueDesk extends Pick<DialogContext, 'filterPartner'> {
  readonly data: DealReviewData;
  readonly text: Words;
  readonly clearSearch: () => void;
  /** Brings the code of the open registration. */
  readonly loadDetail: () => Promise<unknown>;
}

/** Shows the queue and the open registration, and does what hand and keys ask. */
export class QueueWork {
  readonly table: TableController<DealRegistration>;
  readonly dialogs: ReviewDialogs;
  readonly #host: QueueHost;
  readonly #desk: QueueDesk;
  readonly #acts: DealReviewActs;
  readonly #clock: WidgetClock;

  constructor(host: QueueHost, desk: QueueDesk) {
    this.#host = host;
    this.#desk = desk;
    const {data, text, filterPartner} = desk;
    const {list, detail} = data;
    this.#clock = new WidgetClock(host);
    const table = (this.table = new TableController<DealRegistration>(host, {rows: () => list.items, reading: () => data.reading.join()}));
    this.#acts = new DealReviewActs(host, {list, detail, text, noteOwn: deal => table.noteOwn(deal)});
    this.dialogs = new ReviewDialogs(host, {
      acts: this.#acts,
      text,
      stands: () => list.status === 'ready',
      latest: id => list.items.find(deal => deal.id === id) ?? (detail.value?.id === id ? detail.value : undefined),
      filterPartner,
      table,
      settle: () => list.settle(),
    });
    new DeskKeyboard(host, {
      table,
      rows: () => list.items,
      open: () => data.open,
      isCovered: () => this.dialogs.isOpen,
      openRow: deal => this.#openAndEnter(deal),
      follow: deal => void host.openDeal(deal),
      leave: () => this.#leave(),
      clearSearch: desk.clearSearch,
      help: () => void this.dialogs.show({kind: 'help'}),
      letters: letterKeys,
      // A note is written on one registration.
      act: (command, deals) => this.#begin(command, command === 'note' ? [data.open ?? table.active].filter(deal => deal !== undefined) : deals),
    });
  }

  /** The bar that stands in the place of the filters while registrations are selected. */
  renderBulkBar() {
    const {selected, selection} = this.table;
    if (selected.length === 0) return undefined;
    return renderBulkBar(this.#desk.text, selected, this.#reader, action => this.#begin(action, selected), () => selection.clear());
  }

  renderQueue() {
    const {table} = this;
    const {text, data} = this.#desk;
    const {list, total} = data;
    return renderQueue({
      text,
      now: this.#clock.now,
      me: this.#reader.id,
      deals: list.items,
      total,
      hasMore: list.hasMore,
      openId: this.#host.dealId,
      activeId: table.activeId,
      selection: table.extent,
      isSelected: id => table.selection.has(id),
      isChanged: id => table.isChanged(id),
      onOpen: (deal, event) => this.#onRowClick(deal, event),
      onSelect: (deal, event) => table.pick(deal, event),
      onSelectAll: all => table.selection.set(all ? list.items : []),
      onNearEnd: () => list.loadMore(),
      onFocusIn: event => table.follow(event),
    });
  }

  renderDetail() {
    const {data} = this.#desk;
    return html`<portico-deal-review-detail
      class="detail"
      part="detail"
      .portal=${this.#host.portal}
      .deal=${data.open}
      .error=${data.detail.error}
      .acts=${this.#acts}
      .reader=${this.#reader}
      .now=${this.#clock.now}
      @portico-deal-review-begin=${({action, deal, input}: BeginEvent) => this.#begin(action, [deal], input)}
      @portico-deal-review-leave=${() => this.#leave()}
      ><portico-ui-skeleton kind="detail" rows="4"></portico-ui-skeleton
    ></portico-deal-review-detail>`;
  }

  /** What lies over the desk. */
  renderDialog() {
    return this.dialogs.render() ?? nothing;
  }

  get #reader(): Reader {
    return toReader(this.#host.portal?.me);
  }

  /** Begins an act on those that allow it. Returns whether any does. */
  #begin(action: DealReviewAction, deals: readonly DealRegistration[], input: BeginEvent['input'] = {}): boolean {
    const [deal] = deals;
    if (!deal) return false;
    if (action === 'note') this.#openAndEnter(deal, 'note');
    else if (input.preset !== true && !deals.some(each => actionsOf(each, this.#reader).has(action))) return false;
    else this.dialogs.begin(action, deals, this.#reader, input);
    return true;
  }

  #onRowClick(deal: DealRegistration, event: MouseEvent) {
    this.table.activate(deal.id);
    if (event.metaKey || event.ctrlKey || event.shiftKey) this.table.pick(deal, event);
    else this.#openAndEnter(deal);
  }

  #openAndEnter(deal: DealRegistration, where?: 'note') {
    void this.#host.openDeal(deal).then(() => this.#enterDetail(where));
  }

  /** To the note when it was asked for; else only where the queue is gone, and the focus with it. */
  async #enterDetail(where?: 'note') {
    const {dealId, renderRoot} = this.#host;
    if (dealId === undefined || (!where && renderRoot.querySelector<HTMLElement>('.list')?.offsetWidth)) return;
    await this.#desk.loadDetail();
    if (where) await this.#detailElement?.focusNote();
    else this.#detailElement?.focus();
  }

  /** Closes the open registration and gives the focus back to its row. */
  #leave() {
    const hadFocus = this.#detailElement?.matches(':focus-within') ?? false;
    void this.#host.openDeal(null).then(() => {
      if (hadFocus) this.table.focus();
    });
  }

  get #detailElement(): ReviewDetail | null {
    return this.#host.renderRoot.querySelector('portico-deal-review-detail');
  }
}
