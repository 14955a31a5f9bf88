import type {Lead, LeadPriority} from '@portico/contract';
import {html, type PropertyValues} from 'lit';
import {state} from 'lit/decorators.js';
import type {UiField} from '../../ui/field/field.ts';
import type {Outcome} from '../lead-desk.acts.ts';
import type {LeadChanges} from '../lead-desk.model.ts';
import {ActDialog} from './act-dialog.ts';

const priorities = ['hot', 'normal', 'low'] as const satisfies readonly LeadPriority[];

/**
 * Corrects what vendor staff judge themselves: score, priority, when the customer wants it, and what they need. Inside the desk only.
 *
 * @tag portico-lead-desk-edit-dialog
 */
export class EditDialog extends ActDialog {
  @state() private score = '';
  @state() private priority: LeadPriority = 'normal';
  @state() private timeline = '';
  @state() private need = '';

  protected override willUpdate(changed: PropertyValues<this>) {
    const [lead] = this.leads;
    if (!changed.has('leads') || !lead || this.hasUpdated) return;
    this.score = lead.score === null ? '' : String(lead.score);
    this.priority = lead.priority;
    this.timeline = lead.timeline ?? '';
    this.need = lead.need ?? '';
  }

  protected override renderForm() {
    const {text, words, facts} = this;
    return html`<div class="pair">
        <portico-ui-field
          autofocus
          kind="number"
          min="0"
          max="100"
          label=${text.term('col_score')}
          .value=${this.score}
          @input=${(event: Event) => (this.score = (event.target as UiField).value)}
        ></portico-ui-field>
        <portico-ui-field
          kind="select"
          label=${words.term('priority')}
          .value=${this.priority}
          .options=${priorities.map(value => ({value, label: words.term(`priority_${value}`)}))}
          @change=${(event: Event) => (this.priority = (event.target as UiField).value as LeadPriority)}
        ></portico-ui-field>
      </div>
      <portico-ui-field
        max-length="120"
        label=${facts.term('timeline')}
        .value=${this.timeline}
        @input=${(event: Event) => (this.timeline = (event.target as UiField).value)}
      ></portico-ui-field>
      <portico-ui-field
        kind="textarea"
        max-length="4000"
        label=${facts.term('need')}
        .value=${this.need}
        @input=${(event: Event) => (this.need = (event.target as UiField).value)}
      ></portico-ui-field>`;
  }

  protected override renderConfirm() {
    return {label: this.words.term('do_update'), variant: 'primary' as const};
  }

  /** Only what was changed is sent: what somebody else changes meanwhile stays. */
  protected override async readInput(): Promise<LeadChanges | undefined> {
    const fields = [...this.renderRoot.querySelectorAll<UiField>('portico-ui-field')];
    for (const field of fields) {
      if (await field.validate()) continue;
      field.focus();
      return undefined;
    }
    const [lead] = this.leads;
    const score = this.score === '' ? undefined : Math.round(Number(this.score));
    return {
      ...(score !== undefined && score !== lead?.score && {score}),
      ...(this.priority !== lead?.priority && {priority: this.priority}),
      ...(this.timeline.trim() && this.timeline.trim() !== lead?.timeline && {timeline: this.timeline.trim()}),
      ...(this.need.trim() && this.need.trim() !== lead?.need && {need: this.need.trim()}),
    };
  }

  protected override async perform(lead: Lead, changes: LeadChanges): Promise<Outcome> {
    return Object.keys(changes).length === 0 ? {lead} : this.acts?.update(lead, changes);
  }
}
