import {escapeHtml} from './highlight.ts';

/** What a live example is made of. */
export interface LiveExample {
  /** What stands behind the language at the fence. */
  readonly words: readonly string[];
  /** The code block. */
  readonly block: string;
  /** The heading above, in the place of a title. */
  readonly heading: string;
}

/** The markup of an example: without scripts a code block; `browser/example.ts` makes the rest of it. */
export function liveExample({words, block, heading}: LiveExample): string {
  const settings = new Map(words.flatMap(word => (word.includes('=') ? [[word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1).replace(/^"(.*)"$/, '$1')] as const] : [])));
  const data = ['as', 'scenario'].flatMap(name => (settings.has(name) ? [` data-${name}="${escapeHtml(settings.get(name) ?? '')}"`] : [])).join('');
  const title = escapeHtml(settings.get('title') ?? heading);
  const height = Number(settings.get('height') ?? 420);
  return `<docs-example${data}><div class="stage"><iframe title="${title}" height="${Number.isFinite(height) ? height : 420}" sandbox="allow-scripts"></iframe></div>${block}</docs-example>\n`;
}
