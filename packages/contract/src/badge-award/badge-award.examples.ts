import type {BadgeAward} from './badge-award.schema.ts';

/** A badge that ten deals in a year earned. */
export const badgeAwardExamples = {
  earned: {
    id: '0193a0c0-0000-7000-8000-000000003741',
    badge: {id: '0193a0c0-0000-7000-8000-000000003731', name: 'Closer', description: 'Ten deals won within a year.'},
    partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation'},
    status: 'valid',
    earnedAt: '2026-09-14T10:00:00.000Z',
    validUntil: '2027-09-14T10:00:00.000Z',
    earnedBy: 'criterion',
    challenge: null,
    note: null,
    revokedAt: null,
    reason: null,
    version: 1,
  },
} satisfies Record<string, BadgeAward>;
