import type {Asset, AssetFolder} from '@portico/contract';
import {LaterPart} from '../../base/later-part.ts';
import type {PortalWidget} from '../../base/portal-widget.ts';
import type {CollateralDeskActs} from '../collateral-desk.acts.ts';
import type {CollateralDeskAction, StatusAct} from '../collateral-desk.actions.ts';
import type {Words} from '../collateral-desk.words.ts';
import type {ZonesEvent} from '../detail/cobrand-templates.events.ts';
import type {DialogViews} from './dialogs.later.ts';
import type {DeskDialog} from './dialogs.view.ts';

interface Desk {
  readonly acts: CollateralDeskActs;
  readonly text: Words;
  readonly folders: () => readonly AssetFolder[];
  /** Whether the list stands. */
  readonly stands: () => boolean;
  readonly openAsset: (asset: Asset) => void;
  /** Whether the focus is in what is open, and not in the list. */
  readonly hadFocus: () => boolean;
  readonly focusBack: (wasInDetail: boolean) => void;
  /** An act came to its end: selected rows are let go of. */
  readonly letGo: () => void;
}

type Host = PortalWidget & {shortcuts: 'on' | 'off'};

/** Acts that leave nothing to ask. */
const atOnce: ReadonlySet<CollateralDeskAction> = new Set<CollateralDeskAction>(['submit', 'approve', 'publish']);

/** What only some dialogs are made of. @returns Whether it is there. */
async function loadMore({kind}: DeskDialog): Promise<boolean> {
  if (kind !== 'zones' && kind !== 'move') return true;
  const part: Promise<unknown> = kind === 'zones' ? import('../zones/define-zones.ts') : import('../folders/define-folders.ts');
  return part.then(() => true, () => false);
}

/** What lies over the desk: opens it, loading what it is made of, and closes it. */
export class DeskDialogs {
  readonly #host: Host;
  readonly #desk: Desk;
  readonly #later: LaterPart<DialogViews>;
  #open: DeskDialog | undefined;
  #wasInDetail = false;

  constructor(host: Host, desk: Desk) {
    this.#host = host;
    this.#desk = desk;
    const {text, stands} = desk;
    host.addEventListener('portico-collateral-desk-open-zones', event => {
      event.stopPropagation();
      const {template, newestVersionId} = event as ZonesEvent;
      void this.show({kind: 'zones', template, newestVersionId});
    });
    this.#later = new LaterPart<DialogViews>(host, {load: async () => (await import('./dialogs.later.ts')).dialogsPart, text, stands});
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  async show(dialog: DeskDialog): Promise<void> {
    if ((await this.#later.load()) && (await loadMore(dialog))) this.#enter(dialog);
    else this.#desk.acts.tell('danger', this.#desk.text.term('problem_network_error'));
  }

  /** Begins an act: at once where nothing is left to say, else with a dialog. */
  begin(action: CollateralDeskAction, assets: readonly Asset[], asset: Asset): void {
    if (atOnce.has(action)) void this.#actAtOnce(action as StatusAct, assets);
    else if (action === 'edit') void this.show({kind: 'edit', asset});
    else if (action === 'add_version') void this.show({kind: 'version', asset});
    else if (action === 'supersede') void this.show({kind: 'supersede', asset});
    else void this.show({kind: 'act', action: action as 'recall', assets});
  }

  /** What is said when it fails comes with the dialogs. */
  async #actAtOnce(action: StatusAct, assets: readonly Asset[]) {
    await this.#later.load();
    await this.#desk.acts.runAll(action, assets);
    this.#desk.letGo();
  }

  /** The bar of what can be done with all that is selected; `undefined` until its code is there. */
  renderBulkBar(selected: readonly Asset[], run: (action: StatusAct) => void, clear: () => void) {
    if (!this.#later.views) void this.#later.load();
    return this.#later.views?.renderBulkBar(this.#desk.text, selected, run, () => void this.show({kind: 'move', assets: selected}), clear);
  }

  render() {
    const host = this.#host;
    return this.#later.views?.renderDialog(this.#open, {
      ...this.#desk,
      portal: host.portal,
      letters: host.shortcuts !== 'off',
      setLetters: on => (host.shortcuts = on ? 'on' : 'off'),
      addVersion: asset => this.#enter({kind: 'version', asset}),
      close: () => this.#enter(undefined),
    });
  }

  #enter(dialog: DeskDialog | undefined) {
    if (dialog && !this.#open) this.#wasInDetail = this.#desk.hadFocus();
    this.#open = dialog;
    this.#host.requestUpdate();
    if (!dialog) void this.#giveFocusBack();
  }

  /** What had the focus may be gone with what was done. */
  async #giveFocusBack() {
    await this.#host.updateComplete;
    await new Promise(resolve => requestAnimationFrame(resolve));
    if (document.activeElement === null || document.activeElement === document.body) this.#desk.focusBack(this.#wasInDetail);
  }
}
