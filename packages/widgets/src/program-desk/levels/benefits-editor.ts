import type {Program} from '@portico/contract';
import {html, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {WordsReady} from '../../base/words-ready.ts';
import {Localize} from '../../strings/localize.ts';
import {levelsStrings} from '../../strings/program-desk-levels.strings.ts';
import {DeskEditor} from '../editors/desk-editor.ts';
import {numberOf, textOf, type Values} from '../editors/values.ts';
import {termsStyles} from './terms.styles.ts';

type Benefit = Program['dealPolicy']['levelBenefits'][number];

/**
 * What partners get for each level. It holds as soon as it is saved. Inside the desk only.
 *
 * @tag portico-program-desk-benefits
 */
export class ProgramDeskBenefits extends DeskEditor {
  static override styles = [...DeskEditor.styles, termsStyles];

  /** Hears that it was saved. */
  @property({attribute: false}) saved: () => void = () => {};

  readonly #text = new Localize(this, levelsStrings);
  readonly #ready = new WordsReady(this, this.#text);

  protected override get words() {
    return this.#text;
  }

  protected override get form() {
    return 'level-benefits';
  }

  protected override get begin(): Values {
    const entries = this.#levels.flatMap(({id}, index) => {
      const benefit = this.#benefitOf(id);
      return (['marginPercent', 'priceList', 'capacity', 'mdfPercent'] as const).map(field => [`dealPolicy/levelBenefits/${index}/${field}`, String(benefit?.[field] ?? '')] as const);
    });
    return Object.fromEntries(entries);
  }

  protected override render() {
    if (!this.#ready.done) return nothing;
    const text = this.#text;
    return html`<portico-ui-dialog part="dialog" size="wide" ?open=${this.open} heading=${text.term('editBenefits')} @portico-ui-dialog-close=${this.onClose}>
      ${this.open
        ? html`<form class="form" novalidate @submit=${(event: Event) => event.preventDefault()}>
            ${this.renderNotes()}
            <p class="muted">${text.term('benefitsAtOnce')}</p>
            ${this.#levels.map(({name}, index) => this.#level(name, `dealPolicy/levelBenefits/${index}`, index === 0))}
          </form>`
        : nothing}
      <button slot="actions" class="button" type="button" data-variant="primary" data-act="save-benefits" ?disabled=${this.busy} @click=${this.#save}>${text.term('save')}</button>
    </portico-ui-dialog>`;
  }

  /** The highest first. */
  get #levels() {
    return (this.program?.levels ?? []).toSorted((a, b) => a.rank - b.rank);
  }

  #benefitOf(levelId: string): Benefit | undefined {
    return this.program?.dealPolicy.levelBenefits.find(benefit => benefit.levelId === levelId);
  }

  #level(name: string, at: string, isFirst: boolean) {
    const text = this.#text;
    const percent = {kind: 'number', min: '0', max: '100', keyboard: 'decimal'} as const;
    return html`<fieldset class="level">
      <legend><bdi translate="no">${name}</bdi></legend>
      <div class="pair halves">
        ${this.field(`${at}/marginPercent`, text.term('marginPercent'), {...percent, isFirst})} ${this.field(`${at}/priceList`, text.term('priceList'), {maxLength: 120})}
        ${this.field(`${at}/capacity`, text.term('capacity'), {kind: 'number', min: '0', keyboard: 'numeric', help: text.term('capacityHelp')})} ${this.field(`${at}/mdfPercent`, text.term('mdfPercent'), percent)}
      </div>
    </fieldset>`;
  }

  readonly #save = async () => {
    const {portal, program, values} = this;
    if (!portal || !program || !(await this.isRight())) return;
    const levelBenefits = this.#levels.map(({id}, index): Benefit => {
      const at = `dealPolicy/levelBenefits/${index}`;
      return {levelId: id, marginPercent: numberOf(values, `${at}/marginPercent`), priceList: textOf(values, `${at}/priceList`) || null, capacity: numberOf(values, `${at}/capacity`), mdfPercent: numberOf(values, `${at}/mdfPercent`)};
    });
    const saved = await this.send(() => portal.client.program.update({version: program.version, dealPolicy: {levelBenefits}}));
    if (!saved) return;
    this.drafts.clear(this.form);
    this.close();
    this.saved();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-program-desk-benefits': ProgramDeskBenefits;
  }
}
