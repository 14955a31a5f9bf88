import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {toMajorUnits, toMinorUnits} from '../strings/format.ts';
import type {FieldOption} from '../ui/field/field.model.ts';
import type {UiField} from '../ui/field/field.ts';
import type {LeadInboxAct} from './lead-inbox.model.ts';
import {type ActDialog, actDraft, type InboxView} from './lead-inbox.view.ts';
import type {ActInput} from './offer-calls.ts';
import {titleOf, wordOf} from './lead-text.ts';

const declineReasons = ['no_capacity', 'outside_territory', 'outside_expertise', 'already_our_customer', 'conflict_of_interest', 'customer_problem_unclear', 'next_steps_unclear', 'unable_to_support', 'duplicate', 'spam', 'other'];
const returnReasons = ['no_capacity', 'outside_territory', 'outside_expertise', 'no_response', 'conflict_of_interest', 'unable_to_support', 'other'];
const lostReasons = ['budget', 'no_response', 'chose_competitor', 'requirements_not_met', 'not_a_customer', 'timeline', 'price', 'technical', 'legal', 'abuse_spam', 'other'];
const currencies = ['EUR', 'USD', 'GBP', 'SEK', 'NOK', 'DKK', 'CHF', 'PLN', 'CNY', 'JPY', 'VND', 'SGD', 'AED', 'SAR', 'INR', 'AUD', 'CAD', 'BRL'];

type FieldName = 'reason' | 'contacted' | 'comment' | 'assignee' | 'dealName' | 'amount' | 'expectedCloseOn';

interface ActForm {
  readonly fields: readonly FieldName[];
  readonly reasons?: readonly string[];
  /** Key of the sentence that says what follows. */
  readonly text?: 'declineText' | 'returnText' | 'convertText';
}

/** What each act asks for; accept asks for nothing. */
const actForms: Readonly<Record<LeadInboxAct, ActForm | undefined>> = {
  accept: undefined,
  decline: {fields: ['reason', 'contacted', 'comment'], reasons: declineReasons, text: 'declineText'},
  return: {fields: ['reason', 'comment'], reasons: returnReasons, text: 'returnText'},
  close_lost: {fields: ['reason', 'comment'], reasons: lostReasons},
  close_won: {fields: ['amount', 'comment']},
  convert: {fields: ['dealName', 'amount', 'expectedCloseOn'], text: 'convertText'},
  reassign: {fields: ['assignee', 'comment']},
};

/** The dialog that asks for what an act needs. */
export function actDialog(view: InboxView) {
  const {dialog, text} = view;
  const form = dialog && actForms[dialog.act];
  const act = dialog?.act === 'accept' ? undefined : dialog?.act;
  const heading = !dialog || !act ? '' : act === 'decline' || act === 'reassign' ? text.term(`title_${act}`, dialog.offers.length) : text.term(`title_${act}`);
  return html`<portico-ui-dialog
    part="dialog"
    heading=${heading}
    .open=${view.dialogOpen}
    .returnFocus=${view.returnFocus}
    @portico-ui-dialog-close=${() => view.closeDialog()}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(view, event.currentTarget as HTMLElement);
    }}
  >
    ${dialog && form
      ? html`<div class="fields">
          ${dialog.offers.length === 1 && dialog.offers[0] ? html`<p class="strong" dir="auto">${titleOf(text, dialog.offers[0])}</p>` : nothing}
          ${form.text ? html`<p class="muted">${text.term(form.text)}</p>` : nothing} ${form.fields.map((name, at) => field(view, dialog, name, at === 0))}
        </div>`
      : nothing}
    ${act
      ? html`<button slot="actions" class="button" type="button" @click=${() => view.closeDialog()}>${text.term('cancel')}</button>
          <button slot="actions" class="button" data-variant="primary" type="button" @click=${(event: Event) => submit(view, (event.target as HTMLElement).closest('portico-ui-dialog') as HTMLElement)}>
            ${text.term(`do_${act}`)}
          </button>`
      : nothing}
  </portico-ui-dialog>`;
}

function field(view: InboxView, dialog: ActDialog, name: FieldName, first: boolean) {
  const {text, drafts, inbox, portal} = view;
  const key = actDraft(dialog);
  const draft = {...prefilled(dialog), ...drafts.read(key)};
  const value = String(draft[name] ?? '');
  const keep = (event: Event) => drafts.write(key, {[name]: (event.target as HTMLInputElement).value});
  const error = serverError(view, dialog, name);
  switch (name) {
    case 'reason':
      return html`<portico-ui-field kind="select" label=${text.term('reason')} name="reason" required ?autofocus=${first} .error=${error}
        .options=${(actForms[dialog.act]?.reasons ?? []).map(code => ({value: code, label: wordOf(text, 'reason', code) ?? code}))}
        .value=${live(value)} @input=${keep} @change=${keep}></portico-ui-field>`;
    case 'assignee': {
      const me = portal?.me?.person;
      const others = (inbox.colleagues ?? []).filter(({id}) => id !== me?.id).map(({id, name: label}) => ({value: id, label}));
      const options: FieldOption[] = [...(me ? [{value: me.id, label: `${me.name} (${text.term('me')})`}] : []), ...others, {value: 'nobody', label: text.term('anybody')}];
      return html`<portico-ui-field kind="select" label=${text.term('colleague')} name="assignee" required ?autofocus=${first} .error=${error}
        .options=${options} .value=${live(value)} @input=${keep} @change=${keep}></portico-ui-field>`;
    }
    case 'contacted':
      return html`<portico-ui-checkbox label=${text.term('contacted')} .checked=${draft[name] === true}
        @change=${(event: Event) => drafts.write(key, {contacted: (event.target as HTMLInputElement).checked})}></portico-ui-checkbox>`;
    case 'comment':
      return html`<portico-ui-field kind="textarea" label=${text.term('comment')} name="comment" optional max-length="1000" .error=${error}
        help=${dialog.act === 'reassign' ? nothing : text.term('commentHelp')} .value=${live(value)} @input=${keep}></portico-ui-field>`;
    case 'dealName':
      return html`<portico-ui-field label=${text.term('dealName')} name="dealName" required ?autofocus=${first} max-length="200" .error=${error} .value=${live(value)} @input=${keep}></portico-ui-field>`;
    case 'amount':
      return html`<div class="pair">
        <portico-ui-field kind="number" label=${text.term('amount')} name="amount" optional min="0" ?autofocus=${first} .error=${error} .value=${live(value)} @input=${keep}></portico-ui-field>
        <portico-ui-field kind="select" label=${text.term('currency')} .options=${currencyOptions(String(draft['currency'] ?? ''))} .value=${live(String(draft['currency'] ?? 'EUR'))}
          @change=${(event: Event) => drafts.write(key, {currency: (event.target as HTMLInputElement).value})}></portico-ui-field>
      </div>`;
    case 'expectedCloseOn':
      return html`<portico-ui-field kind="date" label=${text.term('expectedClose')} name="expectedCloseOn" optional .error=${error} .value=${live(value)} @input=${keep} @change=${keep}></portico-ui-field>`;
  }
}

const currencyOptions = (own: string) => [...new Set([...(own ? [own] : []), ...currencies])].map(code => ({value: code, label: code}));

/** What is known of the lead already. */
function prefilled({act, offers}: ActDialog): Record<string, string | boolean> {
  const [offer] = offers;
  if (!offer || offers.length > 1) return {};
  const {lead, teaser} = offer;
  const value = lead?.estimatedValue ?? (teaser.valueBand && {amountMinor: teaser.valueBand.maxMinor, currency: teaser.valueBand.currency});
  return {
    ...(act === 'convert' ? {dealName: [lead?.company.name, teaser.products.join(' + ')].filter(Boolean).join(': ') || (lead?.title ?? '')} : {}),
    ...(value ? {currency: value.currency} : {}),
    ...(lead?.estimatedValue ? {amount: String(toMajorUnits(lead.estimatedValue.amountMinor, lead.estimatedValue.currency).amount)} : {}),
  };
}

function serverError({inbox}: InboxView, {act, offers}: ActDialog, name: FieldName): string | undefined {
  const failed = offers.length === 1 && offers[0] ? inbox.acts.failureOf(offers[0].id) : undefined;
  if (failed?.act !== act) return undefined;
  const problem = (failed.error as {problem?: {errors?: readonly {pointer: string; message: string}[]}} | undefined)?.problem;
  return problem?.errors?.find(({pointer}) => pointer.startsWith(`/${name}`))?.message;
}

async function submit(view: InboxView, element: HTMLElement) {
  const {dialog, drafts, inbox, portal} = view;
  if (!dialog) return;
  const fields = [...element.querySelectorAll<UiField>('portico-ui-field')];
  const valid = await Promise.all(fields.map(each => each.validate()));
  if (valid.includes(false)) return fields[valid.indexOf(false)]?.focus();
  const draft = {...prefilled(dialog), ...drafts.read(actDraft(dialog))};
  const words = (name: string) => String(draft[name] ?? '').trim() || undefined;
  const amount = Number(draft['amount'] || Number.NaN);
  const currency = words('currency') ?? 'EUR';
  const me = portal?.me?.person;
  const person = [...(me ? [me] : []), ...(inbox.colleagues ?? [])].find(({id}) => id === draft['assignee']);
  const input: ActInput = {
    reason: words('reason'),
    comment: words('comment'),
    contacted: draft['contacted'] === true,
    assignee: person ? {id: person.id, name: person.name} : null,
    dealName: words('dealName'),
    expectedCloseOn: words('expectedCloseOn'),
    ...(Number.isFinite(amount) ? {amount: {amountMinor: toMinorUnits(amount, currency), currency}} : {}),
  };
  view.act(dialog.act, dialog.offers, input);
}

const shortcuts = [
  ['key_down', ['J', '↓']],
  ['key_up', ['K', '↑']],
  ['key_open', ['Enter']],
  ['key_back', ['Esc']],
  ['key_select', ['X']],
  ['key_all', ['Ctrl A', '⌘ A']],
  ['key_accept', ['A']],
  ['key_decline', ['D']],
  ['key_search', ['/']],
  ['key_help', ['?']],
] as const;

/** What the keys do. */
export function shortcutsDialog(view: InboxView) {
  const {text} = view;
  return html`<portico-ui-dialog
    part="dialog"
    heading=${text.term('shortcuts')}
    .open=${view.shortcutsShown}
    @portico-ui-dialog-close=${() => view.showShortcuts(false)}
  >
    ${view.shortcutsShown
      ? html`<dl class="keys">${shortcuts.map(([word, keys]) => html`<div class="key-row"><dt>${text.term(word)}</dt><dd>${keys.map(key => html`<kbd translate="no">${key}</kbd> `)}</dd></div>`)}</dl>`
      : nothing}
  </portico-ui-dialog>`;
}
