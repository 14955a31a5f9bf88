import type {Board, BoardDispute, BoardPrize, BoardResult, LevelChange, PointsHold, PointsReplay, PointsRule} from '@portico/contract';
import type {TemplateResult} from 'lit';
import type {PortalController} from '../portal/portal.controller.ts';
import type {AllProgramDeskStrings} from '../strings/program-desk.strings.ts';
import type {Localize} from '../strings/localize.ts';
import type {ProgramDeskController, ProgramDeskTab} from './program-desk.controller.ts';

/** The words of the desk in the reader's language. */
export type Text = Localize<AllProgramDeskStrings>;

/** What lies over the desk. */
export type DeskDialog =
  | {readonly kind: 'reject'; readonly change: LevelChange}
  | {readonly kind: 'deny'; readonly hold: PointsHold}
  | {readonly kind: 'award'; readonly result: BoardResult}
  | {readonly kind: 'publish'; readonly rule: PointsRule; readonly replay: PointsReplay}
  | {readonly kind: 'answer'; readonly result: BoardResult; readonly dispute: BoardDispute};

/** What somebody wants to do; what a draft would change, and what was said of a result, is read before the dialog opens. */
export type AskedDialog = Extract<DeskDialog, {kind: 'reject' | 'deny' | 'award'}> | {readonly kind: 'publish'; readonly rule: PointsRule} | {readonly kind: 'answer'; readonly result: BoardResult};

/** What is changed in a dialog of its own: a rule or a board, `null` for a new one. */
export type DeskEdit = {readonly kind: 'rule'; readonly rule: PointsRule | null} | {readonly kind: 'board'; readonly board: Board | null};

/** Views that come with a chunk of their own. */
export interface LaterViews {
  readonly deskDialog: (view: DeskView, dialog: DeskDialog) => TemplateResult;
}

/** A tab of the desk. */
export interface DeskTab {
  /** Its word is `tab_<id>`. */
  readonly id: ProgramDeskTab;
  /** Who lacks one of these does not see it. */
  readonly scopes?: readonly string[];
  /** How many things wait behind it. */
  readonly count?: (view: DeskView) => number;
  /** Brings the code of the element that stands in it, and its words; left out where they come with the desk. */
  readonly load?: () => Promise<unknown>;
  readonly draw: (view: DeskView) => TemplateResult;
}

/** What the views of the desk draw from. */
export interface DeskView {
  readonly desk: ProgramDeskController;
  readonly portal: PortalController | undefined;
  readonly text: Text;
  readonly tab: ProgramDeskTab;
  readonly later: LaterViews | undefined;
  readonly dialog: DeskDialog | undefined;
  readonly dialogOpen: boolean;
  readonly edit: DeskEdit | undefined;
  readonly editOpen: boolean;
  /** Whether something is being sent. */
  readonly busy: boolean;
  turn(tab: ProgramDeskTab): void;
  /** What stands in a tab, when its code is there. */
  drawTab(tab: DeskTab): TemplateResult;
  decide(action: 'approve' | 'propose', change: LevelChange): void;
  reject(change: LevelChange, comment: string): void;
  release(hold: PointsHold): void;
  deny(hold: PointsHold, comment: string): void;
  publish(rule: PointsRule): void;
  verify(result: BoardResult): void;
  answer(result: BoardResult, dispute: BoardDispute, isAccepted: boolean, answer: string): void;
  award(result: BoardResult, prizes: BoardPrize[]): void;
  ask(dialog: AskedDialog): void;
  change(edit: DeskEdit): void;
  /** Says what was done. */
  say(sentence: string): void;
  closeEdit(): void;
  closeDialog(): void;
}
