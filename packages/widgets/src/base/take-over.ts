import type {LitElement} from 'lit';

/**
 * Draws beside what a server has drawn of an element, and takes that away: in the same frame, unless there is more to wait for. Until then the server's styles hide ours
 * (see server/first-paint.ts).
 *
 * @param root - Of the element, before its first update; empty where no server was at work.
 * @param until - Called after the first update.
 * @returns The root.
 */
export function takeOver<Root extends HTMLElement | DocumentFragment>(host: LitElement, root: Root, until: () => Promise<unknown> | undefined): Root {
  const drawn = [...root.childNodes];
  // Lit would hold on to the first of those nodes, which goes.
  host.renderOptions.renderBefore = null;
  if (drawn.length > 0) void host.updateComplete.then(until).then(() => drawn.forEach(node => node.remove()));
  return root;
}
