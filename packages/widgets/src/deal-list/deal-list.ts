import type {DealChange, DealRegistration} from '@portico/contract';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {DealEditEvent, DealRegisterEvent} from '../base/deal.events.ts';
import type {Drafts} from '../base/drafts.ts';
import {LaterPart} from '../base/later-part.ts';
import {PaneFocus} from '../base/pane-focus.ts';
import {PortalWidget} from '../base/portal-widget.ts';
import {safeUrl} from '../base/safe-url.ts';
import {dealListStrings} from '../strings/deal-list.strings.ts';
import {Localize} from '../strings/localize.ts';
import {panesStyles} from '../theme/panes.styles.ts';
import {buttonStyles, hostStyles, sharedStyles} from '../theme/shared.styles.ts';
import {UiBadge} from '../ui/badge/badge.ts';
import {UiDeadlineMeter} from '../ui/deadline-meter/deadline-meter.ts';
import {UiEmptyState} from '../ui/empty-state/empty-state.ts';
import {UiField} from '../ui/field/field.ts';
import {UiMenu} from '../ui/menu/menu.ts';
import {UiSkeleton} from '../ui/skeleton/skeleton.ts';
import {UiTabs} from '../ui/tabs/tabs.ts';
import {windowedListStyles} from '../ui/windowed-list/windowed-list.styles.ts';
import {UiWindowedList} from '../ui/windowed-list/windowed-list.ts';
import {obey, toCommand} from './deal-commands.ts';
import type {DealActOutcome} from './deal-acts.ts';
import {DealListController} from './deal-list.controller.ts';
import {type DealAct, type DealActInput, type DealListSort, type DealListTab, movesAway} from './deal-list.model.ts';
import type {ActDialog, DealsView, LaterViews, ReceiptCheck} from './deal-list.view.ts';
import {dealPage} from './deal-page.view.ts';
import {dealRowStyles} from './deal-row.styles.ts';
import {explain} from './deal-text.ts';

/** Milliseconds without a key until the search is asked for. */
const searchRestMs = 250;

/** Acts that need nothing filled in. */
const atOnce: readonly DealAct[] = ['recall', 'revise', 'agree', 'take_back'];

/**
 * The deals that a partner has registered: what needs them now, what the vendor has decided, how far each is, and how long it is protected.
 *
 * The form is the page's to show: the list fires `portico-deal-register` and `portico-deal-edit`. A page that shows `<portico-deal-registration>` cancels them;
 * a page with the form at an address of its own sets `form-href` and gets links.
 *
 * Keys, while no text field has the focus: `j` `k` or arrows move, Enter opens, Escape goes back, `s` sets the stage, `e` continues a draft or answers, `n`
 * registers a deal, `/` searches, `?` lists the keys. `shortcuts="off"` leaves only those of a grid.
 *
 * @tag portico-deal-list
 * @fires {DealSelectEvent} portico-deal-select - A deal was opened or closed. Cancelable when opened.
 * @fires {DealRegisterEvent} portico-deal-register - Somebody wants to register a deal. Cancel it and show the form.
 * @fires {DealEditEvent} portico-deal-edit - Somebody wants to continue a draft or to answer the vendor. Cancel it and show the form.
 * @fires {DealActionEvent} portico-deal-action - Somebody is about to act on a deal. Cancel it and nothing happens.
 * @fires {DealActionDoneEvent} portico-deal-action-done - The server has carried out an act on a deal.
 * @fires {PorticoErrorEvent} portico-error - An act did not take effect. Cancel it to say so in the page's own way.
 * @slot pending - While the first deals are read.
 * @slot empty - No deals under this tab.
 * @slot error - The deals could not be read.
 * @slot offline - There is no connection; beside the deals when they were read before, else in their place.
 * @slot forbidden - The person may not see deals.
 * @csspart head - How many more registrations fit, and the button that registers one.
 * @csspart list - The scrolling list.
 * @csspart item - One deal in it.
 * @csspart item-open - The deal that is open.
 * @csspart filters - The filters above the list.
 * @csspart detail - The open deal.
 * @csspart asked - What the vendor asks for.
 * @csspart composer - Where an activity is logged.
 * @csspart timeline - What was done, newest first.
 * @csspart activity - One entry of it.
 * @csspart receipt - The receipt of a submission.
 * @csspart actions - The buttons of the open deal.
 * @csspart back - The button that leads from a deal to the list where there is room for one only.
 * @csspart note - A line about the connection, or about a change by others.
 * @csspart dialog - Any dialog.
 * @cssproperty [--portico-deal-list-height=clamp(420px, 76dvh, 760px)] - Height below the tabs; the list and the open deal scroll inside.
 */
export class DealList extends PortalWidget {
  static override styles = [hostStyles, sharedStyles, buttonStyles, windowedListStyles, panesStyles, dealRowStyles];
  static readonly parts = {
    'portico-ui-badge': UiBadge,
    'portico-ui-deadline-meter': UiDeadlineMeter,
    'portico-ui-empty-state': UiEmptyState,
    'portico-ui-field': UiField,
    'portico-ui-menu': UiMenu,
    'portico-ui-skeleton': UiSkeleton,
    'portico-ui-tabs': UiTabs,
    'portico-ui-windowed-list': UiWindowedList,
  };

  /** The tab that is shown. Without one the list begins with what needs the person, or with the first tab that holds something. */
  @property({reflect: true}) tab: DealListTab | undefined;
  /** The order of the list. Drafts and closed deals have no deadline: `deadline` shows the newest first there. */
  @property({reflect: true}) sort: DealListSort = 'deadline';
  /** Id of the open registration, for links into the list. */
  @property({attribute: 'deal-id'}) dealId: string | undefined;
  /** Address of the page's form, for pages that do not show it themselves: `{id}` stands for the registration, and is empty for a new one. */
  @property({attribute: 'form-href'}) formHref: string | undefined;
  /** `off` leaves the single-letter keys to the page. */
  @property() shortcuts: 'on' | 'off' = 'on';

  @state() private cursor: string | undefined;
  @state() private filtersShown = false;
  @state() private shortcutsShown = false;
  @state() private dialog: ActDialog | undefined;
  @state() private dialogOpen = false;
  @state() private said = '';
  /** What is typed into the search and not yet asked for. */
  @state() private searching: string | undefined;

  /** Lists, counts, the open registration and acts, without the view. */
  readonly deals: DealListController;
  readonly #text = new Localize(this, dealListStrings);
  readonly #later = new LaterPart<LaterViews>(this, {
    load: async () => (await Promise.all([import('./deal-list.later.ts'), this.deals.prepare()]))[0].laterPart(this),
    text: this.#text,
    stands: () => this.deals.status !== 'pending',
  });
  readonly #focus = new PaneFocus(this);
  readonly #checks = new Map<string, ReceiptCheck>();
  #returnFocus: (() => void) | undefined;
  #wanted: string | false = false;
  #searchTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.deals = new DealListController(this, {explain: error => explain(this.#text, error), settled: (act, deal, outcome) => this.#tell(act, deal, outcome, true)});
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const {deals} = this;
    if (changed.has('tab') && this.tab !== undefined) deals.show({tab: this.tab});
    if (changed.has('sort')) deals.show({sort: this.sort});
    if (changed.has('dealId')) deals.opened.open(this.dealId);
    if (this.tab !== undefined || deals.status === 'ready') this.tab = deals.query.tab;
    this.sort = deals.query.sort;
    this.dealId = deals.opened.id;
    const wanted = (this.dealId !== undefined || deals.offers.length > 0) && `${this.dealId} ${this.portal?.offline}`;
    // Once for each deal and whenever the connection changes: not over and over while it cannot come.
    if (wanted && wanted !== this.#wanted) void this.#later.load();
    this.#wanted = wanted;
    const {items} = deals.list;
    if (!items.some(({id}) => id === this.cursor)) this.cursor = items[0]?.id;
  }

  protected override render() {
    return html`<div class="root" @keydown=${this.#onKeyDown} @focusin=${this.#onFocusIn} @click=${this.#onClick}>
      ${dealPage(this.#view())}
      <div class="visually-hidden" role="status">${this.said || nothing}</div>
    </div>`;
  }

  #view(): DealsView {
    const {deals, portal, cursor, filtersShown, dialog, dialogOpen, shortcutsShown, searching} = this;
    return {
      deals,
      portal,
      cursor,
      filtersShown,
      dialog,
      dialogOpen,
      shortcutsShown,
      searching,
      later: this.#later.views,
      isLaterMissing: this.#later.isMissing,
      text: this.#text,
      // What is typed is typed into the later views.
      drafts: this.#later.views?.drafts as Drafts,
      checks: this.#checks,
      now: portal?.now() ?? 0,
      returnFocus: this.#returnFocus,
      formHref: deal => this.#hrefOf(deal),
      update: () => this.requestUpdate(),
      retry: () => {
        if (this.#wanted) void this.#later.load();
        deals.retry();
      },
      open: (deal, intoDetail) => this.#open(deal, intoDetail),
      back: () => this.#back(),
      edit: (deal, event) => this.#leave(new DealEditEvent(deal, deal.infoRequest?.fields ?? []), event, deal),
      register: event => this.#leave(new DealRegisterEvent(), event),
      ask: (act, deal, change) => this.#ask(act, deal, change),
      act: (act, deal, input) => this.#act(act, deal, input),
      closeDialog: () => (this.dialogOpen = false),
      search: words => this.#search(words),
      showFilters: shown => {
        this.filtersShown = shown;
        void this.#needLater();
      },
      showShortcuts: shown => {
        this.shortcutsShown = shown;
        void this.#needLater();
      },
      runExport: () => void this.#needLater().then(() => this.#later.views?.exportCsv(this.#view())),
    };
  }

  #hrefOf(deal?: DealRegistration): string | undefined {
    return this.formHref && (safeUrl(this.formHref.replaceAll('{id}', encodeURIComponent(deal?.id ?? ''))) ?? undefined);
  }

  /** To the form: the page shows it, or its address is followed. */
  #leave(ask: DealEditEvent | DealRegisterEvent, click?: Event, deal?: DealRegistration) {
    const href = this.#hrefOf(deal);
    if (!this.dispatchEvent(ask)) click?.preventDefault();
    // A link follows itself; the keyboard's command has to be led there.
    else if (!click && href) window.location.assign(href);
  }

  #open(deal: DealRegistration, intoDetail = false) {
    if (!this.deals.open(deal)) return;
    void this.#needLater().then(async () => {
      await this.updateComplete;
      if (intoDetail || this.#focus.isNarrow) await this.#focus.toDetail();
    });
  }

  #back() {
    const {deals} = this;
    const at = deals.list.items.findIndex(({id}) => id === deals.opened.id);
    deals.close();
    this.#toRow(at);
  }

  #toRow(at: number) {
    void this.#focus.toRow(Math.min(Math.max(0, at), this.deals.list.items.length - 1));
  }

  #ask(act: DealAct, deal: DealRegistration, change?: DealChange) {
    if (atOnce.includes(act)) return this.#act(act, deal, {change});
    this.#returnFocus = undefined;
    this.dialog = {act, deal, change};
    this.dialogOpen = true;
    void this.#needLater();
  }

  #act(act: DealAct, deal: DealRegistration, input: DealActInput = {}) {
    const {deals} = this;
    const at = deals.list.items.findIndex(({id}) => id === deal.id);
    const wasDialog = this.dialogOpen;
    const wasInDetail = this.#focus.isInDetail;
    const running = deals.acts.run(act, deal, input);
    if (!running) return;
    // What is only saved here stays where it is.
    const leaves = movesAway(act) && !(this.portal?.offline && this.portal.outbox);
    if (leaves && deals.opened.id === deal.id) deals.close();
    const next = leaves ? () => this.#toRow(at) : wasInDetail ? () => void this.#focus.toDetail() : undefined;
    if (wasDialog) {
      this.#returnFocus = leaves ? next : undefined;
      this.dialogOpen = false;
    } else next?.();
    // Its words come while it runs.
    void this.#later.load();
    void running.then(outcome => this.#tell(act, deal, outcome));
  }

  #tell(act: DealAct, deal: DealRegistration, outcome: DealActOutcome, hadWaited = false) {
    // Without the part's words the row alone says what came of it.
    void this.#later.load().then(later => later?.report(this.#view(), act, deal, outcome, hadWaited));
  }

  /** For what somebody waits for; what cannot come is said. */
  async #needLater() {
    if (!(await this.#later.load())) this.portal?.notify({tone: 'danger', text: this.#text.term('problem_network_error')});
  }

  #search(words: string) {
    this.searching = words;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => {
      this.searching = undefined;
      this.deals.show({q: words.trim()});
    }, searchRestMs);
  }

  readonly #onFocusIn = (event: Event) => {
    const row = (event.target as Element).closest<HTMLElement>('[role=row]');
    if (row) this.cursor = row.dataset['id'];
  };

  readonly #onClick = (event: MouseEvent) => {
    const row = (event.target as Element).closest<HTMLElement>('[role=row]');
    const deal = row && this.deals.find(row.dataset['id'] ?? '');
    if (deal) this.#open(deal);
  };

  readonly #onKeyDown = (event: KeyboardEvent) => {
    const command = toCommand(event, this.shortcuts !== 'off');
    if (command && obey(command, this.#view(), this.#focus)) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-deal-list': DealList;
  }
}
