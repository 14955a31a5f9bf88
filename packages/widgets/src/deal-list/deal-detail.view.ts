import type {DealChange, DealRegistration} from '@portico/contract';
import {dealTabOf} from '@portico/contract/deal-transitions';
import {html, nothing} from 'lit';
import {safeUrl} from '../base/safe-url.ts';
import {dealTones} from '../ui/deal-tones.ts';
import {dangerIcon, deviceIcon, infoIcon, warningIcon} from '../ui/icon/icons.ts';
import {fact, facts, lines} from './deal-facts.view.ts';
import {type DealAct, deadlineOf} from './deal-list.model.ts';
import type {DealsView} from './deal-list.view.ts';
import {evidence, receipts} from './deal-proof.view.ts';
import {story} from './deal-story.view.ts';
import {amountOf, deadlineWords, explain, percent, reasonOf, stageOf, titleOf, wordOf} from './deal-text.ts';
import {dayOf} from './fact-text.ts';

/** The open registration: what is asked, what may be done, how far it is, how long it is protected, what it is made of, and its story. */
export function dealDetail(view: DealsView, deal: DealRegistration) {
  const {text} = view;
  const ended = dealTabOf(deal.status) === 'closed';
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="detail-title">
    ${news(view)}${failure(view, deal)}
    <header class="deal-head">
      <div class="head-line">
        <h2 class="name" id="detail-title" tabindex="-1" dir="auto">${titleOf(text, deal)}</h2>
        ${actions(view, deal)}
      </div>
      <div class="tags">
        <portico-ui-badge tone=${dealTones[deal.status]}>${wordOf(text, 'status', deal.status) ?? deal.status}</portico-ui-badge>
        <span class="figures strong">${amountOf(text, deal)}</span>
        ${deal.number ? html`<span class="muted figures">${deal.number}</span>` : nothing}
        ${deal.owner ? html`<span class="muted">${text.term('owner')}${text.colon}<bdi>${deal.owner.name}</bdi></span>` : nothing}
        ${deal.standing ? html`<span class="muted">${text.term(`standing_${deal.standing}`)}</span>` : nothing}
      </div>
      ${deadline(view, deal)}
    </header>
    ${asked(view, deal)}${deal.openChanges.map(change => openChange(view, deal, change))}${ended ? ending(view, deal) : nothing}
    ${deal.protectedFrom && !ended ? html`${progress(view, deal)}${protection(view, deal)}` : nothing} ${facts(view, deal)}${lines(view, deal)}${evidence(view, deal)}${receipts(view, deal)}
    ${story(view, deal)}
  </div>`;
}

function news(view: DealsView) {
  const {deals, text} = view;
  const {news: what, deal, error} = deals.opened;
  if (!what && error === undefined) return nothing;
  const sentence = error !== undefined ? explain(text, error) : wordOf(text, 'news', what ?? 'changed', deal?.owner?.name ?? '');
  return html`<div class="note" part="note" role="status">
    ${infoIcon()}<span class="note-text">${sentence}</span>
    ${error === undefined ? html`<button class="button" type="button" data-variant="quiet" @click=${() => deals.opened.dismissNews()}>${text.term('gotIt')}</button>` : nothing}
  </div>`;
}

function failure(view: DealsView, deal: DealRegistration) {
  const {deals, text} = view;
  const stored = deals.acts.storedOn(deal.id);
  if (stored) {
    return html`<div class="note" part="note">
      ${deviceIcon()}<span class="note-text">${wordOf(text, 'title', stored) ?? wordOf(text, 'act', stored) ?? text.term(stored === 'agree' ? 'agree' : 'takeBack')}${text.colon}${text.term('savedHere')}</span>
      <button class="button" type="button" data-variant="quiet" @click=${() => deals.acts.forgive(deal.id)}>${text.term('takeBack')}</button>
    </div>`;
  }
  const failed = deals.acts.failureOf(deal.id);
  if (!failed) return nothing;
  return html`<div class="note" data-tone="danger" part="note">
    ${dangerIcon()}<span class="note-text">${failed.sentence}</span>
    ${may(deal, failed.act)
      ? html`<button class="button" type="button" data-variant="quiet" @click=${() => view.ask(failed.act, deal, failed.input.change)}>${text.term('retry')}</button>`
      : nothing}
    <button class="button" type="button" data-variant="quiet" @click=${() => deals.acts.forgive(deal.id)}>${text.term('gotIt')}</button>
  </div>`;
}

function may({actions, openChanges}: DealRegistration, act: DealAct): boolean {
  return act === 'agree' || act === 'refuse' || act === 'take_back' ? openChanges.length > 0 : actions.includes(act);
}

function deadline({text, now}: DealsView, deal: DealRegistration) {
  const found = deadlineOf(deal);
  if (!found) return nothing;
  const {by, left} = deadlineWords(text, found, now);
  return html`<portico-ui-deadline-meter start-at=${found.startAt} due-at=${found.dueAt} now=${now}>${by} · ${left}</portico-ui-deadline-meter>`;
}

/** What the vendor asked for, and the way to the form. */
function asked(view: DealsView, deal: DealRegistration) {
  const {text} = view;
  const {infoRequest} = deal;
  if (!infoRequest) return nothing;
  const names = infoRequest.fields.map(field => nameOfField(view, deal, field));
  return html`<section class="card asked" part="asked" aria-labelledby="asked-title">
    <h3 class="part-title" id="asked-title">${text.term('asked')}</h3>
    <ul>${names.map(name => html`<li><bdi>${name}</bdi></li>`)}</ul>
    <p class="words" dir="auto">${infoRequest.comment}</p>
    <p class="muted">${text.term('answerBy', text.date(infoRequest.dueAt, 'dayTime'))}</p>
  </section>`;
}

function nameOfField({text}: DealsView, deal: DealRegistration, field: string): string {
  const answer = field.startsWith('answers.') ? deal.answers.find(({key}) => `answers.${key}` === field) : undefined;
  return (answer && (answer.label[text.lang()] ?? answer.label['en'])) ?? wordOf(text, 'field', field) ?? field;
}

/** A request about the deal that waits: of one's own, or one that wants the partner's word. */
function openChange(view: DealsView, deal: DealRegistration, change: DealChange) {
  const {deals, text} = view;
  const {kind, note, agreedBy, amendment, needsNewApproval} = change;
  const allowed = deals.acts.storedOn(deal.id) ? [] : change.actions;
  const what = kind === 'extension' ? text.term('openChange_extension', change.protectedUntilOn ? dayOf(text, change.protectedUntilOn) : '') : text.term(`openChange_${kind}`);
  const details = [
    amendment?.estimatedAmount && text.money(amendment.estimatedAmount),
    amendment?.expectedCloseOn && dayOf(text, amendment.expectedCloseOn),
    amendment?.lines && text.list(amendment.lines.map(({product, quantity}) => `${text.number(quantity)} × ${product}`)),
  ].filter(Boolean);
  const state = change.actions.includes('approve') ? '' : text.term(kind === 'transfer' && agreedBy.includes('giving_partner') ? 'agreed' : 'awaitsVendor');
  return html`<section class="card" data-change=${kind}>
    <div class="request">
      <p class="words"><span class="strong">${what}</span>${details.map(each => html`<br />${each}`)}<br /><bdi class="muted">${note}</bdi>${needsNewApproval ? html`<br /><span class="muted">${text.term('newApproval')}</span>` : nothing}${state ? html`<br /><span class="muted">${state}</span>` : nothing}</p>
      ${allowed.includes('withdraw') && change.id ? html`<button class="button" type="button" @click=${() => view.ask('take_back', deal, change)}>${text.term('takeBack')}</button>` : nothing}
      ${allowed.includes('reject') ? html`<button class="button" type="button" data-act="refuse" @click=${() => view.ask('refuse', deal, change)}>${text.term('refuse')}</button>` : nothing}
      ${allowed.includes('approve') ? html`<button class="button" data-variant="primary" type="button" data-act="agree" @click=${() => view.ask('agree', deal, change)}>${text.term('agree')}</button>` : nothing}
    </div>
  </section>`;
}

/** How it ended, and why. */
function ending({text}: DealsView, deal: DealRegistration) {
  const confirmed = deal.status === 'won' ? text.term(deal.winConfirmedAt ? 'winConfirmed' : 'winAwaits') : null;
  const again = deal.status === 'rejected' ? text.term('resubmissions', text.number(deal.resubmissionsLeft)) : null;
  const shown = [fact(text.term('reason'), reasonOf(text, deal)), fact(text.term('comment'), deal.endComment, true)].filter(each => each !== nothing);
  if (shown.length === 0 && !confirmed && !again) return nothing;
  return html`<section class="part">
    ${shown.length > 0 ? html`<dl class="facts">${shown}</dl>` : nothing}${confirmed ? html`<p>${confirmed}</p>` : nothing}${again ? html`<p class="muted">${again}</p>` : nothing}
  </section>`;
}

/** The partner's own axis: stage, probability, day, and what comes next. */
function progress({deals, text}: DealsView, deal: DealRegistration) {
  const {nextStep} = deal;
  const day = nextStep?.dueOn ? ` · ${text.date(nextStep.dueOn, {weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC'})}` : '';
  return html`<section class="part" aria-labelledby="progress-title">
    <h3 class="part-title" id="progress-title">${text.term('progress')}</h3>
    ${deal.stale ? html`<p class="verdict muted">${warningIcon()}${text.term('stale')}</p>` : nothing}
    <dl class="facts">
      ${fact(text.term('stage'), stageOf(text, deal, deals.stages))}${fact(text.term('field_expectedCloseOn'), deal.expectedCloseOn && dayOf(text, deal.expectedCloseOn))}
      ${fact(text.term('nextStep'), nextStep && html`<bdi>${nextStep.text}</bdi>${day}`, true)}
    </dl>
  </section>`;
}

function protection({text}: DealsView, deal: DealRegistration) {
  const {protectedFrom, protectedUntil, progressDueAt, benefits, extensionCount} = deal;
  if (!protectedFrom) return nothing;
  const from = text.date(protectedFrom, 'date');
  const gets = [benefits?.levelName, typeof benefits?.marginPercent === 'number' ? text.term('margin', percent(text, benefits.marginPercent)) : null, benefits?.priceList].filter(Boolean).join(' · ');
  return html`<section class="part" aria-labelledby="protection-title">
    <h3 class="part-title" id="protection-title">${text.term('protection')}</h3>
    <p>${protectedUntil ? text.term('protectedSpan', from, text.date(protectedUntil, 'date')) : text.term('protectedSince', from)}</p>
    ${progressDueAt ? html`<p class="muted">${text.term('progressBy', text.date(progressDueAt, 'date'))}</p>` : nothing}
    ${gets || extensionCount > 0
      ? html`<dl class="facts">${fact(text.term('benefits'), gets)}</dl>${extensionCount > 0 ? html`<p class="muted">${text.term('extended', text.number(extensionCount))}</p>` : nothing}`
      : nothing}
  </section>`;
}

const inMenu: readonly DealAct[] = ['request_extension', 'request_amendment', 'reassign', 'win', 'lose', 'recall', 'withdraw'];

/** What leads on stands as a button, the rest in a menu. */
function actions(view: DealsView, deal: DealRegistration) {
  const {deals, text} = view;
  // One at a time: what waits may change what is possible.
  if (deals.acts.storedOn(deal.id)) return nothing;
  const menu = inMenu.filter(act => may(deal, act)).map(id => ({id, label: text.term(`act_${id as 'win'}`)}));
  const lead = (act: 'set_stage' | 'revise') =>
    html`<button class="button" data-variant=${deal.openChanges.some(({actions}) => actions.includes('approve')) ? 'secondary' : 'primary'} data-act=${act} type="button" @click=${() => view.ask(act, deal)}>${text.term(`act_${act}`)}</button>`;
  const first = may(deal, 'set_stage') ? lead('set_stage') : may(deal, 'revise') ? lead('revise') : deal.actions.includes('update') ? toForm(view, deal) : nothing;
  if (first === nothing && menu.length === 0) return nothing;
  return html`<div class="actions" part="actions">
    ${first}
    ${menu.length > 0
      ? html`<portico-ui-menu .items=${menu} @portico-ui-menu-select=${(event: Event & {id: string}) => view.ask(event.id as DealAct, deal)}></portico-ui-menu>`
      : nothing}
  </div>`;
}

function toForm(view: DealsView, deal: DealRegistration) {
  const label = view.text.term(deal.infoRequest ? 'answer' : 'continueDraft');
  const href = view.formHref(deal);
  const go = (event: Event) => view.edit(deal, event);
  return href
    ? html`<a class="button" data-variant="primary" data-act="edit" href=${safeUrl(href) ?? nothing} @click=${go}>${label}</a>`
    : html`<button class="button" data-variant="primary" data-act="edit" type="button" @click=${go}>${label}</button>`;
}
