import type {Asset} from '@portico/contract';
import type {nothing, TemplateResult} from 'lit';
import type {PortalWidget} from '../base/portal-widget.ts';
import type {PortalController} from '../portal/portal.controller.ts';
import type {CardFocus} from './card-focus.ts';
import type {Text} from './asset-text.ts';
import type {DrawnChunks} from './drawn-chunks.ts';
import type {CollateralLibraryController} from './collateral-library.controller.ts';

/** What is done with a piece in a dialog. */
export type DialogAct = 'cobrand' | 'share' | 'print' | 'embed';

/** The element that shows a library. */
export type LibraryHost = PortalWidget & Readonly<Pick<LibraryView, 'embedScript'>> & {readonly shortcuts: 'on' | 'off'};

/** What shows the material; it comes while the session is asked for. */
export interface GridViews {
  tools(): TemplateResult;
  /** A line about the connection, if there is something to say. */
  note(): TemplateResult | typeof nothing;
  list(): TemplateResult;
  /** The place of what is open. */
  detail(): TemplateResult | typeof nothing;
  dialogs(): TemplateResult | undefined;
  /** This person may not see material. */
  forbidden(): TemplateResult;
  /** What screen readers hear. */
  readonly said: string;
  /** Called before each update: other things may be listed or open now. */
  follow(): void;
  /** The list was scrolled, or has another size. */
  onScroll(): void;
  /** Does what a key asks for. */
  press(event: KeyboardEvent): void;
  /** Says why something did not take effect. */
  explain(error: unknown): string;
  /** Says that the vendor took a piece back. */
  tellGone(asset: Asset): Promise<void>;
}

/** Views that the first one does without. */
export interface LaterViews {
  assetDetail(view: LibraryView, asset: Asset): TemplateResult;
  shortcutsDialog(view: LibraryView): TemplateResult;
  actDialog(view: LibraryView): TemplateResult;
  /** That copies under the partner's logo are out of date, if some are. */
  oldCopiesNote(view: LibraryView): TemplateResult | typeof nothing;
  /** Carries out what a key asks for; says whether it meant anything here. */
  obeyKey(event: KeyboardEvent, view: LibraryView, toCard: (id: string) => void, letters: boolean): boolean;
  readonly focus: CardFocus;
  /** Which part of a long grid is drawn; until it is known all of it, which is one page then. */
  readonly chunks: DrawnChunks;
}

/** What the parts of the view share: what to draw and whom to tell. */
export interface LibraryView {
  readonly collateral: CollateralLibraryController;
  readonly text: Text;
  readonly portal: PortalController | undefined;
  /** The views that the first one does not need, once they are there. */
  readonly later: LaterViews | undefined;
  /** Milliseconds since 1970, as the server counts. */
  readonly now: number;
  readonly filtersShown: boolean;
  readonly shortcutsShown: boolean;
  /** The dialog that is open, or was last: its words stay while it fades. */
  readonly dialog: {readonly act: DialogAct; readonly asset: Asset} | {readonly act: 'mine'; readonly asset?: never} | undefined;
  readonly dialogOpen: boolean;
  /** Address of `collateral.js` for pages of the partner’s own, as the page said it. */
  readonly embedScript: string | undefined;
  /** What is typed into the search and not yet asked for. */
  readonly searching: string | undefined;
  /** Opens a piece; `intoDetail` moves the focus there. */
  open(asset: Asset, intoDetail?: boolean): void;
  /** Closes the open piece and gives the focus back to its card. */
  back(): void;
  /** Downloads a version; the one that is offered first unless said. */
  download(asset: Asset, versionId?: string): void;
  /** Takes a piece off the page that was taken back; the focus goes to its neighbour. */
  hide(asset: Asset): void;
  /** Searches once typing rests. */
  search(words: string): void;
  showFilters(shown: boolean): void;
  showShortcuts(shown: boolean): void;
  /** Opens the dialog of an act; the page may prevent it. */
  ask(act: DialogAct, asset: Asset): void;
  /** Shows what the organisation has made of material. */
  askMine(): void;
  closeDialog(): void;
  /** The list was scrolled, or has another size. */
  onScroll(): void;
}
