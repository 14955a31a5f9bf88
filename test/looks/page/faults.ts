import {forgottenWords} from '@portico/widgets/strings/forgotten-words.harness';
import {pseudoLocale} from '@portico/widgets/strings/pseudo';
import type {Cell} from '../cells.ts';
import {findAllDeep} from './deep.ts';
import {namesOfBrowser} from './pseudo.ts';

/**
 * What does not fit, and what stands in no table of words.
 *
 * @param words - Texts of records.
 * @returns A line for each.
 */
export function faultsOf(widget: Element, column: Element, {locale, widget: name}: Cell, words: ReadonlySet<string>): string[] {
  // Public pages have words of their own, which know no pseudo-locale.
  const isMarked = locale === pseudoLocale && name !== 'collateral';
  return [...misfits(column), ...(isMarked ? forgottenWords(widget, {data: toData(words)}).map(found => `in no table: ${found}`) : [])];
}

/** Longer texts first: they hold shorter ones. A code is no text, and what is short may stand only for itself. */
function toData(words: ReadonlySet<string>): (string | RegExp)[] {
  const texts = [...words, ...namesOfBrowser].filter(text => /\p{L}/u.test(text) && !/^[a-z][a-z_]*$/.test(text)).sort((a, b) => b.length - a.length);
  return texts.map(text => (text.length > 3 ? text : new RegExp(`^${text.replace(/[^\p{L}\p{N}]/gu, '\\$&')}$`, 'u')));
}

const controls = 'button, a[href], input, select, textarea, summary, [role=tab], [role=menuitem], [role=option]';

/** Content beside its column, and controls that are cut or lie on each other. */
function misfits(column: Element): string[] {
  const found: string[] = [];
  const boxes: Box[] = [];
  const {scrollWidth, clientWidth} = column;
  if (scrollWidth > clientWidth) found.push(`is ${scrollWidth - clientWidth} px wider than its column`);
  for (const element of findAllDeep(column)) {
    if (!(element instanceof HTMLElement) || !element.matches(controls) || !element.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    const {left, right, width, height} = element.getBoundingClientRect();
    // What only a screen reader finds is a point.
    if (width <= 1 || height <= 1) continue;
    boxes.push(boxOf(element));
    if ((left < -1 || right > innerWidth + 1) && !scrolls(element)) found.push(`beside the page: ${say(element)} from ${Math.round(left)} to ${Math.round(right)}`);
    const {overflowX, overflowY, textOverflow} = getComputedStyle(element);
    if (overflowY !== 'visible' && overflowY !== 'auto' && element.scrollHeight > element.clientHeight + 1) found.push(`cut at its foot: ${say(element)}`);
    if (overflowX !== 'visible' && overflowX !== 'auto' && textOverflow !== 'ellipsis' && !(element instanceof HTMLInputElement) && element.scrollWidth > element.clientWidth + 1) found.push(`cut at its side: ${say(element)}`);
  }
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      if (one.layer !== other.layer || one.within.has(other.element) || other.within.has(one.element)) continue;
      const [width, height] = [Math.min(one.right, other.right) - Math.max(one.left, other.left), Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)];
      if (width > 2 && height > 2) found.push(`on each other: ${say(one.element)} and ${say(other.element)}`);
    }
  }
  return found;
}

/** What is seen of a control. */
interface Box extends Record<'left' | 'top' | 'right' | 'bottom', number> {
  readonly element: HTMLElement;
  /** It, and what it is in. */
  readonly within: ReadonlySet<Node>;
  /** What lies above the rest of the page, if it is in that: there it may cover. */
  readonly layer: Element | undefined;
}

function boxOf(element: HTMLElement): Box {
  const {left, top, right, bottom} = element.getBoundingClientRect();
  const box = {element, left, top, right, bottom, within: new Set(within(element)), layer: undefined as Element | undefined};
  for (const at of box.within) {
    if (!(at instanceof HTMLElement)) continue;
    const {position, overflowX, overflowY} = getComputedStyle(at);
    if (position !== 'static' && position !== 'relative') box.layer ??= at;
    if (at === element || box.layer) continue;
    const clip = at.getBoundingClientRect();
    if (overflowX !== 'visible') [box.left, box.right] = [Math.max(box.left, clip.left), Math.min(box.right, clip.right)];
    if (overflowY !== 'visible') [box.top, box.bottom] = [Math.max(box.top, clip.top), Math.min(box.bottom, clip.bottom)];
  }
  return box;
}

/** An element, and what it is in, through shadow roots and slots. */
function* within(element: Element): Iterable<Node> {
  for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : ((at as Element).assignedSlot ?? at.parentNode)) yield at;
}

/** Whether one can scroll sideways to an element. */
function scrolls(element: Element): boolean {
  for (const at of within(element)) {
    if (at instanceof HTMLElement && at.scrollWidth > at.clientWidth && ['auto', 'scroll'].includes(getComputedStyle(at).overflowX)) return true;
  }
  return false;
}

function say(element: HTMLElement): string {
  return `<${element.localName}${element.className ? ` class="${element.className}"` : ''}> ${(element.ariaLabel ?? element.textContent ?? '').trim().slice(0, 40)}`;
}
