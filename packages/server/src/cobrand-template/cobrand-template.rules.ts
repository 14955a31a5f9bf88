import type {CobrandFormat, CobrandZone, FieldError, SmallPrint, StoredFile} from '@portico/contract';
import {isSafeLink, unknownTokens} from '@portico/contract/cobrand-rules';

/** The material, as far as zones have to fit it. */
export interface ZonedMaterial {
  readonly format: CobrandFormat;
  /** Points or pixels; `null` for a page for the web. */
  readonly width: number | null;
  readonly height: number | null;
  readonly pages: number;
}

/** Least side of a QR code that telephones read from paper and from screens, in points and pixels. */
export const leastQrSide: Readonly<Record<CobrandFormat, number>> = {pdf: 48, image: 110, html: 0};

/** What can be made of a file, or `undefined` when it cannot be co-branded. */
export function formatOf({mediaType}: Pick<StoredFile, 'mediaType'>): CobrandFormat | undefined {
  if (mediaType === 'application/pdf') return 'pdf';
  if (mediaType === 'text/html') return 'html';
  return ['image/png', 'image/jpeg', 'image/webp'].includes(mediaType) ? 'image' : undefined;
}

/** What is wrong with a template's zones for this material. */
export function templateErrors({zones, smallPrint}: {readonly zones: readonly CobrandZone[]; readonly smallPrint: SmallPrint | null}, material: ZonedMaterial): FieldError[] {
  const errors: FieldError[] = [];
  const say = (pointer: string, code: string, message: string) => errors.push({pointer, code, message});
  for (const [index, zone] of zones.entries()) {
    const at = `/zones/${index}`;
    if (zones.findIndex(({id}) => id === zone.id) !== index) say(`${at}/id`, 'taken', 'Another zone has this id.');
    if (zone.minSize !== null && zone.maxSize !== null && zone.minSize > zone.maxSize) say(`${at}/maxSize`, 'below_minimum', 'Must not be smaller than minSize.');
    for (const field of ['placeholder', 'link'] as const) {
      const unknown = unknownTokens(zone[field] ?? '');
      if (unknown.length > 0) say(`${at}/${field}`, 'unknown_token', `There is no {{${unknown.join('}}, {{')}}}.`);
    }
    if (zone.link !== null && !zone.link.includes('{{') && !isSafeLink(zone.link)) say(`${at}/link`, 'link_not_safe', 'It has to begin with https:, mailto: or tel:.');
    errors.push(...placeErrors(zone, at, material));
  }
  if (smallPrint !== null && material.format !== 'html') errors.push(...boxErrors({...smallPrint, h: smallPrint.size}, '/smallPrint', material));
  return errors;
}

function placeErrors(zone: CobrandZone, at: string, material: ZonedMaterial): FieldError[] {
  if (material.format === 'html') return [];
  const errors = boxErrors(zone, at, material);
  const least = leastQrSide[material.format];
  if (zone.type === 'qr' && Math.min(zone.w, zone.h) < least) errors.push({pointer: `${at}/w`, code: 'qr_too_small', message: `A code needs ${least} at least in both directions to be read.`});
  return errors;
}

function boxErrors({page, x, y, w, h}: {readonly page: number; readonly x: number; readonly y: number; readonly w: number; readonly h: number}, at: string, {width, height, pages}: ZonedMaterial): FieldError[] {
  if (page > pages) return [{pointer: `${at}/page`, code: 'no_such_page', message: `There are ${pages} pages.`}];
  if (w <= 0 || h <= 0) return [{pointer: `${at}/w`, code: 'empty', message: 'Give it a width and a height.'}];
  // Later pages may be of another size; what does not fit them is seen when it is drawn.
  if (page === 1 && width !== null && height !== null && (x + w > width + 1 || y + h > height + 1)) return [{pointer: at, code: 'outside', message: `It lies outside of the page, which is ${width} × ${height}.`}];
  return [];
}
