/** Every element that matches, through shadow roots, in the order of the page. */
export function deepAll<T extends HTMLElement = HTMLElement>(from: Element | ShadowRoot | null | undefined, selector: string): T[] {
  if (!from) return [];
  const own = from instanceof Element && from.shadowRoot ? deepAll<T>(from.shadowRoot, selector) : [];
  const below = [...from.children].flatMap(child => [...(child.matches(selector) ? [child as T] : []), ...deepAll<T>(child, selector)]);
  return [...own, ...below];
}

const mayBreak = '\u200B';

/** What people read in it, through shadow roots. */
export function deepText(node: Node | null | undefined): string {
  if (!node || node.nodeName === 'STYLE') return '';
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (node.nodeName === 'WBR') return mayBreak;
  const inner = node instanceof Element && node.shadowRoot ? deepText(node.shadowRoot) : '';
  // A word that may break is one word.
  return `${inner} ${[...node.childNodes].map(deepText).join(' ')}`.replaceAll(new RegExp(`\\s*${mayBreak}\\s*`, 'g'), '');
}
