import {parseSync, type Plugin} from 'vite';
import {once} from './once.ts';

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
    .replaceAll(slack, (_, quoted?: string, mark?: string, colon?: string) => quoted ?? mark ?? colon ?? ' ')
    .replaceAll(';}', '}');
}

/**
 * Makes one space of each line break with its indentation. Not none: between two words or buttons in a line the space is seen.
 *
 * @param markup - A piece of HTML or SVG between two values of a template.
 */
export function shrinkMarkup(markup: string): string {
  return markup.replaceAll(/\s*\n\s*/g, ' ');
}

const shrinkers: Readonly<Record<string, (piece: string) => string>> = {css: shrinkCss, html: shrinkMarkup, svg: shrinkMarkup};

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly shrunk: string;
}

/**
 * Shrinks every `css`, `html` and `svg` template of a module. No minifier does: to them a template is text that may mean anything.
 *
 * @param code - TypeScript or JavaScript.
 * @returns The module, with the values in the templates untouched.
 */
export function shrinkTemplates(code: string): string {
  const pieces = piecesOf(parseSync('module.ts', code).program).sort((a, b) => a.start - b.start);
  let shrunk = '';
  let at = 0;
  for (const {start, end, raw, shrunk: piece} of pieces) {
    // The parser counts the marks around a piece in.
    const from = code.indexOf(raw, start);
    if (from + raw.length > end) continue;
    shrunk += code.slice(at, from) + piece;
    at = from + raw.length;
  }
  return shrunk + code.slice(at);
}

/** Every piece of a template that can shrink, below a node or a list of nodes of the tree. */
function piecesOf(node: object, found: Piece[] = []): Piece[] {
  const {type, tag, quasi} = node as {type?: string; tag?: {name?: string}; quasi?: {quasis: {start: number; end: number; value: {raw: string}}[]}};
  const shrink = type === 'TaggedTemplateExpression' ? shrinkers[tag?.name ?? ''] : undefined;
  if (shrink) {
    for (const {start, end, value} of quasi?.quasis ?? []) {
      // An escape: too clever to touch.
      if (!value.raw.includes('\\')) found.push({start, end, raw: value.raw, shrunk: shrink(value.raw)});
    }
  }
  for (const below of Object.values(node)) if (typeof below === 'object' && below !== null) piecesOf(below as object, found);
  return found;
}

const shrinkOnce = once(shrinkTemplates);

/** The shrinking as a plugin for Vite and Rolldown, for our own modules. */
export function smallTemplates(): Plugin {
  return {
    name: 'portico-small-templates',
    enforce: 'pre',
    transform: (code, id) => {
      if (id.includes('/node_modules/') || !/\b(?:css|html|svg)`/.test(code)) return undefined;
      return {code: shrinkOnce(code), map: null};
    },
  };
}
