import type {ContrastRow} from '@portico/widgets';
import {html, svg, type TemplateResult} from 'lit';
import type {Snippet} from './snippets.ts';
import type {Studio} from './studio.model.ts';

/** What stands on what, in words; the weakest of each line is shown. */
const lines: readonly {readonly words: string; readonly least: number; readonly fits: (row: ContrastRow) => boolean}[] = [
  {words: 'Text', least: 4.5, fits: ({token, isTint}) => token === 'color-text' && !isTint},
  {words: 'Quiet text', least: 4.5, fits: ({token, isTint}) => token === 'color-text-muted' && !isTint},
  {words: 'Links and accents', least: 4.5, fits: ({token}) => token === 'color-accent-text'},
  {words: 'Text on buttons', least: 4.5, fits: ({token}) => token === 'color-on-accent'},
  {words: 'Text of the second colour', least: 4.5, fits: ({token}) => token === 'color-second-text' || token === 'color-on-second'},
  {words: 'States, in words', least: 4.5, fits: ({token}) => /^color-(success|warning|danger|info)$/.test(token)},
  {words: 'Text on tints', least: 4.5, fits: ({token, isTint}) => isTint && token.startsWith('color-text')},
  {words: 'Buttons and the focus ring', least: 3, fits: ({token}) => /^color-(accent|accent-hover|focus)$/.test(token)},
  {words: 'Edges of fields', least: 3, fits: ({token}) => token === 'color-border-strong'},
  {words: 'Progress and charts', least: 3, fits: ({token}) => /^color-(second|chart-\d)$/.test(token)},
];

const figure = new Intl.NumberFormat('en', {minimumFractionDigits: 1, maximumFractionDigits: 1});
/** Cut, not rounded: 4.46 is not 4.5. */
const cut = (ratio: number) => figure.format(Math.floor(ratio * 10) / 10);

const mark = (holds: boolean) =>
  svg`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${holds ? svg`<path d="m3 8.5 3.2 3.2L13 5" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>` : svg`<path d="M8 3v6.5M8 12.6v.2" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>`}</svg>`;

/** Whether it can be read, and the ways to take it along. */
export function results(studio: Studio, rows: readonly ContrastRow[], snippets: readonly Snippet[]): TemplateResult {
  const weak = rows.filter(({ratio, least}) => ratio < least);
  return html`<div class="results">
    <section class="report" aria-labelledby="report-title">
      <h2 id="report-title">Can it be read?</h2>
      <p class="verdict" data-holds=${weak.length === 0 ? 'yes' : 'no'}>${mark(weak.length === 0)} ${weak.length === 0 ? `All ${rows.length} pairs hold, in light and in dark.` : `${weak.length} of ${rows.length} pairs do not hold.`}</p>
      <table>
        <thead><tr><th scope="col">Weakest pair of</th><th scope="col">Light</th><th scope="col">Dark</th><th scope="col">At least</th></tr></thead>
        <tbody>
          ${lines.map(({words, least, fits}) => {
            const ratio = (mode: ContrastRow['mode']) => Math.min(...rows.filter(row => row.mode === mode && fits(row)).map(row => row.ratio));
            const cell = (value: number) => (Number.isFinite(value) ? html`<td data-holds=${value >= least ? 'yes' : 'no'}>${cut(value)}</td>` : html`<td>–</td>`);
            return html`<tr><th scope="row">${words}</th>${cell(ratio('light'))}${cell(ratio('dark'))}<td class="least">${figure.format(least)}</td></tr>`;
          })}
        </tbody>
      </table>
      <p class="hint">Contrast as WCAG 2.2 counts it. A colour that cannot be read is moved in lightness until it can; its hue stays.</p>
    </section>
    ${code(studio, snippets)}
  </div>`;
}

function code(studio: Studio, snippets: readonly Snippet[]): TemplateResult {
  const chosen = snippets.find(({id}) => id === studio.snippet) ?? snippets[0]!;
  const save = () => {
    const url = URL.createObjectURL(new Blob([chosen.code], {type: 'text/plain'}));
    Object.assign(document.createElement('a'), {href: url, download: chosen.fileName}).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  };
  return html`<section class="code" id="code" tabindex="-1" aria-labelledby="code-title">
    <h2 id="code-title">Take it along</h2>
    <div class="ways" role="group" aria-label="Ways">
      ${snippets.map(({id, label}) => html`<button type="button" aria-pressed=${id === chosen.id ? 'true' : 'false'} @click=${() => ((studio.snippet = id), (studio.copied = false))}>${label}</button>`)}
    </div>
    <p class="hint">${chosen.use}</p>
    <pre tabindex="0" aria-label=${`Code: ${chosen.label}`}><code>${chosen.code}</code></pre>
    <p class="acts">
      <button class="button" data-variant="primary" type="button" @click=${() => void studio.copy(chosen.code)}>${studio.copied ? 'Copied' : 'Copy'}</button>
      <button class="button" type="button" @click=${save}>Save as ${chosen.fileName}</button>
      <span class="visually-hidden" role="status">${studio.copied ? 'The code is copied.' : ''}</span>
    </p>
  </section>`;
}
