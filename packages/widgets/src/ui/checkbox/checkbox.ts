import {css, html, LitElement} from 'lit';
import {property} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {internalsOf} from '../../base/internals.ts';
import {sharedStyles} from '../../theme/shared.styles.ts';
import {space, token} from '../../theme/tokens.ts';

/**
 * A check box with its label.
 *
 * @tag portico-ui-checkbox
 * @fires {Event} change - It was checked or unchecked.
 * @slot - The label, after `label`.
 */
export class UiCheckbox extends LitElement {
  static override shadowRootOptions: ShadowRootInit = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: inline-block;
        vertical-align: middle;
      }
      label {
        display: inline-flex;
        align-items: flex-start;
        gap: ${space(2)};
        min-inline-size: 24px;
        min-block-size: 24px;
        padding-block: 2px;
        cursor: pointer;
      }
      input {
        flex: none;
        display: grid;
        place-content: center;
        inline-size: calc(18px * var(--portico-text-scale, 1));
        block-size: calc(18px * var(--portico-text-scale, 1));
        margin: 1px 3px;
        border: 1px solid ${token('color-border-strong')};
        border-radius: ${token('radius-small')};
        background: ${token('color-surface-raised')};
        appearance: none;
        cursor: inherit;
      }
      input:is(:checked, :indeterminate) {
        border-color: transparent;
        background: ${token('color-accent')};
      }
      input::before {
        content: '';
        inline-size: calc(10px * var(--portico-text-scale, 1));
        block-size: calc(10px * var(--portico-text-scale, 1));
        background: ${token('color-on-accent')};
        opacity: 0;
        clip-path: polygon(4% 52%, 18% 38%, 38% 58%, 80% 10%, 95% 24%, 40% 86%);
      }
      input:checked::before {
        opacity: 1;
      }
      input:indeterminate::before {
        opacity: 1;
        clip-path: inset(40% 5%);
      }
      label:has(:disabled) {
        color: ${token('color-text-muted')};
        cursor: not-allowed;
      }
      input:disabled {
        border-color: ${token('color-border')};
        background: ${token('color-surface-sunken')};
      }
      input:disabled::before {
        background: ${token('color-text-muted')};
      }
      @media (pointer: coarse) {
        label {
          min-inline-size: 44px;
          min-block-size: 44px;
          padding-block: 12px;
        }
        input {
          margin-inline: 13px 3px;
        }
      }
      @media (forced-colors: active) {
        input,
        input:is(:checked, :indeterminate) {
          border-color: ButtonBorder;
        }
        input::before {
          background: CanvasText;
          forced-color-adjust: none;
        }
      }
    `,
  ];
  static formAssociated = true;

  @property() label = '';
  /** Keeps the label for screen readers only, in a row whose text says what is meant. */
  @property({type: Boolean, attribute: 'label-hidden'}) labelHidden = false;
  @property() name = '';
  /** What a form sends when it is checked. */
  @property() value = 'on';
  @property({type: Boolean}) checked = false;
  /** Some of what it stands for is checked, not all. */
  @property({type: Boolean}) indeterminate = false;
  @property({type: Boolean}) disabled = false;

  readonly #internals = internalsOf(this);

  /** Presses the box, as a click of a person would. */
  override click() {
    this.renderRoot.querySelector('input')?.click();
  }

  /** Called by the form. */
  formResetCallback() {
    this.checked = this.hasAttribute('checked');
  }

  /** Called by a fieldset around the box. */
  formDisabledCallback(disabled: boolean) {
    this.disabled = disabled;
  }

  protected override render() {
    return html`<label>
      <input
        type="checkbox"
        .checked=${live(this.checked)}
        .indeterminate=${live(this.indeterminate)}
        ?disabled=${this.disabled}
        @change=${this.#onChange}
      />
      <span class=${this.labelHidden ? 'visually-hidden' : ''}>${this.label}<slot></slot></span>
    </label>`;
  }

  protected override updated() {
    this.#internals.setFormValue?.(this.checked ? this.value : null);
  }

  #onChange(event: Event) {
    this.checked = (event.target as HTMLInputElement).checked;
    this.indeterminate = false;
    this.dispatchEvent(new Event('change', {bubbles: true}));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-ui-checkbox': UiCheckbox;
  }
}
