import {type CSSResult, unsafeCSS} from 'lit';
import {tokens} from './tokens.ts';

/** The series of charts, in the order in which they are used; 3:1 on every surface, and apart from one another in hue and lightness. Only what draws a chart imports them. */
export const chartTokens = {
  'color-chart-1': 'var(--portico-color-accent, light-dark(#2f5bd8, #7e9ffa))',
  'color-chart-2': 'light-dark(#b4682b, #f5b884)',
  'color-chart-3': 'light-dark(#7b2f76, #c98bc8)',
  'color-chart-4': 'light-dark(#587c1e, #b9dc8f)',
  'color-chart-5': 'light-dark(#00565a, #2fa3a6)',
  'color-chart-6': 'light-dark(#9a7a18, #d6b35a)',
} as const satisfies Record<string, string>;

/** Every custom property of the theme with its fallback: the tokens, the series of charts, and what multiplies or switches all others. */
export const themeProperties = {
  ...tokens,
  ...chartTokens,
  /** Multiplies every size of text and every height that follows it. */
  'text-scale': '1',
  /** One step of the grid. */
  'space': '4px',
  /** `light`, `dark` or `light dark`; read by the portal alone. */
  'color-scheme': 'inherit',
} as const satisfies Record<string, string>;

/** The name of a custom property of the theme, without `--portico-`. */
export type ThemeProperty = keyof typeof themeProperties;

/**
 * The colour of a series, for use inside Lit's `css`.
 *
 * @param series - 1 to 6; 1 is the accent.
 */
export function chartColor(series: 1 | 2 | 3 | 4 | 5 | 6): CSSResult {
  const name = `color-chart-${series}` as const;
  return unsafeCSS(`var(--portico-${name}, ${chartTokens[name]})`);
}
