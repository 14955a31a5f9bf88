/** Attributes whose text people see or hear. */
const spoken = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt'];

/**
 * Finds words that stand outside the tables: text or labels of an element in the pseudo-locale, through all its shadow
 * roots, that are in no brackets. For the test that every widget has:
 *
 * @example
 * const restore = usePseudoLocale();
 * const element = await fixture(html`<portico-lead-inbox lang=${pseudoLocale}></portico-lead-inbox>`);
 * expect(forgottenWords(element, {data: ['Kaleva Systems Oy', /^[A-Z]{2}$/]})).to.deep.equal([]);
 * restore();
 *
 * @param root - Where to begin.
 * @param options - `data`: texts of records, which no table holds. An element with `translate="no"` holds data, too.
 * @returns A line for each find: where it is and what it says.
 */
export function forgottenWords(root: Element, {data = []}: {data?: readonly (string | RegExp)[]} = {}): string[] {
  const found: string[] = [];
  const check = (text: string | null, where: string) => {
    const rest = withoutKnown(text ?? '', data);
    if (/\p{L}/u.test(rest)) found.push(`${where}: ${rest}`);
  };
  walk(root, root.localName, check);
  return found;
}

function walk(element: Element, path: string, check: (text: string | null, where: string) => void) {
  if (element.getAttribute('translate') === 'no' || ['style', 'script', 'svg'].includes(element.localName)) return;
  // Elements without a box of their own (slots, wrappers) still have content.
  const hasBox = getComputedStyle(element).display !== 'contents';
  if (hasBox && !element.checkVisibility({visibilityProperty: true})) return;
  for (const name of spoken) {
    if (element.hasAttribute(name)) check(element.getAttribute(name), `${path}[${name}]`);
  }
  const tree = element.shadowRoot ? [...element.shadowRoot.childNodes, ...element.childNodes] : element.childNodes;
  for (const node of tree) {
    if (node instanceof Element) walk(node, `${path} > ${node.localName}`, check);
    else if (node instanceof Text && isShown(node)) check(node.data, path);
  }
}

/** Text straight in a host shows only through a slot. */
const isShown = (text: Text) => !text.parentElement?.shadowRoot || text.assignedSlot !== null;

function withoutKnown(text: string, data: readonly (string | RegExp)[]): string {
  let rest = text;
  // A word may stand in another's place for a value.
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/⟨[^⟨⟩]*⟩/g, '').replace(/⟦[^⟦⟧]*⟧/g, '').trim();
  }
  for (const known of data) {
    rest = typeof known === 'string' ? rest.replaceAll(known, '') : rest.replace(known, '');
  }
  return rest.trim();
}
