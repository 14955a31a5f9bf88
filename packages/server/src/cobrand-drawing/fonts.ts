import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import fontkit, {type Font} from '@cantoo/fontkit';

export type Weight = 'regular' | 'bold';

/** A piece of a font: some of its characters, as a font of its own. */
export interface FontPiece {
  /** `noto-sans-sc-4-700-normal`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly font: Font;
}

/** Text of one piece. */
export interface FontRun {
  readonly piece: FontPiece;
  readonly text: string;
}

const require = createRequire(import.meta.url);
/** Noto Sans first: it has what Latin, Vietnamese, Greek and Cyrillic need; then Noto Sans SC for Chinese. Scripts that have to be shaped are left out. */
const families = [
  {name: 'noto-sans', takes: (subset: string) => subset !== 'devanagari'},
  {name: 'noto-sans-sc', takes: (subset: string) => subset.startsWith('[')},
];

interface Subset {
  readonly folder: string;
  readonly file: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

let subsets: readonly Subset[] | undefined;
const pieces = new Map<string, FontPiece>();
const found = new Map<string, FontPiece | undefined>();

/** The piece that has a character, or `undefined` when none has. Files are read when they are needed, and kept. */
export function pieceFor(character: string, weight: Weight): FontPiece | undefined {
  const key = `${weight} ${character}`;
  if (!found.has(key)) found.set(key, findPiece(character.codePointAt(0) ?? 0, weight));
  return found.get(key);
}

/** Splits text by font; characters that no font has are left out. */
export function runsOf(text: string, weight: Weight): FontRun[] {
  const runs: {piece: FontPiece; text: string}[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    // Blanks stay with what they stand behind.
    const piece = character === ' ' && last?.piece.font.hasGlyphForCodePoint(32) ? last.piece : pieceFor(character, weight);
    if (!piece) continue;
    if (last?.piece === piece) last.text += character;
    else runs.push({piece, text: character});
  }
  return runs;
}

/** Width of a run at size 1: without kerning, because documents are written without. */
export function widthOf({piece, text}: FontRun): number {
  return piece.font.layout(text).glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0) / piece.font.unitsPerEm;
}

/** Width of a text at size 1. */
export function measureText(text: string, weight: Weight): number {
  return runsOf(text, weight).reduce((sum, run) => sum + widthOf(run), 0);
}

/** Characters that no font has, each once. Accents that stand alone are among them: they would be put in the wrong place. */
export function missingCharacters(text: string, weight: Weight): string[] {
  return [...new Set(text.replaceAll('\n', ''))].filter(character => /\p{M}/u.test(character) || !pieceFor(character, weight));
}

/** Whether some of the text is written from right to left. */
export function isRightToLeft(text: string): boolean {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(text);
}

function findPiece(codePoint: number, weight: Weight): FontPiece | undefined {
  subsets ??= families.flatMap(readSubsets);
  for (const {folder, file, ranges} of subsets) {
    if (!ranges.some(([from, to]) => codePoint >= from && codePoint <= to)) continue;
    const piece = readPiece(folder, `${file}-${weight === 'bold' ? 700 : 400}-normal`);
    if (piece.font.hasGlyphForCodePoint(codePoint)) return piece;
  }
  return undefined;
}

function readPiece(folder: string, name: string): FontPiece {
  const known = pieces.get(name);
  if (known) return known;
  const bytes = readFileSync(join(folder, 'files', `${name}.woff`));
  const font = fontkit.create(bytes);
  if (!('layout' in font)) throw new Error(`${name} is a collection of fonts.`);
  const piece = {name, bytes, font};
  pieces.set(name, piece);
  return piece;
}

/** What a family's files hold; nothing when it was not installed. */
function readSubsets({name, takes}: (typeof families)[number]): Subset[] {
  let folder: string;
  try {
    folder = dirname(require.resolve(`@fontsource/${name}/LICENSE`));
  } catch {
    return [];
  }
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  return Object.entries(ranges)
    .filter(([subset]) => takes(subset))
    .map(([subset, text]) => ({
      folder,
      file: `${name}-${subset.replaceAll(/[[\]]/g, '')}`,
      ranges: text.split(',').map(range => {
        const [from = '0', to = from] = range.replace(/^U\+/i, '').split('-');
        return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
      }),
    }));
}

/** A piece that is in use. @throws Error when it is not. */
export function pieceByName(name: string): FontPiece {
  const piece = pieces.get(name);
  if (!piece) throw new Error(`${name} is not in use.`);
  return piece;
}
