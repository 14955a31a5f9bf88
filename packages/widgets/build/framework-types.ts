import {globSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {PublicElement} from './public-elements.ts';

const sources = fileURLToPath(new URL('../src/', import.meta.url));

/** A module of types for one framework: what it declares for a tag, and the text around all of them. */
interface Framework {
  readonly name: string;
  /** Imports and shapes that the declarations use. */
  readonly head: string;
  readonly open: string;
  readonly close: string;
}

/** What a page may write on an element, in every framework: its properties with their own types, and its attributes as text. */
const shared = `
/** Properties of an element that a template may set; \`undefined\` leaves one as it is by default. */
type Properties<E, Names extends keyof E> = {[Name in Names]?: E[Name] | undefined};

/** Attributes of the same, for those who write them as HTML does. */
type Attributes<Names extends string> = {[Name in Names]?: string | number | boolean | undefined};
`;

const listeners = (key: string) => `
/** Listeners, with the event that the element sends. */
type Listeners<E, Events> = {[Name in keyof Events & string as ${key}]?: ((event: Events[Name] & {readonly currentTarget: E}) => void) | undefined};
`;

const onName = '`on${Name}`';

/** Vue writes \`onPorticoReady\` for \`@portico-ready\`. */
const camel = `
type Pascal<Text extends string> = Text extends \`\${infer First}-\${infer Rest}\` ? \`\${Capitalize<First>}\${Pascal<Rest>}\` : Capitalize<Text>;
`;

const frameworks: readonly Framework[] = [
  {
    name: 'react',
    head: `import type {DetailedHTMLProps, HTMLAttributes} from 'react';\n${shared}${listeners(onName)}
type Tag<E extends HTMLElement, Names extends keyof E, Texts extends string, Events> = Omit<DetailedHTMLProps<HTMLAttributes<E>, E>, Names | Texts> & Properties<E, Names> & Attributes<Texts> & Listeners<E, Events>;\n`,
    open: "declare module 'react' {\n  namespace JSX {\n    interface IntrinsicElements {",
    close: '    }\n  }\n}',
  },
  {
    name: 'preact',
    head: `import type {HTMLAttributes} from 'preact';\n${shared}${listeners(onName)}
type Tag<E extends HTMLElement, Names extends keyof E, Texts extends string, Events> = Omit<HTMLAttributes<E>, Names | Texts> & Properties<E, Names> & Attributes<Texts> & Listeners<E, Events>;\n`,
    open: "declare module 'preact' {\n  namespace JSX {\n    interface IntrinsicElements {",
    close: '    }\n  }\n}',
  },
  {
    name: 'solid',
    head: `import type {JSX} from 'solid-js';\n${shared}${listeners('`on:${Name}`')}
/** Solid sets a property of an element when the name begins with \`prop:\`. */
type Prefixed<E, Names extends keyof E & string> = {[Name in Names as \`prop:\${Name}\`]?: E[Name] | undefined};

type Tag<E extends HTMLElement, Names extends keyof E & string, Texts extends string, Events> = Omit<JSX.HTMLAttributes<E>, Names | Texts> & Properties<E, Names> & Prefixed<E, Names> & Attributes<Texts> & Listeners<E, Events>;\n`,
    open: "declare module 'solid-js' {\n  namespace JSX {\n    interface IntrinsicElements {",
    close: '    }\n  }\n}',
  },
  {
    name: 'svelte',
    head: `import type {HTMLAttributes} from 'svelte/elements';\n${shared}${listeners(onName)}
type Tag<E extends HTMLElement, Names extends keyof E, Texts extends string, Events> = Omit<HTMLAttributes<E>, Names | Texts> & Properties<E, Names> & Attributes<Texts> & Listeners<E, Events>;\n`,
    open: "declare module 'svelte/elements' {\n  interface SvelteHTMLElements {",
    close: '  }\n}',
  },
  {
    name: 'vue',
    head: `import type {HTMLAttributes, PublicProps} from 'vue';\n${shared}${camel}${listeners('`on${Pascal<Name>}`')}
/** A component as Vue's templates see one. */
interface Tag<E extends HTMLElement, Names extends keyof E, Texts extends string, Events> {
  new (): {$props: Omit<HTMLAttributes, Names | Texts> & PublicProps & Properties<E, Names> & Attributes<Texts> & Listeners<E, Events>};
}\n`,
    open: "declare module 'vue' {\n  interface GlobalComponents {",
    close: '  }\n}',
  },
];

/**
 * Types of the elements for the templates of frameworks: a wrong property, a wrong type or a wrong detail of an event is an error where it is written.
 *
 * @param elements - As the package's manifest has them.
 * @returns The text of each module by its path in `dist/`.
 */
export function frameworkTypes(elements: readonly PublicElement[]): ReadonlyMap<string, string> {
  const declaring = modulesOfEvents(elements.flatMap(({events}) => events.map(({name}) => name)));
  const imports = [...declaring.map(path => `import '../${path}';`), ...elements.map(({className, module}) => `import type {${className}} from '../${module}';`)].join('\n');
  const files = new Map<string, string>();
  for (const {name, head, open, close} of frameworks) {
    const indent = ' '.repeat(open.length - open.lastIndexOf('\n') - 1 - open.slice(open.lastIndexOf('\n') + 1).trimStart().length + 2);
    const tags = elements.map(element => `${indent}/** ${element.summary} */\n${indent}'${element.tag}': Tag<${element.className}, ${union(element.properties)}, ${union(element.attributes)}, ${eventsOf(element)}>;`);
    files.set(`frameworks/${name}.d.ts`, `${imports}\n${head}\n${open}\n${tags.join('\n')}\n${close}\n`);
    // What a page imports for its types is there when it runs, too.
    files.set(`frameworks/${name}.js`, 'export {};\n');
  }
  return files;
}

/** The modules that say which event belongs to a name. Named one by one: a declaration file does not import what only its code needs. @throws Error for an event that none of them declares. */
function modulesOfEvents(names: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const path of globSync('**/*.ts', {cwd: sources, exclude: name => /\.(test|stories|harness)\.ts$/.test(name)}).sort()) {
    const [, map = ''] = /interface HTMLElementEventMap \{(.*?)\n  \}/s.exec(readFileSync(sources + path, 'utf8')) ?? [];
    for (const [, name = ''] of map.matchAll(/'([\w-]+)':/g)) found.set(name, path.replaceAll('\\', '/').replace(/\.ts$/, '.js'));
  }
  return [...new Set(names.map(name => {
    const module = found.get(name);
    if (!module) throw new Error(`No HTMLElementEventMap in the sources has the event ${name}.`);
    return module;
  }))].sort();
}

const union = (names: readonly string[]) => (names.length === 0 ? 'never' : names.map(name => `'${name}'`).join(' | '));

const eventsOf = ({events}: PublicElement) => `{${events.map(({name}) => `'${name}': HTMLElementEventMap['${name}']`).join('; ')}}`;
