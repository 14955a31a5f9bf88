import {dealTabOf, type Api, type NewActivity} from '@portico/contract';
import {inFuture, isInFuture} from '../activity/occurred-at.rules.ts';
import type {Scope} from '../database/scope.ts';
import {expectVisible, inDeal} from '../deal-flow/act-on-deal.ts';
import {changeDeal, type DealCase} from '../deal-flow/deal-case.ts';
import {isOver, isProtected, progressDueAtOf} from '../deal-flow/deal-clock.rules.ts';
import {tellOfDeal} from '../deal-flow/deal-story.ts';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';
import {getDealActivity, insertDealActivity, listDealActivities} from './deal-activity.queries.ts';

export const dealActivityHandlers: Handlers<Api['dealActivities']> = {
  list: async ({input: {dealRegistrationId, ...input}, scope}) => {
    await expectVisible(scope, dealRegistrationId);
    return listDealActivities(scope, dealRegistrationId, input);
  },

  create: async ({input: {dealRegistrationId, ...entry}, scope}) => {
    if (isInFuture(entry.occurredAt, scope.context.now())) throw problem('input_invalid', {errors: [inFuture]});
    const isPartner = scope.caller === 'partner';
    const id = await inDeal(scope, {id: dealRegistrationId}, null, async held => {
      // What has ended is no longer talked about between the sides.
      if (!entry.internal && (dealTabOf(held.deal.status) === 'closed' || (isPartner && isOver(held.deal, held.now)))) throw problem('deal_status_conflict');
      const written = await insertDealActivity(held.scope, {
        dealId: dealRegistrationId,
        kind: entry.kind,
        visibility: !entry.internal ? 'shared' : isPartner ? 'partner_internal' : 'vendor_internal',
        side: isPartner ? 'partner' : 'vendor',
        partnerOrgId: scope.partnerOrgId,
        authorId: scope.personId,
        body: entry.body,
        occurredAt: entry.occurredAt,
      });
      if (isProgress(scope, held, entry)) await showProgress(held, entry.occurredAt ?? held.now);
      tell(scope, held, entry);
      return written;
    });
    return getDealActivity(scope, id);
  },
};

/** What the partner does with the customer and lets the vendor know of. */
function isProgress({partnerOrgId}: Scope, {deal}: DealCase, {kind, internal}: Pick<NewActivity, 'kind' | 'internal'>): boolean {
  return deal.partner_org_id === partnerOrgId && isProtected(deal.status) && !internal && kind !== 'note';
}

/** The whole window again, from when it took place: what happened long ago keeps nothing. */
async function showProgress(held: DealCase, occurredAt: string): Promise<void> {
  const from = new Date(Math.min(Date.parse(occurredAt), Date.parse(held.now))).toISOString();
  const dueAt = progressDueAtOf(held.program.policy, from);
  if (dueAt !== null && dueAt > (held.deal.progress_due_at ?? '')) await changeDeal(held, {progress_due_at: dueAt});
}

/** Internal entries are announced to their own side only. */
function tell({caller, partnerOrgId}: Scope, held: DealCase, {internal}: Pick<NewActivity, 'internal'>): void {
  const {deal, news} = held;
  if (!internal) tellOfDeal(held, 'log_activity');
  else if (caller !== 'partner') news.changes.push({resource: 'deal_registration', id: deal.deal_registration_id, action: 'log_activity'});
  else news.changes.push({resource: 'deal_registration', id: deal.deal_registration_id, action: 'log_activity', partnerOrgId, personId: partnerOrgId === deal.partner_org_id ? deal.owner_id : null, toVendor: false});
}
