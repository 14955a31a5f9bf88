import {type Brand, brandTheme, buttonStyles, contrastReport, type Theme} from '@portico/widgets';
import {html, LitElement, nothing} from 'lit';
import {problemOf} from './brand-text.ts';
import {presets, type View, views} from './choices.ts';
import {type Logo, readLogo} from './logo.ts';
import {panel} from './panel.view.ts';
import {panelStyles} from './panel.styles.ts';
import './preview-pane.ts';
import {results} from './results.view.ts';
import {resultsStyles} from './results.styles.ts';
import {segments} from './segments.view.ts';
import {type Snippet, snippetsFor} from './snippets.ts';
import type {Studio} from './studio.model.ts';
import {studioStyles} from './studio.styles.ts';

export type Shown = 'light' | 'dark' | 'both';
export type Width = 'phone' | 'tablet' | 'full';

const {name: _name, ...first} = presets[0]!;

/**
 * Pick colours, a typeface, corners and a logo; see every widget wear them; take the theme along.
 *
 * @fires brand-change - The brand is another one.
 */
export class ThemeStudio extends LitElement implements Studio {
  static override styles = [buttonStyles, studioStyles, panelStyles, resultsStyles];
  static override properties = {brand: {attribute: false}, shown: {state: true}, width: {state: true}, view: {state: true}, typed: {state: true}, logo: {state: true}, logoProblem: {state: true}, dragging: {state: true}, snippet: {state: true}, copied: {state: true}};

  /** The brand that is worn; always one that can be read. */
  declare brand: Brand;
  declare shown: Shown;
  declare width: Width;
  declare view: View['id'];
  /** What stands in a field and is no colour yet. */
  declare typed: Studio['typed'];
  declare logo: Logo | undefined;
  declare logoProblem: string | undefined;
  declare dragging: boolean;
  declare snippet: Snippet['id'];
  declare copied: boolean;

  constructor() {
    super();
    this.brand = {...first, theme: null};
    this.shown = 'light';
    this.width = 'full';
    this.view = 'parts';
    this.typed = {};
    this.dragging = false;
    this.snippet = 'html';
    this.copied = false;
  }

  /** Changes fields of the brand; what cannot be read stays typed and is not worn. */
  change(changes: Brand): void {
    const brand = {...this.brand, ...changes};
    if (problemOf(brand) !== undefined) return;
    this.brand = brand;
    this.copied = false;
    this.dispatchEvent(new Event('brand-change'));
  }

  /** Takes a colour as it is being typed. */
  typeColor(field: 'color' | 'secondColor', text: string): void {
    const isWrong = text.trim() === '' ? field === 'color' : problemOf({color: '#000', [field]: text}) !== undefined;
    this.typed = {...this.typed, [field]: isWrong ? text : undefined};
    if (!isWrong) this.change({[field]: text.trim() || null});
  }

  /** Reads a picture in this page and takes its best two colours. */
  async takeLogo(file: File | undefined): Promise<void> {
    this.dragging = false;
    if (!file) return;
    try {
      const logo = await readLogo(file);
      if (this.logo) URL.revokeObjectURL(this.logo.url);
      [this.logo, this.logoProblem, this.typed] = [logo, undefined, {}];
      const [color = this.brand.color, secondColor = null] = logo.colors;
      this.change({logo: logo.url, color: color ?? null, secondColor});
    } catch (error) {
      this.logoProblem = (error as Error).message;
    }
  }

  dropLogo(): void {
    if (this.logo) URL.revokeObjectURL(this.logo.url);
    this.logo = undefined;
    this.change({logo: null});
  }

  async copy(code: string): Promise<void> {
    await navigator.clipboard.writeText(code);
    this.copied = true;
  }

  protected override render() {
    const theme: Theme = brandTheme(this.brand);
    const modes = this.shown === 'both' ? (['light', 'dark'] as const) : [this.shown];
    const chosen = views.find(({id}) => id === this.view) ?? views[0]!;
    return html`<div class="top">
        <div>
          <h1>Theme studio</h1>
          <p>One colour makes a theme that can be read, in light and in dark. See every widget wear it, then take it along.</p>
        </div>
        <a href="#code" @click=${this.#toCode}>Copy the code</a>
      </div>
      <div class="columns">
        <section class="side" aria-label="Brand">${panel(this)}</section>
        <div class="main">
          <section class="stage" aria-label="Preview">
            <div class="bar">
              <label class="pick"><span class="visually-hidden">Widget</span>
                <select @change=${(event: Event) => (this.view = (event.target as HTMLSelectElement).value)}>
                  <optgroup label="All at once">${this.#options(each => each.id === 'parts')}</optgroup>
                  <optgroup label="For partners">${this.#options(each => each.id !== 'parts' && each.as === 'partner')}</optgroup>
                  <optgroup label="For the vendor">${this.#options(each => each.as === 'vendor')}</optgroup>
                </select>
              </label>
              <nav aria-label="Widgets">${views.map(each => html`<button type="button" aria-current=${each.id === this.view ? 'true' : nothing} @click=${() => (this.view = each.id)}>${each.label}</button>`)}</nav>
              <div class="switches">
                ${segments({label: 'Width', value: this.width, options: [['phone', 'Phone'], ['tablet', 'Tablet'], ['full', 'Wide']], choose: width => (this.width = width)})}
                ${segments({label: 'Mode', value: this.shown, options: [['light', 'Light'], ['dark', 'Dark'], ['both', 'Both']], choose: shown => (this.shown = shown)})}
              </div>
            </div>
            <div class="panes" data-count=${modes.length} data-width=${this.width}>
              ${(['light', 'dark'] as const).map(mode => (modes.includes(mode) ? html`<preview-pane .brand=${this.brand} .mode=${mode} .view=${chosen}></preview-pane>` : nothing))}
            </div>
          </section>
          ${results(this, contrastReport(theme), snippetsFor(this.brand))}
        </div>
      </div>`;
  }

  #options(fits: (view: View) => boolean) {
    return views.filter(fits).map(({id, label}) => html`<option value=${id} ?selected=${id === this.view}>${label}</option>`);
  }

  #toCode(event: Event) {
    // The fragment of the address holds the brand.
    event.preventDefault();
    const code = this.renderRoot.querySelector<HTMLElement>('#code');
    code?.scrollIntoView({behavior: 'smooth', block: 'start'});
    code?.focus({preventScroll: true});
  }
}
