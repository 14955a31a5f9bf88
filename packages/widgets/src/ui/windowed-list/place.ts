import {nothing} from 'lit';
import {Directive, directive, type ElementPart, type PartInfo, PartType} from 'lit/directive.js';

/** How a row counts itself to assistive technology, by the role of its list. */
export type RowCounting = 'set' | 'grid';

/** Where a row stands. */
export interface RowPlace {
  readonly index: number;
  readonly rowHeight: number;
  /** How many rows there are in all; -1 when unknown. */
  readonly total: number;
  readonly counting: RowCounting;
  /** Rows that come before the first: the header of a grid. */
  readonly headerRows: number;
}

/** Puts a row at its place and tells its position, writing only what changed: a scrolled list does this sixty times a second. */
class PlaceDirective extends Directive {
  #index = -1;
  #top = -1;
  #total: number | undefined;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('place() belongs into the opening tag of a row.');
  }

  render(_place: RowPlace) {
    return nothing;
  }

  override update(part: ElementPart, [{index, rowHeight, total, counting, headerRows}]: [RowPlace]) {
    const element = part.element as HTMLElement & {windowedIndex?: number};
    const top = index * rowHeight;
    if (top !== this.#top) {
      this.#top = top;
      // Through the object model, which a strict content security policy allows.
      element.style.transform = `translateY(${top}px)`;
    }
    if (index !== this.#index) {
      if (this.#index === -1) element.setAttribute('windowed-row', '');
      this.#index = index;
      element.windowedIndex = index;
      element.setAttribute(counting === 'set' ? 'aria-posinset' : 'aria-rowindex', String(index + 1 + headerRows));
    }
    if (counting === 'set' && total !== this.#total) {
      this.#total = total;
      element.setAttribute('aria-setsize', String(total));
    }
    return nothing;
  }
}

/** For the opening tag of a row's outermost element. */
export const place = directive(PlaceDirective);
