import {type Oklch, type Rgb, toLinear, toOklab, toPolar, toRgb} from './oklch.ts';

/** Contrast that text must have (WCAG 2.2, 1.4.3). */
export const textContrast = 4.5;
/** Contrast that the shape of a control must have (1.4.11). */
export const controlContrast = 3;

/** A colour as a screen shows it, in whole steps of each channel, with its luminance at hand: themes are found by trying many. */
export interface Shade {
  readonly rgb: Rgb;
  readonly luminance: number;
}

/** The shade that a screen shows of a colour. */
export function shade(colour: Oklch | Rgb): Shade {
  const [r, g, b] = ('l' in colour ? toRgb(colour) : colour).map(v => Math.round(v * 255) / 255) as unknown as Rgb;
  return {rgb: [r, g, b], luminance: 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b)};
}

/** Contrast of two shades as WCAG counts it, from 1 to 21. */
export function contrastOf(one: Shade, other: Shade): number {
  const [dark, light] = one.luminance < other.luminance ? [one, other] : [other, one];
  return (light.luminance + 0.05) / (dark.luminance + 0.05);
}

/** The quiet background that `tint()` of the tokens makes: a tenth of a colour on a surface, mixed as the browser does in OKLab. */
export function tinted(colour: Shade, surface: Shade): Shade {
  const [one, other] = [toOklab(colour.rgb), toOklab(surface.rgb)];
  const mixed = [0, 1, 2].map(at => (one[at] as number) * 0.1 + (other[at] as number) * 0.9) as [number, number, number];
  return shade(toPolar(mixed));
}

/**
 * The shade of a colour's hue, and of the lightness nearest to its own on the way given, that holds.
 *
 * @returns Nothing when none does up to black or white.
 */
export function nearest(colour: Oklch, way: -1 | 1, holds: (shade: Shade) => boolean): {colour: Oklch; shade: Shade} | undefined {
  const end = way === 1 ? 1 : 0;
  const at = (l: number) => ({colour: {...colour, l}, shade: shade({...colour, l})});
  let [from, last] = [Math.min(1, Math.max(0, colour.l)), false];
  for (let l = from; !last; l += way * 0.04) {
    last = way === 1 ? l >= 1 : l <= 0;
    const there = at(last ? end : l);
    if (!holds(there.shade)) {
      from = l;
      continue;
    }
    // Between two steps of the search the first finer one that holds.
    for (let fine = from + way * 0.005; way * (l - fine) > 0.001; fine += way * 0.005) {
      const nearer = at(fine);
      if (holds(nearer.shade)) return nearer;
    }
    return there;
  }
  return undefined;
}
