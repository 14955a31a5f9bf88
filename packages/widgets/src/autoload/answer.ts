import {registerStrings} from '../strings/strings.ts';
import type {Autoloader, PortalProperties, Portico, PorticoCall} from './calls.ts';

/** Of the portals with one tag. */
interface Asked {
  readonly tag: string;
  readonly properties: PortalProperties;
  readonly selector: string;
}

const asked: Asked[] = [];
// A portal that is gone from the page is not kept for the sake of this list.
const portals = new Set<WeakRef<Element>>();

// Portals announce themselves to widgets that were there before them. This runs before any portal is defined.
globalThis.document?.addEventListener('context-provider', event => {
  const portal = event.composedPath()[0];
  if (!(portal instanceof Element) || !portal.localName.endsWith('-portal')) return;
  portals.add(new WeakRef(portal));
  for (const each of asked) apply(portal, each);
});

function apply(portal: Element | undefined, {tag, properties, selector}: Asked): void {
  if (portal?.localName === tag && portal.matches(selector)) Object.assign(portal, properties);
}

/**
 * Answers calls of a page.
 *
 * @param prefix - Of the loader's tags; the page's other loaders have calls of their own.
 */
export function answer(loader: Autoloader, prefix: string, calls: readonly PorticoCall[]): void {
  const portico: Portico = {
    ...loader,
    portal(properties, selector = '*') {
      const wish = {tag: `${prefix}-portal`, properties, selector};
      asked.push(wish);
      for (const portal of portals) apply(portal.deref(), wish);
    },
    strings: (area, locale, words) => registerStrings(area, locale, words),
  };
  for (const call of calls) {
    try {
      if (typeof call === 'function') call(portico);
      else (portico[call[0]] as (...values: readonly unknown[]) => unknown)(...call.slice(1));
    } catch (error) {
      // The page's own, and keeps nothing else from running.
      reportError(error);
    }
  }
}
