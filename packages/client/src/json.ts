/**
 * JSON text of plain data, the same on every page: `JSON.stringify` calls `toJSON`, and old libraries on host pages put one on arrays that turns
 * them into strings.
 *
 * @param value - Objects, arrays, strings, numbers, booleans and `null`; `undefined` in an object is left out.
 */
export function toJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += (text && ',') + toJson(item);
    return `[${text}]`;
  }
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined) text += `${text && ','}${JSON.stringify(key)}:${toJson(item)}`;
  }
  return `{${text}}`;
}
