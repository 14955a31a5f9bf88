import type {PorticoErrorDetail} from '../base/error.event.ts';
import type {Autoloader, WidgetName} from './calls.ts';
import {widgets} from './widgets.gen.ts';

const longestWaitMs = 60_000;

const base = () => import('./base.ts');

/** One for the page: the tags that are looked after. What one copy of this script has begun to load, another leaves to it. */
const key = Symbol.for('portico.tags');
const page = globalThis as {[key]?: Set<string>};

/**
 * Watches the page, and the open shadow roots in it, for tags of widgets, and loads each widget once. A tag that somebody else defined is theirs.
 *
 * @param prefix - What the tags begin with, before the hyphen.
 * @param load - `visible` has widgets wait until they are near what is seen of the page, unless they say otherwise by `data-load`.
 */
export function autoload(prefix: string, load: string): Autoloader {
  // A form's fields stand in for its properties and methods: `<input name="matches">`.
  const {matches, querySelectorAll} = Element.prototype;
  const begun = (page[key] ??= new Set());
  const marker = `data-${prefix}-widget`;
  const selector = [...Object.keys(widgets).map(name => `${prefix}-${name}`), `[${marker}]:not(form)`].join();
  const observer = new MutationObserver(records => {
    for (const {addedNodes} of records) for (const node of addedNodes) if (node instanceof Element) look(node);
  });
  const visibility = new IntersectionObserver(
    entries => {
      for (const {target, isIntersecting} of entries) {
        if (!isIntersecting) continue;
        visibility.unobserve(target);
        start(target.localName, target);
      }
    },
    // Half a screen before it is seen.
    {rootMargin: '50%'},
  );

  const watch = (root: Document | ShadowRoot): void => {
    observer.observe(root, {childList: true, subtree: true});
    look(root);
  };

  function look(root: Document | ShadowRoot | Element): void {
    const isElement = root instanceof Element;
    const find = (what: string): Element[] => [...(isElement ? querySelectorAll.call(root, what) : root.querySelectorAll(what)), ...(isElement && matches.call(root, what) ? [root] : [])];
    find('*').forEach(reach);
    find(selector).forEach(meet);
    // What is defined later may attach a shadow root then. Not kept for that: some tags never are.
    for (const element of find(':not(:defined)')) {
      const kept = new WeakRef(element);
      customElements.whenDefined(element.localName).then(() => reach(kept.deref()), () => {});
    }
  }

  /** Goes on in an element's shadow root, unless the element is one of ours: there is nothing to find, and much that moves. */
  function reach(element: Element | undefined): void {
    const shadowRoot = element?.shadowRoot;
    if (element && shadowRoot instanceof ShadowRoot && !matches.call(element, selector)) watch(shadowRoot);
  }

  function meet(element: Element): void {
    const name = element.getAttribute(marker);
    // The widget that is put in there is met in its turn.
    if (name !== null) insist(async () => Object.hasOwn(widgets, name) && (await base()).fillMarked(element, `${prefix}-${name}`, marker), element);
    else if ((element.getAttribute('data-load') ?? load) === 'visible') visibility.observe(element);
    else start(element.localName, element);
  }

  function start(tag: string, element: EventTarget): void {
    if (begun.has(tag) || customElements.get(tag)) return;
    begun.add(tag);
    insist(async () => {
      const [{define}, module] = await Promise.all([base(), widgets[tag.slice(prefix.length + 1) as WidgetName]()]);
      define(tag, module);
    }, element);
  }

  const loader: Autoloader = {
    push: (...calls) => insist(async () => (await base()).answer(loader, prefix, calls), document),
    load: (...names) =>
      Promise.all(
        names.map(name => {
          const tag = `${prefix}-${name}`;
          start(tag, document);
          return customElements.whenDefined(tag);
        }),
      ),
    watch,
  };
  watch(document);
  return loader;
}

/** Runs what takes code from the network until it has come. Until then the element's own content is what the page shows. */
function insist(run: () => Promise<unknown>, element: EventTarget, waitMs = 1_000): void {
  run().catch((cause: unknown) => {
    const detail: PorticoErrorDetail = {code: 'script', message: 'Code did not load.', retryable: true, cause};
    element.dispatchEvent(new CustomEvent('portico-error', {detail, bubbles: true, composed: true, cancelable: true}));
    const again = () => {
      clearTimeout(timer);
      removeEventListener('online', again);
      insist(run, element, Math.min(waitMs * 2, longestWaitMs));
    };
    const timer = setTimeout(again, waitMs);
    addEventListener('online', again);
  });
}
