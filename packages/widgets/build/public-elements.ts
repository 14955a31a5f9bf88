import type {Declaration, Package} from './custom-elements.ts';
import {themePropertyRows} from './theme-properties.ts';

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

/** A property of an element, as it is read and set in code. */
export interface Property extends Typed {
  readonly isReadOnly: boolean;
  /** What it is when nothing is set, as the code says. */
  readonly fallback?: string | undefined;
  /** Its attribute, where it has one. */
  readonly attribute?: string | undefined;
}

/** A custom property that an element reads. */
export interface CssProperty extends Described {
  /** What it is when nothing is set. */
  readonly fallback?: string | undefined;
  /** Whether it is one of the theme, which every widget reads. */
  readonly isOfTheme: boolean;
}

/** An event that an element sends. */
export interface Sent extends Described {
  /** Its class. */
  readonly type?: string | undefined;
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
  /** All of them, also those that can only be read. */
  readonly propertyTypes: readonly Property[];
  /** Names of properties that can be set. */
  readonly properties: readonly string[];
  /** Names of attributes that are not also names of properties. */
  readonly attributes: readonly string[];
  readonly methods: readonly Described[];
  readonly events: readonly Sent[];
  readonly slots: readonly Described[];
  readonly parts: readonly Described[];
  readonly cssProperties: readonly CssProperty[];
  /** For `:state()`. */
  readonly states: readonly Described[];
}

/** Reads the elements of a package's manifest, in the order of their tags. */
export function publicElements({modules}: Package): PublicElement[] {
  const elements = modules.flatMap(({path, declarations = []}) => declarations.flatMap(declaration => (declaration.tagName ? [toElement(path, declaration, declaration.tagName)] : [])));
  return elements.sort((a, b) => (a.tag < b.tag ? -1 : 1));
}

function toElement(path: string, {name = '', description = '', members = [], attributes = [], events = [], slots = [], cssParts = [], cssProperties = [], cssStates = []}: Declaration, tag: string): PublicElement {
  const fields = members.filter(({kind}) => kind === 'field');
  const properties = fields.filter(({readonly}) => readonly !== true).map(field => field.name);
  return {
    tag,
    className: name,
    module: path.replace(/^\/?dist\//, ''),
    description,
    summary: /^.*?[.](?=\s|$)/s.exec(description)?.[0].replaceAll(/\s+/g, ' ') ?? description,
    attributeTypes: attributes.map(attribute => ({...describe(attribute), type: attribute.type?.text ?? 'string', property: attribute.fieldName})),
    propertyTypes: fields.map(field => ({...describe(field), type: field.type?.text ?? 'unknown', isReadOnly: field.readonly === true, fallback: field.default, attribute: field.attribute})),
    properties,
    attributes: attributes.map(attribute => attribute.name ?? '').filter(attribute => !properties.includes(attribute)),
    methods: members.filter(({kind}) => kind === 'method').map(describe),
    events: events.map(event => ({...describe(event), type: event.type?.text})),
    slots: slots.map(describe),
    parts: cssParts.map(describe),
    cssProperties: cssProperties.map(property => ({...describe(property), fallback: property.default, isOfTheme: themePropertyRows.some(({name: token}) => token === property.name)})),
    states: cssStates.map(describe),
  };
}

const describe = ({name = '', description = ''}: {readonly name?: string; readonly description?: string}): Described => ({name, text: description.replaceAll(/\s+/g, ' ').trim()});
