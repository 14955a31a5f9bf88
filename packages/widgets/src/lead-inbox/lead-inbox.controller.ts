import type {LeadOffer, LeadOfferCounts, Person, Program} from '@portico/contract';
import type {ReactiveController} from 'lit';
import {LiveList} from '../base/live-list.ts';
import {LiveQuery} from '../base/live-query.ts';
import {failedStatus} from '../base/failure.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {RowSelection} from '../base/row-selection.ts';
import {LeadOfferSelectEvent} from './lead-inbox.events.ts';
import {belongsTo, compareOffers, type LeadInboxQuery, mentions, tabOf} from './lead-inbox.model.ts';
import {type ActOutcome, LeadOfferActs} from './lead-offer-acts.ts';
import {OpenedOffer} from './opened-offer.ts';

/** How the inbox stands as a whole; a list that was shown once stays `ready`. */
export type LeadInboxStatus = 'pending' | 'ready' | 'failed' | 'offline' | 'forbidden';

export interface LeadInboxOptions {
  /** Says in the person's language why something did not take effect. English unless given. */
  explain?: (error: unknown) => string;
  /** Hears what came of an act that had waited on this device, once it was sent. */
  settled?: (outcome: ActOutcome) => void;
}

const pageSize = 50;
const emptyQuery: LeadInboxQuery = {tab: 'new', sort: 'deadline', q: '', product: '', country: '', assignee: '', unread: false};

/**
 * A lead inbox without a view: lists, counts, the open offer, selection and acts. `<portico-lead-inbox>` draws it; a page that draws its own makes one in
 * an element of its own and renders from it. Whatever changes, the host renders again.
 *
 * @example
 * class MyInbox extends PortalWidget {
 *   readonly #inbox = new LeadInboxController(this);
 *   protected override render() {
 *     return this.#inbox.list.items.map(offer => html`<button @click=${() => this.#inbox.acts.run('accept', [offer])}>${offer.teaser.title}</button>`);
 *   }
 * }
 */
export class LeadInboxController implements ReactiveController {
  /** The offers under the tab, by pages. */
  readonly list: LiveList<[LeadInboxQuery], LeadOffer>;
  /** The rows that were chosen for one act on all of them. */
  readonly selection: RowSelection;
  /** Accept, decline and the rest, on one offer or many. */
  readonly acts: LeadOfferActs;
  /** The offer that is open, with its story. */
  readonly opened: OpenedOffer;
  readonly #host: WidgetHost;
  readonly #counts: LiveQuery<(string | boolean)[], LeadOfferCounts>;
  readonly #program: LiveQuery<[], Program>;
  readonly #colleagues: LiveQuery<[], readonly Person[]>;
  #query = emptyQuery;
  #lastCounts: LeadOfferCounts | undefined;
  #wantsProgram = false;
  #wantsColleagues = false;

  constructor(host: WidgetHost, {explain = String, settled}: LeadInboxOptions = {}) {
    this.#host = host;
    host.addController(this);
    const find = (id: string) => this.find(id);
    const take = (offer: LeadOffer) => this.list.take(offer);
    this.selection = new RowSelection(() => host.requestUpdate());
    this.list = new LiveList<[LeadInboxQuery], LeadOffer>(host, {
      args: () => (this.mayRead ? [this.query] : null),
      readPage: ({client}, [query], cursor, signal) => client.leadOffers.list({...toInput({...query, cursor}), limit: pageSize}, {signal}),
      readOne: ({client}, id, signal) => client.leadOffers.get({id}, {signal}),
      // What the server's search has found stays found; whether a row that comes later would be is a good guess, until the next reading.
      belongs: (offer, [query]) => belongsTo(offer, query, host.portal?.me?.person?.id) && (this.find(offer.id) !== undefined || mentions(offer, query.q)),
      compare: (a, b, [query]) => compareOffers(a, b, query),
      resource: 'lead_offer',
      // The open row stays, whatever others make of it; what the person ends here and now leaves.
      isHeld: ({id}) => id === this.opened.id && tabOf(this.acts.previewOf(id) ?? {status: 'offered'}) !== 'closed',
    });
    this.acts = new LeadOfferActs(host, {begin: (id, change) => this.list.begin(id, change), find, take: offer => this.opened.take(offer), explain, settled});
    this.opened = new OpenedOffer(host, {acts: this.acts, find, take, explain});
    this.#counts = new LiveQuery(host, {
      args: () => (this.mayRead ? Object.values(this.#filter) : null),
      read: ({client}, _, signal) => client.leadOffers.counts(toInput(this.#filter), {signal}),
      refreshOn: 'lead_offer',
    });
    this.#program = new LiveQuery<[], Program>(host, {args: () => (this.#wantsProgram ? [] : null), read: ({client}, _, signal) => client.program.get({}, {signal}), refreshOn: 'program'});
    this.#colleagues = new LiveQuery<[], readonly Person[]>(host, {
      args: () => (this.#wantsColleagues ? [] : null),
      read: async ({client}, _, signal) => (await client.people.list({limit: 100}, {signal})).items,
      refreshOn: 'person',
    });
  }

  /** Needed by the interface; the parts hold their own life cycles. */
  hostConnected() {}

  /** Loads what opening and acting need, which else comes with the first of them. @throws When it does not come. */
  async prepare(): Promise<void> {
    await this.opened.prepare();
  }

  /** Tab, order and filters. */
  get query(): LeadInboxQuery {
    return this.#query;
  }

  /** How many offers are under each tab, under the same filters; the last known while new ones are read. */
  get counts(): LeadOfferCounts | undefined {
    return (this.#lastCounts = this.#counts.value ?? this.#lastCounts);
  }

  /** Whether this session may show leads at all. */
  get mayRead(): boolean {
    const me = this.#host.portal?.me;
    return me !== undefined && me.caller === 'partner' && me.components.includes('lead-inbox') && me.scopes.includes('lead_offer:read');
  }

  get status(): LeadInboxStatus {
    const {portal} = this.#host;
    if (portal?.ready && !this.mayRead) return 'forbidden';
    return failedStatus(portal, this.list) ?? (portal?.ready && this.list.status === 'ready' ? 'ready' : 'pending');
  }

  /** Why `status` is `failed`, `offline` or `forbidden`. */
  get error(): unknown {
    return this.#host.portal?.status === 'failed' ? this.#host.portal.error : this.list.error;
  }

  /** What can be filtered by; read once asked for. */
  get program(): Program | undefined {
    if (!this.#wantsProgram) this.#want(() => (this.#wantsProgram = true));
    return this.#program.value;
  }

  /** Active people of the partner organisation, the person included; read once asked for. */
  get colleagues(): readonly Person[] | undefined {
    if (!this.#wantsColleagues) this.#want(() => (this.#wantsColleagues = true));
    return this.#colleagues.value;
  }

  /** Shows another tab, order or filter; what is left out stays. */
  show(query: Partial<LeadInboxQuery>) {
    const changed = (Object.keys(query) as (keyof LeadInboxQuery)[]).some(key => query[key] !== this.#query[key]);
    if (!changed) return;
    this.#query = {...this.#query, ...query};
    this.selection.clear();
    if (query.tab !== undefined) this.opened.open(undefined);
    this.#host.requestUpdate();
  }

  /** Takes away filters and search. */
  clearFilters() {
    const {tab, sort} = this.#query;
    this.show({...emptyQuery, tab, sort});
  }

  /**
   * Opens an offer to be read, which tells the vendor that it was seen; the page may prevent it.
   *
   * @returns Whether it was opened.
   */
  open(offer: LeadOffer): boolean {
    if (this.opened.id === offer.id) return true;
    if (!this.#host.dispatchEvent(new LeadOfferSelectEvent(offer))) return false;
    this.opened.open(offer.id);
    this.list.settle();
    return true;
  }

  /** Closes the open offer. */
  close() {
    if (this.opened.id === undefined) return;
    this.opened.open(undefined);
    this.list.settle();
    this.#host.dispatchEvent(new LeadOfferSelectEvent(null));
  }

  /** The offer as it is known here. */
  find(id: string): LeadOffer | undefined {
    return this.list.items.find(offer => offer.id === id);
  }

  /** The chosen rows that are loaded, in the order of the list. */
  get chosen(): readonly LeadOffer[] {
    return this.selection.size === 0 ? [] : this.list.items.filter(({id}) => this.selection.has(id));
  }

  /** Reads everything again; tries the session again too if it is gone. */
  retry() {
    const {portal} = this.#host;
    if (portal && !portal.ready) return void portal.start();
    this.list.refresh();
    this.#counts.refresh();
    this.opened.refresh();
  }

  /** Whether an offer stands under another tab than the one shown; it is still there because it is open. */
  isElsewhere(offer: LeadOffer): boolean {
    return tabOf(offer) !== this.#query.tab;
  }

  /** What counts are read for: whatever the tab and the order. */
  get #filter() {
    const {tab: _tab, sort: _sort, ...filter} = this.#query;
    return filter;
  }

  /** Begins to read after this render: asking is part of rendering. */
  #want(begin: () => void) {
    begin();
    queueMicrotask(() => this.#host.requestUpdate());
  }
}

/** As the API takes it: what is empty is left out. */
function toInput<Query extends object>(query: Query) {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value)) as {[Key in keyof Query]?: NonNullable<Query[Key]>};
}
