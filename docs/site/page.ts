/** A page before it is drawn. */
export interface Page {
  /** Its file from the root of the repository; of a page made from data, its address. */
  readonly source: string;
  /** Its folder on the site, without a slash before it and with one behind: `guides/protect-deals/`. */
  readonly url: string;
  readonly title: string;
  /** A sentence or two without markup. */
  readonly description: string;
  /** The group of the navigation that it stands in. */
  readonly group: string;
  readonly markdown: string;
  /** The address of the page under which it stands in the navigation. */
  readonly parent?: string;
}
