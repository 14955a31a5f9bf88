import {dealTabOf, type Api, type DealActivity} from '@portico/contract';
import {findDeal, isActor} from './deal-access.ts';
import {progressDue} from './deal-flow.ts';
import type {MockHandlers} from './handlers.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {problem} from './problem.ts';
import type {Viewer} from './viewer.ts';

const byAge = newestBy((activity: DealActivity) => activity.occurredAt);

export const dealActivityMocks: MockHandlers<Api['dealActivities']> = {
  list(input, scope) {
    const deal = findDeal(scope, input.dealRegistrationId);
    const isOwn = isActor(scope.viewer, deal);
    const story = scope.store.dealStory(deal.id).filter(activity => mayRead(scope.viewer, activity, isOwn));
    const {items, page} = pageOf(sortRows(story, byAge), byAge, input, input);
    return {items: items.map(activity => toDealActivity(activity, scope.viewer)), page};
  },
  create({dealRegistrationId, kind, body, internal, occurredAt}, scope) {
    const {store, viewer} = scope;
    const deal = findDeal(scope, dealRegistrationId);
    if (!isActor(viewer, deal)) throw problem('forbidden');
    // What has ended is no longer talked about between the sides.
    if (!internal && dealTabOf(deal.status) === 'closed') throw problem('deal_status_conflict');
    if (occurredAt !== undefined && Date.parse(occurredAt) > store.clock.now()) throw problem('input_invalid', {errors: [{pointer: '/occurredAt', code: 'future', message: 'Must not be in the future.'}]});
    const written = store.writeDeal({
      dealRegistrationId: deal.id,
      kind,
      visibility: internal ? (viewer.side === 'vendor' ? 'vendor_internal' : 'partner_internal') : 'shared',
      side: viewer.side,
      author: viewer.person,
      body,
      event: null,
      data: {},
      occurredAt,
    });
    const progress = viewer.side === 'partner' && !internal && kind !== 'note' ? progressDue(store, deal) : {};
    if (progress.progressDueAt !== undefined) {
      store.touch(store.data.deals, deal, progress);
      store.change('deal_registration', deal.id);
    }
    return toDealActivity(written, viewer);
  },
};

/** Whether an entry ever leaves the server for this reader: a distributor reads what is shared, never its reseller's own notes. */
function mayRead({side}: Viewer, {visibility}: DealActivity, isOwn: boolean): boolean {
  if (side === 'vendor') return visibility !== 'partner_internal';
  return visibility === 'shared' || (visibility === 'partner_internal' && isOwn);
}

/** Partners are not told who decided. */
function toDealActivity(activity: DealActivity, viewer: Viewer): DealActivity {
  return viewer.side === 'partner' && activity.side === 'vendor' && activity.kind === 'event' ? {...activity, author: null} : activity;
}
