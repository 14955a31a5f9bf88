import type {Plugin} from 'vite';

/** Quoted text, which must stay as it is; or space that can go, around punctuation and after a colon, or be one. */
const slack = /("[^"]*"|'[^']*')|\s*([{};,])\s*|(:)\s+|\s+/g;

/**
 * Takes comments and needless space out of a piece of CSS.
 *
 * @param css - A piece between two values of a template; it may begin and end anywhere but within a string.
 */
export function shrinkCss(css: string): string {
  return css
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(slack, (_, quoted?: string, mark?: string, colon?: string) => quoted ?? mark ?? colon ?? ' ');
}

/**
 * Shrinks every `css` template of a module. No minifier does: to them a template is text that may mean anything.
 *
 * @returns The module, with the values in the templates untouched.
 */
export function shrinkTemplates(code: string): string {
  let shrunk = '';
  let at = 0;
  for (let start = code.indexOf('css`'); start !== -1; start = code.indexOf('css`', at)) {
    const isTag = !/[\w$.]/.test(code[start - 1] ?? ' ');
    shrunk += code.slice(at, start + 4);
    at = start + 4;
    if (!isTag) continue;
    for (let piece = at; ; ) {
      const next = code.slice(piece).search(/`|\$\{|\\/);
      // An escape: too clever to touch.
      if (next === -1 || code[piece + next] === '\\') break;
      shrunk += shrinkCss(code.slice(piece, piece + next));
      if (code[piece + next] === '`') {
        shrunk += '`';
        at = piece + next + 1;
        break;
      }
      const end = endOfValue(code, piece + next + 2);
      shrunk += code.slice(piece + next, end);
      at = piece = end;
    }
  }
  return shrunk + code.slice(at);
}

/** Where the value that begins at an index, after its `${`, ends. Values hold calls and other templates. */
function endOfValue(code: string, from: number): number {
  let depth = 1;
  let at = from;
  for (; depth > 0 && at < code.length; at++) {
    if (code[at] === '{') depth++;
    else if (code[at] === '}') depth--;
  }
  return at;
}

/** The shrinking as a plugin for Vite and Rolldown, for our own modules. */
export function smallStyles(): Plugin {
  return {
    name: 'portico-small-styles',
    enforce: 'pre',
    transform: (code, id) =>
      id.includes('/node_modules/') || !code.includes('css`') ? undefined : {code: shrinkTemplates(code), map: null},
  };
}
