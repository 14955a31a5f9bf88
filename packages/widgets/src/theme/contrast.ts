import type {Theme} from './brand-input.ts';
import {parseColor} from './parse-color.ts';
import {contrastOf, controlContrast, type Shade, shade, textContrast, tinted} from './shade.ts';
import {themeProperties, type ThemeProperty} from './chart-tokens.ts';

/** Contrast of one thing that stands on another. */
export interface ContrastRow {
  readonly mode: 'light' | 'dark';
  /** Token of what is seen. */
  readonly token: ThemeProperty;
  /** Token of what it stands on. */
  readonly on: ThemeProperty;
  /** Whether it stands on the tint of that colour, on the page's surface, and not on the colour itself. */
  readonly isTint: boolean;
  /** What is: from 1 to 21. */
  readonly ratio: number;
  /** What has to be: 4.5 for text, 3 for the shapes of controls and marks. */
  readonly least: number;
}

const surfaces = ['color-surface', 'color-surface-raised', 'color-surface-sunken'] as const;
const texts = ['color-text', 'color-text-muted', 'color-accent-text', 'color-second-text', 'color-success', 'color-warning', 'color-danger', 'color-info'] as const;
const marks = ['color-accent', 'color-accent-hover', 'color-second', 'color-focus', 'color-border-strong', 'color-chart-1', 'color-chart-2', 'color-chart-3', 'color-chart-4', 'color-chart-5', 'color-chart-6'] as const;
const fills = ['accent', 'second', 'success', 'warning', 'danger', 'info'] as const;
const states = ['success', 'warning', 'danger', 'info'] as const;
const quiet = ['color-text', 'color-text-muted', 'color-accent-text', 'color-second-text'] as const;
const modes = ['light', 'dark'] as const;

/**
 * Counts what has to be told apart in a theme, mode by mode: text on surfaces, on fills and on tints, and the shapes of controls, marks and the focus ring.
 *
 * @param theme - As `brandTheme` makes it; tokens that are not in it have their fallbacks. Values that are no colours, such as a `var()`, are left out.
 */
export function contrastReport(theme: Theme): ContrastRow[] {
  return modes.flatMap(mode => {
    const known = new Map<string, Shade | undefined>();
    const once = (key: string, find: () => Shade | undefined) => {
      if (!known.has(key)) known.set(key, find());
      return known.get(key);
    };
    const at = (name: ThemeProperty) => once(name, () => shadeOf(theme[`--portico-${name}`] ?? themeProperties[name], mode));
    const tintOf = (name: ThemeProperty) =>
      once(`tint ${name}`, () => {
        const [one, page] = [at(name), at('color-surface')];
        return one && page && tinted(one, page);
      });
    const row = (token: ThemeProperty, on: ThemeProperty, least: number, isTint = false): ContrastRow[] => {
      const [one, other] = [at(token), isTint ? tintOf(on) : at(on)];
      return one && other ? [{mode, token, on, isTint, least, ratio: contrastOf(one, other)}] : [];
    };
    return [
      ...texts.flatMap(text => surfaces.flatMap(surface => row(text, surface, textContrast))),
      ...marks.flatMap(mark => surfaces.flatMap(surface => row(mark, surface, controlContrast))),
      ...fills.flatMap(fill => row(`color-on-${fill}`, `color-${fill}`, textContrast)),
      ...row('color-on-accent', 'color-accent-hover', textContrast),
      // Notes and marked rows are tints, with texts of any role in them; a state also stands on its own.
      ...fills.flatMap(fill => quiet.flatMap(text => row(text, `color-${fill}`, textContrast, true))),
      ...states.flatMap(state => (['color-accent', 'color-second', `color-${state}`] as const).flatMap(ground => row(`color-${state}`, ground, textContrast, true))),
      ...(['color-accent-text', 'color-second-text'] as const).flatMap(text => row(text, text, textContrast, true)),
    ];
  });
}

/** The colour of a token's value in one mode. */
export function colorIn(value: string, mode: 'light' | 'dark'): string {
  const [, light, dark] = /^light-dark\(\s*((?:[^(),]|\([^()]*\))+),\s*((?:[^(),]|\([^()]*\))+)\)$/.exec(value.trim()) ?? [];
  return (mode === 'light' ? light : dark)?.trim() ?? value;
}

function shadeOf(value: string, mode: 'light' | 'dark'): Shade | undefined {
  const rgb = parseColor(colorIn(value, mode));
  return rgb && shade(rgb);
}
