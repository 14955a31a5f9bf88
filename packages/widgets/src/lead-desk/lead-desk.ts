import type {Lead} from '@portico/contract';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {DeskLook} from '../base/desk-look.ts';
import {EarlyKeys} from '../base/early-keys.ts';
import {PortalWidget} from '../base/portal-widget.ts';
import {TableController} from '../base/table.controller.ts';
import {WidgetClock} from '../base/widget-clock.ts';
import {WordsReady} from '../base/words-ready.ts';
import {leadDeskStrings} from '../strings/lead-desk.strings.ts';
import {Localize} from '../strings/localize.ts';
import {buttonStyles, hostStyles, sharedStyles} from '../theme/shared.styles.ts';
import type {TabChangeEvent} from '../ui/tabs/tabs.events.ts';
import {windowedListStyles} from '../ui/windowed-list/windowed-list.styles.ts';
import {deskParts} from './desk-parts.ts';
import type {BeginEvent} from './detail/detail.events.ts';
import {DeskDialogs} from './dialogs/dialogs.controller.ts';
import type {LeadDeskActs} from './lead-desk.acts.ts';
import {LeadDeskData} from './lead-desk.data.ts';
import {LeadSelectEvent} from './lead-desk.events.ts';
import {allLeads, noFilters, type LeadDeskQuery, type LeadDeskSort, type LeadGroup} from './lead-desk.model.ts';
import {renderNote, renderState, stateOf} from './lead-desk.states.view.ts';
import {leadDeskStyles} from './lead-desk.styles.ts';
import {tableStyles} from './table/table.styles.ts';
import {renderTable} from './table/table.view.ts';
import {renderFilters, toTabs, type ToolbarView} from './toolbar.view.ts';

/**
 * The vendor's desk: every lead with its offer, who has it, how long they have, and what happened last; beside it the whole story of one lead and all
 * that can be done with it. Stays current by the change feed.
 *
 * Keys, while no text field has the focus: `j` `k` or arrows move, Enter opens, Escape goes back, `x` selects, Shift with arrows or a click selects a stretch,
 * Ctrl or ⌘ `A` all that is loaded, `o` offers, `w` withdraws, `n` adds a lead, `i` imports, `/` searches, `?` lists the keys.
 *
 * Give it a height; what does not fit scrolls inside. Without one it is 720 px high. Rows are 36 px unless `density` is `comfortable`.
 *
 * @tag portico-lead-desk
 * @fires {LeadSelectEvent} portico-lead-select - A lead is about to be opened, or was closed. Cancelable when opened.
 * @fires {LeadActionEvent} portico-lead-action - An act on leads is about to be sent. Cancelable.
 * @fires {LeadActionDoneEvent} portico-lead-action-done - The server has carried out an act.
 * @fires {LeadImportDoneEvent} portico-lead-import-done - An import came to its end.
 * @fires {PorticoErrorEvent} portico-error - Something failed. Cancelable: the desk then says nothing.
 * @slot pending - Instead of the skeleton while the first leads are read.
 * @slot empty - When the programme has no leads yet.
 * @slot no-match - When no lead matches search and filters.
 * @slot error - When the leads could not be read.
 * @slot offline - When there is no connection and nothing was read before.
 * @slot forbidden - When the session may not read leads.
 * @csspart base - The whole desk.
 * @csspart filters - The bar of search and filters.
 * @csspart bulk - The bar that stands in its place while leads are selected.
 * @csspart table - The table.
 * @csspart row - A lead in the table.
 * @csspart detail - The open lead.
 */
export class LeadDesk extends PortalWidget {
  static override styles = [hostStyles, sharedStyles, buttonStyles, windowedListStyles, leadDeskStyles, tableStyles];
  static readonly parts = deskParts;

  /** Id of the lead that is open beside the list. */
  @property({attribute: 'lead-id'})
  get leadId(): string | undefined {
    return this.#look.openId;
  }

  set leadId(id: string | null | undefined) {
    this.#look.openId = id ?? undefined;
  }

  /**
   * The tab: `all`, `unplaced`, `offered`, `working`, `ended` or `aside`.
   *
   * @default 'all'
   */
  @property()
  get group(): LeadGroup {
    return this.#look.query.group;
  }

  set group(group: LeadGroup) {
    this.#look.show({group});
  }

  /**
   * The order: `newest`, `deadline` or `score`.
   *
   * @default 'newest'
   */
  @property()
  get sort(): LeadDeskSort {
    return this.#look.query.sort;
  }

  set sort(sort: LeadDeskSort) {
    this.#look.show({sort});
  }

  /** `off` leaves the single-letter keys to the page; arrows, Enter and Escape stay. */
  @property() shortcuts: 'on' | 'off' = 'on';

  @state() private partnerName: string | undefined;

  readonly #text = new Localize(this, leadDeskStrings);
  readonly #ready = new WordsReady(this, this.#text);
  readonly #look: DeskLook<LeadDeskQuery> = new DeskLook(this, allLeads, () => this.#table.selection.clear());
  readonly #data: LeadDeskData = new LeadDeskData(
    this,
    () => ({filter: this.#look.query, sort: this.sort, openId: this.leadId}),
    ({id}) => id === this.leadId || this.#table.holds(id),
  );
  readonly #table: TableController<Lead> = new TableController(this, {rows: () => this.#data.list.items, reading: () => this.#data.reading.join()});
  readonly #dialogs = new DeskDialogs(this, {
    acts: () => this.#loadActs(),
    text: this.#text,
    stands: () => this.#data.list.status === 'ready',
    openLead: lead => void this.openLead(lead),
    filterPartner: partner => {
      this.#look.show({partnerOrgId: partner?.id ?? null});
      this.partnerName = partner?.name;
    },
  });
  readonly #clock = new WidgetClock(this);
  readonly #earlyKeys = new EarlyKeys(this);
  #acts: LeadDeskActs | undefined;
  #detailLoading: Promise<unknown> | undefined;

  protected override updated() {
    // What an open lead is made of comes after the first paint of the list, before anybody opens one.
    if (this.#data.list.status === 'ready' || this.leadId !== undefined) void this.#loadDetail();
  }

  /** Opens a lead beside the list, as a person would; `null` closes it. */
  async openLead(lead: Lead | null): Promise<void> {
    if (lead?.id === this.leadId || !this.dispatchEvent(new LeadSelectEvent(lead))) return;
    this.leadId = lead?.id;
    await this.updateComplete;
    this.#data.list.settle();
  }

  protected override render() {
    const text = this.#text;
    if (!this.#ready.done) return nothing;
    const state = stateOf(this.portal, this.#data.list, this.#look.query);
    const framed = state === 'list' || state === 'pending' || state === 'noMatch';
    const view = this.#toolbar;
    const isOpen = this.leadId !== undefined;
    const body = html`<div class="panes" ?data-open=${isOpen}>
      <div class="list">${state === 'list' ? this.#renderTable() : this.#renderState(state)}</div>
      ${isOpen ? this.#renderDetail() : nothing}
    </div>`;
    return html`<section class="desk" part="base" aria-label=${text.term('leads')} ?data-open=${isOpen}>
        ${
          framed
            ? html`<portico-ui-tabs
                label=${text.term('leads')}
                .tabs=${toTabs(text, this.#data.counts.value)}
                selected=${this.group}
                @portico-ui-tab-change=${({id}: TabChangeEvent) => this.#look.show({group: id as LeadGroup, status: null})}
              >
                <div class="panel">${this.#renderBar(view)} ${renderNote(this.portal, this.#data.list, text)} ${body}</div>
              </portico-ui-tabs>`
            : this.#renderState(state)
        }
      </section>
      ${this.#dialogs.render()}`;
  }

  get #toolbar(): ToolbarView {
    return {
      text: this.#text,
      look: this.#look,
      partnerName: this.partnerName,
      counts: this.#data.counts.value,
      total: this.#data.list.status === 'ready' ? this.#data.total : -1,
      onPartnerFilter: () => void this.#dialogs.show({kind: 'partner'}),
      open: kind => void this.#dialogs.show({kind}),
    };
  }

  #renderState(state: Parameters<typeof renderState>[0] | 'list') {
    if (state === 'list') return nothing;
    const {portal} = this;
    const {list} = this.#data;
    return renderState(state, {
      text: this.#text,
      error: portal?.error ?? list.error,
      retry: () => (portal?.ready ? list.refresh() : void portal?.start()),
      clear: () => this.#look.show(noFilters),
      open: kind => void this.#dialogs.show({kind}),
    });
  }

  #renderBar(view: ToolbarView) {
    const {selected, selection} = this.#table;
    const bulk = selected.length > 0 ? this.#dialogs.renderBulkBar(selected, () => selection.clear()) : undefined;
    return bulk ?? renderFilters(view);
  }

  #renderDetail() {
    return html`<portico-lead-desk-detail
      class="detail"
      part="detail"
      .portal=${this.portal}
      .lead=${this.#data.open}
      .error=${this.#data.detail.error}
      .acts=${this.#acts}
      .now=${this.#clock.now}
      @portico-lead-desk-begin=${({action, lead}: BeginEvent) => void this.#dialogs.begin(action, [lead])}
      @portico-lead-desk-leave=${() => this.#leave()}
      ><portico-ui-skeleton kind="detail" rows="4"></portico-ui-skeleton
    ></portico-lead-desk-detail>`;
  }

  #renderTable() {
    const table = this.#table;
    const {list, total} = this.#data;
    return renderTable({
      text: this.#text,
      now: this.#clock.now,
      leads: list.items,
      total,
      hasMore: list.hasMore,
      openId: this.leadId,
      activeId: table.activeId,
      selection: table.extent,
      isSelected: id => table.selection.has(id),
      isChanged: id => table.isChanged(id),
      onOpen: (lead, event) => this.#onRowClick(lead, event),
      onSelect: (lead, event) => table.pick(lead, event),
      onSelectAll: all => table.selection.set(all ? list.items : []),
      onNearEnd: () => list.loadMore(),
      onFocusIn: event => table.follow(event),
    });
  }

  #onRowClick(lead: Lead, event: MouseEvent) {
    this.#table.activate(lead.id);
    if (event.metaKey || event.ctrlKey || event.shiftKey) this.#table.pick(lead, event);
    else void this.openLead(lead).then(() => this.#enterDetail());
  }

  async #loadActs(): Promise<LeadDeskActs> {
    const {DeskHands} = await import('./acts-part.ts');
    if (this.#acts) return this.#acts;
    const {acts, keyboard} = new DeskHands(this, {
      data: this.#data,
      table: this.#table,
      dialogs: this.#dialogs,
      text: this.#text,
      openRow: lead => void this.openLead(lead).then(() => this.#enterDetail()),
      follow: lead => void this.openLead(lead),
      leave: () => this.#leave(),
      clearSearch: () => this.#look.show({q: ''}),
    });
    this.#acts = acts;
    this.#earlyKeys.handOn((event, path) => keyboard.press(event, path));
    return acts;
  }

  #loadDetail(): Promise<unknown> {
    this.#detailLoading ??= Promise.all([import('./detail/define-detail.ts'), this.#loadActs()]).then(
      ([{defineDetail}]) => {
        defineDetail();
        this.requestUpdate();
      },
      () => (this.#detailLoading = undefined),
    );
    return this.#detailLoading;
  }

  /** On a narrow screen the list is gone and the focus with it. */
  async #enterDetail() {
    if (this.leadId === undefined || this.renderRoot.querySelector<HTMLElement>('.list')?.offsetWidth) return;
    await this.#loadDetail();
    this.#detailElement?.focus();
  }

  /** Closes the open lead and gives the focus back to its row. */
  #leave() {
    const hadFocus = this.#detailElement?.matches(':focus-within') ?? false;
    void this.openLead(null).then(() => {
      if (hadFocus) this.#table.focus();
    });
  }

  get #detailElement(): HTMLElement | null {
    return this.renderRoot.querySelector('portico-lead-desk-detail');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-lead-desk': LeadDesk;
  }
}
