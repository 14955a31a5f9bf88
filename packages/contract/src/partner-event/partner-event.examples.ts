import type {z} from 'zod';
import type {NewPartnerEvent, PartnerEvent} from './partner-event.schema.ts';

const lumen = {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation'};

/** A deal that was won, and a course that a host reported. */
export const partnerEventExamples = {
  won: {
    id: '0193a0c0-0000-7000-8000-000000003001',
    event: 'deal_won',
    partnerOrg: lumen,
    personId: '0193a0c0-0000-7000-8000-000000000202',
    sourceId: '0193a0c0-0000-7000-8000-000000000801',
    entityId: '0193a0c0-0000-7000-8000-000000000801',
    facts: {amount: {amountMinor: 1_240_000, currency: 'EUR'}, products: ['Aurora Vision'], country: 'FI', hours: null},
    occurredAt: '2026-11-20T14:10:00.000Z',
    recordedAt: '2026-11-20T14:10:00.000Z',
    retractedAt: null,
  },
  course: {
    id: '0193a0c0-0000-7000-8000-000000003002',
    event: 'course_passed',
    partnerOrg: lumen,
    personId: '0193a0c0-0000-7000-8000-000000000202',
    sourceId: 'academy-7731',
    entityId: 'vision-basics',
    facts: {amount: null, products: [], country: null, hours: null},
    occurredAt: '2026-11-18T09:00:00.000Z',
    recordedAt: '2026-11-18T09:05:00.000Z',
    retractedAt: null,
  },
} satisfies Record<string, PartnerEvent>;

export const newPartnerEventExample = {
  event: 'course_passed',
  partnerOrgId: lumen.id,
  sourceId: 'academy-7732',
  entityId: 'edge-basics',
  occurredAt: '2026-11-21T09:00:00.000Z',
} satisfies z.input<typeof NewPartnerEvent>;
