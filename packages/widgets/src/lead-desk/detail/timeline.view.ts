import type {Activity, Lead} from '@portico/contract';
import {html, nothing, type TemplateResult} from 'lit';
import {calendarIcon, lockIcon, mailIcon, noteIcon, phoneIcon} from '../../ui/icon/icons.ts';
import {wordFor, type Words} from '../lead-desk.words.ts';

const kindIcons = {call: phoneIcon, mail: mailIcon, meeting: calendarIcon, note: noteIcon} as const;

/** The whole story of a lead, newest first. What stays inside is marked by a lock, a word and its ground. */
export function renderTimeline(items: readonly Activity[], lead: Lead, now: number, text: Words) {
  if (items.length === 0) return html`<p class="muted">${text.term('noActivities')}</p>`;
  return html`<ol class="story">
    ${items.map(item => (item.kind === 'event' ? renderEvent(item, lead, now, text) : renderEntry(item, item.kind, now, text)))}
  </ol>`;
}

function renderEntry({body, visibility, author, side, occurredAt}: Activity, kind: keyof typeof kindIcons, now: number, text: Words) {
  return html`<li class="entry" data-visibility=${visibility}>
    <p class="head">
      ${kindIcons[kind]()}<span class="by"><strong>${author?.name ?? text.term('automatic')}</strong> <span class="muted">${text.term(`kind_${kind}`)}</span></span>
      ${
        visibility === 'shared'
          ? nothing
          : html`<span class="lock">${lockIcon()}${text.term(visibility === 'vendor_internal' ? 'internal' : 'partnerOnly')}</span>`
      }
      ${renderTime(occurredAt, now, text)}
    </p>
    <p class="body" data-side=${side}>${body}</p>
  </li>`;
}

function renderEvent({event, data, author, occurredAt, body, visibility}: Activity, lead: Lead, now: number, text: Words) {
  const reason = data['reason'] ? (wordFor(text, 'reason_', data['reason']) ?? data['reason']) : undefined;
  const comment = body || data['comment'];
  return html`<li class="event">
    <p class="head">
      <i class="dot" aria-hidden="true"></i>
      <span class="by">
        ${toSentence(event ?? '', data, lead, text)}${reason ? html`: ${reason}` : nothing} ${author ? html`<span class="muted">${author.name}</span>` : nothing}
        ${comment ? html`<q class="comment">${comment}</q>` : nothing}
      </span>
      ${visibility === 'vendor_internal' ? html`<span class="lock">${lockIcon()}<span class="visually-hidden">${text.term('internal')}</span></span>` : nothing}
      ${renderTime(occurredAt, now, text)}
    </p>
  </li>`;
}

function toSentence(event: string, data: Readonly<Record<string, string>>, lead: Lead, text: Words): string {
  if (event === 'offer') return text.term('event_offer', data['partnerOrg'] ?? (lead.offerCount === 1 ? (lead.offer?.partnerOrg.name ?? '') : ''));
  if (event === 'reassign') return text.term('event_reassign', data['assignee'] ?? '');
  return wordFor(text, 'event_', event) ?? text.term('event_other');
}

function renderTime(at: string, now: number, text: Words): TemplateResult {
  return html`<time class="muted small" datetime=${at} title=${text.date(at, 'dateTime')}>${text.relativeTo(at, now)}</time>`;
}
