/** Where a piece belongs that changed while the list is shown, and what reads the folders. Loaded after the list, before its first change is shown. */
import type {Asset} from '@portico/contract';
import {runsOutSoon, statuses, type CollateralDeskSort, type DeskFilter} from './collateral-desk.model.ts';

export {readFolders} from './folders/read-folders.ts';

/** Whether it is on the list. */
export function isOnList(asset: Asset, filter: DeskFilter, now: number): boolean {
  const {tab, type, product, language, folderIds, q, expiring, stale} = filter;
  if (tab !== 'all' && !statuses[tab].includes(asset.status)) return false;
  if ((type !== null && asset.type !== type) || (folderIds !== null && !folderIds.includes(asset.folderId ?? ''))) return false;
  if ((product !== null && !asset.products.includes(product)) || (language !== null && !asset.languages.includes(language))) return false;
  if ((expiring && !runsOutSoon(asset, now)) || (stale && !asset.holders?.stale)) return false;
  return hasWords(asset, q);
}

/** The order of the list, as the server's. What was searched for comes by relevance, which only the server knows: rows stay where they are. */
export function compareAssets(a: Asset, b: Asset, sort: CollateralDeskSort, isSearch: boolean): number {
  if (sort === 'title') return ascending(a.title.toLowerCase(), b.title.toLowerCase()) || ascending(a.id, b.id);
  if (sort === 'expiring') return ascending(a.expiresAt ?? '~', b.expiresAt ?? '~') || ascending(a.id, b.id);
  if (isSearch) return 0;
  return ascending(b.newsAt ?? b.createdAt, a.newsAt ?? a.createdAt) || ascending(b.id, a.id);
}

function ascending(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const notInWords = /[^\p{L}\p{N}]+/u;
const han = /\p{Script=Han}/u;

/** As the server searches: each word that was typed begins a word, Chinese is found anywhere. */
function hasWords({title, summary, tags, products, industries, personas, transcript, altText, current}: Asset, q: string): boolean {
  if (!q) return true;
  const text = fold([title, summary, ...tags, ...products, ...industries, ...personas, transcript, altText, ...current.map(({fileName}) => fileName)].filter(Boolean).join(' '));
  const words = text.split(notInWords);
  return fold(q).split(notInWords).every(typed => words.some(word => word.startsWith(typed)) || (han.test(typed) && text.includes(typed)));
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();
}
