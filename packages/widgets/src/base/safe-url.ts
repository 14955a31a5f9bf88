const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The one way for stored text into an `href`. Lit binds any URL, `javascript:` too; this lets http, https, mailto and
 * tel through and nothing else.
 *
 * @param url - Text from a record. A web address without a scheme (`acme.fi`) is not one; prefix it where you know it is.
 * @param use - A `picture` may also be inline (`data:image/…`) or of this page (`blob:`): what a picture holds cannot run.
 * @returns The absolute address, or `undefined` when it may not be linked: bind it with `?? nothing`.
 */
export function safeUrl(url: string | null | undefined, use: 'link' | 'picture' = 'link'): string | undefined {
  if (!url) return undefined;
  try {
    const {protocol, href} = new URL(url, globalThis.document?.baseURI);
    return schemes.has(protocol) || (use === 'picture' && /^(blob:|data:image\/)/.test(href)) ? href : undefined;
  } catch {
    return undefined;
  }
}
