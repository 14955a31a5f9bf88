import {globSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {Plugin} from 'vite';
import {definedWidgets} from './defined-widgets.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const registering = /\bdefineElement\('(portico-[\w-]+)'|'(portico-[\w-]+)': (?!\w+Event\b)[A-Z]\w*/g;

/** The version of this package, as `package.json` has it. */
export const version = (JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {version: string}).version;

/** Tags of elements that only widgets use: dialogs, fields, panes. Found where they are registered. */
export function partTags(): string[] {
  const widgets = new Set(definedWidgets().map(({name}) => `portico-${name}`));
  const files = globSync('src/**/*.ts', {cwd: root}).filter(path => !/\.(test|stories|harness)\.ts$/.test(path));
  const registered = files.flatMap(path => [...readFileSync(`${root}${path}`, 'utf8').matchAll(registering)].map(match => match[1] ?? match[2] ?? ''));
  return [...new Set(registered)].filter(tag => !widgets.has(tag)).sort();
}

/**
 * Names the parts of widgets after the version they belong to: `<portico-ui-dialog>` → `<portico-ui-0-1-0-dialog>`. A tag has one class on a page; were they
 * called alike, the widgets of a second version would open the dialogs of the first.
 *
 * @param tags - Those to name anew, wherever they stand: in templates, styles, selectors.
 */
export function nameParts(code: string, tags: readonly string[], of = version): string {
  const part = new RegExp(`\\b(?:${tags.join('|')})(?![\\w-])`, 'g');
  return code.replace(part, tag => `portico-ui-${of.replaceAll(/\W/g, '-')}-${tag.replace(/^portico-(?:ui-)?/, '')}`);
}

/** The naming as a plugin for Vite and Rolldown, for our own modules. */
export function ownParts(): Plugin {
  let tags: readonly string[];
  return {
    name: 'portico-own-parts',
    enforce: 'pre',
    transform: (code, id) => (id.replaceAll('\\', '/').includes('/widgets/src/') ? {code: nameParts(code, (tags ??= partTags())), map: null} : undefined),
  };
}
