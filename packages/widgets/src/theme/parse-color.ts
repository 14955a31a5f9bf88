import {parseHex, type Rgb, toRgb} from './oklch.ts';

const number = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?';
const term = new RegExp(`^(${number})(%|deg|grad|rad|turn)?$`, 'i');

/** One argument of a colour function: a number and its unit; `none` is 0. */
interface Term {
  readonly value: number;
  readonly unit: string;
}

const turns: Readonly<Record<string, number>> = {deg: 360, grad: 400, rad: 2 * Math.PI, turn: 1, '': 360};
const within = (value: number, most = 1) => Math.min(most, Math.max(0, value));

/** A share of 1: `50%`, or a number of which `whole` is all. */
const shareOf = ({value, unit}: Term, whole: number) => (unit === '%' ? value / 100 : value / whole);
const degreesOf = ({value, unit}: Term) => ((((value / (turns[unit] ?? 360)) * 360) % 360) + 360) % 360;

function fromHsl(h: number, s: number, l: number): Rgb {
  const at = (n: number) => {
    const k = (n + h / 30) % 12;
    return l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [at(0), at(8), at(4)];
}

/** What each function makes of its three arguments; `undefined` where a unit does not belong. */
const functions: Readonly<Record<string, (terms: readonly [Term, Term, Term]) => Rgb | undefined>> = {
  rgb: terms => (terms.some(({unit}) => unit !== '' && unit !== '%') ? undefined : (terms.map(each => within(shareOf(each, 255))) as unknown as Rgb)),
  hsl: ([h, s, l]) => (h.unit === '%' || isAngle(s) || isAngle(l) ? undefined : fromHsl(degreesOf(h), within(shareOf(s, 100)), within(shareOf(l, 100)))),
  oklch: ([l, c, h]) => (h.unit === '%' || isAngle(l) || isAngle(c) ? undefined : toRgb({l: within(shareOf(l, 1)), c: Math.max(0, c.unit === '%' ? (c.value / 100) * 0.4 : c.value), h: degreesOf(h)})),
};

const isAngle = ({unit}: Term) => unit !== '' && unit !== '%';

/**
 * Reads a colour as CSS writes it: `#rgb`, `#rrggbb`, both with an opacity, `rgb()`, `hsl()` or `oklch()`, in the old form with commas and in the new one.
 * A brand's colour is opaque: an opacity is read and left out. What a screen cannot show loses chroma until it can.
 *
 * @returns Nothing when it is none of these.
 */
export function parseColor(text: string): Rgb | undefined {
  const trimmed = text.trim().toLowerCase();
  const opaque = /^#?(?:[\da-f]{3}(?=[\da-f]$)|[\da-f]{6}(?=[\da-f]{2}$))/.exec(trimmed)?.[0] ?? trimmed;
  const hex = parseHex(opaque);
  if (hex) return hex;
  const call = /^(rgb|hsl|oklch)a?\(([^()]*)\)$/.exec(trimmed);
  const make = functions[call?.[1] ?? ''];
  if (!call || !make) return undefined;
  const [color = '', opacity = '0', ...more] = (call[2] ?? '').split('/');
  const words = color.trim().split(/\s*,\s*|\s+/);
  // The old form has the opacity as a fourth argument.
  const terms = [...words.slice(0, 3), words[3] ?? opacity].map(word => toTerm(word.trim()));
  if (more.length > 0 || words.length < 3 || words.length > 4 || terms.some(each => each === undefined)) return undefined;
  return make(terms.slice(0, 3) as unknown as readonly [Term, Term, Term]);
}

function toTerm(word: string): Term | undefined {
  if (word === 'none') return {value: 0, unit: ''};
  const match = term.exec(word);
  return match ? {value: Number(match[1]), unit: match[2] ?? ''} : undefined;
}
