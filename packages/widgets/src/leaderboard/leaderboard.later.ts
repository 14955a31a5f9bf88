/** What is opened seldom: rules, people, taking part, the dialog in which a reader says what is wrong with a result, and the menu of many boards. A chunk of its own. */
import {css, html} from 'lit';
import type {BoardResult} from '@portico/contract';
import {defineElement} from '../base/define-element.ts';
import type {Part} from '../base/later-part.ts';
import {addLaterStrings} from '../strings/leaderboard-later.strings.ts';
import {space, token} from '../theme/tokens.ts';
import {UiCheckbox} from '../ui/checkbox/checkbox.ts';
import {UiDialog} from '../ui/dialog/dialog.ts';
import {UiField} from '../ui/field/field.ts';
import {UiMenu} from '../ui/menu/menu.ts';
import {dispute} from './board-acts.ts';
import {periodWords} from './board-text.ts';
import {boardsMenu} from './boards-menu.view.ts';
import type {LaterViews, LeaderboardView} from './leaderboard.view.ts';
import {people, taking} from './own-company.view.ts';
import {rules} from './rules.view.ts';

const laterStyles = css`
  .unfolded {
    display: grid;
    justify-items: start;
    gap: ${space(2)};
    max-inline-size: 68ch;
    padding-block: ${space(2)};
    text-wrap: pretty;
  }
  .people {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: ${token('font-size-body')};
  }
  .people :is(th, td) {
    padding: ${space(1)} ${space(2)};
    border-block-end: 1px solid ${token('color-border')};
    font-weight: 400;
    text-align: end;
    white-space: nowrap;
  }
  .people th[scope='row'] {
    inline-size: 100%;
    text-align: start;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .people .self {
    background: ${token('color-surface-sunken')};
  }
`;

/** Registers the parts that these views use, and gives them. */
export function laterPart(): Part<LaterViews> {
  addLaterStrings();
  defineElement('portico-ui-checkbox', UiCheckbox);
  defineElement('portico-ui-dialog', UiDialog);
  defineElement('portico-ui-field', UiField);
  defineElement('portico-ui-menu', UiMenu);
  return {views: {disputeDialog, people, taking, rules, boardsMenu}, styles: [laterStyles]};
}

function disputeDialog(view: LeaderboardView, result: BoardResult) {
  const {text} = view;
  const send = async (event: Event) => {
    const field = (event.currentTarget as HTMLElement).closest('portico-ui-dialog')?.querySelector<UiField>('portico-ui-field');
    if (field && (await field.validate())) void dispute(view, result, field.value.trim());
  };
  return html`<portico-ui-dialog part="dialog" ?open=${view.dialogOpen} heading=${text.term('disputeTitle', result.board.name, periodWords(text, result.period.key))} @portico-ui-dialog-close=${() => view.closeDialog()}>
    <portico-ui-field kind="textarea" label=${text.term('disputeLabel')} help=${text.term('disputeHelp')} max-length="2000" required autofocus></portico-ui-field>
    <button slot="actions" class="button" type="button" @click=${() => view.closeDialog()}>${text.term('cancel')}</button>
    <button slot="actions" class="button" type="button" data-variant="primary" data-act="send" @click=${send}>${text.term('send')}</button>
  </portico-ui-dialog>`;
}
