import type {DealActivity, DealRegistration} from '@portico/contract';
import {html, nothing} from 'lit';
import {lockIcon} from '../../ui/icon/icons.ts';
import {calendarIcon, mailIcon, noteIcon, phoneIcon} from '../../ui/icon/lead-icons.ts';
import {wordFor, type Words} from '../deal-review.words.ts';
import {toFieldName} from './head.view.ts';

const kindIcons = {call: phoneIcon, mail: mailIcon, meeting: calendarIcon, note: noteIcon} as const;

/** The whole story of a registration, newest first. What stays inside is marked by a lock, a word and its ground. */
export function renderStory(items: readonly DealActivity[], deal: DealRegistration, now: number, text: Words) {
  if (items.length === 0) return html`<p class="muted">${text.term('noStory')}</p>`;
  return html`<ol class="story">
    ${items.map(item => (item.kind === 'event' ? renderEvent(item, deal, now, text) : renderEntry(item, item.kind, now, text)))}
  </ol>`;
}

function renderEntry({body, visibility, author, occurredAt}: DealActivity, kind: keyof typeof kindIcons, now: number, text: Words) {
  return html`<li class="entry" data-visibility=${visibility}>
    <p class="head">
      ${kindIcons[kind]()}<span class="by"><strong><bdi>${author?.name ?? text.term('automatic')}</bdi></strong> <span class="muted">${text.term(`kind_${kind}`)}</span></span>
      ${visibility === 'shared' ? nothing : html`<span class="lock">${lockIcon()}${text.term('internal')}</span>`} ${renderTime(occurredAt, now, text)}
    </p>
    <p class="body" dir="auto">${body}</p>
  </li>`;
}

function renderEvent({event, data, author, occurredAt, body, visibility}: DealActivity, deal: DealRegistration, now: number, text: Words) {
  const about = toDetail(data, deal, text);
  const comment = body || data['comment'];
  return html`<li class="event">
    <p class="head">
      <i class="dot" aria-hidden="true"></i>
      <span class="by">
        ${wordFor(text, 'event_', event ?? '') ?? text.term('event_other')}${about ? html`: <bdi>${about}</bdi>` : nothing} ${author ? html`<bdi class="muted">${author.name}</bdi>` : nothing}
        ${comment ? html`<q dir="auto">${comment}</q>` : nothing}
      </span>
      ${visibility === 'shared' ? nothing : html`<span class="lock">${lockIcon()}<span class="visually-hidden">${text.term('internal')}</span></span>`} ${renderTime(occurredAt, now, text)}
    </p>
  </li>`;
}

/** What an event says of itself: a reason, a name, the fields that were asked for. */
function toDetail(data: Readonly<Record<string, string>>, deal: DealRegistration, text: Words): string | undefined {
  const {reason, fields} = data;
  if (reason) return wordFor(text, 'reject_', reason) ?? wordFor(text, 'withdraw_', reason) ?? wordFor(text, 'lost_', reason) ?? reason;
  if (fields) return text.list(fields.split(', ').map(field => toFieldName(field, deal, text)));
  return data['reviewer'] ?? data['person'] ?? data['owner'] ?? data['step'] ?? data['stage'] ?? data['opportunityRef'] ?? data['number'];
}

function renderTime(at: string, now: number, text: Words) {
  return html`<time class="muted small" datetime=${at} title=${text.date(at, 'dateTime')}>${text.relativeTo(at, now)}</time>`;
}
