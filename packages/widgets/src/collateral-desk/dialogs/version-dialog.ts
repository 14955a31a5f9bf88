import type {Asset, AssetVersion, StoredFile} from '@portico/contract';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {PortalWidget} from '../../base/portal-widget.ts';
import {acceptedEndings, mediaTypeOf, toSize} from '../../base/upload/file-types.ts';
import {sendFile, type UploadState} from '../../base/upload/send-file.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {collateralDeskStrings} from '../../strings/collateral-desk.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import type {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import type {UiField} from '../../ui/field/field.ts';
import type {FileActEvent, FilesEvent} from '../../ui/file-picker/file-picker.events.ts';
import type {PickedFile} from '../../ui/file-picker/file-picker.ts';
import {dangerIcon} from '../../ui/icon/icons.ts';
import type {CollateralDeskActs} from '../collateral-desk.acts.ts';
import {explainProblem, toLanguageName, wordFor} from '../collateral-desk.words.ts';
import {DoneEvent} from './dialog.events.ts';
import {dialogStyles} from './dialog.styles.ts';
import {languages} from './languages.data.ts';

/** A file that was chosen, and how far it is. */
interface Sending {
  readonly file: File;
  readonly abort: AbortController;
  readonly result: Promise<StoredFile | undefined>;
}

/**
 * Adds a version to a piece of material: sends its file from the moment that it is chosen, and asks meanwhile for its language, what is new and when it is valid.
 * Inside the desk only.
 *
 * @tag portico-collateral-desk-version
 */
export class VersionDialog extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, dialogStyles];

  @property({attribute: false}) asset?: Asset;
  @property({attribute: false}) acts?: CollateralDeskActs;

  @state() private language = '';
  @state() private note = '';
  @state() private from = '';
  @state() private until = '';
  @state() private publishNow = true;
  @state() private upload: UploadState | undefined;
  @state() private fileProblem = '';
  @state() private problem = '';
  @state() private busy = false;

  #sending: Sending | undefined;
  #made: AssetVersion | undefined;
  readonly #text = new Localize(this, collateralDeskStrings);
  readonly #ready = new WordsReady(this, this.#text);

  override disconnectedCallback() {
    super.disconnectedCallback();
    // Nobody is there any more to say what the file is for.
    this.#sending?.abort.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('asset') && this.language === '') this.language = this.asset?.languages[0] ?? this.#text.lang();
  }

  protected override render() {
    const {asset, busy} = this;
    if (!this.#ready.done || !asset) return nothing;
    const text = this.#text;
    const isReplacing = asset.languages.includes(this.language);
    return html`<portico-ui-dialog open size="wide" heading=${text.term('title_version')} @portico-ui-dialog-close=${this.#onClose}>
      <form id="form" novalidate @submit=${this.#onSubmit}>
        <p><strong dir="auto" translate="no">${asset.title}</strong></p>
        <portico-ui-file-picker
          autofocus
          label=${text.term('v_file')}
          choose=${text.term('v_choose')}
          drop=${text.term('v_drop')}
          help=${text.term('v_fileHelp')}
          accept=${acceptedEndings}
          error=${this.fileProblem || nothing}
          ?disabled=${busy}
          .files=${this.#picked()}
          @portico-ui-files=${({files}: FilesEvent) => this.#choose(files[0])}
          @portico-ui-file-act=${({act}: FileActEvent) => (act === 'retry' ? this.#choose(this.#sending?.file) : this.#drop())}
        ></portico-ui-file-picker>
        <portico-ui-field
          kind="select"
          label=${text.term('v_language')}
          help=${isReplacing ? text.term('v_replaces') : nothing}
          .options=${this.#languages()}
          .value=${this.language}
          @change=${(event: Event) => (this.language = (event.target as UiField).value)}
        ></portico-ui-field>
        <portico-ui-field kind="textarea" optional label=${text.term('v_note')} help=${text.term('v_noteHelp')} max-length="2000" .value=${this.note} @input=${(event: Event) => (this.note = (event.target as UiField).value)}></portico-ui-field>
        <div class="pair">
          <portico-ui-field kind="date" optional label=${text.term('v_from')} .value=${this.from} @change=${(event: Event) => (this.from = (event.target as UiField).value)}></portico-ui-field>
          <portico-ui-field kind="date" optional label=${text.term('v_until')} min=${this.from || nothing} .value=${this.until} @change=${(event: Event) => (this.until = (event.target as UiField).value)}></portico-ui-field>
        </div>
        <portico-ui-checkbox label=${text.term('publishNow')} .checked=${this.publishNow} @change=${(event: Event) => (this.publishNow = (event.target as UiCheckbox).checked)}></portico-ui-checkbox>
        <p class="problem" aria-live="assertive">${this.problem ? html`${dangerIcon()}<span>${this.problem}</span>` : nothing}</p>
      </form>
      <button class="button" slot="actions" type="button" @click=${() => this.dispatchEvent(new DoneEvent())}>${text.term('cancelDialog')}</button>
      <portico-ui-button slot="actions" variant="primary" ?busy=${busy} @click=${() => this.renderRoot.querySelector('form')?.requestSubmit()}>${text.term('confirm_version')}</portico-ui-button>
    </portico-ui-dialog>`;
  }

  /** Those it has already come first. */
  #languages() {
    const own = this.asset?.languages ?? [];
    const all = [...new Set([...own, this.language, ...languages])].filter(Boolean);
    return all.map(value => ({value, label: toLanguageName(value, this.#text.lang())}));
  }

  /** The chosen file as the picker lists it. */
  #picked(): PickedFile[] {
    const file = this.#sending?.file;
    const {upload} = this;
    if (!file) return [];
    const text = this.#text;
    const size = toSize(file.size, text.lang());
    const common = {id: 'file', name: file.name, size, remove: text.term('up_cancel', file.name)};
    if (!upload) return [{...common, status: text.term('up_failed'), tone: 'warning', retry: text.term('up_again', file.name)}];
    const {stage, doneBytes, sizeBytes} = upload;
    if (stage === 'rejected') return [{...common, status: wordFor(text, 'fault_', upload.file?.problem ?? '') ?? text.term('fault_unreadable'), tone: 'danger'}];
    if (stage === 'ready' || stage === 'scanning') return [{...common, status: text.term(`up_${stage}`), tone: stage === 'ready' ? 'success' : 'waiting'}];
    return [{...common, status: text.term(`up_${stage}`, toSize(doneBytes, text.lang()), size), tone: stage === 'waiting' ? 'warning' : 'waiting', percent: sizeBytes === 0 ? 0 : Math.floor((100 * doneBytes) / sizeBytes)}];
  }

  #choose(file: File | undefined) {
    const {acts, portal} = this;
    if (!file || !acts) return;
    this.#sending?.abort.abort();
    this.#made = undefined;
    this.problem = '';
    const text = this.#text;
    const mediaType = mediaTypeOf(file.name);
    this.fileProblem = mediaType === undefined ? text.term('problem_file_type_not_allowed') : file.size === 0 ? text.term('fault_empty') : '';
    if (mediaType === undefined || file.size === 0) return this.#drop();
    const abort = new AbortController();
    this.upload = {stage: 'sending', doneBytes: 0, sizeBytes: file.size, file: undefined};
    const result = sendFile({client: acts.client, file, mediaType, signal: abort.signal, fetch: portal?.fetch, onState: state => this.#note(abort, state)}).catch((error: unknown) => {
      if (abort.signal.aborted) return undefined;
      this.upload = undefined;
      this.fileProblem = explainProblem(error, text);
      return undefined;
    });
    this.#sending = {file, abort, result};
  }

  /** News of an upload that was given up is none. */
  #note(abort: AbortController, upload: UploadState) {
    if (!abort.signal.aborted) this.upload = upload;
  }

  #drop() {
    this.#sending?.abort.abort();
    this.#sending = undefined;
    this.upload = undefined;
    this.requestUpdate();
  }

  readonly #onClose = (event: Event & {reason?: string}) => {
    // A press beside it is no reason to lose a file that is on its way.
    if (this.busy || (event.reason === 'backdrop' && this.#sending)) event.preventDefault();
    else this.dispatchEvent(new DoneEvent());
  };

  readonly #onSubmit = async (event: Event) => {
    event.preventDefault();
    const {acts, asset} = this;
    if (!acts || !asset || this.busy) return;
    if (!this.#sending) {
      this.fileProblem = this.#text.term('v_fileMissing');
      this.renderRoot.querySelector<HTMLElement>('portico-ui-file-picker')?.focus();
      return;
    }
    const day = (value: string) => (value ? new Date(`${value}T00:00`).toISOString() : null);
    const fields = {language: this.language, changeNote: this.note.trim() || null, validFrom: day(this.from), validUntil: day(this.until)};
    if (!acts.allow('add_version', [asset], fields)) return;
    this.busy = true;
    this.problem = '';
    try {
      const file = await this.#sending.result;
      if (file?.status !== 'ready') return;
      await this.#add(acts, asset, {...fields, storedFileId: file.id});
      this.dispatchEvent(new DoneEvent());
    } catch (error) {
      this.problem = explainProblem(error, this.#text);
    } finally {
      this.busy = false;
    }
  };

  async #add(acts: CollateralDeskActs, asset: Asset, fields: {storedFileId: string; language: string; changeNote: string | null; validFrom: string | null; validUntil: string | null}) {
    const {client} = acts;
    // Tried again, what was made stays made.
    this.#made ??= await client.assetVersions.create({assetId: asset.id, ...fields});
    if (this.publishNow) await client.assetVersions.publish({id: this.#made.id, version: this.#made.version});
    acts.take('add_version', await client.assets.get({id: asset.id}));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-collateral-desk-version': VersionDialog;
  }
}
