import type {Activity} from '@portico/contract';
import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {UnsentActivity} from '../base/unsent-activity.ts';
import {clockIcon, dangerIcon, deviceIcon, lockIcon} from '../ui/icon/icons.ts';
import {activityDraft, kindIcons} from './composer.view.ts';
import type {InboxView} from './lead-inbox.view.ts';
import {wordOf} from './lead-text.ts';

/** The story of the offer, newest first; above it what is not sent yet. */
export function timeline(view: InboxView) {
  const {inbox, text} = view;
  const {story, storyError, unsent} = inbox.opened;
  if (!story && storyError === undefined) return html`<portico-ui-skeleton kind="text" rows="4"></portico-ui-skeleton>`;
  const items = story?.items ?? [];
  return html`<ol class="story" part="timeline">
      ${repeat([...unsent].reverse(), ({key}) => key, entry => unsentEntry(view, entry))}
      ${repeat(items, ({id}) => id, entry => storyEntry(view, entry))}
    </ol>
    ${story && items.length === 0 && unsent.length === 0 ? html`<p class="muted">${text.term('noActivities')}</p>` : nothing}
    ${storyError !== undefined && !story ? html`<button class="button" type="button" @click=${() => inbox.opened.refresh()}>${text.term('retry')}</button>` : nothing}
    ${story?.hasMore ? html`<button class="button" data-variant="quiet" type="button" @click=${() => inbox.opened.readEarlier()}>${text.term('earlier')}</button>` : nothing}`;
}

function storyEntry({text, portal}: InboxView, entry: Activity) {
  const {kind, event, data, author, side, body, occurredAt, visibility} = entry;
  const isEvent = kind === 'event';
  const what = isEvent ? (wordOf(text, 'event', event ?? '', data['assignee'] ?? '') ?? text.term('event_other')) : text.term(`kind_${kind}`);
  const who = author ? author.name : side === 'vendor' ? (portal?.me?.vendorName ?? '') : text.term('system');
  const reason = data['reason'] && wordOf(text, 'reason', data['reason']);
  const icon = isEvent ? clockIcon : kindIcons[kind];
  return html`<li class="entry" data-kind=${kind} part="activity">
    <span class="mark muted">${icon()}</span>
    <div class="entry-what">
      <p class="entry-head">
        <span class=${isEvent ? '' : 'strong'}>${what}${reason ? `: ${reason}` : ''}</span>
        <span class="muted"> · <bdi>${who}</bdi> · <time datetime=${occurredAt}>${text.date(occurredAt, 'dayTime')}</time></span>
        ${visibility === 'shared' ? nothing : html`<span class="internal">${lockIcon()}${text.term('onlyUs')}</span>`}
      </p>
      ${body ? html`<p class="words" dir="auto">${body}</p>` : nothing}
    </div>
  </li>`;
}

function unsentEntry(view: InboxView, entry: UnsentActivity) {
  const {inbox, text, drafts} = view;
  const {kind, body, internal, state, sentence} = entry;
  const edit = () => {
    const key = activityDraft(inbox.opened.id ?? '');
    const typed = drafts.read(key)['body'];
    drafts.write(key, {kind, internal, body: typed ? `${String(typed)}\n${body}` : body});
    inbox.opened.withdraw(entry);
  };
  return html`<li class="entry" data-kind=${kind} data-unsent>
    <span class="mark muted">${kindIcons[kind]()}</span>
    <div class="entry-what">
      <p class="entry-head">
        <span class="strong">${text.term(`kind_${kind}`)}</span>
        <span class="muted unsent">${state === 'stored' ? deviceIcon() : nothing}${text.term(({sending: 'sending', stored: 'savedHere', refused: 'notSent'} as const)[state])}</span>
        ${internal ? html`<span class="internal">${lockIcon()}${text.term('onlyUs')}</span>` : nothing}
      </p>
      <p class="words" dir="auto">${body}</p>
      ${sentence === undefined ? nothing : html`<p class="failure">${dangerIcon()}<span>${sentence}</span></p>`}
      ${state === 'sending'
        ? nothing
        : html`<div class="form-end">
              ${state === 'refused' ? html`<button class="button" type="button" @click=${() => inbox.opened.resend(entry)}>${text.term('retry')}</button>` : nothing}
              <button class="button" data-variant="quiet" type="button" @click=${edit}>${text.term('edit')}</button>
            </div>`}
    </div>
  </li>`;
}
