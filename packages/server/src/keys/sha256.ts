/** Node's own function, which answers at once; a browser has none. Asked for at run time: an import of it would keep the server out of a page. */
const hashAtOnce = (globalThis as {process?: Partial<NodeJS.Process>}).process?.getBuiltinModule?.('node:crypto').hash;

/**
 * SHA-256 of a text in UTF-8. Every request takes several; Web Crypto sends each to another thread and waits for it, ten times as long as the hash of a short
 * text takes.
 *
 * @returns 32 bytes.
 */
export async function sha256(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return hashAtOnce ? new Uint8Array(hashAtOnce('sha256', text, 'buffer')) : sha256ByWebCrypto(text);
}

/** The same by what every runtime has. */
export async function sha256ByWebCrypto(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}
