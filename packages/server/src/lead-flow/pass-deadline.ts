import {dueStepOf} from '../lead-offer/deadline.rules.ts';
import type {HeldOffer} from '../lead-offer/held-offer.queries.ts';
import {letGo} from './end-offer.ts';
import {changeLead, changeOffer, tellStory, theClock, type LeadCase} from './lead-case.ts';
import {tellOfLead, tellOfOffer} from './news.ts';

/** Lets the clock do what is due for an offer, if anything is: remind, or take it from the partner. */
export async function passDeadline(held: LeadCase, offer: HeldOffer): Promise<void> {
  const step = dueStepOf(offer, Date.parse(held.now));
  const {dueAt, deadlineAt} = offer;
  // Nobody looked for so long that a deadline passed after an unsent reminder: it takes its turn among the deadlines of others.
  const isOutOfTurn = step !== null && step !== 'remind' && dueAt !== null && deadlineAt !== null && dueAt < deadlineAt;
  if (isOutOfTurn) await changeOffer(held, offer, {});
  else if (step === 'remind') await remind(held, offer);
  else if (step !== null) await letGo(held, offer, step, {by: theClock});
  // Its time was planned by another policy or clock: plan it again, or the sweep would find it for ever.
  else if (dueAt !== null && dueAt <= held.now) await changeOffer(held, offer, {});
}

async function remind(held: LeadCase, offer: HeldOffer): Promise<void> {
  const kind = offer.acceptedAt === null ? 'accept_reminder' : 'idle_reminder';
  const reminded = await changeOffer(held, offer, {reminders_sent: offer.remindersSent + 1});
  await tellStory(held, kind, {offer: reminded, by: theClock});
  tellOfOffer(held.news, reminded, kind);
  tellOfLead(held.news, held.lead.id, kind);
  await changeLead(held);
}
