/** Names that stand for themselves and are never quoted. */
const generic = /^(inherit|serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-serif|ui-sans-serif|ui-monospace|ui-rounded|math|emoji)$/i;

/** One family: letters of any script, digits, spaces and a few marks, so that it cannot end the declaration that it stands in. */
const family = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} ._'&+-]*$/u;

/**
 * The families of a CSS `font-family`, without their quotes.
 *
 * @returns Nothing when it is not a list of families.
 */
export function readFontFamily(text: string): string[] | undefined {
  const names = text.split(',').map(name => name.trim().replace(/^(["'])(.*)\1$/, '$2').trim());
  return names.every(name => family.test(name)) ? names : undefined;
}

/** Families as CSS writes them: all but generic and plain names in quotes. */
export function writeFontFamily(names: readonly string[]): string {
  return names.map(name => (generic.test(name) || /^[a-z][\w-]*$/i.test(name) ? name : `"${name}"`)).join(', ');
}
