import type {Lead, LeadOffer} from '@portico/contract';
import {html, nothing} from 'lit';
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
  const step = whole?.nextStep;
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
    ${
      step
        ? html`<p class="step"><span class="muted">${words.term('nextStep')}</span> ${step.dueOn ? words.term('nextStepBy', step.text, text.date(`${step.dueOn}T12:00:00Z`, 'day')) : step.text}</p>`
        : nothing
    }
  </section>`;
}

/** The offers before the present one, and how each ended. */
export function renderEarlierOffers(lead: Lead, offers: readonly LeadOffer[], text: Words, words: DetailWords) {
  const earlier = offers.filter(({id}) => id !== lead.offer?.id);
  if (earlier.length === 0) return nothing;
  return html`<section aria-labelledby="earlier">
    <h4 id="earlier">${words.term('earlierOffers')}</h4>
    <ul class="lines">
      ${earlier.map(({partnerOrg, status, endReason, endComment, endedAt, offeredAt}) => {
        const reason = endReason ? wordFor(text, 'reason_', endReason) : undefined;
        const what = [wordFor(text, 'last_', status) ?? status, reason].filter(Boolean).join(': ');
        return html`<li>
          ${words.term('offerLine', partnerOrg.name, what, text.date(endedAt ?? offeredAt, 'dayTime'))}${endComment ? html`<q class="comment" dir="auto">${endComment}</q>` : nothing}
        </li>`;
      })}
    </ul>
  </section>`;
}
