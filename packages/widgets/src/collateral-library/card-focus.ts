import type {LitElement} from 'lit';
import {PaneFocus} from '../base/pane-focus.ts';

/** Where the focus is in a grid of cards, and where it goes: what happens to a card never leaves it nowhere. */
export class CardFocus extends PaneFocus {
  readonly #host: LitElement;

  constructor(host: LitElement) {
    super(host);
    this.#host = host;
  }

  /** Id of the card with the focus. */
  get cardId(): string | undefined {
    return (this.#host.renderRoot as ShadowRoot).activeElement?.closest<HTMLElement>('.piece')?.dataset['id'];
  }

  /** How many cards stand side by side. */
  get columns(): number {
    const grid = this.#host.renderRoot.querySelector('.grid');
    return grid ? getComputedStyle(grid).gridTemplateColumns.split(' ').length : 1;
  }

  get isRtl(): boolean {
    return getComputedStyle(this.#host).direction === 'rtl';
  }

  /** Gives a card the focus and brings it into view; where it is gone, the tabs. */
  toCard(id: string | undefined) {
    const card = id === undefined ? undefined : this.card(id);
    if (!card) return this.#host.renderRoot.querySelector<HTMLElement>('portico-ui-tabs')?.focus();
    card.querySelector<HTMLElement>('.open')?.focus({preventScroll: true});
    card.scrollIntoView({block: 'nearest'});
  }

  override toSearch() {
    this.#host.renderRoot.querySelector<HTMLInputElement>('.search input')?.select();
  }

  card(id: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(`.piece[data-id="${CSS.escape(id)}"]`);
  }
}
