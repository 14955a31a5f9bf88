/** An example of a page that can be tried, as a page of the documentation has it. */
export interface LiveExample {
  /** What stands behind `live`: `height=420 scenario=empty`. */
  readonly words: string;
  readonly code: string;
}

/** The examples of a page in Markdown that can be tried, in their order. */
export function liveExamples(text: string): LiveExample[] {
  return [...text.matchAll(/^```html live ?(.*)\n([\s\S]*?)^```$/gm)].map(([, words = '', code = '']) => ({words: words.trim(), code}));
}
