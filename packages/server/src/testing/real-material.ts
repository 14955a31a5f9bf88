import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {Document, HeadingLevel, Packer, Paragraph} from 'docx';
import type {StoredFileMediaType} from '@portico/contract';
import pptxgen from 'pptxgenjs';
import sharp from 'sharp';
import writeExcelFile from 'write-excel-file/node';

/** A file as people make it, with what a library says of it. */
export interface RealMaterial {
  readonly fileName: string;
  readonly mediaType: StoredFileMediaType;
  readonly bytes: Uint8Array;
  readonly language: string;
  readonly title: string;
  /** What somebody types who looks for it. */
  readonly words: string;
}

const office = 'application/vnd.openxmlformats-officedocument';
const demoFile = (name: string) => readFile(new URL(`../../demo-files/${name}`, import.meta.url));

/** Documents that a browser printed, Office files, a picture and a video that packages made or ship: five languages, four scripts. */
export async function realMaterial(): Promise<readonly RealMaterial[]> {
  const guide = new Document({sections: [{children: [new Paragraph({text: 'Käyttöönotto', heading: HeadingLevel.HEADING_1}), new Paragraph('Höyläpenkin näkötarkastus viidessä vaiheessa.')]}]});
  const deck = new (pptxgen as unknown as typeof pptxgen.default)();
  deck.addSlide().addText('智能视觉检测系统：产品介绍', {x: 1, y: 1, w: 8, h: 1});
  const prices = [[{value: 'Sản phẩm'}, {value: 'Giá (₫)'}], [{value: 'Bộ điều khiển Insight'}, {value: 48_500_000, type: Number}]];
  const poster = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400" fill="#fff"/><rect width="600" height="130" fill="#0b5394"/></svg>';
  const {mp4} = createRequire(import.meta.url)('nosleep.js/src/media.js') as {mp4: string};
  return [
    {fileName: '安装手册.pdf', mediaType: 'application/pdf', bytes: await demoFile('vision-shouce-zh.pdf'), language: 'zh-Hans', title: '视觉检测安装手册', words: '安装手册'},
    {fileName: 'Thông số Cobot 7.pdf', mediaType: 'application/pdf', bytes: await demoFile('cobot-7-thong-so-vi.pdf'), language: 'vi', title: 'Thông số kỹ thuật Cobot 7', words: 'thong so ky thuat'},
    {fileName: 'Αφίσα έκθεσης.png', mediaType: 'image/png', bytes: await sharp(Buffer.from(poster)).png().toBuffer(), language: 'el', title: 'Αφίσα για την έκθεση', words: 'αφισα εκθεση'},
    {fileName: 'Käyttöönotto.docx', mediaType: `${office}.wordprocessingml.document`, bytes: await Packer.toBuffer(guide), language: 'fi', title: 'Näkötarkastuksen käyttöönotto', words: 'kayttoonotto'},
    {fileName: '产品介绍.pptx', mediaType: `${office}.presentationml.presentation`, bytes: (await deck.write({outputType: 'nodebuffer'})) as Buffer, language: 'zh-Hans', title: '视觉系统产品介绍', words: '产品介绍'},
    {fileName: 'Bảng giá.xlsx', mediaType: `${office}.spreadsheetml.sheet`, bytes: await (await writeExcelFile(prices)).toBuffer(), language: 'vi', title: 'Bảng giá năm 2027', words: 'bảng giá'},
    {fileName: 'first-steps.mp4', mediaType: 'video/mp4', bytes: Buffer.from(mp4.slice(mp4.indexOf(',') + 1), 'base64'), language: 'en', title: 'First steps in one minute', words: 'first steps'},
  ];
}
