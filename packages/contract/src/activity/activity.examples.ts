import type {z} from 'zod';
import type {Activity, NewActivity} from './activity.schema.ts';

const call: Activity = {
  id: '0193a0c0-0000-7000-8000-000000000501',
  leadId: '0193a0c0-0000-7000-8000-000000000301',
  leadOfferId: '0193a0c0-0000-7000-8000-000000000401',
  kind: 'call',
  visibility: 'shared',
  side: 'partner',
  author: {id: '0193a0c0-0000-7000-8000-000000000204', name: 'Mika Korhonen'},
  body: 'Talked to Kaisa. They stop the line in week 27 and want an offer by Wednesday.',
  event: null,
  data: {},
  occurredAt: '2026-11-20T15:20:00.000Z',
  createdAt: '2026-11-20T15:21:30.000Z',
};

/** What people log, and what the system writes itself. */
export const activityExamples = {
  call,
  internalNote: {...call, id: '0193a0c0-0000-7000-8000-000000000502', kind: 'note', visibility: 'partner_internal', body: 'Ask Linh about camera prices before we promise anything.'},
  vendorNote: {
    ...call,
    id: '0193a0c0-0000-7000-8000-000000000503',
    kind: 'note',
    side: 'vendor',
    author: {id: '0193a0c0-0000-7000-8000-000000000201', name: 'Priya Raman'},
    body: 'I can bring a specialist to the first visit, just say when.',
  },
  accepted: {...call, id: '0193a0c0-0000-7000-8000-000000000504', kind: 'event', body: '', event: 'accept', occurredAt: '2026-11-20T14:03:00.000Z', createdAt: '2026-11-20T14:03:00.000Z'},
  offered: {
    ...call,
    id: '0193a0c0-0000-7000-8000-000000000505',
    kind: 'event',
    side: 'system',
    author: null,
    body: '',
    event: 'offer',
    data: {routedBy: 'territory'},
    occurredAt: '2026-11-20T13:45:02.000Z',
    createdAt: '2026-11-20T13:45:02.000Z',
  },
} satisfies Record<string, Activity>;

/** An entry as a person writes it. */
export const newActivityExample = {kind: 'call', body: 'Left a message with the reception.', internal: false} satisfies z.input<typeof NewActivity>;
