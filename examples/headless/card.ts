import type {LeadOffer, Money, ValueBand} from '@portico/contract';
import {deadlineOf} from '@portico/widgets/headless/lead-inbox';
import {element} from './dom.ts';

const regions = new Intl.DisplayNames('en', {type: 'region'});
const relative = new Intl.RelativeTimeFormat('en', {numeric: 'auto'});
const euros = (currency: string) => new Intl.NumberFormat('en', {style: 'currency', currency, notation: 'compact', maximumFractionDigits: 0});

/** What a card can be asked for. */
export interface CardActs {
  readonly open: (offer: LeadOffer) => void;
  readonly accept: (offer: LeadOffer) => void;
}

/** One lead as this page shows it; all of it while it is open. */
export function leadCard(offer: LeadOffer, {isOpen, now, failure}: {isOpen: boolean; now: number; failure: string | undefined}, acts: CardActs): HTMLElement {
  const {teaser, lead} = offer;
  const title = lead?.company.name ?? teaser.title;
  const place = [teaser.industry, teaser.country && regions.of(teaser.country)].filter(Boolean).join(' · ');
  const canAccept = offer.actions.includes('accept');
  const open = element('button', {class: 'title', type: 'button', 'aria-expanded': String(isOpen)}, title);
  open.onclick = () => acts.open(offer);
  const accept = canAccept && element('button', {class: 'accept', type: 'button'}, 'Accept');
  if (accept) accept.onclick = () => acts.accept(offer);
  return element(
    'li',
    {'data-id': offer.id, tabindex: '-1', class: 'card', 'data-unread': offer.unread},
    element('div', {class: 'line'}, open, element('span', {class: 'value'}, valueOf(lead?.estimatedValue ?? null, teaser.valueBand))),
    element('p', {class: 'place'}, place),
    due(offer, now),
    accept,
    failure && element('p', {class: 'failure', role: 'alert'}, failure),
    isOpen && element('div', {class: 'more'}, element('p', {}, lead?.need ?? teaser.need ?? ''), contact(offer)),
  );
}

/** How urgent a lead is, in a word that changes by itself. */
export function urgencyOf(offer: LeadOffer, now: number): string {
  const deadline = deadlineOf(offer);
  if (!deadline) return '';
  const minutes = Math.round((deadline.dueAt - now) / 60_000);
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  return Math.abs(minutes) < 48 * 60 ? relative.format(Math.round(minutes / 60), 'hour') : relative.format(Math.round(minutes / 1440), 'day');
}

function due(offer: LeadOffer, now: number): HTMLElement | null {
  const deadline = deadlineOf(offer);
  if (!deadline) return null;
  const {kind, startAt, dueAt} = deadline;
  const left = Math.max(0, Math.min(1, (dueAt - now) / (dueAt - startAt)));
  const words = {accept: 'Answer', act: 'Close', idle: 'Get in touch'}[kind];
  const bar = element('span', {class: 'bar', 'aria-hidden': 'true'}, element('i'));
  (bar.firstElementChild as HTMLElement).style.inlineSize = `${Math.round(left * 100)}%`;
  return element('p', {class: 'due', 'data-soon': dueAt - now < 3_600_000}, `${words} ${urgencyOf(offer, now)}`, bar);
}

function contact({lead}: LeadOffer): HTMLElement {
  if (!lead) return element('p', {class: 'hint'}, 'Who it is and how to reach them is shown once you accept.');
  const {firstName, lastName, jobTitle, email, phone} = lead.contact;
  return element(
    'p',
    {class: 'person'},
    element('strong', {}, [firstName, lastName].filter(Boolean).join(' ')),
    jobTitle && ` · ${jobTitle}`,
    element('br'),
    phone && element('a', {href: `tel:${phone}`}, phone),
    phone && email && ' · ',
    email && element('a', {href: `mailto:${email}`}, email),
  );
}

function valueOf(exact: Money | null, band: ValueBand | null): string {
  if (exact) return euros(exact.currency).format(exact.amountMinor / 100);
  return band ? euros(band.currency).formatRange(band.minMinor / 100, band.maxMinor / 100) : '';
}
