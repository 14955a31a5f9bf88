import type {LitElement} from 'lit';
import type {UiField} from '../ui/field/field.ts';
import type {UiWindowedList} from '../ui/windowed-list/windowed-list.ts';

/** Where the focus goes between a list and what is open beside it: nothing that happens to a row may leave it nowhere. */
export class PaneFocus {
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Whether there is room for one pane only, so that the list is covered while something is open. */
  get isNarrow(): boolean {
    const list = this.#find('.list-pane');
    return list !== null && getComputedStyle(list).visibility === 'hidden';
  }

  /** Whether the focus is in what is open. */
  get isInDetail(): boolean {
    return this.#active?.closest('.detail-pane') !== null && this.#active !== null;
  }

  /** Index of the row with the focus, or -1. */
  rowOf(ids: readonly {readonly id: string}[]): number {
    const id = this.#active?.closest<HTMLElement>('[role=row]')?.dataset['id'];
    return ids.findIndex(row => row.id === id);
  }

  /** Rows that fit into the view. */
  get rowsInView(): number {
    const list = this.#list;
    return list ? Math.max(1, Math.floor(list.clientHeight / list.rowHeight) - 1) : 1;
  }

  /** Gives a row the focus; where there is none, the tabs. */
  async toRow(index: number) {
    await this.#host.updateComplete;
    const list = this.#list;
    if (list && index >= 0 && index < list.rows.length) await list.focusRow(index);
    else this.#find('portico-ui-tabs')?.focus();
  }

  /** Gives the heading of what is open the focus, so that it is read from its beginning. */
  async toDetail() {
    await this.#host.updateComplete;
    (this.#find('#detail-title') ?? this.#find('.back'))?.focus();
  }

  toSearch() {
    const field = this.#find('.search') as UiField | null;
    field?.focus();
    field?.select();
  }

  get #list(): UiWindowedList | null {
    return this.#host.renderRoot.querySelector('portico-ui-windowed-list');
  }

  get #active(): Element | null {
    return (this.#host.renderRoot as ShadowRoot).activeElement;
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }
}
