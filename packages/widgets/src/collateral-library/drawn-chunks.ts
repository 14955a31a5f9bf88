import type {LitElement, ReactiveController} from 'lit';
import {chunkSize} from './asset.model.ts';

/** A card is about so high, until one has been measured: with the space below it, in pixels. */
const cardHeight = 156;

/** Which part of a long grid is drawn: what is in view, and a view's height above and below. The rest is room of the height that it had, or is likely to have. */
export class DrawnChunks implements ReactiveController {
  readonly #host: LitElement;
  readonly #heights = new Map<number, number>();
  #from = 0;
  #to = 1;
  #pinned = -1;
  #focused = -1;
  #width = 0;
  #size: ResizeObserver | undefined;
  #watched: Element | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated() {
    const scroller = this.#scroller;
    if (scroller !== this.#watched) {
      this.#size ??= globalThis.ResizeObserver && new ResizeObserver(() => this.look());
      if (this.#watched) this.#size?.unobserve(this.#watched);
      if (scroller) this.#size?.observe(scroller);
      this.#watched = scroller;
    }
    this.look();
  }

  hostDisconnected() {
    this.#size?.disconnect();
    this.#watched = null;
  }

  /** Whether a chunk is drawn. */
  isDrawn(chunk: number): boolean {
    return (chunk >= this.#from && chunk <= this.#to) || chunk === this.#pinned || chunk === this.#focused;
  }

  /** Draws the chunk of a card, wherever it is, until another one is asked for. */
  async pin(index: number): Promise<void> {
    this.#pinned = Math.floor(index / chunkSize);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }

  /** Begins at the top, for another list. */
  reset() {
    this.#from = 0;
    this.#to = 1;
    this.#pinned = -1;
    this.#heights.clear();
    this.#scroller?.scrollTo({top: 0});
  }

  /** Looks what is in view. */
  look() {
    const scroller = this.#scroller;
    if (!scroller) return;
    if (scroller.clientWidth !== this.#width) this.#heights.clear();
    this.#width = scroller.clientWidth;
    const view = scroller.getBoundingClientRect();
    const root = this.#host.renderRoot as ShadowRoot;
    const chunks = [...root.querySelectorAll<HTMLElement>('.chunk')];
    for (const [index, {dataset, style}] of chunks.entries()) if (dataset['cards']) style.blockSize = `${this.#heights.get(index) ?? Math.ceil(Number(dataset['cards']) / this.#columns) * cardHeight}px`;
    // The card that has the focus stays, wherever it is.
    const focused = root.activeElement?.closest<HTMLElement>('.chunk');
    this.#focused = focused ? chunks.indexOf(focused) : -1;
    const near = chunks.flatMap((chunk, index) => {
      const {top, bottom, height} = chunk.getBoundingClientRect();
      if (this.isDrawn(index)) this.#heights.set(index, height);
      return bottom > view.top - view.height && top < view.bottom + view.height ? [index] : [];
    });
    const [from = 0, to = from] = [near[0], near.at(-1)];
    if (from === this.#from && to === this.#to) return;
    this.#from = from;
    this.#to = to;
    this.#host.requestUpdate();
  }

  get #scroller(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.rows[data-grid]');
  }

  get #columns(): number {
    const grid = this.#host.renderRoot.querySelector('.grid');
    return grid ? getComputedStyle(grid).gridTemplateColumns.split(' ').length : 1;
  }
}
