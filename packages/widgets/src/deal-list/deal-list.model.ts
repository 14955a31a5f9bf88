import type {DealChange, DealRegistration, NextStep, PersonRef} from '@portico/contract';
import {type DealStatus, type DealTab, dealTabOf} from '@portico/contract/deal-transitions';

/** The tabs of the list: what needs the reader now, and the four of the contract. */
export type DealListTab = 'attention' | DealTab;

export type DealListSort = 'newest' | 'deadline' | 'amount';

/** Tab, order and filters: which registrations are listed. */
export interface DealListQuery {
  readonly tab: DealListTab;
  readonly sort: DealListSort;
  readonly q: string;
  /** `me`, a person's id, or empty for all. */
  readonly owner: string;
  /** Key of a stage of the programme, or empty for all. */
  readonly stage: string;
}

/** The acts of the partner on a registration. */
export type DealAct =
  | 'set_stage' | 'request_extension' | 'request_amendment' | 'win' | 'lose' | 'withdraw' | 'recall' | 'revise' | 'reassign'
  | 'agree' | 'refuse' | 'take_back';

/** Why a registration needs somebody now. */
export type DealNeed = 'info' | 'transfer' | 'progress' | 'protection';

/** The present, as deadlines are seen from it. */
export interface Now {
  /** Milliseconds since 1970, on the server's clock. */
  readonly now: number;
  /** How long before its end a protection needs somebody: the programme's first reminder. */
  readonly soonMs: number;
}

/** The deadline that counts for a registration now. Instants in milliseconds since 1970. */
export interface DealDeadline {
  /** `review` is the vendor's to keep, the others are the partner's. */
  readonly kind: 'info' | 'review' | 'protection' | 'progress';
  readonly startAt: number;
  readonly dueAt: number;
}

export const dealListTabs = ['attention', 'draft', 'in_review', 'protected', 'closed'] as const satisfies readonly DealListTab[];

/** The deadline that counts now, or `null` when nothing runs out. */
export function deadlineOf(deal: DealRegistration): DealDeadline | null {
  const begun = deal.submittedAt ?? deal.createdAt;
  if (deal.status === 'action_required' && deal.infoRequest) return toDeadline('info', begun, deal.infoRequest.dueAt);
  const tab = dealTabOf(deal.status);
  if (tab === 'in_review') return toDeadline('review', begun, deal.reviewDueAt);
  if (tab !== 'protected') return null;
  const whole = toDeadline('protection', deal.protectedFrom ?? begun, deal.protectedUntil);
  const progress = toDeadline('progress', deal.stageChangedAt ?? deal.protectedFrom ?? begun, deal.progressDueAt);
  return whole && progress ? (progress.dueAt < whole.dueAt ? progress : whole) : (whole ?? progress);
}

function toDeadline(kind: DealDeadline['kind'], startAt: string, dueAt: string | null): DealDeadline | null {
  return dueAt === null ? null : {kind, startAt: Date.parse(startAt), dueAt: Date.parse(dueAt)};
}

/** A transfer that waits for the reader's word. */
export function transferOf({openChanges}: DealRegistration): DealChange | undefined {
  return openChanges.find(({kind, actions}) => kind === 'transfer' && actions.includes('approve'));
}

/** What the registration asks of the reader now, or `null`: a word on a transfer, or what the server's attention filter finds. */
export function needOf(deal: DealRegistration, by: Now): DealNeed | null {
  return transferOf(deal) ? 'transfer' : attentionOf(deal, by);
}

/** Information that is wanted, and a protection whose end has been reminded of. */
function attentionOf(deal: DealRegistration, {now, soonMs}: Now): 'info' | 'progress' | 'protection' | null {
  if (deal.status === 'action_required') return 'info';
  const deadline = dealTabOf(deal.status) === 'protected' ? deadlineOf(deal) : null;
  return deadline && deadline.dueAt - now <= soonMs ? (deadline.kind as 'progress' | 'protection') : null;
}

/** The order that a tab has for a choice: drafts and what is closed have no deadline. */
export function sortOf({tab, sort}: Pick<DealListQuery, 'tab' | 'sort'>): DealListSort {
  return sort === 'deadline' && (tab === 'draft' || tab === 'closed') ? 'newest' : sort;
}

/** Sorted as the server sorts, the id deciding between equals. */
export function compareDeals(a: DealRegistration, b: DealRegistration, query: Pick<DealListQuery, 'tab' | 'sort'>): number {
  const sort = sortOf(query);
  const direction = sort === 'deadline' ? 1 : -1;
  const [first, second] = [sortKeys[sort](a), sortKeys[sort](b)];
  if (first !== second) return first < second ? -direction : direction;
  return a.id === b.id ? 0 : a.id < b.id ? -direction : direction;
}

const sortKeys: Readonly<Record<DealListSort, (deal: DealRegistration) => number>> = {
  newest: ({createdAt}) => Date.parse(createdAt),
  deadline: deal => deadlineOf(deal)?.dueAt ?? Number.POSITIVE_INFINITY,
  amount: ({estimatedAmount}) => estimatedAmount?.amountMinor ?? -1,
};

/**
 * Whether a registration is on the list for these filters, search words aside.
 *
 * @param me - Id of the person who looks.
 */
export function belongsTo(deal: DealRegistration, {tab, owner, stage}: DealListQuery, me: string | undefined, by: Now): boolean {
  return (
    (tab === 'attention' ? attentionOf(deal, by) !== null : dealTabOf(deal.status) === tab) &&
    (!owner || deal.owner?.id === (owner === 'me' ? me : owner)) &&
    (!stage || deal.stage === stage)
  );
}

/** Whether every word of a search is in what the reader sees of a registration. */
export function mentions({number, name, customer, contact}: DealRegistration, q: string): boolean {
  const seen = [number, name, ...Object.values(customer), contact.firstName, contact.lastName, contact.email].filter(Boolean).join(' ').toLowerCase();
  return q.toLowerCase().split(/\s+/).every(word => seen.includes(word));
}

/** How many filters narrow the list, search aside. */
export function countFilters({owner, stage}: DealListQuery): number {
  return [owner, stage].filter(Boolean).length;
}

/** The status that an act leads to. */
export const statusAfter: Partial<Record<DealAct, DealStatus>> = {withdraw: 'withdrawn', recall: 'draft', revise: 'draft', win: 'won', lose: 'lost'};

/** Acts after which the registration stands under another tab and its row leaves. */
export function movesAway(act: DealAct): boolean {
  return act in statusAfter;
}

/** What is filled in for an act; each takes what it needs. */
export interface DealActInput {
  readonly reason?: string | undefined;
  readonly comment?: string | undefined;
  readonly stage?: string | undefined;
  /** Percent. */
  readonly probability?: number | undefined;
  /** `2026-12-24` */
  readonly expectedCloseOn?: string | undefined;
  readonly nextStep?: NextStep | null | undefined;
  readonly owner?: PersonRef | undefined;
  /** Extension: the day asked for. */
  readonly protectedUntilOn?: string | undefined;
  /** Extension: what was done; amendment: why. */
  readonly note?: string | undefined;
  readonly amount?: {readonly amountMinor: number; readonly currency: string} | undefined;
  readonly lines?: DealRegistration['lines'] | undefined;
  /** The request that is decided. */
  readonly change?: DealChange | undefined;
}
