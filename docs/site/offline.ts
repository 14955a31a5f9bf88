import {createHash} from 'node:crypto';
import {existsSync, globSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {cdnFolder} from '../../packages/widgets/build/build-cdn.ts';

/**
 * What is kept for readers without a network: every page, the search, and the widgets in English. Other languages of the widgets and the theme studio are some
 * megabytes more and are kept once they were used.
 *
 * @returns Addresses from the top of the site, each with what changes when the file does.
 */
export function offlineFiles(outDir: string): [url: string, hash: string][] {
  const files = globSync('**/*.{html,js,css,json,svg,png,txt}', {cwd: outDir}).map(path => path.replaceAll('\\', '/')).sort();
  const kept = files.filter(path => !path.startsWith('studio/') && path !== 'reference/openapi.json' && !path.endsWith('service-worker.js') && !isLanguage(path));
  return kept.map(path => [path.replace(/(^|\/)index\.html$/, '$1'), createHash('sha256').update(readFileSync(join(outDir, path))).digest('hex').slice(0, 10)]);
}

/** Whether a file of the widgets holds the words of a language and nothing else. */
function isLanguage(path: string): boolean {
  if (!path.startsWith('cdn/')) return false;
  const map = join(cdnFolder, `${path.slice('cdn/'.length)}.map`);
  if (!existsSync(map)) return false;
  const {sources} = JSON.parse(readFileSync(map, 'utf8')) as {sources: string[]};
  return sources.length > 0 && sources.every(source => /\/strings\/(?!en\/)[\w-]+\/[\w.-]+\.ts$/.test(source));
}

/** Writes the list into the service worker. */
export function writeServiceWorker(outDir: string, files: readonly (readonly [string, string])[]): void {
  const path = join(outDir, 'service-worker.js');
  const code = readFileSync(path, 'utf8');
  const mark = /(["'`])__FILES__\1/;
  if (!mark.test(code)) throw new Error('The service worker has no place for its list.');
  writeFileSync(path, code.replace(mark, () => JSON.stringify(JSON.stringify(Object.fromEntries(files)))));
}
