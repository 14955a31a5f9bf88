/**
 * Whether a page's origin is on a list. Entries match exactly by scheme, host and port; `https://*.example.com` stands for one label only.
 *
 * @param origin - The `Origin` header; `null` (the text), of frames without one, matches where the list says so.
 */
export function isListedOrigin(origin: string, list: readonly string[]): boolean {
  return list.some(entry => {
    if (entry === origin) return true;
    const [scheme, rest] = entry.split('://*.');
    if (!scheme || !rest) return false;
    const label = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
    const [before, ...after] = origin.split('.');
    const [ownScheme, first] = (before ?? '').split('://');
    return ownScheme === scheme && label.test(first ?? '') && after.join('.') === rest;
  });
}

/** Whether every page of `entry` (an origin, or one with a wildcard) is on the list. */
export function coversOrigin(entry: string, list: readonly string[]): boolean {
  return list.includes(entry) || (!entry.includes('*') && isListedOrigin(entry, list));
}
