import {globSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {themePropertyRows} from '../../packages/widgets/build/theme-properties.ts';
import {root} from '../bootstrap/root.mjs';
import {type Generated, writeWhenMain} from './generated.ts';

/** A widget as its docstring describes it; the manifest of the elements is made of the same words, which a test compares. */
export interface ThemedWidget {
  readonly tag: string;
  readonly folder: string;
  readonly slots: readonly Documented[];
  readonly parts: readonly Documented[];
  readonly properties: readonly Documented[];
}

interface Documented {
  readonly name: string;
  readonly fallback?: string;
  readonly description: string;
}

const home = 'packages/widgets/src';

/** Every public widget with what of it can be replaced or styled, by its tag. */
export async function themedWidgets(): Promise<ThemedWidget[]> {
  const tags = globSync(`${home}/define/*.ts`, {cwd: root}).map(path => path.split(/[\\/]/).at(-1)?.slice(0, -'.ts'.length) ?? '');
  const widgets = await Promise.all(tags.filter(tag => tag !== 'all').sort().map(read));
  return widgets.flatMap(widget => widget ?? []);
}

async function read(name: string): Promise<ThemedWidget | undefined> {
  const [path] = globSync(`${home}/*/${name}.ts`, {cwd: root}).filter(each => !/[\\/](define|strings|headless)[\\/]/.test(each));
  const source = path && (await readFile(join(root, path), 'utf8'));
  const docstring = source && source.match(/\/\*\*[\s\S]*?\*\//g)?.find(comment => comment.includes(`@tag portico-${name}\n`));
  if (!path || !docstring) return undefined;
  const all = (pattern: RegExp): Documented[] =>
    [...docstring.matchAll(pattern)].map(({groups}) => ({name: groups?.['name'] ?? '', ...(groups?.['fallback'] && {fallback: groups['fallback']}), description: groups?.['description'] ?? ''}));
  return {
    tag: `portico-${name}`,
    folder: path.split(/[\\/]/).at(-2) ?? name,
    slots: all(/@slot (?:(?<name>[a-z-]+) )?- (?<description>.*)/g),
    parts: all(/@csspart (?<name>[\w-]+) - (?<description>.*)/g),
    properties: all(/@cssproperty \[?(?<name>--[\w-]+)(?:=(?<fallback>[^\]]*)\])? - (?<description>.*)/g),
  };
}

const code = (text: string) => `\`${text.replaceAll('|', '\\|')}\``;

/** `docs/reference/theming.md`: every custom property, and what each widget lets a page style and replace. */
export async function generate(): Promise<Generated[]> {
  const groups = Map.groupBy(themePropertyRows, ({group}) => group);
  const tokens = [...groups].flatMap(([group, rows]) => [
    `### ${group}`,
    '',
    '| custom property | fallback | what it is for |',
    '|---|---|---|',
    ...rows.map(({name, fallback, description}) => `| ${code(name)} | ${code(fallback)} | ${description} |`),
    '',
  ]);
  const rows = (title: string, list: readonly Documented[], name: (text: string) => string) =>
    list.length === 0 ? [] : [`| ${title} | |`, '|---|---|', ...list.map(each => `| ${code(name(each.name))} | ${each.description}${each.fallback ? ` ${code(each.fallback)} unless set.` : ''} |`), ''];
  const widgets = (await themedWidgets()).flatMap(({tag, slots, parts, properties}) => [
    `### \`<${tag}>\``,
    '',
    ...rows('part', parts, text => `::part(${text})`),
    ...rows('slot', slots, text => (text ? `slot="${text}"` : 'the content')),
    ...rows('custom property', properties.filter(({name}) => !themePropertyRows.some(row => row.name === name)), text => text),
  ]);
  const text = [
    '# Theming',
    '',
    'What a page can change of how the widgets look. [Match your brand](../guides/match-your-brand.md) says how; this page names everything. Made from the tokens and the docstrings of',
    'the widgets by `npm run docs`; `@portico/widgets/custom-elements.json` says the same to editors.',
    '',
    '## What wins',
    '',
    '1. A custom property on the widget itself, or a rule of the page for it: `portico-lead-inbox { --portico-radius: 0px; }`',
    '2. A rule of the page for the portal: `portico-portal { --portico-radius: 0px; }`',
    '3. The `brand` of the portal: `<portico-portal brand="#0f766e">`',
    '4. A custom property on any element around: `:root { --portico-radius: 0px; }`',
    '5. The brand of the programme, which the server knows',
    '6. The fallback in the tables below',
    '',
    'Light or dark goes the same way: the `theme` of a widget, the `theme` of the portal, the `theme` of its brand, that of the programme, and at last the `color-scheme` of the page around.',
    '',
    '## Custom properties',
    '',
    'Each can be set on a widget or on any element around. Colours are written as `light-dark(…, …)` and follow the mode; one colour serves both.',
    '',
    ...tokens,
    '## Parts and slots',
    '',
    'A part is styled with `::part(…)`. A slot replaces what a widget shows in that state: an element with that `slot` between its tags.',
    '',
    ...widgets,
  ].join('\n');
  return [{path: 'docs/reference/theming.md', text: `${text.trimEnd()}\n`}];
}

await writeWhenMain(import.meta, generate);
