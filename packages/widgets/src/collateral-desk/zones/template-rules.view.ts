import type {CobrandApproval, CobrandTemplate} from '@portico/contract';
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import type {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import type {UiField} from '../../ui/field/field.ts';
import {wordFor, type Words} from '../collateral-desk.words.ts';
import type {TemplateFields} from './template-draft.ts';
import type {NumberBounds, TypedForm} from './typed-form.ts';
import type {Sheet} from './zone-place.model.ts';

/** What goes for all copies of a template. */
export interface TemplateRulesView {
  readonly text: Words;
  readonly template: CobrandTemplate;
  readonly fields: TemplateFields;
  readonly sheet: Sheet | undefined;
  readonly form: TypedForm;
  readonly isFixed: boolean;
  readonly set: (change: Partial<TemplateFields>, of: string) => void;
  readonly held: () => void;
}

const approvals: readonly CobrandApproval[] = ['none', 'auto_rules', 'vendor_approves'];
const place: NumberBounds = {least: 0, most: 30_000};

/** Approval, what logos have to be, and the small print. */
export function renderTemplateRules(view: TemplateRulesView) {
  const {text, fields, template, isFixed, set} = view;
  const {approval, logoRules, smallPrint} = fields;
  const setLogo = (change: Partial<TemplateFields['logoRules']>, of: string) => set({logoRules: {...logoRules, ...change}}, of);
  return html`<div class="fields">
    <portico-ui-field
      name="approval"
      kind="select"
      label=${text.term('t_approval')}
      ?disabled=${isFixed}
      .options=${approvals.map(value => ({value, label: wordFor(text, 'approval_', value) ?? value}))}
      .value=${approval}
      @change=${(event: Event) => set({approval: (event.target as UiField).value as CobrandApproval}, 'approval')}
    ></portico-ui-field>
    ${number(view, 'logoRules/minPixels', text.term('t_minPixels'), logoRules.minPixels, {least: 1, most: 10_000, isWhole: true}, minPixels => setLogo({minPixels}, 'minPixels'))}
    ${number(view, 'logoRules/clearSpace', text.term('t_clearSpace'), Math.round(logoRules.clearSpace * 1000) / 10, {least: 0, most: 100}, percent => setLogo({clearSpace: percent / 100}, 'clearSpace'))}
    ${number(view, 'logoRules/minContrast', text.term('t_minContrast'), logoRules.minContrast, {least: 1, most: 21}, minContrast => setLogo({minContrast}, 'minContrast'))}
    <portico-ui-checkbox label=${text.term('t_transparent')} ?disabled=${isFixed} .checked=${logoRules.transparent} @change=${(event: Event) => setLogo({transparent: (event.target as UiCheckbox).checked}, 'transparent')}></portico-ui-checkbox>
    ${template.format === 'html' ? nothing : renderSmallPrint(view, smallPrint)}
  </div>`;
}

function renderSmallPrint(view: TemplateRulesView, smallPrint: TemplateFields['smallPrint']) {
  const {text, template, sheet, form, isFixed, set} = view;
  const toggle = (isOn: boolean) => {
    form.clear();
    set({smallPrint: isOn && sheet ? firstSmallPrint(sheet, template) : null}, '');
  };
  const put = (change: Partial<NonNullable<TemplateFields['smallPrint']>>, of: string) => smallPrint && set({smallPrint: {...smallPrint, ...change}}, of);
  return html`<portico-ui-checkbox label=${text.term('t_smallPrint')} ?disabled=${isFixed} .checked=${smallPrint !== null} @change=${(event: Event) => toggle((event.target as UiCheckbox).checked)}></portico-ui-checkbox>
    ${
      smallPrint
        ? html`<div class="four">
            ${(['x', 'y', 'w'] as const).map(field => number(view, `smallPrint/${field}`, text.term(`z_${field}`), smallPrint[field], place, value => put({[field]: value}, `smallPrint/${field}`)))}
            ${number(view, 'smallPrint/size', text.term('t_size'), smallPrint.size, {least: 4, most: 200}, value => put({size: value}, 'smallPrint/size'))}
            <span class="labelled"
              ><label for="small-print-color">${text.term('z_color')}</label
              ><input id="small-print-color" type="color" ?disabled=${isFixed} .value=${live(smallPrint.color)} @change=${(event: Event) => put({color: (event.target as HTMLInputElement).value.toLowerCase()}, 'smallPrint/color')}
            /></span>
            ${template.pages > 1 ? number(view, 'smallPrint/page', text.term('z_page'), smallPrint.page, {least: 1, most: template.pages, isWhole: true}, value => put({page: value}, 'smallPrint/page')) : nothing}
          </div>`
        : nothing
    }`;
}

function number({text, form, isFixed, held}: TemplateRulesView, at: string, label: string, value: number, bounds: NumberBounds, put: (value: number) => void) {
  const onInput = (event: Event) => {
    const read = form.number(at, (event.target as UiField).value, bounds, text);
    if (typeof read === 'number') put(read);
    else held();
  };
  const error = form.errorAt(at) ?? (at === 'smallPrint/x' ? form.errorAt('smallPrint') : undefined);
  return html`<portico-ui-field name=${at} keyboard="decimal" label=${label} autocomplete="off" ?disabled=${isFixed} .value=${form.shown(at, value)} error=${error ?? nothing} @input=${onInput}></portico-ui-field>`;
}

/** A line near the foot of the last page. */
function firstSmallPrint({width, height}: Sheet, {pages, format}: CobrandTemplate): NonNullable<TemplateFields['smallPrint']> {
  const size = format === 'pdf' ? 6 : Math.max(8, Math.round(width / 100));
  const margin = Math.round(width / 15);
  return {page: pages, x: margin, y: Math.round(height - size * 3), w: width - 2 * margin, size, color: '#000000'};
}
