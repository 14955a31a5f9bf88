import type {ChangeEvent, ChangeResource, Page} from '@portico/contract';
import type {PortalController} from '../portal/portal.controller.ts';
import {LiveQuery} from './live-query.ts';
import type {WidgetHost} from './widget-host.ts';

/** How pages are read and kept current. */
export interface LivePagesOptions<Args extends readonly unknown[], Item> {
  /** What the reading depends on; a change of any starts anew. `null` while there is nothing to read yet. */
  args: () => Args | null;
  readPage: (portal: PortalController, args: Args, cursor: string | undefined, signal: AbortSignal | undefined) => Promise<Page<Item>>;
  /** Changes of these resources read what is shown again, while it stays on screen. */
  refreshOn: ChangeResource | readonly ChangeResource[];
  concerns?: (change: ChangeEvent) => boolean;
}

/** What was read so far. */
interface Read<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/**
 * Rows by keyset pages that are only looked at: the first page, and on from there whenever somebody asks for more, to the end. A change reads as many again as are shown.
 */
export class LivePages<Args extends readonly unknown[], Item> {
  readonly #host: WidgetHost;
  readonly #options: LivePagesOptions<Args, Item>;
  readonly #query: LiveQuery<Args, Read<Item>>;
  /** How many are shown, of which reading. */
  #shown = 0;
  #of: Args | undefined;
  #reading = false;
  #problem: unknown;

  constructor(host: WidgetHost, options: LivePagesOptions<Args, Item>) {
    this.#host = host;
    this.#options = options;
    this.#query = new LiveQuery<Args, Read<Item>>(host, {
      args: options.args,
      read: (portal, args, signal) => this.#readShown(portal, args, signal),
      refreshOn: options.refreshOn,
      ...(options.concerns && {concerns: options.concerns}),
    });
  }

  /** What was read for the present arguments; `undefined` until the first page is there. */
  get items(): readonly Item[] | undefined {
    return this.#query.value?.items;
  }

  get hasMore(): boolean {
    return (this.#query.value?.next ?? null) !== null;
  }

  /** Why the rows, or more of them, could not be read. */
  get error(): unknown {
    return this.#query.error ?? this.#problem;
  }

  refresh() {
    this.#query.refresh();
  }

  /** Reads the next page, when there is one. */
  async more(): Promise<void> {
    const {portal} = this.#host;
    const args = this.#options.args();
    const before = this.#query.value;
    if (!portal || !args || this.#reading || !before?.next) return;
    this.#reading = true;
    this.#problem = undefined;
    try {
      const {items, page} = await this.#options.readPage(portal, args, before.next, undefined);
      // Read again meanwhile, or for something else.
      if (this.#query.value !== before) return;
      this.#query.value = {items: [...before.items, ...items], next: page.next};
      this.#shown = before.items.length + items.length;
    } catch (error) {
      this.#problem = error;
    } finally {
      this.#reading = false;
      this.#host.requestUpdate();
    }
  }

  async #readShown(portal: PortalController, args: Args, signal: AbortSignal): Promise<Read<Item>> {
    if (!this.#of?.every((arg, at) => Object.is(arg, args[at]))) this.#shown = 0;
    this.#of = args;
    let items: readonly Item[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#options.readPage(portal, args, cursor, signal);
      items = [...items, ...page.items];
      cursor = page.page.next ?? undefined;
    } while (cursor !== undefined && items.length < this.#shown);
    return {items, next: cursor ?? null};
  }
}
