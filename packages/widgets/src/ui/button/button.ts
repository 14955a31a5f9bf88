import {html, LitElement, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {internalsOf} from '../../base/internals.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {buttonElementStyles} from './button.styles.ts';

/** How much a button stands out. One primary a view. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

/**
 * A button. Listen to `click`; a busy or disabled button fires none.
 *
 * A busy button keeps its width, its focus and its name, so nothing jumps while an action runs.
 *
 * @tag portico-ui-button
 * @slot - The label, with an icon before it if wanted. For an icon alone, also set `label`.
 */
export class UiButton extends LitElement {
  static override shadowRootOptions: ShadowRootInit = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [sharedStyles, buttonStyles, buttonElementStyles];
  static formAssociated = true;

  /** How much the button stands out. */
  @property() variant: ButtonVariant = 'secondary';
  /** `submit` sends the form around the element. */
  @property() type: 'button' | 'submit' = 'button';
  /** Something it started is running. */
  @property({type: Boolean}) busy = false;
  @property({type: Boolean}) disabled = false;
  /** The accessible name when the content is an icon only; makes the button square. */
  @property() label?: string;

  readonly #internals = internalsOf(this);

  /** Presses the button, as a click of a person would. */
  override click() {
    this.renderRoot.querySelector('button')?.click();
  }

  protected override render() {
    return html`<button
      class="button"
      type="button"
      data-variant=${this.variant}
      ?data-icon-only=${this.label !== undefined}
      ?disabled=${this.disabled}
      aria-disabled=${this.busy ? 'true' : nothing}
      aria-busy=${this.busy ? 'true' : nothing}
      aria-label=${this.label ?? nothing}
      title=${this.label ?? nothing}
      @click=${this.#onClick}
    >
      <span class="content"><slot></slot></span>
      ${this.busy ? html`<span class="busy"><i></i><i></i><i></i></span>` : nothing}
    </button>`;
  }

  #onClick(event: Event) {
    if (this.busy) {
      event.stopImmediatePropagation();
      event.preventDefault();
      return;
    }
    // A button in a shadow root is no submitter of the form outside it.
    if (this.type === 'submit') this.#internals.form?.requestSubmit();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-ui-button': UiButton;
  }
}
