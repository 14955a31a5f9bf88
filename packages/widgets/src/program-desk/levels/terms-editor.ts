import {toJson} from '@portico/client';
import type {Program, TierPolicy, TierPreview} from '@portico/contract';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {problemErrors} from '../../base/problem-of.ts';
import {wordOf} from '../../base/standing-text.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {Localize} from '../../strings/localize.ts';
import {levelsStrings} from '../../strings/program-desk-levels.strings.ts';
import {closeIcon} from '../../ui/icon/icons.ts';
import {currencyOptions, timeZoneOptions} from '../editors/choices.ts';
import {dayOf} from '../../base/days.ts';
import {DeskEditor} from '../editors/desk-editor.ts';
import {textOf, type Values} from '../editors/values.ts';
import {previewTable} from './preview.view.ts';
import {termsStyles} from './terms.styles.ts';
import {flatten, type FormCriterion, type FormLevel, levelsOf, newCriterion, operators, promotionDays, promotions, tierMetrics, tierWindows, toPolicy, toTermsValues, withValue} from './terms.model.ts';

const dayMs = 86_400_000;

/**
 * What levels ask for, from a day on: criteria with their weights, the score that it takes, and how partners move. Who would reach another level is shown before it is announced. Inside the desk only.
 *
 * @tag portico-program-desk-terms
 */
export class ProgramDeskTerms extends DeskEditor {
  static override styles = [...DeskEditor.styles, termsStyles];

  /** The version that takes effect last; `null` while there is none. */
  @property({attribute: false}) policy: TierPolicy | null = null;
  @property() currency = 'EUR';
  /** Hears of terms that were announced. */
  @property({attribute: false}) saved: (policy: TierPolicy) => void = () => {};

  @state() private preview: TierPreview | undefined;

  readonly #text = new Localize(this, levelsStrings);
  readonly #ready = new WordsReady(this, this.#text);

  protected override get words() {
    return this.#text;
  }

  protected override get form() {
    return 'tier-policy';
  }

  protected override get begin(): Values {
    return toTermsValues(this.policy, {currency: this.currency, timeZone: this.timeZone});
  }

  protected override get values(): Values {
    const values = super.values;
    return {...values, ...flatten(levelsOf(values))};
  }

  protected override keep(name: string, value: string | boolean) {
    if (name.startsWith('requirements/')) this.#setLevels(withValue(levelsOf(super.values), name, value));
    else super.keep(name, value);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('open')) this.preview = undefined;
  }

  protected override render() {
    if (!this.#ready.done) return nothing;
    const text = this.#text;
    const {preview} = this;
    return html`<portico-ui-dialog part="dialog" size="wide" ?open=${this.open} heading=${text.term(preview ? 'previewTitle' : 'editTerms')} @portico-ui-dialog-close=${this.onClose}>
      ${this.open ? (preview ? this.#change(preview) : this.#form()) : nothing} ${this.#buttons()}
    </portico-ui-dialog>`;
  }

  #buttons() {
    const text = this.#text;
    const {busy} = this;
    if (!this.preview) return html`<button slot="actions" class="button" type="button" data-variant="primary" data-act="preview-terms" ?disabled=${busy} @click=${this.#ask}>${text.term('seeChange')}</button>`;
    return html`<button slot="actions" class="button" type="button" ?disabled=${busy} @click=${() => (this.preview = undefined)}>${text.term('back')}</button>
      <button slot="actions" class="button" type="button" data-variant="primary" data-act="announce" ?disabled=${busy} @click=${this.#announce}>${text.term('announce')}</button>`;
  }

  #form() {
    const text = this.#text;
    const levels = (this.program?.levels ?? []).toSorted((a, b) => a.rank - b.rank);
    return html`<form class="form" novalidate @submit=${(event: Event) => event.preventDefault()}>
      ${this.renderNotes()}
      <div class="pair">
        ${this.field('effectiveFrom', text.term('effectiveFrom'), {kind: 'date', optional: true, min: dayOf((this.portal?.now() ?? 0) + dayMs, textOf(this.values, 'timeZone')), help: text.term('effectiveFromHelp'), isFirst: true})}
        ${this.field('currency', text.term('currency'), {kind: 'select', options: currencyOptions(textOf(this.values, 'currency'))})}
      </div>
      ${levels.map(level => this.#level(level))} ${this.#moves()}
    </form>`;
  }

  #level({id, name}: Program['levels'][number]) {
    const text = this.#text;
    const levels = levelsOf(super.values);
    const index = levels.findIndex(({levelId}) => levelId === id);
    const level = levels[index];
    const heading = html`<legend><bdi translate="no">${name}</bdi></legend>`;
    if (!level) {
      return html`<fieldset class="level">
        ${heading}
        <p class="muted">${text.term('byHand')}</p>
        <div><button class="button" type="button" data-act="ask-for" @click=${() => this.#setLevels([...levels, {levelId: id, minScore: '100', criteria: [newCriterion]}])}>${text.term('askFor', name)}</button></div>
      </fieldset>`;
    }
    const change = (next: FormLevel | undefined) => this.#setLevels(next ? levels.with(index, next) : levels.toSpliced(index, 1));
    const {criteria} = level;
    return html`<fieldset class="level" name=${`requirements/${index}/levelId`}>
      ${heading}
      ${this.errors[`requirements/${index}/levelId`] ? html`<p class="wrong small">${this.errors[`requirements/${index}/levelId`]}</p>` : nothing} ${criteria.length === 0 ? html`<p class="muted">${text.term('everybodyHas')}</p>` : nothing}
      ${criteria.map((criterion, at) => this.#criterion(`requirements/${index}/criteria/${at}`, criterion, at, () => change({...level, criteria: criteria.toSpliced(at, 1)})))}
      <div class="tools">
        <button class="button" type="button" data-act="add-criterion" ?disabled=${criteria.length >= 20} @click=${() => change({...level, criteria: [...criteria, newCriterion]})}>${text.term('addCriterion')}</button>
        <button class="button" type="button" data-variant="quiet" @click=${() => change(undefined)}>${text.term('giveByHand')}</button>
      </div>
      ${criteria.length > 1 ? html`<div class="short">${this.field(`requirements/${index}/minScore`, text.term('minScore'), {kind: 'number', required: true, min: '0', max: '100', keyboard: 'numeric', help: text.term('minScoreHelp')})}</div>` : nothing}
    </fieldset>`;
  }

  #criterion(name: string, {metric}: FormCriterion, at: number, remove: () => void) {
    const text = this.#text;
    const currency = textOf(this.values, 'currency');
    const words = (prefix: string, codes: readonly string[]) => codes.map(value => ({value, label: wordOf(text, `${prefix}${value}`) ?? value}));
    return html`<div class="criterion" role="group" aria-label=${text.term('criterion', text.number(at + 1))}>
      ${this.field(`${name}/metric`, text.term('metric'), {kind: 'select', options: words('metric_', tierMetrics)})}
      ${metric === 'custom' ? this.field(`${name}/event`, text.term('eventName'), {required: true, maxLength: 60, placeholder: 'course_passed'}) : nothing}
      ${this.field(`${name}/operator`, text.term('operator'), {kind: 'select', options: words('operator_', operators)})}
      ${this.field(`${name}/target`, metric === 'revenue' ? text.term('targetIn', currency) : text.term('target'), {kind: 'number', required: true, min: '0', keyboard: metric === 'revenue' ? 'decimal' : 'numeric'})}
      ${metric === 'certifications' ? nothing : this.field(`${name}/window`, text.term('window'), {kind: 'select', options: words('window_', tierWindows)})}
      ${this.field(`${name}/weight`, text.term('weight'), {kind: 'number', required: true, min: '0', max: '1000', keyboard: 'numeric'})}
      <span class="ends">${this.check(`${name}/mandatory`, text.term('mandatory'))}<button class="button" type="button" data-icon-only data-variant="quiet" aria-label=${text.term('remove', text.term('criterion', text.number(at + 1)))} title=${text.term('remove', text.term('criterion', text.number(at + 1)))} @click=${remove}>${closeIcon()}</button></span>
    </div>`;
  }

  #moves() {
    const text = this.#text;
    const options = (prefix: string, codes: readonly string[]) => codes.map(value => ({value, label: wordOf(text, `${prefix}${value}`) ?? value}));
    return html`<fieldset class="level">
      <legend>${text.term('moves')}</legend>
      <div class="pair">
        ${this.field('promotion', text.term('promotion'), {kind: 'select', options: options('promotion_', promotions)})} ${this.field('promotionOn', text.term('promotionOn'), {kind: 'select', options: options('promotionOn_', promotionDays)})}
        ${this.field('graceDays', text.term('graceDays'), {kind: 'number', required: true, min: '0', max: '730', keyboard: 'numeric', help: text.term('graceHelp')})}
        ${this.field('retryAfterDays', text.term('retryAfterDays'), {kind: 'number', required: true, min: '0', max: '730', keyboard: 'numeric', help: text.term('retryHelp')})}
        ${this.field('timeZone', text.term('timeZone'), {kind: 'select', options: timeZoneOptions(textOf(this.values, 'timeZone'), this.timeZone)})}
      </div>
      ${this.check('holdForYear', text.term('holdForYear'))}
    </fieldset>`;
  }

  /** Who would reach another level, before anything is announced. */
  #change(preview: TierPreview) {
    const text = this.#text;
    const {effectiveFrom} = toPolicy(this.values);
    return html`<div class="form">
      ${this.failure ? html`<div class="note" data-tone="danger" role="alert">${this.failure}</div>` : nothing}
      <p class="muted">${effectiveFrom === undefined ? text.term('fromNow') : text.term('fromDay', text.date(effectiveFrom, 'date'))}</p>
      ${previewTable(text, preview, this.program)}
    </div>`;
  }

  #setLevels(levels: readonly FormLevel[]) {
    this.drafts.write(this.form, {requirements: toJson(levels)});
    this.requestUpdate();
  }

  readonly #ask = async () => {
    const {portal} = this;
    if (!portal || !(await this.isRight())) return;
    const {effectiveFrom: _effectiveFrom, ...terms} = toPolicy(this.values);
    this.preview = await this.send(() => portal.client.tierPolicies.preview(terms));
  };

  readonly #announce = async () => {
    const {portal} = this;
    if (!portal) return;
    const policy = await this.send(async () => {
      try {
        return await portal.client.tierPolicies.create(toPolicy(this.values));
      } catch (error) {
        // What is wrong is said at its field, which is on the page before.
        if (problemErrors(error).length > 0) this.preview = undefined;
        await this.updateComplete;
        throw error;
      }
    });
    if (!policy) return;
    this.drafts.clear(this.form);
    this.close();
    this.saved(policy);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-program-desk-terms': ProgramDeskTerms;
  }
}
