import {globSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {root} from '../../scripts/bootstrap/root.mjs';
import {apiPages} from './api-pages.ts';
import {contents} from './contents.ts';
import type {Page} from './page.ts';
import {withWidgetTables} from './widget-tables.ts';

/** What a page may say of itself before its first line. */
interface FrontMatter {
  readonly title?: string;
  readonly description?: string;
  readonly group?: string;
  readonly order?: string;
}

/** Every page of the site but the first, in the order of the navigation. */
export async function readPages(): Promise<Page[]> {
  const named = new Set(contents.flatMap(({pages}) => pages));
  const files = globSync(['docs/{guides,widgets,decisions,reference}/*.md', 'docs/*.md', '*.md'], {cwd: root}).map(path => path.replaceAll('\\', '/'));
  const api = await apiPages();
  const pages = contents.flatMap(({name, pages: listed, rest}): Page[] => {
    const others = rest === undefined ? [] : files.filter(path => path.startsWith(`${rest}/`) && !named.has(path)).sort();
    return [...listed, ...others].flatMap(source => {
      if (source === 'reference/api') return api.map(page => ({...page, group: name}));
      return files.includes(source) ? [readPage(source, name)] : [];
    });
  });
  return inOrder(pages);
}

function readPage(source: string, group: string): Page {
  const {matter, text} = splitFrontMatter(readFileSync(join(root, source), 'utf8'));
  const heading = /^# (.+)$/m.exec(text)?.[1] ?? basename(source, '.md');
  const page = {
    source,
    url: urlOf(source),
    title: matter.title ?? plain(heading),
    description: matter.description ?? firstParagraph(text),
    group: matter.group ?? group,
    markdown: source.startsWith('docs/widgets/') && !source.endsWith('README.md') ? withWidgetTables(text, `portico-${basename(source, '.md')}`) : text,
  };
  return matter.order === undefined ? page : {...page, order: Number(matter.order)} as Page;
}

/** Pages that name their place in a group come to it; the others keep theirs. */
function inOrder(pages: readonly Page[]): Page[] {
  const groups = contents.map(({name}) => pages.filter(({group}) => group === name));
  return groups.flatMap(group => {
    const placed = group.filter((page): page is Page & {order: number} => 'order' in page).sort((one, other) => one.order - other.order);
    const list = group.filter(page => !('order' in page));
    for (const page of placed) list.splice(page.order - 1, 0, page);
    return list;
  });
}

/** The folder of a file's page on the site. */
export function urlOf(source: string): string {
  const name = source.replace(/^docs\//, '').replace(/\.md$/, '');
  return `${name.toLowerCase().replace(/\/?readme$/, '')}/`;
}

function splitFrontMatter(text: string): {matter: FrontMatter; text: string} {
  const match = /^---\n([\s\S]*?)\n---\n+/.exec(text);
  if (!match) return {matter: {}, text};
  const lines = (match[1] ?? '').split('\n').flatMap(line => {
    const [, key, value] = /^(\w+):\s*(.*)$/.exec(line) ?? [];
    return key === undefined || value === undefined ? [] : [[key, value.replace(/^(["'])(.*)\1$/, '$2')] as const];
  });
  return {matter: Object.fromEntries(lines), text: text.slice(match[0].length)};
}

/** Markdown's marks taken off a line. */
function plain(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/`|\*{1,2}/g, '');
}

function firstParagraph(text: string): string {
  const paragraph = text.split(/\n{2,}/).find(part => /^[\p{L}\p{N}<`*[“"(]/u.test(part) && !part.startsWith('```')) ?? '';
  const line = plain(paragraph).replace(/^\w+\.\s(?=[A-Z])/, '').replace(/\s+/g, ' ').trim();
  return line.length <= 200 ? line : `${line.slice(0, 200).replace(/\s\S*$/, '')} …`;
}
