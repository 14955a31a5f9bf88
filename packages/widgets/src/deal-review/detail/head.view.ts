import type {DealRegistration} from '@portico/contract';
import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {warningIcon} from '../../ui/icon/icons.ts';
import type {MenuSelectEvent} from '../../ui/menu/menu.events.ts';
import type {MenuItem} from '../../ui/menu/menu.ts';
import {dealTones} from '../../ui/deal-tones.ts';
import {actionsOf, toDeadline, type DealReviewAction, type Reader} from '../deal-review.model.ts';
import {toDeadlineWords, toTitle, wordFor, type Words} from '../deal-review.words.ts';

/** Acts with a button of their own, in this order; the first that is possible is the primary one. */
const buttons = ['approve', 'send_for_approval', 'confirm_win', 'take', 'request_info', 'reject'] as const;
const rest = ['send_for_approval', 'assign', 'delegate', 'mark_duplicate', 'convert', 'postpone', 'propose_transfer', 'void', 'cancel'] as const;
const dangerous: ReadonlySet<DealReviewAction> = new Set(['mark_duplicate', 'void', 'cancel']);

/** The acts that the registration allows: the usual ones as buttons, the others in a menu. */
export function renderActions(deal: DealRegistration, reader: Reader, text: Words, begin: (action: DealReviewAction) => void) {
  const possible = actionsOf(deal, reader);
  // Where nobody else has to be asked, asking them is the exception.
  const shown = buttons.filter(action => possible.has(action) && !(action === 'send_for_approval' && possible.has('approve')));
  const items: MenuItem[] = rest.filter(id => possible.has(id) && !shown.some(each => each === id)).map((id): MenuItem => ({id, label: text.term(`do_${id}`), ...(dangerous.has(id) && {danger: true})}));
  return html`<div class="actions">
    ${repeat(shown, action => action, (action, at) => html`<button class="button" type="button" data-variant=${at === 0 ? 'primary' : 'secondary'} @click=${() => begin(action)}>${text.term(`do_${action}`)}</button>`)}
    ${items.length > 0 ? html`<portico-ui-menu .items=${items} @portico-ui-menu-select=${({id}: MenuSelectEvent) => begin(id as DealReviewAction)}></portico-ui-menu>` : nothing}
  </div>`;
}

/** Whose customer, how it stands, and how long there is. */
export function renderHead(deal: DealRegistration, now: number, text: Words) {
  const {number, name, status, estimatedAmount, partnerOrg, registrationType} = deal;
  const title = toTitle(deal, text);
  const deadline = toDeadline(deal);
  return html`<div class="top">
    <h3 id="title" tabindex="-1" dir="auto">${title}</h3>
    ${name && name !== title ? html`<p class="muted" dir="auto">${name}</p>` : nothing}
    <p class="tags">
      <portico-ui-badge tone=${dealTones[status]}>${text.term(`status_${status}`)}</portico-ui-badge>
      ${estimatedAmount ? html`<strong class="figures">${text.money(estimatedAmount)}</strong>` : nothing}
      <span>${text.term(`type_${registrationType}`)}</span> <bdi>${partnerOrg.name}</bdi> ${number ? html`<span class="figures">${number}</span>` : nothing}
    </p>
    ${
      deadline
        ? html`<p class="deadline">
            <portico-ui-deadline-meter .startAt=${deadline.startAt} .dueAt=${deadline.dueAt} .now=${now}
              >${deadline.kind === 'review' ? html`${text.term('answerBy', text.date(deadline.dueAt, 'dayTime'))} · ` : nothing}${toDeadlineWords(deadline, now, text)}</portico-ui-deadline-meter
            >
          </p>`
        : nothing
    }
    ${renderStanding(deal, text)}
  </div>`;
}

function renderStanding(deal: DealRegistration, text: Words) {
  const {standing, submittedAt, infoRequest, status, protectedUntil, endReason, endComment, winConfirmedAt, stale} = deal;
  const lines = [];
  if (standing && submittedAt) lines.push(html`<p class=${standing === 'behind' ? 'attention' : 'muted'}>${standing === 'behind' ? warningIcon() : nothing}<span>${text.term('standsSince', text.term(`standing_${standing}`), text.date(submittedAt, 'dateTime'))}</span></p>`);
  if (infoRequest && status === 'action_required') {
    const fields = text.list(infoRequest.fields.map(field => toFieldName(field, deal, text)));
    lines.push(html`<div class="asked"><p>${text.term('infoWanted', fields, text.date(infoRequest.dueAt, 'date'))}</p><q dir="auto">${infoRequest.comment}</q></div>`);
  }
  if (protectedUntil && (status === 'approved' || status === 'converted')) lines.push(html`<p class="muted">${text.term('protectedUntil', text.date(protectedUntil, 'date'))}</p>`);
  if (stale) lines.push(html`<p class="attention">${warningIcon()}<span>${text.term('stale')}</span></p>`);
  if (status === 'won' && winConfirmedAt === null) lines.push(html`<p class="attention">${warningIcon()}<span>${text.term('winUnconfirmed')}</span></p>`);
  if (endReason) {
    const reason = wordFor(text, 'reject_', endReason) ?? wordFor(text, 'withdraw_', endReason) ?? wordFor(text, 'lost_', endReason) ?? endReason;
    lines.push(html`<p class="muted">${text.term('endedFor', reason)}</p>`);
  }
  if (endComment) lines.push(html`<q class="muted" dir="auto">${endComment}</q>`);
  return lines;
}

/** The name of a field by its name in the API; of the vendor's own fields the label they were answered under. */
export function toFieldName(field: string, {answers}: DealRegistration, text: Words): string {
  if (!field.startsWith('answers.')) return wordFor(text, 'field_', field) ?? field;
  const answer = answers.find(({key}) => key === field.slice('answers.'.length));
  return answer ? (answer.label[text.lang()] ?? answer.label['en'] ?? field) : field.slice('answers.'.length);
}
