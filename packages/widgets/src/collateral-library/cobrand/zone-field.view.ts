import type {CobrandZone, ZoneFinding} from '@portico/contract';
import {html, nothing, type TemplateResult} from 'lit';
import {safeUrl} from '../../base/safe-url.ts';
import {dangerIcon, warningIcon} from '../../ui/icon/icons.ts';
import {wordOf, type Text} from '../asset-text.ts';
import type {FieldOptions} from '../library-dialog.ts';

/** What a field of a zone needs of its dialog. */
export interface ZoneFields {
  readonly text: Text;
  /** A field of the form, by the name of its value. */
  field(name: string, label: string, begin: string, options: FieldOptions): TemplateResult;
  begin(zone: CobrandZone, part: 'text' | 'link'): string;
  valueIn(name: string, begin?: string): string;
  type(name: string, value: string): void;
  findings(zone: CobrandZone): readonly ZoneFinding[];
  /** Address of the picture that is in the zone, if it is known. */
  logoOf(zone: CobrandZone): string | undefined;
  isSending(zone: CobrandZone): boolean;
  sendLogo(zone: CobrandZone, file: File): void;
}

/** The fields of one zone, and below them what is wrong in it. */
export function zoneField(view: ZoneFields, zone: CobrandZone) {
  return html`<div class="zone" data-zone=${zone.id} role="group" aria-label=${zone.label}>${zone.type === 'logo' ? logoField(view, zone) : textFields(view, zone)}${view.findings(zone).map(finding => findingLine(view.text, finding))}</div>`;
}

function textFields(view: ZoneFields, zone: CobrandZone) {
  const {text} = view;
  const {id, type, fit, label, hint, maxChars, required, colors} = zone;
  return html`${view.field(`${id}/text`, label, view.begin(zone, 'text'), {kind: type === 'contact' || fit === 'wrap' ? 'textarea' : 'text', ...(hint && {help: hint}), ...(maxChars && {maxLength: maxChars}), required})}
    ${type === 'cta_link' ? view.field(`${id}/link`, text.term('cobrand_link', label), view.begin(zone, 'link'), {kind: 'url', required: true, maxLength: 2000}) : nothing}
    ${colors.length > 1 ? colorChoice(view, zone) : nothing}`;
}

function colorChoice({text, valueIn, type}: ZoneFields, {id, label, colors}: CobrandZone) {
  const chosen = valueIn(`${id}/color`, colors[0]);
  return html`<fieldset class="colors">
    <legend class="muted">${text.term('cobrand_color', label)}</legend>
    ${colors.map(
      color => html`<label class="color">
        <input type="radio" name=${`${id}-color`} .checked=${color === chosen} @change=${() => type(`${id}/color`, color)} />
        <svg class="swatch" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="11" fill=${color} stroke="currentColor" stroke-opacity="0.4" /></svg><span translate="no">${color}</span>
      </label>`,
    )}
  </fieldset>`;
}

function logoField(view: ZoneFields, zone: CobrandZone) {
  const {text} = view;
  const url = view.logoOf(zone);
  const choose = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) view.sendLogo(zone, file);
    input.value = '';
  };
  return html`<span class="label">${zone.label}</span>
    <div class="logo">
      ${url ? html`<img src=${safeUrl(url, 'picture') ?? nothing} alt=${text.term('cobrand_yourLogo')} />` : html`<span class="muted">${text.term('cobrand_noLogo')}</span>`}
      <label class="button" aria-busy=${view.isSending(zone)}>
        <input class="visually-hidden" type="file" accept="image/png,image/jpeg,image/webp,image/svg+xml" @change=${choose} />${text.term(view.isSending(zone) ? 'cobrand_sending' : 'cobrand_otherLogo')}
      </label>
    </div>
    ${zone.hint ? html`<p class="muted" dir="auto">${zone.hint}</p>` : nothing}`;
}

/** What is wrong in a zone, in words. */
export function findingWords(text: Text, {code, limit, actual, characters, message}: ZoneFinding): string {
  const number = (value: number | null) => (value === null ? '' : text.number(value, {maximumFractionDigits: 1}));
  return wordOf(text, `finding_${code}`, number(limit), number(actual), characters.join(' ')) ?? message;
}

function findingLine(text: Text, finding: ZoneFinding) {
  const {severity} = finding;
  return html`<p class="finding" data-tone=${severity === 'error' ? 'danger' : 'warning'}>${severity === 'error' ? dangerIcon() : warningIcon()}<span>${findingWords(text, finding)}</span></p>`;
}
