import type {AssetFolder} from '@portico/contract';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {PortalWidget} from '../../base/portal-widget.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {collateralDeskStrings} from '../../strings/collateral-desk.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {chevronStartIcon, closeIcon} from '../../ui/icon/icons.ts';
import type {MenuSelectEvent} from '../../ui/menu/menu.events.ts';
import type {CollateralDeskActs} from '../collateral-desk.acts.ts';
import {FolderForm} from './folder-form.ts';
import {renderFolderForm, type FolderTask} from './folder-form.view.ts';
import {FolderChooseEvent, FoldersHideEvent} from './folder.events.ts';
import {folderTreeStyles} from './folder-tree.styles.ts';
import {toRows, type FolderRow} from './folder-tree.model.ts';
import {idsWithin} from './folders-within.ts';

/**
 * The folders as a tree, after the ARIA Authoring Practices: arrows move and unfold, Enter narrows the list to a folder and those in it, F2 renames, Delete removes.
 * Inside the desk only.
 *
 * @tag portico-collateral-desk-folders
 * @fires {FolderChooseEvent} portico-collateral-desk-folder-choose - A folder was chosen, or all material.
 * @fires {FoldersHideEvent} portico-collateral-desk-folders-hide - Somebody wants to see no folders.
 */
export class FolderTree extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, folderTreeStyles];

  @property({attribute: false}) folders: readonly AssetFolder[] = [];
  /** Id of the folder that the list is narrowed to. */
  @property({attribute: false}) chosen: string | null = null;
  @property({attribute: false}) acts?: CollateralDeskActs | undefined;

  /** Id of the row that the keyboard is on; empty for all material. */
  @state() private active = '';
  @state() private closed: ReadonlySet<string> = new Set();

  readonly #text = new Localize(this, collateralDeskStrings);
  readonly #ready = new WordsReady(this, this.#text);
  readonly #form = new FolderForm(this, {
    folders: () => this.folders,
    acts: () => this.acts,
    text: this.#text,
    done: folder => this.#after(folder),
    leave: () => this.#focusRow(this.active),
  });

  override focus() {
    void this.updateComplete.then(() => this.#focusRow(this.chosen ?? ''));
  }

  protected override render() {
    if (!this.#ready.done) return html`<portico-ui-skeleton rows="4"></portico-ui-skeleton>`;
    const text = this.#text;
    const rows = toRows(this.folders, this.closed, text.lang());
    const active = this.active === '' || rows.some(({folder}) => folder.id === this.active) ? this.active : '';
    return html`<header>
        <h3 id="heading">${text.term('folders')}</h3>
        <button class="button" type="button" data-variant="quiet" data-act="create" @click=${() => this.#begin({kind: 'create', parentId: this.chosen})}>${text.term('folderNew')}</button>
        <button class="button" type="button" data-variant="quiet" data-icon-only aria-label=${text.term('folderClose')} title=${text.term('folderClose')} @click=${() => this.dispatchEvent(new FoldersHideEvent())}>${closeIcon()}</button>
      </header>
      <div class="tree" role="tree" aria-labelledby="heading" @keydown=${(event: KeyboardEvent) => this.#onKey(event, rows)}>
        <div class="row" role="treeitem" data-id="" aria-level="1" aria-selected=${this.chosen === null} tabindex=${active === '' ? 0 : -1} @focus=${() => (this.active = '')} @click=${() => this.#choose(null)}>
          <span class="name">${text.term('allMaterial')}</span>
        </div>
        ${repeat(rows, ({folder}) => folder.id, row => this.#renderRow(row, active))}
      </div>
      ${rows.length === 0 ? html`<p class="muted none">${text.term('folderNone')}</p>` : nothing} ${renderFolderForm(this.#form, text)}`;
  }

  #renderRow({folder, level, hasFolders, isOpen, count}: FolderRow, active: string) {
    const text = this.#text;
    const {id, name} = folder;
    const items = [
      {id: 'create', label: text.term('folderNewIn')},
      {id: 'rename', label: text.term('folderRename')},
      {id: 'move', label: text.term('folderMove')},
      {id: 'delete', label: text.term('folderDelete'), danger: true, separated: true},
    ];
    return html`<div
      class="row"
      role="treeitem"
      data-id=${id}
      data-level=${Math.min(level, 8)}
      aria-level=${level}
      aria-expanded=${hasFolders ? isOpen : nothing}
      aria-selected=${id === this.chosen}
      aria-label=${text.term('folderCount', name, text.number(count))}
      tabindex=${id === active ? 0 : -1}
      @focus=${() => (this.active = id)}
      @click=${() => this.#choose(id)}
    >
      <span class="fold" ?data-open=${isOpen} @click=${(event: Event) => this.#onFold(event, id, hasFolders, isOpen)}>${hasFolders ? chevronStartIcon() : nothing}</span>
      <span class="name" dir="auto" translate="no" title=${name}>${name}</span>
      <span class="count muted figures">${text.number(count)}</span>
      ${
        id === this.chosen
          ? html`<portico-ui-menu label=${text.term('folderMenu', name)} .items=${items} @click=${(event: Event) => event.stopPropagation()} @portico-ui-menu-select=${({id: act}: MenuSelectEvent) => this.#begin(act === 'create' ? {kind: 'create', parentId: id} : {kind: act as 'move', folder})}></portico-ui-menu>`
          : nothing
      }
    </div>`;
  }

  #begin(task: FolderTask) {
    this.#form.open(task);
  }

  #choose(id: string | null) {
    this.active = id ?? '';
    this.dispatchEvent(new FolderChooseEvent(id));
  }

  #onFold(event: Event, id: string, hasFolders: boolean, isOpen: boolean) {
    if (!hasFolders) return;
    event.stopPropagation();
    this.#fold(id, isOpen);
  }

  #fold(id: string, close: boolean) {
    const closed = new Set(this.closed);
    if (close) closed.add(id);
    else closed.delete(id);
    this.closed = closed;
  }

  #onKey(event: KeyboardEvent, rows: readonly FolderRow[]) {
    const target = event.target as HTMLElement;
    if (target.role !== 'treeitem' && target.getAttribute('role') !== 'treeitem') return;
    const {key} = event;
    const at = rows.findIndex(({folder}) => folder.id === target.dataset['id']);
    const row = rows[at];
    // Towards the inside of the tree is where lines run to.
    const [into, out] = this.#text.dir() === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    const idAt = (index: number) => (index < 0 ? '' : (rows[Math.min(index, rows.length - 1)]?.folder.id ?? ''));
    if (key === 'ArrowDown') this.#focusRow(idAt(at + 1));
    else if (key === 'ArrowUp') this.#focusRow(idAt(at - 1));
    else if (key === 'Home') this.#focusRow('');
    else if (key === 'End') this.#focusRow(idAt(rows.length - 1));
    else if (key === into && row?.isOpen) this.#focusRow(idAt(at + 1));
    else if (key === into && row?.hasFolders) this.#fold(row.folder.id, false);
    else if (key === out && row?.isOpen) this.#fold(row.folder.id, true);
    else if (key === out && row) this.#focusRow(row.folder.parentId ?? '');
    else if (key === 'Enter' || key === ' ') this.#choose(row?.folder.id ?? null);
    else if (key === 'F2' && row) this.#begin({kind: 'rename', folder: row.folder});
    else if (key === 'Delete' && row) this.#begin({kind: 'delete', folder: row.folder});
    else return;
    // The list beside it has keys of its own.
    event.preventDefault();
    event.stopPropagation();
  }

  #focusRow(id: string) {
    this.renderRoot.querySelector<HTMLElement>(`.row[data-id="${CSS.escape(id)}"]`)?.focus();
  }

  /** What was made is in sight and at hand; of what is gone, the folder that it was in. */
  #after({kind, folder}: {readonly kind: FolderTask['kind']; readonly folder: AssetFolder}) {
    if (folder.parentId !== null) this.#fold(folder.parentId, false);
    if (kind === 'delete' && this.chosen !== null && idsWithin(this.folders, folder.id).includes(this.chosen)) this.#choose(folder.parentId);
    this.active = kind === 'delete' ? (folder.parentId ?? '') : folder.id;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-collateral-desk-folders': FolderTree;
  }
}
