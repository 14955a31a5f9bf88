import type {CobrandTemplate, CobrandZone} from '@portico/contract';
import {placeholderTokens} from '@portico/contract/cobrand-rules';
import {html, nothing} from 'lit';
import type {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import type {UiField} from '../../ui/field/field.ts';
import type {MenuSelectEvent} from '../../ui/menu/menu.events.ts';
import {wordFor, type Words} from '../collateral-desk.words.ts';
import {renderColors} from './colors.view.ts';
import {zoneTypes} from './editing.ts';
import type {NumberBounds, TypedForm} from './typed-form.ts';

/** The fields of one zone. */
export interface ZoneFieldsView {
  readonly text: Words;
  readonly template: CobrandTemplate;
  readonly zone: CobrandZone;
  /** `zones/0` */
  readonly path: string;
  readonly form: TypedForm;
  readonly isFixed: boolean;
  readonly takenNames: readonly string[];
  readonly set: (change: Partial<CobrandZone>, of: string) => void;
  /** Something was typed that is no value. */
  readonly held: () => void;
}

const length: NumberBounds = {least: 0, most: 30_000};
const size: NumberBounds = {least: 1, most: 5000, isOptional: true};

/** Everything that is said of a zone, by what it holds. */
export function renderZoneFields(view: ZoneFieldsView) {
  const {zone, template} = view;
  const {type} = zone;
  const isWeb = template.format === 'html';
  const isWritten = type === 'text' || type === 'contact' || type === 'cta_link';
  return html`<div class="fields">
    ${words(view, 'label', {max: 120, isRequired: true})}
    <div class="pair">${choice(view, 'type', zoneTypes, 'zoneType_')} ${name(view)}</div>
    ${isWeb ? nothing : html`<div class="four">${(['x', 'y', 'w', 'h'] as const).map(field => number(view, field, length))} ${template.pages > 1 ? number(view, 'page', {least: 1, most: template.pages, isWhole: true}) : nothing}</div>`}
    ${type === 'logo' ? choice(view, 'placeholder', ['{{partner.logo}}', '{{partner.level_badge}}'], 'token_') : nothing}
    ${isWritten ? placeholder(view) : nothing} ${type === 'cta_link' ? words(view, 'link', {max: 2000}) : nothing} ${type === 'qr' ? nothing : words(view, 'hint', {max: 300})}
    ${isWritten ? html`${renderColors({...view, colors: zone.colors, add: colors => view.set({colors}, 'colors')})}` : nothing}
    <div class="pair">
      ${isWritten ? html`${choice(view, 'fit', ['line', 'wrap'], 'fit_')} ${choice(view, 'font', ['regular', 'bold'], 'font_')}` : nothing} ${type === 'qr' ? nothing : choice(view, 'align', ['start', 'center', 'end'], 'align_')}
      ${number(view, 'minSize', size)} ${number(view, 'maxSize', size)} ${isWritten ? number(view, 'maxChars', {least: 1, most: 2000, isWhole: true, isOptional: true}) : nothing}
    </div>
    ${type === 'qr' ? nothing : html`${check(view, 'required')} ${check(view, 'locked')}`}
  </div>`;
}

/** The name of a zone, which no other one has. */
function name({text, template, zone, path, form, isFixed, takenNames, set, held}: ZoneFieldsView) {
  const at = `${path}/id`;
  const onInput = (event: Event) => {
    const {value} = event.target as UiField;
    const error = !/^[a-z][a-z0-9_-]{0,39}$/.test(value) ? text.term('zoneError_name') : takenNames.includes(value) ? text.term('zoneError_taken') : undefined;
    form.hold(at, value, error);
    if (error === undefined) set({id: value}, at);
    else held();
  };
  return html`<portico-ui-field name=${at} label=${text.term('z_id')} help=${text.term(template.format === 'html' ? 'z_idHelpWeb' : 'z_idHelp')} autocomplete="off" max-length="40" ?disabled=${isFixed} .value=${form.shown(at, zone.id)} error=${form.errorAt(at) ?? nothing} @input=${onInput}></portico-ui-field>`;
}

function words({text, zone, path, form, isFixed, set, held}: ZoneFieldsView, field: 'label' | 'hint' | 'link', {max, isRequired = false}: {max: number; isRequired?: boolean}) {
  const at = `${path}/${field}`;
  const onInput = (event: Event) => {
    const {value} = event.target as UiField;
    const isMissing = isRequired && value.trim() === '';
    form.hold(at, value, isMissing ? text.term('zoneError_missing') : undefined);
    if (isMissing) held();
    else set({[field]: value.trim() === '' ? null : value}, at);
  };
  return html`<portico-ui-field name=${at} label=${text.term(`z_${field}`)} autocomplete="off" max-length=${max} ?disabled=${isFixed} .value=${form.shown(at, zone[field])} error=${form.errorAt(at) ?? nothing} @input=${onInput}></portico-ui-field>`;
}

function number({text, zone, path, form, isFixed, set, held}: ZoneFieldsView, field: 'x' | 'y' | 'w' | 'h' | 'page' | 'minSize' | 'maxSize' | 'maxChars', bounds: NumberBounds) {
  const at = `${path}/${field}`;
  const onInput = (event: Event) => {
    const value = form.number(at, (event.target as UiField).value, bounds, text);
    if (value === undefined) held();
    else set({[field]: value}, at);
  };
  // A zone that lies outside as a whole is said at its first field.
  const error = form.errorAt(at) ?? (field === 'x' ? form.errorAt(path) : undefined);
  return html`<portico-ui-field name=${at} keyboard="decimal" label=${text.term(`z_${field}`)} autocomplete="off" ?disabled=${isFixed} .value=${form.shown(at, zone[field])} error=${error ?? nothing} @input=${onInput}></portico-ui-field>`;
}

function choice({text, zone, path, form, isFixed, set}: ZoneFieldsView, field: 'type' | 'fit' | 'font' | 'align' | 'placeholder', values: readonly string[], prefix: string) {
  const at = `${path}/${field}`;
  const options = values.map(value => ({value, label: wordFor(text, prefix, toTerm(value)) ?? value}));
  const label = field === 'placeholder' ? text.term('zoneType_logo') : text.term(`z_${field}`);
  return html`<portico-ui-field name=${at} kind="select" label=${label} ?disabled=${isFixed} .options=${options} .value=${zone[field] ?? values[0] ?? ''} error=${form.errorAt(at) ?? nothing} @change=${(event: Event) => set({[field]: (event.target as UiField).value}, at)}></portico-ui-field>`;
}

/** What stands in a zone from the beginning: words, and what each partner's brand puts there. */
function placeholder({text, zone, path, form, isFixed, set}: ZoneFieldsView) {
  const at = `${path}/placeholder`;
  const put = (value: string) => set({placeholder: value === '' ? null : value}, at);
  const items = placeholderTokens.filter(token => token !== 'partner.logo').map(id => ({id, label: wordFor(text, 'token_', toTerm(id)) ?? id}));
  return html`<div class="with-menu">
    <portico-ui-field name=${at} kind="textarea" label=${text.term('z_placeholder')} max-length="2000" ?disabled=${isFixed} .value=${form.shown(at, zone.placeholder)} error=${form.errorAt(at) ?? nothing} @input=${(event: Event) => put((event.target as UiField).value)}></portico-ui-field>
    ${isFixed ? nothing : html`<portico-ui-menu .items=${items} @portico-ui-menu-select=${({id}: MenuSelectEvent) => put(`${zone.placeholder ?? ''}{{${id}}}`)}>${text.term('z_insert')}</portico-ui-menu>`}
  </div>`;
}

function check({text, zone, path, isFixed, set}: ZoneFieldsView, field: 'required' | 'locked') {
  const at = `${path}/${field}`;
  return html`<portico-ui-checkbox name=${at} label=${text.term(`z_${field}`)} ?disabled=${isFixed} .checked=${zone[field]} @change=${(event: Event) => set({[field]: (event.target as UiCheckbox).checked}, at)}></portico-ui-checkbox>`;
}

/** `{{partner.level_badge}}` or `partner.level_badge` as it stands in the keys of words. */
function toTerm(value: string): string {
  return value.replace(/[{}]/g, '').replace('.', '_');
}
