/** What a widget may have to show. */
export const states = ['default', 'empty', 'loading', 'failing', 'offline', 'forbidden', 'longNames', 'opened'] as const;
export type State = (typeof states)[number];

/** The languages of the widgets, and the one for tests that shows what stands in no table. */
export const locales = ['en', 'fi', 'de', 'fr', 'es', 'pt-BR', 'vi', 'zh-Hans', 'zh-Hant', 'ja', 'ko', 'ar', 'en-XA'] as const;

export const themes = ['light', 'dark'] as const;
export const directions = ['ltr', 'rtl'] as const;
/** Widths of the page's column, in pixels. */
export const widths = [1000, 320] as const;

/** One widget as one person may meet it. */
export interface Cell {
  /** Its tag without `portico-`. */
  readonly widget: string;
  readonly state: State;
  readonly theme: (typeof themes)[number];
  readonly locale: (typeof locales)[number];
  readonly direction: (typeof directions)[number];
  readonly width: number;
}

/** A cell in words, for messages. */
export function nameOf({widget, state, theme, locale, direction, width}: Cell): string {
  return [`portico-${widget}`, state, theme, locale, direction, `${width} px`].join(', ');
}
