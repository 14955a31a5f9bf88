import {html, nothing, svg} from 'lit';
import type {Words} from '../collateral-desk.words.ts';
import {toDayText, type Bar} from './report.model.ts';

export interface ChartView {
  readonly text: Words;
  readonly bars: readonly Bar[];
  readonly isByWeek: boolean;
  /** With the figures to unfold as a table; without, they are there for screen readers alone. */
  readonly isFull: boolean;
}

/** A bar for each day, or week, and the same figures as a table. */
export function renderChart({text, bars, isByWeek, isFull}: ChartView) {
  const most = bars.reduce((highest, bar) => (bar.count > highest.count ? bar : highest), {day: '', count: 0});
  const dayOf = (day: string) => toDayText(day, text);
  const name = (day: string) => (isByWeek ? text.term('report_weekOf', dayOf(day)) : dayOf(day));
  const heading = text.term(isByWeek ? 'report_perWeek' : 'report_perDay');
  const first = bars[0]?.day ?? '';
  const last = bars.at(-1)?.day ?? '';
  const table = html`<table>
    <caption class="visually-hidden">${heading}</caption>
    <thead><tr><th scope="col">${text.term('report_by_day')}</th><th scope="col" class="number">${text.term('report_total')}</th></tr></thead>
    <tbody>
      ${bars.map(({day, count}) => (count > 0 ? html`<tr><th scope="row">${name(day)}</th><td class="number">${text.number(count)}</td></tr>` : nothing))}
    </tbody>
  </table>`;
  return html`<figure class="chart">
    <figcaption class="muted small"><span>${heading}</span>${most.count > 0 ? html`<span>${text.term('report_most', text.number(most.count), dayOf(most.day))}</span>` : nothing}</figcaption>
    <svg viewBox="0 0 ${bars.length} 100" preserveAspectRatio="none" aria-hidden="true">
      ${bars.map(({day, count}, at) => {
        const height = most.count > 0 ? Math.max(count > 0 ? 2 : 0, (100 * count) / most.count) : 0;
        return svg`<rect x=${at + 0.1} y=${100 - height} width="0.8" height=${height}><title>${`${name(day)}${text.colon}${text.number(count)}`}</title></rect>`;
      })}
    </svg>
    <p class="axis muted small" aria-hidden="true"><span>${first && dayOf(first)}</span><span>${last && dayOf(last)}</span></p>
    ${isFull ? html`<details><summary>${text.term('report_asTable')}</summary><div class="scroll">${table}</div></details>` : html`<div class="visually-hidden">${table}</div>`}
  </figure>`;
}
