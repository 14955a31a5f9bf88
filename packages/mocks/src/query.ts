import type {Route} from '@portico/contract';

/** What is read of a schema: its kind, and what is inside a wrapper. */
interface Field {
  readonly def: {readonly type: string; readonly innerType?: Field};
}

/**
 * The values of a query or path as the schema wants them: text becomes a number or a yes or no where one is asked for, a key that may repeat becomes a
 * list. What does not fit stays text, and the schema says what is wrong with it.
 */
export function readValues(input: Route['input'], entries: Iterable<readonly [string, string]>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [key, text] of entries) {
    const field = input.shape[key] as Field | undefined;
    if (!field) continue;
    const {type} = innermost(field).def;
    if (type === 'array') values[key] = [...((values[key] as unknown[] | undefined) ?? []), text];
    else values[key] = toValue(type, text);
  }
  return values;
}

function toValue(type: string, text: string): unknown {
  if (type === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

function innermost(field: Field): Field {
  return field.def.innerType ? innermost(field.def.innerType) : field;
}
