import type {DealChange, DealCounts, DealRegistration, DealStage, Person, Program} from '@portico/contract';
import {dealTabOf} from '@portico/contract/deal-transitions';
import type {ReactiveController} from 'lit';
import {DealSelectEvent} from '../base/deal.events.ts';
import {LiveList} from '../base/live-list.ts';
import {LiveQuery} from '../base/live-query.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {failedStatus} from '../base/failure.ts';
import {type DealActOutcome, DealActs} from './deal-acts.ts';
import {type Args, toArgs, toFilters, toQuery} from './deal-list.args.ts';
import {belongsTo, compareDeals, type DealAct, type DealListQuery, mentions, type Now, sortOf} from './deal-list.model.ts';
import {OpenedDeal} from './opened-deal.ts';

/** How the list stands as a whole; one that was shown once stays `ready`. */
export type DealListStatus = 'pending' | 'ready' | 'failed' | 'offline' | 'forbidden';

export interface DealListOptions {
  /** Says in the person's language why something did not take effect. English unless given. */
  explain?: (error: unknown) => string;
  /** Hears what came of an act that had waited on this device, once it was sent. */
  settled?: (act: DealAct, deal: DealRegistration, outcome: DealActOutcome) => void;
}

const pageSize = 50;

/**
 * A list of registered deals without a view: lists, counts, the open registration and acts. `<portico-deal-list>` draws it; a page that draws its own makes
 * one in an element of its own and renders from it. Whatever changes, the host renders again.
 */
export class DealListController implements ReactiveController {
  /** The registrations under the tab, by pages. */
  readonly list: LiveList<Args, DealRegistration>;
  /** The registration that is open for reading. */
  readonly opened: OpenedDeal;
  /** Set the stage, withdraw and the rest. */
  readonly acts: DealActs;
  readonly #host: WidgetHost;
  readonly #counts: LiveQuery<[string, string, string], DealCounts>;
  readonly #offers: LiveQuery<[], readonly DealChange[]>;
  readonly #program: LiveQuery<[], Program>;
  readonly #colleagues: LiveQuery<[], readonly Person[]>;
  readonly #seen = new Map<string, number>();
  #seenItems: readonly DealRegistration[] = [];
  #query: DealListQuery = {tab: 'attention', sort: 'deadline', q: '', owner: '', stage: ''};
  #lastCounts: DealCounts | undefined;
  #wantsColleagues = false;
  #ticking: WidgetHost['portal'];
  #stopTicking: (() => void) | undefined;
  /** Until somebody has chosen a tab, the list begins where there is something. */
  #isTabChosen = false;

  constructor(host: WidgetHost, {explain = () => 'It did not work.', settled}: DealListOptions = {}) {
    this.#host = host;
    host.addController(this);
    const find = (id: string) => this.find(id);
    this.list = new LiveList<Args, DealRegistration>(host, {
      args: () => (this.mayRead ? toArgs(this.#query) : null),
      readPage: ({client}, args, cursor, signal) => {
        const [tab, sort] = args;
        return client.dealRegistrations.list({...toFilters(args), ...(tab === 'attention' ? {attention: true} : {tab}), sort: sortOf({tab, sort}), limit: pageSize, ...(cursor === undefined ? {} : {cursor})}, {signal});
      },
      readOne: ({client}, id, signal) => client.dealRegistrations.get({id}, {signal}),
      // What the server's search has found stays found; whether a row that comes later would be is a good guess, until the next reading.
      belongs: (deal, args) => belongsTo(deal, toQuery(args), host.portal?.me?.person?.id, this.present) && (!args[2] || find(deal.id) !== undefined || mentions(deal, args[2])),
      compare: (a, b, args) => compareDeals(a, b, toQuery(args)),
      resource: 'deal_registration',
      // The open row stays, whatever others make of it; what the person ends here and now leaves.
      isHeld: ({id}) => id === this.opened.id && this.acts.previewOf(id) === undefined,
    });
    this.acts = new DealActs(host, {begin: (id, change) => this.list.begin(id, change), find, take: (id, deal) => this.#take(id, deal), explain, settled});
    this.opened = new OpenedDeal(host, {acts: this.acts, find, take: deal => this.list.take(deal), explain});
    this.#counts = new LiveQuery(host, {
      args: () => (this.mayRead ? [this.#query.q, this.#query.owner, this.#query.stage] : null),
      read: ({client}, [q, owner, stage], signal) => client.dealRegistrations.counts(toFilters(['attention', 'newest', q, owner, stage]), {signal}),
      refreshOn: 'deal_registration',
    });
    this.#offers = new LiveQuery<[], readonly DealChange[]>(host, {
      args: () => (this.mayRead ? [] : null),
      read: async ({client}, _, signal) => {
        const {items} = await client.dealChanges.list({open: true, limit: 100}, {signal});
        return items.filter(({kind, actions}) => kind === 'transfer' && actions.includes('approve'));
      },
      refreshOn: 'deal_registration',
    });
    this.#program = new LiveQuery<[], Program>(host, {args: () => (this.mayRead ? [] : null), read: ({client}, _, signal) => client.program.get({}, {signal}), refreshOn: 'program'});
    this.#colleagues = new LiveQuery<[], readonly Person[]>(host, {
      args: () => (this.#wantsColleagues ? [] : null),
      read: async ({client}, _, signal) => (await client.people.list({limit: 100}, {signal})).items,
      refreshOn: 'person',
    });
  }

  /** Loads what opening and acting need, which else comes with the first of them. @throws When it does not come. */
  async prepare(): Promise<void> {
    await this.opened.prepare();
  }

  hostUpdate() {
    const {portal} = this.#host;
    if (portal !== this.#ticking && this.#host.isConnected) {
      this.#stopTicking?.();
      this.#ticking = portal;
      this.#stopTicking = portal?.tick(() => this.#host.requestUpdate());
    }
    this.#beginSomewhere();
    this.#noteSeen();
  }

  hostDisconnected() {
    this.#stopTicking?.();
    this.#ticking = this.#stopTicking = undefined;
  }

  /** Tab, order and filters. */
  get query(): DealListQuery {
    return this.#query;
  }

  /** How many registrations are under each tab, under the same filters, and how many more fit; the last known while new ones are read. */
  get counts(): DealCounts | undefined {
    return (this.#lastCounts = this.#counts.value ?? this.#lastCounts);
  }

  /** The present, as deadlines are seen from it. */
  get present(): Now {
    return {now: this.#host.portal?.now() ?? 0, soonMs: Math.max(0, ...(this.program?.dealPolicy.expiryReminderDays ?? [])) * 86_400_000};
  }

  /** Transfers that wait for this partner's word: deals of others that are offered to it, and its own that would go to others. */
  get offers(): readonly DealChange[] {
    return this.#offers.value ?? [];
  }

  /** The programme's rules; its stages give the names of the partner's progress. */
  get program(): Program | undefined {
    return this.#program.value;
  }

  get stages(): readonly DealStage[] {
    return this.program?.dealPolicy.stages ?? [];
  }

  /** Active people of the partner organisation, the person included; read once asked for. */
  get colleagues(): readonly Person[] | undefined {
    if (!this.#wantsColleagues) {
      this.#wantsColleagues = true;
      queueMicrotask(() => this.#host.requestUpdate());
    }
    return this.#colleagues.value;
  }

  /** Whether this session may show deals at all. */
  get mayRead(): boolean {
    const me = this.#host.portal?.me;
    return me !== undefined && me.caller === 'partner' && me.components.includes('deal-list') && me.scopes.includes('deal_registration:read');
  }

  /** Whether this session may register deals. */
  get mayWrite(): boolean {
    return this.#host.portal?.me?.scopes.includes('deal_registration:write') ?? false;
  }

  get status(): DealListStatus {
    const {portal} = this.#host;
    if (portal?.ready && !this.mayRead) return 'forbidden';
    const failed = failedStatus(portal, this.list);
    if (failed) return failed;
    // Names of stages, numbers on tabs and what is offered come with the rows, so that nothing jumps afterwards.
    const isWhole = (this.counts ?? this.#counts.error) !== undefined && (this.program ?? this.#program.error) !== undefined && (this.#offers.value ?? this.#offers.error) !== undefined;
    return portal?.ready && this.list.status === 'ready' && isWhole && (this.#isTabChosen || !this.#isBare) ? 'ready' : 'pending';
  }

  /** Why `status` is `failed`, `offline` or `forbidden`. */
  get error(): unknown {
    return this.#host.portal?.status === 'failed' ? this.#host.portal.error : this.list.error;
  }

  /** Shows another tab, order or filter; what is left out stays. */
  show(query: Partial<DealListQuery>) {
    if (query.tab !== undefined) this.#isTabChosen = true;
    const changed = (Object.keys(query) as (keyof DealListQuery)[]).some(key => query[key] !== this.#query[key]);
    if (!changed) return;
    this.#query = {...this.#query, ...query};
    if (query.tab !== undefined) this.opened.open(undefined);
    this.#host.requestUpdate();
  }

  /** Takes away filters and search. */
  clearFilters() {
    this.show({q: '', owner: '', stage: ''});
  }

  /**
   * Opens a registration to be read; the page may prevent it.
   *
   * @returns Whether it was opened.
   */
  open(deal: DealRegistration): boolean {
    if (this.opened.id === deal.id) return true;
    if (!this.#host.dispatchEvent(new DealSelectEvent(deal))) return false;
    this.#seen.set(deal.id, deal.version);
    this.opened.open(deal.id);
    this.list.settle();
    return true;
  }

  /** Opens one that is not on the list, such as from a link. */
  openById(id: string) {
    const deal = this.find(id);
    if (deal) this.open(deal);
    else this.opened.open(id);
  }

  /** Closes the open registration. */
  close() {
    if (this.opened.id === undefined) return;
    this.opened.open(undefined);
    this.list.settle();
    this.#host.dispatchEvent(new DealSelectEvent(null));
  }

  /** The registration as it is known here. */
  find(id: string): DealRegistration | undefined {
    return this.list.items.find(deal => deal.id === id);
  }

  /** Whether others changed a registration since it was last looked at on this page. */
  isUnread({id, version}: DealRegistration): boolean {
    return version > (this.#seen.get(id) ?? version) && this.acts.previewOf(id) === undefined;
  }

  /** Whether a registration stands under another tab than the one shown; it is still there because it is open. */
  isElsewhere(deal: DealRegistration): boolean {
    return this.#query.tab !== 'attention' && dealTabOf(deal.status) !== this.#query.tab;
  }

  /** Reads everything again; tries the session again too if it is gone. */
  retry() {
    const {portal} = this.#host;
    if (portal && !portal.ready) return void portal.start();
    this.list.refresh();
    this.#counts.refresh();
    this.#program.refresh();
    this.#offers.refresh();
    this.opened.refresh();
  }

  /** Agrees to take over another partner's deal, or refuses. Shown at once, and taken back with a reason when it fails. */
  async answerOffer(change: DealChange, answer: 'agree' | 'refuse') {
    await this.acts.answer(change, answer, () => {
      const {offers} = this;
      this.#offers.value = offers.filter(({id}) => id !== change.id);
      return done => {
        if (!done) this.#offers.value = offers;
      };
    });
  }

  #take(id: string, deal: DealRegistration | null) {
    if (!deal) {
      if (this.opened.id === id) this.close();
      return this.list.remove(id);
    }
    this.#seen.set(id, deal.version);
    this.list.take(deal);
    this.opened.take(deal);
  }

  /** Whether the list begins with nothing that needs the reader, while there is something else. */
  get #isBare(): boolean {
    const {counts} = this;
    return this.#query.tab === 'attention' && this.list.items.length === 0 && this.offers.length === 0 && counts !== undefined && counts.protected + counts.in_review + counts.draft + counts.closed > 0;
  }

  #beginSomewhere() {
    if (this.#isTabChosen || this.list.status !== 'ready' || !this.counts || (this.#offers.value === undefined && this.#offers.error === undefined)) return;
    this.#isTabChosen = true;
    const {counts} = this;
    if (this.#isBare) this.#query = {...this.#query, tab: (['protected', 'in_review', 'draft', 'closed'] as const).find(tab => counts[tab] > 0) ?? 'attention'};
  }

  #noteSeen() {
    const {items} = this.list;
    if (items === this.#seenItems) return;
    this.#seenItems = items;
    for (const {id, version} of items) if (!this.#seen.has(id) || id === this.opened.id) this.#seen.set(id, version);
  }
}
