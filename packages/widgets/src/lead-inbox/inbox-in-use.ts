import type {LeadOffer} from '@portico/contract';
import {html, nothing, type ReactiveController} from 'lit';
import type {Drafts} from '../base/drafts.ts';
import {LaterPart} from '../base/later-part.ts';
import {PaneFocus} from '../base/pane-focus.ts';
import {detailPane} from './detail-pane.view.ts';
import {explain} from './explain.ts';
import {obey} from './inbox-commands.ts';
import {toCommand} from './lead-inbox.keys.ts';
import {endsOffer, type LeadInboxAct} from './lead-inbox.model.ts';
import type {ActDialog, InboxElement, InboxView, LaterViews, ListViews, Text} from './lead-inbox.view.ts';
import {leadRows} from './lead-list.view.ts';
import type {ActOutcome} from './lead-offer-acts.ts';
import type {ActInput} from './offer-calls.ts';
import {connectionNote, forbiddenState} from './states.view.ts';
import {tools} from './tools.view.ts';

/** Milliseconds without a key until the search is asked for. */
const searchRestMs = 250;

/** The inbox in a person's hands: what is drawn in its frame, where the focus is, what is typed, opened and asked for. */
export class InboxInUse implements ReactiveController, InboxView, ListViews {
  readonly inbox: InboxElement['inbox'];
  readonly text: Text;
  cursor: string | undefined;
  filtersShown = false;
  shortcutsShown = false;
  dialog: ActDialog | undefined;
  dialogOpen = false;
  searching: string | undefined;
  returnFocus: (() => void) | undefined;
  readonly #host: InboxElement;
  readonly #focus: PaneFocus;
  readonly #later: LaterPart<LaterViews>;
  #said = '';
  #wanted: string | undefined;
  #searchTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: InboxElement, text: Text) {
    const {inbox} = host;
    this.#host = host;
    this.inbox = inbox;
    this.text = text;
    this.#focus = new PaneFocus(host);
    this.#later = new LaterPart<LaterViews>(host, {
      load: async () => (await Promise.all([import('./lead-inbox.later.ts'), inbox.prepare()]))[0].laterPart(host, this),
      text,
      stands: () => inbox.status !== 'pending',
    });
    host.addController(this);
  }

  hostUpdate() {
    const {list, opened} = this.inbox;
    const wanted = opened.id && `${opened.id} ${this.portal?.offline}`;
    // Once for each lead and whenever the connection changes: not over and over while it cannot come.
    if (wanted && wanted !== this.#wanted) void this.#later.load();
    this.#wanted = wanted;
    if (!list.items.some(({id}) => id === this.cursor)) this.cursor = list.items[0]?.id;
  }

  get portal() {
    return this.#host.portal;
  }

  get later(): LaterViews | undefined {
    return this.#later.views;
  }

  get isLaterMissing(): boolean {
    return this.#later.isMissing;
  }

  get drafts(): Drafts {
    // Only what came with them asks for them.
    return (this.later as LaterViews).drafts;
  }

  get now(): number {
    return this.portal?.now() ?? 0;
  }

  forbidden() {
    return forbiddenState(this);
  }

  tools() {
    return tools(this);
  }

  note() {
    return connectionNote(this);
  }

  above() {
    return this.later?.listTools(this);
  }

  rows() {
    return leadRows(this);
  }

  detail() {
    return detailPane(this);
  }

  besides() {
    return html`${this.later?.actDialog(this)}${this.later?.shortcutsDialog(this)}
      <div class="visually-hidden" role="status">${this.#said || nothing}</div>`;
  }

  explain(error: unknown): string {
    return explain(this.text, error);
  }

  readonly update = () => this.#host.requestUpdate();

  readonly retry = () => {
    if (this.inbox.opened.id !== undefined) void this.#later.load();
    this.inbox.retry();
  };

  open(offer: LeadOffer, intoDetail = false) {
    if (!this.inbox.open(offer)) return;
    void this.#needLater().then(async () => {
      await this.#host.updateComplete;
      if (intoDetail || this.#focus.isNarrow) await this.#focus.toDetail();
    });
  }

  back() {
    const {inbox} = this;
    const next = this.#nextTo(inbox.opened.id);
    inbox.close();
    next();
  }

  ask(act: LeadInboxAct, offers: readonly LeadOffer[]) {
    if (act === 'accept') return this.act(act, offers);
    this.returnFocus = undefined;
    this.dialog = {act, offers};
    this.dialogOpen = true;
    void this.#needLater();
  }

  act(act: LeadInboxAct, offers: readonly LeadOffer[], input: ActInput = {}) {
    const {inbox} = this;
    const next = this.#nextTo(offers[0]?.id);
    const single = offers.length === 1 ? offers[0] : undefined;
    if (act === 'accept' && single) inbox.open(single);
    const inDetail = this.#focus.isInDetail;
    const running = inbox.acts.run(act, offers, input);
    if (!running) return;
    if (endsOffer(act) && offers.some(({id}) => id === inbox.opened.id)) inbox.close();
    const leaves = endsOffer(act) || (act === 'accept' && !single);
    if (this.dialogOpen) {
      this.returnFocus = leaves ? next : undefined;
      this.closeDialog();
    } else if (leaves) next();
    else if (act === 'accept' && (inDetail || this.#focus.isNarrow)) void this.#focus.toDetail();
    // Its words come while it runs.
    void this.#later.load();
    void running.then(outcome => this.tell(outcome));
  }

  tell(outcome: ActOutcome, hadWaited = false) {
    // Without the part's words the row alone says what came of it.
    void this.#later.load().then(later => later?.report(this, outcome, hadWaited));
  }

  closeDialog() {
    this.dialogOpen = false;
    this.update();
  }

  search(words: string) {
    this.searching = words;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => {
      this.searching = undefined;
      this.inbox.show({q: words.trim()});
      this.update();
    }, searchRestMs);
  }

  showFilters(shown: boolean) {
    this.filtersShown = shown;
    void this.#needLater();
  }

  showShortcuts(shown: boolean) {
    this.shortcutsShown = shown;
    void this.#needLater();
  }

  selectAll() {
    const {selection, list} = this.inbox;
    selection.set(list.items);
    this.say(this.text.term('selected', selection.size));
  }

  say(words: string) {
    this.#said = words;
    this.update();
  }

  /** Hears what is pressed in the inbox, and where the focus goes. */
  handleEvent(event: Event) {
    if (event instanceof KeyboardEvent) {
      const command = toCommand(event, this.#host.shortcuts !== 'off');
      if (command !== undefined && obey(command, this, this.#focus)) event.preventDefault();
      return;
    }
    const target = event.target as Element;
    const id = target.closest<HTMLElement>('[role=row]')?.dataset['id'];
    if (id === undefined) return;
    if (event instanceof MouseEvent) return this.#press(id, event, target);
    this.cursor = id;
    this.update();
  }

  #press(id: string, {shiftKey, ctrlKey, metaKey}: MouseEvent, target: Element) {
    const {selection, list} = this.inbox;
    const offer = this.inbox.find(id);
    if (!offer) return;
    if (shiftKey) selection.extendTo(id, list.items);
    else if (target.closest('.choose') || ctrlKey || metaKey) selection.toggle(id);
    else this.open(offer);
  }

  /** Gives the row that takes the place of this one the focus, once it is called. */
  #nextTo(id: string | undefined): () => void {
    const {list} = this.inbox;
    const at = Math.max(0, list.items.findIndex(offer => offer.id === id));
    return () => void this.#focus.toRow(Math.min(at, list.items.length - 1));
  }

  /** For what somebody waits for; what cannot come is said. */
  async #needLater() {
    this.update();
    if (!(await this.#later.load())) this.portal?.notify({tone: 'danger', text: this.text.term('problem_network_error')});
  }
}
