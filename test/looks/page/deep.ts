/**
 * Finds the first element below another.
 *
 * @param selector - In its shadow root and among its children; `a >>> b` is `b` below `a`.
 */
export function findDeep(host: Element, selector: string): Element | undefined {
  const [first = '', ...rest] = selector.split(' >>> ');
  const found = host.shadowRoot?.querySelector(first) ?? host.querySelector(first) ?? undefined;
  return found && rest.length > 0 ? findDeep(found, rest.join(' >>> ')) : found;
}

/** Every element below another, through all shadow roots. */
export function* findAllDeep(root: ParentNode): Generator<Element> {
  for (const element of root.children) {
    yield element;
    if (element.shadowRoot) yield* findAllDeep(element.shadowRoot);
    yield* findAllDeep(element);
  }
}

const patienceMs = 15_000;

/**
 * Waits until something is there.
 *
 * @param what - What is waited for, in words.
 * @throws Error when it does not come.
 */
export async function until<T>(find: () => T | Promise<T>, what: string): Promise<NonNullable<T>> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (performance.now() > end) throw new Error(`It did not come to be: ${what}`);
    await new Promise(resolve => requestAnimationFrame(resolve));
  }
}
