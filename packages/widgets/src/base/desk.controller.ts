import type {ReactiveController} from 'lit';
import {DeskLook} from './desk-look.ts';
import type {LiveList} from './live-list.ts';
import type {Versioned} from './live-list.model.ts';
import {failedStatus} from './failure.ts';
import {RowSelection} from './row-selection.ts';
import type {WidgetHost} from './widget-host.ts';

/** How a vendor's desk stands as a whole; one that was shown once stays `ready`. */
export type DeskStatus = 'pending' | 'ready' | 'failed' | 'offline' | 'forbidden';

/** What a desk reads. */
export interface DeskReadings<Row extends Versioned> {
  readonly list: Pick<LiveList<readonly unknown[], Row>, 'status' | 'error' | 'items' | 'settle' | 'refresh'>;
  readonly counts: {refresh(): void};
}

/** What the desks of a vendor have in common without a view: what is looked for, what is open, a selection, and how it all stands. */
export abstract class DeskController<Row extends Versioned, Query extends {readonly q: string; readonly sort: string}> implements ReactiveController {
  /** What the desk reads: the list, the counts above it, and what is open. */
  abstract readonly data: DeskReadings<Row>;
  /** The rows that were chosen for one act on all of them. */
  readonly selection: RowSelection;
  protected readonly host: WidgetHost;
  readonly #look: DeskLook<Query>;

  /** @param query - What is looked for at first. */
  constructor(host: WidgetHost, query: Query) {
    this.host = host;
    this.selection = new RowSelection(() => host.requestUpdate());
    this.#look = new DeskLook(host, query, () => this.selection.clear());
    host.addController(this);
  }

  /** The event that tells the page, and asks it, before something is opened or closed. */
  protected abstract toSelectEvent(row: Row | null): Event;

  /** Needed by the interface; its parts are controllers themselves. */
  hostConnected() {}

  /** Tab, order, filters and search. */
  get query(): Query {
    return this.#look.query;
  }

  /** What stands in the search, before it is searched for. */
  get words(): string {
    return this.#look.words;
  }

  /** Id of what is open. */
  get openId(): string | undefined {
    return this.#look.openId;
  }

  get status(): DeskStatus {
    const {portal} = this.host;
    const {list} = this.data;
    // Partners have no desks.
    if (portal?.me?.caller === 'partner') return 'forbidden';
    return failedStatus(portal, list) ?? (portal?.ready && list.status === 'ready' ? 'ready' : 'pending');
  }

  /** Why `status` is `failed`, `offline` or `forbidden`, or why what is shown may be old. */
  get error(): unknown {
    return this.host.portal?.error ?? this.data.list.error;
  }

  /** The chosen rows that are loaded, in the order of the list. */
  get chosen(): readonly Row[] {
    return this.data.list.items.filter(({id}) => this.selection.has(id));
  }

  /** Whether the person has a row in hand, so that it keeps its place. */
  holds(id: string): boolean {
    return id === this.openId || this.selection.has(id);
  }

  /** Shows another tab, order or filter, or searches at once; what is left out stays. */
  show(query: Partial<Query>): void {
    this.#look.show(query);
  }

  /** Notes what is typed in the search, and searches for it once that pauses. */
  search(words: string): void {
    this.#look.search(words);
  }

  /**
   * Opens a row, or closes the one that is open; the page may prevent it.
   *
   * @returns Whether it did.
   */
  open(row: Row | null): boolean {
    if (row?.id === this.openId) return true;
    if (!this.host.dispatchEvent(this.toSelectEvent(row))) return false;
    this.#look.openId = row?.id;
    this.data.list.settle();
    return true;
  }

  /** Reads everything again; tries the session again too if it is gone. */
  retry(): void {
    const {portal} = this.host;
    if (portal && !portal.ready) return void portal.start();
    this.data.list.refresh();
    this.data.counts.refresh();
  }
}
