import fc from 'fast-check';
import {z} from 'zod';

/** The parts of JSON Schema that the contract's inputs come out as. */
interface JsonSchema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  propertyNames?: JsonSchema;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  maxItems?: number;
}

/** Values that naive servers fall over: what databases refuse, what parsers change, what people use to break in. */
export const hostileValues: readonly unknown[] = [
  null, true, 0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, '', ' ', '\u0000', 'a\u0000b', '\ud800', 'x\udfff', '\u202etxt.exe', 'ﷺ'.repeat(50), 'A'.repeat(9000), '𝕳'.repeat(3000),
  "' OR 1=1 --", "'; DROP TABLE lead; --", '<script>alert(1)</script>', '{{7*7}}', '${7*7}', '../../etc/passwd', '%00', '\r\nX-Injected: 1', 'NaN', 'Infinity', 'null', 'undefined', '0x10',
  '00000000-0000-0000-0000-000000000000', 'not-a-uuid', '2026-02-30', '9999-12-31T23:59:59.999999+14:00', '0000-01-01T00:00:00Z', '-infinity', [], [null], [[[[]]]], {}, {'': ''}, {__proto__: null, constructor: 1}, {toString: 1},
];

const texts = fc.oneof({weight: 4, arbitrary: fc.string({minLength: 1, maxLength: 24, unit: 'grapheme'})}, {weight: 1, arbitrary: fc.constantFrom(...hostileValues.filter(value => typeof value === 'string'))});

function ofString(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.format === 'uuid') return fc.uuid();
  if (schema.format === 'email') return fc.emailAddress();
  if (schema.format === 'date-time') return fc.date({min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true}).map(date => date.toISOString());
  if (schema.format === 'date') return fc.date({min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true}).map(date => date.toISOString().slice(0, 10));
  if (schema.format === 'uri') return fc.webUrl();
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern));
  return texts;
}

function ofSchema(schema: JsonSchema, depth = 0): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(each => ofSchema(each, depth)));
  if (schema.allOf) return ofSchema(Object.assign({}, schema, ...schema.allOf, {allOf: undefined}) as JsonSchema, depth);
  switch (schema.type) {
    case 'string':
      return ofString(schema);
    case 'integer':
      return fc.integer({min: Math.max(schema.minimum ?? schema.exclusiveMinimum ?? -1000, -(2 ** 31)), max: Math.min(schema.maximum ?? 100_000, 2 ** 31 - 1)});
    case 'number':
      return fc.double({min: schema.minimum ?? 0.01, max: Math.min(schema.maximum ?? 1000, 1e6), noNaN: true});
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(ofSchema(schema.items ?? {}, depth + 1), {minLength: Math.min(schema.minItems ?? 0, 3), maxLength: 3});
    case 'object': {
      const fields = Object.entries(schema.properties ?? {});
      if (fields.length === 0 && typeof schema.additionalProperties === 'object') {
        return fc.dictionary(schema.propertyNames ? (ofSchema(schema.propertyNames, depth + 1) as fc.Arbitrary<string>) : texts as fc.Arbitrary<string>, ofSchema(schema.additionalProperties, depth + 1), {maxKeys: 3});
      }
      return fc.record(Object.fromEntries(fields.map(([key, field]) => [key, ofSchema(field, depth + 1)])), {requiredKeys: schema.required ?? []});
    }
    default:
      return fc.jsonValue({maxDepth: 2});
  }
}

/** Inputs that a schema should mostly accept: right types, formats and limits, with odd but legal texts. */
export function validInput(schema: z.ZodObject): fc.Arbitrary<Record<string, unknown>> {
  // Names that the description of the API gave to schemas would make references of them.
  const metadata = z.registry<{id?: string}>();
  return ofSchema(z.toJSONSchema(schema, {io: 'input', unrepresentable: 'any', metadata}) as JsonSchema) as fc.Arbitrary<Record<string, unknown>>;
}

/** The same with one or more fields replaced, dropped or added by something hostile, at any depth. */
export function brokenInput(schema: z.ZodObject): fc.Arbitrary<Record<string, unknown>> {
  const mutation = fc.record({at: fc.nat(), deeper: fc.boolean(), how: fc.constantFrom('replace', 'drop', 'add'), value: fc.constantFrom(...hostileValues)});
  return fc.tuple(validInput(schema), fc.array(mutation, {minLength: 1, maxLength: 3})).map(([input, mutations]) => {
    const copy = structuredClone(input);
    for (const {at, deeper, how, value} of mutations) {
      let target: Record<string, unknown> = copy;
      if (deeper) {
        const inner = Object.values(target).filter(each => typeof each === 'object' && each !== null) as Record<string, unknown>[];
        target = inner[at % Math.max(inner.length, 1)] ?? target;
      }
      const keys = Object.keys(target);
      const key = keys[at % Math.max(keys.length, 1)] ?? 'extra';
      if (how === 'drop') delete target[key];
      else target[how === 'add' ? 'extra' : key] = structuredClone(value);
    }
    return copy;
  });
}
