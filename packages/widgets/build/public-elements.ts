import type {Declaration, Package} from './custom-elements.ts';

/** One entry of a list about an element. */
export interface Described {
  readonly name: string;
  /** One line of text. */
  readonly text: string;
}

/** An attribute or a property. */
export interface Typed extends Described {
  /** Its TypeScript type. */
  readonly type: string;
  /** The property of an attribute. */
  readonly property?: string | undefined;
}

/** An element as those see it who write its tag: drawn from the manifest of the package. */
export interface PublicElement {
  readonly tag: string;
  readonly className: string;
  /** Its module in `dist/`. */
  readonly module: string;
  readonly description: string;
  /** The first sentence of that. */
  readonly summary: string;
  readonly attributeTypes: readonly Typed[];
  readonly propertyTypes: readonly Typed[];
  /** Names of properties that can be set. */
  readonly properties: readonly string[];
  /** Names of attributes that are not also names of properties. */
  readonly attributes: readonly string[];
  readonly events: readonly Described[];
  readonly slots: readonly Described[];
  readonly parts: readonly Described[];
  readonly cssProperties: readonly {readonly name: string; readonly description: string}[];
}

/** Reads the elements of a package's manifest, in the order of their tags. */
export function publicElements({modules}: Package): PublicElement[] {
  const elements = modules.flatMap(({path, declarations = []}) => declarations.flatMap(declaration => (declaration.tagName ? [toElement(path, declaration, declaration.tagName)] : [])));
  return elements.sort((a, b) => (a.tag < b.tag ? -1 : 1));
}

function toElement(path: string, {name = '', description = '', members = [], attributes = [], events = [], slots = [], cssParts = [], cssProperties = []}: Declaration, tag: string): PublicElement {
  const fields = members.filter(({kind, readonly}) => kind === 'field' && readonly !== true);
  const properties = fields.map(field => field.name);
  return {
    tag,
    className: name,
    module: path.replace(/^\/?dist\//, ''),
    description,
    summary: /^.*?[.](?=\s|$)/s.exec(description)?.[0].replaceAll(/\s+/g, ' ') ?? description,
    attributeTypes: attributes.map(attribute => ({...describe(attribute), type: attribute.type?.text ?? 'string', property: attribute.fieldName})),
    propertyTypes: fields.map(field => ({...describe(field), type: field.type?.text ?? 'unknown'})),
    properties,
    attributes: attributes.map(attribute => attribute.name ?? '').filter(attribute => !properties.includes(attribute)),
    events: events.map(describe),
    slots: slots.map(describe),
    parts: cssParts.map(describe),
    cssProperties: cssProperties.map(token => ({name: token.name, description: token.description ?? ''})),
  };
}

const describe = ({name = '', description = ''}: {readonly name?: string; readonly description?: string}): Described => ({name, text: description.replaceAll(/\s+/g, ' ').trim()});
