import type {Rgb} from './drawing.ts';

/** A colour `#rrggbb` as numbers from 0 to 255. */
export function toRgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Relative luminance from 0 to 1, as WCAG 2.2 defines it. */
export function luminance([red, green, blue]: Rgb): number {
  const linear = (value: number) => (value <= 10.31475 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast of two colours from 1 to 21, as WCAG 2.2 defines it. */
export function contrast(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Half of the places have at least this contrast. 21 when there are none. */
export function medianContrast(pairs: readonly (readonly [Rgb, Rgb])[]): number {
  const sorted = pairs.map(([one, other]) => contrast(one, other)).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 21;
}

/** Black or white, whichever is read better on a colour. */
export function readableOn(hex: string): '#000000' | '#ffffff' {
  return contrast(toRgb(hex), [255, 255, 255]) >= contrast(toRgb(hex), [0, 0, 0]) ? '#ffffff' : '#000000';
}
