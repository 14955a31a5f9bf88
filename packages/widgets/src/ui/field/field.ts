import {html, LitElement, nothing} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {internalsOf} from '../../base/internals.ts';
import {Localize} from '../../strings/localize.ts';
import {uiFieldStrings} from '../../strings/ui-field.strings.ts';
import {sharedStyles} from '../../theme/shared.styles.ts';
import {chevronDownIcon, dangerIcon, searchIcon} from '../icon/icons.ts';
import {type Control, type FieldKind, type FieldOption, toFieldError} from './field.model.ts';
import {fieldStyles} from './field.styles.ts';

/**
 * A labelled native control with help and error, and a member of the form around it.
 * What is wrong is said after the field was left or {@link UiField.validate} was called, not while somebody types.
 *
 * @tag portico-ui-field
 * @fires {InputEvent} input - The value changed by a key.
 * @fires {Event} change - The value was settled.
 */
export class UiField extends LitElement {
  static override shadowRootOptions: ShadowRootInit = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [sharedStyles, fieldStyles];
  static formAssociated = true;

  /** What is typed or chosen. */
  @property() kind: FieldKind = 'text';
  @property() label = '';
  /** Keeps the label for screen readers only. For search and filters, whose meaning is plain to the eye. */
  @property({type: Boolean, attribute: 'label-hidden'}) labelHidden = false;
  @property() name = '';
  @property() value = '';
  /** One sentence below the control: why we ask, or in which form. */
  @property() help?: string;
  /** What is wrong, as the server said it. Shown until it is taken away. */
  @property() error?: string;
  @property() placeholder?: string;
  @property({type: Boolean}) required = false;
  /** Says "optional" beside the label. */
  @property({type: Boolean}) optional = false;
  @property({type: Boolean}) disabled = false;
  /** Most characters; the rest is counted down near the end. */
  @property({type: Number, attribute: 'max-length'}) maxLength?: number;
  /** Smallest number or first date. */
  @property() min?: string;
  /** Largest number or last date. */
  @property() max?: string;
  /** As the native attribute. */
  @property() autocomplete: HTMLInputElement['autocomplete'] = '';
  /** Which keys a phone shows, as the native `inputmode`. */
  @property() keyboard?: 'url' | 'decimal' | 'numeric';
  /** Choices of a select. */
  @property({attribute: false}) options: readonly FieldOption[] = [];

  @state() private fault: string | undefined;
  @query('.control') private readonly control!: Control;

  readonly #text = new Localize(this, uiFieldStrings);
  readonly #internals = internalsOf(this);

  /**
   * Checks the value and shows what is wrong.
   *
   * @returns Whether the value may be sent.
   */
  async validate(): Promise<boolean> {
    await this.updateComplete;
    this.fault = toFieldError(this.control, this.#text);
    return this.fault === undefined;
  }

  /** Selects the text in the control. */
  select() {
    if (!(this.control instanceof HTMLSelectElement)) this.control.select();
  }

  /** Called by the form: back to an empty field. */
  formResetCallback() {
    this.value = this.getAttribute('value') ?? '';
    this.fault = undefined;
  }

  /** Called by a fieldset around the field. */
  formDisabledCallback(disabled: boolean) {
    this.disabled = disabled;
  }

  protected override render() {
    const error = this.error ?? this.fault;
    return html`<label class="label ${this.labelHidden ? 'visually-hidden' : ''}" for="control">
        ${this.label}${this.optional ? html` <span class="muted">(${this.#text.term('optional')})</span>` : nothing}
      </label>
      <span class="box">${this.#control(error !== undefined)}</span>
      <p class="note error" id="error" aria-live="polite">${error === undefined ? nothing : html`${dangerIcon()}${error}`}</p>
      <p class="note" id="help">${this.help ?? nothing}${this.#remaining()}</p>`;
  }

  protected override updated() {
    this.#internals.setFormValue?.(this.value);
    const {control} = this;
    if (control.validity.valid) this.#internals.setValidity?.({});
    else this.#internals.setValidity?.(control.validity, toFieldError(control, this.#text) ?? ' ', control);
  }

  #control(invalid: boolean) {
    if (this.kind === 'textarea') return this.#textarea(invalid);
    if (this.kind === 'select') return this.#select(invalid);
    return html`${this.kind === 'search' ? searchIcon() : nothing}<input
        class="control"
        id="control"
        type=${this.kind}
        name=${this.name || nothing}
        .value=${live(this.value)}
        placeholder=${this.placeholder ?? nothing}
        maxlength=${this.maxLength ?? nothing}
        min=${this.min ?? nothing}
        max=${this.max ?? nothing}
        step=${this.kind === 'number' ? 'any' : nothing}
        autocomplete=${this.autocomplete || nothing}
        inputmode=${this.keyboard ?? nothing}
        ?required=${this.required}
        ?disabled=${this.disabled}
        aria-invalid=${invalid}
        aria-describedby="error help"
        @input=${this.#onInput}
        @change=${this.#onChange}
      />`;
  }

  #textarea(invalid: boolean) {
    return html`<textarea
      class="control"
      id="control"
      rows="3"
      name=${this.name || nothing}
      .value=${live(this.value)}
      placeholder=${this.placeholder ?? nothing}
      maxlength=${this.maxLength ?? nothing}
      ?required=${this.required}
      ?disabled=${this.disabled}
      aria-invalid=${invalid}
      aria-describedby="error help"
      @input=${this.#onInput}
      @change=${this.#onChange}
    ></textarea>`;
  }

  #select(invalid: boolean) {
    const known = this.options.some(option => option.value === this.value);
    return html`<select
        class="control"
        id="control"
        name=${this.name || nothing}
        ?required=${this.required}
        ?disabled=${this.disabled}
        aria-invalid=${invalid}
        aria-describedby="error help"
        @input=${this.#onInput}
        @change=${this.#onChange}
      >
        ${known ? nothing : html`<option value="" selected>${this.placeholder ?? this.#text.term('choose')}</option>`}
        ${this.options.map(
          ({value, label, disabled}) =>
            html`<option value=${value} .selected=${live(value === this.value)} ?disabled=${disabled ?? false}>
              ${label}
            </option>`,
        )}
      </select>
      <span class="chevron" aria-hidden="true">${chevronDownIcon()}</span>`;
  }

  #remaining() {
    const left = (this.maxLength ?? Infinity) - this.value.length;
    const near = Math.max(20, (this.maxLength ?? 0) / 10);
    return left > near ? nothing : html`<span class="figures">${this.#text.term('charactersLeft', left)}</span>`;
  }

  #onInput() {
    this.value = this.control.value;
    // A fault that was shown goes as soon as it is mended.
    if (this.fault !== undefined) this.fault = toFieldError(this.control, this.#text);
  }

  #onChange() {
    this.value = this.control.value;
    void this.validate();
    // `change` stops at the shadow root; `input` does not.
    this.dispatchEvent(new Event('change', {bubbles: true}));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-ui-field': UiField;
  }
}
