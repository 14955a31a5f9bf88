import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {Localize} from '../../strings/localize.ts';
import {uiStrings} from '../../strings/ui.strings.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {closeIcon} from '../icon/icons.ts';
import {DialogCloseEvent, type DialogCloseReason} from './dialog.events.ts';
import {dialogStyles} from './dialog.styles.ts';

/**
 * A modal dialog on the native `<dialog>`; on a narrow screen a sheet. Escape, the close button and a press beside it
 * close it; the focus goes back to where it was. Focus starts on the element with `autofocus`, else on the heading.
 *
 * @tag portico-ui-dialog
 * @fires {DialogCloseEvent} portico-ui-dialog-close - Somebody asked to close it. Cancelable.
 * @slot - Content.
 * @slot actions - Buttons, the primary one last.
 */
export class UiDialog extends LitElement {
  static override styles = [sharedStyles, buttonStyles, dialogStyles];

  /** Shown or not. */
  @property({type: Boolean, reflect: true}) open = false;
  /** The question or the task, in a few words; also the accessible name. */
  @property() heading = '';
  /** Wide dialogs hold tables and previews; a full one is a place to work in. */
  @property() size: 'normal' | 'wide' | 'full' = 'normal';
  /** Puts the focus where it belongs after closing, when that is not where it was before: beside a row that is gone, say. */
  @property({attribute: false}) returnFocus?: (() => void) | undefined;

  @state() private hasActions = false;
  /** Content that is longer than the screen must be reached by the keyboard, with nothing in it to focus as well. */
  @state() private scrolls = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  readonly #text = new Localize(this, uiStrings);
  #opener: Element | null = null;
  #pressedBackdrop = false;

  override connectedCallback() {
    super.connectedCallback();
    // Moved to another place in the page, which closed it.
    if (this.hasUpdated && this.open && !this.dialog.open) void this.#show();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    // A dialog taken out of the page closes without a word and leaves the focus nowhere.
    if (this.dialog?.open) {
      this.dialog.close();
      this.#restoreFocus();
    }
  }

  /** Asks to close, as a person would. */
  close(reason: DialogCloseReason = 'call') {
    if (this.dispatchEvent(new DialogCloseEvent(reason))) this.open = false;
  }

  protected override render() {
    return html`<dialog
      aria-labelledby="heading"
      data-size=${this.size}
      @cancel=${this.#onCancel}
      @close=${this.#onClose}
      @pointerdown=${this.#onPointerDown}
      @click=${this.#onClick}
    >
      <header>
        <h2 id="heading" tabindex="-1">${this.heading}</h2>
        <button
          class="button"
          type="button"
          data-variant="quiet"
          data-icon-only
          aria-label=${this.#text.term('close')}
          title=${this.#text.term('close')}
          @click=${() => this.close('button')}
        >
          ${closeIcon(20)}
        </button>
      </header>
      <div
        class="body"
        role=${this.scrolls ? 'group' : nothing}
        aria-labelledby=${this.scrolls ? 'heading' : nothing}
        tabindex=${this.scrolls ? 0 : nothing}
      >
        <slot @slotchange=${this.#onContentChange}></slot>
      </div>
      <footer ?data-empty=${!this.hasActions}><slot name="actions" @slotchange=${this.#onActionsChange}></slot></footer>
    </dialog>`;
  }

  protected override updated(changed: PropertyValues) {
    if (!changed.has('open') || this.open === this.dialog.open) return;
    if (this.open) void this.#show();
    else this.dialog.close();
  }

  async #show() {
    this.#opener = deepActiveElement();
    this.dialog.showModal();
    this.#onContentChange();
    const first = this.querySelector<HTMLElement>('[autofocus]');
    if (first instanceof LitElement) await first.updateComplete;
    (first ?? this.renderRoot.querySelector('h2'))?.focus();
  }

  #onCancel(event: Event) {
    if (event.target !== this.dialog) return;
    event.preventDefault();
    this.close('escape');
  }

  #onClose() {
    if (!this.isConnected || this.dialog.open) return;
    // Browsers close on a second Escape without asking. Ask then; what was typed is still in the page.
    if (this.open && !this.dispatchEvent(new DialogCloseEvent('escape'))) {
      this.dialog.showModal();
      return;
    }
    this.open = false;
    this.#restoreFocus();
  }

  #restoreFocus() {
    const opener = this.#opener;
    this.#opener = null;
    if (this.returnFocus) return this.returnFocus();
    if (opener instanceof HTMLElement && opener.isConnected && deepActiveElement() !== opener) opener.focus();
  }

  // Only a press that both starts and ends on the backdrop: not the end of a text selection.
  #onPointerDown(event: PointerEvent) {
    this.#pressedBackdrop = this.#isOutside(event);
  }

  #onClick(event: MouseEvent) {
    if (this.#pressedBackdrop && this.#isOutside(event)) this.close('backdrop');
    this.#pressedBackdrop = false;
  }

  #isOutside({target, clientX, clientY}: MouseEvent) {
    if (target !== this.dialog) return false;
    const {left, right, top, bottom} = this.dialog.getBoundingClientRect();
    return clientX < left || clientX > right || clientY < top || clientY > bottom;
  }

  #onContentChange() {
    const body = this.dialog.querySelector('.body');
    this.scrolls = body !== null && body.scrollHeight > body.clientHeight;
  }

  #onActionsChange(event: Event) {
    this.hasActions = (event.target as HTMLSlotElement).assignedNodes().length > 0;
  }
}

/** The focused element, through shadow roots. */
function deepActiveElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-ui-dialog': UiDialog;
  }
}
