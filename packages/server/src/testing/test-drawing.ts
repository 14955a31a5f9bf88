import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {PDFDocument, degrees, rgb} from '@cantoo/pdf-lib';
import {CobrandTemplateFields, type ZoneValues} from '@portico/contract';
import {fillZones, type BrandWords} from '@portico/contract/cobrand-rules';
import sharp from 'sharp';
import type {DrawingTask} from '../cobrand-drawing/drawing.ts';

/** A page of 300 × 200 points unless said, the upper half of one colour and the lower half white; a second one is turned by 90°. */
export async function testDocument(color: string, pages: 1 | 2 = 2, [width, height]: readonly [width: number, height: number] = [300, 200]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const at = (from: number) => Number.parseInt(color.slice(from, from + 2), 16) / 255;
  const first = document.addPage([width, height]);
  first.drawRectangle({x: 0, y: height / 2, width, height: height / 2, color: rgb(at(1), at(3), at(5))});
  if (pages === 2) document.addPage([200, 300]).setRotation(degrees(90));
  return document.save();
}

/** A logo of letters, in one colour without a background. */
export function testLogo(color: string, width = 400, height = 100): Promise<Buffer> {
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect x="0" y="0" width="${width / 4}" height="${height}" fill="${color}"/><circle cx="${width * 0.7}" cy="${height / 2}" r="${height / 2}" fill="${color}"/></svg>`)).png().toBuffer();
}

export const testBrand: BrandWords = {name: 'Lumen Oy', phone: '+358 9 4245', email: 'hei@lumen.example', website: 'https://lumen.example', address: 'Hämeenkatu 12', levelBadge: 'Gold', colors: ['#0f766e'], hasLogo: true};
export const testAddress = 'https://portico.example/v1/copies/Xk3pW9aQ7fLm2ZtB';

/** A task for a file in a folder, with zones as a vendor says them. */
export async function testTask(
  folder: string,
  bytes: Uint8Array,
  {zones, values = {}, logo, ...rest}: {readonly zones: readonly object[]; readonly values?: ZoneValues; readonly logo?: Uint8Array} & Partial<Pick<DrawingTask, 'format' | 'mediaType' | 'purpose' | 'brand'>> & {readonly logoRules?: object; readonly smallPrint?: object},
): Promise<DrawingTask> {
  const fields = CobrandTemplateFields.parse({zones, logoRules: rest.logoRules, smallPrint: rest.smallPrint ?? null});
  const brand = rest.brand ?? testBrand;
  const copy = {version: '3', date: '2026-11-22', address: testAddress};
  const filled = fillZones(fields.zones, values, brand, copy);
  const sourceKey = String(bytes.length + Math.floor(performance.now() * 1000));
  const sourcePath = join(folder, sourceKey);
  await writeFile(sourcePath, bytes);
  const logos = new Map(filled.zones.flatMap(({zone, content}) => (content.kind === 'logo' && logo ? [[zone.id, {bytes: logo, mediaType: 'image/png'}] as const] : [])));
  return {format: 'pdf', mediaType: 'application/pdf', purpose: {kind: 'file', folder}, ...rest, sourcePath, sourceKey, zones: filled.zones, logos, logoRules: fields.logoRules, smallPrint: fields.smallPrint, title: 'Aurora Vision', language: 'en', brand, copy};
}
