import {crc32, deflateSync} from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostColours = 256;
/** With more than so many, colours are what is pictured, and not only edges of letters. */
const mostMerged = 1024;

/**
 * Writes a picture of few colours as a PNG whose pixels are places in a list of them: two thirds of what the colours themselves would take. Where they are more than a list holds, the rarest, at edges of letters, become the nearest of the others.
 *
 * @param data - Red, green, blue and an opacity that is left out, a byte each, row by row.
 * @returns `undefined` when there are far more colours than a list holds.
 * @see https://www.w3.org/TR/png-3/ (colour type 3)
 */
export function toPalettePng({width, height, data}: {readonly width: number; readonly height: number; readonly data: Buffer}): Buffer | undefined {
  const pixels = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.readUIntBE(at, 3);
    pixels.set(colour, (pixels.get(colour) ?? 0) + 1);
  }
  if (pixels.size > mostMerged) return undefined;
  const colours = [...pixels.keys()].sort((a, b) => pixels.get(b)! - pixels.get(a)!);
  const listed = colours.slice(0, mostColours);
  const places = new Map(colours.map((colour, place) => [colour, place < mostColours ? place : nearest(colour, listed)]));
  // Each row begins with how it is filtered: not at all.
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0, from = 0; y < height; y++)
    for (let to = y * (width + 1) + 1, end = to + width; to < end; to++, from += 4) rows[to] = places.get(data.readUIntBE(from, 3))!;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.alloc(listed.length * 3);
  for (const [place, colour] of listed.entries()) palette.writeUIntBE(colour, place * 3, 3);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', deflateSync(rows, {level: 9, memLevel: 9})), chunk('IEND', Buffer.alloc(0))]);
}

/** Where the colour stands that looks most like this one. */
function nearest(colour: number, listed: readonly number[]): number {
  const distances = listed.map(each => [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((each >> shift) & 255)) ** 2, 0));
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
