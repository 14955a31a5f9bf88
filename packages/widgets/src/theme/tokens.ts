import {type CSSResult, unsafeCSS} from 'lit';

/** A length that follows the text-size token, so a page can enlarge a widget's text without touching its own. */
const scaled = (px: number) => `calc(${px}px * var(--portico-text-scale, 1))`;

/**
 * Every design token and its fallback, by role. A page sets `--portico-<name>` on any ancestor to change one;
 * nothing has to be set. Colours come as light and dark pairs and follow the `color-scheme` of the widget.
 *
 * Each status colour is readable as text on every surface and carries its `on-` colour as a fill.
 */
export const tokens = {
  // Surfaces
  'color-surface': 'light-dark(#ffffff, #14171c)',
  'color-surface-raised': 'light-dark(#ffffff, #1d2127)',
  /** Filled but quiet: skeletons, hovered rows, compact headers. */
  'color-surface-sunken': 'light-dark(#f3f4f6, #23282f)',
  /** Behind a modal dialog. */
  'color-scrim': 'light-dark(#11182766, #000000a6)',
  // Text and lines
  'color-text': 'light-dark(#171b22, #eceef1)',
  'color-text-muted': 'light-dark(#565e6b, #a5adb9)',
  /** Separates; carries no meaning. */
  'color-border': 'light-dark(#dfe2e7, #343a43)',
  /** The edge of something one can type in or press: 3:1 against every surface. */
  'color-border-strong': 'light-dark(#868d99, #767f8c)',
  // Brand
  'color-accent': 'light-dark(#2f5bd8, #7e9ffa)',
  'color-accent-hover': 'light-dark(#2448b4, #9ab4ff)',
  'color-on-accent': 'light-dark(#ffffff, #0d1426)',
  /** The accent as text and as a mark. */
  'color-accent-text': 'light-dark(#2a53c8, #9ab4ff)',
  /** The ring around what has the focus. */
  'color-focus': 'light-dark(#2a53c8, #9ab4ff)',
  /** What is marked and not pressed: progress, ranks. The accent, unless the brand has a second colour. */
  'color-second': 'var(--portico-color-accent, light-dark(#2f5bd8, #7e9ffa))',
  'color-on-second': 'var(--portico-color-on-accent, light-dark(#ffffff, #0d1426))',
  'color-second-text': 'var(--portico-color-accent-text, light-dark(#2a53c8, #9ab4ff))',
  // Status
  'color-success': 'light-dark(#14713d, #6dd49a)',
  'color-on-success': 'light-dark(#ffffff, #05210f)',
  'color-warning': 'light-dark(#8a5200, #f0b950)',
  'color-on-warning': 'light-dark(#ffffff, #2a1900)',
  'color-danger': 'light-dark(#b3261e, #ff9a90)',
  'color-on-danger': 'light-dark(#ffffff, #2d0704)',
  'color-info': 'light-dark(#0b62a3, #7cc0f5)',
  'color-on-info': 'light-dark(#ffffff, #041d30)',
  // Type
  'font-family': 'inherit',
  'font-weight-strong': '600',
  'font-size-small': scaled(13),
  'font-size-body': scaled(14),
  'font-size-heading': scaled(16),
  'font-size-title': scaled(20),
  'font-size-figure': scaled(28),
  'line-height-small': scaled(20),
  'line-height-body': scaled(20),
  'line-height-heading': scaled(24),
  'line-height-title': scaled(28),
  'line-height-figure': scaled(36),
  // Shape
  'radius': '8px',
  'radius-small': 'calc(var(--portico-radius, 8px) / 2)',
  'row-height': scaled(44),
  'row-height-compact': scaled(36),
  'control-height': scaled(36),
  'shadow': '0 1px 2px light-dark(#1018280f, #0006), 0 8px 24px light-dark(#1018281f, #0009)',
  // Motion
  'duration-short': '120ms',
  'duration': '160ms',
  'duration-long': '200ms',
  'easing': 'cubic-bezier(.2, 0, 0, 1)',
} as const satisfies Record<string, string>;

/** The name of a design token, without its `--portico-` prefix. */
export type TokenName = keyof typeof tokens;

/**
 * A token for use inside Lit's `css`: its custom property with the fallback from {@link tokens}.
 *
 * @example css`:host { color: ${token('color-text')}; }`
 */
export function token(name: TokenName): CSSResult {
  return unsafeCSS(`var(--portico-${name}, ${tokens[name]})`);
}

/**
 * A distance on the 4 px grid, for use inside Lit's `css`.
 *
 * @param steps - How many grid steps: 1 is 4 px, 2 is 8 px, 4 is 16 px.
 */
export function space(steps: number): CSSResult {
  return unsafeCSS(`calc(var(--portico-space, 4px) * ${steps})`);
}

/**
 * A quiet tint of a status or accent colour, for use behind text of the same colour.
 *
 * @param name - The colour to tint the surface with.
 */
export function tint(name: TokenName): CSSResult {
  return unsafeCSS(`color-mix(in oklab, ${token(name)} 10%, ${token('color-surface')})`);
}
