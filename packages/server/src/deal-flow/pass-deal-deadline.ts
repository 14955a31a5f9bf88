import {passStepTimes} from './approve-deal.ts';
import {changeDeal, moveDeal, tellDealStory, tellOfDeal, theClock, type DealCase} from './deal-case.ts';
import {deadlineOf, dueStepOf, type DealNotice} from './deal-clock.rules.ts';

/** Lets the clock do what is due for a registration, if anything is: tell something, or end it. */
export async function passDealDeadline(held: DealCase): Promise<void> {
  const {deal, now} = held;
  const step = dueStepOf(deal, now);
  const deadline = deadlineOf(deal);
  // Nobody looked for so long that an end passed after an unsent reminder: it takes its turn among the ends of others.
  const isOutOfTurn = deadline !== undefined && deadline.at <= now && deal.due_at !== null && deal.due_at < deadline.at;
  if (isOutOfTurn) await changeDeal(held, {remind_at: null});
  else if (step === 'lapse') await moveDeal(held, 'lapse', {by: theClock});
  else if (step === 'expire') await moveDeal(held, 'expire', {by: theClock});
  else if (step === 'no_progress') await moveDeal(held, 'expire', {by: theClock, reason: 'no_progress'});
  else if (step === 'steps') await passStepTimes(held);
  else if (step !== null) await tell(held, step);
  // Its time was planned by another policy or clock: plan it again, or the sweep would find it for ever.
  else await changeDeal(held, {remind_at: null});
}

/** That the vendor is late is the vendor's own affair until the partner asks. */
async function tell(held: DealCase, notice: DealNotice): Promise<void> {
  const end = deadlineOf(held.deal)?.at;
  await changeDeal(held, {remind_at: null});
  await tellDealStory(held, notice, {by: theClock, ...(end === undefined ? {} : {data: {at: end}}), visibility: notice === 'sla_breached' ? 'vendor_internal' : 'shared'});
  tellOfDeal(held, notice);
}
