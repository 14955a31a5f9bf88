import {proposeColors} from '@portico/widgets';

/** A picture that was dropped or chosen. */
export interface Logo {
  /** For as long as the page is open. */
  readonly url: string;
  readonly name: string;
  /** Colours in it, the best first. */
  readonly colors: readonly string[];
}

/** Edge of the square in which a logo's pixels are counted. */
const side = 96;

/**
 * Reads a picture in this page; it is sent nowhere.
 *
 * @throws Error with a sentence for people when the file is no picture.
 */
export async function readLogo(file: File): Promise<Logo> {
  const url = URL.createObjectURL(file);
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch {
    URL.revokeObjectURL(url);
    throw new Error(`“${file.name}” is no picture that a browser shows. Take an SVG, PNG, JPEG or WebP.`);
  }
  return {url, name: file.name, colors: proposeColors(pixelsOf(image))};
}

function pixelsOf(image: HTMLImageElement): Uint8ClampedArray {
  const canvas = document.createElement('canvas');
  const [width, height] = [image.naturalWidth || side, image.naturalHeight || side];
  const scale = Math.min(1, side / Math.max(width, height));
  [canvas.width, canvas.height] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const context = canvas.getContext('2d', {willReadFrequently: true});
  if (!context) return new Uint8ClampedArray();
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}
