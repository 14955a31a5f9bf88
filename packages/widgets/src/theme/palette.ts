import {type Oklch, type Rgb, toHex, toOklch} from './oklch.ts';
import {contrastOf, controlContrast, nearest, type Shade, shade, textContrast, tinted} from './shade.ts';

/** What a palette is made of. */
export interface PaletteOptions {
  readonly color: Rgb;
  readonly secondColor?: Rgb;
  /** Surfaces and greys with more of the colour's hue. */
  readonly tinted?: boolean;
}

/** Colours by the names of their tokens, without `color-`; `#rrggbb`. */
export type Palette = Readonly<Record<string, string>>;

type Mode = 'light' | 'dark';
type Grey = readonly [lightness: number, chroma: number];
type GreyName = 'surface' | 'surface-raised' | 'surface-sunken' | 'text' | 'text-muted' | 'border' | 'border-strong';

/** Lightness of each grey, and the chroma that it has of a colourful brand's hue: plain, then tinted. Those of `tokens.ts` where the brand is blue. */
const greys: Readonly<Record<Mode, Readonly<Record<GreyName, readonly [plain: Grey, tinted: Grey]>>>> = {
  light: {
    surface: [[1, 0], [0.984, 0.008]],
    'surface-raised': [[1, 0], [0.995, 0.003]],
    'surface-sunken': [[0.967, 0.003], [0.953, 0.016]],
    text: [[0.215, 0.014], [0.225, 0.03]],
    'text-muted': [[0.485, 0.022], [0.47, 0.036]],
    border: [[0.912, 0.008], [0.895, 0.022]],
    'border-strong': [[0.64, 0.02], [0.62, 0.035]],
  },
  dark: {
    surface: [[0.205, 0.007], [0.21, 0.024]],
    'surface-raised': [[0.246, 0.008], [0.25, 0.028]],
    'surface-sunken': [[0.274, 0.009], [0.282, 0.032]],
    text: [[0.947, 0.005], [0.95, 0.01]],
    'text-muted': [[0.747, 0.014], [0.757, 0.03]],
    border: [[0.347, 0.012], [0.36, 0.034]],
    'border-strong': [[0.588, 0.022], [0.6, 0.038]],
  },
};

/** The fallbacks of `tokens.ts`: the colours of states keep their hues, because people know them. */
const states: Readonly<Record<Mode, Readonly<Record<string, Rgb>>>> = {
  light: {success: rgb(0x14713d), warning: rgb(0x8a5200), danger: rgb(0xb3261e), info: rgb(0x0b62a3)},
  dark: {success: rgb(0x6dd49a), warning: rgb(0xf0b950), danger: rgb(0xff9a90), info: rgb(0x7cc0f5)},
};

/** Of the second to sixth series of a chart: degrees from the brand's hue, and lightness in light and in dark. Neighbours differ in both. */
const series: readonly (readonly [degrees: number, light: number, dark: number])[] = [
  [150, 0.6, 0.82],
  [75, 0.44, 0.66],
  [225, 0.55, 0.88],
  [300, 0.38, 0.6],
  [190, 0.63, 0.74],
];

function rgb(hex: number): Rgb {
  return [(hex >> 16) / 255, ((hex >> 8) & 255) / 255, (hex & 255) / 255];
}

const white = shade([1, 1, 1]);

/** Near-black of a colour's hue. */
const inkOf = ({c, h}: Oklch): Shade => shade({l: 0.19, c: Math.min(c, 0.04), h});

/** How far the lightness of a fill may move so that white can be read on it: brands expect white on a saturated fill. */
const whiteWorth = 0.08;

/** Ink on paper is chalk on a blackboard: a brand of black or white turns round where it would be lost, and does not become a grey. */
function worn(colour: Oklch, mode: Mode): Oklch {
  const isLost = mode === 'dark' ? colour.l < 0.4 : colour.l > 0.85;
  return colour.c < 0.04 && isLost ? {...colour, l: mode === 'dark' ? 0.93 : 0.25} : colour;
}

/** Thin letters on a dark ground need more light than a filled button. */
const bright = (colour: Oklch, mode: Mode): Oklch => (mode === 'dark' ? {...colour, l: Math.max(colour.l, 0.72)} : colour);

/**
 * Makes every colour of a theme for one mode: text has at least 4.5:1 on all surfaces and on its own tint, what is on a fill has 4.5:1 there, and the shapes of
 * controls, marks, the focus ring and the series of charts have 3:1. A colour that holds stays as it is; else its lightness moves and its hue stays.
 */
export function makePalette({color, secondColor, tinted: isTinted = false}: PaletteOptions, mode: Mode): Palette {
  const away = mode === 'light' ? -1 : 1;
  const brand = worn(toOklch(color), mode);
  const second = secondColor && worn(toOklch(secondColor), mode);
  // A brand without a hue has greys without one.
  const colourful = Math.min(1, brand.c / 0.08);
  const grey = (name: GreyName): Oklch => {
    const [l, c] = greys[mode][name][isTinted ? 1 : 0];
    return {l, c: c * colourful, h: brand.h};
  };
  const page = shade(grey('surface'));
  const found: Record<string, Shade> = {surface: page, 'surface-raised': shade(grey('surface-raised')), 'surface-sunken': shade(grey('surface-sunken'))};
  const surfaces = Object.values(found);

  const onAll = (than: number) => (one: Shade) => surfaces.every(surface => contrastOf(one, surface) >= than);
  // The end of the scale, black or white, always holds.
  const end = shade(mode === 'light' ? [0, 0, 0] : [1, 1, 1]);
  const isText = onAll(textContrast);
  const isMark = onAll(controlContrast);
  const readableOn = (grounds: readonly Shade[]) => (one: Shade) => isText(one) && grounds.every(ground => contrastOf(one, ground) >= textContrast);
  /** Readable on every surface, on its own tint and on those grounds. */
  const textOf = (colour: Oklch, grounds: readonly Shade[]) =>
    nearest(colour, away, one => readableOn(grounds)(one) && contrastOf(one, tinted(one, page)) >= textContrast)?.shade ?? end;

  const fillOf = (colour: Oklch, name: string) => {
    const ink = inkOf(colour);
    const holdsWith = (on: Shade) => (one: Shade) => isMark(one) && contrastOf(one, on) >= textContrast;
    const sides = [nearest(colour, -1, holdsWith(white)), nearest(colour, 1, holdsWith(white))];
    const underWhite = sides.find(side => side && Math.abs(side.colour.l - colour.l) <= whiteWorth);
    const fill = underWhite ?? nearest(colour, away, one => holdsWith(white)(one) || holdsWith(ink)(one)) ?? {colour: toOklch(end.rgb), shade: end};
    const on = holdsWith(white)(fill.shade) ? white : ink;
    found[name] = fill.shade;
    found[`on-${name}`] = on;
    // A hovered fill moves away from its text; towards it where it would be lost on the surface.
    const fromText = on === white ? -1 : 1;
    const steps = [0.05, -0.04, -0.02, 0].map(step => shade({...fill.colour, l: Math.min(1, Math.max(0, fill.colour.l + step * fromText))}));
    return steps.find(holdsWith(on)) ?? fill.shade;
  };

  found['accent-hover'] = fillOf(brand, 'accent');
  if (second) fillOf(second, 'second');
  // Rows that are marked or chosen have a tint of these, and any text in them.
  const grounds = ['accent', 'second'].flatMap(name => (found[name] ? [tinted(found[name], page)] : []));
  for (const [name, base] of Object.entries(states[mode])) {
    const hue = toOklch(base);
    found[name] = textOf(hue, grounds);
    found[`on-${name}`] = mode === 'light' ? white : inkOf(hue);
  }
  // Notes have a tint of their state, with links and quiet text in them.
  const all = [...grounds, ...Object.keys(states[mode]).map(name => tinted(found[name] as Shade, page))];
  found['accent-text'] = textOf(bright(brand, mode), all);
  found['focus'] = found['accent-text'];
  if (second) found['second-text'] = textOf(bright(second, mode), all);
  found['text'] = nearest(grey('text'), away, readableOn(all))?.shade ?? end;
  found['text-muted'] = nearest(grey('text-muted'), away, readableOn(all))?.shade ?? end;
  found['border'] = shade(grey('border'));
  found['border-strong'] = nearest(grey('border-strong'), away, isMark)?.shade ?? end;

  found['chart-1'] = found['accent'] as Shade;
  series.forEach(([degrees, light, dark], at) => {
    const base = at === 0 && second ? second : {l: mode === 'light' ? light : dark, c: 0.13, h: brand.h + degrees};
    found[`chart-${at + 2}`] = nearest(base, away, isMark)?.shade ?? end;
  });
  return Object.fromEntries(Object.entries(found).map(([name, {rgb: value}]) => [name, toHex(value)]));
}
