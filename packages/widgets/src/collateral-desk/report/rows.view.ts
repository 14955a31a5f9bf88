import type {AssetEventKind, AssetReport, AssetReportBy} from '@portico/contract';
import {html, nothing} from 'lit';
import {toLanguageName, type Words} from '../collateral-desk.words.ts';
import {onlyOf, reportKinds, sumsOf, toDayText, type ReportOnly} from './report.model.ts';

type Row = AssetReport['rows'][number];

export interface RowsView {
  readonly text: Words;
  readonly report: AssetReport;
  readonly kind: AssetEventKind | undefined;
  /** Narrows the report to what a row is of. */
  readonly narrow: (only: ReportOnly) => void;
}

/** What a row is of, for people. */
export function nameOf(by: AssetReportBy, {key, name, version}: Row, text: Words): string {
  if (by === 'day' && key !== null) return toDayText(key, text);
  if (version) return `${name ?? ''} · ${text.term('versionNumber', text.number(version.number))} · ${toLanguageName(version.language, text.lang())}`;
  const none = {asset: '', version: 'report_noVersion', partner_org: 'report_ourselves', person: 'report_nobody', campaign: 'report_noCampaign', day: ''} as const;
  const word = none[by];
  return key === null && word ? text.term(word) : (name ?? key ?? '');
}

/** How often what was done, for each row that the report counts by. */
export function renderRows({text, report, kind, narrow}: RowsView) {
  const {by, rows, isCut} = report;
  const sums = sumsOf(rows);
  const kinds = reportKinds.filter(each => sums.has(each) && (!kind || each === kind));
  const heading = text.term(`report_by_${by}`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${`${text.term('report_by')}${text.colon}${heading}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">${heading}</th>
            ${kinds.map(each => html`<th scope="col" class="number">${text.term(`report_kind_${each}`)}</th>`)}
            ${kinds.length > 1 ? html`<th scope="col" class="number">${text.term('report_total')}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${rows.map(row => {
            const name = nameOf(by, row, text);
            const only = onlyOf(by, row, name);
            const shown = html`<bdi translate=${by === 'day' || (row.key === null && !row.name) ? nothing : 'no'}>${name}</bdi>`;
            return html`<tr>
              <th scope="row">${only ? html`<button class="link" type="button" aria-label=${text.term('report_only', name)} @click=${() => narrow(only)}>${shown}</button>` : shown}</th>
              ${kinds.map(each => html`<td class="number">${row.counts[each] ? text.number(row.counts[each]) : html`<span class="muted">–</span>`}</td>`)}
              ${kinds.length > 1 ? html`<td class="number">${text.number(row.total)}</td>` : nothing}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    ${isCut ? html`<p class="muted small">${text.term('report_cut')}</p>` : nothing}`;
}
