import type {BoardDispute, BoardResult, PointsReplay, PointsRule} from '@portico/contract';
import {html} from 'lit';
import type {UiField} from '../ui/field/field.ts';
import type {DeskDialog, DeskView} from './program-desk.view.ts';

/** The dialog that is asked for. */
export function deskDialog(view: DeskView, dialog: DeskDialog) {
  const {text, desk} = view;
  if (dialog.kind === 'publish') return publishDialog(view, dialog.rule, dialog.replay);
  if (dialog.kind === 'deny') return reasonDialog(view, {heading: text.term('denyTitle', dialog.hold.partnerOrg.name), help: text.term('denyHelp'), button: text.term('doDeny'), act: 'do-deny', send: comment => view.deny(dialog.hold, comment)});
  if (dialog.kind === 'award') return awardDialog(view, dialog.result);
  if (dialog.kind === 'answer') return answerDialog(view, dialog.result, dialog.dispute);
  const {change} = dialog;
  return reasonDialog(view, {heading: text.term('rejectTitle', change.partnerOrg.name, desk.levelName(change.toLevelId) ?? ''), help: text.term('commentHelp'), button: text.term('doReject'), act: 'do-reject', send: comment => view.reject(change, comment)});
}

interface Reason {
  readonly heading: string;
  readonly help: string;
  readonly button: string;
  readonly act: string;
  send(comment: string): void;
}

/** Asks why, and takes nothing without an answer. */
function reasonDialog(view: DeskView, {heading, help, button, act, send: decide}: Reason) {
  const {text, busy} = view;
  const send = async (event: Event) => {
    const field = (event.currentTarget as HTMLElement).closest('portico-ui-dialog')?.querySelector<UiField>('portico-ui-field');
    if (field && (await field.validate())) decide(field.value.trim());
  };
  return html`<portico-ui-dialog part="dialog" ?open=${view.dialogOpen} heading=${heading} @portico-ui-dialog-close=${() => view.closeDialog()}>
    <div class="form"><portico-ui-field kind="textarea" label=${text.term('comment')} help=${help} max-length="2000" required autofocus></portico-ui-field></div>
    <button slot="actions" class="button" type="button" @click=${() => view.closeDialog()}>${text.term('cancel')}</button>
    <button slot="actions" class="button" type="button" data-variant="danger" data-act=${act} ?disabled=${busy} @click=${send}>${button}</button>
  </portico-ui-dialog>`;
}

/** The fields of the dialog that a button stands in. */
const fieldsOf = (event: Event) => [...((event.currentTarget as HTMLElement).closest('portico-ui-dialog')?.querySelectorAll<UiField>('portico-ui-field') ?? [])];

/** What a partner said is wrong with a result, and the answer to it. */
function answerDialog(view: DeskView, result: BoardResult, dispute: BoardDispute) {
  const {text, busy} = view;
  const send = (isAccepted: boolean) => async (event: Event) => {
    const [field] = fieldsOf(event);
    if (field && (await field.validate())) view.answer(result, dispute, isAccepted, field.value.trim());
  };
  return html`<portico-ui-dialog part="dialog" ?open=${view.dialogOpen} heading=${text.term('answerTitle', dispute.partnerOrg.name, result.board.name)} @portico-ui-dialog-close=${() => view.closeDialog()}>
    <div class="form">
      <blockquote class="said" dir="auto" translate="no">${dispute.text}</blockquote>
      <portico-ui-field kind="textarea" label=${text.term('answerLabel')} help=${text.term('commentHelp')} max-length="2000" required autofocus></portico-ui-field>
    </div>
    <button slot="actions" class="button" type="button" data-act="no" ?disabled=${busy} @click=${send(false)}>${text.term('isRight')}</button>
    <button slot="actions" class="button" type="button" data-variant="primary" data-act="yes" ?disabled=${busy} @click=${send(true)}>${text.term('isWrong')}</button>
  </portico-ui-dialog>`;
}

/** Prizes for the first ranks; what is left empty has none. */
function awardDialog(view: DeskView, result: BoardResult) {
  const {text, busy} = view;
  const send = (event: Event) => {
    const prizes = fieldsOf(event).map(({value}, index) => ({toRank: index + 1, prize: value.trim()})).filter(({prize}) => prize !== '');
    if (prizes.length > 0) view.award(result, prizes);
  };
  return html`<portico-ui-dialog part="dialog" ?open=${view.dialogOpen} heading=${text.term('awardTitle', result.board.name, result.period.key)} @portico-ui-dialog-close=${() => view.closeDialog()}>
    <div class="form">${[1, 2, 3].map(rank => html`<portico-ui-field label=${text.term('prizeOf', text.number(rank))} max-length="200" ?autofocus=${rank === 1}></portico-ui-field>`)}</div>
    <button slot="actions" class="button" type="button" @click=${() => view.closeDialog()}>${text.term('cancel')}</button>
    <button slot="actions" class="button" type="button" data-variant="primary" data-act="do-award" ?disabled=${busy} @click=${send}>${text.term('doAward')}</button>
  </portico-ui-dialog>`;
}

/** What publishing would change, before it is published. */
function publishDialog(view: DeskView, rule: PointsRule, replay: PointsReplay) {
  const {text, busy} = view;
  const {events, added, reversed, pointsBefore, pointsAfter, partners} = replay;
  const number = (value: number) => text.number(value);
  return html`<portico-ui-dialog part="dialog" size="wide" ?open=${view.dialogOpen} heading=${text.term('previewTitle', rule.name)} @portico-ui-dialog-close=${() => view.closeDialog()}>
    <div class="form">
      <p class="muted">${text.term('events', events)} ${text.term('entries', number(added), number(reversed))}</p>
      <p class="figures">${text.term('pointsFromTo', number(pointsBefore), number(pointsAfter))}</p>
      ${partners.length === 0
        ? html`<p>${text.term('nobodyChanges')}</p>`
        : html`<table class="replay">
            <thead>
              <tr>${(['partner', 'before', 'after', 'difference'] as const).map(word => html`<th scope="col">${text.term(word)}</th>`)}</tr>
            </thead>
            <tbody>
              ${partners.map(
                ({partnerOrg, before, after, difference}) => html`<tr>
                  <th scope="row"><bdi translate="no">${partnerOrg.name}</bdi></th>
                  <td class="figures">${number(before)}</td>
                  <td class="figures">${number(after)}</td>
                  <td class="figures">${text.number(difference, {signDisplay: 'exceptZero'})}</td>
                </tr>`,
              )}
            </tbody>
          </table>`}
    </div>
    <button slot="actions" class="button" type="button" @click=${() => view.closeDialog()}>${text.term('cancel')}</button>
    <button slot="actions" class="button" type="button" data-variant="primary" data-act="publish" ?disabled=${busy} @click=${() => view.publish(rule)}>${text.term('publish')}</button>
  </portico-ui-dialog>`;
}
