import {EncryptedPDFError, PDFDocument, PDFString, concatTransformationMatrix, popGraphicsState, pushGraphicsState, rgb, setFillingColor, type PDFPage} from '@cantoo/pdf-lib';
import {DocumentFonts} from '../typesetting/document-fonts.ts';
import {toRgb} from './contrast.rules.ts';
import {MaterialBroken, type Box, type Mark} from './drawing.ts';
import {renderLogo} from './logo-picture.ts';

/** What a document says of itself. */
export interface DocumentWords {
  readonly title: string;
  readonly author: string;
  /** Code and version of the copy. */
  readonly subject: string;
  readonly keywords: readonly string[];
  readonly at: Date;
}

/** Pixels of a logo for one point. */
const logoScale = 4;

/** Writes marks on the pages of a document. Fonts go into it as far as they are used. @throws MaterialBroken */
export async function paintPdf(bytes: Uint8Array, marks: readonly Mark[], words: DocumentWords): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, {updateMetadata: false}).catch((error: unknown) => {
    if (error instanceof EncryptedPDFError) throw new MaterialBroken('it is protected by a password or against changes', true);
    throw new MaterialBroken(error instanceof Error ? error.message : String(error));
  });
  const fonts = new DocumentFonts(document);
  for (const [number, own] of Map.groupBy(marks, mark => mark.page)) {
    const page = document.getPages()[number - 1];
    if (!page) throw new MaterialBroken(`there is no page ${number}`);
    const view = viewOf(page);
    page.pushOperators(pushGraphicsState(), concatTransformationMatrix(...view.matrix));
    for (const mark of own) await paint(document, page, view, mark, fonts);
    page.pushOperators(popGraphicsState());
  }
  fonts.finish();
  document.setTitle(words.title);
  document.setAuthor(words.author);
  document.setSubject(words.subject);
  document.setKeywords([...words.keywords]);
  document.setProducer('Portico');
  document.setModificationDate(words.at);
  return document.save();
}

interface View {
  /** Of the page as it is shown. */
  readonly width: number;
  readonly height: number;
  /** From the shown page, its origin below on the left, to the page's own space. */
  readonly matrix: readonly [a: number, b: number, c: number, d: number, e: number, f: number];
}

/** Pages may be turned and cut; zones are said on what is shown. */
export function viewOf(page: PDFPage): View {
  const {x, y, width, height} = page.getCropBox();
  switch (((page.getRotation().angle % 360) + 360) % 360) {
    case 90:
      return {width: height, height: width, matrix: [0, 1, -1, 0, x + width, y]};
    case 180:
      return {width, height, matrix: [-1, 0, 0, -1, x + width, y + height]};
    case 270:
      return {width: height, height: width, matrix: [0, -1, 1, 0, x, y + height]};
    default:
      return {width, height, matrix: [1, 0, 0, 1, x, y]};
  }
}

async function paint(document: PDFDocument, page: PDFPage, {height, matrix}: View, mark: Mark, fonts: DocumentFonts): Promise<void> {
  switch (mark.kind) {
    case 'text':
      page.pushOperators(pushGraphicsState(), setFillingColor(colorOf(mark.color)));
      fonts.write(page, mark.line, mark.size, {x: mark.x, y: height - mark.baseline});
      page.pushOperators(popGraphicsState());
      return;
    case 'boxes':
      page.drawSvgPath(mark.boxes.map(box => outline(box, mark.radius)).join(''), {x: 0, y: height, color: colorOf(mark.color), borderWidth: 0});
      return;
    case 'picture': {
      const {box, logo} = mark;
      page.drawImage(await document.embedPng(await renderLogo(logo, box.w * logoScale, box.h * logoScale)), {x: box.x, y: height - box.y - box.h, width: box.w, height: box.h});
      return;
    }
    case 'link': {
      const {x, y, w, h} = mark.box;
      const corners = [turn(matrix, x, height - y - h), turn(matrix, x + w, height - y)];
      const rect = [Math.min(...corners.map(([left]) => left)), Math.min(...corners.map(([, low]) => low)), Math.max(...corners.map(([left]) => left)), Math.max(...corners.map(([, low]) => low))];
      const action = document.context.obj({Type: 'Action', S: 'URI', URI: PDFString.of(encodeURI(decoded(mark.address)))});
      const annotation = document.context.register(document.context.obj({Type: 'Annot', Subtype: 'Link', Rect: rect, Border: [0, 0, 0], A: action}));
      page.node.addAnnot(annotation);
    }
  }
}

/** Addresses in documents are ASCII; what is escaped already is not escaped twice. */
function decoded(address: string): string {
  try {
    return decodeURI(new URL(address).href);
  } catch {
    return address;
  }
}

function turn([a, b, c, d, e, f]: View['matrix'], x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function colorOf(hex: string) {
  const [red, green, blue] = toRgb(hex);
  return rgb(red / 255, green / 255, blue / 255);
}

function outline({x, y, w, h}: Box, radius: number): string {
  const r = Math.min(radius, w / 2, h / 2);
  if (r === 0) return `M${x} ${y}h${w}v${h}h${-w}Z`;
  return `M${x + r} ${y}h${w - 2 * r}q${r} 0 ${r} ${r}v${h - 2 * r}q0 ${r} ${-r} ${r}h${2 * r - w}q${-r} 0 ${-r} ${-r}v${2 * r - h}q0 ${-r} ${r} ${-r}Z`;
}
