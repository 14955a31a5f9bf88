import type {DealRegistration} from '@portico/contract';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {PortalWidget} from '../base/portal-widget.ts';
import {TableController} from '../base/table.controller.ts';
import {WidgetClock} from '../base/widget-clock.ts';
import {WordsReady} from '../base/words-ready.ts';
import {dealReviewStrings} from '../strings/deal-review.strings.ts';
import {Localize} from '../strings/localize.ts';
import type {TabChangeEvent} from '../ui/tabs/tabs.events.ts';
import {DealReviewActs} from './deal-review.acts.ts';
import {DealReviewData} from './deal-review.data.ts';
import {DealReviewSelectEvent} from './deal-review.events.ts';
import {ReviewKeyboard} from './deal-review.keyboard.ts';
import {actionsOf, toReader, type DealReviewAction, type DealReviewFilter, type DealReviewSort, type DealReviewTab, type Reader} from './deal-review.model.ts';
import {renderNote, renderState, stateOf, type ReviewState} from './deal-review.states.view.ts';
import {dealReviewStyles} from './deal-review.styles.ts';
import type {BeginEvent} from './detail/detail.events.ts';
import type {ReviewDetail} from './detail/review-detail.ts';
import {ReviewDialogs} from './dialogs/dialogs.controller.ts';
import {renderQueue} from './queue/queue.view.ts';
import {reviewParts} from './review-parts.ts';
import {noFilters, renderBulkBar, renderFilters, toTabs} from './toolbar.view.ts';

const searchPauseMs = 250;

/**
 * The vendor's desk for deal registrations: a queue by deadline, what is overdue first; beside it one registration in full, with those that look like the same
 * customer, the approval, requests to change it, a conflict, and its story. Stays current by the change feed.
 *
 * Keys, while no text field has the focus: `j` `k` or arrows move, Enter opens, Escape goes back, Space or `x` selects, Shift with arrows or a click selects a
 * stretch, Ctrl or ⌘ `A` all that is loaded, `a` approves, `r` rejects, `i` asks for information, `t` takes the review, `n` writes a note, `/` searches, `?`
 * lists the keys.
 *
 * Give it a height; what does not fit scrolls inside. Without one it is 720 px high. Rows are 36 px unless `density` is `comfortable`.
 *
 * @tag portico-deal-review
 * @fires {DealReviewSelectEvent} portico-deal-review-select - A registration is about to be opened, or was closed. Cancelable when opened.
 * @fires {DealReviewActionEvent} portico-deal-review-action - An act on registrations is about to be sent. Cancelable.
 * @fires {DealReviewActionDoneEvent} portico-deal-review-action-done - The server has carried out an act.
 * @fires {PorticoErrorEvent} portico-error - Something failed. Cancelable: the desk then says nothing.
 * @slot pending - Instead of the skeleton while the first registrations are read.
 * @slot empty - When nothing waits.
 * @slot no-match - When no registration matches search and filters.
 * @slot error - When the registrations could not be read.
 * @slot offline - When there is no connection and nothing was read before.
 * @slot forbidden - When the session may not review deals.
 * @csspart base - The whole desk.
 * @csspart filters - The bar of search and filters.
 * @csspart bulk - The bar that stands in its place while registrations are selected.
 * @csspart table - The queue.
 * @csspart row - A registration in the queue.
 * @csspart detail - The open registration.
 */
export class DealReview extends PortalWidget {
  static override styles = dealReviewStyles;
  static readonly parts = reviewParts;

  /** Id of the registration that is open beside the queue. */
  @property({attribute: 'deal-id'}) dealId?: string | undefined;
  /** The tab: `in_review`, `protected`, `closed` or `all`. */
  @property() tab: DealReviewTab = 'in_review';
  /** The order: `deadline`, `newest` or `amount`. */
  @property() sort: DealReviewSort = 'deadline';
  /** `off` leaves the single-letter keys to the page; arrows, Enter and Escape stay. */
  @property() shortcuts: 'on' | 'off' = 'on';

  @state() private filter: Omit<DealReviewFilter, 'tab'> = noFilters;
  @state() private partnerName: string | undefined;
  /** What stands in the search, before it is searched for. */
  @state() private words = '';

  readonly #text = new Localize(this, dealReviewStrings);
  readonly #ready = new WordsReady(this, this.#text);
  readonly #data: DealReviewData = new DealReviewData(
    this,
    () => ({filter: this.#filter, sort: this.sort, openId: this.dealId}),
    ({id}) => id === this.dealId || this.#table.holds(id),
  );
  readonly #table: TableController<DealRegistration> = new TableController(this, {rows: () => this.#data.list.items, reading: () => this.#data.reading.join()});
  readonly #acts = new DealReviewActs(this, {list: this.#data.list, detail: this.#data.detail, text: this.#text, noteOwn: deal => this.#table.noteOwn(deal)});
  readonly #dialogs = new ReviewDialogs(this, {
    acts: this.#acts,
    text: this.#text,
    stands: () => this.#data.list.status === 'ready',
    latest: id => this.#data.list.items.find(deal => deal.id === id) ?? (this.#data.detail.value?.id === id ? this.#data.detail.value : undefined),
    filterPartner: partner => {
      this.#setFilter({partnerOrgId: partner?.id ?? null});
      this.partnerName = partner?.name;
    },
    table: this.#table,
    settle: () => this.#data.list.settle(),
  });
  readonly #clock = new WidgetClock(this);
  #searchTimer: ReturnType<typeof setTimeout> | undefined;
  #detailLoading: Promise<unknown> | undefined;

  constructor() {
    super();
    new ReviewKeyboard(this, {
      table: this.#table,
      rows: () => this.#data.list.items,
      open: () => this.#data.open,
      isCovered: () => this.#dialogs.isOpen,
      openDeal: deal => void this.openDeal(deal).then(() => this.#enterDetail()),
      follow: deal => void this.openDeal(deal),
      leave: () => this.#leave(),
      clearSearch: () => this.#setFilter({q: ''}),
      begin: (action, deals) => this.#begin(action, deals),
      help: () => void this.#dialogs.show({kind: 'help'}),
    });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#searchTimer);
  }

  protected override updated() {
    // What an open registration is made of comes after the first paint of the queue, before anybody opens one.
    if (this.#data.list.status === 'ready' || this.dealId !== undefined) void this.#loadDetail().catch(() => {});
  }

  /** Opens a registration beside the queue, as a person would; `null` closes it. */
  async openDeal(deal: DealRegistration | null): Promise<void> {
    if (deal?.id === this.dealId || !this.dispatchEvent(new DealReviewSelectEvent(deal))) return;
    this.dealId = deal?.id;
    await this.updateComplete;
    this.#data.list.settle();
  }

  protected override portalChanged() {
    this.#text.timeZone = this.portal?.me?.person?.timeZone ?? undefined;
  }

  protected override render() {
    const text = this.#text;
    if (!this.#ready.done) return nothing;
    const state = stateOf(this.portal, this.#data.list, this.#filter);
    const framed = state === 'list' || state === 'pending' || state === 'noMatch' || state === 'empty';
    const isOpen = this.dealId !== undefined;
    const body = html`<div class="panes" ?data-open=${isOpen}>
      <div class="list">${state === 'list' ? this.#renderQueue() : this.#renderState(state)}</div>
      ${isOpen ? this.#renderDetail() : nothing}
    </div>`;
    return html`<section class="desk" part="base" aria-label=${text.term('deals')} ?data-open=${isOpen}>
        ${
          framed
            ? html`<portico-ui-tabs
                label=${text.term('deals')}
                .tabs=${toTabs(text, this.#data.counts.value)}
                selected=${this.tab}
                @portico-ui-tab-change=${({id}: TabChangeEvent) => this.#setFilter({tab: id as DealReviewTab, status: null})}
              >
                <div class="panel">${this.#renderBar()} ${renderNote(this.portal, this.#data.list, text)} ${body}</div>
              </portico-ui-tabs>`
            : this.#renderState(state)
        }
      </section>
      ${this.#dialogs.render()}`;
  }

  get #filter(): DealReviewFilter {
    return {tab: this.tab, ...this.filter};
  }

  get #reader(): Reader {
    return toReader(this.portal?.me);
  }

  #renderState(state: ReviewState) {
    const {portal} = this;
    const {list} = this.#data;
    return renderState(state, {
      text: this.#text,
      error: portal?.error ?? list.error,
      retry: () => (portal?.ready ? list.refresh() : void portal?.start()),
      clear: () => this.#setFilter(noFilters),
    });
  }

  #renderBar() {
    const {selected, selection} = this.#table;
    if (selected.length > 0) return renderBulkBar(this.#text, selected, this.#reader, action => this.#begin(action, selected), () => selection.clear());
    const {list, counts, total} = this.#data;
    return renderFilters({
      text: this.#text,
      filter: this.#filter,
      words: this.words,
      partnerName: this.partnerName,
      sort: this.sort,
      counts: counts.value,
      total: list.status === 'ready' ? total : -1,
      set: change => this.#setFilter(change),
      onSort: sort => (this.sort = sort),
      onSearch: words => {
        this.words = words;
        clearTimeout(this.#searchTimer);
        this.#searchTimer = setTimeout(() => this.#setFilter({q: words.trim()}), searchPauseMs);
      },
      onPartnerFilter: () => void this.#dialogs.show({kind: 'partner'}),
      onHelp: () => void this.#dialogs.show({kind: 'help'}),
    });
  }

  #renderDetail() {
    return html`<portico-deal-review-detail
      class="detail"
      part="detail"
      .portal=${this.portal}
      .deal=${this.#data.open}
      .error=${this.#data.detail.error}
      .acts=${this.#acts}
      .reader=${this.#reader}
      .now=${this.#clock.now}
      @portico-deal-review-begin=${({action, deal, input}: BeginEvent) => this.#begin(action, [deal], input)}
      @portico-deal-review-leave=${() => this.#leave()}
      ><portico-ui-skeleton kind="detail" rows="4"></portico-ui-skeleton
    ></portico-deal-review-detail>`;
  }

  #renderQueue() {
    const table = this.#table;
    const {list, total} = this.#data;
    return renderQueue({
      text: this.#text,
      now: this.#clock.now,
      me: this.#reader.id,
      deals: list.items,
      total,
      hasMore: list.hasMore,
      openId: this.dealId,
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

  /** Begins an act on those that allow it. Returns whether any does. */
  #begin(action: DealReviewAction, deals: readonly DealRegistration[], input: BeginEvent['input'] = {}): boolean {
    const [deal] = deals;
    if (!deal) return false;
    if (action === 'note') void this.openDeal(deal).then(() => this.#enterDetail('note'));
    else if (input.preset !== true && !deals.some(each => actionsOf(each, this.#reader).has(action))) return false;
    else this.#dialogs.begin(action, deals, this.#reader, input);
    return true;
  }

  #setFilter({tab, ...change}: Partial<DealReviewFilter>) {
    if (tab) this.tab = tab;
    this.filter = {...this.filter, ...change};
    if (change.q !== undefined) {
      clearTimeout(this.#searchTimer);
      if (change.q !== this.words.trim()) this.words = change.q;
    }
    if (this.filter.partnerOrgId === null) this.partnerName = undefined;
    this.#table.selection.clear();
  }

  #onRowClick(deal: DealRegistration, event: MouseEvent) {
    this.#table.activate(deal.id);
    if (event.metaKey || event.ctrlKey || event.shiftKey) this.#table.pick(deal, event);
    else void this.openDeal(deal).then(() => this.#enterDetail());
  }

  #loadDetail(): Promise<unknown> {
    this.#detailLoading ??= import('./detail/define-detail.ts');
    this.#detailLoading.catch(() => (this.#detailLoading = undefined));
    return this.#detailLoading;
  }

  /** To the note when it was asked for; else only where the queue is gone, and the focus with it. */
  async #enterDetail(where?: 'note') {
    if (this.dealId === undefined || (!where && this.renderRoot.querySelector<HTMLElement>('.list')?.offsetWidth)) return;
    await this.#loadDetail();
    if (where) await this.#detailElement?.focusNote();
    else this.#detailElement?.focus();
  }

  /** Closes the open registration and gives the focus back to its row. */
  #leave() {
    const hadFocus = this.#detailElement?.matches(':focus-within') ?? false;
    void this.openDeal(null).then(() => {
      if (hadFocus) this.#table.focus();
    });
  }

  get #detailElement(): ReviewDetail | null {
    return this.renderRoot.querySelector('portico-deal-review-detail');
  }
}
