import {readFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {Blob, Face, Font, Variation} from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';

export type Weight = 'regular' | 'bold';

/** A piece of a font: some of its characters in one weight, as a font of its own. */
export interface FontPiece {
  /** `noto-sans-sc-4-bold`. */
  readonly name: string;
  readonly weight: Weight;
  /** TrueType, variable. */
  readonly bytes: Uint8Array;
  readonly font: Font;
  /** Units of one em. */
  readonly unitsPerEm: number;
  /** What is drawn where a sign lacks what it belongs to: a dotted circle; `undefined` when it has none. */
  readonly placeholder: number | undefined;
}

export const weights: Readonly<Record<Weight, number>> = {regular: 400, bold: 700};

/** Where ideographs look like what: the same character is written in other ways in simplified and traditional Chinese, Japanese and Korean. */
export type Ideographs = 'sc' | 'tc' | 'jp' | 'kr';

interface Subset {
  readonly name: string;
  readonly path: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

const require = createRequire(import.meta.url);
/** In this order: Noto Sans has Latin, Vietnamese, Greek, Cyrillic and Devanagari; then what has a script of its own. */
const families = ['noto-sans', 'noto-sans-arabic', 'noto-sans-hebrew', 'noto-sans-thai'];
const ideographic: Readonly<Record<Ideographs, readonly string[]>> = {
  sc: ['noto-sans-sc', 'noto-sans-jp', 'noto-sans-kr'],
  tc: ['noto-sans-tc', 'noto-sans-jp', 'noto-sans-sc', 'noto-sans-kr'],
  jp: ['noto-sans-jp', 'noto-sans-sc', 'noto-sans-kr'],
  kr: ['noto-sans-kr', 'noto-sans-jp', 'noto-sans-sc'],
};
const subsets = new Map<string, readonly Subset[]>();
const pieces = new Map<string, Promise<FontPiece>>();

/** The first piece that has all signs of something that is read as one, or `undefined`. Files are read when they are needed, and kept. */
export async function findPiece(cluster: string, weight: Weight, ideographs: Ideographs): Promise<FontPiece | undefined> {
  const signs = Array.from(cluster, sign => sign.codePointAt(0) ?? 0).filter(sign => !isInvisible(sign));
  for (const family of [...families, ...ideographic[ideographs]]) {
    for (const subset of subsetsOf(family)) {
      if (!signs.every(sign => subset.ranges.some(([from, to]) => sign >= from && sign <= to))) continue;
      const piece = await openPiece(subset, weight);
      if (signs.every(sign => piece.font.nominalGlyph(sign) !== undefined)) return piece;
    }
  }
  return undefined;
}

/** Joiners, marks of direction and the like: they have an effect, but no picture. */
function isInvisible(sign: number): boolean {
  return (sign >= 0x200b && sign <= 0x200f) || (sign >= 0x202a && sign <= 0x202e) || (sign >= 0x2060 && sign <= 0x2069) || sign === 0xfeff || sign === 0x00ad || (sign >= 0xfe00 && sign <= 0xfe0f);
}

function openPiece({name, path}: Subset, weight: Weight): Promise<FontPiece> {
  const own = `${name}-${weight}`;
  const known = pieces.get(own) ?? readPiece(own, path, weight);
  pieces.set(own, known);
  return known;
}

async function readPiece(name: string, path: string, weight: Weight): Promise<FontPiece> {
  const bytes = await decompress(await readFile(path));
  const face = new Face(new Blob(bytes));
  const font = new Font(face);
  font.setVariations([new Variation('wght', weights[weight])]);
  return {name, weight, bytes, font, unitsPerEm: face.upem, placeholder: font.nominalGlyph(0x25cc)};
}

/** What a family's files hold. Those for Chinese, Japanese and Korean are taken for what the others lack: their Latin letters are not those of the rest. */
function subsetsOf(family: string): readonly Subset[] {
  const known = subsets.get(family);
  if (known) return known;
  const folder = dirname(require.resolve(`@fontsource-variable/${family}/LICENSE`));
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  const read = Object.entries(ranges)
    .filter(([subset]) => family === 'noto-sans' || subset.startsWith('[') || family.endsWith(subset))
    .map(([subset, text]) => {
      const name = `${family}-${subset.replaceAll(/[[\]]/g, '')}`;
      return {name, path: join(folder, 'files', `${name}-wght-normal.woff2`), ranges: text.split(',').map(toRange)};
    });
  subsets.set(family, read);
  return read;
}

function toRange(text: string): readonly [number, number] {
  const [from = '0', to = from] = text.replace(/^U\+/i, '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
