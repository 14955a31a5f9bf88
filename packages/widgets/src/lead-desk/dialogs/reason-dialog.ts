import type {Lead, LostReason, WithdrawReason} from '@portico/contract';
import {html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import type {UiField} from '../../ui/field/field.ts';
import type {Outcome} from '../lead-desk.acts.ts';
import {ActDialog} from './act-dialog.ts';

const reasons = {
  withdraw: ['sent_by_mistake', 'customer_request', 'partner_request', 'no_progress', 'duplicate', 'compliance', 'other'] satisfies WithdrawReason[],
  close: [
    'budget', 'no_response', 'chose_competitor', 'requirements_not_met', 'not_a_customer', 'timeline', 'price', 'technical', 'legal', 'abuse_spam', 'other',
  ] satisfies LostReason[],
} as const;

/**
 * Asks for the reason of an act: withdrawing, closing, setting aside; and only for a yes where many leads are routed or put back. Inside the desk only.
 *
 * @tag portico-lead-desk-reason-dialog
 */
export class ReasonDialog extends ActDialog {
  @state() private reason = '';
  @state() private comment = '';

  protected override renderForm() {
    const {kind, text, words} = this;
    if (kind === 'route' || kind === 'recycle') return nothing;
    const partner = this.possible[0]?.offer?.partnerOrg.name ?? '';
    return html`${kind === 'withdraw' && this.possible.length === 1 ? html`<p>${words.term('withdrawHelp', partner)}</p>` : nothing}
      ${kind === 'quarantine' ? html`<p>${words.term('quarantineHelp')}</p>` : nothing}
      ${
        kind === 'withdraw' || kind === 'close'
          ? html`<portico-ui-field
              autofocus
              kind="select"
              required
              label=${words.term('reason')}
              .value=${this.reason}
              .options=${reasons[kind].map(value => ({value, label: text.term(`reason_${value}`)}))}
              @change=${(event: Event) => (this.reason = (event.target as UiField).value)}
            ></portico-ui-field>`
          : nothing
      }
      <portico-ui-field
        kind="textarea"
        optional
        max-length="1000"
        label=${words.term('comment')}
        help=${words.term(kind === 'withdraw' ? 'commentForPartner' : 'commentInternal')}
        .value=${this.comment}
        @input=${(event: Event) => (this.comment = (event.target as UiField).value)}
      ></portico-ui-field>`;
  }

  protected override renderConfirm() {
    const {kind, words} = this;
    const key = kind === 'update' || kind === 'offer' || kind === 'reoffer' ? 'close' : kind;
    return {label: words.term(`do_${key}`), variant: kind === 'withdraw' || kind === 'close' ? ('danger' as const) : ('primary' as const)};
  }

  protected override async readInput() {
    const select = this.renderRoot.querySelector<UiField>('portico-ui-field[kind=select]');
    if (select && !(await select.validate())) {
      select.focus();
      return undefined;
    }
    return {...(select && {reason: this.reason}), ...(this.comment.trim() && {comment: this.comment.trim()})};
  }

  protected override async perform(lead: Lead, input: {reason?: string; comment?: string}): Promise<Outcome> {
    const {acts, kind} = this;
    const {comment} = input;
    switch (kind) {
      case 'withdraw':
        return acts?.withdraw(lead, {reason: input.reason as WithdrawReason, comment});
      case 'close':
        return acts?.close(lead, {reason: input.reason as LostReason, comment});
      case 'quarantine':
        return acts?.quarantine(lead, {comment});
      case 'route':
        return acts?.route(lead);
      case 'recycle':
        return acts?.recycle(lead);
      default:
        return undefined;
    }
  }
}
