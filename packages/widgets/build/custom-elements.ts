import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import * as untyped from '@custom-elements-manifest/analyzer';
import {litPlugin} from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import {themePropertyRows} from './theme-properties.ts';

/** The part of the manifest's schema that is read here; see https://github.com/webcomponents/custom-elements-manifest. */
export interface Package {
  schemaVersion: string;
  modules: Module[];
}

interface Module {
  kind?: string;
  path: string;
  declarations?: Declaration[];
  exports?: unknown[];
}

export interface Declaration {
  name?: string;
  tagName?: string;
  customElement?: boolean;
  description?: string;
  members?: Member[];
  attributes?: Named[];
  events?: Named[];
  slots?: Named[];
  cssParts?: Named[];
  cssProperties?: CssProperty[];
  cssStates?: Named[];
  superclass?: {name: string; module?: string; package?: string};
}

interface Named {
  name?: string;
  description?: string;
  type?: {text: string};
  /** Of an attribute: its property. */
  fieldName?: string;
}

interface Member {
  name: string;
  kind?: string;
  readonly?: boolean;
  privacy?: string;
  static?: boolean;
  description?: string;
  type?: {text: string};
  /** Of a property: its attribute. */
  attribute?: string;
  default?: string;
}

interface CssProperty {
  name: string;
  default?: string;
  description?: string;
}

/** What the analyzer exports for use from code; its own types name the command line's options only. */
const {create, ts} = untyped as unknown as {
  create(options: {modules: unknown[]; plugins: unknown[]; context: {dev: boolean}}): Package;
  ts: {createSourceFile(path: string, text: string, target: number, setParents: boolean): unknown; ScriptTarget: {ES2015: number}};
};

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the manifest is put for the package; editors and documentation tools find it by package.json. */
export const manifestPath = join(root, 'dist/custom-elements.json');

/**
 * Reads the sources of the widgets and describes their public elements: properties, events, slots, parts and custom properties, from types and docstrings.
 * Elements that only other elements use (`ui/`, the parts of a widget) are left out.
 *
 * @returns A custom-elements manifest, schema 1.0.
 */
export function createManifest(): Package {
  const paths = globSync('src/**/*.ts', {cwd: root, exclude: name => /\.(test|stories|harness)\.ts$/.test(name)}).map(path =>
    path.replaceAll('\\', '/'),
  );
  const modules = paths.sort().map(path => ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.ES2015, true));
  const whole = create({modules, plugins: litPlugin(), context: {dev: false}});
  const tags = new Set(globSync('src/define/*.ts', {cwd: root}).map(path => `portico-${path.split(/[\\/]/).at(-1)?.slice(0, -'.ts'.length)}`));
  return {
    ...whole,
    modules: whole.modules.flatMap(module => {
      const declarations = (module.declarations ?? []).filter(({customElement, tagName = ''}) => customElement && tags.has(tagName)).map(toPublic);
      return declarations.length === 0 ? [] : [{...module, declarations}];
    }),
  };
}

/** Leaves out what a page cannot or should not touch: private members, what every Lit element has, and events that were guessed from the code. */
function toPublic({members = [], events = [], ...element}: Declaration): Declaration {
  return {
    ...element,
    members: members.filter(
      ({name, privacy = 'public', static: isStatic}) => privacy === 'public' && !isStatic && !name.startsWith('#') && !hidden.has(name),
    ),
    events: events.filter(({name}) => name?.startsWith('portico-')),
  };
}

const hidden = new Set([
  'connectedCallback',
  'disconnectedCallback',
  'willUpdate',
  'updated',
  'firstUpdated',
  'render',
  'createRenderRoot',
  'portalChanged',
  'styles',
  'parts',
]);

/**
 * The manifest as the package ships it: with the built files instead of the sources, the modules that define the elements, and the tokens of the theme, which
 * every element reads that is built on Lit. Storybook does without them: it would draw forty controls beside each story.
 */
export function createPackageManifest(): Package {
  const {modules, ...rest} = createManifest();
  const elements = modules.map(module => ({...module, declarations: (module.declarations ?? []).map(element => (element.superclass?.name === 'Base' ? element : withTokens(element)))}));
  const definitions = elements.flatMap(({path, declarations}) =>
    declarations.map(({name, tagName = ''}) => ({
      kind: 'javascript-module',
      path: `src/define/${tagName.slice('portico-'.length)}.ts`,
      declarations: [],
      exports: [{kind: 'custom-element-definition', name: tagName, declaration: {name, module: path}}],
    })),
  );
  const built = (key: string, value: unknown) => (['path', 'module'].includes(key) && typeof value === 'string' ? toBuilt(value) : value);
  return JSON.parse(JSON.stringify({...rest, modules: [...elements, ...definitions]}, built)) as Package;
}

function withTokens({cssProperties = [], ...element}: Declaration): Declaration {
  const own = cssProperties.filter(({name}) => !themeTokens.some(token => token.name === name));
  return {...element, cssProperties: [...own, ...themeTokens]};
}

const themeTokens: readonly CssProperty[] = themePropertyRows.map(({name, fallback, description}) => ({name, default: fallback, description: `${description} Can be set on the element or on any around it.`}));

function toBuilt(path: string): string {
  return path.replace(/^\/?src\/(.+)\.ts$/, 'dist/$1.js');
}
