import type {LeadOffer} from '@portico/contract';
import {html, nothing} from 'lit';
import type {MenuItem} from '../ui/menu/menu.ts';
import {dangerIcon, deviceIcon, infoIcon} from '../ui/icon/icons.ts';
import {composer} from './composer.view.ts';
import {companyFacts, contactCard, fact} from './contact.view.ts';
import {explain} from './explain.ts';
import {deadlineOf, type LeadInboxAct, tabOf} from './lead-inbox.model.ts';
import type {InboxView} from './lead-inbox.view.ts';
import {toneOf} from './lead-row.view.ts';
import {actName, countryName, deadlineWords, titleOf, valueOf, wordOf} from './lead-text.ts';
import {nextStep} from './next-step.view.ts';
import {timeline} from './timeline.view.ts';

/** The open offer: what it is, what may be done with it, and once it is in work the contact and its story. */
export function leadDetail(view: InboxView, offer: LeadOffer) {
  const {text} = view;
  const tab = tabOf(offer);
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="detail-title">
      ${news(view)}${failure(view, offer)}
      <header class="head">
        <div class="head-line">
          <h2 class="name" id="detail-title" tabindex="-1" dir="auto">${titleOf(text, offer)}</h2>
          ${tab === 'new' ? nothing : actions(view, offer)}
        </div>
        <div class="tags">
          ${tab === 'closed' ? html`<portico-ui-badge tone=${toneOf(offer)}>${wordOf(text, 'status', offer.status) ?? offer.status}</portico-ui-badge>` : nothing}
          ${offer.teaser.priority === 'hot' && tab !== 'closed' ? html`<portico-ui-badge tone="warning">${text.term('hot')}</portico-ui-badge>` : nothing}
          ${offer.teaser.score === null ? nothing : html`<span class="muted figures">${text.term('score', text.number(offer.teaser.score))}</span>`}
          ${offer.assignee ? html`<span class="muted">${text.term('assignee')}${text.colon}<bdi>${offer.assignee.name}</bdi></span>` : nothing}
        </div>
        ${deadline(view, offer)}
      </header>
      ${tab === 'new' ? html`${facts(view, offer)}<p class="teaser muted">${text.term('teaserNote')}</p>` : afterwards(view, offer)}
    </div>
    ${tab === 'new' ? actions(view, offer) : nothing}`;
}

function afterwards(view: InboxView, offer: LeadOffer) {
  const {text} = view;
  const working = tabOf(offer) === 'working';
  const reason = offer.endReason && (wordOf(text, 'reason', offer.endReason) ?? offer.endReason);
  return html`${reason || offer.endComment
      ? html`<dl class="facts">${fact(text.term('reason'), reason)}${fact(text.term('comment'), offer.endComment)}</dl>`
      : nothing}
    ${offer.status === 'withdrawn' ? html`<p class="teaser muted">${text.term('hiddenNote')}</p>` : nothing}
    ${offer.dealRegistrationId ? html`<p class="teaser">${text.term('dealMade')}</p>` : nothing}
    ${offer.lead ? contactCard(view, offer.lead) : working ? html`<portico-ui-skeleton class="card" kind="text" rows="2"></portico-ui-skeleton>` : nothing} ${facts(view, offer)}
    ${working || offer.nextStep ? nextStep(view, offer) : nothing}
    ${working || offer.acceptedAt ? html`<section class="part" aria-labelledby="activity-title">
      <h3 class="part-title" id="activity-title">${text.term('activity')}</h3>
      ${offer.actions.includes('log_activity') ? composer(view, offer) : nothing}${timeline(view)}
    </section>` : nothing}`;
}

function news(view: InboxView) {
  const {inbox, text} = view;
  const {news: what, offer} = inbox.opened;
  const gone = inbox.opened.error !== undefined;
  if (!what && !gone) return nothing;
  const sentence = gone ? explain(text, inbox.opened.error) : wordOf(text, 'news', what ?? 'changed', offer?.assignee?.name ?? '');
  return html`<div class="note" part="note">
    ${infoIcon()}<span class="note-text">${sentence}</span>
    ${gone ? nothing : html`<button class="button" type="button" data-variant="quiet" @click=${() => inbox.opened.dismissNews()}>${text.term('gotIt')}</button>`}
  </div>`;
}

function failure(view: InboxView, offer: LeadOffer) {
  const {inbox, text} = view;
  const stored = inbox.acts.storedOn(offer.id);
  if (stored) {
    return html`<div class="note" part="note">
      ${deviceIcon()}<span class="note-text">${actName(text, stored)}${text.colon}${text.term('savedHere')}</span>
      <button class="button" type="button" data-variant="quiet" @click=${() => inbox.acts.forgive(offer.id)}>${text.term('remove')}</button>
    </div>`;
  }
  const failed = inbox.acts.failureOf(offer.id);
  if (!failed) return nothing;
  return html`<div class="note" data-tone="danger" part="note">
    ${dangerIcon()}<span class="note-text">${failed.sentence}</span>
    ${offer.actions.includes(failed.act)
      ? html`<button class="button" type="button" data-variant="quiet" @click=${() => view.ask(failed.act, [offer])}>${text.term('retry')}</button>`
      : nothing}
    <button class="button" type="button" data-variant="quiet" @click=${() => inbox.acts.forgive(offer.id)}>${text.term('gotIt')}</button>
  </div>`;
}

function deadline({text, now}: InboxView, offer: LeadOffer) {
  const found = deadlineOf(offer);
  if (!found) return nothing;
  const {by, left} = deadlineWords(text, found, now);
  return html`<portico-ui-deadline-meter start-at=${found.startAt} due-at=${found.dueAt} now=${now}>${by} · ${left}</portico-ui-deadline-meter>`;
}

/** What decides whether and how to call; the rest is one press away once the lead is in work. */
function facts(view: InboxView, offer: LeadOffer) {
  const {text} = view;
  const {teaser, lead} = offer;
  const place = [teaser.region, teaser.country && countryName(text, teaser.country)].filter(Boolean).join(', ');
  const first = html`${fact(text.term('need'), lead?.need ?? teaser.need, true)}${fact(text.term('value'), valueOf(text, offer))}
    ${fact(text.term('timeline'), lead?.timeline ?? teaser.timeline)}${fact(text.term('products'), text.list(teaser.products))}`;
  const more = html`${fact(text.term('industry'), teaser.industry)}${lead ? companyFacts(view, lead) : fact(text.term('location'), place)}
    ${fact(text.term('received'), text.date(teaser.receivedAt, 'date'))}${fact(text.term('whyYou'), wordOf(text, 'why', offer.routedBy))}
    ${fact(text.term('askPerson'), offer.channelManager?.name)}`;
  if (!lead) return html`<dl class="facts">${first}${more}</dl>`;
  return html`<dl class="facts">${first}</dl>
    <details class="more">
      <summary>${text.term('moreFacts')}</summary>
      <dl class="facts">${more}</dl>
    </details>`;
}

function actions(view: InboxView, offer: LeadOffer) {
  const {text} = view;
  const may = (act: LeadInboxAct) => offer.actions.includes(act);
  const rest: readonly [LeadInboxAct, string, MenuItem?][] = [
    ['reassign', text.term('reassign')],
    ['return', text.term('giveBack')],
    ['close_won', text.term('closeWon')],
    ['close_lost', text.term('closeLost')],
  ];
  const menu = rest.filter(([act]) => may(act)).map(([id, label]) => ({id, label}));
  const button = (act: LeadInboxAct, label: string, variant: 'primary' | 'secondary') =>
    may(act) ? html`<button class="button" data-variant=${variant} data-act=${act} type="button" @click=${() => view.ask(act, [offer])}>${label}</button>` : nothing;
  if (view.inbox.acts.storedOn(offer.id) || offer.actions.length === 0 || (menu.length === 0 && !may('accept') && !may('decline') && !may('convert'))) return nothing;
  return html`<div class="actions" part="actions">
    ${button('accept', text.term('accept'), 'primary')} ${button('decline', text.term('decline'), 'secondary')} ${button('convert', text.term('convert'), 'secondary')}
    ${menu.length > 0
      ? html`<portico-ui-menu .items=${menu} @portico-ui-menu-select=${(event: Event & {id: string}) => view.ask(event.id as LeadInboxAct, [offer])}></portico-ui-menu>`
      : nothing}
  </div>`;
}
