import {contents} from './contents.ts';
import type {Page} from './page.ts';

/** A page in a list. */
export interface Entry {
  readonly title: string;
  readonly url: string;
}

/** A group of the navigation with what stands in it. */
export interface NavigationGroup {
  readonly name: string;
  readonly pages: readonly (Entry & {readonly children: readonly Entry[]})[];
}

/** What is beside every page. Groups without a page are left out. */
export function navigationOf(pages: readonly Page[]): NavigationGroup[] {
  return contents
    .map(({name}) => ({
      name,
      pages: pages.filter(({group, parent}) => group === name && parent === undefined).map(({title, url}) => ({title, url, children: pages.filter(({parent}) => parent === url).map(toEntry)})),
    }))
    .filter(group => group.pages.length > 0);
}

/** The pages before and behind one. */
export function neighboursOf(pages: readonly Page[], url: string): {readonly previous?: Entry; readonly next?: Entry} {
  const index = pages.findIndex(page => page.url === url);
  const [previous, next] = [pages[index - 1], pages[index + 1]];
  return {...(previous && {previous: toEntry(previous)}), ...(next && {next: toEntry(next)})};
}

const toEntry = ({title, url}: Page): Entry => ({title, url});
