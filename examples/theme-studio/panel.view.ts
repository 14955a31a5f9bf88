import {html, nothing, svg, type TemplateResult} from 'lit';
import {presets, typefaces} from './choices.ts';
import {segments} from './segments.view.ts';
import type {Studio} from './studio.model.ts';

/** Everything that makes a brand. */
export function panel(studio: Studio): TemplateResult {
  const {brand} = studio;
  return html`
    <section>
      <h2>Start from</h2>
      <ul class="presets">
        ${presets.map(({name, ...preset}) => html`<li>
          <button type="button" aria-pressed=${preset.color === brand.color && preset.secondColor === brand.secondColor ? 'true' : 'false'} @click=${() => ((studio.typed = {}), studio.change(preset))}>
            ${chips(preset.color, preset.secondColor)}<span>${name}</span>
          </button>
        </li>`)}
      </ul>
    </section>
    <section>
      <h2>Logo</h2>
      ${logo(studio)}
    </section>
    <section>
      <h2>Colours</h2>
      ${color(studio, 'color', 'Brand colour', 'Buttons, links and the focus ring')}
      ${color(studio, 'secondColor', 'Second colour', 'Progress, ranks and charts; may be left out')}
      <div class="row"><span class="name">Surfaces</span>${segments({label: 'Surfaces', value: brand.surfaces ?? 'plain', options: [['plain', 'Plain'], ['tinted', 'Tinted']], choose: surfaces => studio.change({surfaces})})}</div>
    </section>
    <section>
      <h2>Form</h2>
      <label class="field"><span class="name">Typeface</span>
        <select @change=${(event: Event) => studio.change({fontFamily: (event.target as HTMLSelectElement).value || null})}>
          ${typefaces.map(({label, value}) => html`<option value=${value ?? ''} ?selected=${value === brand.fontFamily}>${label}</option>`)}
          ${brand.fontFamily && !typefaces.some(({value}) => value === brand.fontFamily) ? html`<option value=${brand.fontFamily} selected>${brand.fontFamily}</option>` : nothing}
        </select>
      </label>
      <label class="field"><span class="name">Corners <output>${brand.radiusPx ?? 8} px</output></span>
        <input type="range" min="0" max="24" step="1" .value=${String(brand.radiusPx ?? 8)} @input=${(event: Event) => studio.change({radiusPx: Number((event.target as HTMLInputElement).value)})}>
      </label>
      <div class="row"><span class="name">Mode</span>${segments({label: 'Mode of the page', value: brand.theme ?? 'page', options: [['page', 'Page’s'], ['light', 'Light'], ['dark', 'Dark'], ['auto', 'Auto']], choose: theme => studio.change({theme: theme === 'page' ? null : theme})})}</div>
    </section>`;
}

/** Two colours as they are, before anything is made of them. SVG, because its attributes need no style. */
export function chips(...colors: (string | null | undefined)[]): TemplateResult {
  const shown = colors.filter(color => color !== null && color !== undefined);
  return html`<svg class="chips" viewBox="0 0 ${shown.length * 14 + 6} 20" width=${shown.length * 14 + 6} height="20" aria-hidden="true">
    ${shown.map((color, at) => circle(at, color)).reverse()}
  </svg>`;
}

const circle = (at: number, color: string) => svg`<circle cx=${10 + at * 14} cy="10" r="9" fill=${color}></circle>`;

function logo(studio: Studio): TemplateResult {
  const {logo: taken, logoProblem, dragging, brand} = studio;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void studio.takeLogo(event.dataTransfer?.files[0]);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    studio.dragging = true;
  };
  return html`<label class="drop" ?data-over=${dragging} @dragover=${over} @dragleave=${() => (studio.dragging = false)} @drop=${drop}>
      <input class="visually-hidden" type="file" accept="image/*" @change=${(event: Event) => void studio.takeLogo((event.target as HTMLInputElement).files?.[0])}>
      ${taken ? html`<img src=${taken.url} alt=${`Your logo, ${taken.name}`}>` : html`<span><b>Drop a logo</b> or choose a file</span><span class="hint">Colours are proposed from it. It stays in this page.</span>`}
    </label>
    ${logoProblem ? html`<p class="problem" role="alert">${logoProblem}</p>` : nothing}
    ${taken
      ? html`<div class="found">
          <div role="group" aria-label="Colours of the logo">
            ${taken.colors.map(found => html`<button class="swatch" type="button" title=${`Take ${found} as the brand colour`} aria-label=${`Take ${found} as the brand colour`} aria-pressed=${found === brand.color ? 'true' : 'false'} @click=${() => studio.change({color: found, secondColor: brand.secondColor === found ? (brand.color ?? null) : (brand.secondColor ?? null)})}>${chips(found)}</button>`)}
          </div>
          <button class="link" type="button" @click=${() => studio.dropLogo()}>Remove</button>
        </div>`
      : nothing}`;
}

function color(studio: Studio, field: 'color' | 'secondColor', label: string, hint: string): TemplateResult {
  const value = studio.brand[field] ?? '';
  const typed = studio.typed[field];
  const id = `${field}-text`;
  return html`<div class="color">
    <label class="well" title=${`Pick: ${label}`}>
      <span class="visually-hidden">Pick: ${label}</span>
      <input type="color" .value=${/^#[\da-f]{6}$/i.test(value) ? value : '#808080'} @input=${(event: Event) => studio.typeColor(field, (event.target as HTMLInputElement).value)}>
      ${value ? chips(value) : html`<span class="none"></span>`}
    </label>
    <div class="field">
      <label class="name" for=${id}>${label}</label>
      <input id=${id} type="text" spellcheck="false" autocomplete="off" placeholder="None" .value=${typed ?? value} aria-invalid=${typed === undefined ? nothing : 'true'} aria-describedby=${`${id}-hint`} @input=${(event: Event) => studio.typeColor(field, (event.target as HTMLInputElement).value)}>
      <span class=${typed === undefined ? 'hint' : 'problem'} id=${`${id}-hint`}>${typed === undefined ? hint : 'No colour yet: #0f766e, rgb(15 118 110), hsl(175 77% 26%) or oklch(0.51 0.09 187)'}</span>
    </div>
    ${field === 'secondColor' && value ? html`<button class="link" type="button" @click=${() => studio.typeColor(field, '')}>Clear<span class="visually-hidden"> the second colour</span></button>` : nothing}
  </div>`;
}
