import type {DealChange, DealRegistration} from '@portico/contract';
import type {TemplateResult} from 'lit';
import type {Drafts} from '../base/drafts.ts';
import type {PortalController} from '../portal/portal.controller.ts';
import type {DealActOutcome} from './deal-acts.ts';
import type {DealListController} from './deal-list.controller.ts';
import type {DealAct, DealActInput} from './deal-list.model.ts';
import type {Text} from './deal-text.ts';

/** The dialog that asks for what an act needs. */
export interface ActDialog {
  readonly act: DealAct;
  readonly deal: DealRegistration;
  /** The request that is decided. */
  readonly change?: DealChange | undefined;
}

/** The draft of an act on a registration. */
export const actDraft = ({act, deal}: ActDialog) => `deal/${deal.id}/${act}`;

/** Views that come with a chunk of their own, and what they share. */
export interface LaterViews {
  readonly drafts: Drafts;
  dealDetail(view: DealsView, deal: DealRegistration): TemplateResult;
  listTools(view: DealsView): unknown;
  actDialog(view: DealsView): TemplateResult;
  shortcutsDialog(view: DealsView): TemplateResult;
  /** Writes the deals that the reader may see as a file. */
  exportCsv(view: DealsView): Promise<void>;
  /** Says what came of an act. */
  report(view: DealsView, act: DealAct, deal: DealRegistration, outcome: DealActOutcome, hadWaited: boolean): void;
}

/** What the parts of the view share: what to draw and whom to tell. */
export interface DealsView {
  readonly deals: DealListController;
  readonly text: Text;
  /** For the later views. */
  readonly drafts: Drafts;
  readonly portal: PortalController | undefined;
  /** The views that the first one does not need, once they are there; whether they cannot be had now. */
  readonly later: LaterViews | undefined;
  readonly isLaterMissing: boolean;
  /** Milliseconds since 1970, as the server counts. */
  readonly now: number;
  /** Id of the row that the Tab key reaches. */
  readonly cursor: string | undefined;
  readonly filtersShown: boolean;
  /** The dialog that is open, or was last: its words stay while it fades. */
  readonly dialog: ActDialog | undefined;
  readonly dialogOpen: boolean;
  readonly shortcutsShown: boolean;
  /** What is typed into the search and not yet asked for. */
  readonly searching: string | undefined;
  /** What the checks of receipts found, by the receipt's id. */
  readonly checks: Map<string, ReceiptCheck>;
  /** Puts the focus where it belongs after a dialog; `undefined` when that is where it was. */
  readonly returnFocus: (() => void) | undefined;
  /** Address of the page's form for a registration, or for a new one; `undefined` when the page listens instead. */
  formHref(deal?: DealRegistration): string | undefined;
  /** Renders again. */
  update(): void;
  /** Reads everything again, with the code that somebody waits for. */
  retry(): void;
  /** Opens a registration; `intoDetail` moves the focus there. */
  open(deal: DealRegistration, intoDetail?: boolean): void;
  /** Closes the open registration and gives the focus back to its row. */
  back(): void;
  /** Asks the page to show the form; `event` is the click, so that a link is not followed when the page does. */
  edit(deal: DealRegistration, event?: Event): void;
  register(event?: Event): void;
  /** Asks for what the act needs, or acts at once when it needs nothing. */
  ask(act: DealAct, deal: DealRegistration, change?: DealChange): void;
  act(act: DealAct, deal: DealRegistration, input?: DealActInput): void;
  closeDialog(): void;
  /** Searches once typing rests. */
  search(words: string): void;
  showFilters(shown: boolean): void;
  showShortcuts(shown: boolean): void;
  runExport(): void;
}

/** What a check of a receipt found. */
export type ReceiptCheck = 'checking' | 'unchecked' | {readonly findings: readonly string[]};
