import {html, LitElement, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {closeIcon, retryIcon, uploadIcon} from '../icon/icons.ts';
import {toneIcons} from '../badge/badge.ts';
import {FileActEvent, FilesEvent} from './file-picker.events.ts';
import {filePickerStyles} from './file-picker.styles.ts';

/** One file of the list. */
export interface PickedFile {
  readonly id: string;
  readonly name: string;
  /** Its size, written out. */
  readonly size: string;
  /** How it stands, in words. */
  readonly status: string;
  readonly tone: 'neutral' | 'waiting' | 'success' | 'warning' | 'danger';
  /** 0 to 100 while it is on its way. */
  readonly percent?: number;
  /** Accessible names of its buttons; without a name there is no such button. */
  readonly remove?: string;
  readonly retry?: string;
}

/**
 * Chooses files, by dialog or by dropping them, and lists them with how far each has come. It sends nothing itself.
 *
 * @tag portico-ui-file-picker
 * @fires {FilesEvent} portico-ui-files - Files were chosen or dropped.
 * @fires {FileActEvent} portico-ui-file-act - A file is to be removed or tried again.
 */
export class UiFilePicker extends LitElement {
  static override shadowRootOptions: ShadowRootInit = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [sharedStyles, buttonStyles, filePickerStyles];

  /** Name of the list and of the choice. */
  @property() label = '';
  /** On the button. */
  @property() choose = '';
  /** Beside the button, where files can be dropped. */
  @property() drop = '';
  /** What may be chosen: types, size, number. */
  @property() help = '';
  @property() error?: string;
  /** As the native attribute. */
  @property() accept = '';
  @property({type: Boolean}) disabled = false;
  @property({attribute: false}) files: readonly PickedFile[] = [];

  @state() private over = false;

  protected override render() {
    return html`<div class="drop" ?data-over=${this.over} @dragover=${this.#onOver} @dragleave=${() => (this.over = false)} @drop=${this.#onDrop}>
        <input id="input" class="visually-hidden" type="file" multiple accept=${this.accept} ?disabled=${this.disabled} aria-label=${`${this.label}: ${this.choose}`} aria-describedby="help error" @change=${this.#onChange} />
        <label class="button" for="input">${uploadIcon()}${this.choose}</label>
        <span class="muted can-drop">${this.drop}</span>
      </div>
      <p class="help" id="help">${this.help}</p>
      <p class="error" id="error" aria-live="polite">${this.error ?? nothing}</p>
      ${this.files.length > 0 ? html`<ul aria-label=${this.label}>${this.files.map(file => this.#file(file))}</ul>` : nothing}`;
  }

  #file({id, name, size, status, tone, percent, remove, retry}: PickedFile) {
    const act = (kind: FileActEvent['act']) => () => this.dispatchEvent(new FileActEvent(id, kind));
    return html`<li data-file=${id}>
      <span class="name" dir="auto" translate="no">${name}</span>
      <span class="status figures" data-tone=${tone} role="status">${toneIcons[tone]?.() ?? nothing}${status} · ${size}</span>
      <span class="acts">
        ${retry ? html`<button class="button" data-variant="quiet" data-icon-only type="button" aria-label=${retry} title=${retry} @click=${act('retry')}>${retryIcon()}</button>` : nothing}
        ${remove ? html`<button class="button" data-variant="quiet" data-icon-only type="button" aria-label=${remove} title=${remove} @click=${act('remove')}>${closeIcon()}</button>` : nothing}
      </span>
      ${percent === undefined ? nothing : html`<progress max="100" .value=${percent} aria-label=${name}></progress>`}
    </li>`;
  }

  #onChange(event: Event) {
    const input = event.target as HTMLInputElement;
    this.#tell(input.files);
    // The same file can be chosen again.
    input.value = '';
  }

  #onOver(event: DragEvent) {
    if (this.disabled || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over = true;
  }

  #onDrop(event: DragEvent) {
    this.over = false;
    if (this.disabled || !event.dataTransfer?.files.length) return;
    event.preventDefault();
    this.#tell(event.dataTransfer.files);
  }

  #tell(files: FileList | null) {
    if (files?.length) this.dispatchEvent(new FilesEvent([...files]));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-ui-file-picker': UiFilePicker;
  }
}
