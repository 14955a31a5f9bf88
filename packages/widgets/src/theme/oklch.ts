/** A colour as lightness 0–1, chroma from 0, hue in degrees: equal steps look equal. */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

/** Red, green and blue from 0 to 1, gamma-encoded sRGB. */
export type Rgb = readonly [r: number, g: number, b: number];

/** One channel without its gamma. */
export const toLinear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const toEncoded = (v: number) => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

/**
 * sRGB to OKLab: lightness, green to red, blue to yellow. Distances in it look as large as they are.
 *
 * @see https://bottosson.github.io/posts/oklab/
 */
export function toOklab([r, g, b]: Rgb): readonly [l: number, a: number, b: number] {
  const [lr, lg, lb] = [toLinear(r), toLinear(g), toLinear(b)];
  const l = Math.cbrt(0.4122214708 * lr + 0.5363325363 * lg + 0.0514459929 * lb);
  const m = Math.cbrt(0.2119034982 * lr + 0.6806995451 * lg + 0.1073969566 * lb);
  const s = Math.cbrt(0.0883024619 * lr + 0.2817188376 * lg + 0.6299787005 * lb);
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
}

/** OKLab to OKLCH. */
export function toPolar([l, a, b]: readonly [l: number, a: number, b: number]): Oklch {
  return {l, c: Math.hypot(a, b), h: (Math.atan2(b, a) * 180) / Math.PI};
}

/** sRGB to OKLCH. */
export function toOklch(rgb: Rgb): Oklch {
  return toPolar(toOklab(rgb));
}

function toLinearRgb({l, c, h}: Oklch): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const ll = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * ll - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * ll + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * ll - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const inGamut = (rgb: Rgb) => rgb.every(v => v > -0.0005 && v < 1.0005);

/** OKLCH to sRGB; a colour the screen cannot show loses chroma until it can, and keeps lightness and hue. */
export function toRgb(colour: Oklch): Rgb {
  let rgb = toLinearRgb(colour);
  if (!inGamut(rgb)) {
    let [low, high] = [0, colour.c];
    for (let step = 0; step < 12; step++) {
      const c = (low + high) / 2;
      rgb = toLinearRgb({...colour, c});
      if (inGamut(rgb)) low = c;
      else high = c;
    }
    rgb = toLinearRgb({...colour, c: low});
  }
  const [r, g, b] = rgb.map(v => toEncoded(Math.min(1, Math.max(0, v)))) as unknown as Rgb;
  return [r, g, b];
}

/** `#rgb` or `#rrggbb` as numbers; nothing for any other text. */
export function parseHex(text: string): Rgb | undefined {
  const hex = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim())?.[1];
  if (!hex) return undefined;
  const full = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  const channel = (at: number) => Number.parseInt(full.slice(at, at + 2), 16) / 255;
  return [channel(0), channel(2), channel(4)];
}

/** `#rrggbb`. */
export function toHex(rgb: Rgb): string {
  return `#${rgb.map(v => Math.round(v * 255).toString(16).padStart(2, '0')).join('')}`;
}
