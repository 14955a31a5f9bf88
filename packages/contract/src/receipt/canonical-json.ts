// Plain code without a schema library, for browsers, Node and the edge.

const shortEscapes: Readonly<Record<string, string>> = {'"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t'};
const escaped = /["\\]|[^ -\u{10ffff}]/gu;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * The one text that equal data always has: RFC 8785. Properties that are `undefined` are left out, as JSON does; nothing calls `toJSON`, which libraries on a
 * host's page may have put on arrays.
 *
 * @param value - Plain data: objects, arrays, strings, finite numbers, booleans and `null`.
 * @throws TypeError for what JSON cannot say: NaN, infinities, functions, dates, half of a surrogate pair.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'boolean':
      return String(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}.`);
      // ECMAScript's own form of a number is the canonical one; it says 0 for -0.
      return String(value);
    case 'object':
      break;
    default:
      throw new TypeError(`JSON has no ${typeof value}.`);
  }
  if (value === null) return 'null';
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += (text && ',') + canonicalJson(item);
    return `[${text}]`;
  }
  if (Object.prototype.toString.call(value) !== '[object Object]') throw new TypeError('Only plain objects have a canonical form.');
  // By UTF-16 code units, which is how JavaScript sorts unless told otherwise.
  for (const key of Object.keys(value).sort()) {
    const item = (value as Record<string, unknown>)[key];
    if (item !== undefined) text += `${text && ','}${quote(key)}:${canonicalJson(item)}`;
  }
  return `{${text}}`;
}

function quote(value: string): string {
  if (loneSurrogate.test(value)) throw new TypeError('Half of a surrogate pair has no canonical form.');
  return `"${value.replace(escaped, character => shortEscapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
}
