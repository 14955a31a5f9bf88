import type {Api, Reward, RouteInput} from '@portico/contract';
import {html, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {WordsReady} from '../../base/words-ready.ts';
import {Localize} from '../../strings/localize.ts';
import {deskRewardsStrings} from '../../strings/program-desk-rewards.strings.ts';
import {currencyOptions} from '../editors/choices.ts';
import {DeskEditor} from '../editors/desk-editor.ts';
import {amountOf, isOn, numberOf, textOf, toAmountValue, type Values} from '../editors/values.ts';

/**
 * What a reward is, what it costs and how many there are. Inside the desk only.
 *
 * @tag portico-program-desk-reward
 */
export class ProgramDeskReward extends DeskEditor {
  /** `null` for a new one. */
  @property({attribute: false}) reward: Reward | null = null;
  /** In which the programme counts, for what is new. */
  @property() currency = 'EUR';
  /** Says what was saved. */
  @property({attribute: false}) saved: (name: string) => void = () => {};

  readonly #text = new Localize(this, deskRewardsStrings);
  readonly #ready = new WordsReady(this, this.#text);

  protected override get words() {
    return this.#text as unknown as DeskEditor['words'];
  }

  protected override get form() {
    return `reward/${this.reward?.id ?? 'new'}`;
  }

  protected override get begin(): Values {
    const {reward} = this;
    const currency = reward?.value?.currency ?? this.currency;
    return {
      name: reward?.name ?? '',
      description: reward?.description ?? '',
      points: String(reward?.points ?? ''),
      'value/amountMinor': toAmountValue(reward?.value?.amountMinor, currency),
      'value/currency': currency,
      stock: String(reward?.stock ?? ''),
      isOffered: reward?.isOffered ?? true,
    };
  }

  protected override render() {
    if (!this.#ready.done) return nothing;
    const text = this.#text;
    const {reward, busy, values} = this;
    return html`<portico-ui-dialog part="dialog" size="wide" ?open=${this.open} heading=${reward ? text.term('editReward', reward.name) : text.term('newReward')} @portico-ui-dialog-close=${this.onClose}>
      ${this.open
        ? html`<form class="form" novalidate @submit=${(event: Event) => event.preventDefault()}>
            ${this.renderNotes()} ${this.field('name', text.term('name'), {required: true, maxLength: 120, isFirst: true})} ${this.field('description', text.term('description'), {kind: 'textarea', optional: true, maxLength: 2000})}
            <div class="pair">
              ${this.field('points', text.term('price'), {kind: 'number', required: true, min: '1', max: '1000000000', keyboard: 'numeric'})}
              ${this.field('stock', text.term('stock'), {kind: 'number', optional: true, min: '0', max: '1000000', keyboard: 'numeric', help: text.term('stockHelp')})}
            </div>
            <div class="pair">
              ${this.field('value/amountMinor', text.term('value'), {kind: 'number', optional: true, min: '0', keyboard: 'decimal'})}
              ${this.field('value/currency', text.term('currency'), {kind: 'select', options: currencyOptions(textOf(values, 'value/currency'))})}
            </div>
            ${this.check('isOffered', text.term('offered'))}
          </form>`
        : nothing}
      <button slot="actions" class="button" type="button" @click=${() => this.close()}>${text.term('cancel')}</button>
      <button slot="actions" class="button" type="button" data-variant="primary" data-act="save-reward" ?disabled=${busy} @click=${() => void this.#save()}>${text.term('save')}</button>
    </portico-ui-dialog>`;
  }

  async #save() {
    const {portal, reward, values} = this;
    if (!portal || !(await this.isRight())) return;
    const currency = textOf(values, 'value/currency');
    const amountMinor = amountOf(values, 'value/amountMinor', currency);
    const next: RouteInput<Api['rewards']['create']> = {
      name: textOf(values, 'name'),
      description: textOf(values, 'description') || null,
      points: numberOf(values, 'points') ?? 0,
      value: amountMinor === null ? null : {amountMinor, currency},
      stock: numberOf(values, 'stock'),
      isOffered: isOn(values, 'isOffered'),
    };
    const saved = await this.save(reward, next, {create: fields => portal.client.rewards.create(fields), update: changes => portal.client.rewards.update(changes)});
    if (saved) this.saved(saved.name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-program-desk-reward': ProgramDeskReward;
  }
}
