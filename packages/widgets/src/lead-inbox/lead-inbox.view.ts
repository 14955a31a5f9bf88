import type {LeadOffer} from '@portico/contract';
import type {nothing, TemplateResult} from 'lit';
import type {Drafts} from '../base/drafts.ts';
import type {PortalWidget} from '../base/portal-widget.ts';
import type {PortalController} from '../portal/portal.controller.ts';
import type {AllLeadInboxStrings} from '../strings/lead-inbox.strings.ts';
import type {Localize} from '../strings/localize.ts';
import type {LeadInboxController} from './lead-inbox.controller.ts';
import type {LeadInboxAct} from './lead-inbox.model.ts';
import type {ActOutcome} from './lead-offer-acts.ts';
import type {ActInput} from './offer-calls.ts';

/** The words of the inbox in the reader's language. */
export type Text = Localize<AllLeadInboxStrings>;

/** The element that draws an inbox. */
export interface InboxElement extends PortalWidget {
  readonly inbox: LeadInboxController;
  readonly shortcuts: 'on' | 'off';
}

/** The dialog that asks for what an act needs. */
export interface ActDialog {
  readonly act: LeadInboxAct;
  readonly offers: readonly LeadOffer[];
}

/** Drafts of an act: on one offer its own, on many one that they share. */
export const actDraft = ({act, offers}: ActDialog) => `lead-offer/${offers.length === 1 ? offers[0]?.id : 'selected'}/${act}`;

/** What shows the leads once they are read, and hears what is done with them; it comes while the session is asked for. */
export interface ListViews extends EventListenerObject {
  /** In place of everything, for somebody who may not see leads. */
  forbidden(): TemplateResult;
  tools(): TemplateResult;
  /** A line about the connection. */
  note(): TemplateResult | typeof nothing;
  /** Between the tabs and the rows. */
  above(): TemplateResult | undefined;
  /** The rows, or what stands there when there are none. */
  rows(): TemplateResult;
  detail(): TemplateResult | typeof nothing;
  /** What is not in the page: dialogs, and what is said aloud. */
  besides(): TemplateResult;
  /** Says why something did not take effect. */
  explain(error: unknown): string;
  /** Says what came of an act: at once, or once it was sent from this device. */
  tell(outcome: ActOutcome, hadWaited?: boolean): void;
}

/** Views that come with a chunk of their own, and what they share. */
export interface LaterViews {
  readonly drafts: Drafts;
  leadDetail(view: InboxView, offer: LeadOffer): TemplateResult;
  listTools(view: InboxView): TemplateResult;
  actDialog(view: InboxView): TemplateResult;
  shortcutsDialog(view: InboxView): TemplateResult;
  /** Says what came of an act. */
  report(view: InboxView, outcome: ActOutcome, hadWaited: boolean): void;
}

/** What the parts of the view share: what to draw and whom to tell. */
export interface InboxView {
  readonly inbox: LeadInboxController;
  readonly text: Text;
  readonly drafts: Drafts;
  readonly portal: PortalController | undefined;
  /** The views that the first one does not need, once they are there. */
  readonly later: LaterViews | undefined;
  /** Whether they could not be had when somebody last asked. */
  readonly isLaterMissing: boolean;
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
  /** Reads again what could not be read. */
  retry(): void;
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
  /** Says something aloud. */
  say(words: string): void;
}
