import {nothing} from 'lit';
import type {PortalWidget} from '../../base/portal-widget.ts';
import type {FolderDesk, renderFolderTree} from './folders-pane.view.ts';
import {idsWithin} from './folders-within.ts';

/** The folders beside the list: shown when somebody asks for them, and what they are made of comes then. */
export class DeskFolders {
  readonly #host: PortalWidget;
  readonly #desk: FolderDesk & {refresh(): void};
  #render: typeof renderFolderTree | undefined;
  isShown = false;

  constructor(host: PortalWidget, desk: FolderDesk & {refresh(): void}) {
    this.#host = host;
    this.#desk = desk;
  }

  /** The folder that the list is narrowed to and those in it; `null` for all material. */
  get within(): readonly string[] | null {
    const chosen = this.#desk.chosen();
    return chosen === null ? null : idsWithin(this.#desk.folders(), chosen);
  }

  /** Shows or hides them; the focus goes along. */
  async toggle(): Promise<void> {
    // Without a connection there is no code: another try is another press.
    this.#render ??= await import('./define-folders.ts').then(({renderFolderTree}) => renderFolderTree, () => undefined);
    this.isShown = !this.isShown && this.#render !== undefined;
    this.#desk.refresh();
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(this.isShown ? '.folders' : '[data-act=folders]')?.focus();
  }

  render() {
    return this.isShown ? this.#render?.(this.#host, this.#desk, () => void this.toggle()) : nothing;
  }
}
