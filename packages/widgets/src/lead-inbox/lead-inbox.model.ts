import type {LeadOffer, LeadOfferAction, LeadOfferStatus, LeadOfferTab} from '@portico/contract';

/** What the inbox can sort by. */
export type LeadInboxSort = 'deadline' | 'score' | 'age';

/** Tab, order and filters: which offers are listed. */
export interface LeadInboxQuery {
  readonly tab: LeadOfferTab;
  readonly sort: LeadInboxSort;
  readonly q: string;
  /** A product's name, or empty for all. */
  readonly product: string;
  /** ISO 3166-1 alpha-2, or empty for all. */
  readonly country: string;
  /** `me`, `nobody`, a person's id, or empty for all. */
  readonly assignee: string;
  /** Only offers with news. */
  readonly unread: boolean;
}

/** The acts that end or hand on an offer, apart from what is logged on it. */
export type LeadInboxAct = Extract<LeadOfferAction, 'accept' | 'decline' | 'return' | 'convert' | 'close_won' | 'close_lost' | 'reassign'>;

/** The deadline that counts for an offer now. Instants in milliseconds since 1970. */
export interface LeadDeadline {
  readonly kind: 'accept' | 'act' | 'idle';
  readonly startAt: number;
  readonly dueAt: number;
}

export const leadTabs = ['new', 'working', 'closed'] as const satisfies readonly LeadOfferTab[];

const tabs: Partial<Record<LeadOfferStatus, LeadOfferTab>> = {offered: 'new', viewed: 'new', accepted: 'working', working: 'working'};

/** The tab under which an offer is found. */
export function tabOf({status}: Pick<LeadOffer, 'status'>): LeadOfferTab {
  return tabs[status] ?? 'closed';
}

/** Acts after which the row leaves at once; an accepted lead stays in hand and shows its contact. */
export function endsOffer(act: LeadInboxAct): boolean {
  return act !== 'accept' && act !== 'reassign';
}

/** The deadline that counts now, or `null` when nothing runs out. */
export function deadlineOf(offer: LeadOffer): LeadDeadline | null {
  const tab = tabOf(offer);
  if (tab === 'closed') return null;
  if (tab === 'new') return toDeadline('accept', offer.offeredAt, offer.acceptBy);
  const act = toDeadline('act', offer.acceptedAt ?? offer.offeredAt, offer.actBy);
  const idle = toDeadline('idle', offer.lastActivityAt ?? offer.acceptedAt ?? offer.offeredAt, offer.idleBy);
  return act && idle ? (idle.dueAt < act.dueAt ? idle : act) : (act ?? idle);
}

function toDeadline(kind: LeadDeadline['kind'], startAt: string, dueAt: string | null): LeadDeadline | null {
  return dueAt === null ? null : {kind, startAt: Date.parse(startAt), dueAt: Date.parse(dueAt)};
}

/** Sorted as the server sorts, the id deciding between equals: what runs out first; under Closed what ended last; highest score; newest. */
export function compareOffers(a: LeadOffer, b: LeadOffer, {tab, sort}: Pick<LeadInboxQuery, 'tab' | 'sort'>): number {
  const direction = sort === 'deadline' && tab !== 'closed' ? 1 : -1;
  const [first, second] = [sortKeys[sort](a), sortKeys[sort](b)];
  if (first !== second) return first < second ? -direction : direction;
  return a.id === b.id ? 0 : a.id < b.id ? -direction : direction;
}

const sortKeys: Readonly<Record<LeadInboxSort, (offer: LeadOffer) => number>> = {
  deadline: offer => deadlineOf(offer)?.dueAt ?? (offer.endedAt ? Date.parse(offer.endedAt) : Number.POSITIVE_INFINITY),
  score: ({teaser}) => teaser.score ?? -1,
  age: ({offeredAt}) => Date.parse(offeredAt),
};

/**
 * Whether an offer is on the list for these filters, search words aside.
 *
 * @param me - Id of the person who looks.
 */
export function belongsTo(offer: LeadOffer, query: LeadInboxQuery, me: string | undefined): boolean {
  const {teaser, assignee, unread} = offer;
  return (
    tabOf(offer) === query.tab &&
    (!query.product || teaser.products.includes(query.product)) &&
    (!query.country || teaser.country === query.country) &&
    (!query.unread || unread) &&
    (!query.assignee || (query.assignee === 'nobody' ? assignee === null : assignee?.id === (query.assignee === 'me' ? me : query.assignee)))
  );
}

/** Whether every word of a search begins a word of what the reader sees of an offer. */
export function mentions({teaser, lead}: LeadOffer, q: string): boolean {
  const {contact, company} = lead ?? {};
  const seen = [teaser.title, teaser.industry, teaser.region, teaser.need, teaser.companyName, ...teaser.products, lead?.title, company?.name, company?.city, contact?.firstName, contact?.lastName, contact?.email];
  const words = ` ${seen.filter(Boolean).join(' ').toLowerCase()}`;
  return q.toLowerCase().split(/\s+/).every(word => words.includes(` ${word}`));
}

/** How many filters narrow the list, search aside. */
export function countFilters({product, country, assignee, unread}: LeadInboxQuery): number {
  return [product, country, assignee, unread].filter(Boolean).length;
}
