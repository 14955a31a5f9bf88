import type {DealActivity, DealRegistration, LoggedKind} from '@portico/contract';
import {dealTabOf} from '@portico/contract/deal-transitions';
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import type {UnsentActivity} from '../base/unsent-activity.ts';
import {clockIcon, dangerIcon, deviceIcon, lockIcon} from '../ui/icon/icons.ts';
import {calendarIcon, mailIcon, noteIcon, phoneIcon} from '../ui/icon/lead-icons.ts';
import type {DealsView} from './deal-list.view.ts';
import {stageOf, wordOf} from './deal-text.ts';

const kindIcons = {call: phoneIcon, mail: mailIcon, meeting: calendarIcon, note: noteIcon} as const satisfies Record<LoggedKind, unknown>;
const kinds = ['call', 'mail', 'meeting', 'note'] as const;

const activityDraft = (id: string) => `deal/${id}/activity`;

/** What was done and what happened, newest first, and where the next is logged. */
export function story(view: DealsView, deal: DealRegistration) {
  const {text} = view;
  const tab = dealTabOf(deal.status);
  const open = deal.actions.length > 0 && (tab === 'in_review' || tab === 'protected');
  return html`<section class="part" aria-labelledby="activity-title">
    <h3 class="part-title" id="activity-title">${text.term('activity')}</h3>
    ${open ? composer(view, deal) : nothing}${timeline(view)}
  </section>`;
}

function composer(view: DealsView, deal: DealRegistration) {
  const {text, drafts, update, portal} = view;
  const key = activityDraft(deal.id);
  const {kind: chosen, body = '', internal = false} = drafts.read(key);
  const kind = kinds.find(known => known === chosen) ?? 'call';
  const choose = (next: LoggedKind) => {
    drafts.write(key, {kind: next});
    update();
  };
  return html`<div class="composer" part="composer" @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void log(view, kind, key, event.currentTarget as HTMLElement);
    }}>
    <div class="kinds" role="radiogroup" aria-label=${text.term('kind')}>
      ${kinds.map(
        each => html`<label class="kind"
          ><input class="visually-hidden" type="radio" name="kind" .checked=${live(each === kind)} @change=${() => choose(each)} />${kindIcons[each]()}${text.term(`kind_${each}`)}</label
        >`,
      )}
    </div>
    <portico-ui-field
      kind="textarea"
      label=${text.term('whatHappened')}
      help=${portal?.deniesDrafts ? text.term('draftNotKept') : nothing}
      max-length="4000"
      required
      .value=${live(String(body))}
      @input=${(event: Event) => drafts.write(key, {body: (event.target as HTMLInputElement).value})}
    ></portico-ui-field>
    <div class="form-end">
      <button class="button" type="button" @click=${(event: Event) => log(view, kind, key, (event.currentTarget as HTMLElement).closest('.composer') as HTMLElement)}>${text.term(`log_${kind}`)}</button>
      <portico-ui-checkbox
        label=${text.term('onlyUs')}
        .checked=${Boolean(internal)}
        @change=${(event: Event) => drafts.write(key, {internal: (event.target as HTMLInputElement).checked})}
        ><span class="muted"> · ${text.term('onlyUsHelp')}</span></portico-ui-checkbox
      >
    </div>
  </div>`;
}

async function log({deals, drafts}: DealsView, kind: LoggedKind, key: string, form: HTMLElement) {
  const field = form.querySelector('portico-ui-field');
  if (!field || !(await field.validate())) return field?.focus();
  const {body = '', internal = false} = drafts.read(key);
  // The story shows it at once, and keeps it with the reason should it fail.
  void deals.opened.log({kind, body: String(body).trim(), internal: Boolean(internal)});
  drafts.clear(key);
}

function timeline(view: DealsView) {
  const {deals, text} = view;
  const {story: read, storyError, unsent} = deals.opened;
  if (!read && storyError === undefined) return html`<portico-ui-skeleton kind="text" rows="4"></portico-ui-skeleton>`;
  const items = read?.items ?? [];
  return html`<ol class="story" part="timeline">
      ${repeat([...unsent].reverse(), ({key}) => key, entry => unsentEntry(view, entry))} ${repeat(items, ({id}) => id, entry => storyEntry(view, entry))}
    </ol>
    ${read && items.length === 0 && unsent.length === 0 ? html`<p class="muted">${text.term('noActivities')}</p>` : nothing}
    ${storyError !== undefined && !read ? html`<button class="button" type="button" @click=${() => deals.opened.refresh()}>${text.term('retry')}</button>` : nothing}
    ${read?.hasMore ? html`<button class="button" data-variant="quiet" type="button" @click=${() => deals.opened.readEarlier()}>${text.term('earlier')}</button>` : nothing}`;
}

function storyEntry({deals, text, portal}: DealsView, entry: DealActivity) {
  const {kind, event, data, author, side, body, occurredAt, visibility} = entry;
  const isEvent = kind === 'event';
  const what = isEvent ? (wordOf(text, 'event', event ?? '') ?? text.term('event_other')) : text.term(`kind_${kind}`);
  const who = author ? author.name : side === 'vendor' ? (portal?.me?.vendorName ?? '') : text.term('system');
  const detail = isEvent ? detailOf(text, event, data, deals.stages) : '';
  const icon = isEvent ? clockIcon : kindIcons[kind];
  return html`<li class="entry" data-kind=${kind} part="activity">
    <span class="mark muted">${icon()}</span>
    <div class="entry-what">
      <p class="entry-head">
        <span class=${isEvent ? '' : 'strong'}>${what}${detail ? `: ${detail}` : ''}</span>
        <span class="muted"> · <bdi>${who}</bdi> · <time datetime=${occurredAt}>${text.date(occurredAt, 'dayTime')}</time></span>
        ${visibility === 'shared' ? nothing : html`<span class="internal">${lockIcon()}${text.term('onlyUs')}</span>`}
      </p>
      ${body ? html`<p class="words" dir="auto">${body}</p>` : nothing}
    </div>
  </li>`;
}

/** What an event says beside its name: the stage, the reason, the colleague. */
function detailOf(text: DealsView['text'], event: string | null, {stage, probability, reason, owner}: DealActivity['data'], stages: DealsView['deals']['stages']): string {
  if (stage) return stageOf(text, {stage, probability: probability ? Number(probability) : null} , stages);
  if (owner) return owner;
  if (!reason) return '';
  return wordOf(text, event === 'lose' ? 'lost' : event === 'withdraw' ? 'withdraw' : 'reject', reason) ?? '';
}

function unsentEntry(view: DealsView, entry: UnsentActivity) {
  const {deals, text, drafts} = view;
  const {kind, body, internal, state, sentence} = entry;
  const edit = () => {
    const key = activityDraft(deals.opened.id ?? '');
    const typed = drafts.read(key)['body'];
    drafts.write(key, {kind, internal, body: typed ? `${String(typed)}\n${body}` : body});
    deals.opened.withdraw(entry);
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
            ${state === 'refused' ? html`<button class="button" type="button" @click=${() => deals.opened.resend(entry)}>${text.term('retry')}</button>` : nothing}
            <button class="button" data-variant="quiet" type="button" @click=${edit}>${text.term('edit')}</button>
          </div>`}
    </div>
  </li>`;
}
