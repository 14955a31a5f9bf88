import pixelmatch from 'pixelmatch';
import {PNG} from 'pngjs';
import {toPalettePng} from './palette.ts';

/** How a picture differs from the one that is kept. */
export interface Difference {
  /** In words. */
  readonly text: string;
  /** A PNG that shows where; nothing when the sizes differ. */
  readonly picture?: Buffer;
}

/** Red, green and blue are kept in steps of so many of 255: nobody sees the difference, and the edges of letters take a third less room. */
const step = 4;

const stepped = Uint8Array.from({length: 256}, (_, value) => Math.min(255, Math.round(value / step) * step));

/** Colours are compared as means of squares of so many pixels: smoothed edges of letters vanish in them, a distance of the grid does not. */
const squarePx = 8;

/** Means may differ by so many of 255. */
const toleratedStep = 8;

/** So many squares may differ; 4 px more inside of the buttons of one widget are 54 or more. Pictures are made and compared with the Chromium from npm; how another one smooths letters may be more: 53 in one picture of 84 by Chromium 156. */
const toleratedSquares = 44;

/** A PNG as it is kept: without what cannot be seen, as small as it gets. */
export function toKept(taken: Buffer): Buffer {
  const picture = read(taken);
  return toPalettePng(picture) ?? PNG.sync.write(picture, {colorType: 2, inputHasAlpha: true, filterType: 0, deflateLevel: 9, deflateStrategy: 0});
}

/**
 * Holds a picture against the one that is kept.
 *
 * @param kept - A PNG that `toKept` made.
 * @param taken - A PNG as the browser made it.
 * @returns `undefined` when a person would not see a difference.
 */
export function compare(kept: Buffer, taken: Buffer): Difference | undefined {
  const [before, after] = [PNG.sync.read(kept), read(taken)];
  const {width, height} = before;
  if (after.width !== width || after.height !== height) return {text: `it is ${after.width} × ${after.height} px, and was ${width} × ${height}`};
  if (before.data.equals(after.data)) return undefined;
  const squares = differingSquares(before, after);
  if (squares <= toleratedSquares) return undefined;
  const shown = new PNG({width, height});
  pixelmatch(before.data, after.data, shown.data, width, height, {threshold: 0.1});
  return {text: `${squares} squares of ${squarePx} px are another colour`, picture: PNG.sync.write(shown)};
}

/** In how many squares the means of a colour differ. */
function differingSquares({data: before, width, height}: PNG, {data: after}: PNG): number {
  const columns = Math.ceil(width / squarePx);
  const sums = new Int32Array(columns * Math.ceil(height / squarePx) * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [from, to] = [(y * width + x) * 4, (Math.floor(y / squarePx) * columns + Math.floor(x / squarePx)) * 3];
      for (let colour = 0; colour < 3; colour++) sums[to + colour]! += before[from + colour]! - after[from + colour]!;
    }
  }
  const most = toleratedStep * squarePx ** 2;
  let count = 0;
  for (let at = 0; at < sums.length; at += 3) if (sums.subarray(at, at + 3).some(sum => Math.abs(sum) > most)) count++;
  return count;
}

function read(taken: Buffer): PNG {
  const picture = PNG.sync.read(taken);
  const {data} = picture;
  // Every fourth byte is how opaque a pixel is, which is all the way: 255 stays 255.
  for (let at = 0; at < data.length; at++) data[at] = stepped[data[at]!]!;
  return picture;
}
