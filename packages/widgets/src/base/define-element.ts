import {mayDraw} from './may-draw.ts';

/** A custom element class that may name the elements its template uses. */
export interface ElementClass {
  new (): HTMLElement;
  /** Tags that the template of this element uses, and their classes. Registered together with it. */
  readonly parts?: Readonly<Record<string, ElementClass>>;
}

/**
 * Registers an element and the parts its template uses, and never throws: a tag that is taken (by another copy of
 * this library, say) stays as it is, and a class that already has a tag is registered through a subclass.
 * Does nothing where there are no custom elements, so modules that call it can be imported in Node. Where the page's policy
 * refuses what Lit needs, widgets show their own content or a link instead, and the portal around them stays what it holds.
 *
 * @param tag - The tag to register.
 * @param elementClass - Its class. `static parts` are registered first, so the first render is complete.
 */
export function defineElement(tag: string, elementClass: ElementClass): void {
  if (typeof customElements === 'undefined') return;
  if (!mayDraw()) return fallBack(tag);
  for (const [partTag, partClass] of Object.entries(elementClass.parts ?? {})) defineElement(partTag, partClass);
  if (customElements.get(tag)) return;
  try {
    customElements.define(tag, elementClass);
  } catch {
    // The class serves another tag already: one class has one tag.
    customElements.define(tag, class extends elementClass {});
  }
}

function fallBack(tag: string): void {
  if (tag.endsWith('-portal')) return;
  void import('./fallback.ts').then(
    ({defineFallback}) => defineFallback(tag),
    // Without the code the element's own content is what the page shows.
    () => undefined,
  );
}
