import {defineElement, UiBadge, UiCheckbox, UiField, UiTabs, type Tone} from '@portico/widgets';
import {html, nothing, svg, type TemplateResult} from 'lit';

const badges: readonly (readonly [Tone, string])[] = [['accent', 'New'], ['info', 'In review'], ['success', 'Approved'], ['warning', 'Ends in 3 days'], ['danger', 'Rejected'], ['neutral', 'Draft']];

/** Heights of bars in a chart, in percent. */
const bars = [38, 52, 47, 64, 58, 81, 73, 92];

/** Every part of which widgets are made, side by side, so that a change is seen at once. */
export function partsBoard(): TemplateResult {
  for (const [tag, part] of [['portico-ui-badge', UiBadge], ['portico-ui-checkbox', UiCheckbox], ['portico-ui-field', UiField], ['portico-ui-tabs', UiTabs]] as const) defineElement(tag, part);
  return html`<div class="board">
    <article class="card wide lead">
      <div>
        <p class="eyebrow">This quarter</p>
        <h3>€482,300 <small>registered</small></h3>
        <p class="muted">12 deals are protected, 3 wait for an answer. <a href="#deals" @click=${stay}>Look at the deals</a></p>
      </div>
      <svg class="chart" viewBox="0 0 264 96" role="img" aria-label="A chart that rises over eight months">
        ${bars.map((height, at) => bar(at, height))}
      </svg>
    </article>
    <div class="stack">
    <article class="card">
      <h4>Warehouse robots, two sites</h4>
      <p class="muted">Kaleva Logistics Oy · Finland</p>
      <p class="badges"><portico-ui-badge tone="accent">New</portico-ui-badge> <portico-ui-badge tone="warning">Respond by Fri 14:00</portico-ui-badge></p>
      <p class="acts"><button class="button" data-variant="primary" type="button">Accept lead</button><button class="button" type="button">Decline…</button></p>
    </article>
    <article class="card">
      <h4>Gold <small class="muted">next: Platinum</small></h4>
      <p class="label"><span>Revenue</span><b>€182,000 of €250,000</b></p>
      <progress value="182" max="250" aria-label="Revenue"></progress>
      <p class="label"><span>Certified people</span><b class="met">4 of 4</b></p>
      <div data-met><progress value="4" max="4" aria-label="Certified people"></progress></div>
      <p class="own"><b>6</b> You <span>17,310 points</span></p>
    </article>
    </div>
    <article class="card">
      <portico-ui-tabs label="Views" .tabs=${[{id: 'new', label: 'New', count: '7'}, {id: 'working', label: 'Working', count: '12'}, {id: 'closed', label: 'Closed'}]} selected="new">
        <div class="form">
          <portico-ui-field label="Website" value="acme.example" help="We look whether the customer is free."></portico-ui-field>
          <portico-ui-field label="Expected value" value="40,000" error="Say in which currency."></portico-ui-field>
          <portico-ui-checkbox label="The customer knows that we register" checked></portico-ui-checkbox>
        </div>
      </portico-ui-tabs>
    </article>
    <article class="card">
      <h4>States</h4>
      <p class="badges">${badges.map(([tone, word]) => html`<portico-ui-badge tone=${tone === 'neutral' ? nothing : tone}>${word}</portico-ui-badge>`)}</p>
      <p class="note info">A colleague has changed this deal.</p>
      <p class="note warning">Protection ends in 3 days.</p>
      <p class="note danger">The file could not be read.</p>
      <p class="acts"><button class="button" data-variant="danger" type="button">Withdraw</button><button class="button" data-variant="quiet" type="button">Keep it</button><button class="button" type="button" disabled>Send</button></p>
    </article>
  </div>`;
}

const stay = (event: Event) => event.preventDefault();

/** One month: this year's bar beside that of the year before. */
const bar = (at: number, height: number) =>
  svg`<rect class="before" x=${at * 33 + 2} y=${96 - height * 0.8} width="12" height=${height * 0.8} rx="2"></rect><rect class="now" x=${at * 33 + 16} y=${96 - height} width="12" height=${height} rx="2"></rect>`;
