import type {ConflictResolution, DealForm, DealRejectReason, SimilarDeal} from '@portico/contract';
import type {DealRegistration} from '@portico/contract';
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {UiField} from '../../ui/field/field.ts';
import type {ReviewAct} from '../deal-review.calls.ts';
import type {ReviewInput} from '../deal-review.input.ts';
import {wordFor, type Words} from '../deal-review.words.ts';
import {askableFields, questions} from './act.model.ts';
import type {ReviewPicker} from './picker.ts';

/** What the form of an act is drawn from. */
export interface ActForm {
  readonly text: Words;
  readonly action: ReviewAct;
  readonly deals: readonly DealRegistration[];
  readonly input: ReviewInput;
  readonly form: DealForm | undefined;
  readonly similar: readonly SimilarDeal[] | undefined;
  readonly portal: unknown;
  /** Tomorrow, as YYYY-MM-DD. */
  readonly firstDay: string;
  /** Errors of what has no field of its own. */
  readonly gap: string | undefined;
  readonly set: (change: Partial<ReviewInput>) => void;
  readonly toggleField: (name: string, isOn: boolean) => void;
}

const reasons: readonly DealRejectReason[] = ['duplicate', 'existing_customer', 'direct_sales_active', 'outside_territory', 'not_qualified', 'insufficient_information', 'product_not_authorised', 'compliance', 'other'];
const resolutions: readonly ConflictResolution[] = ['first_keeps', 'second_takes', 'split', 'direct', 'none'];
const moves = ['evidence', 'mediation', 'escalated'] as const;

/** Draws what an act still asks, the comment last. */
export function renderActForm(view: ActForm): TemplateResult {
  const {action, text} = view;
  const {asks, help} = questions[action];
  return html`${help ? html`<p>${text.term(help)}</p>` : nothing} ${asks ? askers[asks](view) : nothing} ${renderComment(view)}`;
}

const read = (event: Event) => (event.target as UiField).value;

const askers: Readonly<Record<NonNullable<(typeof questions)[ReviewAct]['asks']>, (view: ActForm) => TemplateResult>> = {
  person: view => renderPicker(view, 'people'),
  partner: view => renderPicker(view, 'partners'),
  fields: renderFields,
  other: renderOthers,
  reason: ({text, input, set}) => html`<portico-ui-field
    autofocus
    kind="select"
    required
    label=${text.term('reason')}
    .value=${input.reason ?? ''}
    .options=${reasons.map(value => ({value, label: text.term(`reject_${value}`)}))}
    @change=${(event: Event) => set({reason: (read(event) || undefined) as DealRejectReason | undefined})}
  ></portico-ui-field>`,
  opportunityRef: ({text, input, set}) => html`<portico-ui-field
    autofocus
    required
    max-length="200"
    label=${text.term('opportunityRef')}
    .value=${input.opportunityRef ?? ''}
    @input=${(event: Event) => set({opportunityRef: read(event).trim()})}
  ></portico-ui-field>`,
  day: ({text, input, firstDay, set}) => html`<portico-ui-field
    autofocus
    kind="date"
    required
    min=${firstDay}
    label=${text.term('newEnd')}
    .value=${input.day ?? ''}
    @input=${(event: Event) => set({day: read(event)})}
  ></portico-ui-field>`,
  moveTo: ({text, input, set}) => html`<portico-ui-field
    autofocus
    kind="select"
    required
    label=${text.term('moveTo')}
    .value=${input.moveTo ?? ''}
    .options=${moves.filter(value => value !== input.conflict?.status).map(value => ({value, label: text.term(`conflict_${value}`)}))}
    @change=${(event: Event) => set({moveTo: (read(event) || undefined) as ReviewInput['moveTo']})}
  ></portico-ui-field>`,
  resolution: ({text, input, set}) => html`<portico-ui-field
      autofocus
      kind="select"
      required
      label=${text.term('resolution')}
      .value=${input.resolution ?? ''}
      .options=${resolutions.map(value => ({value, label: text.term(`resolution_${value}`)}))}
      @change=${(event: Event) => set({resolution: (read(event) || undefined) as ReviewInput['resolution']})}
    ></portico-ui-field>
    ${
      input.resolution === 'split'
        ? html`<portico-ui-field
            kind="number"
            required
            min="0"
            max="100"
            label=${text.term('share')}
            .value=${input.sharePercent === undefined ? '' : String(input.sharePercent)}
            @input=${(event: Event) => set({sharePercent: read(event) === '' ? undefined : Number(read(event))})}
          ></portico-ui-field>`
        : nothing
    }`,
};

function renderComment({text, action, input, set}: ActForm) {
  const {comment, asks} = questions[action];
  if (!comment) return nothing;
  return html`<portico-ui-field
    ?autofocus=${asks === undefined}
    kind="textarea"
    max-length=${action === 'request_info' || comment.required ? 2000 : 1000}
    ?required=${comment.required ?? false}
    ?optional=${!comment.required}
    label=${text.term(action === 'request_info' ? 'questions' : 'comment')}
    help=${text.term(comment.for === 'partner' ? 'partnerReads' : 'weRead')}
    .value=${input.comment ?? ''}
    @input=${(event: Event) => set({comment: read(event)})}
  ></portico-ui-field>`;
}

function renderPicker({text, action, input, gap, portal, deals, set}: ActForm, kind: 'people' | 'partners') {
  const isPeople = kind === 'people';
  return html`<portico-deal-review-picker
    autofocus
    kind=${kind}
    .portal=${portal}
    .except=${isPeople ? [] : deals.map(({partnerOrg}) => partnerOrg.id)}
    label=${text.term(action === 'assign' ? 'col_reviewer' : isPeople ? 'title_delegate' : 'title_partner')}
    error=${gap ?? ''}
    .value=${isPeople ? input.person : input.partner}
    @change=${(event: Event) => {
      const choice = (event.target as ReviewPicker).value;
      set(isPeople ? {person: choice} : {partner: choice});
    }}
  ></portico-deal-review-picker>`;
}

function renderFields({text, form, deals, input, gap, toggleField}: ActForm) {
  if (!form) return html`<portico-ui-skeleton kind="text" rows="4"></portico-ui-skeleton>`;
  const {standard, own} = askableFields(form, deals);
  const chosen = new Set(input.fields ?? []);
  const option = (name: string, label: string, first = false) => html`<label class="check">
    <input type="checkbox" ?autofocus=${first} .checked=${live(chosen.has(name))} @change=${(event: Event) => toggleField(name, (event.target as HTMLInputElement).checked)} />
    <span dir="auto">${label}</span>
  </label>`;
  return html`<fieldset class="fields" aria-describedby="gap">
      <legend>${text.term('fields')}</legend>
      <div class="checks">${standard.map((name, at) => option(name, wordFor(text, 'field_', name) ?? name, at === 0))}</div>
    </fieldset>
    ${
      own.length > 0
        ? html`<fieldset class="fields" aria-describedby="gap">
            <legend>${text.term('fieldsOwn')}</legend>
            <div class="checks">${own.map(({key, label}) => option(`answers.${key}`, toLabel(label, text.lang())))}</div>
          </fieldset>`
        : nothing
    }
    <p class="gap" id="gap" aria-live="polite">${gap ?? nothing}</p>`;
}

/** A text in several languages: the reader's, else its base language, else English. */
export function toLabel(label: Readonly<Record<string, string>>, lang: string): string {
  return label[lang] ?? label[lang.split('-')[0] ?? ''] ?? label['en'] ?? Object.values(label)[0] ?? '';
}

function renderOthers({text, similar, input, gap, set}: ActForm) {
  if (!similar) return html`<portico-ui-skeleton kind="text" rows="3"></portico-ui-skeleton>`;
  const others = similar.filter(({kind}) => kind === 'registration');
  return html`<fieldset class="fields" aria-describedby="gap">
      <legend>${text.term('duplicateOf')}</legend>
      <div class="others">
        ${others.map(
          ({id, label, customerName, partnerName, certainty}, at) => html`<label class="check">
            <input type="radio" name="other" ?autofocus=${at === 0} .checked=${live(input.otherId === id)} @change=${() => set({otherId: id})} />
            <span><bdi>${customerName ?? label}</bdi> <span class="muted"><bdi>${[label, partnerName].filter(Boolean).join(' · ')}</bdi> · ${text.term(`certainty_${certainty}`)}</span></span>
          </label>`,
        )}
      </div>
    </fieldset>
    ${others.length === 0 ? html`<p class="muted">${text.term('noOther')}</p>` : nothing}
    <p class="gap" id="gap" aria-live="polite">${gap ?? nothing}</p>`;
}
