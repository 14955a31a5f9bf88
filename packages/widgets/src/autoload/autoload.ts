import type {PorticoErrorDetail} from '../base/error.event.ts';
import type {Autoloader, PorticoCall, WidgetName} from './calls.ts';
import {widgets} from './widgets.gen.ts';

/**
 * Watches the page, and the open shadow roots in it, for tags of widgets, and loads each widget once. A tag that somebody else defined is theirs. What is done with a
 * tag that was found is in the file that every widget needs; here is what finds it, asks for its files at once, and asks again.
 *
 * @param prefix - What the tags begin with, before the hyphen.
 * @param when - `visible` has widgets wait until they are near what is seen of the page, unless they say otherwise by `data-load`.
 */
export function autoload(prefix: string, when: string): Autoloader {
  const beginning = `${prefix}-`;

  function look(root: Node): void {
    // Elements only.
    const elements = document.createNodeIterator(root, 1);
    for (let element: Element | null; (element = elements.nextNode() as Element | null); ) {
      // A form's fields stand in for its properties and methods: `<input name="localName">`.
      if (element instanceof HTMLFormElement) continue;
      const tag = element.localName;
      const [before, after] = tag.split(beginning);
      const name = (before ? element.getAttribute(`data-${beginning}widget`) : after) as string;
      const isDefined = customElements.get(tag);
      if (Object.hasOwn(widgets, name)) void (isDefined || ask(element, name, element.getAttribute('data-load') ?? when));
      else {
        // What is defined later may attach a shadow root then. Not kept for that: some tags never are.
        const kept = new WeakRef(element);
        const reach = () => {
          const shadowRoot = kept.deref()?.shadowRoot;
          if (shadowRoot) watch(shadowRoot);
          return shadowRoot;
        };
        void (reach() ?? isDefined ?? (tag.includes('-') && customElements.whenDefined(tag).then(reach, reach)));
      }
    }
  }

  const watch = (root: Document | ShadowRoot): void => {
    new MutationObserver(records => records.forEach(({addedNodes}) => addedNodes.forEach(look))).observe(root, {childList: true, subtree: true});
    look(root);
  };

  /** Asks the network for what a tag or a call needs until it has come. Until then the element's own content is what the page shows. */
  const ask = (element: Document | Element, name: string, value?: string | readonly PorticoCall[], waitMs = 1_000): Promise<unknown> =>
    Promise.all([import('./base.ts'), value !== 'visible' && widgets[name as WidgetName]?.()])
      .then(([base, module]) => base.serve(loader, prefix, element, name, value, module, ask))
      .catch((cause: unknown) => {
        element.dispatchEvent(new CustomEvent<PorticoErrorDetail>('portico-error', {detail: {code: 'script', message: 'Code did not load.', retryable: true, cause}, bubbles: true, composed: true}));
        return new Promise(again => {
          setTimeout(again, waitMs);
          addEventListener('online', again);
        }).then(() => ask(element, name, value, waitMs + 1_000));
      });

  const loader: Autoloader = {
    push: (...calls) => ask(document, '', calls),
    load: (...names) => Promise.all(names.map(name => ask(document, name))),
    watch,
  };
  watch(document);
  return loader;
}
