import type {DealRegistration} from '@portico/contract';
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {problemErrors} from '../base/problem-of.ts';
import {toMajorUnits, toMinorUnits} from '../strings/format.ts';
import type {UiField} from '../ui/field/field.ts';
import type {DealAct, DealActInput} from './deal-list.model.ts';
import {type ActDialog, actDraft, type DealsView} from './deal-list.view.ts';
import {percent, titleOf, wordOf} from './deal-text.ts';
import {linesForm, readLines} from './lines-form.view.ts';

const withdrawReasons = ['customer_withdrew', 'no_budget', 'registered_by_mistake', 'other_vendor', 'other'];
const lostReasons = ['price', 'competitor', 'no_decision', 'budget', 'timing', 'requirements_not_met', 'other'];
const currencies = ['EUR', 'USD', 'GBP', 'SEK', 'NOK', 'DKK', 'CHF', 'PLN', 'CNY', 'JPY', 'VND', 'SGD', 'AED', 'SAR', 'KWD', 'INR', 'AUD', 'CAD', 'BRL'];

type FieldName = 'reason' | 'comment' | 'stage' | 'probability' | 'expectedCloseOn' | 'nextStep' | 'owner' | 'protectedUntilOn' | 'note' | 'amount' | 'lines';
type DialogAct = Exclude<DealAct, 'recall' | 'revise' | 'agree' | 'take_back'>;

interface ActForm {
  readonly fields: readonly FieldName[];
  /** Key of the sentence that says what follows. */
  readonly text?: 'extensionText' | 'amendmentText' | 'winText' | 'withdrawText';
}

/** What each act asks for. */
const actForms: Readonly<Record<DialogAct, ActForm>> = {
  set_stage: {fields: ['stage', 'probability', 'expectedCloseOn', 'nextStep']},
  request_extension: {fields: ['protectedUntilOn', 'note'], text: 'extensionText'},
  request_amendment: {fields: ['amount', 'expectedCloseOn', 'lines', 'note'], text: 'amendmentText'},
  win: {fields: ['amount', 'comment'], text: 'winText'},
  lose: {fields: ['reason', 'comment']},
  withdraw: {fields: ['reason', 'comment'], text: 'withdrawText'},
  reassign: {fields: ['owner', 'comment']},
  refuse: {fields: ['comment']},
};

/** The dialog that asks for what an act needs. */
export function actDialog(view: DealsView) {
  const {dialog, text} = view;
  const act = dialog && dialog.act in actForms ? (dialog.act as DialogAct) : undefined;
  const form = act && actForms[act];
  const send = (element: Element | null) => void submit(view, element as HTMLElement);
  return html`<portico-ui-dialog
    part="dialog"
    heading=${act ? text.term(`title_${act}`) : ''}
    .open=${view.dialogOpen}
    .returnFocus=${view.returnFocus}
    @portico-ui-dialog-close=${() => view.closeDialog()}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event.currentTarget as HTMLElement);
    }}
  >
    ${dialog && form
      ? html`<div class="fields">
          <p class="strong" dir="auto">${titleOf(text, dialog.deal)}</p>
          ${form.text ? html`<p class="muted">${text.term(form.text)}</p>` : nothing} ${form.fields.map((name, at) => field(view, dialog, name, at === 0))}
        </div>`
      : nothing}
    ${act
      ? html`<button slot="actions" class="button" type="button" @click=${() => view.closeDialog()}>${text.term('cancel')}</button>
          <button slot="actions" class="button" data-variant="primary" type="button" @click=${(event: Event) => send((event.target as HTMLElement).closest('portico-ui-dialog'))}>${text.term(`do_${act}`)}</button>`
      : nothing}
  </portico-ui-dialog>`;
}

function field(view: DealsView, dialog: ActDialog, name: FieldName, first: boolean) {
  const {text, drafts, deals, portal} = view;
  const {act, deal} = dialog;
  const key = actDraft(dialog);
  const draft = {...prefilled(dialog), ...drafts.read(key)};
  const keep = (as: string) => (event: Event) => drafts.write(key, {[as]: (event.target as HTMLInputElement).value});
  const error = serverError(view, dialog, name);
  const valueOf = (as: string) => live(String(draft[as] ?? ''));
  switch (name) {
    case 'reason': {
      const area = act === 'lose' ? 'lost' : 'withdraw';
      return html`<portico-ui-field kind="select" label=${text.term('reason')} name="reason" required ?autofocus=${first} .error=${error}
        .options=${(act === 'lose' ? lostReasons : withdrawReasons).map(code => ({value: code, label: wordOf(text, area, code) ?? code}))}
        .value=${valueOf('reason')} @input=${keep('reason')} @change=${keep('reason')}></portico-ui-field>`;
    }
    case 'stage':
      return html`<portico-ui-field kind="select" label=${text.term('stage')} name="stage" required ?autofocus=${first} .error=${error}
        .options=${deals.stages.map(({key: value, name: label, probability}) => ({value, label: text.term('stageAt', label, percent(text, probability))}))}
        .value=${valueOf('stage')} @change=${(event: Event) => {
          const stage = (event.target as HTMLInputElement).value;
          drafts.write(key, {stage, probability: String(deals.stages.find(each => each.key === stage)?.probability ?? '')});
          view.update();
        }}></portico-ui-field>`;
    case 'probability':
      return html`<portico-ui-field kind="number" label=${text.term('probability')} name="probability" min="0" max="100" required help=${text.term('percentHelp')} .error=${error}
        .value=${valueOf('probability')} @input=${keep('probability')}></portico-ui-field>`;
    case 'expectedCloseOn':
      return html`<portico-ui-field kind="date" label=${text.term('field_expectedCloseOn')} name="expectedCloseOn" optional .error=${error} .value=${valueOf('expectedCloseOn')} @input=${keep('expectedCloseOn')} @change=${keep('expectedCloseOn')}></portico-ui-field>`;
    case 'nextStep':
      return html`<portico-ui-field label=${`${text.term('nextStep')}${text.colon}${text.term('nextStepText')}`} name="nextStep" optional max-length="300" .error=${error} .value=${valueOf('nextStep')} @input=${keep('nextStep')}></portico-ui-field>
        <portico-ui-field kind="date" label=${text.term('nextStepOn')} name="nextStepOn" optional .value=${valueOf('nextStepOn')} @input=${keep('nextStepOn')} @change=${keep('nextStepOn')}></portico-ui-field>`;
    case 'owner':
      return html`<portico-ui-field kind="select" label=${text.term('colleague')} name="owner" required ?autofocus=${first} .error=${error}
        .options=${(deals.colleagues ?? []).filter(({id}) => id !== deal.owner?.id).map(({id, name: label}) => ({value: id, label: id === portal?.me?.person?.id ? `${label} (${text.term('me')})` : label}))}
        .value=${valueOf('owner')} @input=${keep('owner')} @change=${keep('owner')}></portico-ui-field>`;
    case 'protectedUntilOn':
      return html`<portico-ui-field kind="date" label=${text.term('protectedUntilOn')} name="protectedUntilOn" required ?autofocus=${first} .error=${error}
        .min=${deal.protectedUntil?.slice(0, 10) ?? ''} .value=${valueOf('protectedUntilOn')} @input=${keep('protectedUntilOn')} @change=${keep('protectedUntilOn')}></portico-ui-field>`;
    case 'note':
      return html`<portico-ui-field kind="textarea" label=${text.term(act === 'request_extension' ? 'whatWasDone' : 'why')} name="note" required max-length="2000" help=${text.term('commentHelp')} .error=${error}
        .value=${valueOf('note')} @input=${keep('note')}></portico-ui-field>`;
    case 'comment':
      return html`<portico-ui-field kind="textarea" label=${text.term('comment')} name="comment" optional max-length="1000" .error=${error}
        help=${act === 'reassign' ? nothing : text.term('commentHelp')} .value=${valueOf('comment')} @input=${keep('comment')}></portico-ui-field>`;
    case 'amount':
      return html`<div class="pair">
        <portico-ui-field kind="number" label=${text.term('amount')} name="amount" optional min="0" ?autofocus=${first} .error=${error} .value=${valueOf('amount')} @input=${keep('amount')}></portico-ui-field>
        <portico-ui-field kind="select" label=${text.term('currency')} name="currency" .options=${[...new Set([String(draft['currency'] ?? 'EUR'), ...currencies])].map(code => ({value: code, label: code}))}
          .value=${live(String(draft['currency'] ?? 'EUR'))} @change=${keep('currency')}></portico-ui-field>
      </div>`;
    case 'lines':
      return linesForm(view, deal, key);
  }
}

/** What is known of the deal already. */
function prefilled({act, deal}: ActDialog): Record<string, string> {
  const {estimatedAmount: amount, nextStep} = deal;
  const money = amount ? {currency: amount.currency, amount: String(toMajorUnits(amount.amountMinor, amount.currency).amount)} : {};
  if (act === 'set_stage') {
    return {stage: deal.stage ?? '', probability: String(deal.probability ?? ''), expectedCloseOn: deal.expectedCloseOn ?? '', nextStep: nextStep?.text ?? '', nextStepOn: nextStep?.dueOn ?? ''};
  }
  if (act === 'request_amendment') return {...money, expectedCloseOn: deal.expectedCloseOn ?? ''};
  return act === 'win' ? money : {};
}

function serverError({deals}: DealsView, {act, deal}: ActDialog, name: FieldName): string | undefined {
  const failed = deals.acts.failureOf(deal.id);
  if (failed?.act !== act) return undefined;
  return problemErrors(failed.error).find(({pointer}) => pointer.startsWith(`/${name}`) || pointer.startsWith(`/amendment/${name}`))?.message;
}

async function submit(view: DealsView, element: HTMLElement) {
  const {dialog, drafts, deals} = view;
  if (!dialog) return;
  const fields = [...element.querySelectorAll<UiField>('portico-ui-field')];
  const valid = await Promise.all(fields.map(each => each.validate()));
  if (valid.includes(false)) return fields[valid.indexOf(false)]?.focus();
  const draft = {...prefilled(dialog), ...drafts.read(actDraft(dialog))};
  const words = (name: string) => String(draft[name] ?? '').trim() || undefined;
  const {act, deal, change} = dialog;
  const colleague = deals.colleagues?.find(({id}) => id === draft['owner']);
  const nextStep = words('nextStep');
  const input: DealActInput = {
    change,
    reason: words('reason'),
    comment: words('comment'),
    note: words('note'),
    stage: words('stage'),
    probability: words('probability') === undefined ? undefined : Number(draft['probability']),
    expectedCloseOn: words('expectedCloseOn'),
    protectedUntilOn: words('protectedUntilOn'),
    owner: colleague && {id: colleague.id, name: colleague.name},
    ...(act === 'set_stage' ? {nextStep: nextStep ? {text: nextStep, dueOn: words('nextStepOn') ?? null} : null} : {}),
    amount: amountIn(draft),
  };
  view.act(act, deal, act === 'request_amendment' ? amended(deal, input, readLines(drafts.read(actDraft(dialog)), deal)) : input);
}

function amountIn(draft: Readonly<Record<string, unknown>>): DealActInput['amount'] {
  const amount = Number(draft['amount'] || Number.NaN);
  const currency = String(draft['currency'] ?? 'EUR');
  return Number.isFinite(amount) ? {amountMinor: toMinorUnits(amount, currency), currency} : undefined;
}

/** Only what differs from the deal is asked for. */
function amended(deal: DealRegistration, input: DealActInput, lines: DealRegistration['lines'] | undefined): DealActInput {
  const {estimatedAmount: was} = deal;
  const same = input.amount?.amountMinor === was?.amountMinor && input.amount?.currency === was?.currency;
  return {...input, amount: same ? undefined : input.amount, expectedCloseOn: input.expectedCloseOn === deal.expectedCloseOn ? undefined : input.expectedCloseOn, lines};
}

const shortcuts = [
  ['key_down', ['J', '↓']],
  ['key_up', ['K', '↑']],
  ['key_open', ['Enter']],
  ['key_back', ['Esc']],
  ['key_stage', ['S']],
  ['key_edit', ['E']],
  ['key_new', ['N']],
  ['key_search', ['/']],
  ['key_help', ['?']],
] as const;

/** What the keys do. */
export function shortcutsDialog(view: DealsView) {
  const {text} = view;
  return html`<portico-ui-dialog part="dialog" heading=${text.term('shortcuts')} .open=${view.shortcutsShown} @portico-ui-dialog-close=${() => view.showShortcuts(false)}>
    ${view.shortcutsShown
      ? html`<dl class="keys">${shortcuts.map(([word, keys]) => html`<div class="key-row"><dt>${text.term(word)}</dt><dd>${keys.map(key => html`<kbd translate="no">${key}</kbd> `)}</dd></div>`)}</dl>`
      : nothing}
  </portico-ui-dialog>`;
}
