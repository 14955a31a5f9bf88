import {createCssVariablesTheme, createHighlighterCore} from 'shiki/core';
import {createOnigurumaEngine} from 'shiki/engine/oniguruma';

/** Turns code into markup with a class for each kind of word; the colours are in `styles/code.css`, so that no style stands in a page. */
export type Highlight = (code: string, language: string) => string;

/** What writers say, and the grammar that reads it. That of JavaScript knows JSX and types; templates of Vue and Svelte are markup: each grammar more is half a second. */
const languages: Readonly<Record<string, string>> = {
  html: 'html', vue: 'html', svelte: 'html', css: 'css', js: 'javascript', jsx: 'javascript', ts: 'javascript', tsx: 'javascript', json: 'json', yaml: 'yaml', sh: 'shellscript', sql: 'sql', http: 'http', nginx: 'nginx', dockerfile: 'docker',
};

const grammars: Readonly<Record<string, () => Promise<{default: never[]}>>> = {
  html: load(() => import('shiki/langs/html.mjs')),
  css: load(() => import('shiki/langs/css.mjs')),
  javascript: load(() => import('shiki/langs/javascript.mjs')),
  json: load(() => import('shiki/langs/json.mjs')),
  yaml: load(() => import('shiki/langs/yaml.mjs')),
  shellscript: load(() => import('shiki/langs/shellscript.mjs')),
  sql: load(() => import('shiki/langs/sql.mjs')),
  http: load(() => import('shiki/langs/http.mjs')),
  nginx: load(() => import('shiki/langs/nginx.mjs')),
  docker: load(() => import('shiki/langs/docker.mjs')),
};

function load(grammar: () => Promise<unknown>): () => Promise<{default: never[]}> {
  return grammar as () => Promise<{default: never[]}>;
}

const theme = createCssVariablesTheme({name: 'portico', variablePrefix: '--', variableDefaults: {}, fontStyle: false});

/**
 * Loads the grammars of the languages that are written.
 *
 * @param written - As after the fences: `js`, `html`, …; one without a grammar is shown plain.
 */
export async function createHighlight(written: Iterable<string>): Promise<Highlight> {
  const used = new Set([...written].flatMap(name => languages[name] ?? []));
  const langs = await Promise.all([...used].flatMap(name => grammars[name]?.() ?? []));
  const shiki = await createHighlighterCore({themes: [theme], langs, engine: createOnigurumaEngine(import('shiki/wasm'))});
  return (code, language) => {
    const lang = languages[language];
    if (lang === undefined || !(lang in grammars)) return escapeHtml(code);
    // Without a limit: a line that takes long on a busy machine would stay without colours.
  const {tokens} = shiki.codeToTokens(code, {lang, theme: 'portico', tokenizeTimeLimit: 0});
    return tokens.map(line => line.map(({content, color}) => toMarkup(content, color)).join('')).join('\n');
  };
}

function toMarkup(text: string, color: string | undefined): string {
  const kind = /^var\(--token-([\w-]+)\)$/.exec(color ?? '')?.[1];
  return kind === undefined || text.trim() === '' ? escapeHtml(text) : `<span class="t-${kind}">${escapeHtml(text)}</span>`;
}

/** Text as it stands in markup and in attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
