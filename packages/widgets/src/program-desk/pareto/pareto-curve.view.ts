import type {ParetoReport} from '@portico/contract';
import {html, svg} from 'lit';
import type {AllParetoStrings} from '../../strings/program-desk-pareto.strings.ts';
import type {Localize} from '../../strings/localize.ts';
import {drawCurve} from './pareto.model.ts';

/** The words of the report in the reader's language. */
export type Text = Localize<AllParetoStrings>;

const quarters = [25, 50, 75] as const;

/** A share of the wire, in hundredths of a percent, as people read it. */
export function shareWords(text: Text, share: number): string {
  return text.number(share / 10_000, {style: 'percent', maximumFractionDigits: 1});
}

/** In one sentence who brings the core's share. */
export function coreWords(text: Text, {core, partners}: Pick<ParetoReport, 'core' | 'partners'>): string {
  return text.term('core', text.number(core.partners), partners, shareWords(text, core.shareOfPartners), shareWords(text, core.sharePercent * 100), core.partners);
}

/** What share of the partners brings what share of the turnover. The figures are in the table; the drawing says what it shows in a sentence. */
export function paretoCurve(text: Text, report: ParetoReport) {
  const {line, core, mark} = drawCurve(report);
  const share = 100 - report.core.sharePercent;
  const percent = (value: number) => shareWords(text, value * 100);
  return html`<figure class="curve" part="curve">
    <figcaption class="small muted">${text.term('axisTurnover')}</figcaption>
    <div class="plot">
      <span class="ticks figures small muted" aria-hidden="true">${[100, 75, 50, 25, 0].map(value => html`<span>${percent(value)}</span>`)}</span>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-labelledby="curve-name curve-words">
        <title id="curve-name">${text.term('curve')}</title>
        <desc id="curve-words">${coreWords(text, report)}</desc>
        ${quarters.map(at => svg`<path class="grid" d=${`M0 ${at}H100`}></path>`)}
        <path class="area" d=${core}></path>
        <path class="mark" d=${`M0 ${share}H100`}></path>
        <path class="drop" d=${`M${mark.x} ${mark.y}V100`}></path>
        <path class="line" d=${line}></path>
        <path class="dot" d=${`M${mark.x} ${mark.y}h0.001`}></path>
      </svg>
      <span class="across figures small muted" aria-hidden="true"><span>${percent(0)}</span><span>${text.term('axisPartners')}</span><span>${percent(100)}</span></span>
    </div>
    <p class="legend small muted"><span class="dash" aria-hidden="true"></span>${text.term('markWords', percent(report.core.sharePercent))}</p>
  </figure>`;
}
