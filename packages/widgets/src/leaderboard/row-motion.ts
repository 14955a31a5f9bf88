const durationMs = 200;

/** Shows where rows went: each begins where it was and moves to where it is now. Nothing moves for those who want no motion. */
export class RowMotion {
  readonly #rows: () => Iterable<HTMLElement>;
  #from: Map<string, number> | undefined;

  /** @param rows - The rows on the page; their `data-key` says who they are. */
  constructor(rows: () => Iterable<HTMLElement>) {
    this.#rows = rows;
  }

  /** Remembers where rows are. Before they change. */
  measure() {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    this.#from = this.#places();
  }

  /** Moves what has changed its place. After it has. */
  play() {
    const from = this.#from;
    if (!from) return;
    this.#from = undefined;
    const to = this.#places();
    for (const row of this.#rows()) {
      const key = row.dataset['key'] ?? '';
      const distance = (from.get(key) ?? Number.NaN) - (to.get(key) ?? Number.NaN);
      if (distance) row.animate([{transform: `translateY(${distance}px)`}, {transform: 'none'}], {duration: durationMs, easing: 'cubic-bezier(.2, 0, 0, 1)'});
    }
  }

  #places(): Map<string, number> {
    return new Map([...this.#rows()].map(row => [row.dataset['key'] ?? '', row.getBoundingClientRect().top]));
  }
}
