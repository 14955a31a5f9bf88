import {z} from 'zod';
import {changesOf} from '../changes.ts';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Version, text} from '../text.ts';
import {ChallengeEntry, ChallengeEntryFields, ChallengeEntryStatus} from './challenge-entry.schema.ts';

const staff = ['key', 'vendor'] as const;
const everybody = ['key', 'vendor', 'partner'] as const;
const moved = ['challenge_entry_not_found', 'challenge_entry_status_conflict'] as const;
const act = {id: Id, version: Version};

export const challengeEntryRoutes = defineRoutes({
  /** Lists entries, the latest first; partners see their own. */
  list: {
    method: 'GET',
    path: '/challenge-entries',
    input: z.object({...pageInput, challengeId: Id.optional(), partnerOrgId: Id.optional(), status: z.array(ChallengeEntryStatus).max(6).optional()}),
    response: pageOf(ChallengeEntry),
    callers: everybody,
  },
  /** One entry. */
  get: {method: 'GET', path: '/challenge-entries/{id}', input: z.object({id: Id}), response: ChallengeEntry, callers: everybody, problems: ['challenge_entry_not_found']},
  /** Joins a challenge with a relative window, or begins a proof as a draft. Performance challenges with an absolute window count without it. */
  create: {
    method: 'POST',
    path: '/challenge-entries',
    input: z.object({challengeId: Id, ...ChallengeEntryFields.shape}),
    response: ChallengeEntry,
    status: 201,
    callers: ['partner'],
    problems: ['challenge_not_found', 'challenge_not_running', 'challenge_counts_itself', 'challenge_full', 'challenge_entry_exists', 'stored_file_not_found'],
  },
  /** Changes a draft, or what was rejected, which is a draft again then; what is left out stays. */
  update: {method: 'PATCH', path: '/challenge-entries/{id}', input: z.object({...changesOf(ChallengeEntryFields).shape, ...act}), response: ChallengeEntry, callers: ['partner'], problems: [...moved, 'challenge_not_running', 'stored_file_not_found']},
  /** Sends the proof to the vendor, while the challenge runs. */
  submit: {method: 'POST', path: '/challenge-entries/{id}/submit', input: z.object(act), response: ChallengeEntry, callers: ['partner'], problems: [...moved, 'challenge_not_running', 'challenge_full', 'challenge_proof_missing', 'file_not_ready']},
  /** Takes back what nobody has reviewed yet, to change it. */
  recall: {method: 'POST', path: '/challenge-entries/{id}/recall', input: z.object(act), response: ChallengeEntry, callers: ['partner'], problems: moved},
  /** Finds the proof good: the partner gets the points and the badge. */
  approve: {method: 'POST', path: '/challenge-entries/{id}/approve', input: z.object(act), response: ChallengeEntry, callers: staff, problems: [...moved, 'challenge_full']},
  /** Sends it back with a reason that the partner reads. */
  reject: {method: 'POST', path: '/challenge-entries/{id}/reject', input: z.object({...act, reason: text(2000)}), response: ChallengeEntry, callers: staff, problems: moved},
  /** Takes back what was approved, whoever approved it: its points by a reversal, and the badge that it brought. */
  revoke: {method: 'POST', path: '/challenge-entries/{id}/revoke', input: z.object({...act, reason: text(2000)}), response: ChallengeEntry, callers: staff, problems: moved},
});
