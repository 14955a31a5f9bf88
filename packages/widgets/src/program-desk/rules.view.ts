import type {PointsRule} from '@portico/contract';
import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {capWords, formulaWords} from '../base/rule-text.ts';
import {eventWords} from '../base/standing-text.ts';
import type {DeskView} from './program-desk.view.ts';

/** Rules that give points, each with what is in force and what is being changed. */
export function rulesTab(view: DeskView) {
  const {desk, text} = view;
  const add = desk.may('points_rule:write') ? html`<button slot="actions" class="button" type="button" data-act="add-rule" @click=${() => view.change({kind: 'rule', rule: null})}>${text.term('addRule')}</button>` : nothing;
  if (desk.rules.length === 0) return html`<portico-ui-empty-state heading=${text.term('noRules')} text=${text.term('noRulesText')}>${add}</portico-ui-empty-state>`;
  return html`${add === nothing ? nothing : html`<div class="tools">${add}</div>`}<ul>
    ${repeat(
      desk.rules,
      ({id}) => id,
      rule => ruleRow(view, rule),
    )}
  </ul>`;
}

function ruleRow(view: DeskView, rule: PointsRule) {
  const {desk, text, busy} = view;
  const {name, published, draft} = rule;
  const terms = published?.terms ?? draft;
  return html`<li class="row" part="row" data-id=${rule.id}>
    <div class="what">
      <p><strong dir="auto" translate="no">${name}</strong> ${published ? html`<span class="small muted">${text.term('inForce', text.number(published.number))}</span>` : html`<span class="small muted">${text.term('notInForce')}</span>`}</p>
      ${terms ? html`<p class="small muted">${eventWords(text, terms.event)}${text.colon}${text.list([formulaWords(text, terms), capWords(text, terms)], {style: 'narrow'})}</p>` : nothing}
      ${draft && published ? html`<p class="small">${text.term('draft')}${text.colon}${text.list([formulaWords(text, draft), capWords(text, draft)], {style: 'narrow'})}</p>` : nothing}
    </div>
    ${desk.may('points_rule:write')
      ? html`<div class="acts">
          ${draft ? html`<button class="button" type="button" data-act="preview" aria-label=${text.term('previewOf', name)} ?disabled=${busy} @click=${() => view.ask({kind: 'publish', rule})}>${text.term('preview')}</button>` : nothing}
          <button class="button" type="button" data-variant="quiet" data-act="change-rule" aria-label=${text.term('changeOf', name)} ?disabled=${busy} @click=${() => view.change({kind: 'rule', rule})}>${text.term('change')}</button>
        </div>`
      : nothing}
  </li>`;
}
