import sharp, {type Sharp} from 'sharp';
import type {LogoFile, Rgb} from './drawing.ts';

const mostPixels = 40_000_000;
/** Of the longer side, to look at its colours. */
const sampleSide = 48;

/** A logo as rules look at it. */
export interface OpenLogo {
  readonly width: number;
  readonly height: number;
  /** It covers what is under it. */
  readonly isOpaque: boolean;
  readonly columns: number;
  readonly rows: number;
  /** Row by row. */
  readonly pixels: readonly {readonly rgb: Rgb; readonly alpha: number}[];
}

/** Looks at a logo; `undefined` when it cannot be opened. */
export async function openLogo(logo: LogoFile): Promise<OpenLogo | undefined> {
  try {
    const {width, height, orientation = 1} = await sharp(logo.bytes, {limitInputPixels: mostPixels}).metadata();
    const isTurned = orientation >= 5;
    const small = await reader(logo, sampleSide * 2).resize({width: sampleSide, height: sampleSide, fit: 'inside'}).ensureAlpha().raw().toBuffer({resolveWithObject: true});
    const {data, info} = small;
    const pixels = Array.from({length: info.width * info.height}, (_, index) => {
      const at = index * info.channels;
      return {rgb: [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0] as Rgb, alpha: data[at + 3] ?? 255};
    });
    return {width: isTurned ? height : width, height: isTurned ? width : height, isOpaque: pixels.every(({alpha}) => alpha > 250), columns: info.width, rows: info.height, pixels};
  } catch {
    return undefined;
  }
}

/** A logo as PNG, no larger than it is shown. */
export function renderLogo(logo: LogoFile, width: number, height: number): Promise<Buffer> {
  return reader(logo, Math.max(width, height))
    .resize({width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)), fit: 'inside', withoutEnlargement: logo.mediaType !== 'image/svg+xml'})
    .png()
    .toBuffer();
}

/** Drawings are drawn as large as they are needed. */
function reader({bytes, mediaType}: LogoFile, side: number): Sharp {
  // 72 dpi is the size it says it has; most say something between 16 and 1,000.
  return sharp(bytes, {limitInputPixels: mostPixels, ...(mediaType === 'image/svg+xml' ? {density: Math.min(1200, Math.max(72, side))} : {})}).autoOrient();
}
