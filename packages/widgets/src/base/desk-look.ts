import type {ReactiveController} from 'lit';
import type {WidgetHost} from './widget-host.ts';

const searchPauseMs = 250;

/** What a person looks for on a desk, and at: tab, filters, order, words that are searched for once typing pauses, and what is open. */
export class DeskLook<Query extends {readonly q: string; readonly sort: string}> implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #onNarrow: () => void;
  #query: Query;
  #words = '';
  #openId: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param query - What is looked for at first.
   * @param onNarrow - Called when another part of the rows is shown: what was chosen among them is not any more.
   */
  constructor(host: WidgetHost, query: Query, onNarrow: () => void) {
    this.#host = host;
    this.#query = query;
    this.#onNarrow = onNarrow;
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
  }

  get query(): Query {
    return this.#query;
  }

  /** What stands in the search, before it is searched for. */
  get words(): string {
    return this.#words;
  }

  /** Id of what is open. */
  get openId(): string | undefined {
    return this.#openId;
  }

  set openId(id: string | undefined) {
    this.#openId = id;
    this.#host.requestUpdate();
  }

  /** Shows another tab, order or filter, or searches at once; what is left out stays. */
  show(change: Partial<Query>): void {
    this.#query = {...this.#query, ...change};
    const {q} = change;
    if (q !== undefined) {
      clearTimeout(this.#timer);
      // A space at the end is of somebody who types on.
      if (q !== this.#words.trim()) this.#words = q;
    }
    // Another order holds the same rows.
    if (Object.keys(change).some(key => key !== 'sort')) this.#onNarrow();
    this.#host.requestUpdate();
  }

  /** Notes what is typed, and searches for it once that pauses. */
  search(words: string): void {
    this.#words = words;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.show({q: words.trim()} as Partial<Query>), searchPauseMs);
    this.#host.requestUpdate();
  }
}
