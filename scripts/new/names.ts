/** The forms in which one name is written, by the mark that stands for it in a template. */
export interface Names {
  /** `deal-list` */
  readonly __kebab__: string;
  /** `deal_list` */
  readonly __snake__: string;
  /** `dealList` */
  readonly __camel__: string;
  /** `DealList` */
  readonly __Pascal__: string;
  /** `deal list` */
  readonly __words__: string;
}

/** Writes a name in every form. @param kebab - Lower case with hyphens. */
export function toNames(kebab: string): Names {
  const words = kebab.split('-');
  const Pascal = words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return {
    __kebab__: kebab,
    __snake__: words.join('_'),
    __camel__: Pascal.charAt(0).toLowerCase() + Pascal.slice(1),
    __Pascal__: Pascal,
    __words__: words.join(' '),
  };
}

/** Fills the marks of a template. */
export function fill(template: string, names: Names): string {
  return Object.entries(names).reduce((text, [mark, form]) => text.replaceAll(mark, form), template);
}
