import type {Client} from '@portico/client';
import type {Lead, LeadCounts, LeadOfferSummary, LeadPriority, LeadStatus, PartnerOrgRef, WithdrawReason} from '@portico/contract';
import type {Tone} from '../ui/badge/badge.ts';

/** The groups of statuses under which the desk shows leads, in the order of its tabs. */
export const leadGroups = {
  all: [],
  unplaced: ['new', 'enriching', 'routable', 'unroutable', 'recycled'],
  offered: ['offered'],
  working: ['accepted', 'working'],
  ended: ['converted', 'closed_won', 'closed_lost'],
  aside: ['quarantined'],
} as const satisfies Record<string, readonly LeadStatus[]>;

/** A group of statuses; `all` is every lead. */
export type LeadGroup = keyof typeof leadGroups;

/** `newest` first; `deadline`: what runs out first, then the rest; `score`: highest first. */
export type LeadDeskSort = 'newest' | 'deadline' | 'score';

/** What the list is narrowed to. */
export interface LeadDeskFilter {
  readonly group: LeadGroup;
  /** One status within the group. */
  readonly status: LeadStatus | null;
  readonly partnerOrgId: string | null;
  readonly attention: boolean;
  readonly q: string;
}

/** What the desk is narrowed to, and its order. */
export interface LeadDeskQuery extends LeadDeskFilter {
  readonly sort: LeadDeskSort;
}

/** The filters of a fresh desk, whatever the tab. */
export const noFilters = {status: null, partnerOrgId: null, attention: false, q: ''} as const;

/** What a desk shows at first. */
export const allLeads: LeadDeskQuery = {...noFilters, group: 'all', sort: 'newest'};

/** What vendor staff can do with a lead. */
export type LeadDeskAction =
  | 'create' | 'offer' | 'reoffer' | 'withdraw' | 'route' | 'quarantine' | 'recycle' | 'close' | 'update' | 'note';

/** What an offer by hand says. */
export interface OfferInput {
  partnerOrg: PartnerOrgRef;
  assigneeId?: string | undefined;
  acceptWithinHours?: number | undefined;
  /** Also to a partner whom the rules would pass over. */
  override?: boolean;
  comment?: string | undefined;
}

/** Reason and words of a withdrawal. */
export interface WithdrawInput {
  reason: WithdrawReason;
  comment?: string | undefined;
}

/** What can be corrected in the list's own dialog; the rest is the CRM's. */
export interface LeadChanges {
  score?: number;
  priority?: LeadPriority;
  need?: string;
  timeline?: string;
}

/** A new lead, as the client takes it. */
export type LeadToSend = NonNullable<Parameters<Client['leads']['create']>[0]>;

/** The statuses that the server is asked for; nothing for all of them. */
export function statusesOf({group, status}: Pick<LeadDeskFilter, 'group' | 'status'>): LeadStatus[] | undefined {
  if (status) return [status];
  return group === 'all' ? undefined : [...leadGroups[group]];
}

/** Under which tab a lead of this status is found. */
export function groupOf(status: LeadStatus): Exclude<LeadGroup, 'all'> {
  const groups = Object.entries(leadGroups) as [Exclude<LeadGroup, 'all'>, readonly LeadStatus[]][];
  return groups.find(([, statuses]) => statuses.includes(status))?.[0] ?? 'unplaced';
}

/** How many leads are in a group. */
export function countOf({byStatus}: LeadCounts, group: LeadGroup): number {
  const statuses = group === 'all' ? (Object.keys(byStatus) as LeadStatus[]) : leadGroups[group];
  return statuses.reduce((sum, status) => sum + (byStatus[status] ?? 0), 0);
}

/** Whether a lead is on the list; what the words of a search find is the server's to say. */
export function isOnList(lead: Lead, filter: LeadDeskFilter): boolean {
  const statuses = statusesOf(filter);
  if (statuses && !statuses.includes(lead.status)) return false;
  if (filter.partnerOrgId && lead.offer?.partnerOrg.id !== filter.partnerOrgId) return false;
  if (filter.attention && lead.attention === null) return false;
  return hasWords(lead, filter.q);
}

const notInWords = /[^\p{L}\p{N}]+/u;

function hasWords({title, company, contact, offer, externalId}: Lead, q: string): boolean {
  if (!q) return true;
  const parts = [title, company.name, company.website, contact.firstName, contact.lastName, contact.email, offer?.partnerOrg.name, externalId];
  // As the server searches: each word that was typed begins a word of the lead.
  const words = parts.filter(Boolean).join(' ').toLocaleLowerCase().split(notInWords);
  return q.toLocaleLowerCase().split(notInWords).every(typed => words.some(word => word.startsWith(typed)));
}

/** The order of the list, as the server's. Negative: `a` comes first. */
export function compareLeads(a: Lead, b: Lead, sort: LeadDeskSort): number {
  if (sort === 'score') return (b.score ?? -1) - (a.score ?? -1) || descending(a.id, b.id);
  if (sort === 'deadline') return dueOf(a) - dueOf(b) || -descending(a.id, b.id);
  return descending(a.receivedAt, b.receivedAt) || descending(a.id, b.id);
}

function descending(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

function dueOf(lead: Lead): number {
  const due = toDeadline(lead)?.dueAt;
  // Not Infinity: two of them would not compare as equal.
  return due ?? Number.MAX_SAFE_INTEGER;
}

/** What a partner must do by when. Times in milliseconds since 1970. */
export interface Deadline {
  readonly kind: 'accept' | 'act';
  readonly startAt: number;
  readonly dueAt: number;
}

/** The deadline that runs for a lead: to respond while it is on offer, to bring it to an end while it is in work. */
export function toDeadline({offer}: Lead): Deadline | undefined {
  if (!offer) return undefined;
  const waiting = offer.status === 'offered' || offer.status === 'viewed';
  if (waiting && offer.acceptBy) return {kind: 'accept', startAt: Date.parse(offer.offeredAt), dueAt: Date.parse(offer.acceptBy)};
  if (isInWork(offer) && offer.actBy) return {kind: 'act', startAt: Date.parse(offer.acceptedAt ?? offer.offeredAt), dueAt: Date.parse(offer.actBy)};
  return undefined;
}

function isInWork({status}: LeadOfferSummary): boolean {
  return status === 'accepted' || status === 'working';
}

/** Whether a partner has an offer that is neither ended nor turned down. */
export function hasOpenOffer({offer}: Lead): boolean {
  return offer !== null && offer.endedAt === null;
}

/** Something that happened to a lead, and when. */
export interface Happening {
  /** `received`, `activity`, `note`, or the status that the offer took. */
  readonly event: string;
  readonly at: string;
  readonly reason: string | null;
}

/** The last thing that happened, as well as the row of a lead tells it. */
export function toLastHappening(lead: Lead): Happening {
  const {offer} = lead;
  const known: Happening[] = [{event: 'received', at: lead.receivedAt, reason: null}];
  if (offer) {
    const add = (event: string, at: string | null, reason: string | null = null) => {
      if (at) known.push({event, at, reason});
    };
    add('offered', offer.offeredAt);
    add('viewed', offer.firstViewedAt);
    add('accepted', offer.acceptedAt);
    add('activity', offer.lastActivityAt);
    add(offer.status, offer.endedAt, offer.reason);
  }
  if (lead.endedAt && !(offer && lead.endedAt === offer.endedAt)) known.push({event: lead.status, at: lead.endedAt, reason: lead.lostReason});
  // At the same instant the later one in the story counts.
  return known.reduce((last, next) => (next.at >= last.at ? next : last));
}

const tones: Partial<Record<LeadStatus, Tone>> = {
  new: 'accent',
  unroutable: 'warning',
  offered: 'waiting',
  accepted: 'info',
  working: 'info',
  converted: 'success',
  closed_won: 'success',
};

/** The tone of a status's badge. */
export function toneOf(status: LeadStatus): Tone {
  return tones[status] ?? 'neutral';
}
