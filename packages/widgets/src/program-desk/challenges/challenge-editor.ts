import type {Badge, Challenge} from '@portico/contract';
import {html, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {wordOf} from '../../base/standing-text.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {timeZoneOptions} from '../editors/choices.ts';
import {partnerTypes} from '../editors/rule.model.ts';
import {listOf, textOf, type Values} from '../editors/values.ts';
import {challengePeriods, challengeProofs, toChallenge, toChallengeValues} from './challenge.model.ts';
import {GoalEditor} from './goal-editor.ts';

/**
 * What a challenge asks for, when, of whom, and what it brings. It is a draft until it is published. Inside the desk only.
 *
 * @tag portico-program-desk-challenge
 */
export class ProgramDeskChallenge extends GoalEditor {
  /** `null` for a new one. */
  @property({attribute: false}) challenge: Challenge | null = null;
  /** In which the programme counts, for what is new. */
  @property() currency = 'EUR';
  /** That a challenge can give. */
  @property({attribute: false}) badges: readonly Badge[] = [];
  /** Says what was saved. */
  @property({attribute: false}) saved: (name: string) => void = () => {};

  readonly #ready = new WordsReady(this, this.text);

  protected override get form() {
    return `challenge-draft/${this.challenge?.id ?? 'new'}`;
  }

  protected override get begin(): Values {
    return toChallengeValues(this.challenge, {currency: this.currency, timeZone: this.timeZone});
  }

  protected override render() {
    if (!this.#ready.done) return nothing;
    const {text, challenge, busy} = this;
    return html`<portico-ui-dialog part="dialog" size="wide" ?open=${this.open} heading=${challenge ? text.term('editChallenge', challenge.name) : text.term('newChallenge')} @portico-ui-dialog-close=${this.onClose}>
      ${this.open
        ? html`<form class="form" novalidate @submit=${(event: Event) => event.preventDefault()}>
            ${this.renderNotes()} ${this.field('name', text.term('name'), {required: true, maxLength: 120, isFirst: true})} ${this.field('description', text.term('description'), {kind: 'textarea', optional: true, maxLength: 4000})}
            ${this.#asks()} ${this.#when()} ${this.#brings()} ${this.#audience()}
          </form>`
        : nothing}
      <button slot="actions" class="button" type="button" @click=${() => this.close()}>${text.term('cancel')}</button>
      <button slot="actions" class="button" type="button" data-variant="primary" data-act="save-challenge" ?disabled=${busy} @click=${() => void this.#save()}>${text.term('saveDraft')}</button>
    </portico-ui-dialog>`;
  }

  #asks() {
    const {text, values} = this;
    const isPerformance = textOf(values, 'type') === 'performance';
    return html`${this.field('type', text.term('type'), {kind: 'select', options: (['performance', 'submission'] as const).map(value => ({value, label: text.term(`type_${value}`)}))})}
    ${isPerformance ? this.goalFields('goal') : this.choices('proofs', text.term('proofs'), challengeProofs.map(value => ({value, label: text.term(`proof_${value}`)})))}`;
  }

  #when() {
    const {text, values} = this;
    const isRelative = textOf(values, 'window/kind') === 'relative';
    return html`${this.field('window/kind', text.term('window'), {kind: 'select', options: (['absolute', 'relative'] as const).map(value => ({value, label: text.term(`window_${value}`)}))})}
      <div class="pair">
        ${isRelative
          ? html`${this.field('window/days', text.term('days'), {kind: 'number', required: true, min: '1', max: '366', keyboard: 'numeric'})} ${this.field('window/joinBy', text.term('joinBy'), {kind: 'date', optional: true})}`
          : html`${this.field('window/startsAt', text.term('startsAt'), {kind: 'date', required: true})} ${this.field('window/endsAt', text.term('endsAt'), {kind: 'date', required: true})}
            ${this.field('period', text.term('period'), {kind: 'select', options: challengePeriods.map(value => ({value, label: value === 'once' ? text.term('period_once') : text.term(`each_${value}`)}))})}`}
        ${this.field('timeZone', text.term('timeZone'), {kind: 'select', options: timeZoneOptions(textOf(values, 'timeZone'), this.timeZone)})}
      </div>`;
  }

  #brings() {
    const {text, challenge} = this;
    const own = challenge?.badge ? [{value: challenge.badge.id, label: challenge.badge.name}] : [];
    const badges = this.badges.filter(({isRetired, id}) => !isRetired && id !== challenge?.badge?.id).map(({id, name}) => ({value: id, label: name}));
    return html`<fieldset>
      <legend>${text.term('reward')}</legend>
      <div class="pair">
        ${this.field('points', text.term('rewardPoints'), {kind: 'number', required: true, min: '0', max: '1000000', keyboard: 'numeric'})}
        ${this.field('badgeId', text.term('rewardBadge'), {kind: 'select', options: [{value: '', label: text.term('noBadge')}, ...own, ...badges]})}
        ${this.field('maxWinners', text.term('maxWinners'), {kind: 'number', optional: true, min: '1', max: '1000000', keyboard: 'numeric', help: text.term('maxWinnersHelp')})}
      </div>
    </fieldset>`;
  }

  #audience() {
    const {text, values} = this;
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

  async #save() {
    const {portal, challenge} = this;
    if (!portal || !(await this.isRight())) return;
    const next = toChallenge(this.values, challenge);
    const saved = await this.save(challenge, next, {create: fields => portal.client.challenges.create(fields), update: changes => portal.client.challenges.update(changes)});
    if (saved) this.saved(saved.name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-program-desk-challenge': ProgramDeskChallenge;
  }
}
