import {createHash} from 'node:crypto';
import {cpSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {build} from 'vite';
import {buildWhenChanged} from '../../scripts/build/build-when-changed.ts';
import {bundleFolder, bundles} from './browser/vite.config.ts';

/** The files that pages name, from the top of the site. */
export interface Assets {
  readonly style: string;
  readonly early: string;
  readonly site: string;
  readonly exampleFrame: string;
  readonly exampleStyle: string;
  readonly icon: string;
  readonly search: string;
  /** The one tag of the widgets. */
  readonly widgets: string;
}

type Manifest = Readonly<Record<string, {readonly file: string; readonly css?: readonly string[]}>>;

/** Makes sure that the bundles are those of the present sources. */
export async function buildBundles(say: (line: string) => void): Promise<void> {
  await buildWhenChanged(
    {name: 'the scripts of the documentation', inputs: ['docs/site/{browser,styles}/*.*', 'packages/{contract,mocks}/src/**'], output: 'docs/site/browser/dist', script: 'docs/site/bundles.ts'},
    say,
  );
}

/** Puts the bundles into the site. @param widgets - The one tag, from the top of the site. */
export function placeBundles(outDir: string, widgets: string): Assets {
  cpSync(bundleFolder, outDir, {recursive: true, filter: path => !/manifest\.json$|\.inputs$/.test(path)});
  const manifest = JSON.parse(readFileSync(join(bundleFolder, 'manifest.json'), 'utf8')) as Manifest;
  const entry = (name: string) => manifest[name] ?? {file: ''};
  return {
    style: entry('site.ts').css?.[0] ?? '',
    early: entry('early.ts').file,
    site: entry('site.ts').file,
    exampleFrame: entry('example-frame.ts').file,
    exampleStyle: entry('example-frame.ts').css?.[0] ?? '',
    icon: placeText(outDir, 'icon.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path fill="#2f5bd8" d="M2 18V9a8 8 0 0 1 16 0v9h-4V9a4 4 0 0 0-8 0v9z"/></svg>\n'),
    search: '',
    widgets,
  };
}

/** Writes a file under a name that changes with what is in it. @returns Its address from the top of the site. */
export function placeText(outDir: string, name: string, text: string): string {
  const path = `assets/${name.replace(/(\.\w+)$/, `-${createHash('sha256').update(text).digest('hex').slice(0, 8)}$1`)}`;
  writeFileSync(join(outDir, path), text);
  return path;
}

if (import.meta.main) await build(bundles);
