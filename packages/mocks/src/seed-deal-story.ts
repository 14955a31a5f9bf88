import type {DealActivity} from '@portico/contract';
import {dealActivityExamples, personExamples} from '@portico/contract/examples';
import type {DealRow} from './deal-rows.ts';
import {idAt, indexOf} from './random.ts';

type Entry = Omit<DealActivity, 'id' | 'createdAt' | 'dealRegistrationId'>;

/** What happened to a registration before the backend started, newest first. */
export function dealStoryOf(deal: DealRow): DealActivity[] {
  const number = indexOf('dealRegistration', deal.id);
  if (number < 0 || deal.submittedAt === null) return [];
  const entries: Entry[] = [];
  const owner = Object.values(personExamples).find(({id}) => id === deal.ownerId);
  const [author, reviewer] = [owner ? {id: owner.id, name: owner.name} : null, {id: personExamples.priya.id, name: personExamples.priya.name}];
  const event = (name: string, occurredAt: string | null, side: DealActivity['side'], data: Record<string, string> = {}, visibility: DealActivity['visibility'] = 'shared') => {
    if (occurredAt !== null) entries.push({kind: 'event', visibility, side, author: side === 'partner' ? author : side === 'vendor' ? reviewer : null, body: '', event: name, data, occurredAt});
  };
  const soon = (instant: string | null, minutes: number) => (instant === null ? null : new Date(Date.parse(instant) + minutes * 60_000).toISOString());
  event('submit', deal.submittedAt, 'partner', {number: deal.number ?? ''});
  if (deal.reviewerId !== null) {
    event('assign', soon(deal.submittedAt, 50), 'vendor', {reviewer: reviewer.name}, 'vendor_internal');
    entries.push({kind: 'note', visibility: 'vendor_internal', side: 'vendor', author: reviewer, body: 'Looks sound; ask finance about the discount.', event: null, data: {}, occurredAt: soon(deal.submittedAt, 55) ?? deal.submittedAt});
  }
  if (deal.infoRequest) event('request_info', soon(deal.submittedAt, 90), 'vendor', {fields: deal.infoRequest.fields.join(', ')});
  if (deal.status === 'pending_approval') event('send_for_approval', soon(deal.submittedAt, 120), 'vendor');
  event('approve', deal.protectedFrom, 'vendor');
  if (deal.movedAt !== null && deal.movedAt !== deal.protectedFrom) {
    entries.push({...dealActivityExamples.call, author, visibility: 'shared', side: 'partner', occurredAt: deal.movedAt});
    event('set_stage', deal.movedAt, 'partner', {stage: deal.stage ?? ''});
  }
  const ends: Partial<Record<DealRow['status'], [string, DealActivity['side']]>> = {
    won: ['win', 'partner'], lost: ['lose', 'partner'], rejected: ['reject', 'vendor'], duplicate: ['mark_duplicate', 'vendor'], withdrawn: ['withdraw', 'partner'], cancelled: ['cancel', 'vendor'], lapsed: ['lapse', 'system'], expired: ['expire', 'system'], voided: ['void', 'vendor'],
  };
  const end = ends[deal.status];
  if (end) event(end[0], deal.endedAt, end[1], deal.endReason === null ? {} : {reason: deal.endReason});
  return entries.map((entry, index) => ({...entry, id: idAt('dealActivity', number * 10 + index), dealRegistrationId: deal.id, createdAt: entry.occurredAt})).reverse();
}
