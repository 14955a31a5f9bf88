import type {ClaimCheck} from '@portico/contract';
import {html, nothing} from 'lit';
import {explainProblem} from '../base/explain.ts';
import type {Tone} from '../ui/badge/badge.ts';
import {deviceIcon, infoIcon, warningIcon} from '../ui/icon/icons.ts';
import type {DealView, Text} from './deal-registration.view.ts';
import type {FieldIssue} from './deal-registration.model.ts';
import {labelOf} from './field.view.ts';

const claimTones: Readonly<Record<ClaimCheck['answer'], Tone>> = {
  clear: 'success',
  your_own: 'info',
  possible_conflict: 'warning',
  existing_customer: 'warning',
  direct_sales_active: 'warning',
  protected_by_other: 'danger',
};

/** Whether the customer is free, in a word and a shape; nothing else is known. */
export function claimView({deal, text}: DealView) {
  const {claim} = deal;
  if (!claim || claim.state === 'unknown') return html`<span class="muted">${text.term('claimUnknown')}</span>`;
  const {check} = claim;
  if (!check) return html`<span class="muted">${text.term('claimChecking')}</span>`;
  return html`<portico-ui-badge tone=${claimTones[check.answer]} ?data-old=${claim.state === 'checking'}>${text.term(`claim_${check.answer}`)}</portico-ui-badge>${check.domain
      ? html` <span class="muted domain">${text.term('claimFor', check.domain)}</span>`
      : nothing}`;
}

/** What one has to know before filling in. */
export function notesView(view: DealView) {
  const {deal, text, portal, setup} = view;
  const {registration, keeper, refusal} = deal;
  const request = registration?.infoRequest;
  const isExpired = portal?.client.session.state === 'expired';
  const isUncertain = keeper?.isUncertain === true && !deal.isSubmitting;
  const waits = keeper?.isToBeSubmitted === true && !deal.isSubmitting;
  const wasRefused = refusal !== undefined && !isUncertain && !waits && deal.issues.length === 0;
  const unsaved = !wasRefused && !isUncertain && keeper?.error !== undefined && keeper.state !== 'saving' && !isConnection(keeper.error);
  return html`${request
    ? html`<div class="request" part="request">
        <h3>${text.term('asked')}</h3>
        <blockquote dir="auto" translate="no">${request.comment}</blockquote>
        <p class="small">${text.term('askedBy', text.date(request.dueAt, 'dayTime'))}</p>
      </div>`
    : nothing}
  ${keeper && keeper.clashes.length > 0 ? note(text.term('clash', text.list(keeper.clashes.map(path => labelOf(view, path)))), 'warning') : nothing}
  ${isExpired ? note(text.term('sessionEnded'), 'warning') : nothing}
  ${isUncertain ? note(text.term('uncertain'), 'warning') : nothing}
  ${waits
    ? html`<div class="note" part="note" data-tone="info" role="status">
        ${deviceIcon()}<span>${text.term('submitWaits')}</span>
        <button class="button" type="button" data-variant="quiet" data-act="do-not-submit" @click=${() => void keeper.note({':submitSoon': null})}>${text.term('doNotSubmit')}</button>
      </div>`
    : nothing}
  ${wasRefused ? note(`${text.term('notSubmitted')}. ${explainProblem(text, refusal)}`, 'danger') : nothing}
  ${unsaved ? note(`${text.term('notSavedYet')}. ${explainProblem(text, keeper.error)}`, 'danger') : nothing}
  ${request ? nothing : capacity(text, setup.capacityLeft)}`;
}

/** Everything to mend, above the fields. */
export function summaryView(view: DealView) {
  const {issues, text} = view;
  if (issues.size === 0) return nothing;
  const list = [...issues.values()].map(issue => ({id: issue.path, label: nameOf(view, issue.path), text: issueText(text, issue)}));
  return html`<portico-ui-error-summary part="summary" heading=${text.term('needsMending', list.length)} .issues=${list} @portico-ui-issue-select=${(event: Event & {id: string}) => view.focusField(event.id)}></portico-ui-error-summary>`;
}

/** What is wrong with a field, in words. */
export function issueText(text: Text, {code, message}: FieldIssue): string {
  return text.term(`fault_${code}` as 'fault_other') ?? message ?? text.term('fault_other');
}

function nameOf(view: DealView, path: string): string {
  const {text} = view;
  if (path === 'terms') return text.term('terms');
  const [, at, part] = /^lines\.(\d+)\.(\w+)/.exec(path) ?? [];
  if (at === undefined) return labelOf(view, path);
  return `${text.term('line', text.number(Number(at) + 1))}, ${text.term(part === 'price' ? 'unitPrice' : (part as 'product'))}`;
}

function note(words: string, tone: 'info' | 'warning' | 'danger') {
  return html`<div class="note" part="note" data-tone=${tone} role=${tone === 'info' ? nothing : 'alert'}>${tone === 'info' ? infoIcon() : warningIcon()}<span>${words}</span></div>`;
}

function capacity(text: Text, left: number | null) {
  if (left === null || left > 5) return nothing;
  return left === 0 ? note(text.term('capacityReached'), 'warning') : note(text.term('capacityLeft', left), 'info');
}

function isConnection(error: unknown): boolean {
  return (error as {isRetryable?: boolean}).isRetryable === true || (error as {code?: string}).code === 'session_unavailable';
}
