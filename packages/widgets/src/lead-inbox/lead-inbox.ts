import type {LeadOffer, LeadOfferTab} from '@portico/contract';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {Drafts} from '../base/drafts.ts';
import {LaterPart} from '../base/later-part.ts';
import {PaneFocus} from '../base/pane-focus.ts';
import {PortalWidget} from '../base/portal-widget.ts';
import {leadInboxStrings} from '../strings/lead-inbox.strings.ts';
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
import {inboxPage} from './inbox-page.view.ts';
import {LeadInboxController} from './lead-inbox.controller.ts';
import {obey} from './inbox-commands.ts';
import {toCommand} from './lead-inbox.keys.ts';
import {endsOffer, type LeadInboxAct, type LeadInboxSort} from './lead-inbox.model.ts';
import {type ActDialog, actDraft, type InboxView, type LaterViews} from './lead-inbox.view.ts';
import type {ActOutcome} from './lead-offer-acts.ts';
import type {ActInput} from './offer-calls.ts';
import {explain, titleOf} from './lead-text.ts';
import {leadRowStyles} from './lead-row.styles.ts';
import {UrgencyWatch} from './urgency-watch.ts';

/** Milliseconds without a key until the search is asked for. */
const searchRestMs = 250;

/**
 * The leads that a vendor has sent to a partner: what needs an answer and by when, who to call once it is accepted, and what was done.
 *
 * Keys, while no text field has the focus: `j` `k` or arrows move, Enter opens, Escape goes back, `x` selects, Shift with arrows or a click selects a stretch,
 * Ctrl or ⌘ `A` all that is loaded, `a` accepts, `d` declines, `/` searches, `?` lists the keys. `shortcuts="off"` leaves only those of a grid.
 *
 * @tag portico-lead-inbox
 * @fires {LeadOfferSelectEvent} portico-lead-offer-select - A lead was opened or closed. Cancelable when opened.
 * @fires {LeadOfferActionEvent} portico-lead-offer-action - Somebody is about to act on leads. Cancel it and nothing happens.
 * @fires {LeadOfferActionDoneEvent} portico-lead-offer-action-done - The server has carried out an act on one lead.
 * @fires {PorticoErrorEvent} portico-error - An act did not take effect. Cancel it to say so in the page's own way.
 * @slot pending - While the first leads are read.
 * @slot empty - No leads under this tab.
 * @slot error - The leads could not be read.
 * @slot offline - There is no connection; beside the leads when they were read before, else in their place.
 * @slot forbidden - The person may not see leads.
 * @csspart list - The scrolling list.
 * @csspart item - One lead in it.
 * @csspart item-open - The lead that is open.
 * @csspart filters - The filters above the list.
 * @csspart selection - The bar that acts on selected leads.
 * @csspart detail - The open lead.
 * @csspart contact - Whom to call, once accepted.
 * @csspart composer - Where an activity is logged.
 * @csspart timeline - What was done, newest first.
 * @csspart activity - One entry of it.
 * @csspart actions - The buttons of the open lead.
 * @csspart back - The button that leads from a lead to the list where there is room for one only.
 * @csspart note - A line about the connection, or about a change by others.
 * @csspart dialog - Any dialog.
 * @cssproperty [--portico-lead-inbox-height=clamp(420px, 76dvh, 760px)] - Height below the tabs; the list and the open lead scroll inside.
 */
export class LeadInbox extends PortalWidget {
  static override styles = [hostStyles, sharedStyles, buttonStyles, windowedListStyles, panesStyles, leadRowStyles];
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

  /** The tab that is shown. */
  @property({reflect: true}) tab: LeadOfferTab = 'new';
  /** The order of the list. `deadline` shows under Closed what was closed last. */
  @property({reflect: true}) sort: LeadInboxSort = 'deadline';
  /** Id of the open lead offer, for links into the inbox. */
  @property({attribute: 'offer-id'}) offerId: string | undefined;
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

  /** Lists, counts, the open offer, selection and acts, without the view. */
  readonly inbox: LeadInboxController;
  readonly #text = new Localize(this, leadInboxStrings);
  readonly #later = new LaterPart<LaterViews>(this, {
    load: async () => (await import('./lead-inbox.later.ts')).laterPart(),
    text: this.#text,
    stands: () => this.inbox.status !== 'pending',
  });
  readonly #drafts = new Drafts(this);
  readonly #focus = new PaneFocus(this);
  #returnFocus: (() => void) | undefined;
  #searchTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.inbox = new LeadInboxController(this, {explain: error => explain(this.#text, error)});
    this.addController(new UrgencyWatch(this, this.inbox, this.#text, words => this.#say(words)));
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const {inbox} = this;
    this.#text.timeZone = this.portal?.me?.person?.timeZone ?? undefined;
    if (changed.has('tab')) inbox.show({tab: this.tab});
    if (changed.has('sort')) inbox.show({sort: this.sort});
    if (changed.has('offerId')) inbox.opened.open(this.offerId);
    this.tab = inbox.query.tab;
    this.sort = inbox.query.sort;
    this.offerId = inbox.opened.id;
    if (this.offerId !== undefined) void this.#later.load();
    const {items} = inbox.list;
    if (!items.some(({id}) => id === this.cursor)) this.cursor = items[0]?.id;
  }

  protected override render() {
    return html`<div class="root" @keydown=${this.#onKeyDown} @focusin=${this.#onFocusIn} @click=${this.#onClick}>
      ${inboxPage(this.#view())}
      <div class="visually-hidden" role="status">${this.said || nothing}</div>
    </div>`;
  }

  #view(): InboxView {
    const {inbox, portal, cursor, filtersShown, dialog, dialogOpen, shortcutsShown} = this;
    return {
      inbox,
      portal,
      later: this.#later.views,
      cursor,
      filtersShown,
      dialog,
      dialogOpen,
      shortcutsShown,
      text: this.#text,
      drafts: this.#drafts,
      now: portal?.now() ?? 0,
      searching: this.searching,
      returnFocus: this.#returnFocus,
      update: () => this.requestUpdate(),
      open: (offer, intoDetail) => this.#open(offer, intoDetail),
      back: () => this.#back(),
      ask: (act, offers) => this.#ask(act, offers),
      act: (act, offers, input) => this.#act(act, offers, input),
      closeDialog: () => (this.dialogOpen = false),
      search: words => this.#search(words),
      showFilters: shown => {
        this.filtersShown = shown;
        void this.#needLater();
      },
      showShortcuts: shown => this.#showShortcuts(shown),
      selectAll: () => this.#selectAll(),
    };
  }

  #open(offer: LeadOffer, intoDetail = false) {
    if (!this.inbox.open(offer)) return;
    void this.#needLater().then(async () => {
      await this.updateComplete;
      if (intoDetail || this.#focus.isNarrow) await this.#focus.toDetail();
    });
  }

  #back() {
    const {inbox} = this;
    const at = inbox.list.items.findIndex(({id}) => id === inbox.opened.id);
    inbox.close();
    void this.#focus.toRow(Math.min(Math.max(0, at), inbox.list.items.length - 1));
  }

  #ask(act: LeadInboxAct, offers: readonly LeadOffer[]) {
    if (act === 'accept') return this.#act(act, offers);
    this.#returnFocus = undefined;
    this.dialog = {act, offers};
    this.dialogOpen = true;
    void this.#needLater();
  }

  #act(act: LeadInboxAct, offers: readonly LeadOffer[], input: ActInput = {}) {
    const {inbox} = this;
    const [first] = offers;
    const at = inbox.list.items.findIndex(({id}) => id === first?.id);
    const single = offers.length === 1 ? first : undefined;
    if (act === 'accept' && single) inbox.open(single);
    const inDetail = this.#focus.isInDetail;
    const running = inbox.acts.run(act, offers, input);
    if (!running) return;
    const wasDialog = this.dialogOpen;
    if (endsOffer(act) && offers.some(({id}) => id === inbox.opened.id)) inbox.close();
    const leaves = endsOffer(act) || (act === 'accept' && !single);
    const next = () => void this.#focus.toRow(Math.min(Math.max(0, at), inbox.list.items.length - 1));
    if (wasDialog) {
      this.#returnFocus = leaves ? next : undefined;
      this.dialogOpen = false;
    } else if (leaves) next();
    else if (act === 'accept' && (inDetail || this.#focus.isNarrow)) void this.#focus.toDetail();
    const draft = actDraft({act, offers});
    // The words for what came of it are the part's.
    void Promise.all([running, this.#later.load()]).then(([outcome]) => this.#report(outcome, draft));
  }

  #report({act, done, stored, failed}: ActOutcome, draft: string) {
    const {inbox, portal} = this;
    const told = failed.filter(({offer}) => inbox.acts.failureOf(offer.id));
    const text = this.#text;
    if (done.length + stored.length > 0) this.#drafts.clear(draft);
    if (stored.length > 0) portal?.notify({tone: 'neutral', text: text.term('savedHere')});
    for (const {id} of [...done, ...stored]) inbox.selection.toggle(id, false);
    // Without its words the row alone says what came of it.
    if (!this.#later.views) return;
    if (done.length > 0) portal?.notify({tone: 'success', text: act === 'accept' || act === 'decline' || act === 'reassign' ? text.term(`done_${act}`, done.length) : text.term(`done_${act}`)});
    const [first] = told;
    if (!first) return;
    if (told.length > 1) return portal?.notify({tone: 'danger', text: text.term('notDoneMany', told.length)});
    const sentence = text.term('notDone', titleOf(text, first.offer), first.sentence);
    portal?.notify({tone: 'danger', text: sentence, action: {label: text.term('show'), run: () => this.#open(first.offer, true)}});
  }

  /** For what somebody waits for; what cannot come is said. */
  async #needLater() {
    if (!(await this.#later.load())) this.portal?.notify({tone: 'danger', text: this.#text.term('problem_network_error')});
  }

  #showShortcuts(shown: boolean) {
    this.shortcutsShown = shown;
    void this.#needLater();
  }

  #selectAll() {
    const {selection, list} = this.inbox;
    selection.set(list.items);
    this.#say(this.#text.term('selected', selection.size));
  }

  #search(words: string) {
    this.searching = words;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => {
      this.searching = undefined;
      this.inbox.show({q: words.trim()});
    }, searchRestMs);
  }

  #say(words: string) {
    this.said = words;
  }

  readonly #onFocusIn = (event: Event) => {
    const row = (event.target as Element).closest<HTMLElement>('[role=row]');
    if (row) this.cursor = row.dataset['id'];
  };

  readonly #onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const row = target.closest<HTMLElement>('[role=row]');
    const offer = row && this.inbox.find(row.dataset['id'] ?? '');
    if (!offer) return;
    const {selection, list} = this.inbox;
    if (event.shiftKey) selection.extendTo(offer.id, list.items);
    else if (target.closest('.choose') || event.ctrlKey || event.metaKey) selection.toggle(offer.id);
    else this.#open(offer);
  };

  readonly #onKeyDown = (event: KeyboardEvent) => {
    const command = toCommand(event, this.shortcuts !== 'off');
    if (command && obey(command, this.#view(), this.#focus)) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-lead-inbox': LeadInbox;
  }
}
