import {toJson} from '@portico/client';
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {type FieldSpec, isRequired, localText} from './deal-fields.model.ts';
import type {DealView} from './deal-registration.view.ts';
import {readList, textOf} from './deal-values.model.ts';
import {evidenceView} from './evidence.view.ts';
import {errorOf, labelOf} from './field.view.ts';
import {linesView, moneyView} from './lines.view.ts';

/** A field that is more than one control. */
export function specialField(view: DealView, path: string, spec: FieldSpec) {
  switch (spec.shape) {
    case 'lines':
      return linesView(view);
    case 'money':
      return moneyView(view, path, spec);
    case 'evidence':
      return evidenceView(view);
    case 'tender':
      return tenderView(view);
    case 'multi':
      return multiView(view, path, spec);
    default:
      return checkboxView(view, path, spec);
  }
}

const tenders = ['none', 'expected', 'published', 'submitted', 'awarded'] as const;

function tenderView(view: DealView) {
  const {deal, text, disabled, setup} = view;
  const status = textOf(deal.values, 'tender');
  const required = isRequired(setup.form, 'tender');
  return html`<portico-ui-field
      data-field="tender"
      kind="select"
      label=${labelOf(view, 'tender')}
      error=${errorOf(view, 'tender')}
      ?required=${required}
      ?optional=${!required}
      ?disabled=${disabled}
      .options=${tenders.map(value => ({value, label: text.term(`tender_${value}`)}))}
      .value=${live(status)}
      @input=${(event: Event) => view.set('tender', (event.target as HTMLInputElement).value)}
    ></portico-ui-field>
    ${status === '' || status === 'none'
      ? nothing
      : html`<portico-ui-field
          data-field="tender.dueOn"
          kind="date"
          label=${text.term('tenderDue')}
          optional
          ?disabled=${disabled}
          .value=${live(textOf(deal.values, 'tender.dueOn'))}
          @input=${(event: Event) => view.set('tender.dueOn', (event.target as HTMLInputElement).value)}
        ></portico-ui-field>`}`;
}

function multiView(view: DealView, path: string, {own}: FieldSpec) {
  const {deal, disabled, locale} = view;
  const chosen = new Set(readList<string>(textOf(deal.values, path)));
  const choose = (value: string, isChosen: boolean) => {
    if (isChosen) chosen.add(value);
    else chosen.delete(value);
    const list = (own?.options ?? []).flatMap(option => (chosen.has(option.value) ? [option.value] : []));
    view.set(path, list.length > 0 ? toJson(list) : '');
  };
  const error = errorOf(view, path);
  return html`<fieldset class="choices wide" aria-describedby=${error === nothing ? nothing : `error-${own?.key}`}>
    <legend>${labelOf(view, path)}</legend>
    ${own?.help ? html`<p class="muted small">${localText(own.help, locale)}</p>` : nothing}
    ${own?.options.map(
      ({value, label}, at) =>
        html`<portico-ui-checkbox
          data-field=${at === 0 ? path : nothing}
          label=${localText(label, locale)}
          ?disabled=${disabled}
          .checked=${live(chosen.has(value))}
          @change=${(event: Event) => choose(value, (event.target as HTMLInputElement).checked)}
        ></portico-ui-checkbox>`,
    )}
    ${error === nothing ? nothing : html`<p class="error" id=${`error-${own?.key}`}>${error}</p>`}
  </fieldset>`;
}

function checkboxView(view: DealView, path: string, {own}: FieldSpec) {
  const {deal, disabled, locale} = view;
  const error = errorOf(view, path);
  return html`<div class="choices wide">
    <portico-ui-checkbox
      data-field=${path}
      label=${labelOf(view, path)}
      ?disabled=${disabled}
      .checked=${live(deal.values[path] === true)}
      @change=${(event: Event) => view.set(path, (event.target as HTMLInputElement).checked)}
    ></portico-ui-checkbox>
    ${own?.help ? html`<p class="muted small">${localText(own.help, locale)}</p>` : nothing} ${error === nothing ? nothing : html`<p class="error">${error}</p>`}
  </div>`;
}
