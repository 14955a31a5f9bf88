/** What the autoloader needs once there is a widget or a call; in the file that every widget needs. The script itself stays as small as it can be. */
import {defineElement, type ElementClass} from '../base/define-element.ts';
import {answer} from './answer.ts';
import type {Autoloader, PorticoCall} from './calls.ts';
import {fillMarked} from './marked.ts';

/** An exported module of a widget. */
type WidgetModule = Readonly<Record<string, unknown>>;

/**
 * Does what a tag or a call asks for.
 *
 * @param prefix - Of the loader's tags.
 * @param element - The tag, an element that editors let through, or the document for calls and for widgets that are loaded by name.
 * @param name - Of the widget; empty for calls.
 * @param value - The calls, or when the widget is to be loaded.
 * @param module - Of the widget, where that was asked for already.
 * @param ask - Asks for the widget now.
 * @throws What the network says: then it is asked again.
 */
export async function serve(loader: Autoloader, prefix: string, element: Document | Element, name: string, value: string | readonly PorticoCall[] | undefined, module: WidgetModule | false | undefined, ask: (element: Document | Element, name: string) => Promise<unknown>): Promise<unknown> {
  if (Array.isArray(value)) return answer(loader, prefix, value as readonly PorticoCall[]);
  const tag = `${prefix}-${name}`;
  // The widget that is put in there is met in its turn.
  if (element instanceof Element && element.localName !== tag) return fillMarked(element, tag, `data-${prefix}-widget`);
  if (value !== 'visible') return define(tag, module || {});
  await isNear(element as Element);
  return ask(element, name);
}

/** Resolves when an element is half a screen away from what is seen of the page, or less. */
function isNear(element: Element): Promise<void> {
  return new Promise(resolve => {
    const observer = new IntersectionObserver(
      entries => {
        if (!entries.some(({isIntersecting}) => isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      {rootMargin: '50%'},
    );
    observer.observe(element);
  });
}

/** Registers the one element that a module exports. */
function define(tag: string, module: WidgetModule): void {
  if (!customElements.get(tag)) defineElement(tag, Object.values(module).find(isElementClass) as ElementClass);
}

const isElementClass = (value: unknown) => typeof value === 'function' && value.prototype instanceof HTMLElement;
