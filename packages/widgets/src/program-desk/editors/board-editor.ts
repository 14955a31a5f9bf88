import type {Board} from '@portico/contract';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {WordsReady} from '../../base/words-ready.ts';
import {Localize} from '../../strings/localize.ts';
import {boardEditorStrings} from '../../strings/program-desk-board.strings.ts';
import {boardFields, boardMetrics, boardPeriods, boardVisibilities, hasCurrency, hasLeastCount, mayNormalise, toBoard, toBoardChanges, toBoardValues} from './board.model.ts';
import {currencyOptions, timeZoneOptions} from './choices.ts';
import {DeskEditor} from './desk-editor.ts';
import {textOf, type Values} from './values.ts';

/**
 * What a leaderboard counts, who competes on it, and what partners see of each other: a new one, or what can be changed of one. Inside the desk only.
 *
 * @tag portico-program-desk-board
 */
export class ProgramDeskBoard extends DeskEditor {
  /** `null` for a new one. */
  @property({attribute: false}) board: Board | null = null;
  /** In which the programme counts, for what is new. */
  @property() currency = 'EUR';
  /** Says what was done, once it was. */
  @property({attribute: false}) saved: (act: 'add_board' | 'change_board' | 'remove_board', name: string) => void = () => {};

  @state() private removing = false;

  readonly #text = new Localize(this, boardEditorStrings);
  readonly #ready = new WordsReady(this, this.#text);

  protected override get words() {
    return this.#text;
  }

  protected override get form() {
    return `board/${this.board?.id ?? 'new'}`;
  }

  protected override get begin(): Values {
    return toBoardValues(this.board, {currency: this.currency, timeZone: this.timeZone});
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('open')) this.removing = false;
  }

  protected override render() {
    if (!this.#ready.done) return nothing;
    const text = this.#text;
    const {board} = this;
    return html`<portico-ui-dialog part="dialog" size="wide" ?open=${this.open} heading=${board ? text.term('editBoard', board.name) : text.term('newBoard')} @portico-ui-dialog-close=${this.onClose}>
      ${this.open
        ? html`<form class="form" novalidate @submit=${(event: Event) => event.preventDefault()}>
            ${this.renderNotes()} ${this.field('name', text.term('name'), {required: true, maxLength: 120, isFirst: true})} ${board ? this.#fixed(board) : this.#counts()} ${this.#who()} ${this.#sees()}
            ${this.removing && board ? html`<div class="note" data-tone="danger" role="alert">${text.term('removeText', board.name)}</div>` : nothing}
          </form>`
        : nothing}
      ${this.#buttons()}
    </portico-ui-dialog>`;
  }

  #buttons() {
    const text = this.#text;
    const {board, busy, removing} = this;
    if (board && removing) {
      return html`<button slot="actions" class="button" type="button" ?disabled=${busy} @click=${() => (this.removing = false)}>${text.term('back')}</button>
        <button slot="actions" class="button" type="button" data-variant="danger" data-act="do-remove" ?disabled=${busy} @click=${() => this.#remove(board)}>${text.term('doRemove')}</button>`;
    }
    return html`${board ? html`<button slot="actions" class="button" type="button" data-variant="quiet" data-act="remove" ?disabled=${busy} @click=${() => (this.removing = true)}>${text.term('removeBoard')}</button>` : nothing}
      <button slot="actions" class="button" type="button" data-variant="primary" data-act="save-board" ?disabled=${busy} @click=${() => this.#save()}>${text.term(board ? 'save' : 'addBoard')}</button>`;
  }

  /** What it counts, which is for good. */
  #counts() {
    const text = this.#text;
    const {values} = this;
    return html`<fieldset>
      <legend>${text.term('counts')}</legend>
      <p class="small muted">${text.term('countsHelp')}</p>
      <div class="pair">
        ${this.field('metric', text.term('metric'), {kind: 'select', options: boardMetrics.map(value => ({value, label: text.term(`metric_${value}`)}))})}
        ${hasCurrency(textOf(values, 'metric')) ? this.field('currency', text.term('currency'), {kind: 'select', options: currencyOptions(textOf(values, 'currency'))}) : nothing}
        ${this.field('period', text.term('period'), {kind: 'select', options: boardPeriods.map(value => ({value, label: text.term(`period_${value}`)}))})}
        ${this.field('timeZone', text.term('timeZone'), {kind: 'select', options: timeZoneOptions(textOf(values, 'timeZone'), this.timeZone), help: text.term('timeZoneHelp')})}
      </div>
    </fieldset>`;
  }

  #fixed({metric, currency, period, timeZone}: Board) {
    const text = this.#text;
    const words = [text.term(`metric_${metric}`), ...(hasCurrency(metric) ? [currency] : []), text.term(`period_${period}`), timeZone.replaceAll('_', ' ')];
    return html`<p class="muted"><span class="heading">${text.term('counts')}${text.colon}</span>${words.join(' · ')}</p>`;
  }

  #who() {
    const text = this.#text;
    const {values} = this;
    const levels = (this.program?.levels ?? []).map(({id, name}) => ({value: id, label: name}));
    const within = textOf(values, 'within');
    return html`<fieldset>
      <legend>${text.term('who')}</legend>
      ${levels.length > 0 ? this.choices('levelIds', text.term('levels'), levels) : nothing} ${this.countries('countries', text.term('countries'))}
      ${this.field('within', text.term('within'), {kind: 'select', options: boardFields.map(value => ({value, label: text.term(`within_${value}`)})), help: text.term('withinHelp')})}
      ${mayNormalise(textOf(values, 'metric'), within) ? html`<div>${this.check('isNormalised', text.term('isNormalised'))}<p class="small muted">${text.term('isNormalisedHelp')}</p></div>` : nothing}
      ${hasLeastCount(textOf(values, 'metric')) ? this.field('minCount', text.term('minCount'), {kind: 'number', required: true, min: '1', max: '1000', keyboard: 'numeric', help: text.term('minCountHelp')}) : nothing}
    </fieldset>`;
  }

  #sees() {
    const text = this.#text;
    const isTop = textOf(this.values, 'visibility/kind') === 'top';
    return html`<fieldset>
      <legend>${text.term('sees')}</legend>
      ${this.field('visibility/kind', text.term('visibility'), {kind: 'select', options: boardVisibilities.map(value => ({value, label: text.term(`visibility_${value}`)}))})}
      <div class="pair">
        ${isTop ? html`${this.field('visibility/top', text.term('top'), {kind: 'number', required: true, min: '0', max: '100', keyboard: 'numeric'})}${this.field('visibility/around', text.term('around'), {kind: 'number', required: true, min: '0', max: '20', keyboard: 'numeric'})}` : nothing}
        ${this.field('minParticipants', text.term('minParticipants'), {kind: 'number', required: true, min: '2', max: '1000', keyboard: 'numeric', help: text.term('minParticipantsHelp')})}
      </div>
    </fieldset>`;
  }

  async #save() {
    const {portal, board} = this;
    if (!portal || !(await this.isRight())) return;
    const saved = await this.save(board, toBoardChanges(this.values), {create: () => portal.client.boards.create(toBoard(this.values)), update: changes => portal.client.boards.update(changes)});
    if (saved) this.saved(board ? 'change_board' : 'add_board', saved.name);
  }

  async #remove(board: Board) {
    const removed = await this.send(async () => {
      await this.portal?.client.boards.delete({id: board.id, version: board.version});
      return true;
    });
    if (!removed) return;
    this.drafts.clear(this.form);
    this.close();
    this.saved('remove_board', board.name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-program-desk-board': ProgramDeskBoard;
  }
}
