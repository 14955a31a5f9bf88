/** A JSON schema, as far as the contract's use it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** Of a shape that is also sent: what must be there then. Not of JSON schema; see contract-names.ts. */
  readonly requiredWhenSent?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** Where the description of a shape is: `../deals/#deal`; `undefined` when it says too little for one of its own. */
export type ShapeLink = (name: string) => string | undefined;

/** The name that a reference names. */
export const nameOf = (ref: string): string => ref.split('/').at(-1) ?? ref;

/** A schema's type as one line of markdown, with links to other shapes. */
export function typeText(schema: Schema, link: ShapeLink): string {
  if (schema.$ref !== undefined) {
    const name = nameOf(schema.$ref);
    const address = link(name);
    return address === undefined ? `\`${name}\`` : `[\`${name}\`](${address})`;
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    const [some, none] = [choices.filter(each => each.type !== 'null'), choices.some(each => each.type === 'null')];
    const texts = [...new Set(some.map(each => typeText(each, link)))];
    return [...texts, ...(none ? ['`null`'] : [])].join(' or ');
  }
  if (schema.allOf) return schema.allOf.map(each => typeText(each, link)).join(' and ');
  if (schema.enum) return schema.enum.map(value => `\`${String(value)}\``).join(' · ');
  if ('const' in schema) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.type === 'array' && schema.items) return `list of ${typeText(schema.items, link)}`;
  if (schema.type === 'object' && typeof schema.additionalProperties === 'object') return `map to ${typeText(schema.additionalProperties, link)}`;
  const types = [schema.type ?? 'any'].flat();
  return types.map(type => `\`${type}\``).join(' or ');
}

/** The limits of a value, in words; empty when it has none. */
export function limitsText(schema: Schema): string {
  const {minimum, maximum, minLength, maxLength, minItems, maxItems, format} = schema;
  const range = (least: number | undefined, most: number | undefined, what: string) =>
    most !== undefined && most < Number.MAX_SAFE_INTEGER ? `${least ?? 0} to ${most}${what}` : least === undefined || least <= 0 ? '' : `at least ${least}${what}`;
  return [
    format ?? '',
    range(minimum, maximum, ''),
    range(minLength, maxLength, ' characters'),
    range(minItems, maxItems, ' entries'),
    schema.default === undefined || (schema.default !== null && typeof schema.default === 'object') ? '' : `\`${JSON.stringify(schema.default)}\` when left out`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Every name that a schema refers to, from near to far. */
export function namesIn(schema: unknown, found = new Set<string>()): Set<string> {
  if (schema !== null && typeof schema === 'object') {
    for (const [key, value] of Object.entries(schema)) {
      if (key === '$ref' && typeof value === 'string') found.add(nameOf(value));
      else namesIn(value, found);
    }
  }
  return found;
}

/** A table of an object's fields. @param tell - What the sources say of a field. */
export function fieldTable(schema: Schema, link: ShapeLink, tell: (field: string) => string | undefined): string {
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const words = [tell(name) ?? '', limitsText(field)].filter(Boolean).join(' · ');
    const mark = schema.required?.includes(name) !== true ? ' *optional*' : schema.requiredWhenSent?.includes(name) === false ? ' *optional when sent*' : '';
    return `| \`${name}\`${mark} | ${cell(typeText(field, link))} | ${cell(words)} |`;
  });
  return rows.length === 0 ? '' : ['| field | type | what it is |', '|---|---|---|', ...rows, ''].join('\n');
}

/** Text that stays within one cell of a table. */
export function cell(text: string): string {
  return text.replaceAll('\n', ' ').replaceAll('|', '\\|');
}
