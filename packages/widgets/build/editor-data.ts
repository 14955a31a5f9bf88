import type {PublicElement} from './public-elements.ts';

/** Values that an attribute's type lists: `'on' | 'off'`. */
const choices = (type: string) => [...type.matchAll(/'([^']*)'/g)].map(([, value]) => ({name: value ?? ''}));

/**
 * What editors show while somebody writes a tag: custom data of VS Code for HTML and CSS, and web-types of JetBrains.
 *
 * @param elements - As the package's manifest has them.
 * @param version - Of the package.
 * @returns The text of each file by its path in `dist/`. Formats: https://github.com/microsoft/vscode-custom-data, https://github.com/JetBrains/web-types.
 */
export function editorData(elements: readonly PublicElement[], version: string): ReadonlyMap<string, string> {
  const tokens = [...new Map(elements.flatMap(({cssProperties}) => cssProperties).map(token => [token.name, token])).values()];
  const html = {
    version: 1.1,
    tags: elements.map(({tag, description, attributeTypes}) => ({
      name: tag,
      description: {kind: 'markdown', value: description},
      attributes: attributeTypes.map(({name, text, type}) => ({name, description: text, ...(choices(type).length > 0 && {values: choices(type)})})),
    })),
  };
  const css = {version: 1.1, properties: tokens.map(({name, text}) => ({name, description: text}))};
  const webTypes = {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name: '@portico/widgets',
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map(({tag, description, attributeTypes, propertyTypes, events, slots, parts}) => ({
          name: tag,
          description,
          attributes: attributeTypes.map(({name, text, type}) => ({name, description: text, value: {type}})),
          slots: slots.map(({name, text}) => ({name, description: text})),
          js: {properties: propertyTypes.filter(({isReadOnly}) => !isReadOnly).map(({name, text, type}) => ({name, description: text, type})), events: events.map(({name, text}) => ({name, description: text}))},
          css: {parts: parts.map(({name, text}) => ({name, description: text}))},
        })),
      },
      css: {properties: tokens.map(({name, text}) => ({name, description: text}))},
    },
  };
  const files = {'editors/vscode.html-custom-data.json': html, 'editors/vscode.css-custom-data.json': css, 'editors/web-types.json': webTypes};
  return new Map(Object.entries(files).map(([path, content]) => [path, `${JSON.stringify(content, null, 2)}\n`]));
}
