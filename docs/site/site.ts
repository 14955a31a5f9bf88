import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {root} from '../../scripts/bootstrap/root.mjs';
import {buildWhenChanged} from '../../scripts/build/build-when-changed.ts';
import {buildStudio} from '../../scripts/build/studio.ts';
import {buildWidgets} from '../../scripts/build/widgets.ts';
import {buildBundles} from './bundles.ts';

/** Where the built site is. */
export const siteFolder = fileURLToPath(new URL('../dist', import.meta.url));

let building: Promise<void> | undefined;

/** What goes into it beside the pages. */
export interface SiteParts {
  /** The theme studio, which is a build of its own; what was built before is taken along anyway. */
  readonly studio: boolean;
  /** Look whether the manifest of the widgets is of the present sources; else the one that is there is taken. */
  readonly freshManifest: boolean;
}

/**
 * Makes sure that `docs/dist` holds the site of the present sources; once a process, unless it failed.
 *
 * @param say - Gets a line for people when there is something to build.
 */
export function buildSite(say: (line: string) => void, parts: SiteParts = {studio: true, freshManifest: true}): Promise<void> {
  building ??= buildAll(say, parts).catch((error: unknown) => {
    building = undefined;
    throw error;
  });
  return building;
}

async function buildAll(say: (line: string) => void, {studio, freshManifest}: SiteParts): Promise<void> {
  if (freshManifest || !existsSync(join(root, 'packages/widgets/dist/llms.txt'))) await buildDescriptions(say);
  await buildWidgets(say);
  if (studio) await buildStudio(say);
  await buildBundles(say);
  await buildWhenChanged(
    {
      name: 'the documentation',
      inputs: ['docs/{guides,widgets,decisions,reference,images,site}/**', 'docs/*.md', '*.md', 'packages/contract/src/**', 'packages/widgets/dist/{custom-elements.json,cdn/*/manifest.json}', 'examples/theme-studio/dist/index.html', 'docs/site/browser/dist/manifest.json'],
      output: 'docs/dist',
      script: 'docs/site/build.ts',
    },
    say,
  );
}

async function buildDescriptions(say: (line: string) => void): Promise<void> {
  await buildWhenChanged(
    {
      name: 'the widgets’ descriptions',
      inputs: ['packages/widgets/{src,build}/**', 'docs/guides/embed-in-five-minutes.md'],
      output: 'packages/widgets/dist/editors',
      script: 'packages/widgets/build/descriptions.ts',
    },
    say,
  );
}
