import * as contract from '@portico/contract';
import {nameOf, type Schema} from './api-shapes.ts';

interface Described {
  readonly components: {readonly schemas: Readonly<Record<string, Schema>>};
}

/**
 * An API's document with its shapes under the names that the contract gives them. OpenAPI takes two for a shape that is both sent and answered (`Territory` and
 * `TerritoryOutput`), because what has a default may be left out of the one and is always in the other. For a reader it is one.
 */
export function toContractNames<Document extends Described>(document: Document): Document {
  const text = JSON.stringify(document);
  const renamed = JSON.parse(text, (key, value: unknown) => (key === '$ref' ? toContractRef(String(value)) : value)) as Document;
  const shapes = new Map<string, Schema>();
  for (const [name, schema] of Object.entries(renamed.components.schemas)) {
    const plain = toContractName(name);
    const sent = plain === name ? undefined : renamed.components.schemas[plain];
    shapes.set(plain, sent ? {...schema, requiredWhenSent: sent.required ?? []} : (shapes.get(plain) ?? schema));
  }
  return {...renamed, components: {...renamed.components, schemas: Object.fromEntries(shapes)}};
}

/** The contract has a name or two of its own that end like that: what comes of co-branding is a `CobrandOutput`. */
const toContractName = (name: string) => (name in contract ? name : name.replace(/Output$/, ''));

const toContractRef = (ref: string) => ref.slice(0, -nameOf(ref).length) + toContractName(nameOf(ref));
