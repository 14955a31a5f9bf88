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
  const begun = (page[key] ??= new Set());
  const beginning = `${prefix}-`;
  const marker = `data-${beginning}widget`;
  const observer = new MutationObserver(records => {
    for (const {addedNodes} of records) addedNodes.forEach(look);
  });
  const visibility = new IntersectionObserver(
    entries => {
      for (const {target, isIntersecting} of entries) {
        if (!isIntersecting) continue;
        visibility.unobserve(target);
        start(nameOf(target.localName), target);
      }
    },
    // Half a screen before it is seen.
    {rootMargin: '50%'},
  );

  const watch = (root: Document | ShadowRoot): void => {
    observer.observe(root, {childList: true, subtree: true});
    look(root);
  };

  function look(root: Node): void {
    // Elements only.
    const elements = document.createNodeIterator(root, 1);
    for (let element; (element = elements.nextNode()); ) meet(element as Element);
  }

  function meet(element: Element): void {
    // A form's fields stand in for its properties and methods: `<input name="localName">`.
    const attribute = (name: string) => Element.prototype.getAttribute.call(element, name);
    const tag = String(element.localName);
    const marked = attribute(marker);
    // The widget that is put in there is met in its turn.
    if (isWidget(marked)) insist(async () => (await base()).fillMarked(element, beginning + marked, marker), element);
    if (!isWidget(nameOf(tag))) {
      reach(element);
      // What is defined later may attach a shadow root then. Not kept for that: some tags never are.
      const kept = new WeakRef(element);
      if (tag.includes('-') && !customElements.get(tag)) customElements.whenDefined(tag).then(() => reach(kept.deref()), () => {});
    } else if ((attribute('data-load') ?? load) === 'visible') visibility.observe(element);
    else start(nameOf(tag), element);
  }

  /** Goes on in the shadow root of an element that is none of ours, in which there is nothing to find, and much that moves. */
  function reach(element: Element | undefined): void {
    const shadowRoot = element?.shadowRoot;
    if (shadowRoot instanceof ShadowRoot) watch(shadowRoot);
  }

  const nameOf = (tag: string) => (tag.startsWith(beginning) ? tag.slice(beginning.length) : '');

  function start(name: string, element: EventTarget): Promise<unknown> {
    const tag = beginning + name;
    if (!begun.has(tag) && !customElements.get(tag)) {
      begun.add(tag);
      insist(async () => {
        const [{define}, module] = await Promise.all([base(), widgets[name as WidgetName]()]);
        define(tag, module);
      }, element);
    }
    return customElements.whenDefined(tag);
  }

  const loader: Autoloader = {
    push: (...calls) => insist(async () => (await base()).answer(loader, prefix, calls), document),
    load: (...names) => Promise.all(names.map(name => start(name, document))),
    watch,
  };
  watch(document);
  return loader;
}

const isWidget = (name: string | null) => Object.hasOwn(widgets, `${name}`);

/** Runs what takes code from the network until it has come. Until then the element's own content is what the page shows. */
function insist(run: () => Promise<unknown>, element: EventTarget, waitMs = 1_000): void {
  run().catch((cause: unknown) => {
    const detail: PorticoErrorDetail = {code: 'script', message: 'Code did not load.', retryable: true, cause};
    element.dispatchEvent(new CustomEvent('portico-error', {detail, bubbles: true, composed: true, cancelable: true}));
    new Promise(again => {
      setTimeout(again, waitMs);
      addEventListener('online', again, {once: true});
    }).then(() => insist(run, element, Math.min(waitMs * 2, longestWaitMs)));
  });
}
