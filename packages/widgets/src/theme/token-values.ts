import {readFontFamily, writeFontFamily} from './font-family.ts';
import {toHex, toOklch, toRgb, type Rgb} from './oklch.ts';
import {parseColor} from './parse-color.ts';

/** Colour of a token as an object: the space and its numbers, and the same as six digits for tools that do not know the space. */
export interface TokenColor {
  readonly colorSpace: string;
  readonly components: readonly (number | 'none')[];
  readonly alpha?: number;
  readonly hex?: string;
}

/** Types of the format that a theme has. */
export type TokenType = 'color' | 'dimension' | 'fontFamily' | 'fontWeight' | 'number' | 'duration';

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** A colour in OKLCH, exact to the step of a channel. */
export function toTokenColor(text: string): TokenColor | undefined {
  const rgb = parseColor(text);
  if (!rgb) return undefined;
  const {l, c, h} = toOklch(rgb);
  // A grey has no hue.
  const hue = c < 0.0005 ? 'none' : round((h + 360) % 360, 3);
  return {colorSpace: 'oklch', components: [round(l, 5), hue === 'none' ? 0 : round(c, 5), hue], alpha: 1, hex: toHex(rgb)};
}

const numberOf = (component: unknown) => (component === 'none' ? 0 : component);

/** The spaces that are read by their numbers; others by their `hex`. */
const spaces: Readonly<Record<string, (components: readonly [number, number, number]) => Rgb | undefined>> = {
  srgb: ([r, g, b]) => [r, g, b],
  oklch: ([l, c, h]) => toRgb({l, c, h}),
  hsl: ([h, s, l]) => parseColor(`hsl(${h} ${s}% ${l}%)`),
};

/** CSS of a value of the format. */
export type Reading = {readonly css: string} | {readonly fix: string};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function readColor(value: unknown): Reading {
  const fix = 'write a colour object such as {"colorSpace": "oklch", "components": [0.51, 0.09, 187], "hex": "#0f766e"}, or a text such as "#0f766e".';
  if (typeof value === 'string') {
    const rgb = parseColor(value);
    return rgb ? {css: toHex(rgb)} : {fix};
  }
  if (!isRecord(value)) return {fix};
  const {colorSpace, components, hex} = value;
  const space = typeof colorSpace === 'string' && Object.hasOwn(spaces, colorSpace) ? spaces[colorSpace] : undefined;
  const numbers = Array.isArray(components) ? components.map(numberOf) : [];
  const isThree = numbers.length === 3 && numbers.every(each => typeof each === 'number' && Number.isFinite(each));
  const rgb = space && isThree ? space(numbers as unknown as readonly [number, number, number]) : typeof hex === 'string' ? parseColor(hex) : undefined;
  return rgb ? {css: toHex(rgb.map(v => Math.min(1, Math.max(0, v))) as unknown as Rgb)} : {fix: typeof colorSpace === 'string' && !space ? `give a colour of the space ${colorSpace} a "hex" as well; only ${Object.keys(spaces).join(', ')} are read by their components.` : fix};
}

function readMeasure(value: unknown, units: readonly string[]): Reading {
  const {value: amount, unit} = isRecord(value) ? value : {value: typeof value === 'string' ? Number.parseFloat(value) : undefined, unit: typeof value === 'string' ? value.replace(/^[\d.]+/, '') : undefined};
  return typeof amount === 'number' && Number.isFinite(amount) && units.includes(String(unit)) ? {css: `${amount}${String(unit)}`} : {fix: `write {"value": 8, "unit": "${units[0]}"}, with a unit of ${units.join(' or ')}.`};
}

function readFamilies(value: unknown): Reading {
  const names = readFontFamily(Array.isArray(value) ? value.map(name => String(name).replaceAll(',', ' ')).join(',') : String(value));
  return names ? {css: writeFontFamily(names)} : {fix: 'write one name or a list of names, such as ["Inter", "system-ui"].'};
}

const readNumber = (value: unknown): Reading => (typeof value === 'number' && value >= 0 && Number.isFinite(value) ? {css: String(value)} : {fix: 'write a number from 0.'});
const weights: Readonly<Record<string, number>> = {thin: 100, light: 300, normal: 400, regular: 400, medium: 500, 'semi-bold': 600, bold: 700, 'extra-bold': 800, black: 900};

const readers: Readonly<Record<TokenType, (value: unknown) => Reading>> = {
  color: readColor,
  dimension: value => readMeasure(value, ['px', 'rem']),
  duration: value => readMeasure(value, ['ms', 's']),
  fontFamily: readFamilies,
  fontWeight: value => readNumber(typeof value === 'string' && Object.hasOwn(weights, value) ? weights[value] : value),
  number: readNumber,
};

/** CSS of a value, or what to write instead. */
export function readTokenValue(type: TokenType, value: unknown): Reading {
  return readers[type](value);
}

/** Type and value of what is no colour; nothing for CSS that the format cannot say. */
export function toTokenValue(name: string, css: string): {readonly $type: TokenType; readonly $value: unknown} | undefined {
  if (name === 'font-family') return {$type: 'fontFamily', $value: readFontFamily(css) ?? []};
  const [, amount = '', unit = ''] = /^(\d*\.?\d+)(px|rem|ms|s)?$/.exec(css) ?? [];
  if (amount === '') return undefined;
  if (unit === '') return {$type: name === 'font-weight-strong' ? 'fontWeight' : 'number', $value: Number(amount)};
  return {$type: unit.endsWith('s') ? 'duration' : 'dimension', $value: {value: Number(amount), unit}};
}

/** The type that a token has by its name. */
export function typeOf(name: string): TokenType {
  if (name.startsWith('color-') && name !== 'color-scheme') return 'color';
  if (name === 'font-family') return 'fontFamily';
  if (name === 'font-weight-strong') return 'fontWeight';
  if (name === 'text-scale') return 'number';
  return name.startsWith('duration') ? 'duration' : 'dimension';
}
