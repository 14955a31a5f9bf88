import type {PointsRule, PointsTerms} from '@portico/contract';
import {html, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {capWords, formulaWords} from '../../base/rule-text.ts';
import {eventWords, wordOf} from '../../base/standing-text.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {Localize} from '../../strings/localize.ts';
import {ruleEditorStrings} from '../../strings/program-desk-rule.strings.ts';
import {currencyOptions, timeZoneOptions} from './choices.ts';
import {DeskEditor} from './desk-editor.ts';
import {capPeriods, knownEvents, otherEvent, partnerTypes, toRule, toRuleValues} from './rule.model.ts';
import {listOf, textOf, type Values} from './values.ts';

/**
 * What a rule gives points for: a new rule, or the next version of one. It is a draft until it is published, and what publishing changes is shown before. Inside the desk only.
 *
 * @tag portico-program-desk-rule
 */
export class ProgramDeskRule extends DeskEditor {
  /** `null` for a new one. */
  @property({attribute: false}) rule: PointsRule | null = null;
  /** In which the programme counts, for what is new. */
  @property() currency = 'EUR';
  /** Goes on with the rule as it was saved. */
  @property({attribute: false}) saved: (rule: PointsRule, preview: boolean) => void = () => {};

  readonly #text = new Localize(this, ruleEditorStrings);
  readonly #ready = new WordsReady(this, this.#text);

  protected override get words() {
    return this.#text;
  }

  protected override get form() {
    return `points-rule/${this.rule?.id ?? 'new'}`;
  }

  protected override get begin(): Values {
    return toRuleValues(this.rule, {currency: this.currency, timeZone: this.timeZone});
  }

  protected override render() {
    if (!this.#ready.done) return nothing;
    const text = this.#text;
    const {rule, busy} = this;
    return html`<portico-ui-dialog part="dialog" size="wide" ?open=${this.open} heading=${rule ? text.term('editRule', rule.name) : text.term('newRule')} @portico-ui-dialog-close=${this.onClose}>
      ${this.open
        ? html`<form class="form" novalidate @submit=${(event: Event) => event.preventDefault()}>
            ${this.renderNotes()} ${rule?.published ? html`<p class="muted">${text.term('nextVersion', text.number(rule.published.number + 1))}</p>` : nothing} ${this.#main()} ${this.#conditions()} ${this.#audience()} ${this.#time()} ${this.#said()}
          </form>`
        : nothing}
      <button slot="actions" class="button" type="button" data-act="save-rule" ?disabled=${busy} @click=${() => this.#save(false)}>${text.term('saveDraft')}</button>
      <button slot="actions" class="button" type="button" data-variant="primary" data-act="save-and-preview" ?disabled=${busy} @click=${() => this.#save(true)}>${text.term('saveAndPreview')}</button>
    </portico-ui-dialog>`;
  }

  #main() {
    const text = this.#text;
    const {values} = this;
    const isOther = textOf(values, 'eventKind') === otherEvent;
    const isPerAmount = textOf(values, 'formula/kind') === 'per_amount';
    return html`${this.field('name', text.term('name'), {required: true, maxLength: 120, isFirst: true})}
      <div class="pair">
        ${this.field('eventKind', text.term('event'), {kind: 'select', options: [...knownEvents.map(value => ({value, label: eventWords(text, value)})), {value: otherEvent, label: text.term('otherEvent')}]})}
        ${isOther ? this.field('event', text.term('eventName'), {required: true, maxLength: 60, help: text.term('eventNameHelp')}) : nothing}
      </div>
      <div class="pair">
        ${this.field('formula/kind', text.term('formula'), {kind: 'select', options: (['fixed', 'per_amount'] as const).map(value => ({value, label: text.term(`formula_${value}`)}))})}
        ${this.field('formula/points', text.term('pointsGiven'), {kind: 'number', required: true, min: '1', max: '1000000', keyboard: 'numeric'})}
        ${isPerAmount ? html`${this.field('formula/perMinor', text.term('perEach'), {kind: 'number', required: true, min: '0.01', keyboard: 'decimal'})}${this.field('formula/currency', text.term('currency'), {kind: 'select', options: currencyOptions(textOf(values, 'formula/currency'))})}` : nothing}
      </div>
      <fieldset>
        <legend>${text.term('cap')}</legend>
        <div class="pair">
          ${this.field('cap/times', text.term('capTimes'), {kind: 'number', required: true, min: '1', max: '100000', keyboard: 'numeric'})}
          ${this.field('cap/per', text.term('capPer'), {kind: 'select', options: capPeriods.map(value => ({value, label: wordOf(text, `per_${value}`) ?? value}))})}
          ${this.field('cap/points', text.term('capPoints'), {kind: 'number', optional: true, min: '1', keyboard: 'numeric'})}
        </div>
        ${this.check('oncePerEntity', text.term('oncePerEntity'))}
      </fieldset>`;
  }

  #conditions() {
    const text = this.#text;
    const {values} = this;
    const products = (this.program?.products ?? []).map(({name}) => ({value: name, label: name}));
    const count = ['condition/products', 'condition/countries'].filter(name => listOf(values, name).length > 0).length + ['condition/minAmount', 'condition/maxHours'].filter(name => textOf(values, name) !== '').length;
    return html`<details>
      <summary>${text.term('conditions')} <span class="muted">${count === 0 ? text.term('everyEvent') : text.number(count)}</span></summary>
      <div class="group">
        <div class="pair">
          ${this.field('condition/minAmount', text.term('minAmount'), {kind: 'number', optional: true, min: '0', keyboard: 'decimal'})}
          ${this.field('condition/minAmount/currency', text.term('currency'), {kind: 'select', options: currencyOptions(textOf(values, 'condition/minAmount/currency'))})}
          ${this.field('condition/maxHours', text.term('maxHours'), {kind: 'number', optional: true, min: '0.1', help: text.term('maxHoursHelp'), keyboard: 'decimal'})}
        </div>
        ${products.length > 0 || listOf(values, 'condition/products').length > 0 ? this.choices('condition/products', text.term('products'), products) : nothing} ${this.countries('condition/countries', text.term('customerCountries'))}
      </div>
    </details>`;
  }

  #audience() {
    const text = this.#text;
    const {values} = this;
    const levels = (this.program?.levels ?? []).map(({id, name}) => ({value: id, label: name}));
    const count = ['audience/levelIds', 'audience/partnerTypes', 'audience/countries', 'audience/groups'].filter(name => listOf(values, name).length > 0).length;
    return html`<details>
      <summary>${text.term('audience')} <span class="muted">${count === 0 ? text.term('everybody') : text.number(count)}</span></summary>
      <div class="group">
        ${levels.length > 0 ? this.choices('audience/levelIds', text.term('levels'), levels) : nothing}
        ${this.choices('audience/partnerTypes', text.term('partnerTypes'), partnerTypes.map(value => ({value, label: wordOf(text, `partnerType_${value}`) ?? value})))}
        ${this.countries('audience/countries', text.term('countries'))} ${this.field('audience/groups', text.term('groups'), {optional: true, help: text.term('listHelp')})}
      </div>
    </details>`;
  }

  #time() {
    const text = this.#text;
    const {values} = this;
    const bounds = [textOf(values, 'startsAt'), textOf(values, 'endsAt')].filter(Boolean).length;
    return html`<details>
      <summary>${text.term('dates')} <span class="muted">${bounds === 0 ? text.term('always') : text.number(bounds)}</span></summary>
      <div class="group">
        <div class="pair">${this.field('startsAt', text.term('startsAt'), {kind: 'date', optional: true})} ${this.field('endsAt', text.term('endsAt'), {kind: 'date', optional: true})}</div>
        <div class="pair">
          ${this.field('expiresAfterDays', text.term('expiresAfterDays'), {kind: 'number', optional: true, min: '1', max: '3660', help: text.term('expiresHelp'), keyboard: 'numeric'})}
          ${this.field('timeZone', text.term('timeZone'), {kind: 'select', options: timeZoneOptions(textOf(values, 'timeZone'), this.timeZone)})}
        </div>
      </div>
    </details>`;
  }

  /** The rule as partners will read it. */
  #said() {
    const text = this.#text;
    const {formula, cap, event} = toRule(this.values, null);
    if (!(formula.points > 0 && cap.times > 0) || (formula.kind === 'per_amount' && formula.perMinor < 1)) return nothing;
    const terms = {formula, cap: {...cap, points: cap.points ?? null}} as PointsTerms;
    return html`<p class="said" role="status"><span class="muted">${text.term('inWords')}</span> ${eventWords(text, event)}${text.colon}${text.list([formulaWords(text, terms), capWords(text, terms)], {style: 'narrow'})}</p>`;
  }

  async #save(preview: boolean) {
    const {portal, rule} = this;
    if (!portal || !(await this.isRight())) return;
    const before = rule?.draft ?? rule?.published?.terms ?? null;
    const next = toRule(this.values, before);
    const saved = await this.save(rule, next, {
      before: {...before, ...(rule && {name: rule.name})},
      create: fields => portal.client.pointsRules.create(fields),
      update: changes => portal.client.pointsRules.update(changes),
    });
    if (saved) this.saved(saved, preview);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-program-desk-rule': ProgramDeskRule;
  }
}
