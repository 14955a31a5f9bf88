import {z} from 'zod';
import {changesOf} from '../changes.ts';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Version, text} from '../text.ts';
import {Challenge, ChallengeFields, ChallengePhase, ChallengeProgress, ChallengeStatus} from './challenge.schema.ts';

const staff = ['key', 'vendor'] as const;
const everybody = ['key', 'vendor', 'partner'] as const;
const found = ['challenge_not_found'] as const;
const moved = ['challenge_not_found', 'challenge_status_conflict'] as const;
const act = {id: Id, version: Version};

export const challengeRoutes = defineRoutes({
  /** Lists challenges, the latest first; partners see those that were published for them, with how far they are. */
  list: {method: 'GET', path: '/challenges', input: z.object({...pageInput, status: ChallengeStatus.optional(), phase: ChallengePhase.optional()}), response: pageOf(Challenge), callers: everybody},
  /** One challenge. */
  get: {method: 'GET', path: '/challenges/{id}', input: z.object({id: Id}), response: Challenge, callers: everybody, problems: found},
  /** Starts a challenge as a draft, which nobody sees yet. */
  create: {method: 'POST', path: '/challenges', input: ChallengeFields, response: Challenge, status: 201, callers: staff, problems: ['badge_not_found']},
  /** Changes a draft; what is left out stays. */
  update: {method: 'PATCH', path: '/challenges/{id}', input: z.object({...changesOf(ChallengeFields).shape, ...act}), response: Challenge, callers: staff, problems: [...moved, 'badge_not_found']},
  /** Shows it to partners. What happened in its window before counts too. */
  publish: {method: 'POST', path: '/challenges/{id}/publish', input: z.object(act), response: Challenge, callers: staff, problems: moved},
  /** Ends it before its time. What was submitted can still be reviewed. */
  end: {method: 'POST', path: '/challenges/{id}/end', input: z.object(act), response: Challenge, callers: staff, problems: moved},
  /** Takes it back, with the reason that partners read. What was given stays; proofs that wait are rejected. */
  withdraw: {method: 'POST', path: '/challenges/{id}/withdraw', input: z.object({...act, reason: text(500)}), response: Challenge, callers: staff, problems: moved},
  /** How far partners are with a performance challenge in the present period, the furthest first; partners see their own. */
  progress: {
    method: 'GET',
    path: '/challenges/{id}/progress',
    input: z.object({id: Id, partnerOrgId: Id.optional(), /** Most partners. */ limit: z.int().min(1).max(500).default(100)}),
    response: z.object({items: z.array(ChallengeProgress)}),
    callers: everybody,
    problems: found,
  },
});
