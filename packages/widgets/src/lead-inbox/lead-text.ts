import type {LeadOffer, Money, ValueBand} from '@portico/contract';
import {findWord} from '../base/explain.ts';
import type {LeadDeadline, LeadInboxAct} from './lead-inbox.model.ts';
import type {Text} from './lead-inbox.view.ts';

const week = 6 * 86_400_000;

/** What a lead is called: the company once it may be known, else the title, else what is known of it. */
export function titleOf(text: Text, {lead, teaser}: LeadOffer): string {
  const name = lead?.company.name || teaser.companyName || lead?.title || teaser.title;
  return name || [teaser.industry, teaser.country && countryName(text, teaser.country)].filter(Boolean).join(', ') || text.term('unnamed');
}

/** A country's name in the reader's language; the code where there is none. */
export function countryName(text: Text, code: string): string {
  const locale = text.lang();
  try {
    let names = regionNames.get(locale);
    if (!names) regionNames.set(locale, (names = new Intl.DisplayNames(locale, {type: 'region'})));
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

const regionNames = new Map<string, Intl.DisplayNames>();

/** The expected value, as exactly as it is known. */
export function valueOf(text: Text, {lead, teaser}: LeadOffer): string {
  const exact = lead?.estimatedValue;
  return exact ? text.money(exact) : bandOf(text, teaser.valueBand ?? lead?.valueBand ?? null);
}

function bandOf(text: Text, band: ValueBand | null): string {
  if (!band) return '';
  const [from, to]: Money[] = [band.minMinor, band.maxMinor].map(amountMinor => ({amountMinor, currency: band.currency}));
  return from && to ? text.moneyRange(from, to, {compact: true}) : '';
}

/** A deadline as a weekday and time while it is near, as a date when it is further off, and the time that is left. */
export function deadlineWords(text: Text, {kind, dueAt}: LeadDeadline, now: number): {by: string; when: string; left: string} {
  const when = text.date(dueAt, dueAt - now < week ? {weekday: 'short', hour: 'numeric', minute: '2-digit'} : 'day');
  return {when, by: text.term(`by_${kind}`, when), left: dueAt > now ? text.term('left', text.duration(dueAt - now)) : text.term('timeIsUp')};
}

/** What an act is called on its button. */
export function actName(text: Text, act: LeadInboxAct): string {
  return act === 'accept' ? text.term('acceptSelected') : text.term(`do_${act}`);
}

/** A word of a code of the API. */
export function wordOf(text: Text, area: 'reason' | 'why' | 'status' | 'news' | 'event' | 'kind', code: string, ...values: string[]): string | undefined {
  return findWord(text, `${area}_${code}`, ...values);
}
