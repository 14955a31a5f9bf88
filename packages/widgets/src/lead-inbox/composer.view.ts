import type {LeadOffer, LoggedKind} from '@portico/contract';
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {calendarIcon, mailIcon, noteIcon, phoneIcon} from '../ui/icon/lead-icons.ts';
import type {InboxView} from './lead-inbox.view.ts';

/** The kinds of activity that people log, with their icons. */
export const kindIcons = {call: phoneIcon, mail: mailIcon, meeting: calendarIcon, note: noteIcon} as const satisfies Record<LoggedKind, unknown>;
const kinds = ['call', 'mail', 'meeting', 'note'] as const;

export const activityDraft = (id: string) => `lead-offer/${id}/activity`;

/** Where a call, e-mail, meeting or note is logged. */
export function composer(view: InboxView, offer: LeadOffer) {
  const {text, drafts, update, portal} = view;
  const key = activityDraft(offer.id);
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
      <button class="button" data-variant="primary" type="button" @click=${(event: Event) => log(view, kind, key, (event.currentTarget as HTMLElement).closest('.composer') as HTMLElement)}>
        ${text.term(`log_${kind}`)}
      </button>
      <portico-ui-checkbox
        label=${text.term('onlyUs')}
        .checked=${Boolean(internal)}
        @change=${(event: Event) => drafts.write(key, {internal: (event.target as HTMLInputElement).checked})}
        ><span class="muted"> · ${text.term('onlyUsHelp')}</span></portico-ui-checkbox
      >
    </div>
  </div>`;
}

async function log({inbox, drafts}: InboxView, kind: LoggedKind, key: string, form: HTMLElement) {
  const field = form.querySelector('portico-ui-field');
  if (!field || !(await field.validate())) return field?.focus();
  const {body = '', internal = false} = drafts.read(key);
  // The story shows it at once, and keeps it with the reason should it fail.
  void inbox.opened.log({kind, body: String(body).trim(), internal: Boolean(internal)});
  drafts.clear(key);
}
