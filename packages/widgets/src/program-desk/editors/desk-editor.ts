import type {Program} from '@portico/contract';
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {countryOptions} from '../../base/countries.ts';
import {Drafts} from '../../base/drafts.ts';
import {toErrorEvent} from '../../base/mutation.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {problemErrors} from '../../base/problem-of.ts';
import {explain, wordOf} from '../../base/standing-text.ts';
import type {Localize} from '../../strings/localize.ts';
import type {AllEditorStrings} from '../../strings/program-desk-editor.strings.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import type {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import {DialogCloseEvent} from '../../ui/dialog/dialog.events.ts';
import type {FieldOption} from '../../ui/field/field.model.ts';
import type {UiField} from '../../ui/field/field.ts';
import {closeIcon} from '../../ui/icon/icons.ts';
import {editorStyles} from './desk-editor.styles.ts';
import {changesIn, isOn, listOf, textOf, toListValue, type Values} from './values.ts';

/** What a field of an editor is. */
export type EditorField = Partial<Pick<UiField, 'kind' | 'help' | 'required' | 'optional' | 'disabled' | 'maxLength' | 'min' | 'max' | 'placeholder' | 'keyboard' | 'labelHidden'>> & {readonly options?: readonly FieldOption[]; readonly isFirst?: boolean};

/** How something of the programme gets to the server. */
export interface Saving<Fields extends object, Thing> {
  /** What of it was there before; the thing itself unless said. */
  readonly before?: object;
  create(fields: Fields): Promise<Thing>;
  /** Sends what is different. */
  update(changes: Partial<Fields> & {readonly id: string; readonly version: number}): Promise<Thing>;
}

/**
 * A dialog of the desk in which something of the programme is changed. What is typed is a draft until it is sent: it lies over what the server has, so that
 * somebody else's change of another field is not undone. What is wrong stands at its field.
 */
export abstract class DeskEditor extends PortalWidget {
  static override shadowRootOptions: ShadowRootInit = {...LitElement.shadowRootOptions};
  static override styles = [sharedStyles, buttonStyles, editorStyles];

  @property({type: Boolean}) open = false;
  @property({attribute: false}) program?: Program | undefined;

  @state() protected busy = false;
  @state() protected failure = '';
  /** What is wrong with a field, by its name. */
  @state() protected errors: Readonly<Record<string, string>> = {};

  protected readonly drafts = new Drafts(this);

  /** Under which name it is kept what is typed. */
  protected abstract get form(): string;
  /** What the server has. */
  protected abstract get begin(): Values;
  /** The words that all editors have, in the reader's language. */
  protected abstract get words(): Localize<AllEditorStrings>;

  /** What stands in the form. */
  protected get values(): Values {
    return {...this.begin, ...this.drafts.read(this.form)};
  }

  /** Whether something was typed and not sent. */
  protected get isChanged(): boolean {
    return Object.keys(this.drafts.read(this.form)).length > 0;
  }

  /** In which days and periods of the programme begin. */
  protected get timeZone(): string {
    return this.program?.timeZone ?? 'UTC';
  }

  protected readonly onClose = (event: DialogCloseEvent) => {
    if (this.busy) return event.preventDefault();
    this.close(event.reason);
  };

  /** Closes; what was typed stays a draft. */
  protected close(reason: DialogCloseEvent['reason'] = 'call') {
    this.open = false;
    this.failure = '';
    this.errors = {};
    this.dispatchEvent(new DialogCloseEvent(reason));
  }

  protected field(name: string, label: string, {kind = 'text', help, options = [], required = false, optional = false, disabled = false, labelHidden = false, isFirst = false, maxLength, min, max, placeholder, keyboard}: EditorField = {}) {
    const type = (event: Event) => this.type(name, (event.target as UiField).value);
    return html`<portico-ui-field
      name=${name}
      kind=${kind}
      label=${label}
      help=${help ?? nothing}
      placeholder=${placeholder ?? nothing}
      autocomplete="off"
      ?autofocus=${isFirst}
      ?required=${required}
      ?optional=${optional}
      ?disabled=${disabled}
      ?label-hidden=${labelHidden}
      max-length=${maxLength ?? nothing}
      min=${min ?? nothing}
      max=${max ?? nothing}
      .keyboard=${keyboard}
      .options=${options}
      .value=${textOf(this.values, name)}
      .error=${this.errors[name]}
      @input=${type}
      @change=${type}
    ></portico-ui-field>`;
  }

  protected check(name: string, label: string) {
    return html`<portico-ui-checkbox name=${name} label=${label} .checked=${isOn(this.values, name)} @change=${(event: Event) => this.type(name, (event.target as UiCheckbox).checked)}></portico-ui-checkbox>`;
  }

  /** A box for each choice; what was chosen and is no choice any more stays. */
  protected choices(name: string, legend: string, options: readonly FieldOption[]) {
    const chosen = listOf(this.values, name);
    const others = chosen.filter(value => !options.some(option => option.value === value)).map(value => ({value, label: value}));
    const toggle = (value: string, on: boolean) => this.type(name, toListValue(on ? [...chosen, value] : chosen.filter(each => each !== value)));
    return html`<fieldset name=${name} aria-describedby=${this.errors[name] ? `error-${name}` : nothing}>
      <legend>${legend}</legend>
      <div class="checks">
        ${[...options, ...others].map(({value, label}) => html`<portico-ui-checkbox label=${label} .checked=${chosen.includes(value)} @change=${(event: Event) => toggle(value, (event.target as UiCheckbox).checked)}></portico-ui-checkbox>`)}
      </div>
      ${this.#wrong(name)}
    </fieldset>`;
  }

  /** Countries, one after the other; each goes with a press. */
  protected countries(name: string, legend: string) {
    const chosen = listOf(this.values, name);
    const options = countryOptions(this.program?.countries ?? [], this.words.lang());
    const nameOf = (code: string) => options.find(({value}) => value === code)?.label ?? code;
    const add = (event: Event) => {
      const field = event.target as UiField;
      if (field.value && !chosen.includes(field.value)) this.type(name, toListValue([...chosen, field.value]));
      field.value = '';
    };
    return html`<div class="list" name=${name}>
      <portico-ui-field kind="select" label=${legend} placeholder=${this.words.term('addCountry')} .options=${options.filter(({value}) => !chosen.includes(value))} .value=${''} .error=${this.errors[name]} @change=${add}></portico-ui-field>
      ${chosen.length === 0
        ? nothing
        : html`<ul class="chips">
            ${chosen.map(code => html`<li><button class="button" type="button" aria-label=${this.words.term('remove', nameOf(code))} @click=${() => this.type(name, toListValue(chosen.filter(each => each !== code)))}>${nameOf(code)}${closeIcon()}</button></li>`)}
          </ul>`}
    </div>`;
  }

  #wrong(name: string) {
    const error = this.errors[name];
    return error ? html`<p class="wrong small" id=${`error-${name}`}>${error}</p>` : nothing;
  }

  /** Somebody typed into a field. */
  protected type(name: string, value: string | boolean) {
    this.keep(name, value);
    this.failure = '';
    if (this.errors[name] !== undefined) {
      const {[name]: _, ...others} = this.errors;
      this.errors = others;
    }
    this.requestUpdate();
  }

  /** Keeps what was typed as a draft. */
  protected keep(name: string, value: string | boolean) {
    this.drafts.write(this.form, {[name]: value});
  }

  /** Goes back to what the server has. */
  protected readonly discard = () => {
    this.drafts.clear(this.form);
    this.failure = '';
    this.errors = {};
  };

  /** Checks the fields; the first that is wrong gets the focus. */
  protected async isRight(): Promise<boolean> {
    const fields = [...this.renderRoot.querySelectorAll<UiField>('portico-ui-field')];
    const right = await Promise.all(fields.map(field => field.validate()));
    this.#show(fields[right.indexOf(false)]);
    return !right.includes(false);
  }

  /** Sends something, once. What failed is said here, at its fields where it is theirs. */
  protected async send<Answer>(work: () => Promise<Answer> | undefined): Promise<Answer | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    this.failure = '';
    this.errors = {};
    try {
      return await work();
    } catch (error) {
      const sentence = explain(this.words, error);
      if (this.dispatchEvent(toErrorEvent(error, sentence))) this.#tell(error, sentence);
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  /**
   * Makes something new, or sends what is different of it; then nothing is a draft any more, and the dialog closes.
   *
   * @param present - As the server has it; `null` for something new.
   * @returns What the server has now; undefined when it was refused, which is said here.
   */
  protected async save<Fields extends object, Thing extends {readonly id: string; readonly version: number}>(present: Thing | null | undefined, fields: Fields, {before, create, update}: Saving<Fields, Thing>): Promise<Thing | undefined> {
    const saved = await this.send(() => {
      if (!present) return create(fields);
      const changes = changesIn(fields, before ?? present);
      return Object.keys(changes).length === 0 ? Promise.resolve(present) : update({...changes, id: present.id, version: present.version});
    });
    if (saved) {
      this.drafts.clear(this.form);
      this.close();
    }
    return saved;
  }

  /** Puts what the server said to the fields; what belongs to none is said above them. */
  #tell(error: unknown, sentence: string) {
    const named = [...this.renderRoot.querySelectorAll<HTMLElement>('[name]')];
    const names = new Set(named.map(each => each.getAttribute('name') ?? ''));
    const errors: Record<string, string> = {};
    const others: string[] = [];
    for (const {pointer, code, message} of problemErrors(error)) {
      const words = wordOf(this.words, `fault_${code}`) ?? message;
      const parts = pointer.slice(1).split('/');
      while (parts.length > 0 && !names.has(parts.join('/'))) parts.pop();
      const name = parts.join('/');
      if (name) errors[name] ??= words;
      else others.push(`${pointer.slice(1)}: ${message}`);
    }
    this.errors = errors;
    this.failure = [sentence, ...others].join(' ');
    void this.updateComplete.then(() => this.#show(named.find(each => errors[each.getAttribute('name') ?? ''] !== undefined)));
  }

  #show(element: HTMLElement | undefined) {
    if (!element) return;
    const folded = element.closest('details');
    if (folded) folded.open = true;
    (element.matches('portico-ui-field') ? element : element.querySelector<HTMLElement>('portico-ui-checkbox, portico-ui-field'))?.focus();
  }

  /** What went wrong, and that there is a draft. */
  protected renderNotes(): TemplateResult {
    return html`${this.failure ? html`<div class="note" data-tone="danger" role="alert">${this.failure}</div>` : nothing}
    ${this.isChanged ? html`<div class="note"><span>${this.words.term('unsaved')}</span><button class="link" type="button" data-act="discard" ?disabled=${this.busy} @click=${this.discard}>${this.words.term('discard')}</button></div>` : nothing}`;
  }
}
