import type {CobrandTemplate} from '@portico/contract';
import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {dangerIcon, lockIcon, warningIcon} from '../../ui/icon/icons.ts';
import {explainProblem} from '../collateral-desk.words.ts';
import {renderFindings} from '../copies/cobrand-findings.view.ts';
import {renderTemplateRules} from './template-rules.view.ts';
import type {Editing} from './editing.ts';
import {renderZoneFields} from './zone-fields.view.ts';

/** What is said of the template: notes, the list of zones, the fields of the one in hand, and what goes for all copies. */
export function renderSide(editor: Editing, template: CobrandTemplate) {
  const {text, draft, zones, selected, form} = editor;
  const {fields} = draft;
  const zone = selected === undefined ? undefined : zones[selected];
  const isFixed = !draft.canEdit;
  const held = () => editor.requestUpdate();
  if (!fields) return nothing;
  return html`<div class="side">
    ${isFixed ? html`<p class="note">${text.term('zonesFixed')}</p>` : nothing} ${draft.state === 'conflict' ? renderConflict(editor) : nothing} ${renderFound(editor)}
    <section aria-labelledby="list">
      <h3 id="list">${text.term('zonesList')}</h3>
      ${zones.length === 0 ? html`<p class="muted">${text.term(template.format === 'html' ? 'zonesNoneWeb' : 'zonesNone')}</p>` : renderList(editor, template)}
      ${isFixed || template.format === 'html' ? nothing : html`<p class="muted small" id="keys">${text.term('zonesKeys')}</p>`}
    </section>
    ${
      zone && selected !== undefined
        ? html`<section aria-label=${zone.label}>
            ${renderZoneFields({text, template, zone, path: `zones/${selected}`, form, isFixed, takenNames: zones.filter((_, index) => index !== selected).map(({id}) => id), set: (change, of) => editor.setZone(selected, change, of), held})}
            ${
              isFixed
                ? nothing
                : html`<p class="bar">
                    <button class="button" type="button" data-act="duplicate" @click=${() => editor.duplicateZone(selected)}>${text.term('zoneDuplicate')}</button>
                    <button class="button" type="button" data-variant="danger" data-act="remove" @click=${() => editor.removeZone(selected)}>${text.term('zoneRemove')}</button>
                  </p>`
            }
          </section>`
        : nothing
    }
    <details ?open=${zone === undefined}>
      <summary>${text.term('t_rules')}</summary>
      ${renderTemplateRules({text, template, fields, sheet: editor.sheet, form, isFixed, set: (change, of) => editor.set(change, of), held})}
    </details>
  </div>`;
}

/** All zones of all pages; pressing one takes it in hand. */
function renderList(editor: Editing, {pages}: CobrandTemplate) {
  const {text, zones, selected, form} = editor;
  return html`<ul class="list">
    ${repeat(
      zones,
      (_, index) => index,
      (zone, index) => html`<li>
        <button class="entry" type="button" data-index=${index} aria-pressed=${index === selected} @click=${() => editor.select(index)}>
          <span class="what" dir="auto" translate="no">${zone.label}</span>
          ${form.errorsBelow(`zones/${index}`) > 0 ? dangerIcon() : nothing} ${zone.locked ? html`<span class="muted" title=${text.term('z_locked')}>${lockIcon()}</span>` : nothing}
          <span class="muted small">${text.term(`zoneType_${zone.type}`)}${pages > 1 ? html` · ${text.term('pageNumber', text.number(zone.page))}` : nothing}</span>
        </button>
      </li>`,
    )}
  </ul>`;
}

function renderConflict({text, draft}: Editing) {
  return html`<div class="note" data-tone="warning" role="alert">
    <span>${text.term('zonesConflict')}</span>
    <button class="button" type="button" data-act="mine" @click=${() => void draft.keepMine()}>${text.term('zonesMine')}</button>
    <button class="button" type="button" data-variant="quiet" data-act="theirs" @click=${() => void draft.takeTheirs()}>${text.term('zonesTheirs')}</button>
  </div>`;
}

/** What drawing it with that brand has shown. What a partner has yet to fill in is no fault of the template. */
function renderFound({isDrawn, preview, zones, text}: Editing) {
  const findings = preview.findings.filter(({code}) => code !== 'required_missing');
  if (!isDrawn) return nothing;
  if (preview.error !== undefined) return html`<p class="note" data-tone="warning" role="alert">${warningIcon()}<span>${explainProblem(preview.error, text)}</span><button class="button" type="button" @click=${() => preview.again()}>${text.term('retry')}</button></p>`;
  return findings.length > 0 ? renderFindings(findings, zones, text) : nothing;
}

/** How far it is saved, and what can be done with it. */
export function renderActions(editor: Editing, template: CobrandTemplate) {
  const {text, draft, busy, problem, asksToRetire} = editor;
  const {state, error} = draft;
  const isWrong = problem !== '' || state === 'failed' || editor.form.isWrong;
  const how =
    problem ? problem
    : state === 'refused' || editor.form.isWrong ? text.term('zonesRefused')
    : state === 'failed' ? text.term('zonesFailed', explainProblem(error, text))
    : state === 'waiting' || state === 'saving' ? text.term('zonesSaving')
    : draft.canEdit && state === 'saved' ? text.term('zonesSaved')
    : '';
  const note = asksToRetire ? text.term('zonesRetireText') : how;
  return html`<span slot="actions" class="state" role="status" data-tone=${isWrong && !asksToRetire ? 'danger' : nothing}>${note}</span>
    ${state === 'failed' ? html`<button class="button" slot="actions" type="button" @click=${() => void draft.flush()}>${text.term('retry')}</button>` : nothing}
    <button class="button" slot="actions" type="button" @click=${() => (asksToRetire ? (editor.asksToRetire = false) : editor.close())}>${text.term(asksToRetire ? 'cancelDialog' : 'zonesClose')}</button>
    ${template.actions.includes('retire') ? html`<portico-ui-button slot="actions" variant=${asksToRetire ? 'danger' : 'secondary'} ?busy=${busy && asksToRetire} @click=${() => (asksToRetire ? void editor.retire() : (editor.asksToRetire = true))}>${text.term('zonesRetire')}</portico-ui-button>` : nothing}
    ${draft.canEdit || asksToRetire ? nothing : html`<portico-ui-button slot="actions" variant="primary" ?busy=${busy} @click=${() => void editor.copy()}>${text.term('zonesCopy')}</portico-ui-button>`}
    ${template.actions.includes('publish') ? html`<portico-ui-button slot="actions" variant="primary" title=${text.term('zonesPublishText')} ?busy=${busy} @click=${() => void editor.publish()}>${text.term('zonesPublish')}</portico-ui-button>` : nothing}`;
}
