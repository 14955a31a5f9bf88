/** A value as PostgreSQL reads it: text, or bytes. */
export type Parameter = string | Uint8Array | null;

/** Turns a JavaScript value into a parameter the way node-postgres does, so that a statement means the same on both drivers. */
export function toParameter(value: unknown): Parameter {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return toArrayLiteral(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** `{a,"b \"c\"",NULL}`. */
function toArrayLiteral(values: readonly unknown[]): string {
  const items = values.map(value => {
    if (Array.isArray(value)) return toArrayLiteral(value);
    const parameter = toParameter(value);
    if (parameter === null) return 'NULL';
    if (typeof parameter !== 'string') throw new TypeError('Bytes cannot be in a list of parameters.');
    return `"${parameter.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  });
  return `{${items.join(',')}}`;
}
