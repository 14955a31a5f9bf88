import type {Activity, Lead} from '@portico/contract';
import {html, nothing, type TemplateResult} from 'lit';
import {lockIcon} from '../../ui/icon/icons.ts';
import {calendarIcon, mailIcon, noteIcon, phoneIcon} from '../../ui/icon/lead-icons.ts';
import {wordFor, type Words} from '../lead-desk.words.ts';
import type {DetailWords} from './detail.words.ts';

const kindIcons = {call: phoneIcon, mail: mailIcon, meeting: calendarIcon, note: noteIcon} as const;

/** The whole story of a lead, newest first. What stays inside is marked by a lock, a word and its ground. */
export function renderTimeline(items: readonly Activity[], lead: Lead, now: number, text: Words, words: DetailWords) {
  if (items.length === 0) return html`<p class="muted">${words.term('noActivities')}</p>`;
  return html`<ol class="story">
    ${items.map(item => (item.kind === 'event' ? renderEvent(item, lead, now, text, words) : renderEntry(item, item.kind, now, words)))}
  </ol>`;
}

function renderEntry({body, visibility, author, side, occurredAt}: Activity, kind: keyof typeof kindIcons, now: number, words: DetailWords) {
  return html`<li class="entry" data-visibility=${visibility}>
    <p class="head">
      ${kindIcons[kind]()}<span class="by"><strong><bdi>${author?.name ?? words.term('automatic')}</bdi></strong> <span class="muted">${words.term(`kind_${kind}`)}</span></span>
      ${
        visibility === 'shared'
          ? nothing
          : html`<span class="lock">${lockIcon()}${words.term(visibility === 'vendor_internal' ? 'internal' : 'partnerOnly')}</span>`
      }
      ${renderTime(occurredAt, now, words)}
    </p>
    <p class="body" dir="auto" data-side=${side}>${body}</p>
  </li>`;
}

function renderEvent({event, data, author, occurredAt, body, visibility}: Activity, lead: Lead, now: number, text: Words, words: DetailWords) {
  const reason = data['reason'] ? (wordFor(text, 'reason_', data['reason']) ?? data['reason']) : undefined;
  const comment = body || data['comment'];
  return html`<li class="event">
    <p class="head">
      <i class="dot" aria-hidden="true"></i>
      <span class="by">
        ${toSentence(event ?? '', data, lead, words)}${reason ? html`: ${reason}` : nothing} ${author ? html`<bdi class="muted">${author.name}</bdi>` : nothing}
        ${comment ? html`<q class="comment" dir="auto">${comment}</q>` : nothing}
      </span>
      ${visibility === 'vendor_internal' ? html`<span class="lock">${lockIcon()}<span class="visually-hidden">${words.term('internal')}</span></span>` : nothing}
      ${renderTime(occurredAt, now, words)}
    </p>
  </li>`;
}

function toSentence(event: string, data: Readonly<Record<string, string>>, lead: Lead, words: DetailWords): string {
  if (event === 'offer') return words.term('event_offer', data['partnerOrg'] ?? (lead.offerCount === 1 ? (lead.offer?.partnerOrg.name ?? '') : ''));
  if (event === 'reassign') return words.term('event_reassign', data['assignee'] ?? '');
  return wordFor(words, 'event_', event) ?? words.term('event_other');
}

function renderTime(at: string, now: number, words: DetailWords): TemplateResult {
  return html`<time class="muted small" datetime=${at} title=${words.date(at, 'dateTime')}>${words.relativeTo(at, now)}</time>`;
}
