import type {Api, AssetEventKind, AssetReport, AssetReportBy, RouteInput} from '@portico/contract';
import {boundsOf, dayOf} from '../../base/days.ts';
import type {Localize} from '../../strings/localize.ts';

export const reportKinds = ['view', 'download', 'share', 'link_open', 'cobrand', 'print_order', 'embed_view', 'embed_click', 'enquiry'] as const satisfies readonly AssetEventKind[];
export const reportBys = ['asset', 'version', 'partner_org', 'person', 'campaign', 'day'] as const satisfies readonly AssetReportBy[];

/** Days that the report looks back, or from one day to another. */
export const reportPeriods = ['7', '30', '90', '365', 'own'] as const;
export type ReportPeriod = (typeof reportPeriods)[number];

/** What a report can be narrowed to by choosing one of its rows. */
export type ReportPart = 'assetId' | 'assetVersionId' | 'partnerOrgId' | 'personId' | 'campaign';

/** Something that the report is narrowed to, with the name that it is shown by. */
export interface ReportOnly {
  readonly part: ReportPart;
  readonly value: string;
  readonly name: string;
}

type Row = AssetReport['rows'][number];

/** The server tells of this many days at most. */
const mostDays = 400;
const dayMs = 86_400_000;

/** From the beginning of one day to the end of another, in the reader's time. */
export interface ReportSpan {
  /** YYYY-MM-DD. */
  readonly from: string;
  readonly until: string;
  readonly since: string;
  /** Exclusive. */
  readonly before: string;
}

/** The span of a period; of days of one's own as long as the server counts at once, up to the last day. */
export function spanOf(period: ReportPeriod, own: {readonly from: string; readonly until: string}, now: number, timeZone: string): ReportSpan {
  const today = dayOf(now, timeZone);
  const until = period === 'own' && own.until ? own.until : today;
  const days = period === 'own' ? (own.from && own.from <= until ? Math.min(mostDays, daysBetween(own.from, until) + 1) : 30) : Number(period);
  const from = addDays(until, 1 - days);
  return {from, until, since: boundsOf(from, timeZone)?.from ?? '', before: boundsOf(until, timeZone)?.until ?? ''};
}

/** Where a row leads: what the report is narrowed to by it; nothing for rows of what has no name, and for days. */
export function onlyOf(by: AssetReportBy, {key, name, version}: Row, named: string): ReportOnly | undefined {
  const parts: Partial<Record<AssetReportBy, ReportPart>> = {asset: 'assetId', version: 'assetVersionId', partner_org: 'partnerOrgId', person: 'personId', campaign: 'campaign'};
  const part = parts[by];
  return part === undefined || key === null || (name === null && version === null && by !== 'campaign') ? undefined : {part, value: key, name: named};
}

/** What to count by next, once the report is narrowed: nothing that has one value now. */
export function nextBy({part}: ReportOnly): AssetReportBy {
  return part === 'assetId' || part === 'assetVersionId' ? 'partner_org' : part === 'partnerOrgId' ? 'person' : 'asset';
}

/** The filter as the API takes it. */
export function toFilter(span: ReportSpan, only: readonly ReportOnly[], kind: AssetEventKind | undefined): RouteInput<Api['assetEvents']['list']> {
  return {since: span.since, until: span.before, ...Object.fromEntries(only.map(({part, value}) => [part, value])), ...(kind && {kind: [kind]})};
}

/** How often what was done in all. */
export function sumsOf(rows: readonly Row[]): ReadonlyMap<AssetEventKind, number> {
  const sums = new Map<AssetEventKind, number>();
  for (const {counts} of rows) for (const kind of reportKinds) if (counts[kind]) sums.set(kind, (sums.get(kind) ?? 0) + (counts[kind] ?? 0));
  return sums;
}

/** A bar of the chart. */
export interface Bar {
  /** YYYY-MM-DD; of a week its first day. */
  readonly day: string;
  readonly count: number;
}

/** A bar for each day of the span, of each week where there are more than a hundred days. */
export function barsOf(rows: readonly Row[], {from, until}: ReportSpan, kind: AssetEventKind | undefined): {readonly bars: readonly Bar[]; readonly isByWeek: boolean} {
  const counts = new Map(rows.map(({key, counts: each, total}) => [key, kind ? (each[kind] ?? 0) : total]));
  const days = daysBetween(from, until) + 1;
  const step = days > 100 ? 7 : 1;
  const bars: Bar[] = [];
  for (let at = 0; at < days; at += step) {
    const own = Array<undefined>(Math.min(step, days - at)).fill(undefined).map((_, day) => addDays(from, at + day));
    bars.push({day: own[0] ?? from, count: own.reduce((sum, day) => sum + (counts.get(day) ?? 0), 0)});
  }
  return {bars, isByWeek: step > 1};
}

/** A table as CSV. What a spreadsheet would take for a formula is only text. */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) => {
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  // The mark lets spreadsheets see that it is UTF-8.
  return `\uFEFF${rows.map(row => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A day as people write it. */
export function toDayText(day: string, text: Pick<Localize<unknown>, 'date'>): string {
  return text.date(`${day}T12:00:00Z`, {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'});
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / dayMs);
}
