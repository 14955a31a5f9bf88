import {cpSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import Eleventy, {type Settings} from '@11ty/eleventy';
import {cdnFolder} from '../../packages/widgets/build/build-cdn.ts';
import {version} from '../../packages/widgets/build/own-parts.ts';
import {replaceFolder} from '../../packages/widgets/build/replace-folder.ts';
import {root} from '../../scripts/bootstrap/root.mjs';
import {studioFolder} from '../../scripts/build/studio.ts';
import {apiDocument} from './api-document.ts';
import {placeBundles, placeText, type Assets} from './bundles.ts';
import {createHighlight} from './highlight.ts';
import {toRoot} from './links.ts';
import {createMarkdown} from './markdown.ts';
import {navigationOf, neighboursOf} from './navigation.ts';
import {offlineFiles, writeServiceWorker} from './offline.ts';
import type {Page} from './page.ts';
import {readPages} from './pages.ts';
import {examplePolicy, pagePolicy, studioPolicy} from './policy.ts';
import {headingsOf, searchEntries, type SearchEntry} from './search-entries.ts';

const templates = 'docs/site/templates';
const output = 'docs/dist';
/** Where it is drawn, so that nobody who reads the site sees half of it. */
const draft = `docs/site/dist/${process.pid}`;

/** Draws the whole site from files that were built before: bundles, widgets and studio. */
async function drawSite(): Promise<void> {
  process.chdir(root);
  const outDir = join(root, draft);
  mkdirSync(join(outDir, 'assets'), {recursive: true});
  const pages = await readPages();
  const assets = placeBundles(outDir, `cdn/${version}/portico.js`);
  placeFiles(outDir);

  const highlight = await createHighlight(new Set(pages.flatMap(({markdown}) => [...markdown.matchAll(/^ *```(\w+)/gm)].map(match => match[1] ?? ''))));
  const markdown = createMarkdown(pages, highlight);
  const entries = new Map<string, SearchEntry[]>();
  // The name of the list that is searched depends on what is in it, so its place is named in the pages once all are drawn.
  const searchMark = 'assets/search-of-all-pages.json';
  const eleventy = new Eleventy(templates, draft, {
    quietMode: true,
    configPath: null,
    config(settings) {
      configure(settings, {pages, assets: {...assets, search: searchMark}, draw: (text, place) => markdown.render(text, place)});
      settings.setLibrary('md', {
        render(text, data) {
          const place = data as Page & {address: string};
          const html = markdown.render(text, {source: place.source, url: place.address});
          entries.set(place.address, searchEntries(html, {url: place.address, title: place.title, group: place.group}));
          return html;
        },
      });
    },
  });
  const [, written] = await eleventy.write();
  const search = placeText(outDir, 'search.json', JSON.stringify(pages.flatMap(({url}) => entries.get(url) ?? [])));
  for (const {outputPath, content} of written) writeFileSync(outputPath, content.replaceAll(searchMark, search));
  writeServiceWorker(outDir, offlineFiles(outDir));
  replaceFolder(outDir, join(root, output));
}

interface Ingredients {
  readonly pages: readonly Page[];
  readonly assets: Assets;
  draw(text: string, place: {source: string; url: string}): string;
}

function configure(settings: Settings, {pages, assets, draw}: Ingredients): void {
  const navigation = navigationOf(pages);
  settings.setLayoutsDirectory('_layouts');
  settings.setIncludesDirectory('_layouts');
  settings.setTemplateFormats(['njk', 'md']);
  settings.addFilter('headings', headingsOf);
  for (const [name, value] of Object.entries({assets, navigation, version, policy: pagePolicy, examplePolicy})) settings.addGlobalData(name, value);
  settings.addGlobalData('embed', draw(firstOf('docs/guides/embed-in-five-minutes.md', 'page.html'), {source: 'README.md', url: ''}));
  settings.addGlobalData('inbox', draw('```html live height=560 title="The lead inbox"\n<portico-portal api-url="https://portico.example.com">\n  <portico-lead-inbox></portico-lead-inbox>\n</portico-portal>\n```\n', {source: 'README.md', url: ''}));
  for (const {markdown, url, ...page} of pages) {
    settings.addTemplate(`${url.slice(0, -1)}.md`, markdown, {...page, ...neighboursOf(pages, url), address: url, here: page.group, root: toRoot(url), layout: 'page.njk', templateEngineOverride: 'md', permalink: `${url}index.html`});
  }
}

/** A named code block of a guide, fences included: what the home page shows is what the guide says. */
function firstOf(source: string, name: string): string {
  const block = new RegExp(`^\`\`\`\\w+ name=${name.replace('.', '\\.')}\\n[\\s\\S]*?^\`\`\``, 'm').exec(readFileSync(join(root, source), 'utf8'))?.[0];
  if (block === undefined) throw new Error(`${source} has no code block called ${name}.`);
  return block;
}

/** What is served as it is: pictures, the widgets of this version, the theme studio, the text for assistants. */
function placeFiles(outDir: string): void {
  cpSync(join(root, 'docs/images'), join(outDir, 'images'), {recursive: true});
  cpSync(join(cdnFolder, version), join(outDir, 'cdn', version), {recursive: true, filter: path => !path.endsWith('.map')});
  cpSync(join(root, 'packages/widgets/dist/llms.txt'), join(outDir, 'llms.txt'));
  mkdirSync(join(outDir, 'reference'));
  writeFileSync(join(outDir, 'reference/openapi.json'), JSON.stringify(apiDocument));
  if (!existsSync(join(studioFolder, 'index.html'))) return;
  cpSync(studioFolder, join(outDir, 'studio'), {recursive: true, filter: path => !path.endsWith('.inputs')});
  const page = join(outDir, 'studio/index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('<meta charset="utf-8">', `$&\n    <meta http-equiv="content-security-policy" content="${studioPolicy}">`));
}

await drawSite();
