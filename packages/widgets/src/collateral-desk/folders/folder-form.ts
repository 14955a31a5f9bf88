import {ApiError} from '@portico/client';
import type {AssetFolder} from '@portico/contract';
import type {LitElement, ReactiveController} from 'lit';
import type {UiField} from '../../ui/field/field.ts';
import type {CollateralDeskActs} from '../collateral-desk.acts.ts';
import {explainProblem, type Words} from '../collateral-desk.words.ts';
import type {FolderFormView, FolderTask} from './folder-form.view.ts';

interface Tree {
  readonly folders: () => readonly AssetFolder[];
  readonly acts: () => CollateralDeskActs | undefined;
  readonly text: Words;
  /** It took effect; `folder` is as it is now, or as it was when it is gone. */
  readonly done: (what: {readonly kind: FolderTask['kind']; readonly folder: AssetFolder}) => void;
  /** The dialog is gone. */
  readonly leave: () => void;
}

/** Making, renaming, moving and deleting a folder: what is typed, sent, and refused. */
export class FolderForm implements ReactiveController, FolderFormView {
  readonly #host: LitElement;
  readonly #tree: Tree;
  task: FolderTask | undefined;
  name = '';
  parentId = '';
  problem = '';
  nameProblem = '';
  busy = false;

  constructor(host: LitElement, tree: Tree) {
    this.#host = host;
    this.#tree = tree;
    host.addController(this);
  }

  hostConnected() {}

  get folders(): readonly AssetFolder[] {
    return this.#tree.folders();
  }

  open(task: FolderTask): void {
    this.task = task;
    this.name = task.kind === 'rename' ? task.folder.name : '';
    this.parentId = (task.kind === 'create' ? task.parentId : task.folder.parentId) ?? '';
    this.problem = this.nameProblem = '';
    this.#host.requestUpdate();
  }

  close(): void {
    this.task = undefined;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#tree.leave());
  }

  async submit(): Promise<void> {
    const {task, busy} = this;
    const acts = this.#tree.acts();
    const field = this.#host.renderRoot.querySelector<UiField>('[name=name]');
    if (!task || !acts || busy || (field && !(await field.validate()))) return field?.focus();
    this.busy = true;
    this.problem = this.nameProblem = '';
    this.#host.requestUpdate();
    try {
      const folder = await this.#send(task, acts);
      this.#tree.done({kind: task.kind, folder});
      this.close();
    } catch (error) {
      const sentence = explainProblem(error, this.#tree.text);
      if (field && error instanceof ApiError && error.code === 'asset_folder_name_taken') this.nameProblem = sentence;
      else this.problem = sentence;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  async #send(task: FolderTask, {client}: CollateralDeskActs): Promise<AssetFolder> {
    const name = this.name.trim();
    const parentId = this.parentId || null;
    if (task.kind === 'create') return client.assetFolders.create({name, parentId});
    // The version of now: others may have put something into it meanwhile.
    const {id} = task.folder;
    const version = (this.folders.find(each => each.id === id) ?? task.folder).version;
    if (task.kind === 'rename') return client.assetFolders.update({id, version, name});
    if (task.kind === 'move') return client.assetFolders.update({id, version, parentId});
    await client.assetFolders.delete({id, version});
    return task.folder;
  }
}
