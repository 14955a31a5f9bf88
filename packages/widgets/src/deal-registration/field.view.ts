import type {DealForm} from '@portico/contract';
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {FieldKind, FieldOption} from '../ui/field/field.model.ts';
import {countryOptions} from '../base/countries.ts';
import {type FieldSpec, type FormStep, isRequired, localText, specOf} from './deal-fields.model.ts';
import type {DealView, Text} from './deal-registration.view.ts';
import {textOf} from './deal-values.model.ts';

/** The fields of a step: what is asked, by groups, and what may be added behind a fold. */
export function stepFields(view: DealView, {fields, more}: FormStep) {
  const isOpen = more.some(path => view.issues.has(path) || textOf(view.deal.values, path) !== '');
  return html`${groupsOf(fields).map(
      ([group, paths]) =>
        html`<div class="fields" role=${group === 'contact' ? 'group' : nothing} aria-labelledby=${group === 'contact' ? 'contact' : nothing}>
          ${group === 'contact' ? html`<h4 class="group" id="contact">${view.text.term('field_contact')}</h4>` : nothing} ${paths.map(path => fieldView(view, path))}
        </div>`,
    )}
    ${more.length > 0 ? html`<details class="more" ?open=${isOpen}><summary>${view.text.term('more')}</summary><div class="fields">${more.map(path => fieldView(view, path))}</div></details>` : nothing}`;
}

/** One field by its path. */
export function fieldView(view: DealView, path: string): TemplateResult | typeof nothing {
  const spec = specOf(view.setup.form, path);
  switch (spec.shape) {
    case 'lines':
    case 'evidence':
    case 'money':
    case 'tender':
    case 'multi':
    case 'checkbox':
      return view.later?.field(view, path, spec) ?? nothing;
    default:
      return path === claimPath(view.setup.form) ? html`<div class="claimed wide">${control(view, path, spec)}${claimLine(view)}</div>` : control(view, path, spec);
  }
}

/** What a field is called. */
export function labelOf(view: Pick<DealView, 'text' | 'locale' | 'setup'>, path: string): string {
  const {own} = specOf(view.setup.form, path);
  return own ? localText(own.label, view.locale) : (view.text.term(`field_${path}` as 'field_name') ?? path);
}

/** What is wrong with a field, in words; nothing while its words are on their way. */
export function errorOf({issues, later, text}: DealView, path: string): string | typeof nothing {
  const issue = issues.get(path);
  return issue && later ? later.issueText(text, issue) : nothing;
}

/** Where the answer stands whether the customer is free: beside the website, or the name where the form asks for no website. */
function claimPath({standardFields}: Pick<DealForm, 'standardFields'>): string {
  return (standardFields['customer.website'] ?? 'hidden') === 'hidden' ? 'customer.name' : 'customer.website';
}

/** Always there, so that nothing moves and screen readers hear what changes. */
function claimLine(view: DealView) {
  const {later, text, deal} = view;
  return html`<p class="claim" part="claim" aria-live="polite">${deal.claim && deal.claim.state !== 'none' && later ? later.claim(view) : html`<span class="muted">${text.term('domainHelp')}</span>`}</p>`;
}

function control(view: DealView, path: string, spec: FieldSpec) {
  const {deal, text, locale, setup, disabled} = view;
  const required = isRequired(setup.form, path);
  const help = spec.own?.help ? localText(spec.own.help, locale) : path === 'competitors' && view.later ? text.term('listHelp') : nothing;
  const wide = spec.shape === 'textarea' || path === 'name' || spec.own !== undefined;
  return html`<portico-ui-field
    class=${wide ? 'wide' : nothing}
    part="field"
    data-field=${path}
    kind=${kindOf(spec)}
    name=${path}
    label=${labelOf(view, path)}
    help=${help}
    error=${errorOf(view, path)}
    max-length=${spec.max ?? nothing}
    keyboard=${spec.keyboard ?? nothing}
    autocomplete=${spec.autocomplete ? `section-customer ${spec.autocomplete}` : 'off'}
    ?required=${required}
    ?optional=${!required && deal.step !== 'asked'}
    ?disabled=${disabled}
    .options=${optionsOf(view, spec)}
    .value=${live(textOf(deal.values, path))}
    @input=${(event: Event) => view.set(path, (event.target as HTMLInputElement).value)}
  ></portico-ui-field>`;
}

function kindOf({shape}: FieldSpec): FieldKind {
  return shape === 'country' || shape === 'type' || shape === 'select' ? 'select' : (shape as FieldKind);
}

const none: readonly FieldOption[] = [];

function optionsOf({setup, text, locale}: DealView, {shape, own}: FieldSpec): readonly FieldOption[] {
  if (shape === 'country') return countryOptions(setup.program.countries, locale);
  if (shape === 'type') return setup.form.registrationTypes.map(value => ({value, label: typeName(text, value)}));
  return own?.options.map(({value, label}) => ({value, label: localText(label, locale)})) ?? none;
}

function typeName(text: Text, type: DealForm['registrationTypes'][number]): string {
  return text.term(`type_${type}`) ?? type;
}

/** Neighbours of one part of the registration, in order. */
function groupsOf(paths: readonly string[]): [string, string[]][] {
  const groups: [string, string[]][] = [];
  for (const path of paths) {
    const group = path.startsWith('contact.') ? 'contact' : '';
    const last = groups.at(-1);
    if (last?.[0] === group) last[1].push(path);
    else groups.push([group, [path]]);
  }
  return groups;
}
