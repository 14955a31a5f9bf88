import type {DealRegistration} from '@portico/contract';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {LaterPart} from '../base/later-part.ts';
import {PortalWidget} from '../base/portal-widget.ts';
import {WordsReady} from '../base/words-ready.ts';
import {dealReviewStrings} from '../strings/deal-review.strings.ts';
import {Localize} from '../strings/localize.ts';
import type {TabChangeEvent} from '../ui/tabs/tabs.events.ts';
import {DealReviewData} from './deal-review.data.ts';
import {DealReviewSelectEvent} from './deal-review.events.ts';
import type {DealReviewFilter, DealReviewSort, DealReviewTab} from './deal-review.model.ts';
import {renderNote, renderState, stateOf, type ReviewState} from './deal-review.states.view.ts';
import {dealReviewStyles} from './deal-review.styles.ts';
import type {ReviewDialog} from './dialogs/dialogs.view.ts';
import type {QueueWork} from './queue-work.ts';
import {reviewParts} from './review-parts.ts';
import {noFilters, renderFilters, toTabs} from './toolbar.view.ts';

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
    ({id}) => id === this.dealId || (this.#work.views?.table.holds(id) ?? false),
  );
  readonly #work: LaterPart<QueueWork> = new LaterPart<QueueWork>(this, {load: () => this.#loadWork(), text: this.#text, stands: () => true});
  #searchTimer: ReturnType<typeof setTimeout> | undefined;
  #detailLoading: Promise<unknown> | undefined;

  override connectedCallback() {
    super.connectedCallback();
    void this.#work.load();
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

  protected override render() {
    const text = this.#text;
    if (!this.#ready.done) return nothing;
    const work = this.#work.views;
    const state = this.#state;
    const framed = state === 'list' || state === 'pending' || state === 'noMatch' || state === 'empty';
    const isOpen = this.dealId !== undefined;
    const body = html`<div class="panes" ?data-open=${isOpen}>
      <div class="list">${state === 'list' ? work?.renderQueue() : this.#renderState(state)}</div>
      ${isOpen ? (work?.renderDetail() ?? html`<div class="detail" part="detail"><portico-ui-skeleton kind="detail" rows="4"></portico-ui-skeleton></div>`) : nothing}
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
      ${work?.renderDialog()}`;
  }

  get #filter(): DealReviewFilter {
    return {tab: this.tab, ...this.filter};
  }

  /** How the desk stands; the queue waits for what shows it. */
  get #state(): ReviewState {
    const state = stateOf(this.portal, this.#data.list, this.#filter);
    if (state !== 'list' || this.#work.views) return state;
    return this.#work.isMissing ? 'offline' : 'pending';
  }

  #renderState(state: ReviewState) {
    const {portal} = this;
    const {list} = this.#data;
    return renderState(state, {
      text: this.#text,
      error: portal?.error ?? list.error,
      retry: () => {
        void this.#work.load();
        if (portal?.ready) list.refresh();
        else void portal?.start();
      },
      clear: () => this.#setFilter(noFilters),
    });
  }

  #renderBar() {
    const bulkBar = this.#work.views?.renderBulkBar();
    if (bulkBar) return bulkBar;
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
      onPartnerFilter: () => void this.#show({kind: 'partner'}),
      onHelp: () => void this.#show({kind: 'help'}),
    });
  }

  #setFilter({tab, ...change}: Partial<DealReviewFilter>) {
    if (tab) this.tab = tab;
    this.filter = {...this.filter, ...change};
    if (change.q !== undefined) {
      clearTimeout(this.#searchTimer);
      if (change.q !== this.words.trim()) this.words = change.q;
    }
    if (this.filter.partnerOrgId === null) this.partnerName = undefined;
    this.#work.views?.table.selection.clear();
  }

  async #loadWork() {
    const {queuePart} = await import('./queue-part.ts');
    return queuePart(this, {
      data: this.#data,
      text: this.#text,
      filterPartner: partner => {
        this.#setFilter({partnerOrgId: partner?.id ?? null});
        this.partnerName = partner?.name;
      },
      clearSearch: () => this.#setFilter({q: ''}),
      loadDetail: () => this.#loadDetail(),
    });
  }

  async #show(dialog: ReviewDialog) {
    const work = await this.#work.load();
    if (work) await work.dialogs.show(dialog);
    else this.portal?.notify({tone: 'danger', text: this.#text.term('problem_network_error')});
  }

  #loadDetail(): Promise<unknown> {
    this.#detailLoading ??= import('./detail/define-detail.ts');
    this.#detailLoading.catch(() => (this.#detailLoading = undefined));
    return this.#detailLoading;
  }
}
