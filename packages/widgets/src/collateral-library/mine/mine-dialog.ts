import type {Cobrand, CollateralEmbed, PrintOrder, ShareLink} from '@portico/contract';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {LiveQuery} from '../../base/live-query.ts';
import type {PortalController} from '../../portal/portal.controller.ts';
import {UiTabs} from '../../ui/tabs/tabs.ts';
import type {TabChangeEvent} from '../../ui/tabs/tabs.events.ts';
import {load} from '../asset-calls.ts';
import {LibraryDialog} from '../library-dialog.ts';
import {embedForm, type Pickable} from './embed-form.view.ts';
import {embedList, linkList, orderList} from './mine-lists.view.ts';
import {type MineTab, mineTabs, scopeOf, scriptBeside, toSites, toSnippet} from './mine.model.ts';
import {mineStyles} from './mine.styles.ts';
import {oldCopies} from './old-copies.view.ts';

/** The most that a tab lists; what is older is found at its piece. */
const most = 100;
const searchRestMs = 250;

/**
 * What an organisation has made of the library: copies under its own logo, links, embeds on its own pages, and printed copies; with the acts that end, change or renew them.
 *
 * @tag portico-collateral-mine-dialog
 */
export class MineDialog extends LibraryDialog {
  static override styles = [...LibraryDialog.styles, mineStyles];
  static readonly parts = {'portico-ui-tabs': UiTabs};

  @property() tab: MineTab = 'copies';
  /** Opens the form of a new embed, with `asset` in it. */
  @property({type: Boolean}) making = false;
  /** Address of `collateral.js`, as the page said it. */
  @property({attribute: false}) scriptUrl: string | undefined;

  /** The embed whose form is open: `new`, or an id. */
  @state() private editing: string | undefined;
  /** The embed whose snippet is shown. */
  @state() private shown: CollateralEmbed | undefined;
  @state() private copied = false;
  @state() private chosen: readonly Pickable[] = [];
  @state() private enquiries = true;
  @state() private picking = '';
  @state() private sought = '';
  @state() private asked: ReadonlySet<string> = new Set();
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #copies = new LiveQuery<[MineTab], readonly Cobrand[]>(this, {
    args: () => this.#argsOf('copies'),
    read: async ({client}, _, signal) => {
      const [old, all] = await Promise.all([client.cobrands.list({status: ['stale'], limit: most}, {signal}), client.cobrands.list({limit: most}, {signal})]);
      return [...old.items, ...all.items.filter(({id}) => !old.items.some(each => each.id === id))];
    },
    refreshOn: ['cobrand', 'cobrand_template'],
  });
  readonly #links = new LiveQuery<[MineTab], readonly ShareLink[]>(this, {args: () => this.#argsOf('links'), read: async ({client}, _, signal) => (await client.shareLinks.list({limit: most}, {signal})).items, refreshOn: 'share_link'});
  readonly #embeds = new LiveQuery<[MineTab], readonly CollateralEmbed[]>(this, {args: () => this.#argsOf('embeds'), read: async ({client}, _, signal) => (await client.collateralEmbeds.list({limit: most}, {signal})).items, refreshOn: ['collateral_embed', 'asset']});
  readonly #orders = new LiveQuery<[MineTab], readonly PrintOrder[]>(this, {args: () => this.#argsOf('orders'), read: async ({client}, _, signal) => (await client.printOrders.list({limit: most}, {signal})).items, refreshOn: 'print_order'});
  readonly #found = new LiveQuery<[string], readonly Pickable[]>(this, {
    args: () => (this.open && this.editing !== undefined ? [this.sought] : null),
    read: ({client}, [q], signal) => findPublic(client, q, signal),
    refreshOn: 'asset',
  });

  protected override get form() {
    return `embed/${this.editing}`;
  }

  /** The tabs that this session has something to do under. */
  private get tabs(): readonly MineTab[] {
    return mineTabs.filter(tab => this.portal?.me?.scopes.includes(scopeOf[tab]));
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (!changed.has('open')) return;
    this.shown = undefined;
    this.editing = undefined;
    this.asked = new Set();
    if (!this.open) return;
    if (!this.tabs.includes(this.tab)) this.tab = this.tabs[0] ?? 'copies';
    if (this.making) this.#edit(undefined);
  }

  protected override render() {
    const {text, open} = this;
    return html`<portico-ui-dialog part="dialog" size="wide" heading=${text.term('mine_heading')} .open=${open} @portico-ui-dialog-close=${this.onClose}>
      ${open
        ? html`<portico-ui-tabs .tabs=${this.tabs.map(id => ({id, label: text.term(`mine_${id}`)}))} selected=${this.tab} label=${text.term('mine_heading')} @portico-ui-tab-change=${this.#turn}>
            <div class="body">${this.renderFailure()} ${this.#body()}</div>
          </portico-ui-tabs>`
        : nothing}
      ${open ? this.#actions() : nothing}
    </portico-ui-dialog>`;
  }

  #argsOf(tab: MineTab): [MineTab] | null {
    return this.open && this.tab === tab ? [tab] : null;
  }

  readonly #turn = (event: TabChangeEvent) => {
    this.tab = event.id as MineTab;
    this.editing = undefined;
    this.shown = undefined;
    this.failure = '';
  };

  #body() {
    const {text, tab} = this;
    if (tab === 'embeds' && this.editing !== undefined) return this.#form();
    if (tab === 'embeds' && this.shown) return this.#snippet(this.shown);
    const query = {copies: this.#copies, links: this.#links, embeds: this.#embeds, orders: this.#orders}[tab];
    if (!query.value) return query.error === undefined ? html`<portico-ui-skeleton rows="4"></portico-ui-skeleton>` : html`<div class="note" data-tone="danger" role="alert">${text.term('problem_network_error')}</div>`;
    if (query.value.length === 0) return html`<portico-ui-empty-state heading=${text.term(`mineEmpty_${tab}`)} text=${text.term(`mineEmptyText_${tab}`)}></portico-ui-empty-state>`;
    switch (tab) {
      case 'copies':
        return oldCopies({text, copies: this.#copies.value ?? [], asked: this.asked, busy: this.busy, remakeAll: () => void this.#remakeAll(), download: copy => void this.#download(copy)});
      case 'links':
        return linkList(text, this.#links.value ?? [], link => void this.#endLink(link));
      case 'embeds':
        return embedList(text, this.#embeds.value ?? [], (act, embed) => (act === 'edit' ? this.#edit(embed) : act === 'snippet' ? this.#show(embed) : void this.#endEmbed(embed)));
      case 'orders':
        return orderList(text, this.#orders.value ?? [], (act, order) => void this.#actOnOrder(act, order));
    }
  }

  #actions() {
    const {text, tab, editing} = this;
    if (tab !== 'embeds') return nothing;
    const button = (act: string, word: string, variant: string, run: () => void) => html`<button slot="actions" class="button" data-variant=${variant} data-act=${act} type="button" aria-disabled=${this.busy} @click=${run}>${word}</button>`;
    if (editing !== undefined) return html`${button('cancel-embed', text.term('embed_back'), 'secondary', () => (this.editing = undefined))}${button('save-embed', text.term(editing === 'new' ? 'embed_make' : 'embed_save'), 'primary', () => void this.#save())}`;
    return this.shown ? button('done-embed', text.term('embed_back'), 'secondary', () => (this.shown = undefined)) : button('new-embed', text.term('embed_new'), 'primary', () => this.#edit(undefined));
  }

  // Embeds

  #edit(embed: CollateralEmbed | undefined) {
    this.shown = undefined;
    this.editing = embed?.id ?? 'new';
    this.picking = this.sought = '';
    this.enquiries = embed?.enquiries ?? true;
    this.chosen = embed ? embed.items.map(({asset}) => asset) : this.asset?.reach.embed ? [this.asset] : [];
  }

  #form() {
    const embed = this.#edited;
    return embedForm({
      text: this.text,
      chosen: this.chosen,
      found: this.#found.value,
      enquiries: this.enquiries,
      picking: this.picking,
      field: (name, label, begin, options) => this.field(name, label, begin, options),
      valueOf: name => (name === 'sites' ? (embed?.sites ?? []).join('\n') : (embed?.[name] ?? '')),
      choose: piece => (this.chosen = [...this.chosen, piece].slice(0, 24)),
      remove: ({id}) => (this.chosen = this.chosen.filter(each => each.id !== id)),
      move: (piece, by) => this.#move(piece, by),
      search: words => this.#search(words),
      setEnquiries: wanted => (this.enquiries = wanted),
    });
  }

  get #edited(): CollateralEmbed | undefined {
    return this.#embeds.value?.find(({id}) => id === this.editing);
  }

  #move(piece: Pickable, by: number) {
    const at = this.chosen.indexOf(piece);
    const others = this.chosen.filter(each => each !== piece);
    this.chosen = [...others.slice(0, at + by), piece, ...others.slice(at + by)];
  }

  #search(words: string) {
    this.picking = words;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.sought = words.trim()), searchRestMs);
  }

  async #save() {
    const {portal, text, chosen, enquiries} = this;
    const embed = this.#edited;
    if (!portal || !(await this.check())) return;
    if (chosen.length === 0) return void (this.failure = text.term('embed_chooseSome'));
    const line = (name: 'name' | 'campaign' | 'privacyUrl') => this.valueIn(name, embed?.[name] ?? '').trim();
    const sites = toSites(this.valueIn('sites', (embed?.sites ?? []).join('\n')));
    if (!sites) return void (this.errors = {sites: text.term('embed_sitesWrong')});
    const fields = {name: line('name'), sites, campaign: line('campaign') || null, privacyUrl: line('privacyUrl') || null, enquiries, assetIds: chosen.map(({id}) => id)};
    const {collateralEmbeds} = portal.client;
    const saved = await this.send(() => (embed ? collateralEmbeds.update({id: embed.id, version: embed.version, ...fields}) : collateralEmbeds.create(fields)));
    if (!saved) return;
    this.drafts.clear(this.form);
    this.editing = undefined;
    this.#embeds.refresh();
    this.#show(saved);
  }

  #show(embed: CollateralEmbed) {
    this.copied = false;
    this.shown = embed;
  }

  #snippet({name, token}: CollateralEmbed) {
    const {text} = this;
    const snippet = toSnippet({token, apiUrl: new URL(this.portal?.apiUrl ?? '/', document.baseURI).href.replace(/\/$/, ''), scriptUrl: scriptBeside(document, this.scriptUrl)});
    return html`<div class="form">
      <h3 class="heading"><bdi>${name}</bdi></h3>
      <p>${text.term('embed_paste')}</p>
      <pre class="snippet" dir="ltr" tabindex="0" translate="no" aria-label=${text.term('embed_snippet')}>${snippet}</pre>
      <div><button class="button" data-variant="primary" data-act="copy-snippet" type="button" @click=${() => this.#copy(snippet)}>${text.term(this.copied ? 'share_copied' : 'embed_copy')}</button></div>
      <p class="muted">${text.term('embed_follows')}</p>
    </div>`;
  }

  async #copy(snippet: string) {
    this.copied = await navigator.clipboard.writeText(snippet).then(
      () => true,
      () => false,
    );
    if (this.copied) return;
    // Where the page may not write to the clipboard it is selected, to be copied by hand.
    const shown = this.renderRoot.querySelector<HTMLElement>('.snippet');
    if (!shown) return;
    shown.focus();
    getSelection()?.selectAllChildren(shown);
  }

  async #endEmbed({id, version}: CollateralEmbed) {
    const {portal} = this;
    if (portal && (await this.send(() => portal.client.collateralEmbeds.revoke({id, version})))) this.#embeds.refresh();
  }

  // Copies, links and orders

  /** Shown at once, and taken back with a reason when it cannot be sent; what fails while it is made is told copy by copy. */
  async #remakeAll() {
    const {portal} = this;
    if (!portal || this.busy) return;
    this.asked = new Set((this.#copies.value ?? []).filter(({status, nextTemplateId}) => status === 'stale' && nextTemplateId !== null).map(({id}) => id));
    if (!(await this.send(() => portal.client.cobrands.remakeAll({})))) this.asked = new Set();
    this.#copies.refresh();
  }

  async #download({id}: Cobrand) {
    const {portal} = this;
    const download = portal && (await this.send(() => portal.client.cobrands.download({id})));
    if (download) load(download);
  }

  async #endLink({id, version}: ShareLink) {
    const {portal} = this;
    if (portal && (await this.send(() => portal.client.shareLinks.revoke({id, version})))) this.#links.refresh();
  }

  async #actOnOrder(act: 'cancel' | 'deliver', {id, version}: PrintOrder) {
    const {portal, text} = this;
    const orders = portal?.client.printOrders;
    if (orders && (await this.send(() => (act === 'cancel' ? orders.cancel({id, version, reason: text.term('print_calledOff')}) : orders.deliver({id, version}))))) this.#orders.refresh();
  }
}

/** Pieces for public pages. Lists know of each whether it is one; not everything is gone through for that. */
async function findPublic(client: PortalController['client'], q: string, signal: AbortSignal): Promise<readonly Pickable[]> {
  const found: Pickable[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 5 && found.length < 12; page++) {
    const {items, page: {next}} = await client.assets.list({...(q && {q}), ...(cursor && {cursor}), sort: q ? 'relevance' : 'newest', limit: 100}, {signal});
    found.push(...items.filter(({reach}) => reach.embed));
    if (next === null) break;
    cursor = next;
  }
  return found.slice(0, 12);
}
