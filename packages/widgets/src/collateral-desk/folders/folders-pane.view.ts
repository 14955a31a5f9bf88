import type {AssetFolder} from '@portico/contract';
import {html} from 'lit';
import type {PortalWidget} from '../../base/portal-widget.ts';
import type {CollateralDeskActs} from '../collateral-desk.acts.ts';
import type {FolderChooseEvent} from './folder.events.ts';

/** The desk, as the folders know it. */
export interface FolderDesk {
  readonly folders: () => readonly AssetFolder[];
  readonly acts: CollateralDeskActs;
  /** Id of the folder that the list is narrowed to. */
  readonly chosen: () => string | null;
  readonly choose: (folderId: string | null) => void;
}

/** Draws the tree beside the list. */
export function renderFolderTree(host: PortalWidget, {folders, acts, chosen, choose}: FolderDesk, hide: () => void) {
  const onChoose = ({folderId}: FolderChooseEvent) => {
    choose(folderId);
    // Where there is no room for both, what was chosen is to be seen.
    if (host.renderRoot.querySelector<HTMLElement>('.list')?.offsetWidth === 0) hide();
  };
  return html`<portico-collateral-desk-folders
    class="folders"
    part="folders"
    .portal=${host.portal}
    .folders=${folders()}
    .chosen=${chosen()}
    .acts=${acts}
    @portico-collateral-desk-folder-choose=${onChoose}
    @portico-collateral-desk-folders-hide=${hide}
  ></portico-collateral-desk-folders>`;
}
