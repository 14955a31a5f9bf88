import bidiFactory from 'bidi-js';
import {Buffer as ShapingBuffer, BufferFlag, ClusterLevel, Direction, shape} from 'harfbuzzjs';
import {findPiece, type FontPiece, type Ideographs, type Weight} from './font-pieces.ts';
import {numbersIn} from './number-order.rules.ts';
import {toVisualOrder} from './visual-order.rules.ts';

/** A picture of a font, where the pen stands when it is drawn. Lengths are parts of the size of the text. */
export interface SetGlyph {
  readonly id: number;
  readonly advance: number;
  /** From the pen, to the right and upwards. */
  readonly dx: number;
  readonly dy: number;
}

/** What belongs together: signs as they are read, glyphs as they are drawn from left to right. */
export interface SetCluster {
  readonly text: string;
  readonly glyphs: readonly SetGlyph[];
}

/** A part of a line of one font and direction, from left to right. */
export interface SetRun {
  readonly piece: FontPiece;
  readonly isRightToLeft: boolean;
  readonly clusters: readonly SetCluster[];
  readonly width: number;
}

/** A line as it is seen, from left to right. */
export interface SetLine {
  readonly runs: readonly SetRun[];
  readonly width: number;
}

// Its types say ES module, it is CommonJS.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();
/** They had their say when the levels were made. */
const marksOfDirection = /^[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+$/;
const graphemes = new Intl.Segmenter('und', {granularity: 'grapheme'});
const clustersOf = (text: string) => Array.from(graphemes.segment(text), ({segment, index}) => ({segment, index}));

/** Text with the fonts that write it: shaped as its scripts ask, and put in the order in which it is seen. */
export class Typesetting {
  /** What no font has, each once, as it is read. */
  readonly missing: readonly string[];
  readonly #text: string;
  readonly #pieces: ReadonlyMap<string, FontPiece>;
  readonly #levels: Uint8Array;
  /** Whether it begins at the right. */
  readonly isRightToLeft: boolean;

  /** Reads the fonts for a text. Ideographs are written as in Japanese or Korean, when the text is, or else the language that is said. */
  static async open(text: string, weight: Weight, language = ''): Promise<Typesetting> {
    const pieces = new Map<string, FontPiece>();
    for (const {segment} of clustersOf(` ${text}`)) {
      if (pieces.has(segment) || /^\s*$/.test(segment) || marksOfDirection.test(segment)) continue;
      const piece = /^\p{M}/u.test(segment) ? undefined : await findPiece(segment, weight, ideographsOf(text, language));
      if (piece) pieces.set(segment, piece);
    }
    const blank = await findPiece(' ', weight, 'sc');
    if (blank) pieces.set(' ', blank);
    return new Typesetting(text, pieces);
  }

  private constructor(text: string, pieces: ReadonlyMap<string, FontPiece>) {
    this.#text = text;
    this.#pieces = pieces;
    this.isRightToLeft = beginsRight(text);
    this.#levels = levelsOf(text, this.isRightToLeft);
    const missing = clustersOf(text).map(({segment}) => segment).filter(segment => !/^\s*$/.test(segment) && !marksOfDirection.test(segment) && !pieces.has(segment));
    const broken = missing.length > 0 ? [] : this.#runs(0, text.length).flatMap(({clusters, piece}) => clusters.filter(cluster => isBroken(cluster, piece)).map(cluster => cluster.text));
    this.missing = [...new Set([...missing, ...broken].map(signs => signs.trim()))];
  }

  /** Width of a part of the text at size 1. */
  measure(part: string): number {
    return this.#shape(part, 0, part.length, () => 0).reduce((sum, run) => sum + run.width, 0);
  }

  /** Puts the lines that a text was broken into in order; only blanks between them are lost. */
  set(lines: readonly string[]): readonly SetLine[] {
    let at = 0;
    return lines.map(line => {
      const start = this.#text.indexOf(line, at);
      at = start + line.length;
      const runs = this.#runs(start, at);
      return {runs, width: runs.reduce((sum, run) => sum + run.width, 0)};
    });
  }

  #runs(start: number, end: number): SetRun[] {
    return this.#shape(this.#text, start, end, index => this.#levels[index] ?? 0);
  }

  #shape(text: string, start: number, end: number, levelAt: (index: number) => number): SetRun[] {
    const parts: {piece: FontPiece; level: number; text: string}[] = [];
    for (const {segment, index} of clustersOf(text.slice(start, end))) {
      if (marksOfDirection.test(segment)) continue;
      const level = levelAt(start + index);
      const last = parts.at(-1);
      const isBlank = /^\s*$/.test(segment);
      // Blanks stay with what they stand behind.
      const piece = isBlank && last?.piece.font.nominalGlyph(32) !== undefined ? last.piece : this.#pieces.get(isBlank ? ' ' : segment);
      if (!piece) continue;
      const sign = isBlank ? ' ' : segment;
      if (last?.piece === piece && last.level === level) last.text += sign;
      else parts.push({piece, level, text: sign});
    }
    return toVisualOrder(parts).map(part => shapeRun(part.text, part.piece, part.level % 2 === 1));
  }
}

/** A bracket as it looks in text from right to left; `null` for everything else. */
export function toMirrored(sign: string): string | null {
  return bidi.getMirroredCharacter(sign);
}

/** Embedding levels (UAX 9), but for telephone numbers and dates: their groups would change places. */
function levelsOf(text: string, isRightToLeft: boolean): Uint8Array {
  const {levels} = bidi.getEmbeddingLevels(text, isRightToLeft ? 'rtl' : 'ltr');
  for (const [start, end] of numbersIn(text)) {
    const lowest = Math.min(...levels.subarray(start, end));
    levels.fill(lowest + (lowest % 2), start, end);
  }
  return levels;
}

/** By the first letter that has a direction, as pages for the web do with `dir="auto"`. */
function beginsRight(text: string): boolean {
  for (const sign of text) {
    const type = bidi.getBidiCharTypeName(sign);
    if (type === 'L') return false;
    if (type === 'R' || type === 'AL') return true;
  }
  return false;
}

function ideographsOf(text: string, language: string): Ideographs {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) || language.startsWith('ja')) return 'jp';
  if (/\p{Script=Hangul}/u.test(text) || language.startsWith('ko')) return 'kr';
  return /^zh(?!.*hans).*-(hant|tw|hk|mo)\b/i.test(language) ? 'tc' : 'sc';
}

/** Signs that do not go together like this: the font shows that something is wrong. */
function isBroken({text, glyphs}: SetCluster, {placeholder}: FontPiece): boolean {
  return glyphs.some(({id}) => id === 0 || (id === placeholder && !text.includes('\u25cc')));
}

function shapeRun(text: string, piece: FontPiece, isRightToLeft: boolean): SetRun {
  const buffer = new ShapingBuffer();
  buffer.addText(text);
  buffer.setDirection(isRightToLeft ? Direction.RTL : Direction.LTR);
  buffer.guessSegmentProperties();
  buffer.setFlags(BufferFlag.REMOVE_DEFAULT_IGNORABLES);
  buffer.setClusterLevel(ClusterLevel.MONOTONE_GRAPHEMES);
  shape(piece.font, buffer);
  const positions = buffer.getGlyphPositions();
  const glyphs = buffer.getGlyphInfos().map(({codepoint: id, cluster}, index) => {
    const {xAdvance = 0, xOffset = 0, yOffset = 0} = positions[index] ?? {};
    return {cluster, glyph: {id, advance: xAdvance / piece.unitsPerEm, dx: xOffset / piece.unitsPerEm, dy: yOffset / piece.unitsPerEm}};
  });
  const starts = [...new Set(glyphs.map(({cluster}) => cluster))].sort((a, b) => a - b);
  const clusters: {start: number; text: string; glyphs: SetGlyph[]}[] = [];
  for (const {cluster: start, glyph} of glyphs) {
    const last = clusters.at(-1);
    if (last?.start === start) last.glyphs.push(glyph);
    else clusters.push({start, text: text.slice(start, starts[starts.indexOf(start) + 1] ?? text.length), glyphs: [glyph]});
  }
  return {piece, isRightToLeft, clusters, width: glyphs.reduce((sum, {glyph}) => sum + glyph.advance, 0)};
}
