import {contrast, type Oklch, parseHex, type Rgb, toHex, toOklch, toRgb} from './oklch.ts';

/** Custom properties of a theme, for `element.style.setProperty(name, value)`. */
export type Theme = Readonly<Record<`--portico-${string}`, string>>;

/** Contrast that text must have (WCAG 2.2, 1.4.3). */
const textContrast = 4.5;
/** Contrast that the shape of a control must have (1.4.11). */
const controlContrast = 3;

interface Mode {
  /** The surfaces that brand colours stand on; the first is the page's. Those of `tokens.ts`. */
  readonly surfaces: readonly Rgb[];
  /** The way to more contrast. */
  readonly away: -1 | 1;
}

const hex = (text: string) => parseHex(text) as Rgb;
const light: Mode = {surfaces: [hex('#ffffff'), hex('#f3f4f6')], away: -1};
const dark: Mode = {surfaces: [hex('#14171c'), hex('#1d2127'), hex('#23282f')], away: 1};

/** The exact colour that a browser shows: contrast is counted on whole steps of a channel. */
const shown = (colour: Oklch): Rgb => hex(toHex(toRgb(colour)));

/** The colour of the brand's hue, and of the lightness nearest to its own, that holds; nothing when none does. */
function nearest(brand: Oklch, way: -1 | 1, holds: (rgb: Rgb) => boolean): Oklch | undefined {
  for (let l = Math.min(1, Math.max(0, brand.l)); l >= 0 && l <= 1; l += way * 0.005) {
    const colour = {...brand, l};
    if (holds(shown(colour))) return colour;
  }
  return undefined;
}

const white: Rgb = [1, 1, 1];

/** Near-black of a colour's hue. */
const inkOf = (fill: Oklch): Rgb => shown({l: 0.16, c: Math.min(fill.c, 0.03), h: fill.h});

/** How far the lightness of a fill may move so that white can be read on it: brands expect white on a saturated fill. */
const whiteWorth = 0.08;

function accents(brand: Oklch, {surfaces, away}: Mode) {
  const readable = (rgb: Rgb, than: number) => surfaces.every(surface => contrast(rgb, surface) >= than);
  const holdsWith = (on: Rgb) => (rgb: Rgb) =>
    readable(rgb, controlContrast) && contrast(rgb, on) >= textContrast;

  const ink = inkOf(brand);
  // The end of the scale, black or white, always holds.
  const end: Oklch = {l: away === 1 ? 1 : 0, c: 0, h: brand.h};
  const [darker, lighter] = [nearest(brand, -1, holdsWith(white)), nearest(brand, 1, holdsWith(white))];
  const underWhite = [darker, lighter].find(colour => colour && Math.abs(colour.l - brand.l) <= whiteWorth);
  const accent = underWhite ?? nearest(brand, away, rgb => holdsWith(white)(rgb) || holdsWith(ink)(rgb)) ?? end;
  const on = holdsWith(white)(shown(accent)) ? white : ink;

  // A hovered fill moves away from its text; towards it where it would be lost on the surface.
  const fromText = on === white ? -1 : 1;
  const hover = [0.05, -0.04, -0.02, 0]
    .map(step => shown({...accent, l: Math.min(1, Math.max(0, accent.l + step * fromText))}))
    .find(holdsWith(on));

  // Text also stands on its own tint.
  const onTint = (rgb: Rgb) => contrast(rgb, mix(rgb, surfaces[0] as Rgb, 0.12)) >= textContrast;
  const text = nearest(brand, away, rgb => readable(rgb, textContrast) && onTint(rgb)) ?? end;
  return {accent: toHex(shown(accent)), on: toHex(on), hover: toHex(hover ?? shown(accent)), text: toHex(shown(text))};
}

const mix = (one: Rgb, other: Rgb, share: number): Rgb =>
  one.map((v, at) => v * share + (other[at] as number) * (1 - share)) as unknown as Rgb;

/**
 * Makes a readable theme of one brand colour: every text in it has at least 4.5:1 contrast, every control 3:1, in light
 * and in dark. The colour itself is used where it can be; where not, its lightness moves and its hue stays.
 *
 * @param colour - `#rgb` or `#rrggbb`.
 * @returns The accent tokens as pairs for light and dark; empty, so that the fallbacks hold, when the text is no colour.
 */
export function brandTheme(colour: string): Theme {
  const rgb = parseHex(colour);
  if (!rgb) return {};
  const brand = toOklch(rgb);
  const [day, night] = [accents(brand, light), accents(brand, dark)];
  const pair = (part: keyof typeof day) => `light-dark(${day[part]}, ${night[part]})`;
  return {
    '--portico-color-accent': pair('accent'),
    '--portico-color-accent-hover': pair('hover'),
    '--portico-color-on-accent': pair('on'),
    '--portico-color-accent-text': pair('text'),
  };
}
