import type {Reward} from '@portico/contract';
import {html} from 'lit';
import type {UiField} from '../ui/field/field.ts';
import type {ChallengesView} from './challenges.view.ts';

/** Asks before points are given away: what it costs, and what is left then. */
export function redeemDialog(view: ChallengesView, {id, name, points, ...reward}: Reward) {
  const {challenges, text, busy} = view;
  const balance = challenges.account?.balance ?? 0;
  const send = (event: Event) => {
    const field = (event.currentTarget as HTMLElement).closest('portico-ui-dialog')?.querySelector<UiField>('portico-ui-field');
    view.redeem({id, name, points, ...reward}, field?.value.trim() || null);
  };
  return html`<portico-ui-dialog part="dialog" ?open=${view.dialogOpen} heading=${text.term('redeemTitle', name)} @portico-ui-dialog-close=${() => view.closeDialog()}>
    <div class="form">
      <dl class="bill figures">
        <div><dt>${text.term('balanceNow')}</dt><dd>${text.number(balance)}</dd></div>
        <div><dt>${text.term('price')}</dt><dd>${text.number(-points)}</dd></div>
        <div class="sum"><dt>${text.term('balanceThen')}</dt><dd>${text.number(balance - points)}</dd></div>
      </dl>
      <portico-ui-field kind="textarea" optional label=${text.term('note')} help=${text.term('noteHelp')} max-length="1000"></portico-ui-field>
    </div>
    <button slot="actions" class="button" type="button" @click=${() => view.closeDialog()}>${text.term('cancel')}</button>
    <button slot="actions" class="button" type="button" data-variant="primary" data-act="do-redeem" ?disabled=${busy || points > balance} @click=${send}>${text.term('doRedeem', text.term('points', points))}</button>
  </portico-ui-dialog>`;
}
