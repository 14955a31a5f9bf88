import type {LeadOffer} from '@portico/contract';
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {calendarIcon} from '../ui/icon/lead-icons.ts';
import type {InboxView} from './lead-inbox.view.ts';

/** What comes next with the customer, and on which day; changed in place. */
export function nextStep(view: InboxView, offer: LeadOffer) {
  const {text, drafts} = view;
  const key = `lead-offer/${offer.id}/next-step`;
  const draft = drafts.read(key);
  const may = offer.actions.includes('log_activity');
  return html`<section class="part" aria-labelledby="next-step-title">
    <h3 class="part-title" id="next-step-title">${text.term('nextStep')}</h3>
    ${draft.editing && may ? form(view, offer, key) : shown(view, offer, key, may)}
  </section>`;
}

function shown({text, drafts, update}: InboxView, {nextStep: step}: LeadOffer, key: string, may: boolean) {
  const edit = () => {
    drafts.write(key, {editing: true, text: step?.text ?? '', dueOn: step?.dueOn ?? ''});
    update();
  };
  return html`<p class="step">
    ${step ? html`${calendarIcon()}<span class="step-text"><bdi>${step.text}</bdi>${step.dueOn ? html`<span class="muted"> · ${text.date(step.dueOn, {weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC'})}</span>` : nothing}</span>` : nothing}
    ${may ? html`<button class="button" data-variant=${step ? 'quiet' : 'secondary'} type="button" @click=${edit}>${text.term(step ? 'edit' : 'nextStepAdd')}</button>` : nothing}
  </p>`;
}

function form({text, drafts, inbox}: InboxView, offer: LeadOffer, key: string) {
  const draft = drafts.read(key);
  const keep = (name: string) => (event: Event) => drafts.write(key, {[name]: (event.target as HTMLInputElement).value});
  const plan = async (remove = false) => {
    const {text: words = '', dueOn = ''} = drafts.read(key);
    const what = String(words).trim();
    const done = inbox.opened.planNextStep(remove || !what ? null : {text: what, dueOn: String(dueOn) || null});
    drafts.write(key, {editing: false});
    inbox.opened.dismissNews();
    if (await done) drafts.clear(key);
    else drafts.write(key, {editing: true});
  };
  return html`<div class="step-form">
    <portico-ui-field label=${text.term('nextStepText')} max-length="300" .value=${live(draft.text ?? '')} @input=${keep('text')}></portico-ui-field>
    <portico-ui-field kind="date" label=${text.term('nextStepOn')} optional .value=${live(draft.dueOn ?? '')} @input=${keep('dueOn')} @change=${keep('dueOn')}></portico-ui-field>
    <div class="form-end">
      <button class="button" type="button" @click=${() => plan()}>${text.term('save')}</button>
      ${offer.nextStep ? html`<button class="button" data-variant="quiet" type="button" @click=${() => plan(true)}>${text.term('remove')}</button>` : nothing}
      <button class="button" data-variant="quiet" type="button" @click=${() => drafts.clear(key)}>${text.term('cancel')}</button>
    </div>
  </div>`;
}
