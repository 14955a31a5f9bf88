import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {closeIcon} from '../../ui/icon/icons.ts';
import type {Words} from '../collateral-desk.words.ts';

const firstColor = '#111827';

/** Colours to choose from, each with the browser's own picker. */
export function renderColors({text, colors, isFixed, add}: {readonly text: Words; readonly colors: readonly string[]; readonly isFixed: boolean; readonly add: (colors: string[]) => void}) {
  const replace = (at: number, color: string) => add(colors.map((each, index) => (index === at ? color : each)));
  return html`<fieldset class="colors">
    <legend>${text.term('z_colors')}</legend>
    ${colors.map(
      (color, at) => html`<span class="color">
        <input type="color" aria-label="${text.term('z_color')} ${text.number(at + 1)}" ?disabled=${isFixed} .value=${live(color)} @change=${(event: Event) => replace(at, (event.target as HTMLInputElement).value.toLowerCase())} />
        <code translate="no">${color}</code>
        ${isFixed ? nothing : html`<button class="button" type="button" data-variant="quiet" data-icon-only aria-label=${text.term('z_colorRemove', color)} title=${text.term('z_colorRemove', color)} @click=${() => add(colors.filter((_, index) => index !== at))}>${closeIcon()}</button>`}
      </span>`,
    )}
    ${isFixed || colors.length >= 20 ? nothing : html`<button class="button" type="button" @click=${() => add([...colors, colors.includes(firstColor) ? '#0f766e' : firstColor])}>${text.term('z_colorAdd')}</button>`}
  </fieldset>`;
}
