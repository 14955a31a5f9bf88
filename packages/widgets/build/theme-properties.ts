import {themeProperties, type ThemeProperty} from '../src/theme/chart-tokens.ts';

/** What each custom property of the theme is for, by groups as people look for them. A property without its line does not compile. */
const groups = {
  'Surfaces': {
    'color-surface': 'Behind a widget.',
    'color-surface-raised': 'Cards, dialogs, menus and fields: what stands on the surface.',
    'color-surface-sunken': 'Filled but quiet: skeletons, hovered rows, the ground of progress.',
    'color-scrim': 'Over the page, behind a dialog.',
  },
  'Text and lines': {
    'color-text': 'Text.',
    'color-text-muted': 'Text of less weight; readable all the same.',
    'color-border': 'Separates; carries no meaning.',
    'color-border-strong': 'The edge of what one can type in or press.',
  },
  'Brand': {
    'color-accent': 'Primary buttons, checked boxes, the first series of a chart.',
    'color-accent-hover': 'A primary button under the pointer.',
    'color-on-accent': 'Text and icons on the accent.',
    'color-accent-text': 'The accent as text: links, quiet buttons, badges.',
    'color-focus': 'The ring around what has the focus.',
    'color-second': 'What is marked and not pressed: progress, ranks, one’s own row. The accent where a brand has one colour.',
    'color-on-second': 'Text on the second colour.',
    'color-second-text': 'The second colour as text.',
  },
  'States': {
    'color-success': 'Done, approved, free: as text, as a mark, and at a tenth as a ground.',
    'color-on-success': 'Text on it.',
    'color-warning': 'Soon too late, or to be looked at.',
    'color-on-warning': 'Text on it.',
    'color-danger': 'Failed, refused, taken away; buttons that cannot be undone.',
    'color-on-danger': 'Text on it.',
    'color-info': 'Worth knowing.',
    'color-on-info': 'Text on it.',
  },
  'Charts': {
    'color-chart-1': 'The first series.',
    'color-chart-2': 'The second; the second colour of the brand where there is one.',
    'color-chart-3': 'The third.',
    'color-chart-4': 'The fourth.',
    'color-chart-5': 'The fifth.',
    'color-chart-6': 'The sixth.',
  },
  'Type': {
    'font-family': 'The typeface; the page loads it.',
    'font-weight-strong': 'The heavier of the two weights.',
    'text-scale': 'Multiplies every size of text and every height that follows it.',
    'font-size-small': 'Small print.',
    'line-height-small': 'Its line.',
    'font-size-body': 'Text.',
    'line-height-body': 'Its line.',
    'font-size-heading': 'Headings inside a widget.',
    'line-height-heading': 'Their line.',
    'font-size-title': 'The title of what is open.',
    'line-height-title': 'Its line.',
    'font-size-figure': 'Large figures.',
    'line-height-figure': 'Their line.',
  },
  'Shape': {
    'radius': 'Corners of cards and dialogs.',
    'radius-small': 'Corners of controls; half of the radius unless set.',
    'space': 'One step of the grid; distances are whole steps.',
    'row-height': 'A row of a list.',
    'row-height-compact': 'The same where `density` is `compact`.',
    'control-height': 'Buttons and fields; 44 px under fingers.',
    'shadow': 'Under what floats.',
  },
  'Motion': {
    'duration-short': 'A colour changes.',
    'duration': 'Something opens or goes.',
    'duration-long': 'Something goes a long way.',
    'easing': 'How all of it moves. None of it moves where less motion is asked for.',
  },
  'Mode': {
    'color-scheme': '`light`, `dark` or `light dark`; read by the portal alone, whose `theme` wins.',
  },
} as const satisfies Record<string, Partial<Record<ThemeProperty, string>>>;

/** A custom property of the theme, documented. */
export interface ThemePropertyRow {
  readonly group: string;
  /** With its `--portico-`. */
  readonly name: string;
  /** What holds when nobody sets it. */
  readonly fallback: string;
  readonly description: string;
}

/** A property that nobody describes is named here, and does not compile. */
type Undescribed = Exclude<ThemeProperty, {[G in keyof typeof groups]: keyof (typeof groups)[G]}[keyof typeof groups]>;
const isComplete: [Undescribed] extends [never] ? true : Undescribed = true;

/** Every custom property of the theme, in the order in which people read about them. */
export const themePropertyRows: readonly ThemePropertyRow[] = Object.entries(isComplete && groups).flatMap(([group, rows]) =>
  (Object.entries(rows) as [ThemeProperty, string][]).map(([name, description]) => ({group, name: `--portico-${name}`, fallback: themeProperties[name], description})),
);
