import type {ReactiveController} from 'lit';
import type {PortalWidget} from '../base/portal-widget.ts';

const pauseMs = 250;

/** What stands in the search, before it is searched for: when the typing rests. */
export class SearchWords implements ReactiveController {
  readonly #host: PortalWidget;
  readonly #search: (q: string) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  words = '';

  constructor(host: PortalWidget, search: (q: string) => void) {
    this.#host = host;
    this.#search = search;
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
  }

  type(words: string): void {
    this.words = words;
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(words.trim()), pauseMs);
  }

  /** What is searched for now, from wherever it came. */
  settle(q: string): void {
    clearTimeout(this.#timer);
    if (q !== this.words.trim()) this.words = q;
  }
}
