import type {Client} from '@portico/client';
import type {Api, AssetEventRecord, AssetReport, RouteInput} from '@portico/contract';
import type {Words} from '../collateral-desk.words.ts';
import {reportKinds, sumsOf, toCsv} from './report.model.ts';
import {nameOf} from './rows.view.ts';

/** Events in one file at most. */
export const mostExported = 10_000;
const pageSize = 100;

/** A report as the rows of a table; of days the day itself, which sorts. */
export function toTable(report: AssetReport, text: Words): (string | number)[][] {
  const {by, rows} = report;
  const sums = sumsOf(rows);
  const kinds = reportKinds.filter(kind => sums.has(kind));
  const head = [text.term(`report_by_${by}`), ...kinds.map(kind => text.term(`report_kind_${kind}`)), text.term('report_total')];
  return [head, ...rows.map(row => [by === 'day' ? (row.key ?? '') : nameOf(by, row, text), ...kinds.map(kind => row.counts[kind] ?? 0), row.total])];
}

/** Every event under a filter, latest first, up to the most. @throws ApiError */
export async function exportEvents({assetEvents}: Client, filter: RouteInput<Api['assetEvents']['list']>, text: Words): Promise<{readonly csv: string; readonly isCut: boolean}> {
  const events: AssetEventRecord[] = [];
  let cursor: string | undefined;
  do {
    const {items, page} = await assetEvents.list({...filter, limit: pageSize, ...(cursor && {cursor})});
    events.push(...items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && events.length < mostExported);
  const term = (by: 'day' | 'person' | 'partner_org' | 'asset' | 'version' | 'campaign') => text.term(`report_by_${by}`);
  const head = [term('day'), text.term('report_what'), term('person'), term('partner_org'), term('asset'), term('version'), text.term('facet_language'), term('campaign'), text.term('report_times')];
  const rows = events.map(({at, kind, person, partnerOrg, asset, number, language, campaign, count}) => [at, text.term(`report_kind_${kind}`), person?.name ?? '', partnerOrg?.name ?? '', asset.title, number ?? '', language ?? '', campaign ?? '', count]);
  return {csv: toCsv([head, ...rows]), isCut: cursor !== undefined};
}

/** Hands a text to the browser as a file to keep. */
export function keepCsv(name: string, csv: string) {
  const url = URL.createObjectURL(new Blob([csv], {type: 'text/csv;charset=utf-8'}));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it when the task is over.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
