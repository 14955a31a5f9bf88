import {html, LitElement, nothing, type PropertyValues} from 'lit';
import type {DirectiveResult} from 'lit/directive.js';
import {property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {place} from './place.ts';
import {NearEndEvent} from './windowed-list.events.ts';
import {findRow, Places, type RowRange, toRowRange} from './windowed-list.model.ts';

/**
 * Draws one row: one element, of the row height that its own CSS fixes, with `place` in its opening tag.
 *
 * @example (lead, index, place) => html`<div class="row" role="option" tabindex="-1" ${place}>${lead.title}</div>`
 */
export type RenderRow<T> = (row: T, index: number, place: DirectiveResult) => unknown;

/** Roles whose rows are counted by `aria-rowindex`; other lists count by `aria-posinset`. */
const gridRoles: ReadonlySet<string> = new Set(['grid', 'table', 'treegrid', 'rowgroup']);

/** Rows that moved farther were sorted anew, and the view does not follow them. */
const farthestShift = 2000;

/**
 * A scrolling list of rows of one height that draws only those in view: 100,000 cost what 30 do.
 *
 * Rows are drawn into the element itself, in the order they are read, so the styles, ids and events of the widget
 * around it hold; the widget adds `windowedListStyles` to its own. The row under the eye, and the row with the focus,
 * stay where they are when others come or go above them; if the focused row goes, its neighbour gets the focus.
 * At the very top, and with the focus elsewhere, new rows come into view.
 *
 * Give it the `role` of the whole (`list`, `listbox`, `grid`) and a name; rows are counted for assistive technology.
 *
 * @tag portico-ui-windowed-list
 * @fires {NearEndEvent} portico-ui-near-end - The next page should be read.
 */
export class UiWindowedList<T = unknown> extends LitElement {
  /** All rows that were read, in order. A new array for a new state. */
  @property({attribute: false}) rows: readonly T[] = [];
  /** What identifies a row. */
  @property({attribute: false}) keyOf: (row: T) => string = String;
  /** Draws a row. */
  @property({attribute: false}) renderRow: RenderRow<T> = () => nothing;
  /** How many rows there are in all, read or not; -1 when unknown. */
  @property({type: Number}) total = -1;
  /** Whether more rows can be read. */
  @property({type: Boolean, attribute: 'has-more'}) hasMore = false;
  /** With `role="rowgroup"`, how many header rows the grid around it has; the rows are counted after them. */
  @property({type: Number, attribute: 'header-rows'}) headerRows = 0;
  /** Height of a row before the first was measured, in pixels. */
  @property({type: Number, attribute: 'row-height'}) rowHeight = 44;

  readonly #places = new Places();
  // Where nothing is laid out, as in tests without a browser, there is none.
  readonly #resize = globalThis.ResizeObserver && new ResizeObserver(() => this.#measure());
  #measured: Element | undefined;
  #height = 0;
  #scrollTop = 0;
  #scrollTo: number | undefined;
  #travel: -1 | 0 | 1 = 0;
  #moved = false;
  #range: RowRange = {start: 0, end: 0};
  #focused: {key: string; index: number} | undefined;
  #refocus: number | undefined;
  #active: HTMLElement | undefined;
  #askedAt = -1;

  /** The rows in the page now. */
  get range(): RowRange {
    return this.#range;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.addEventListener('scroll', this.#onScroll, {passive: true});
    this.addEventListener('focusin', this.#onFocusIn);
    this.addEventListener('focusout', this.#onFocusOut);
    this.#resize?.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.removeEventListener('scroll', this.#onScroll);
    this.removeEventListener('focusin', this.#onFocusIn);
    this.removeEventListener('focusout', this.#onFocusOut);
    this.#resize?.disconnect();
    this.#measured = undefined;
  }

  /** Brings a row into view, with as little movement as possible. */
  scrollToRow(index: number) {
    const top = index * this.rowHeight;
    const view = this.#height || this.clientHeight;
    if (top < this.scrollTop) this.scrollTop = top;
    else if (top + this.rowHeight > this.scrollTop + view) this.scrollTop = top + this.rowHeight - view;
    else return;
    this.#onScroll();
  }

  /** Brings a row into view and gives it the focus. Resolves when it has it. */
  async focusRow(index: number): Promise<void> {
    this.scrollToRow(index);
    this.requestUpdate();
    await this.updateComplete;
    this.rowElement(index)?.focus({preventScroll: true});
  }

  /** The element of a row, when it is in the page. */
  rowElement(index: number): HTMLElement | undefined {
    const rows = this.querySelectorAll<HTMLElement & {windowedIndex?: number}>('[windowed-row]');
    return [...rows].find(row => row.windowedIndex === index);
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(changed: PropertyValues) {
    this.#active = this.#focused && (this.querySelector<HTMLElement>(':focus') ?? undefined);
    const before = changed.get('rows') as readonly T[] | undefined;
    if (before && changed.has('rows')) this.#keepView(before);
    this.#range = toRowRange({
      scrollTop: this.#scrollTop,
      height: this.#height || this.rowHeight * 12,
      rowHeight: this.rowHeight,
      count: this.rows.length,
      // The first paint draws what is seen; the spare rows come with the first scroll.
      spare: this.#moved ? Math.max(8, Math.ceil(this.#height / this.rowHeight)) : 2,
      travel: this.#travel,
    });
  }

  protected override render() {
    const {start, end} = this.#range;
    const indexes: number[] = [];
    const focused = this.#focused?.index;
    // The row with the focus stays in the page, wherever the view is.
    if (focused !== undefined && focused < start) indexes.push(focused);
    for (let index = start; index < end; index++) indexes.push(index);
    if (focused !== undefined && focused >= end) indexes.push(focused);
    const places = this.#places.assign(indexes.map(index => this.keyOf(this.rows[index] as T)));
    const counting = this.role && gridRoles.has(this.role) ? 'grid' : 'set';
    const total = this.hasMore ? this.total : this.rows.length;
    return html`<div windowed-canvas role="presentation">
      ${repeat(
        indexes,
        (_, at) => places[at],
        index => this.renderRow(this.rows[index] as T, index, place({index, rowHeight: this.rowHeight, total, counting, headerRows: this.headerRows})),
      )}
    </div>`;
  }

  protected override updated() {
    const canvas = this.firstElementChild as HTMLElement;
    const height = `${this.rows.length * this.rowHeight}px`;
    if (canvas.style.height !== height) canvas.style.height = height;
    if (this.role === 'grid' || this.role === 'table') {
      this.setAttribute('aria-rowcount', String(this.hasMore ? this.total : this.rows.length));
    }
    if (this.#scrollTo !== undefined) {
      this.scrollTop = this.#scrollTo;
      this.#scrollTo = undefined;
    }
    this.#restoreFocus();
    this.#observeRow();
    this.#askForMore();
  }

  /** After the rows changed: the row at the top of the view stays there, and the focus on its row. */
  #keepView(before: readonly T[]) {
    if (this.#focused) {
      const {key, index} = this.#focused;
      const now = findRow(this.rows, this.keyOf, key, index);
      if (now === -1) {
        const next = Math.min(index, this.rows.length - 1);
        const row = this.rows[next];
        this.#refocus = next;
        this.#focused = row === undefined ? undefined : {key: this.keyOf(row), index: next};
      } else {
        this.#focused = {key, index: now};
      }
    }
    if (this.#scrollTop <= 0 && !this.#focused) return;
    const first = Math.floor(this.#scrollTop / this.rowHeight);
    const last = Math.min(before.length, first + Math.ceil(this.#height / this.rowHeight));
    for (let index = first; index < last; index++) {
      const now = findRow(this.rows, this.keyOf, this.keyOf(before[index] as T), index, farthestShift);
      if (now === -1) continue;
      const limit = Math.max(0, this.rows.length * this.rowHeight - this.#height);
      const to = Math.min(limit, Math.max(0, this.#scrollTop + (now - index) * this.rowHeight));
      if (to !== this.#scrollTop) this.#scrollTo = this.#scrollTop = to;
      return;
    }
    // Nothing that was seen is left: other rows, so from their beginning.
    this.#scrollTo = this.#scrollTop = 0;
  }

  #restoreFocus() {
    const active = this.#active;
    this.#active = undefined;
    if (this.#refocus !== undefined) {
      const row = this.rowElement(this.#refocus);
      this.#refocus = undefined;
      (row ?? this).focus({preventScroll: true});
    } else if (active?.isConnected && !active.matches(':focus')) {
      // A node that is moved in the page loses the focus.
      active.focus({preventScroll: true});
    }
  }

  #measure() {
    const row = this.#measured?.getBoundingClientRect().height;
    const rowHeight = row ? row : this.rowHeight;
    if (this.clientHeight === this.#height && rowHeight === this.rowHeight) return;
    if (rowHeight !== this.rowHeight) {
      // The same row stays on top when rows change their height.
      this.#scrollTo = this.#scrollTop = (this.#scrollTop / this.rowHeight) * rowHeight;
      this.rowHeight = rowHeight;
    }
    this.#height = this.clientHeight;
    this.requestUpdate();
  }

  #observeRow() {
    const row = this.querySelector('[windowed-row]') ?? undefined;
    if (row === this.#measured || (this.#measured?.isConnected && row)) return;
    if (this.#measured) this.#resize?.unobserve(this.#measured);
    this.#measured = row;
    if (row) this.#resize?.observe(row);
  }

  #askForMore() {
    const {end} = this.#range;
    const ahead = 2 * Math.ceil(this.#height / this.rowHeight);
    if (!this.hasMore || end + ahead < this.rows.length || this.#askedAt === this.rows.length) return;
    this.#askedAt = this.rows.length;
    this.dispatchEvent(new NearEndEvent());
  }

  readonly #onScroll = () => {
    const {scrollTop} = this;
    if (scrollTop === this.#scrollTop) return;
    this.#travel = scrollTop > this.#scrollTop ? 1 : -1;
    this.#scrollTop = scrollTop;
    this.#moved = true;
    const first = Math.floor(scrollTop / this.rowHeight);
    const last = Math.ceil((scrollTop + this.#height) / this.rowHeight);
    const {start, end} = this.#range;
    // Rows are drawn anew when those in the page come near their end, not with every pixel.
    if (first - 1 < start || last + 1 > end) this.requestUpdate();
  };

  readonly #onFocusIn = (event: FocusEvent) => {
    const row = (event.target as Element).closest<HTMLElement & {windowedIndex?: number}>('[windowed-row]');
    const index = row?.windowedIndex;
    if (index !== undefined) this.#focused = {index, key: this.keyOf(this.rows[index] as T)};
  };

  readonly #onFocusOut = () => {
    // Another window came to the front: the focus comes back to the row.
    if (document.hasFocus()) this.#focused = undefined;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-ui-windowed-list': UiWindowedList;
  }
}
