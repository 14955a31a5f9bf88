type Child = Node | string | false | null | undefined;

/** Makes an element with attributes and children: by the DOM's own methods, which no policy of a page refuses. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Readonly<Record<string, string | number | false | null>> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== false && value !== null) made.setAttribute(name, `${value}`);
  for (const child of children) if (child) made.append(child);
  return made;
}

/** An address that is http or https; others are not followed. */
export function webAddress(url: string | null): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null;
}

/** Fills in `{name}`s. */
export function fill(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

/** Black or white, whichever is easier to read on a colour. @param hex - `#rrggbb`. */
export function textOn(hex: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff';
}
