import type {ApprovalStep, DealReview} from '@portico/contract';
import {html, nothing} from 'lit';
import type {Tone} from '../../ui/badge/badge.ts';
import {wordFor, type Words} from '../deal-review.words.ts';

const tones: Readonly<Record<ApprovalStep['status'], Tone>> = {waiting: 'neutral', pending: 'waiting', approved: 'success', rejected: 'danger', skipped: 'neutral'};

/** Who has to approve, in order: who it is, how it stands, until when, and what was said. */
export function renderApproval(review: DealReview | null, now: number, text: Words) {
  if (!review || review.steps.length === 0) return nothing;
  const steps = review.steps.toSorted((a, b) => a.position - b.position);
  return html`<section aria-labelledby="approval">
    <h4 id="approval">${text.term('approval')}</h4>
    <ol class="steps">
      ${steps.map(step => renderStep(step, now, text))}
    </ol>
  </section>`;
}

function renderStep({name, approver, person, status, decidedBy, decidedAt, comment, dueAt, position}: ApprovalStep, now: number, text: Words) {
  const who = person?.name ?? ('role' in approver ? (wordFor(text, 'role_', approver.role) ?? approver.role) : '');
  const late = status === 'pending' && dueAt !== null && Date.parse(dueAt) <= now;
  return html`<li class="step" data-status=${status} value=${position + 1} aria-current=${status === 'pending' ? 'step' : nothing}>
    <p class="step-head"><strong><bdi>${name}</bdi></strong> <portico-ui-badge tone=${tones[status]}>${text.term(`step_${status}`)}</portico-ui-badge></p>
    <p class="muted small">
      <bdi>${decidedBy && decidedAt ? text.term('decidedBy', decidedBy.name, text.date(decidedAt, 'dateTime')) : who}</bdi>
      ${status === 'pending' && dueAt ? html` · <span class=${late ? 'late-text' : ''}>${text.term('dueBy', text.date(dueAt, 'dayTime'))}${late ? ` · ${text.term('overdue', text.duration(Date.parse(dueAt) - now))}` : nothing}</span>` : nothing}
    </p>
    ${comment ? html`<q dir="auto">${comment}</q>` : nothing}
  </li>`;
}
