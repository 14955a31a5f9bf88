import {canHappen, tabOf, type Api, type LeadOffer, type LeadOfferEvent} from '@portico/contract';
import {makeDealRegistration} from './deal-draft.ts';
import {openLeads} from './eligibility.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {isOpen, searchText, toLeadOffer} from './lead-views.ts';
import {moveOffer} from './lead-flow.ts';
import {endIfDue, letGo} from './let-go.ts';
import {newestBy, pageOf, sortRows, type Order} from './paging.ts';
import {findOffer, mayReadOffer} from './offer-access.ts';
import {problem} from './problem.ts';
import type {OfferRow} from './store.ts';

type Filter = Pick<Parameters<MockHandlers<Api['leadOffers']>['counts']>[0], 'q' | 'product' | 'country' | 'assignee' | 'unread'>;
type Transition = {id: string; version: number};

/** Last of all, where there is no deadline. */
const never = Number.MAX_SAFE_INTEGER;

const orders: Record<'deadline' | 'score' | 'age', (scope: Scope) => Order<OfferRow>> = {
  deadline: () => ({keyOf: deadlineOf, ids: 'up'}),
  score: ({store}) => ({keyOf: offer => -(store.data.leads.get(offer.leadId)?.score ?? -1), ids: 'down'}),
  age: () => newestBy(offer => offer.offeredAt),
};

export const leadOfferMocks: MockHandlers<Api['leadOffers']> = {
  list(input, scope) {
    const {store} = scope;
    const order = orders[input.sort](scope);
    const {limit, cursor, ...filters} = input;
    const rows = store.remember(`offers ${scope.viewer.person?.id} ${JSON.stringify(filters)}`, () =>
      sortRows(visibleOffers(scope).filter(offer => tabOf(offer.status) === input.tab && matches(scope, offer, input)), order),
    );
    const {items, page} = pageOf(rows, order, {limit, cursor}, filters);
    return {items: items.map(offer => toLeadOffer(store, offer, scope.viewer)), page};
  },
  counts(input, scope) {
    return scope.store.remember(`offer counts ${scope.viewer.person?.id} ${JSON.stringify(input)}`, () => {
      const counts = {new: 0, working: 0, closed: 0, unread: 0};
      for (const offer of visibleOffers(scope)) {
        if (!matches(scope, offer, input)) continue;
        counts[tabOf(offer.status)]++;
        if (offer.unread) counts.unread++;
      }
      return counts;
    });
  },
  get: ({id}, scope) => show(scope, findOffer(scope, id)),
  view(input, scope) {
    const offer = findOffer(scope, input.id);
    if (offer.status === 'offered') return show(scope, moveOffer(scope.store, offer, 'view', scope.viewer));
    if (!offer.unread) return show(scope, offer);
    const seen = scope.store.touch(scope.store.data.offers, offer, {unread: false});
    scope.store.change('lead_offer', seen.id);
    return show(scope, seen);
  },
  accept(input, scope) {
    const {store, viewer} = scope;
    const offer = lockOffer(scope, input);
    const capacity = store.data.partnerOrgs.get(offer.partnerOrgId)?.partnership.capacity ?? null;
    if (canHappen('accept', offer.status) && capacity !== null && openLeads(store, offer.partnerOrgId) >= capacity) throw problem('partner_not_eligible', {detail: `All ${capacity} places for leads in work are taken. End or return one first.`});
    const accepted = moveOffer(store, offer, 'accept', viewer, {assigneeId: offer.assigneeId ?? viewer.person?.id ?? null});
    // Whoever was not first has lost the race.
    for (const id of scope.store.data.leads.get(accepted.leadId)?.offerIds ?? []) {
      const other = scope.store.data.offers.get(id);
      if (other && other.id !== accepted.id && isOpen(other)) moveOffer(scope.store, other, 'lose_race', null);
    }
    return show(scope, accepted);
  },
  decline: (input, scope) => show(scope, giveBack(scope, input, 'decline', {contacted: String(input.contacted)})),
  withdraw: (input, scope) => show(scope, giveBack(scope, input, 'withdraw')),
  return: (input, scope) => show(scope, giveBack(scope, input, 'return')),
  convert(input, scope) {
    const offer = lockOffer(scope, input);
    const deal = makeDealRegistration(scope, offer, input);
    return show(scope, moveOffer(scope.store, offer, 'convert', scope.viewer, {dealRegistrationId: deal.id}));
  },
  closeWon: (input, scope) => show(scope, transit(scope, input, 'close_won', {endComment: input.comment ?? null})),
  closeLost: (input, scope) => show(scope, transit(scope, input, 'close_lost', ended(input), {reason: input.reason})),
  reassign(input, scope) {
    const offer = lockOffer(scope, input);
    const colleague = input.assigneeId === null ? null : scope.store.data.people.get(input.assigneeId);
    if (colleague === undefined || (colleague && !colleague.memberships.some(({partnerOrgId}) => partnerOrgId === offer.partnerOrgId))) throw problem('person_not_found');
    if (offer.assigneeId === input.assigneeId) throw problem('reassign_same_person');
    return show(scope, moveOffer(scope.store, offer, 'reassign', scope.viewer, {assigneeId: input.assigneeId, unread: true}, {assignee: colleague?.name ?? ''}));
  },
  setNextStep(input, scope) {
    const offer = lockOffer(scope, input);
    if (!isOpen(offer) || offer.acceptedAt === null) throw problem('lead_offer_status_conflict');
    const changed = scope.store.update(scope.store.data.offers, offer, {nextStep: input.nextStep});
    scope.store.change('lead_offer', changed.id);
    return show(scope, changed);
  },
};

/** When an offer runs out; for an ended one, when it ended, the latest first. */
export function deadlineOf(offer: OfferRow): number {
  if (offer.endedAt !== null) return -Date.parse(offer.endedAt);
  const instants = offer.acceptedAt === null ? [offer.acceptBy] : [offer.actBy, offer.idleBy];
  return Math.min(never, ...instants.flatMap(instant => (instant === null ? [] : [Date.parse(instant)])));
}

function visibleOffers(scope: Scope): OfferRow[] {
  return scope.store.data.offers.values().filter(offer => mayReadOffer(scope, offer));
}

function matches({store, viewer}: Scope, offer: OfferRow, {q, product, country, assignee, unread}: Filter): boolean {
  if (unread !== undefined && offer.unread !== unread) return false;
  if (assignee === 'nobody' ? offer.assigneeId !== null : assignee !== undefined && offer.assigneeId !== (assignee === 'me' ? viewer.person?.id : assignee)) return false;
  // Leads are made when they are first looked at: nobody looks at a hundred thousand without a reason.
  const lead = () => store.data.leads.get(offer.leadId);
  if (product !== undefined && !lead()?.products.includes(product)) return false;
  if (country !== undefined && lead()?.company.country !== country) return false;
  if (!q) return true;
  const text = searchText(store, offer);
  return q.toLowerCase().split(/\s+/).every(word => text.includes(word));
}

/** The offer to change, at the version that the caller saw. */
function lockOffer(scope: Scope, {id, version}: Transition): OfferRow {
  // Time does not wait for the next sweep.
  const offer = endIfDue(scope.store, findOffer(scope, id));
  if (offer.status === 'expired' && offer.endedAt === scope.store.now()) throw problem('lead_offer_expired');
  if (!scope.store.isCurrent(offer, version)) throw problem('version_conflict', {current: show(scope, offer)});
  return offer;
}

function transit(scope: Scope, input: Transition, event: LeadOfferEvent, changes: Partial<OfferRow> = {}, data: Record<string, string> = {}): OfferRow {
  return moveOffer(scope.store, lockOffer(scope, input), event, scope.viewer, changes, data);
}

/** Ends an offer without a result, for a reason. */
function giveBack(scope: Scope, input: Transition & {reason: string; comment?: string | undefined}, event: 'decline' | 'withdraw' | 'return', data: Record<string, string> = {}): OfferRow {
  const changes = {...ended(input), ...(event === 'withdraw' ? {nextStep: null} : {})};
  return letGo(scope.store, lockOffer(scope, input), event, scope.viewer, changes, {reason: input.reason, ...data});
}

function ended({reason, comment}: {reason: string; comment?: string | undefined}): Partial<OfferRow> {
  return {endReason: reason, endComment: comment ?? null};
}

function show(scope: Scope, offer: OfferRow): LeadOffer {
  return toLeadOffer(scope.store, offer, scope.viewer);
}
