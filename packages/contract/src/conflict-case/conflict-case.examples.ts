import type {ConflictCase} from './conflict-case.schema.ts';

/** A case as one of its two partners sees it. */
export const conflictCaseExamples = {
  partnersView: {
    id: '0193a0c0-0000-7000-8000-000000000f01',
    status: 'evidence',
    dealRegistrationId: '0193a0c0-0000-7000-8000-000000000902',
    otherDealRegistrationId: null,
    resolution: null,
    firstSharePercent: null,
    entries: [
      {at: '2026-11-22T08:00:00.000Z', side: 'vendor', event: 'opened', text: null},
      {at: '2026-11-22T08:00:00.000Z', side: 'vendor', event: 'evidence_asked', text: null},
      {at: '2026-11-22T12:30:00.000Z', side: 'you', event: 'statement', text: 'We have been in talks with the plant manager since August; the tender notice is attached.'},
    ],
    evidenceDueAt: '2026-12-02T08:00:00.000Z',
    version: 2,
    createdAt: '2026-11-22T08:00:00.000Z',
    // What a side says does not move the case: the other would see it.
    updatedAt: '2026-11-22T08:00:00.000Z',
  },
} satisfies Record<string, ConflictCase>;
