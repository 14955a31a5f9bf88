import {ApiError} from '@portico/client';
import type {Lead, Program} from '@portico/contract';
import {css, html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {LiveQuery} from '../../base/live-query.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {leadDeskDetailStrings} from '../../strings/lead-desk-detail.strings.ts';
import {leadDeskDialogsStrings} from '../../strings/lead-desk-dialogs.strings.ts';
import {leadDeskStrings} from '../../strings/lead-desk.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {space} from '../../theme/tokens.ts';
import {dangerIcon} from '../../ui/icon/icons.ts';
import type {UiField} from '../../ui/field/field.ts';
import type {LeadDeskActs} from '../lead-desk.acts.ts';
import {toCountryName} from '../detail/detail.words.ts';
import {explainProblem} from '../lead-desk.words.ts';
import {dialogFormStyles} from './act-dialog.styles.ts';
import {DoneEvent} from './dialog.events.ts';
import {toNewLead} from './new-lead.model.ts';

/** What was typed into the form of each desk, so that closing it loses nothing. */
const drafts = new WeakMap<object, Readonly<Record<string, string>>>();
const currencies: readonly string[] = Intl.supportedValuesOf('currency');

/**
 * A small form for a lead that came by phone or in passing; the rest comes from web forms, files and the API. Inside the desk only.
 *
 * @tag portico-lead-desk-new-lead
 */
export class NewLeadDialog extends PortalWidget {
  static override styles = [
    sharedStyles,
    buttonStyles,
    dialogFormStyles,
    // Below the words it explains.
    css`
      .consent {
        margin-block-end: ${space(3)};
        padding-inline-start: ${space(8)};
      }
    `,
  ];

  @property({attribute: false}) acts?: LeadDeskActs;
  /** Opens the lead once it is there. */
  @property({attribute: false}) openLead: (lead: Lead) => void = () => {};

  @state() private busy = false;
  @state() private problem: string | undefined;
  /** What the server said about fields, by their names. */
  @state() private errors: ReadonlyMap<string, string> = new Map();

  readonly #text = new Localize(this, leadDeskStrings);
  readonly #facts = new Localize(this, leadDeskDetailStrings);
  readonly #words = new Localize(this, leadDeskDialogsStrings);
  readonly #ready = new WordsReady(this, this.#words, this.#facts);
  readonly #program = new LiveQuery<readonly [], Program>(this, {
    args: () => [],
    read: ({client}, _, signal) => client.program.get({}, {signal}),
    refreshOn: 'program',
  });

  get #draft(): Readonly<Record<string, string>> {
    return (this.acts && drafts.get(this.acts)) ?? {};
  }

  protected override render() {
    if (!this.#ready.done) return nothing;
    const text = this.#text;
    const words = this.#words;
    const program = this.#program.value;
    const countries = program?.countries ?? [];
    return html`<portico-ui-dialog open size="wide" heading=${text.term('newLead')} @portico-ui-dialog-close=${(event: Event) => this.#onClose(event)}>
      <form id="form" novalidate @submit=${this.#onSubmit} @input=${() => this.#keep()} @change=${() => this.#keep()}>
        <div class="pair">
          ${this.#field('company.name', words.term('companyName'), {autofocus: true, max: 200})} ${this.#field('company.website', this.#facts.term('website'), {max: 500})}
          ${this.#field('company.industry', this.#facts.term('industry'), {max: 120})}
          ${
            countries.length > 0
              ? this.#select('company.country', words.term('country'), countries.map(value => ({value, label: toCountryName(value, text)})))
              : this.#field('company.country', words.term('country'), {max: 2, placeholder: 'FI'})
          }
        </div>
        ${this.#field('need', this.#facts.term('need'), {kind: 'textarea', max: 4000})}
        <div class="pair">
          ${this.#select('product', words.term('product'), (program?.products ?? []).map(({name}) => ({value: name, label: name})))}
          ${this.#field('amount', words.term('estimatedValue'), {kind: 'number'})}
          ${this.#select('currency', words.term('currency'), currencies.map(value => ({value, label: value})), 'EUR')}
          ${this.#field('score', text.term('col_score'), {kind: 'number', minimum: '0', maximum: '100'})}
        </div>
        <div class="pair">
          ${this.#field('contact.firstName', words.term('firstName'), {max: 100})} ${this.#field('contact.lastName', words.term('lastName'), {max: 100})}
          ${this.#field('contact.email', this.#facts.term('email'), {kind: 'email', max: 320})} ${this.#field('contact.phone', this.#facts.term('phone'), {kind: 'tel', max: 40})}
        </div>
        ${this.#field('title', words.term('leadTitle'), {max: 200, help: words.term('leadTitleHelp')})}
        <div>
          <portico-ui-checkbox name="consent" label=${words.term('consentGiven')} ?checked=${this.#draft['consent'] === 'on'}></portico-ui-checkbox>
          <p class="muted small consent">${words.term('consentHelp')}</p>
          <portico-ui-checkbox name="route" label=${words.term('routeNow')} ?checked=${this.#draft['route'] !== ''}></portico-ui-checkbox>
        </div>
        <p class="problem" role="alert">${this.problem ? html`${dangerIcon()}<span>${this.problem}</span>` : nothing}</p>
      </form>
      <button class="button" slot="actions" type="button" @click=${() => this.dispatchEvent(new DoneEvent())}>${words.term('cancel')}</button>
      <portico-ui-button slot="actions" variant="primary" ?busy=${this.busy} @click=${() => this.#form?.requestSubmit()}>${words.term('addLead')}</portico-ui-button>
    </portico-ui-dialog>`;
  }

  #field(
    name: string,
    label: string,
    {kind = 'text', max, minimum, maximum, help, placeholder, autofocus = false}: {kind?: UiField['kind']; max?: number; minimum?: string; maximum?: string; help?: string; placeholder?: string; autofocus?: boolean},
  ) {
    return html`<portico-ui-field
      ?autofocus=${autofocus}
      name=${name}
      kind=${kind}
      label=${label}
      max-length=${max ?? nothing}
      min=${minimum ?? nothing}
      max=${maximum ?? nothing}
      help=${help ?? nothing}
      placeholder=${placeholder ?? nothing}
      autocomplete="off"
      value=${this.#draft[name] ?? ''}
      error=${this.errors.get(name) ?? nothing}
    ></portico-ui-field>`;
  }

  #select(name: string, label: string, options: readonly {value: string; label: string}[], initial = '') {
    return html`<portico-ui-field
      name=${name}
      kind="select"
      label=${label}
      .options=${initial ? options : [{value: '', label: '–'}, ...options]}
      value=${this.#draft[name] ?? initial}
      error=${this.errors.get(name) ?? nothing}
    ></portico-ui-field>`;
  }

  get #form(): HTMLFormElement | null {
    return this.renderRoot.querySelector('form');
  }

  /** Everything in the form, by name; an unchecked box is empty. */
  #read(): Record<string, string> {
    const values: Record<string, string> = {consent: '', route: ''};
    if (this.#form) for (const [name, value] of new FormData(this.#form)) if (typeof value === 'string') values[name] = value;
    return values;
  }

  #keep() {
    if (this.acts) drafts.set(this.acts, this.#read());
  }

  /** A press beside a form that was begun is most likely a slip. */
  #onClose(event: Event & {reason?: string}) {
    const begun = Object.entries(this.#draft).some(([name, value]) => value !== '' && name !== 'currency' && name !== 'route');
    if (this.busy || (begun && event.reason === 'backdrop')) event.preventDefault();
    else this.dispatchEvent(new DoneEvent());
  }

  readonly #onSubmit = async (event: Event) => {
    event.preventDefault();
    const {acts, portal} = this;
    if (!acts || !portal || this.busy) return;
    const text = this.#text;
    const words = this.#words;
    for (const field of this.renderRoot.querySelectorAll<UiField>('portico-ui-field')) {
      if (await field.validate()) continue;
      field.focus();
      return;
    }
    const values = this.#read();
    this.errors = new Map();
    this.problem = !values['company.name'] && !values['need'] ? words.term('somethingNeeded') : undefined;
    if (this.problem) return;
    const lead = toNewLead(values, new Date(portal.now()).toISOString());
    if (!acts.allow('create', [], lead)) return;
    this.busy = true;
    try {
      const receipt = await acts.create(lead);
      drafts.delete(acts);
      this.dispatchEvent(new DoneEvent());
      portal.notify({tone: 'success', text: text.term(receipt.outcome === 'created' ? 'leadSent' : 'leadAttached')});
      this.openLead(receipt.lead);
    } catch (error) {
      this.problem = explainProblem(error, text);
      // Pointers are paths of the input, and fields are named after them.
      const faults = error instanceof ApiError ? (error.problem.errors ?? []) : [];
      this.errors = new Map(faults.map(({pointer, message}) => [pointer.slice(1).replaceAll('/', '.').replace(/^estimatedValue.*/, 'amount').replace(/^products.*/, 'product'), message]));
    } finally {
      this.busy = false;
    }
  };
}
