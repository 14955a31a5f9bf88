type Child = Node | string | false | null | undefined;

/** Makes an element with properties (`class`, `data-…` and `aria-…` as attributes) and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Readonly<Record<string, string | boolean>> = {}, ...children: Child[]): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== false) made.setAttribute(name, value === true ? '' : value);
  for (const child of children) if (child) made.append(child);
  return made;
}

/** The element of the page with this id. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}

interface Kept<Row> {
  readonly row: Row;
  readonly mark: string;
  readonly node: HTMLElement;
}

/**
 * Keeps the children of a list equal to rows: what did not change stays the very same element, with the focus in it.
 *
 * @param mark - What else the look of a row depends on.
 */
export function keyedRows<Row extends {readonly id: string}>(list: HTMLElement, draw: (row: Row) => HTMLElement, mark: (row: Row) => string): (rows: readonly Row[]) => void {
  let known = new Map<string, Kept<Row>>();
  return rows => {
    const focused = list.querySelector<HTMLElement>(':focus')?.closest<HTMLElement>('[data-id]')?.dataset['id'];
    const place = [...list.children].findIndex(child => (child as HTMLElement).dataset['id'] === focused);
    const next = new Map<string, Kept<Row>>();
    for (const row of rows) {
      const before = known.get(row.id);
      const marked = mark(row);
      next.set(row.id, before?.row === row && before.mark === marked ? before : {row, mark: marked, node: draw(row)});
    }
    known = next;
    const nodes = [...next.values()].map(({node}) => node);
    for (const [index, node] of nodes.entries()) if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
    while (list.children.length > nodes.length) list.lastElementChild?.remove();
    // A row that has left takes no focus with it: the one in its place has it.
    if (focused !== undefined && !list.contains(document.activeElement)) (next.get(focused)?.node ?? nodes[Math.min(place, nodes.length - 1)])?.focus();
  };
}
