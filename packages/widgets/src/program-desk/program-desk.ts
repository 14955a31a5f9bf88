import type {BoardResult, LevelChange, PointsHold} from '@portico/contract';
import {html} from 'lit';
import {property, state} from 'lit/decorators.js';
import {LaterPart} from '../base/later-part.ts';
import {act} from '../base/mutation.ts';
import {PortalWidget} from '../base/portal-widget.ts';
import {explain} from '../base/standing-text.ts';
import {Localize} from '../strings/localize.ts';
import {programDeskStrings} from '../strings/program-desk.strings.ts';
import {buttonStyles, hostStyles, sharedStyles} from '../theme/shared.styles.ts';
import {standingStyles} from '../theme/standing.styles.ts';
import {UiEmptyState} from '../ui/empty-state/empty-state.ts';
import {UiSkeleton} from '../ui/skeleton/skeleton.ts';
import {UiTabs} from '../ui/tabs/tabs.ts';
import {deskPage} from './desk-page.view.ts';
import {TabParts} from './desk-tabs.ts';
import {ProgramDeskController, type ProgramDeskTab} from './program-desk.controller.ts';
import {type ProgramActionDetail, ProgramActionEvent} from './program-desk.events.ts';
import {programDeskStyles} from './program-desk.styles.ts';
import type {AskedDialog, DeskDialog, DeskEdit, DeskView, LaterViews} from './program-desk.view.ts';

/**
 * The vendor's desk for the programme: promotions and points that wait for a decision, levels at risk, rules that give points with what publishing a draft would change for whom, and boards
 * with who is in front and the results to verify. Stays current by the change feed.
 *
 * @tag portico-program-desk
 * @fires {ProgramActionEvent} portico-program-action - Somebody is about to decide something. Cancel it and nothing is sent.
 * @fires {PorticoErrorEvent} portico-error - An act did not take effect. Cancel it to say so in the page's own way.
 * @slot pending - While the first rows are read.
 * @slot empty - Nothing is to be decided.
 * @slot error - The programme could not be read.
 * @slot offline - There is no connection; beside the rows when they were read before, else in their place.
 * @slot forbidden - The person may not see the desk.
 * @csspart row - One promotion, rule, board or result.
 * @csspart note - A line about the connection.
 * @csspart dialog - Any dialog.
 * @csspart curve - The curve of who brings how much of the turnover.
 * @csspart liability - What is owed for points that nobody has redeemed.
 */
export class ProgramDesk extends PortalWidget {
  static override styles = [hostStyles, sharedStyles, buttonStyles, standingStyles, programDeskStyles];
  static readonly parts = {'portico-ui-empty-state': UiEmptyState, 'portico-ui-skeleton': UiSkeleton, 'portico-ui-tabs': UiTabs};

  /**
   * What is to be decided, the rules for points, the boards, or who brings the turnover.
   *
   * @default 'decide'
   */
  @property({reflect: true})
  get tab(): ProgramDeskTab {
    return this.desk.tab;
  }

  set tab(tab: ProgramDeskTab) {
    this.desk.show(tab);
  }

  @state() private dialog: DeskDialog | undefined;
  @state() private dialogOpen = false;
  @state() private edit: DeskEdit | undefined;
  @state() private editOpen = false;
  @state() private busy = false;

  /** Promotions, rules and boards, without the view. */
  readonly desk = new ProgramDeskController(this);
  readonly #text = new Localize(this, programDeskStrings);
  readonly #parts = new TabParts(this);
  readonly #later = new LaterPart<LaterViews>(this, {
    load: async () => (await import('./program-desk.later.ts')).laterPart(),
    text: this.#text,
    stands: () => this.desk.status === 'ready',
  });

  protected override render() {
    return html`<div class="root">${deskPage(this.#view())}</div>`;
  }

  #view(): DeskView {
    const {desk, portal, tab, dialog, dialogOpen, edit, editOpen, busy} = this;
    const text = this.#text;
    const view: DeskView = {
      desk,
      portal,
      text,
      tab,
      dialog,
      dialogOpen,
      edit,
      editOpen,
      busy,
      later: this.#later.views,
      turn: next => (this.tab = next),
      drawTab: each => this.#parts.draw(each, view),
      decide: (action, change) => void this.#decide(action, change),
      reject: (change, comment) => void this.#send({action: 'reject', id: change.id}, ({id, version}) => this.portal?.client.levelChanges.reject({id, version, comment}), change, text.term('done_reject', change.partnerOrg.name)),
      release: hold => void this.#decideHold(hold, 'release', ({id, version}) => this.portal?.client.pointsHolds.release({id, version})),
      deny: (hold, comment) => void this.#decideHold(hold, 'deny', ({id, version}) => this.portal?.client.pointsHolds.deny({id, version, comment})),
      publish: rule => void this.#send({action: 'publish', id: rule.id}, ({id, version}) => this.portal?.client.pointsRules.publish({id, version}), rule, text.term('done_publish', rule.name)),
      verify: result => void this.#decideResult(result, 'verify', ({id, version}) => this.portal?.client.boardResults.verify({id, version})),
      answer: (result, dispute, isAccepted, answer) => void this.#decideResult(result, 'answer', ({id, version}) => this.portal?.client.boardResults.answer({id, version, disputeId: dispute.id, isAccepted, answer})),
      award: (result, prizes) => void this.#decideResult(result, 'award', ({id, version}) => this.portal?.client.boardResults.award({id, version, prizes})),
      ask: asked => void this.#ask(asked),
      change: asked => void this.#change(asked),
      say: sentence => this.portal?.notify({tone: 'success', text: sentence}),
      closeEdit: () => (this.editOpen = false),
      closeDialog: () => (this.dialogOpen = false),
    };
    return view;
  }

  #decide(action: 'approve' | 'propose', change: LevelChange) {
    const words = this.#text.term(`done_${action}`, change.partnerOrg.name);
    return this.#send({action, id: change.id}, ({id, version}) => this.portal?.client.levelChanges[action]({id, version}), change, words);
  }

  #decideHold(hold: PointsHold, action: 'release' | 'deny', send: (hold: PointsHold) => Promise<unknown> | undefined) {
    return this.#send({action, id: hold.id}, send, hold, this.#text.term(`done_${action}`, hold.partnerOrg.name));
  }

  #decideResult(result: BoardResult, action: 'verify' | 'answer' | 'award', send: (result: BoardResult) => Promise<unknown> | undefined) {
    return this.#send({action, id: result.id}, send, result, this.#text.term(`done_${action}`, result.board.name));
  }

  /** Opens a dialog; what a draft would change is asked first. */
  async #ask(asked: AskedDialog) {
    this.busy = true;
    const [views, dialog] = await Promise.all([
      this.#later.load(),
      this.#toDialog(asked).catch((error: unknown) => this.#tell(explain(this.#text, error))),
    ]);
    this.busy = false;
    if (!views) this.#tell(this.#text.term('problem_network_error'));
    if (!views || !dialog) return;
    this.dialog = dialog;
    this.dialogOpen = true;
  }

  /** Opens an editor, once its code is there. */
  async #change(edit: DeskEdit) {
    try {
      await import('./editors/define-editors.ts');
    } catch {
      return this.#tell(this.#text.term('problem_network_error'));
    }
    this.edit = edit;
    this.editOpen = true;
  }

  /** What a dialog shows beside what was asked. Nothing when there is nothing left to answer. */
  async #toDialog(asked: AskedDialog): Promise<DeskDialog | undefined> {
    if (asked.kind === 'publish') return {...asked, replay: await this.desk.preview(asked.rule.id)};
    if (asked.kind !== 'answer') return asked;
    const [dispute] = await this.desk.disputesOf(asked.result);
    return dispute && {...asked, dispute};
  }

  async #send<Subject extends {readonly id: string; readonly version: number}>(detail: ProgramActionDetail, send: (subject: Subject) => Promise<unknown> | undefined, subject: Subject, done: string) {
    if (!this.dispatchEvent(new ProgramActionEvent(detail))) return;
    const answer = await act<{readonly ok: true}>(this, {
      show: () => {
        this.busy = true;
        return () => (this.busy = false);
      },
      send: async () => {
        await send(subject);
        return {ok: true};
      },
      explain: error => explain(this.#text, error),
      tell: sentence => this.#tell(sentence),
    });
    this.desk.retry();
    if (!answer) return;
    this.dialogOpen = false;
    this.portal?.notify({tone: 'success', text: done});
  }

  #tell(sentence: string): undefined {
    this.portal?.notify({tone: 'danger', text: sentence});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-program-desk': ProgramDesk;
  }
}
