import type {Asset, AssetFolder, AssetVersion, CobrandTemplate} from '@portico/contract';
import {html, nothing} from 'lit';
import type {PortalController} from '../../portal/portal.controller.ts';
import {renderKeys} from '../../ui/keys/keys.view.ts';
import type {CollateralDeskActs} from '../collateral-desk.acts.ts';
import type {Words} from '../collateral-desk.words.ts';
import type {AskedAct} from './act-dialog.ts';
import {keys} from './keys.ts';

/** What lies over the desk. */
export type DeskDialog =
  | {readonly kind: 'act'; readonly action: AskedAct; readonly assets: readonly Asset[]}
  | {readonly kind: 'recallVersion'; readonly asset: Asset; readonly version: AssetVersion}
  | {readonly kind: 'edit'; readonly asset: Asset | null}
  | {readonly kind: 'version'; readonly asset: Asset}
  | {readonly kind: 'supersede'; readonly asset: Asset}
  | {readonly kind: 'move'; readonly assets: readonly Asset[]}
  | {readonly kind: 'zones'; readonly template: CobrandTemplate; readonly newestVersionId: string | undefined}
  | {readonly kind: 'help'};

/** What the dialogs need of the desk. */
export interface DialogContext {
  readonly portal: PortalController | undefined;
  readonly acts: CollateralDeskActs;
  readonly text: Words;
  readonly folders: () => readonly AssetFolder[];
  readonly letters: boolean;
  readonly setLetters: (on: boolean) => void;
  readonly openAsset: (asset: Asset) => void;
  readonly addVersion: (asset: Asset) => void;
  readonly letGo: () => void;
  readonly close: () => void;
}

/** Draws the dialog that is open, if one is. */
export function renderDialog(dialog: DeskDialog | undefined, {portal, acts, text, folders, letters, setLetters, openAsset, addVersion, letGo, close}: DialogContext) {
  if (!dialog) return nothing;
  switch (dialog.kind) {
    case 'help':
      return renderKeys({keys, word: term => text.term(term), letters, setLetters, close});
    case 'act':
      return html`<portico-collateral-desk-act .portal=${portal} .acts=${acts} .act=${dialog.action} .assets=${dialog.assets} .finished=${letGo} @portico-collateral-desk-done=${close}></portico-collateral-desk-act>`;
    case 'recallVersion':
      return html`<portico-collateral-desk-act .portal=${portal} .acts=${acts} act="recall" .assets=${[dialog.asset]} .assetVersion=${dialog.version} @portico-collateral-desk-done=${close}></portico-collateral-desk-act>`;
    case 'edit':
      return html`<portico-collateral-desk-edit
        .portal=${portal}
        .acts=${acts}
        .asset=${dialog.asset}
        .folders=${folders()}
        .created=${(asset: Asset) => {
          openAsset(asset);
          if (asset.type !== 'link') addVersion(asset);
        }}
        @portico-collateral-desk-done=${close}
      ></portico-collateral-desk-edit>`;
    case 'supersede':
      return html`<portico-collateral-desk-supersede .portal=${portal} .acts=${acts} .asset=${dialog.asset} @portico-collateral-desk-done=${close}></portico-collateral-desk-supersede>`;
    case 'version':
      return html`<portico-collateral-desk-version .portal=${portal} .acts=${acts} .asset=${dialog.asset} @portico-collateral-desk-done=${close}></portico-collateral-desk-version>`;
    case 'move':
      return html`<portico-collateral-desk-move .portal=${portal} .acts=${acts} .assets=${dialog.assets} .folders=${folders()} .finished=${letGo} @portico-collateral-desk-done=${close}></portico-collateral-desk-move>`;
    case 'zones':
      return html`<portico-collateral-desk-zones .portal=${portal} .acts=${acts} .template=${dialog.template} .newestVersionId=${dialog.newestVersionId} @portico-collateral-desk-done=${close}></portico-collateral-desk-zones>`;
  }
}
