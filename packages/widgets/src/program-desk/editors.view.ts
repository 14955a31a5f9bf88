import {html, nothing} from 'lit';
import type {DeskEdit, DeskView} from './program-desk.view.ts';

/** The dialog in which a rule or a board is changed; its code has come before it opens. */
export function editorOf(view: DeskView, edit: DeskEdit | undefined) {
  const {desk, portal, text, editOpen} = view;
  if (!edit) return nothing;
  if (edit.kind === 'board') {
    // As it is now, when somebody else changes it meanwhile.
    const board = desk.boards.find(each => each.board.id === edit.board?.id)?.board ?? edit.board;
    return html`<portico-program-desk-board
      exportparts="dialog"
      .portal=${portal}
      .program=${desk.program}
      .currency=${desk.currency}
      .board=${board}
      .open=${editOpen}
      .saved=${(act: 'add_board' | 'change_board' | 'remove_board', name: string) => {
        desk.retry();
        view.say(text.term(`done_${act}`, name));
      }}
      @portico-ui-dialog-close=${() => view.closeEdit()}
    ></portico-program-desk-board>`;
  }
  const rule = desk.rules.find(({id}) => id === edit.rule?.id) ?? edit.rule;
  return html`<portico-program-desk-rule
    exportparts="dialog"
    .portal=${portal}
    .program=${desk.program}
    .currency=${desk.currency}
    .rule=${rule}
    .open=${editOpen}
    .saved=${(saved: NonNullable<typeof rule>, preview: boolean) => {
      desk.retry();
      if (preview && saved.draft) view.ask({kind: 'publish', rule: saved});
      else view.say(text.term('done_draft', saved.name));
    }}
    @portico-ui-dialog-close=${() => view.closeEdit()}
  ></portico-program-desk-rule>`;
}
