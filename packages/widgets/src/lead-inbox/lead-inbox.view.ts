import type {LeadOffer} from '@portico/contract';
import type {TemplateResult} from 'lit';
import type {Drafts} from '../base/drafts.ts';
import type {PortalController} from '../portal/portal.controller.ts';
import type {LeadInboxController} from './lead-inbox.controller.ts';
import type {LeadInboxAct} from './lead-inbox.model.ts';
import type {ActInput} from './offer-calls.ts';
import type {Text} from './lead-text.ts';

/** The dialog that asks for what an act needs. */
export interface ActDialog {
  readonly act: LeadInboxAct;
  readonly offers: readonly LeadOffer[];
}

/** Drafts of an act: on one offer its own, on many one that they share. */
export const actDraft = ({act, offers}: ActDialog) => `lead-offer/${offers.length === 1 ? offers[0]?.id : 'selected'}/${act}`;

/** Views that come with a chunk of their own. */
export interface LaterViews {
  leadDetail(view: InboxView, offer: LeadOffer): TemplateResult;
  listTools(view: InboxView): TemplateResult;
  actDialog(view: InboxView): TemplateResult;
  shortcutsDialog(view: InboxView): TemplateResult;
}

/** What the parts of the view share: what to draw and whom to tell. */
export interface InboxView {
  readonly inbox: LeadInboxController;
  readonly text: Text;
  readonly drafts: Drafts;
  readonly portal: PortalController | undefined;
  /** The views that the first one does not need, once they are there. */
  readonly later: LaterViews | undefined;
  /** Milliseconds since 1970, as the server counts. */
  readonly now: number;
  /** Id of the row that the Tab key reaches. */
  readonly cursor: string | undefined;
  readonly filtersShown: boolean;
  /** The dialog that is open, or was last: its words stay while it fades. */
  readonly dialog: ActDialog | undefined;
  readonly dialogOpen: boolean;
  /** What is typed into the search and not yet asked for. */
  readonly searching: string | undefined;
  readonly shortcutsShown: boolean;
  /** Renders again. */
  update(): void;
  /** Opens an offer; `intoDetail` moves the focus there. */
  open(offer: LeadOffer, intoDetail?: boolean): void;
  /** Closes the open offer and gives the focus back to its row. */
  back(): void;
  /** Asks for what the act needs, or acts at once when it needs nothing. */
  ask(act: LeadInboxAct, offers: readonly LeadOffer[]): void;
  act(act: LeadInboxAct, offers: readonly LeadOffer[], input?: ActInput): void;
  closeDialog(): void;
  /** Puts the focus where it belongs after a dialog; `undefined` when that is where it was. */
  readonly returnFocus: (() => void) | undefined;
  /** Searches once typing rests. */
  search(words: string): void;
  showFilters(shown: boolean): void;
  showShortcuts(shown: boolean): void;
  selectAll(): void;
}
