/** What acts on the desk: keys, dialogs, and the tabs without a list of material. A chunk of its own, that comes beside the first rows. */
import type {Asset} from '@portico/contract';
import {DeskKeyboard} from '../base/desk-keyboard.ts';
import type {PortalWidget} from '../base/portal-widget.ts';
import type {TableController} from '../base/table.controller.ts';
import type {CollateralDeskActs} from './collateral-desk.acts.ts';
import type {CollateralDeskData} from './collateral-desk.data.ts';
import {letterKeys, type CollateralDeskCommand} from './collateral-desk.keys.ts';
import {actionsOf, type CollateralDeskAction, type CollateralDeskTab} from './collateral-desk.model.ts';
import type {Words} from './collateral-desk.words.ts';
import {DeskDialogs} from './dialogs/dialogs.controller.ts';
import {DeskPlaces} from './places.ts';

type Host = PortalWidget & {tab: CollateralDeskTab; shortcuts: 'on' | 'off'; openAsset(asset: Asset | null): Promise<void>};

/** What is acted on. */
export interface HandledDesk {
  readonly data: CollateralDeskData;
  readonly table: TableController<Asset>;
  readonly acts: CollateralDeskActs;
  readonly text: Words;
  /** What is open. */
  readonly detail: () => HTMLElement | null;
  readonly enterDetail: () => Promise<void>;
  /** Closes what is open. */
  readonly leave: () => void;
  readonly clearSearch: () => void;
}

/** Begins what is done on the desk, by hand or by key. */
export class DeskHands {
  readonly dialogs: DeskDialogs;
  readonly keyboard: DeskKeyboard<Asset, CollateralDeskCommand>;
  readonly places: DeskPlaces;

  constructor(host: Host, {data, table, acts, text, detail, enterDetail, leave, clearSearch}: HandledDesk) {
    const {list, folders} = data;
    const openAsset = (asset: Asset) => host.openAsset(asset);
    this.places = new DeskPlaces(host, data.copies);
    this.dialogs = new DeskDialogs(host, {
      acts,
      text,
      folders: () => folders.value ?? [],
      stands: () => list.status === 'ready',
      openAsset: asset => void openAsset(asset),
      focusBack: wasInDetail => (wasInDetail ? detail()?.focus() : table.focus()),
      hadFocus: () => detail()?.matches(':focus-within') ?? false,
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
      openRow: asset => void openAsset(asset).then(enterDetail),
      follow: asset => void openAsset(asset),
      leave,
      clearSearch,
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
}
