import {type Oklch, type Rgb, toHex, toOklch} from './oklch.ts';

interface Cluster {
  weight: number;
  l: number;
  c: number;
  h: number;
}

/**
 * Proposes brand colours from the pixels of a logo: the colours that cover most of it, the colourful ones first; white, black and what is see-through do not count
 * where there is a colour.
 *
 * @param pixels - Red, green, blue and opacity of each pixel, from 0 to 255, as a canvas hands them out.
 * @param most - How many are proposed at most.
 * @returns `#rrggbb`, the best first; empty for a picture without an opaque pixel.
 */
export function proposeColors(pixels: ArrayLike<number>, most = 5): string[] {
  // Shades of one colour, as at the edges of letters, fall into one bucket.
  const buckets = new Map<number, {count: number; r: number; g: number; b: number}>();
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [r = 0, g = 0, b = 0, a = 0] = [pixels[at], pixels[at + 1], pixels[at + 2], pixels[at + 3]];
    if (a < 200) continue;
    const key = ((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4);
    const bucket = buckets.get(key) ?? {count: 0, r: 0, g: 0, b: 0};
    buckets.set(key, {count: bucket.count + 1, r: bucket.r + r, g: bucket.g + g, b: bucket.b + b});
  }
  const colours = [...buckets.values()].sort((one, other) => other.count - one.count).map(({count, r, g, b}) => ({count, rgb: [r / count / 255, g / count / 255, b / count / 255] as Rgb}));
  const clusters: (Cluster & {rgb: Rgb})[] = [];
  for (const {count, rgb} of colours) {
    const colour = toOklch(rgb);
    const near = clusters.find(cluster => distance(cluster, colour) < 0.09 || (count * 4 < cluster.weight && isShadeOf(cluster, colour)));
    if (near) near.weight += count;
    else clusters.push({...colour, rgb, weight: count});
  }
  const total = clusters.reduce((sum, {weight}) => sum + weight, 0);
  const worth = ({weight, c}: Cluster) => Math.sqrt(weight / total) * (0.05 + Math.min(c, 0.2));
  const seen = clusters.filter(({weight}) => weight / total > 0.005).sort((one, other) => worth(other) - worth(one));
  const colourful = seen.filter(({c, l}) => c > 0.04 && l > 0.12 && l < 0.97);
  return (colourful.length > 0 ? colourful : seen).slice(0, most).map(({rgb}) => toHex(rgb));
}

/** Edges of letters are mixed of a colour and the ground: the same hue, lighter or darker. */
function isShadeOf(one: Oklch, other: Oklch): boolean {
  const degrees = Math.abs(((one.h - other.h + 540) % 360) - 180);
  return one.c > 0.04 && other.c <= one.c && degrees < 14;
}

function distance(one: Oklch, other: Oklch): number {
  const angle = ((one.h - other.h) * Math.PI) / 180;
  return Math.hypot(one.l - other.l, Math.sqrt(Math.max(0, one.c ** 2 + other.c ** 2 - 2 * one.c * other.c * Math.cos(angle))));
}
