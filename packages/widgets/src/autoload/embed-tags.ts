/** What `manifest.json` beside `portico.js` says. Its paths are relative to its own address. */
export interface CdnManifest {
  readonly version: string;
  /** The one script that loads everything else. */
  readonly entry: string;
  /** The script for public pages that show material and nothing else. */
  readonly collateral: string;
  /** The files of the first view of each widget, by its tag without the prefix. */
  readonly widgets: Readonly<Record<string, readonly string[]>>;
  /** Every script, with its hash as `integrity` takes it. */
  readonly files: Readonly<Record<string, string>>;
}

/** Which tags a page wants. */
export interface EmbedTagsOptions {
  readonly manifest: CdnManifest;
  /** Absolute address of the manifest. */
  readonly manifestUrl: string;
  /** The widgets of the page; their files are asked for together with the script, and not after it. The portal is always one of them. */
  readonly widgets?: readonly string[];
}

/**
 * The tags of a page that loads nothing but the bytes it was made for: the script and the files of its widgets with their hashes, and an import map with the hashes of all
 * that comes later. For the host's own templates; the page's policy has to allow the import map, which is inline.
 *
 * @returns Markup for the head of the page, before any module script.
 * @throws RangeError when the manifest lacks a widget.
 */
export function embedTags({manifest, manifestUrl, widgets = []}: EmbedTagsOptions): string {
  const absolute = (path: string) => new URL(path, manifestUrl).href;
  const first = new Set(['portal', ...widgets].flatMap(name => manifest.widgets[name] ?? missing(name)));
  const pinned = (path: string) => `="${absolute(path)}" integrity="${manifest.files[path]}" crossorigin`;
  return [
    `<script type="importmap">${importMap({manifest, manifestUrl})}</script>`,
    ...[...first].map(path => `<link rel="modulepreload" href${pinned(path)}>`),
    `<script type="module" src${pinned(manifest.entry)}></script>`,
  ].join('\n');
}

/** The text of the import map alone, such as for its hash in the page's policy. */
export function importMap({manifest, manifestUrl}: Pick<EmbedTagsOptions, 'manifest' | 'manifestUrl'>): string {
  // Addresses and base64: nothing in it that JSON or markup would have to escape.
  const pairs = Object.entries(manifest.files).map(([path, hash]) => `"${new URL(path, manifestUrl).href}":"${hash}"`);
  return `{"integrity":{${pairs.join()}}}`;
}

function missing(name: string): never {
  throw new RangeError(`There is no widget ${name} in this version.`);
}
