import type {Lead, LeadOffer, LeadOfferRecord} from '@portico/contract';
import {html, nothing} from 'lit';
import {calendarIcon} from '../../ui/icon/lead-icons.ts';
import {hasOpenOffer, toDeadline} from '../lead-desk.model.ts';
import {wordFor, type Words} from '../lead-desk.words.ts';
import {toDeadlineSentence, type DetailWords} from './detail.words.ts';

/**
 * With whom the lead is and how far they are.
 *
 * @param whole - The offer itself once it is read; the lead carries its summary.
 */
export function renderOffer(lead: Lead, whole: LeadOffer | undefined, now: number, text: Words, words: DetailWords) {
  const {offer} = lead;
  if (!offer) return nothing;
  const open = hasOpenOffer(lead);
  const deadline = toDeadline(lead);
  const what = wordFor(text, 'last_', offer.status) ?? offer.status;
  const reason = offer.reason ? (wordFor(text, 'reason_', offer.reason) ?? offer.reason) : undefined;
  const point = (name: 'offeredOn' | 'viewedOn' | 'acceptedOn' | 'firstContactOn', at: string | null) =>
    at || open
      ? html`<div>
          <dt>${words.term(name)}</dt>
          <dd>${at ? html`<time datetime=${at}>${text.date(at, 'dayTime')}</time>` : html`<span class="muted">${words.term('notYet')}</span>`}</dd>
        </div>`
      : nothing;
  return html`<section class="card" aria-labelledby="offer" ?data-over=${!open}>
    <h4 id="offer">${words.term(open ? 'withPartner' : 'formerPartner')}</h4>
    <p class="who">
      <strong><bdi>${offer.partnerOrg.name}</bdi></strong> <bdi class="muted">${offer.assignee?.name ?? words.term('anybody')}</bdi>
    </p>
    ${
      deadline
        ? html`<portico-ui-deadline-meter .startAt=${deadline.startAt} .dueAt=${deadline.dueAt} .now=${now}>${toDeadlineSentence(deadline, now, words)}</portico-ui-deadline-meter>`
        : nothing
    }
    ${open ? nothing : html`<p>${what}${reason ? html`: ${reason}` : nothing}${whole?.endComment ? html`<q class="comment" dir="auto">${whole.endComment}</q>` : nothing}</p>`}
    <dl class="points">
      ${point('offeredOn', offer.offeredAt)} ${point('viewedOn', offer.firstViewedAt)} ${point('acceptedOn', offer.acceptedAt)} ${point('firstContactOn', offer.firstContactAt)}
    </dl>
    ${whole && open && whole.acceptedAt ? renderNextStep(whole, text, words) : nothing}
  </section>`;
}

/** What the partner means to do next, and by when; that nothing is planned is worth knowing too. */
function renderNextStep({nextStep}: LeadOffer, text: Words, words: DetailWords) {
  return html`<p class="step" ?data-none=${!nextStep}>
    ${calendarIcon()}
    <span>
      <span class="muted small">${words.term('nextStep')}</span>
      ${
        nextStep
          ? html`<span class="plan"><bdi>${nextStep.text}</bdi>${nextStep.dueOn ? html` · <time datetime=${nextStep.dueOn}>${text.date(nextStep.dueOn, dayOnly)}</time>` : nothing}</span>`
          : html`<span class="plan">${words.term('noNextStep')}</span>`
      }
    </span>
  </p>`;
}

/** The offers besides the present one: who else has the lead now, and with whom it was, from when to when and why no more. */
export function renderOtherOffers(lead: Lead, offers: readonly LeadOfferRecord[], text: Words, words: DetailWords) {
  const others = offers.filter(({id}) => id !== lead.offer?.id);
  const list = (id: string, heading: string, listed: readonly LeadOfferRecord[]) =>
    listed.length === 0
      ? nothing
      : html`<section aria-labelledby=${id}>
          <h4 id=${id}>${heading}</h4>
          <ul class="lines">
            ${listed.map(offer => renderRecord(offer, text))}
          </ul>
        </section>`;
  return html`${list(
    'also',
    words.term('alsoOffered'),
    others.filter(({endedAt}) => endedAt === null),
  )}${list(
    'earlier',
    words.term('earlierOffers'),
    others.filter(({endedAt}) => endedAt !== null),
  )}`;
}

function renderRecord({partnerOrg, status, endReason, endComment, offeredAt, endedAt}: LeadOfferRecord, text: Words) {
  const reason = endReason ? (wordFor(text, 'reason_', endReason) ?? endReason) : undefined;
  const time = (at: string) => html`<time datetime=${at} title=${text.date(at, 'dateTime')}>${text.date(at, 'date')}</time>`;
  return html`<li class="earlier">
    <p class="who"><bdi>${partnerOrg.name}</bdi> <portico-ui-badge>${wordFor(text, 'last_', status) ?? status}</portico-ui-badge></p>
    <p class="muted small">${time(offeredAt)}${endedAt ? html` – ${time(endedAt)}` : nothing}${reason ? html` · ${reason}` : nothing}</p>
    ${endComment ? html`<q class="comment" dir="auto">${endComment}</q>` : nothing}
  </li>`;
}

const dayOnly = {weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC'} as const;
