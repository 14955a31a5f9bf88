/** What happens to protections under a rule, replayed over opportunities with their dates. Pure; days are whole days. */

/** One opportunity as a registration that its partner sends on the day it engages. */
export interface Opportunity {
  readonly partner: string;
  /** Who the deal is with, and what it is about: opportunities of one key are one opportunity for the conflict rule. */
  readonly account: string;
  readonly product: string;
  readonly engaged: number;
  /** Day on which it was won or lost; `null` while it is open. */
  readonly closed: number | null;
  readonly outcome: 'won' | 'lost' | 'open';
}

/** When a protection ends by itself: after some days, and after some days without progress. */
export interface Rule {
  readonly protectionDays: number | null;
  readonly progressWindowDays: number | null;
}

/** What became of all registrations under a rule. */
export interface Outcome {
  readonly protectedAtOnce: number;
  readonly queued: number;
  /** Those that waited and were protected before their own end. */
  readonly movedUp: number;
  /** Days that those waited, in the middle. */
  readonly medianWait: number;
  /** Protections that ended by the clock, by what the deal came to later. */
  readonly endedByClock: Readonly<Record<Opportunity['outcome'], number>>;
  /** Of those, how many ended although their partner had shown progress less than 30 days before. */
  readonly endedAtWork: number;
  /** Days of protection in all, and those of them in which the partner had shown no progress for more than 30 days. */
  readonly daysProtected: number;
  readonly daysIdle: number;
  /** Protections that are still held when the data ends, and of those the ones without progress for more than 30 days. */
  readonly heldAtEnd: number;
  readonly hoardedAtEnd: number;
}

const idleAfter = 30;

/**
 * Replays opportunities in the order in which they engaged.
 *
 * @param lastDay - End of the data.
 */
export function simulate(opportunities: readonly Opportunity[], {protectionDays, progressWindowDays}: Rule, lastDay: number): Outcome {
  const progress = progressOf(opportunities);
  const lastProgress = (of: Opportunity, day: number): number => (progress.get(`${of.partner}\n${of.account}`) ?? []).findLast(at => at <= day) ?? of.engaged;
  const totals = {protectedAtOnce: 0, queued: 0, movedUp: 0, endedAtWork: 0, daysProtected: 0, daysIdle: 0, heldAtEnd: 0, hoardedAtEnd: 0};
  const endedByClock = {won: 0, lost: 0, open: 0};
  const waits: number[] = [];

  for (const rivals of Map.groupBy(opportunities, ({account, product}) => `${account}\n${product}`).values()) {
    const held = new Map<Opportunity, number>();
    let waiting: Opportunity[] = [];
    const arriving = Map.groupBy(rivals, ({engaged}) => engaged);
    for (let day = Math.min(...arriving.keys()); day <= lastDay; day++) {
      for (const [deal, since] of held) {
        const working = lastProgress(deal, day);
        const isOver = (protectionDays !== null && day >= since + protectionDays) || (progressWindowDays !== null && day >= Math.max(since, working) + progressWindowDays);
        const isClosed = deal.closed !== null && deal.closed <= day;
        if (isClosed || isOver) held.delete(deal);
        if (isClosed || !isOver) continue;
        endedByClock[deal.outcome]++;
        if (day - working < idleAfter) totals.endedAtWork++;
      }
      waiting = waiting.filter(({closed}) => closed === null || closed > day);
      // Whoever waits longest goes first, and all that its partner waits with go along.
      const [next] = waiting;
      if (held.size === 0 && next) {
        for (const deal of waiting.filter(({partner}) => partner === next.partner)) {
          held.set(deal, day);
          totals.movedUp++;
          waits.push(day - deal.engaged);
        }
        waiting = waiting.filter(({partner}) => partner !== next.partner);
      }
      for (const deal of arriving.get(day) ?? []) {
        const [holder] = held.keys();
        if (holder && holder.partner !== deal.partner) {
          waiting.push(deal);
          totals.queued++;
        } else {
          held.set(deal, day);
          totals.protectedAtOnce++;
        }
      }
      totals.daysProtected += held.size;
      totals.daysIdle += [...held].filter(([deal, since]) => day - Math.max(since, lastProgress(deal, day)) > idleAfter).length;
    }
    totals.heldAtEnd += held.size;
    totals.hoardedAtEnd += [...held].filter(([deal, since]) => lastDay - Math.max(since, lastProgress(deal, lastDay)) > idleAfter).length;
  }
  return {...totals, endedByClock, medianWait: waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)] ?? 0};
}

/** Days on which a partner showed that it works with a customer: it engaged or brought something to an end there. Sorted. */
function progressOf(opportunities: readonly Opportunity[]): ReadonlyMap<string, readonly number[]> {
  const of = Map.groupBy(opportunities, ({partner, account}) => `${partner}\n${account}`);
  return new Map([...of].map(([key, own]) => [key, own.flatMap(({engaged, closed}) => (closed === null ? [engaged] : [engaged, closed])).toSorted((a, b) => a - b)]));
}
