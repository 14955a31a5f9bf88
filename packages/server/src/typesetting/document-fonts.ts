import {PDFHexString, PDFOperator, PDFOperatorNames, PDFString, type PDFDocument, type PDFName, type PDFPage, type PDFRef} from '@cantoo/pdf-lib';
import {cutFont} from './font-cutter.ts';
import {weights, type FontPiece} from './font-pieces.ts';
import {toMirrored, type SetLine, type SetRun} from './typesetting.ts';

interface Code {
  readonly glyph: number;
  readonly text: string;
}

interface UsedFont {
  readonly piece: FontPiece;
  readonly ref: PDFRef;
  /** By number in the document: a glyph with what it is read as, since some are read in more than one way. */
  readonly codes: Code[];
  /** What it is called on each page. */
  readonly names: Map<PDFPage, PDFName>;
}

/** The fonts of a document: what was written on its pages goes into it when it is finished, and no more. */
export class DocumentFonts {
  readonly #document: PDFDocument;
  readonly #used = new Map<string, UsedFont>();

  constructor(document: PDFDocument) {
    this.#document = document;
  }

  /**
   * Writes a line in the colour that is set.
   *
   * @param at - Where the pen starts, in the page's space, and how far the line is turned upwards.
   */
  write(page: PDFPage, {runs}: SetLine, size: number, {x, y, angle = 0}: {readonly x: number; readonly y: number; readonly angle?: number}): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const placed = runs.flatMap((run, index) => {
      const along = runs.slice(0, index).reduce((sum, {width}) => sum + width, 0);
      return readAs(run).map(part => ({...part, piece: run.piece, along}));
    });
    // What only decorates comes after what is read: readers that put words together by place would part them there.
    for (const {glyphs, piece, along} of [...placed.filter(({isRead}) => isRead), ...placed.filter(({isRead}) => !isRead)]) {
      if (glyphs.length === 0) continue;
      const font = this.#use(piece);
      const start = along * size;
      page.pushOperators(
        operator(PDFOperatorNames.BeginText),
        operator(PDFOperatorNames.SetFontAndSize, this.#nameOn(page, font), n(size)),
        operator(PDFOperatorNames.SetTextMatrix, n(cos), n(sin), n(-sin), n(cos), n(x + cos * start), n(y + sin * start)),
        ...show(glyphs, font, size),
        operator(PDFOperatorNames.EndText),
      );
    }
  }

  /** Puts the fonts into the document. After that nothing can be written. */
  finish(): void {
    for (const font of this.#used.values()) embed(this.#document, font);
    this.#used.clear();
  }

  #use(piece: FontPiece): UsedFont {
    const known = this.#used.get(piece.name) ?? {piece, ref: this.#document.context.nextRef(), codes: [], names: new Map()};
    this.#used.set(piece.name, known);
    return known;
  }

  #nameOn(page: PDFPage, {names, ref}: UsedFont): PDFName {
    const name = names.get(page) ?? page.node.newFontDictionary('Portico', ref);
    names.set(page, name);
    return name;
  }
}

/** A glyph in its place, in parts of the size, with what it is read as. */
interface ReadGlyph {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Said of several glyphs together, instead. */
  readonly actualText?: string;
}

interface ReadPart {
  readonly isRead: boolean;
  readonly glyphs: readonly ReadGlyph[];
}

/** What the glyphs of a run are read as: those that move the pen first, those that only decorate another apart. */
function readAs({clusters, isRightToLeft}: SetRun): readonly ReadPart[] {
  const read: ReadGlyph[] = [];
  const decorating: ReadGlyph[] = [];
  let pen = 0;
  for (const {text, glyphs} of clusters) {
    // Readers know by themselves that brackets are turned over there.
    const said = (isRightToLeft && toMirrored(text)) || text;
    const movers = glyphs.filter(({advance}) => advance > 0);
    for (const [index, glyph] of glyphs.entries()) {
      const at = {id: glyph.id, x: pen + glyph.dx, y: glyph.dy};
      if (movers.length === 1 && glyph !== movers[0]) decorating.push({...at, text: '', actualText: ''});
      else read.push(movers.length > 1 ? {...at, text: index === 0 ? said : '', actualText: said} : {...at, text: said});
      pen += glyph.advance;
    }
  }
  return [{isRead: true, glyphs: read}, {isRead: false, glyphs: decorating}];
}

function show(glyphs: readonly ReadGlyph[], font: UsedFont, size: number): PDFOperator[] {
  const {font: shapes, unitsPerEm} = font.piece;
  const operators: PDFOperator[] = [];
  let shown: string[] = [];
  let said: string | undefined;
  let [pen, rise] = [0, 0];
  const flush = () => {
    if (shown.length > 0) operators.push(operator(PDFOperatorNames.ShowTextAdjusted, `[${shown.join(' ')}]`));
    shown = [];
  };
  const say = (text: string | undefined) => {
    if (text === said) return;
    flush();
    if (said !== undefined) operators.push(operator(PDFOperatorNames.EndMarkedContent));
    if (text !== undefined) operators.push(operator(PDFOperatorNames.BeginMarkedContentSequence, '/Span', `<</ActualText ${PDFHexString.fromText(text).toString()}>>`));
    said = text;
  };
  for (const {id, x, y, text, actualText} of glyphs) {
    // A cluster's first glyph begins new words, though they may be the same as the last.
    if (text !== '') say(undefined);
    say(actualText);
    if (y !== rise) {
      flush();
      operators.push(operator(PDFOperatorNames.SetTextRise, n(y * size)));
      rise = y;
    }
    // Thousandths, to the left.
    if (Math.abs(x - pen) > 0.000_01) shown.push(n((pen - x) * 1000));
    shown.push(`<${hex(codeOf(font, id, text))}>`);
    pen = x + Math.round((shapes.glyphHAdvance(id) / unitsPerEm) * 1000) / 1000;
  }
  say(undefined);
  flush();
  if (rise !== 0) operators.push(operator(PDFOperatorNames.SetTextRise, '0'));
  return operators;
}

function codeOf({codes}: UsedFont, glyph: number, text: string): number {
  const known = codes.findIndex(code => code.glyph === glyph && code.text === text);
  // The first is what stands for missing glyphs.
  return (known >= 0 ? known : codes.push({glyph, text}) - 1) + 1;
}

/** A font of glyphs by number, as ISO 32000-1, 9.7 describes it. */
function embed({context}: PDFDocument, {piece, ref, codes}: UsedFont): void {
  const {font, name, weight, bytes, unitsPerEm} = piece;
  const em = (value: number) => Math.round((value / unitsPerEm) * 1000);
  const {ascender, descender} = font.hExtents();
  const head = font.face.referenceTable('head');
  const box = head ? new DataView(head.buffer, head.byteOffset, head.byteLength) : undefined;
  const bounds = [36, 38, 40, 42].map(at => em(box?.getInt16(at) ?? 0));
  // Six letters say that it is a part of a font.
  const baseFont = `PORTIC+${name}`;
  const file = context.register(context.flateStream(cutFont(bytes, weights[weight], codes.map(({glyph}) => glyph))));
  const descriptor = context.register(context.obj({Type: 'FontDescriptor', FontName: baseFont, Flags: 4, FontBBox: bounds, ItalicAngle: 0, Ascent: em(ascender), Descent: em(descender), CapHeight: em(ascender), StemV: 0, FontFile2: file}));
  const glyphNumbers = context.register(context.flateStream(Uint8Array.from([0, 0, ...codes.flatMap(({glyph}) => [glyph >> 8, glyph & 255])])));
  const widths = [1, codes.map(({glyph}) => em(font.glyphHAdvance(glyph)))];
  const descendant = context.register(context.obj({Type: 'Font', Subtype: 'CIDFontType2', CIDToGIDMap: glyphNumbers, BaseFont: baseFont, CIDSystemInfo: {Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0}, FontDescriptor: descriptor, W: widths}));
  const unicode = context.register(context.flateStream(toUnicode(codes)));
  context.assign(ref, context.obj({Type: 'Font', Subtype: 'Type0', BaseFont: baseFont, Encoding: 'Identity-H', DescendantFonts: [descendant], ToUnicode: unicode}));
}

/** What glyphs are read as; at most 100 in a block, as ISO 32000-1, 9.10.3 asks. */
function toUnicode(codes: readonly Code[]): string {
  const lines = codes.flatMap(({text}, index) => (text === '' ? [] : [`<${hex(index + 1)}> <${utf16(text)}>`]));
  const blocks: string[] = [];
  for (let from = 0; from < lines.length; from += 100) {
    const block = lines.slice(from, from + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function operator(name: PDFOperatorNames, ...args: Parameters<typeof PDFOperator.of>[1] & object): PDFOperator {
  return PDFOperator.of(name, args);
}

function utf16(text: string): string {
  return Array.from({length: text.length}, (_, index) => hex(text.charCodeAt(index))).join('');
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}

function n(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
