/** The part of Eleventy that is used here; it ships no types of its own. */
declare module '@11ty/eleventy' {
  export interface Settings {
    addTemplate(path: string, content: string, data: Record<string, unknown>): void;
    addGlobalData(name: string, value: unknown): void;
    addFilter(name: string, filter: (value: string) => unknown): void;
    setLibrary(engine: 'md', library: {render(text: string, data: object): string}): void;
    setLayoutsDirectory(path: string): void;
    setIncludesDirectory(path: string): void;
    setTemplateFormats(formats: readonly string[]): void;
  }
  export default class Eleventy {
    constructor(input: string, output: string, options: {quietMode: boolean; configPath: null; config(settings: Settings): void});
    write(): Promise<[unknown, {url: string; inputPath: string; outputPath: string; content: string}[]]>;
  }
}
