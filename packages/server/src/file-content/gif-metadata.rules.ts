/** Blanks what is written into a GIF besides the picture, in place, as `blankMetadata` says: comments, and what programs keep there but how often it is shown. */
export function blankGif(bytes: Uint8Array<ArrayBuffer>): boolean | null {
  let hasChanged = false;
  let at = 13 + colours(bytes[10]);
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === 0x3b) {
      const behind = bytes.subarray(at + 1);
      hasChanged = behind.some(byte => byte !== 0) || hasChanged;
      behind.fill(0);
      return hasChanged;
    }
    if (kind !== 0x21 && kind !== 0x2c) return null;
    const label = bytes[at + 1];
    const isLoop = label === 0xff && /^(?:NETSCAPE|ANIMEXTS)/.test(String.fromCharCode(...bytes.subarray(at + 3, at + 11)));
    const isShown = kind === 0x2c || label === 0xf9 || isLoop;
    at = kind === 0x21 ? at + 2 : at + 11 + colours(bytes[at + 9]);
    for (let length = bytes[at]; length !== 0; length = bytes[at]) {
      if (length === undefined) return null;
      const block = bytes.subarray(at + 1, at + 1 + length);
      if (!isShown) {
        hasChanged = block.some(byte => byte !== 0) || hasChanged;
        block.fill(0);
      }
      at += length + 1;
    }
    at++;
  }
  return null;
}

/** Bytes of a table of colours, by the flags before it. */
function colours(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}
