/** What acts on the desk: what is open, folders, keys, dialogs, and the tabs without a list of material. A chunk of its own, that comes beside the first rows. */
import type {Asset} from '@portico/contract';
import {html} from 'lit';
import {DeskKeyboard} from '../base/desk-keyboard.ts';
import type {EarlyKeys} from '../base/early-keys.ts';
import type {Part} from '../base/later-part.ts';
import type {PortalWidget} from '../base/portal-widget.ts';
import type {TableController} from '../base/table.controller.ts';
import {CollateralDeskActs} from './collateral-desk.acts.ts';
import type {CollateralDeskData} from './collateral-desk.data.ts';
import {letterKeys, type CollateralDeskCommand} from './collateral-desk.keys.ts';
import {actionsOf, type CollateralDeskAction} from './collateral-desk.actions.ts';
import type {CollateralDeskTab, DeskChoice} from './collateral-desk.model.ts';
import type {Words} from './collateral-desk.words.ts';
import type {BeginEvent} from './detail/detail.events.ts';
import {DeskDialogs} from './dialogs/dialogs.controller.ts';
import {DeskFolders} from './folders/desk-folders.ts';
import {handsStyles} from './desk-hands.styles.ts';
import {DeskPlaces} from './places.ts';

type Host = PortalWidget & {assetId?: string | undefined; tab: CollateralDeskTab; shortcuts: 'on' | 'off'; openAsset(asset: Asset | null): Promise<void>};

/** What is acted on. */
export interface HandledDesk {
  readonly data: CollateralDeskData;
  readonly table: TableController<Asset>;
  readonly text: Words;
  /** What was pressed before. */
  readonly earlyKeys: EarlyKeys;
  readonly loadDetail: () => Promise<unknown>;
  /** What the list is narrowed to, and by what. */
  readonly choice: () => DeskChoice;
  readonly choose: (change: Partial<DeskChoice>) => void;
}

/** What acts on a desk, with the styles of what it shows; keys that were pressed before are heard now. */
export function handsPart(host: Host, desk: HandledDesk): Part<DeskHands> {
  const hands = new DeskHands(host, desk);
  desk.earlyKeys.handOn((event, path) => hands.keyboard.press(event, path));
  return {views: hands, styles: [handsStyles]};
}

/** Begins what is done on the desk, by hand or by key. */
export class DeskHands {
  readonly dialogs: DeskDialogs;
  readonly folders: DeskFolders;
  readonly keyboard: DeskKeyboard<Asset, CollateralDeskCommand>;
  readonly places: DeskPlaces;
  readonly #host: Host;
  readonly #desk: HandledDesk;
  readonly #acts: CollateralDeskActs;

  constructor(host: Host, desk: HandledDesk) {
    this.#host = host;
    this.#desk = desk;
    const {data, table, text, choice, choose} = desk;
    const {list, folders} = data;
    const acts = new CollateralDeskActs(host, {list, detail: data.detail, text, noteOwn: asset => table.noteOwn(asset)});
    const openAsset = (asset: Asset) => host.openAsset(asset);
    this.#acts = acts;
    this.folders = new DeskFolders(host, {folders: () => folders.value ?? [], acts, chosen: () => choice().folderId, choose: folderId => choose({folderId}), refresh: () => folders.refresh()});
    this.places = new DeskPlaces(host, data.copies);
    this.dialogs = new DeskDialogs(host, {
      acts,
      text,
      folders: () => folders.value ?? [],
      stands: () => list.status === 'ready',
      openAsset: asset => void openAsset(asset),
      focusBack: wasInDetail => (wasInDetail ? this.#detail?.focus() : table.focus()),
      hadFocus: () => this.#hasFocus,
      letGo: () => {
        table.selection.clear();
        list.settle();
      },
    });
    this.keyboard = new DeskKeyboard(host, {
      table,
      rows: () => list.items,
      open: () => data.open,
      isCovered: () => this.dialogs.isOpen,
      openRow: asset => void openAsset(asset).then(() => this.enterDetail()),
      follow: asset => void openAsset(asset),
      leave: () => this.#leave(),
      clearSearch: () => choose({q: ''}),
      help: () => void this.dialogs.show({kind: 'help'}),
      letters: letterKeys,
      act: (command, assets) => {
        if (command !== 'create') return this.begin(command, assets);
        void this.dialogs.show({kind: 'edit', asset: null});
        return true;
      },
    });
  }

  /** Begins an act on those that allow it. Returns whether any does. */
  begin(action: CollateralDeskAction, assets: readonly Asset[]): boolean {
    const possible = assets.filter(asset => actionsOf(asset).has(action));
    const [asset] = possible;
    if (!asset) return false;
    this.dialogs.begin(action, possible, asset);
    return true;
  }

  renderBulkBar(selected: readonly Asset[]) {
    return this.dialogs.renderBulkBar(selected, action => this.begin(action, selected), () => this.#desk.table.selection.clear());
  }

  renderDetail(now: number) {
    const {data} = this.#desk;
    return html`<portico-collateral-desk-detail
      class="detail"
      part="detail"
      .portal=${this.#host.portal}
      .asset=${data.open}
      .error=${data.detail.error}
      .folders=${data.folders.value ?? []}
      .acts=${this.#acts}
      .now=${now}
      @portico-collateral-desk-begin=${({action, asset, version}: BeginEvent) => void (version ? this.dialogs.show({kind: 'recallVersion', asset, version}) : this.begin(action, [asset]))}
      @portico-collateral-desk-leave=${() => this.#leave()}
      ><portico-ui-skeleton kind="detail" rows="4"></portico-ui-skeleton
    ></portico-collateral-desk-detail>`;
  }

  /** Gives what is open the focus, only where the list is gone and the focus with it. */
  async enterDetail() {
    if (this.#host.assetId === undefined || this.#host.renderRoot.querySelector<HTMLElement>('.list')?.offsetWidth) return;
    await this.#desk.loadDetail();
    this.#detail?.focus();
  }

  /** Closes what is open and gives the focus back to its row. */
  #leave() {
    const hadFocus = this.#hasFocus;
    void this.#host.openAsset(null).then(() => {
      if (hadFocus) this.#desk.table.focus();
    });
  }

  get #hasFocus(): boolean {
    return this.#detail?.matches(':focus-within') ?? false;
  }

  get #detail(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('portico-collateral-desk-detail');
  }
}
