import type {Activity, Api, NewActivity} from '@portico/contract';
import type {MockHandlers, Scope} from './handlers.ts';
import {findOffer} from './offer-access.ts';
import {isRevealed} from './lead-views.ts';
import {moveOffer} from './lead-flow.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {problem} from './problem.ts';
import type {Store} from './store.ts';

const byAge = newestBy((activity: Activity) => activity.occurredAt);

export const activityMocks: MockHandlers<Api['activities']> = {
  list(input, scope) {
    const offer = findOffer(scope, input.leadOfferId);
    return page(scope, scope.store.story(offer.leadId).filter(({leadOfferId}) => leadOfferId === offer.id), input);
  },
  listForLead(input, scope) {
    if (!scope.store.data.leads.get(input.leadId)) throw problem('lead_not_found');
    return page(scope, scope.store.story(input.leadId), input);
  },
  create(input, scope) {
    const {store, viewer} = scope;
    const offer = findOffer(scope, input.leadOfferId);
    refuseFuture(store, input.occurredAt);
    // The vendor may note something at any time; for the partner the first word with the customer begins the work.
    if (viewer.side === 'partner') {
      const changes = input.nextStep === undefined ? {} : {nextStep: input.nextStep};
      const firstContact = offer.status === 'accepted' && input.kind !== 'note';
      const moved = moveOffer(store, offer, firstContact ? 'contact' : 'log_activity', viewer, changes);
      return write(scope, moved.leadId, moved.id, input);
    }
    return write(scope, offer.leadId, offer.id, input);
  },
  createForLead(input, scope) {
    const lead = scope.store.data.leads.get(input.leadId);
    if (!lead) throw problem('lead_not_found');
    refuseFuture(scope.store, input.occurredAt);
    return write(scope, lead.id, lead.offerIds.at(-1) ?? null, input);
  },
};

/** Whether an entry ever leaves the server for this reader. */
export function mayRead({viewer, store}: Scope, activity: Activity): boolean {
  if (viewer.side === 'vendor') return activity.visibility !== 'partner_internal';
  if (activity.visibility === 'vendor_internal') return false;
  const offer = store.data.offers.get(activity.leadOfferId ?? '');
  return activity.kind === 'event' || (offer !== undefined && isRevealed(offer));
}

function refuseFuture(store: Store, occurredAt: string | undefined): void {
  if (occurredAt !== undefined && Date.parse(occurredAt) > store.clock.now()) throw problem('input_invalid', {errors: [{pointer: '/occurredAt', code: 'future', message: 'Must not be in the future.'}]});
}

function page(scope: Scope, story: readonly Activity[], input: {limit: number; cursor?: string | undefined}) {
  const readable = story.filter(activity => mayRead(scope, activity));
  return pageOf(sortRows(readable, byAge), byAge, input, input);
}

function write({store, viewer}: Scope, leadId: string, leadOfferId: string | null, {kind, body, internal, occurredAt}: NewActivity): Activity {
  return store.write({
    leadId,
    leadOfferId,
    kind,
    visibility: internal ? (viewer.side === 'vendor' ? 'vendor_internal' : 'partner_internal') : 'shared',
    side: viewer.side,
    author: viewer.person,
    body,
    event: null,
    data: {},
    occurredAt,
  });
}
