import type {Asset} from '@portico/contract';
import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {type Draft, Drafts} from '../base/drafts.ts';
import {toErrorEvent} from '../base/mutation.ts';
import {PortalWidget} from '../base/portal-widget.ts';
import {problemErrors} from '../base/problem-of.ts';
import {type AllCollateralLibraryStrings, collateralLibraryStrings} from '../strings/collateral-library.strings.ts';
import {Localize} from '../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../theme/shared.styles.ts';
import {space, tint, token} from '../theme/tokens.ts';
import {DialogCloseEvent} from '../ui/dialog/dialog.events.ts';
import type {UiField} from '../ui/field/field.ts';
import {explain} from './asset-text.ts';

/** What a field of a dialog is. */
export type FieldOptions = Partial<Pick<UiField, 'kind' | 'help' | 'options' | 'required' | 'optional' | 'maxLength' | 'min' | 'max' | 'autocomplete' | 'keyboard' | 'placeholder'>>;

/** A dialog of the library in a chunk of its own: what is typed is a draft until it is sent, and what is wrong stands at its field. */
export abstract class LibraryDialog extends PortalWidget {
  static override shadowRootOptions: ShadowRootInit = {...LitElement.shadowRootOptions};
  static override styles = [
    sharedStyles,
    buttonStyles,
    css`
      .subject {
        margin-block-end: ${space(3)};
      }
      .form,
      .list {
        display: grid;
        gap: ${space(3)};
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 12em), 1fr));
        gap: ${space(3)};
      }
      .heading {
        margin-block-start: ${space(3)};
        font-weight: ${token('font-weight-strong')};
      }
      .note {
        display: flex;
        align-items: flex-start;
        gap: ${space(2)};
        padding: ${space(2)} ${space(3)};
        border-radius: ${token('radius-small')};
        background: ${tint('color-info')};
      }
      .note .icon {
        margin-block-start: 2px;
      }
      .note[data-tone='danger'] {
        background: ${tint('color-danger')};
        color: ${token('color-danger')};
      }
      .entry {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px ${space(2)};
        padding-block: ${space(2)};
        border-block-start: 1px solid ${token('color-border')};
        overflow-wrap: anywhere;
      }
      .entry .button {
        margin-inline-start: auto;
      }
      .entry .wide {
        flex: 1 0 100%;
        font-size: ${token('font-size-small')};
      }
    `,
  ];

  /** The piece that it is about. */
  @property({attribute: false}) asset: Asset | undefined;
  @property({type: Boolean}) open = false;

  @state() protected busy = false;
  @state() protected failure = '';
  /** What is wrong with a field, by its pointer without the slash: `shipTo/street`. */
  @state() protected errors: Readonly<Record<string, string>> = {};

  protected readonly text = new Localize<AllCollateralLibraryStrings>(this, collateralLibraryStrings);
  protected readonly drafts = new Drafts(this);

  /** Somebody closed it; what it is opened by hears of it. */
  protected readonly onClose = (event: DialogCloseEvent) => {
    this.open = false;
    this.dispatchEvent(new DialogCloseEvent(event.reason));
  };

  /** Under which name it is kept what is typed. */
  protected abstract get form(): string;

  /** What was typed so far. */
  protected get draft(): Draft {
    return this.drafts.read(this.form);
  }

  /** What is in a field: as it was typed, else as it begins. */
  protected valueIn(name: string, begin = ''): string {
    return String(this.draft[name] ?? begin);
  }

  protected field(name: string, label: string, begin = '', {kind = 'text', help, options = [], required = false, optional = false, maxLength, min, max, autocomplete = '', keyboard, placeholder}: FieldOptions = {}) {
    return html`<portico-ui-field
      name=${name}
      kind=${kind}
      label=${label}
      help=${help ?? nothing}
      placeholder=${placeholder ?? nothing}
      ?required=${required}
      ?optional=${optional}
      max-length=${maxLength ?? nothing}
      min=${min ?? nothing}
      max=${max ?? nothing}
      autocomplete=${autocomplete || nothing}
      .keyboard=${keyboard}
      .options=${options}
      .value=${this.valueIn(name, begin)}
      .error=${this.errors[name]}
      @input=${(event: Event) => this.type(name, (event.target as UiField).value)}
      @change=${(event: Event) => this.type(name, (event.target as UiField).value)}
    ></portico-ui-field>`;
  }

  /** Somebody typed into a field. */
  protected type(name: string, value: string | boolean) {
    this.drafts.write(this.form, {[name]: value});
    this.failure = '';
    if (this.errors[name] !== undefined) {
      const {[name]: _, ...others} = this.errors;
      this.errors = others;
    }
    this.requestUpdate();
  }

  /** Checks the fields; the first that is wrong gets the focus. */
  protected async check(): Promise<boolean> {
    const fields = [...this.renderRoot.querySelectorAll<UiField>('portico-ui-field')];
    const right = await Promise.all(fields.map(field => field.validate()));
    fields[right.indexOf(false)]?.focus();
    return !right.includes(false);
  }

  /** Sends something, once; what failed is said here, at its fields where it is theirs. */
  protected async send<Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    this.failure = '';
    this.errors = {};
    try {
      return await work();
    } catch (error) {
      const sentence = explain(this.text, error);
      this.errors = Object.fromEntries(problemErrors(error).map(({pointer, message}) => [pointer.slice(1), message]));
      if (this.dispatchEvent(toErrorEvent(error, sentence))) this.failure = sentence;
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  protected renderFailure(): TemplateResult | typeof nothing {
    return this.failure ? html`<div class="note" data-tone="danger" role="alert">${this.failure}</div>` : nothing;
  }
}
