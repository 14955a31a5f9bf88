import {existsSync} from 'node:fs';
import {join, posix} from 'node:path';
import {root} from '../../scripts/bootstrap/root.mjs';
import type {Page} from './page.ts';

/** Turns addresses as they stand in files into those of the site. */
export interface Links {
  /**
   * @param href - As written.
   * @returns Relative to the page, so that the site works at any path; `undefined` when it is a file of the repository that is no page.
   */
  resolve(href: string, from: {readonly source: string; readonly url: string}): string | undefined;
}

/** Knows every page by its file. */
export function createLinks(pages: readonly Page[]): Links {
  const urls = new Map(pages.map(({source, url}) => [source, url]));
  for (const {url} of pages) urls.set(url.replace(/\/$/, ''), url);
  urls.set('docs/reference/api.md', 'reference/api/').set('README.md', '');
  const folder = (path: string) => pages.find(({source}) => source.startsWith(`${path.replace(/\/$/, '')}/`))?.url;
  return {
    resolve(href, {source, url}) {
      if (/^(https?:|mailto:|#)/.test(href)) return href;
      const [path = '', anchor] = href.split('#');
      const target = path.startsWith('/') ? path.slice(1).replace(/\/$/, '') : posix.join(posix.dirname(source), path);
      const hash = anchor === undefined ? '' : `#${anchor}`;
      if (target.startsWith('docs/images/')) return toRoot(url) + target.slice('docs/'.length);
      if (target === 'reference/openapi.json') return toRoot(url) + target;
      if (['studio', ''].includes(target)) return `${toRoot(url)}${target === '' ? '' : `${target}/`}`;
      const found = urls.get(target) ?? (target.startsWith('docs/') ? folder(target) : undefined);
      if (found !== undefined) return `${toRoot(url)}${found}${hash}`;
      // Where nothing is at all the link stays as it was written, and the test that follows every link names it.
      return !path.startsWith('/') && existsSync(join(root, target)) ? undefined : href;
    },
  };
}

/** The way from a page to the top of the site: `../../`, or `./` at the top. */
export function toRoot(url: string): string {
  return '../'.repeat(url.split('/').length - 1) || './';
}
