import {toJson} from '@portico/client';
import type {Asset} from '@portico/contract';
import {html, type TemplateResult} from 'lit';
import {LaterPart} from '../base/later-part.ts';
import {WidgetClock} from '../base/widget-clock.ts';
import {goneBy, versionFor} from './asset.model.ts';
import {explain, type Text} from './asset-text.ts';
import type {CollateralLibraryController} from './collateral-library.controller.ts';
import {CollateralActionEvent} from './collateral-library.events.ts';
import type {DialogAct, GridViews, LaterViews, LibraryHost, LibraryView} from './collateral-library.view.ts';
import {detailPane, libraryList, libraryTools} from './library-page.view.ts';
import type {LibraryQuery} from './library.model.ts';
import {connectionNote, forbiddenState} from './states.view.ts';

/** Each with its words and parts in a chunk of its own. */
const dialogs: Readonly<Record<DialogAct | 'mine', () => Promise<unknown>>> = {
  cobrand: () => import('./cobrand/define-cobrand.ts'),
  share: () => import('./reach/define-reach.ts'),
  print: () => import('./reach/define-reach.ts'),
  embed: () => import('./mine/define-mine.ts'),
  mine: () => import('./mine/define-mine.ts'),
};

/** Milliseconds without a key until the search is asked for. */
const searchRestMs = 250;

/** The material on the page: what is drawn of it, and what is done when something is pressed. */
export class LibraryGrid implements GridViews, LibraryView {
  readonly collateral: CollateralLibraryController;
  readonly text: Text;
  filtersShown = false;
  shortcutsShown = false;
  dialog: LibraryView['dialog'];
  dialogOpen = false;
  said = '';
  readonly #host: LibraryHost;
  readonly #later: LaterPart<LaterViews>;
  readonly #clock: WidgetClock;
  /** What was typed into the search last. */
  #typed: string | undefined;
  #searchTimer: ReturnType<typeof setTimeout> | undefined;
  #saidOf: unknown;
  #shown: LibraryQuery | undefined;

  constructor(host: LibraryHost, collateral: CollateralLibraryController, text: Text) {
    this.#host = host;
    this.collateral = collateral;
    this.text = text;
    this.#clock = new WidgetClock(host);
    this.#later = new LaterPart<LaterViews>(host, {
      load: async () => (await Promise.all([import('./collateral-library.later.ts'), collateral.acts.load()]))[0].laterPart(host, collateral),
      text,
      stands: () => collateral.status !== 'pending',
    });
  }

  get portal() {
    return this.#host.portal;
  }

  get embedScript() {
    return this.#host.embedScript;
  }

  get later(): LaterViews | undefined {
    return this.#later.views;
  }

  get now(): number {
    return this.#clock.now;
  }

  /** What was typed stays as it was typed, the space at its end included; what was set from elsewhere takes its place. */
  get searching(): string | undefined {
    return this.#searchTimer !== undefined || this.#typed?.trim() === this.collateral.query.q ? this.#typed : undefined;
  }

  explain(error: unknown): string {
    return explain(this.text, error);
  }

  follow() {
    const {collateral, later} = this;
    if (collateral.opened.id !== undefined) void this.#later.load();
    if (this.#shown !== collateral.query) later?.chunks.reset();
    this.#shown = collateral.query;
    this.#sayHowMany();
  }

  tools(): TemplateResult {
    return libraryTools(this);
  }

  note() {
    return connectionNote(this);
  }

  list(): TemplateResult {
    return libraryList(this);
  }

  detail() {
    return detailPane(this);
  }

  dialogs() {
    const {later} = this;
    return later && html`${later.shortcutsDialog(this)}${later.actDialog(this)}`;
  }

  forbidden(): TemplateResult {
    return forbiddenState(this);
  }

  press(event: KeyboardEvent) {
    if (this.later?.obeyKey(event, this, id => this.#toCard(id), this.#host.shortcuts !== 'off')) event.preventDefault();
  }

  /** Reads on before the end of what was read is in view. */
  readonly onScroll = () => {
    this.later?.chunks.look();
    const rows = this.#host.renderRoot.querySelector('.rows');
    const {list, status} = this.collateral;
    if (rows && status === 'ready' && list.hasMore && !list.loading && rows.scrollHeight - rows.scrollTop < 3 * rows.clientHeight) list.loadMore();
  };

  open(asset: Asset, intoDetail = false) {
    if (!this.collateral.open(asset)) return;
    void this.#needLater().then(async views => {
      await this.#host.updateComplete;
      // The grid has other columns beside what is open: what was pressed stays in view.
      views?.focus.card(asset.id)?.scrollIntoView({block: 'nearest'});
      if (intoDetail) await views?.focus.toDetail();
    });
  }

  back() {
    const {id} = this.collateral.opened;
    this.collateral.close();
    this.#toCard(id);
  }

  download(asset: Asset, versionId = versionFor(asset, this.collateral.query.language, this.text.lang())?.id) {
    // Why it may not be had is said in words that come later.
    if (versionId !== undefined) void this.#later.load().then(() => this.collateral.acts.download(asset, versionId));
  }

  hide(asset: Asset) {
    const {items} = this.collateral.list;
    const at = items.findIndex(({id}) => id === asset.id);
    const next = items[at + 1] ?? items[at - 1];
    this.collateral.hide(asset);
    this.#toCard(next?.id);
  }

  search(words: string) {
    this.#typed = words;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => {
      this.#searchTimer = undefined;
      this.collateral.show({q: words.trim()});
    }, searchRestMs);
  }

  showFilters(shown: boolean) {
    this.filtersShown = shown;
    this.#host.requestUpdate();
  }

  showShortcuts(shown: boolean) {
    this.shortcutsShown = shown;
    this.#host.requestUpdate();
    void this.#needLater();
  }

  ask(act: DialogAct, asset: Asset) {
    if (this.#host.dispatchEvent(new CollateralActionEvent({action: act, asset, input: {}}))) void this.#show({act, asset});
  }

  readonly askMine = () => void this.#show({act: 'mine'});

  readonly closeDialog = () => {
    this.dialogOpen = false;
    this.#host.requestUpdate();
  };

  async tellGone(asset: Asset) {
    const {text} = this;
    if (!(await this.#later.load())) return;
    const words = goneBy(asset) === 'recalled' ? text.term('wasRecalled', asset.title) : text.term('wasWithdrawn', asset.title);
    this.portal?.notify({tone: 'danger', text: words});
  }

  /** Gives a card the focus, wherever it is in a long list. */
  #toCard(id: string | undefined) {
    void this.#later.load().then(async views => {
      const at = this.collateral.list.items.findIndex(asset => asset.id === id);
      await (at < 0 ? this.#host.updateComplete : views?.chunks.pin(at));
      views?.focus.toCard(id);
    });
  }

  async #show(dialog: NonNullable<LibraryView['dialog']>) {
    try {
      await Promise.all([dialogs[dialog.act](), this.#needLater()]);
      this.dialog = dialog;
      this.dialogOpen = true;
      this.#host.requestUpdate();
    } catch {
      this.portal?.notify({tone: 'danger', text: this.text.term('problem_network_error')});
    }
  }

  /** Screen readers hear what a search has found, once it has. */
  #sayHowMany() {
    const {collateral} = this;
    const {status, counts, query, list} = collateral;
    // Its words come later.
    if (!this.later || status !== 'ready' || list.loading || !counts || !collateral.isFiltered) return;
    const now = toJson(query);
    if (now === this.#saidOf) return;
    this.#saidOf = now;
    this.said = this.text.term('found', list.hasMore ? Math.max(counts.total, list.items.length) : list.items.length);
  }

  /** For what somebody waits for; what cannot come is said. */
  async #needLater() {
    const views = await this.#later.load();
    if (!views) this.portal?.notify({tone: 'danger', text: this.text.term('problem_network_error')});
    return views;
  }
}
