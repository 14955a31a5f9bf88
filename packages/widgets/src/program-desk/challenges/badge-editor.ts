import type {Api, Badge, RouteInput} from '@portico/contract';
import {html, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {WordsReady} from '../../base/words-ready.ts';
import {isOn, numberOf, textOf, type Values} from '../editors/values.ts';
import {GoalEditor, toGoal, toGoalValues} from './goal-editor.ts';

/**
 * What a badge says, how it is earned and how long it is valid. Inside the desk only.
 *
 * @tag portico-program-desk-badge
 */
export class ProgramDeskBadge extends GoalEditor {
  /** `null` for a new one. */
  @property({attribute: false}) badge: Badge | null = null;
  /** In which the programme counts, for what is new. */
  @property() currency = 'EUR';
  /** Says what was saved. */
  @property({attribute: false}) saved: (name: string) => void = () => {};

  readonly #ready = new WordsReady(this, this.text);

  protected override get form() {
    return `badge/${this.badge?.id ?? 'new'}`;
  }

  protected override get begin(): Values {
    const {badge} = this;
    return {
      ...toGoalValues(badge?.criterion?.goal ?? null, 'criterion/goal', this.currency),
      name: badge?.name ?? '',
      description: badge?.description ?? '',
      earned: badge?.criterion ? 'self' : 'hand',
      'criterion/withinDays': String(badge?.criterion?.withinDays ?? ''),
      validForDays: String(badge?.validForDays ?? ''),
      isRetired: badge?.isRetired ?? false,
    };
  }

  protected override render() {
    if (!this.#ready.done) return nothing;
    const {text, badge, busy, values} = this;
    return html`<portico-ui-dialog part="dialog" size="wide" ?open=${this.open} heading=${badge ? text.term('editBadge', badge.name) : text.term('newBadge')} @portico-ui-dialog-close=${this.onClose}>
      ${this.open
        ? html`<form class="form" novalidate @submit=${(event: Event) => event.preventDefault()}>
            ${this.renderNotes()} ${this.field('name', text.term('name'), {required: true, maxLength: 80, isFirst: true})} ${this.field('description', text.term('note'), {kind: 'textarea', optional: true, maxLength: 1000})}
            ${this.field('earned', text.term('earned'), {kind: 'select', options: (['hand', 'self'] as const).map(value => ({value, label: text.term(`earned_${value}`)}))})}
            ${textOf(values, 'earned') === 'self' ? html`${this.goalFields('criterion/goal')} ${this.field('criterion/withinDays', text.term('within'), {kind: 'number', optional: true, min: '1', max: '3660', keyboard: 'numeric', help: text.term('withinHelp')})}` : nothing}
            ${this.field('validForDays', text.term('validFor'), {kind: 'number', optional: true, min: '1', max: '3660', keyboard: 'numeric', help: text.term('validForHelp')})} ${badge ? this.check('isRetired', text.term('retire')) : nothing}
          </form>`
        : nothing}
      <button slot="actions" class="button" type="button" @click=${() => this.close()}>${text.term('cancel')}</button>
      <button slot="actions" class="button" type="button" data-variant="primary" data-act="save-badge" ?disabled=${busy} @click=${() => void this.#save()}>${text.term('save')}</button>
    </portico-ui-dialog>`;
  }

  async #save() {
    const {portal, badge, values} = this;
    if (!portal || !(await this.isRight())) return;
    const next: RouteInput<Api['badges']['create']> = {
      name: textOf(values, 'name'),
      description: textOf(values, 'description') || null,
      criterion: textOf(values, 'earned') === 'self' ? {goal: toGoal(values, 'criterion/goal'), withinDays: numberOf(values, 'criterion/withinDays')} : null,
      validForDays: numberOf(values, 'validForDays'),
      isRetired: isOn(values, 'isRetired'),
    };
    const saved = await this.save(badge, next, {create: fields => portal.client.badges.create(fields), update: changes => portal.client.badges.update(changes)});
    if (saved) this.saved(saved.name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-program-desk-badge': ProgramDeskBadge;
  }
}
