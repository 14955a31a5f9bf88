import type {AssetFolder} from '@portico/contract';
import {html, nothing} from 'lit';
import type {UiField} from '../../ui/field/field.ts';
import {dangerIcon} from '../../ui/icon/icons.ts';
import type {Words} from '../collateral-desk.words.ts';
import {toPlaces} from './folder-tree.model.ts';

/** What somebody does to folders. */
export type FolderTask = {readonly kind: 'create'; readonly parentId: string | null} | {readonly kind: 'rename' | 'move' | 'delete'; readonly folder: AssetFolder};

/** The dialog of one task, as its view knows it. */
export interface FolderFormView {
  readonly task: FolderTask | undefined;
  readonly folders: readonly AssetFolder[];
  name: string;
  parentId: string;
  readonly problem: string;
  /** What is wrong with the name. */
  readonly nameProblem: string;
  readonly busy: boolean;
  submit(): Promise<void>;
  close(): void;
}

/** Draws what is asked before a folder is made, renamed, moved or deleted. */
export function renderFolderForm(form: FolderFormView, text: Words) {
  const {task} = form;
  if (!task) return nothing;
  const {kind} = task;
  const folder = task.kind === 'create' ? undefined : task.folder;
  const isFull = kind === 'delete' && folder !== undefined && (folder.assetCount > 0 || form.folders.some(({parentId}) => parentId === folder.id));
  const heading = kind === 'create' ? text.term('folderNew') : kind === 'delete' ? text.term('folderDeleteTitle', folder?.name ?? '') : (folder?.name ?? '');
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void form.submit();
  };
  const onKey = (event: KeyboardEvent) => {
    // The keys of the desk do not count here.
    event.stopPropagation();
    if (event.key === 'Enter' && (event.target as Element).matches('[name=name]')) onSubmit(event);
  };
  return html`<portico-ui-dialog open heading=${heading} @keydown=${onKey} @portico-ui-dialog-close=${(event: Event) => (form.busy ? event.preventDefault() : form.close())}>
    <form novalidate @submit=${onSubmit}>
      ${
        kind === 'create' || kind === 'rename'
          ? html`<portico-ui-field autofocus name="name" required autocomplete="off" max-length="120" label=${text.term('folderName')} .value=${form.name} error=${form.nameProblem || nothing} @input=${(event: Event) => (form.name = (event.target as UiField).value)}></portico-ui-field>`
          : nothing
      }
      ${
        kind === 'create' || kind === 'move'
          ? html`<portico-ui-field ?autofocus=${kind === 'move'} name="parent" kind="select" label=${text.term('folderParent')} .options=${[{value: '', label: text.term('folderTop')}, ...toPlaces(form.folders, text.lang(), folder)]} .value=${form.parentId} @change=${(event: Event) => (form.parentId = (event.target as UiField).value)}></portico-ui-field>`
          : nothing
      }
      ${kind === 'delete' ? html`<p>${text.term(isFull ? 'folderDeleteFull' : 'folderDeleteText')}</p>` : nothing}
      <p class="problem" aria-live="assertive">${form.problem ? html`${dangerIcon()}<span>${form.problem}</span>` : nothing}</p>
    </form>
    <button class="button" slot="actions" type="button" @click=${() => form.close()}>${text.term('cancelDialog')}</button>
    ${isFull ? nothing : html`<portico-ui-button slot="actions" variant=${kind === 'delete' ? 'danger' : 'primary'} ?busy=${form.busy} @click=${() => void form.submit()}>${text.term(kind === 'create' ? 'folderCreate' : kind === 'delete' ? 'folderDeleteNow' : 'folderSave')}</portico-ui-button>`}
  </portico-ui-dialog>`;
}
