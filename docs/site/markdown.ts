import createParser, {type MarkdownIt, type Token} from 'markdown-it';
import {escapeHtml, type Highlight} from './highlight.ts';
import {createLinks} from './links.ts';
import {liveExample} from './live-example.ts';
import type {Page} from './page.ts';

/** What is known of the page while it is drawn. */
interface Place {
  readonly source: string;
  readonly url: string;
}

/** Draws the markdown of pages: anchors of headings as a code host makes them, links of the site, code in colours, live examples. */
export function createMarkdown(pages: readonly Page[], highlight: Highlight): MarkdownIt {
  const markdown = createParser({html: true, linkify: false, typographer: false});
  const links = createLinks(pages);
  markdown.core.ruler.push('portico', state => {
    const place = state.env as unknown as Place;
    nameHeadings(state.tokens);
    for (const token of state.tokens) if (/^t[hd]_open$/.test(token.type)) alignByClass(token);
    if (place.source === 'docs/reference/problems.md') nameRows(state.tokens);
    for (const token of state.tokens) if (token.type === 'inline') resolveLinks(token.children ?? [], href => links.resolve(href, place));
  });
  const {rules} = markdown.renderer;
  rules['heading_close'] = (tokens, index) => {
    const tag = tokens[index]?.tag ?? 'h2';
    const id = tokens[index - 2]?.attrGet('id') ?? '';
    return tag === 'h1' || id === '' ? `</${tag}>\n` : `<a class="anchor" href="#${id}" aria-label="Link to this section">#</a></${tag}>\n`;
  };
  rules['table_open'] = () => '<div class="table"><table>\n';
  rules['table_close'] = () => '</table></div>\n';
  rules['fence'] = (tokens, index) => fence(tokens, index, highlight);
  return markdown;
}

/** Ids as on a code host, so that the same link works there; `{#id}` behind a heading names one itself. */
function nameHeadings(tokens: readonly Token[]): void {
  const seen = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    const inline = tokens[index + 1];
    if (token.type !== 'heading_open' || !inline) continue;
    const last = inline.children?.at(-1);
    const own = / \{#([\w-]+)\}$/.exec(last?.content ?? '');
    if (own && last) last.content = last.content.slice(0, own.index);
    const slug = own?.[1] ?? slugOf(textOf(inline));
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    token.attrSet('id', count === 0 ? slug : `${slug}-${count}`);
  }
}

/** A row that begins with a code can be linked to by it. */
function nameRows(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const [first] = (token.type === 'tr_open' && tokens[index + 2]?.children) || [];
    if (first?.type === 'code_inline') token.attrSet('id', first.content);
  }
}

const textOf = (inline: Token | undefined) => (inline?.children ?? []).map(({type, content}) => (type === 'text' || type === 'code_inline' ? content : '')).join('');

/** The anchor of a heading. */
export function slugOf(text: string): string {
  return text.trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-');
}

/** Columns of numbers, without a style in the page. */
function alignByClass(token: Token): void {
  const style = String(token.attrGet('style') ?? '');
  token.attrs = token.attrs?.filter(([name]) => name !== 'style') ?? null;
  if (style.includes('right')) token.attrJoin('class', 'number');
}

/** Gives links their address on the site; one that leads to no page becomes what it says. */
function resolveLinks(children: readonly Token[], resolve: (href: string) => string | undefined): void {
  const hidden: boolean[] = [];
  for (const token of children) {
    if (token.type === 'link_open') {
      const href = String(token.attrGet('href') ?? '');
      const address = resolve(href);
      hidden.push(address === undefined);
      if (address === undefined) hide(token);
      else token.attrSet('href', address);
      if (/^https?:/.test(href)) token.attrSet('rel', 'noreferrer');
    } else if (token.type === 'link_close' && hidden.pop() === true) hide(token);
    else if (token.type === 'image') token.attrSet('src', resolve(String(token.attrGet('src') ?? '')) ?? '');
  }
}

function hide(token: Token): void {
  token.type = 'text';
  token.content = '';
}

function fence(tokens: readonly Token[], index: number, highlight: Highlight): string {
  const {info = '', content = ''} = tokens[index] ?? {};
  const [language = '', ...words] = info.match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
  const code = content.replace(/\n$/, '');
  const block = codeBlock(highlight(code, language), language, words.find(word => word.startsWith('name='))?.slice('name='.length));
  if (!words.includes('live')) return block;
  const heading = tokens.slice(0, index).findLastIndex(({type}) => type === 'heading_open');
  return liveExample({words, block, heading: textOf(tokens[heading + 1]) || 'Example'});
}

function codeBlock(markup: string, language: string, name: string | undefined): string {
  const label = name ?? language;
  return `<figure class="code" data-language="${escapeHtml(language)}">${label === '' ? '' : `<figcaption>${escapeHtml(label)}</figcaption>`}<pre tabindex="0"><code>${markup}\n</code></pre></figure>\n`;
}
