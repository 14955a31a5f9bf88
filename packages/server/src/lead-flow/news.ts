import type {Scope} from '../database/scope.ts';
import type {Change} from '../changes/record-change.ts';
import {recordChanges} from '../changes/record-changes.ts';
import type {HeldOffer} from '../lead-offer/held-offer.queries.ts';
import type {PartnerAct, TakenBack} from '../points-flow/partner-act.rules.ts';
import {recordPartnerEvents} from '../points-flow/record-partner-events.ts';

/**
 * What happened in a transaction and is yet to be announced. It is announced at the end, because the number of an event is handed out under a lock of the
 * tenant: whoever waits for a lead while holding it could wait for somebody who waits for it.
 */
export interface News {
  readonly changes: Change[];
  /** What partners did and rules may give points for. */
  readonly acts: (PartnerAct | TakenBack)[];
}

export function startNews(): News {
  return {changes: [], acts: []};
}

/**
 * Gives points for what partners did, announces what happened and writes the audit entries. Call it once, as the last thing in a transaction.
 *
 * @param scope - Of the system.
 */
export async function publishNews(scope: Scope, {changes, acts}: News): Promise<void> {
  changes.push(...(await recordPartnerEvents(scope, acts)));
  // The same thing may be said by several steps of one act; said once it is enough.
  const last = new Map(changes.map(change => [JSON.stringify([change.resource, change.id, change.action, change.partnerOrgId, change.personId]), change]));
  if (last.size > 0) await recordChanges(scope, [...last.values()]);
}

/** Tells an offer's partner and the vendor; a colleague who may not see the offer does not hear of it. */
export function tellOfOffer(news: News, offer: HeldOffer, action: string, changes: Record<string, unknown> = {}, {wholeOrg = false} = {}): void {
  news.changes.push({resource: 'lead_offer', id: offer.id, action, partnerOrgId: offer.partnerOrgId, personId: wholeOrg ? null : offer.assigneeId, changes});
}

/** Tells the vendor of a lead. */
export function tellOfLead(news: News, leadId: string, action: string, changes: Record<string, unknown> = {}): void {
  news.changes.push({resource: 'lead', id: leadId, action, changes});
}
