import type {AssetFolder} from '@portico/contract';
import {html, nothing} from 'lit';
import type {PortalWidget} from '../../base/portal-widget.ts';
import type {CollateralDeskActs} from '../collateral-desk.acts.ts';
import type {FolderChooseEvent} from './folder.events.ts';
import {idsWithin} from './folders-within.ts';

interface Desk {
  readonly folders: () => readonly AssetFolder[];
  readonly acts: CollateralDeskActs;
  /** Id of the folder that the list is narrowed to. */
  readonly chosen: () => string | null;
  readonly choose: (folderId: string | null) => void;
}

/** The folders beside the list: shown when somebody asks for them, and what they are made of comes then. */
export class DeskFolders {
  readonly #host: PortalWidget;
  readonly #desk: Desk;
  #loading: Promise<unknown> | undefined;
  isShown = false;

  constructor(host: PortalWidget, desk: Desk) {
    this.#host = host;
    this.#desk = desk;
  }

  /** The folder that the list is narrowed to and those in it; `null` for all material. */
  get within(): readonly string[] | null {
    const chosen = this.#desk.chosen();
    return chosen === null ? null : idsWithin(this.#desk.folders(), chosen);
  }

  toggle(): void {
    this.isShown = !this.isShown;
    this.#host.requestUpdate();
    if (!this.isShown) return this.#host.renderRoot.querySelector<HTMLElement>('[data-act=folders]')?.focus();
    this.#loading ??= import('./define-folders.ts').catch(() => (this.#loading = undefined));
    void Promise.all([this.#loading, this.#host.updateComplete]).then(() => this.#element?.focus());
  }

  render() {
    if (!this.isShown) return nothing;
    const {folders, acts, chosen} = this.#desk;
    return html`<portico-collateral-desk-folders
      class="folders"
      part="folders"
      .portal=${this.#host.portal}
      .folders=${folders()}
      .chosen=${chosen()}
      .acts=${acts}
      @portico-collateral-desk-folder-choose=${({folderId}: FolderChooseEvent) => this.#choose(folderId)}
      @portico-collateral-desk-folders-hide=${() => this.toggle()}
    ></portico-collateral-desk-folders>`;
  }

  /** Where there is no room for both, what was chosen is to be seen. */
  #choose(folderId: string | null) {
    this.#desk.choose(folderId);
    if (this.#host.renderRoot.querySelector<HTMLElement>('.list')?.offsetWidth === 0) this.toggle();
  }

  get #element(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('portico-collateral-desk-folders');
  }
}
