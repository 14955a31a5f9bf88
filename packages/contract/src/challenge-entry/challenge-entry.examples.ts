import type {z} from 'zod';
import type {ChallengeEntry, ChallengeEntryFields} from './challenge-entry.schema.ts';

const submitted: ChallengeEntry = {
  id: '0193a0c0-0000-7000-8000-000000003711',
  challenge: {id: '0193a0c0-0000-7000-8000-000000003702', name: 'A customer tells', type: 'submission'},
  partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation'},
  person: {id: '0193a0c0-0000-7000-8000-000000000203', name: 'Aino Virtanen'},
  span: {key: 'once', from: '2026-11-10T09:00:00.000Z', until: '2026-12-10T09:00:00.000Z'},
  status: 'submitted',
  text: 'How Nordwind sorts 4,000 parcels an hour with two cameras.',
  link: 'https://lumen.example/customers/nordwind',
  files: [],
  value: null,
  submissions: 1,
  reason: null,
  points: 0,
  submittedAt: '2026-11-18T13:00:00.000Z',
  decidedAt: null,
  actions: ['recall'],
  version: 2,
  createdAt: '2026-11-10T09:00:00.000Z',
  updatedAt: '2026-11-18T13:00:00.000Z',
};

/** As the partner sees them. */
export const challengeEntryExamples = {
  submitted,
  rejected: {...submitted, id: '0193a0c0-0000-7000-8000-000000003712', status: 'rejected', reason: 'The page asks for a password. Link one that everybody can open.', decidedAt: '2026-11-19T08:00:00.000Z', actions: ['update', 'submit'], version: 3, updatedAt: '2026-11-19T08:00:00.000Z'},
  approved: {...submitted, id: '0193a0c0-0000-7000-8000-000000003713', status: 'approved', points: 200, decidedAt: '2026-11-20T08:00:00.000Z', actions: [], version: 3, updatedAt: '2026-11-20T08:00:00.000Z'},
} satisfies Record<string, ChallengeEntry>;

export const newChallengeEntryExample = {text: 'How Nordwind sorts 4,000 parcels an hour.', link: 'https://lumen.example/customers/nordwind'} satisfies z.input<typeof ChallengeEntryFields>;
