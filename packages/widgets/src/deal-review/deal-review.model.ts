import type {DealCounts, DealRegistration, Me} from '@portico/contract';
import {dealCan, dealTabOf, dealTabs, dealTransitions, type DealEvent, type DealStatus} from '@portico/contract/deal-transitions';

/** The tabs of the desk; `all` is every registration. */
export const reviewTabs = ['in_review', 'protected', 'closed', 'all'] as const;
export type DealReviewTab = (typeof reviewTabs)[number];

/** `deadline`: what is overdue or runs out first; `newest` first; `amount`: largest first. */
export type DealReviewSort = 'deadline' | 'newest' | 'amount';

/** What the queue is narrowed to. */
export interface DealReviewFilter {
  readonly tab: DealReviewTab;
  readonly status: DealStatus | null;
  readonly partnerOrgId: string | null;
  readonly reviewer: 'me' | 'nobody' | null;
  readonly attention: boolean;
  readonly q: string;
}

/** What vendor staff do at the desk. */
export type DealReviewAction =
  | 'take' | 'assign' | 'request_info' | 'send_for_approval' | 'approve' | 'reject' | 'delegate' | 'mark_duplicate' | 'cancel' | 'convert' | 'confirm_win' | 'void'
  | 'postpone' | 'propose_transfer' | 'approve_change' | 'reject_change' | 'open_conflict' | 'move_conflict' | 'resolve_conflict' | 'note';

/** Who reads, as far as the desk needs to know. */
export interface Reader {
  readonly id: string | undefined;
  /** Whether steps of others may be given to somebody else. */
  readonly isAdmin: boolean;
}

/** The reader of a session. */
export function toReader(me: Pick<Me, 'person' | 'roles'> | undefined): Reader {
  return {id: me?.person?.id, isAdmin: me?.roles.includes('channel_admin') ?? false};
}

/** The statuses under a tab. */
export function statusesOf(tab: DealReviewTab): readonly DealStatus[] {
  return tab === 'all' ? Object.values(dealTabs).flat() : dealTabs[tab];
}

/** How many registrations a tab has. */
export function countOf(counts: DealCounts, tab: DealReviewTab): number {
  return tab === 'all' ? counts.draft + counts.in_review + counts.protected + counts.closed : counts[tab];
}

/** Whether a registration is on the list; what the words of a search find is the server's to say. */
export function isOnList(deal: DealRegistration, filter: DealReviewFilter, me: string | undefined): boolean {
  const {tab, status, partnerOrgId, reviewer, attention, q} = filter;
  if (tab !== 'all' && dealTabOf(deal.status) !== tab) return false;
  if (status !== null && deal.status !== status) return false;
  if (partnerOrgId !== null && deal.partnerOrg.id !== partnerOrgId) return false;
  const reviewerId = deal.review?.reviewer?.id;
  if (reviewer === 'nobody' && reviewerId !== undefined) return false;
  if (reviewer === 'me' && reviewerId !== me) return false;
  if (attention && !mayNeedAttention(deal)) return false;
  return hasWords(deal, q);
}

/** Whether it may be what the server lists as needing somebody: what surely needs nobody leaves the list. */
function mayNeedAttention(deal: DealRegistration): boolean {
  if (dealTabOf(deal.status) === 'protected') return deal.openChanges.length > 0;
  if (deal.status === 'won') return deal.winConfirmedAt === null;
  return deal.status === 'submitted' || deal.status === 'under_review' || deal.status === 'pending_approval';
}

const notInWords = /[^\p{L}\p{N}]+/u;

function hasWords({number, name, customer, contact, partnerOrg}: DealRegistration, q: string): boolean {
  if (!q) return true;
  const parts = [number, name, customer.name, customer.website, customer.taxId, customer.city, contact.firstName, contact.lastName, contact.email, partnerOrg.name];
  // As the server searches: each word that was typed begins a word of the registration.
  const words = parts.filter(Boolean).join(' ').toLocaleLowerCase().split(notInWords);
  return q.toLocaleLowerCase().split(notInWords).every(typed => words.some(word => word.startsWith(typed)));
}

/** The order of the list, as the server's. Negative: `a` comes first. */
export function compareDeals(a: DealRegistration, b: DealRegistration, sort: DealReviewSort, tab: DealReviewTab): number {
  if (sort === 'amount') return (b.estimatedAmount?.amountMinor ?? -1) - (a.estimatedAmount?.amountMinor ?? -1) || ascending(b.id, a.id);
  if (sort === 'newest') return ascending(b.createdAt, a.createdAt) || ascending(b.id, a.id);
  const byDeadline = deadlineOf(a) - deadlineOf(b) || ascending(a.id, b.id);
  // Nothing runs out any more for what has ended: what ended last comes first.
  return tab === 'closed' ? -byDeadline : byDeadline;
}

function ascending(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The instant by which a registration is ordered, in milliseconds since 1970; last of all where nothing runs. */
function deadlineOf(deal: DealRegistration): number {
  const due = toDeadline(deal)?.dueAt ?? (deal.endedAt === null ? undefined : Date.parse(deal.endedAt));
  // Not Infinity: two of them would not compare as equal.
  return due ?? Number.MAX_SAFE_INTEGER;
}

/** What runs out, and for whom. Times in milliseconds since 1970. */
export interface Deadline {
  /** `review`: the vendor answers; `info`: the partner answers; `protection` ends; `progress` has to be shown. */
  readonly kind: 'review' | 'info' | 'protection' | 'progress';
  readonly startAt: number;
  readonly dueAt: number;
}

/** The deadline that runs for a registration in its present status. */
export function toDeadline(deal: DealRegistration): Deadline | undefined {
  const {infoRequest, reviewDueAt, submittedAt, createdAt, protectedFrom, protectedUntil, progressDueAt} = deal;
  const startAt = Date.parse(submittedAt ?? createdAt);
  if (deal.status === 'action_required') return infoRequest ? {kind: 'info', startAt, dueAt: Date.parse(infoRequest.dueAt)} : undefined;
  if (dealTabOf(deal.status) === 'in_review') return reviewDueAt === null ? undefined : {kind: 'review', startAt, dueAt: Date.parse(reviewDueAt)};
  if (dealTabOf(deal.status) !== 'protected') return undefined;
  const from = Date.parse(protectedFrom ?? createdAt);
  const ends: Deadline[] = [];
  if (protectedUntil) ends.push({kind: 'protection', startAt: from, dueAt: Date.parse(protectedUntil)});
  if (progressDueAt) ends.push({kind: 'progress', startAt: from, dueAt: Date.parse(progressDueAt)});
  return ends.sort((a, b) => a.dueAt - b.dueAt)[0];
}

/** Acts that a registration itself allows, by the words of the server's list. */
const direct = ['request_info', 'send_for_approval', 'approve', 'reject', 'mark_duplicate', 'cancel', 'convert', 'confirm_win', 'void', 'propose_transfer'] as const;

/** What the reader can do with a registration now. */
export function actionsOf({actions, status, review}: DealRegistration, reader: Reader): ReadonlySet<DealReviewAction> {
  const found = new Set<DealReviewAction>(['note']);
  for (const action of direct) if (actions.includes(action)) found.add(action);
  if (actions.includes('assign') || actions.includes('change_reviewer')) {
    found.add('assign');
    // After an answer its reviewer stays, and has to take it up again.
    if (reader.id !== undefined && (review?.reviewer?.id !== reader.id || actions.includes('assign'))) found.add('take');
  }
  if (actions.includes('postpone') || actions.includes('reinstate')) found.add('postpone');
  if (status === 'pending_approval' && pendingStep(review) && (review?.mayApprove || reader.isAdmin)) found.add('delegate');
  return found;
}

/** The step of the approval that is open, the first where several stand side by side. */
export function pendingStep(review: DealRegistration['review']) {
  return review?.steps.find(({status}) => status === 'pending');
}

/** What vendor staff can do in a status, as a guess until the server has answered. */
export function vendorActionsIn(status: DealStatus): DealRegistration['actions'] {
  const events = Object.keys(dealTransitions) as DealEvent[];
  return events.filter(event => dealTransitions[event].by === 'vendor' && dealCan(event, status)) as DealRegistration['actions'];
}

/** A fact of a registration that is not what it was. */
export type ChangedFact = 'status' | 'reviewer' | 'estimatedAmount' | 'customer.name' | 'lines' | 'expectedCloseOn' | 'protectedUntil' | 'evidence' | 'contact';

/** What changed between two readings, as far as a reviewer decides by it. */
export function changedFacts(before: DealRegistration, now: DealRegistration): ChangedFact[] {
  const parts: readonly [ChangedFact, (deal: DealRegistration) => unknown][] = [
    ['status', ({status}) => status],
    ['reviewer', ({review}) => review?.reviewer?.id],
    ['estimatedAmount', ({estimatedAmount}) => estimatedAmount],
    ['customer.name', ({customer}) => customer],
    ['contact', ({contact}) => contact],
    ['lines', ({lines}) => lines],
    ['expectedCloseOn', ({expectedCloseOn}) => expectedCloseOn],
    ['protectedUntil', ({protectedUntil}) => protectedUntil],
    ['evidence', ({evidence}) => evidence.map(({id, status}) => [id, status])],
  ];
  return parts.filter(([, read]) => !isSame(read(before), read(now))).map(([fact]) => fact);
}

/** Whether two values of an answer of the API are equal. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [one, other] = [Object.entries(a), b as Readonly<Record<string, unknown>>];
  return one.length === Object.keys(b).length && one.every(([key, value]) => isSame(value, other[key]));
}
