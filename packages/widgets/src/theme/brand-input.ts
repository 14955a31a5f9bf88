import {readFontFamily, writeFontFamily} from './font-family.ts';
import type {Rgb} from './oklch.ts';
import {parseColor} from './parse-color.ts';

/** Custom properties of a theme, for `element.style.setProperty(name, value)`. */
export type Theme = Readonly<Record<`--portico-${string}`, string>>;

/** From what a theme is made. All but the colour may be left out. */
export interface Brand {
  /** Buttons, links, the focus ring, and the hue of the greys: `#0f766e`, `rgb(15 118 110)`, `hsl(175 77% 26%)` or `oklch(0.51 0.09 187)`. */
  readonly color?: string | null;
  /** What is marked and not pressed: progress, ranks, the second series of a chart. The colour when left out. */
  readonly secondColor?: string | null;
  /** Address of a picture that stands above the widgets. */
  readonly logo?: string | null;
  /** As in CSS: `Inter, system-ui, sans-serif`. The page loads the typeface; it is that of the page when left out. */
  readonly fontFamily?: string | null;
  /** Of cards and dialogs, from 0 to 32 px; controls inside have half of it. 8 when left out. */
  readonly radiusPx?: number | null;
  /** `plain` surfaces are white, or near black; `tinted` ones have a breath of the colour. */
  readonly surfaces?: 'plain' | 'tinted' | null;
  /** `light`, `dark` or `auto` (the visitor's setting); that of the page when left out. The portal's own `theme` wins. */
  readonly theme?: 'light' | 'dark' | 'auto' | null;
  /** Custom properties that are set as they are, over what is made of the colour; such as from `fromDesignTokens`. Their contrast is the page's affair. */
  readonly tokens?: Theme | null;
}

/** One thing that is wrong with a brand. */
export interface BrandProblem {
  /** As the attribute writes it: `second-color`. */
  readonly field: string;
  /** What was found and what to write instead. */
  readonly message: string;
}

/** A brand that cannot be used; its message says what to write instead. */
export class BrandError extends Error {
  override readonly name = 'BrandError';
  readonly code = 'brand';
  readonly problems: readonly BrandProblem[];

  constructor(problems: readonly BrandProblem[]) {
    super(`The brand cannot be used. ${problems.map(({field, message}) => `${field}: ${message}`).join(' ')}`);
    this.problems = problems;
  }
}

/** A brand that was read: colours as numbers, the rest as CSS. */
export interface ReadBrand {
  readonly color?: Rgb;
  readonly secondColor?: Rgb;
  readonly logo?: string;
  readonly fontFamily?: string;
  readonly radius?: string;
  readonly tinted: boolean;
  readonly colorScheme?: string;
  readonly tokens: Theme;
}

/** Names of an attribute, and the fields that they stand for. */
const fields: Readonly<Record<string, keyof Brand>> = {
  color: 'color',
  'second-color': 'secondColor',
  logo: 'logo',
  'font-family': 'fontFamily',
  radius: 'radiusPx',
  surfaces: 'surfaces',
  theme: 'theme',
};

/** The largest radius; beyond it small cards are pills. */
const mostRadiusPx = 32;

/**
 * Reads a brand: an object, one colour, or declarations as a `brand` attribute holds them:
 * `#0f766e; second-color: #f59e0b; font-family: Inter, sans-serif; radius: 12px; surfaces: tinted; theme: auto; logo: /logo.svg`.
 *
 * @throws BrandError with everything that is wrong with it.
 */
export function readBrand(brand: string | Brand): ReadBrand {
  const problems: BrandProblem[] = [];
  const wrong = (field: string, message: string) => void problems.push({field, message});
  const {color, secondColor, logo, fontFamily, radiusPx, surfaces, theme, tokens} = typeof brand === 'string' ? toBrand(brand, wrong) : brand;
  const read = {
    color: readColor('color', color, wrong),
    secondColor: readColor('second-color', secondColor, wrong),
    logo: logo && (isPicture(logo) ? logo : wrong('logo', `“${short(logo)}” is no address of a picture; write one that begins with https: or /, or a data: URL of an image.`)),
    fontFamily: fontFamily && (readFamily(fontFamily) ?? wrong('font-family', `“${short(fontFamily)}” is no list of typefaces; write their names with commas between, such as Inter, system-ui, sans-serif.`)),
    radius: radiusPx === undefined || radiusPx === null ? undefined : isRadius(radiusPx) ? `${radiusPx}px` : wrong('radius', `“${radiusPx}” is no radius; write 0px to ${mostRadiusPx}px.`),
    tinted: surfaces === 'tinted',
    colorScheme: theme ? (Object.hasOwn(schemes, theme) ? schemes[theme] : wrong('theme', `“${short(theme)}” is none; write light, dark or auto.`)) : undefined,
    tokens: tokens ?? {},
  };
  if (surfaces && surfaces !== 'tinted' && surfaces !== 'plain') wrong('surfaces', `“${short(surfaces)}” is none; write plain or tinted.`);
  if (!color && secondColor) wrong('color', 'A second colour needs a first one; write color: #0f766e.');
  if (problems.length > 0) throw new BrandError(problems);
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined && value !== null && value !== '')) as unknown as ReadBrand;
}

const schemes: Readonly<Record<string, string>> = {light: 'light', dark: 'dark', auto: 'light dark'};
const short = (text: unknown) => (String(text).length > 60 ? `${String(text).slice(0, 60)}…` : String(text));
const isRadius = (radius: unknown) => typeof radius === 'number' && radius >= 0 && radius <= mostRadiusPx;

/** A path of the page's own, an address of the web, or a picture inside the text. */
const isPicture = (address: string) => /^(https?:|data:image\/|blob:)/i.test(address) || !/^\s*[a-z][a-z\d+.-]*:/i.test(address);

type Wrong = (field: string, message: string) => void;

function readColor(field: string, text: string | null | undefined, wrong: Wrong): Rgb | undefined {
  if (!text) return undefined;
  const rgb = parseColor(String(text));
  if (!rgb) wrong(field, `“${short(text)}” is no colour that can be read; write #0f766e, rgb(15 118 110), hsl(175 77% 26%) or oklch(0.51 0.09 187).`);
  return rgb;
}

function readFamily(text: string): string | undefined {
  const names = readFontFamily(text);
  return names && writeFontFamily(names);
}

/** The declarations of an attribute; one without a name is the colour. */
function toBrand(text: string, wrong: Wrong): Brand {
  const found: Record<string, unknown> = {};
  for (const declaration of text.match(/(?:"[^"]*"|'[^']*'|\([^()]*\)|data:[^,;]*(?:;[\w-]+(?:=[^,;]*)?)*,[^;]*|[^;])+/g) ?? []) {
    const [, name = 'color', value = ''] = /^\s*(?:([a-z-]+)\s*:(?!\/\/))?\s*([\s\S]*?)\s*$/i.exec(declaration) ?? [];
    if (value === '' && !declaration.includes(':')) continue;
    const field = Object.hasOwn(fields, name.toLowerCase()) ? fields[name.toLowerCase()] : undefined;
    if (!field) wrong(name, `There is no such field; write ${Object.keys(fields).join(', ')}.`);
    else found[field] = field === 'radiusPx' ? toPx(value) : value;
  }
  if (Object.keys(found).length === 0) wrong('color', 'It is empty; write one colour, such as #0f766e.');
  return found as Brand;
}

/** `12px` and `12` as 12; anything else as it is, to be said what is wrong with it. */
const toPx = (text: string): unknown => (/^\d+(\.\d+)?(px)?$/i.test(text) ? Number.parseFloat(text) : text);
