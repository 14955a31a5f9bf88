import {readFileSync} from 'node:fs';
import type {Package} from '../../packages/widgets/build/custom-elements.ts';
import {publicElements, type Described, type Property, type PublicElement} from '../../packages/widgets/build/public-elements.ts';
import {root} from '../../scripts/bootstrap/root.mjs';
import {cell} from './api-shapes.ts';

let elements: ReadonlyMap<string, PublicElement> | undefined;

/** The elements of the built package. */
function readElements(): ReadonlyMap<string, PublicElement> {
  const manifest = () => JSON.parse(readFileSync(`${root}/packages/widgets/dist/custom-elements.json`, 'utf8')) as Package;
  return (elements ??= new Map(publicElements(manifest()).map(element => [element.tag, element])));
}

/**
 * A widget's page with the tables of its manifest: where the page says `<!-- api -->`, else at its end.
 *
 * @throws Error when the page is of a tag that does not exist.
 */
export function withWidgetTables(text: string, tag: string): string {
  const mark = '<!-- api -->';
  const tables = tablesOf(tag);
  return text.includes(mark) ? text.replace(mark, () => tables) : `${text.trimEnd()}\n\n${tables}`;
}

function tablesOf(tag: string): string {
  const element = readElements().get(tag);
  if (!element) throw new Error(`docs/widgets has a page of <${tag}>, which is no widget.`);
  const {className, methods, events, slots, parts, cssProperties, states} = element;
  const name = tag.slice('portico-'.length);
  return [
    '## API',
    '',
    `\`<${tag}>\` is the class \`${className}\`. With a bundler, \`import '@portico/widgets/define/${name}'\` registers the tag, and \`@portico/widgets/elements/…\` has the class alone.`,
    '',
    table('Properties', ['property', 'type', 'what it is'], settings(element), ({attribute, type, fallback, text, isReadOnly, ...property}) => [
      `${code(property.name)}${attribute === undefined ? '' : attribute === property.name ? '<br><small>also as attribute</small>' : `<br><small>attribute</small> ${code(attribute)}`}`,
      `${code(type)}${fallback === undefined || fallback.startsWith('new ') ? '' : `<br><small>when not set</small> ${code(fallback)}`}`,
      `${text}${isReadOnly ? ' Can only be read.' : ''}`.trim(),
    ]),
    table('Methods', ['method', 'what it does'], methods, ({text, ...method}) => [code(`${method.name}()`), text]),
    table('Events', ['event', 'type', 'when'], events, ({type, text, ...event}) => [code(event.name), code(type ?? 'Event'), text]),
    table('Slots', ['slot', 'when it is shown'], slots, ({text, ...slot}) => [slot.name === '' ? '(default)' : code(slot.name), text]),
    table('Parts', ['part', 'what it is'], parts, ({text, ...part}) => [code(`::part(${part.name})`), text]),
    table('Custom properties', ['property', 'when not set', 'what it is'], cssProperties.filter(({isOfTheme}) => !isOfTheme), ({fallback, text, ...property}) => [
      code(property.name),
      fallback === undefined ? '' : code(fallback),
      text,
    ]),
    'Colours, sizes and type follow the [tokens of all widgets](../reference/theming.md).',
    '',
    table('States', ['state', 'when'], states, ({text, ...state}) => [code(`:state(${state.name})`), text]),
  ].join('\n');
}

/** What a page can set: properties, and attributes that are no property. */
function settings({propertyTypes, attributeTypes}: PublicElement): Property[] {
  const alone = attributeTypes.filter(({property}) => !propertyTypes.some(({name}) => name === property));
  return [...propertyTypes, ...alone.map(attribute => ({...attribute, isReadOnly: false, attribute: attribute.name}))];
}

function table<Row extends Described>(title: string, columns: readonly string[], rows: readonly Row[], toCells: (row: Row) => string[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [`### ${title}`, '', line(columns), line(columns.map(() => '---')), ...rows.map(row => line(toCells(row))), ''].join('\n');
}

const code = (text: string) => `\`${text}\``;
