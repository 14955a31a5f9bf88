import type {ChangeEvent, ChangeResource, Page} from '@portico/contract';
import type {ReactiveController} from 'lit';
import type {PortalController} from '../portal/portal.controller.ts';
import {isGone, joinRows, keepRows, sameArgs, type Versioned} from './live-list.model.ts';
import type {WidgetHost} from './widget-host.ts';

/** How a list is read, ordered and kept current. */
export interface LiveListOptions<Args extends readonly unknown[], Item extends Versioned> {
  /** Tab, sort and filters; a change of any starts the list anew. `null` while there is nothing to read yet. */
  args: () => Args | null;
  /** Reads one page; the server orders it as `compare` does. */
  readPage: (portal: PortalController, args: Args, cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>;
  /** Reads one item again after a change. */
  readOne: (portal: PortalController, id: string, signal: AbortSignal) => Promise<Item>;
  /** Whether an item is on the list for these arguments. */
  belongs: (item: Item, args: Args) => boolean;
  /** The order of the list. */
  compare: (a: Item, b: Item, args: Args) => number;
  /** The resource whose changes concern the items. */
  resource: ChangeResource;
  /** Whether a row stays in its place for now because the user has it in hand. */
  isHeld?: (item: Item) => boolean;
}

/** More changes at once than this, and the loaded part is read again by pages. */
const singleReadsMost = 20;
const reloadPagesMost = 10;
/** Changes that come in a burst are read together. */
const burstMs = 60;

/**
 * A long list by keyset pages that stays current: a change reads one row again and puts it in its place, a burst reads the loaded pages again. The rows on
 * screen stay until the new ones are there, and a row that the user holds keeps its place.
 */
export class LiveList<Args extends readonly unknown[], Item extends Versioned> implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #options: LiveListOptions<Args, Item>;
  #portal: PortalController | undefined;
  /** Whose rows these are; they stay while the element is out of the page. */
  #source: PortalController | undefined;
  /** The element was out of the page and heard of no change. */
  #isStale = false;
  #unsubscribe: (() => void) | undefined;
  #args: Args | null = null;
  #items: readonly Item[] = [];
  #next: string | null = null;
  #status: 'pending' | 'ready' | 'failed' = 'pending';
  #error: unknown;
  #reading: Promise<void> | undefined;
  /** The next page was asked for and is not there yet. */
  #wantsMore = false;
  #abort = new AbortController();
  #changed = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Rows with an act of this page under way: what the feed says of them waits for the answer. */
  readonly #acting = new Map<string, number>();

  constructor(host: WidgetHost, options: LiveListOptions<Args, Item>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The rows read so far, in order. A new array whenever something changed. */
  get items(): readonly Item[] {
    return this.#items;
  }

  /** `pending` until the first page is there; a failed refresh leaves `ready` and sets `error`. */
  get status(): 'pending' | 'ready' | 'failed' {
    return this.#status;
  }

  get error(): unknown {
    return this.#error;
  }

  /** Whether rows beyond the ones read exist. */
  get hasMore(): boolean {
    return this.#next !== null;
  }

  get loading(): boolean {
    return this.#reading !== undefined;
  }

  hostUpdate() {
    const {portal} = this.#host;
    // An update that was due when the element left the page must not subscribe again.
    if (!this.#host.isConnected) return;
    if (portal !== this.#portal) this.#attach(portal);
    if (portal !== this.#source) this.#begin(null);
    this.#source = portal;
    if (!portal?.ready) return;
    const args = this.#options.args();
    const isSame = sameArgs(args, this.#args);
    if (!args || (isSame && !this.#isStale)) return;
    if (!isSame) this.#begin(args);
    this.#isStale = false;
    this.#startOver();
  }

  hostDisconnected() {
    this.#attach(undefined);
    this.#isStale = true;
    this.#abort.abort();
    this.#reading = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Reads the next page, when there is one; after what is on its way, if something is. */
  loadMore() {
    this.#wantsMore = this.#next !== null;
    if (this.#next === null || this.#reading) return;
    const cursor = this.#next;
    this.#read(async (portal, args, signal) => {
      const page = await this.#options.readPage(portal, args, cursor, signal);
      const known = new Set(this.#items.map(item => item.id));
      this.#items = [...this.#items, ...page.items.filter(item => !known.has(item.id))];
      this.#next = page.page.next;
      this.#wantsMore = false;
    });
  }

  /** Reads the loaded part again; what is on screen stays until the answer comes. */
  refresh() {
    this.#startOver();
  }

  /** Takes an item as the server answered it: replaces, inserts or removes the row. */
  take(item: Item) {
    if (this.#args) this.#place(item, this.#args);
    this.#host.requestUpdate();
  }

  /** Takes a row off the list. */
  remove(id: string) {
    this.#items = this.#items.filter(item => item.id !== id);
    this.#host.requestUpdate();
  }

  /**
   * Shows a change before the server has confirmed it, and keeps the feed's hands off the row meanwhile.
   *
   * @returns Ends the act: with the server's answer takes it, without puts the row back as it was.
   */
  begin(id: string, change: (item: Item) => Item): (answer?: Item) => void {
    const before = this.#items.find(item => item.id === id);
    this.#acting.set(id, (this.#acting.get(id) ?? 0) + 1);
    if (before) this.take(change(before));
    return answer => {
      const others = (this.#acting.get(id) ?? 1) - 1;
      if (others > 0) this.#acting.set(id, others);
      else this.#acting.delete(id);
      const item = answer ?? before;
      if (item) this.take(item);
      if (this.#changed.has(id)) this.#schedule();
    };
  }

  /** Lets go of rows that were held in place although they no longer belong. */
  settle() {
    const args = this.#args;
    if (!args) return;
    const kept = this.#items.filter(item => this.#options.belongs(item, args) || this.#options.isHeld?.(item));
    if (kept.length === this.#items.length) return;
    this.#items = kept;
    this.#host.requestUpdate();
  }

  /** Lets go of all rows, for a list under other arguments or none. */
  #begin(args: Args | null) {
    this.#args = args;
    this.#items = [];
    this.#next = null;
    this.#wantsMore = false;
    this.#status = 'pending';
    this.#error = undefined;
  }

  #attach(portal: PortalController | undefined) {
    this.#unsubscribe?.();
    this.#portal = portal;
    this.#unsubscribe = portal?.subscribe([this.#options.resource], change => this.#hear(change));
  }

  #hear(change: ChangeEvent | null) {
    if (!change) return this.#startOver();
    this.#changed.add(change.resourceId);
    this.#schedule();
  }

  #schedule() {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#catchUp();
    }, burstMs);
  }

  async #catchUp() {
    // A page that was asked for before the change may bring the row as it was; the change has the last word.
    while (this.#reading) await this.#reading;
    const portal = this.#portal;
    const args = this.#args;
    const ids = [...this.#changed].filter(id => !this.#acting.has(id));
    if (!portal?.ready || !args || ids.length === 0) return;
    for (const id of ids) this.#changed.delete(id);
    // After a failed reading rows may be old beside the one that changed; that a change was heard of says that there is a server again.
    if (this.#error || ids.length > singleReadsMost) return this.#startOver();
    const {signal} = this.#abort;
    await Promise.all(
      ids.map(async id => {
        try {
          const item = await this.#options.readOne(portal, id, signal);
          if (signal.aborted) return;
          if (this.#acting.has(id)) this.#changed.add(id);
          else this.#place(item, args);
        } catch (error) {
          if (signal.aborted) return;
          if (isGone(error)) this.#items = this.#items.filter(item => item.id !== id);
          else this.#error = error;
        }
      }),
    );
    this.#host.requestUpdate();
  }

  #place(item: Item, args: Args) {
    const {belongs, compare, isHeld} = this.#options;
    const at = this.#items.findIndex(({id}) => id === item.id);
    const old = this.#items[at];
    if (old && old.version > item.version) return;
    if (old && (isHeld?.(old) || (belongs(item, args) && compare(old, item, args) === 0))) {
      this.#items = this.#items.with(at, item);
      return;
    }
    const others = old ? this.#items.filter(({id}) => id !== item.id) : this.#items;
    if (!belongs(item, args)) {
      this.#items = others;
      return;
    }
    const before = others.findIndex(other => compare(item, other, args) < 0);
    // Beyond the last row read its true neighbours are unknown: the page that holds it will bring it.
    if (before < 0 && this.#next !== null) this.#items = others;
    else this.#items = before < 0 ? [...others, item] : others.toSpliced(before, 0, item);
  }

  #startOver() {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#reading = undefined;
    this.#changed.clear();
    const wanted = this.#items.length;
    const next = this.#next;
    this.#read(async (portal, args, signal) => {
      let items: Item[] = [];
      let cursor: string | undefined;
      for (let pages = 0; pages === 0 || (cursor !== undefined && items.length < wanted && pages < reloadPagesMost); pages++) {
        const page: Page<Item> = await this.#options.readPage(portal, args, cursor, signal);
        items = items.concat(page.items);
        cursor = page.page.next ?? undefined;
      }
      const last = items.at(-1);
      // Far down a long list only its beginning is read again; the rest stays, so that nobody loses their place.
      const rest = cursor !== undefined && last && wanted > items.length ? this.#items.filter(item => this.#options.compare(item, last, args) > 0) : [];
      this.#items = keepRows(this.#items, joinRows(items, rest), {acting: ({id}) => this.#acting.has(id), held: item => this.#options.isHeld?.(item) ?? false});
      this.#next = rest.length > 0 ? next : (cursor ?? null);
      this.#status = 'ready';
    });
  }

  #read(work: (portal: PortalController, args: Args, signal: AbortSignal) => Promise<void>) {
    const portal = this.#portal;
    const args = this.#args;
    const {signal} = this.#abort;
    if (!portal?.ready || !args) return;
    const reading = work(portal, args, signal)
      .then(() => {
        this.#error = undefined;
      })
      .catch((error: unknown) => {
        if (signal.aborted) return;
        this.#error = error;
        if (this.#status === 'pending') this.#status = 'failed';
      })
      .finally(() => {
        if (this.#reading !== reading) return;
        this.#reading = undefined;
        if (this.#wantsMore && this.#error === undefined) this.loadMore();
        this.#host.requestUpdate();
      });
    this.#reading = reading;
    if (this.#status === 'failed') this.#status = 'pending';
    this.#error = undefined;
    this.#host.requestUpdate();
  }
}
