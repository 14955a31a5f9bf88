import type {LitElement} from 'lit';

/** Drives an element in a test as a person would, so that tests name what is done and not where it stands. */
export class ElementHarness<E extends LitElement> {
  readonly element: E;

  constructor(element: E) {
    this.element = element;
  }

  /** An element in the template, of the first that match; throws when there is none. */
  find<T extends Element = HTMLElement>(selector: string): T {
    const found = this.element.renderRoot.querySelector<T>(selector);
    if (!found) throw new Error(`<${this.element.localName}> has no ${selector}.`);
    return found;
  }

  /** All elements in the template that match. */
  findAll<T extends Element = HTMLElement>(selector: string): T[] {
    return [...this.element.renderRoot.querySelectorAll<T>(selector)];
  }

  /** The text people read, without the space between tags. */
  text(selector: string): string {
    return (this.find(selector).textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  /** The element of the template that has the focus. */
  get focused(): Element | null {
    return (this.element.getRootNode() as Document | ShadowRoot).activeElement === this.element
      ? ((this.element.renderRoot as ShadowRoot).activeElement ?? this.element)
      : null;
  }

  /** Resolves when the element has rendered all that is due. */
  async settled(): Promise<void> {
    while (!(await this.element.updateComplete));
  }
}
