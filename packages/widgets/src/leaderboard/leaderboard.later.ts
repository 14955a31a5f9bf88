/** The dialog in which a reader says what is wrong with a result: a chunk of its own. */
import {html} from 'lit';
import type {BoardResult} from '@portico/contract';
import {defineElement} from '../base/define-element.ts';
import type {Part} from '../base/later-part.ts';
import {UiDialog} from '../ui/dialog/dialog.ts';
import {UiField} from '../ui/field/field.ts';
import {periodWords} from './board-text.ts';
import type {LaterViews, LeaderboardView} from './leaderboard.view.ts';

/** Registers the parts that this view uses, and gives it. */
export function laterPart(): Part<LaterViews> {
  defineElement('portico-ui-dialog', UiDialog);
  defineElement('portico-ui-field', UiField);
  return {views: {disputeDialog}, styles: []};
}

function disputeDialog(view: LeaderboardView, result: BoardResult) {
  const {text} = view;
  const send = async (event: Event) => {
    const field = (event.currentTarget as HTMLElement).closest('portico-ui-dialog')?.querySelector<UiField>('portico-ui-field');
    if (field && (await field.validate())) view.dispute(result, field.value.trim());
  };
  return html`<portico-ui-dialog part="dialog" ?open=${view.dialogOpen} heading=${text.term('disputeTitle', result.board.name, periodWords(text, result.period.key))} @portico-ui-dialog-close=${() => view.closeDialog()}>
    <portico-ui-field kind="textarea" label=${text.term('disputeLabel')} help=${text.term('disputeHelp')} max-length="2000" required autofocus></portico-ui-field>
    <button slot="actions" class="button" type="button" @click=${() => view.closeDialog()}>${text.term('cancel')}</button>
    <button slot="actions" class="button" type="button" data-variant="primary" data-act="send" @click=${send}>${text.term('send')}</button>
  </portico-ui-dialog>`;
}
