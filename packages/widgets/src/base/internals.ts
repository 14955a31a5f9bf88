/** What an element tells the form around it. Where tests run without a browser there may be nothing of it, or half: then it tells nobody. */
export const internalsOf = (element: HTMLElement): Partial<ElementInternals> => (element.attachInternals as HTMLElement['attachInternals'] | undefined)?.call(element) ?? {};
