import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Version, text} from '../text.ts';
import {ConflictCase, ConflictResolution} from './conflict-case.schema.ts';

const acting = {id: Id, version: Version};
const problems = ['conflict_case_not_found', 'conflict_status_conflict'] as const;

export const conflictCaseRoutes = defineRoutes({
  /** Lists conflict cases, newest first; a partner's own sides. */
  list: {method: 'GET', path: '/conflict-cases', input: z.object({...pageInput, dealRegistrationId: Id.optional()}), response: pageOf(ConflictCase), callers: ['key', 'vendor', 'partner']},
  /** One case. */
  get: {method: 'GET', path: '/conflict-cases/{id}', input: z.object({id: Id}), response: ConflictCase, callers: ['key', 'vendor', 'partner'], problems: ['conflict_case_not_found']},
  /** Opens a case between two registrations of one customer. */
  create: {
    method: 'POST',
    path: '/conflict-cases',
    input: z.object({firstId: Id, secondId: Id, comment: text(2000)}),
    response: ConflictCase,
    status: 201,
    callers: ['key', 'vendor'],
    problems: ['deal_registration_not_found', 'deal_status_conflict', 'conflict_case_open'],
  },
  /** Asks both sides for evidence, moves to mediation, or escalates. Evidence that is not there in time is not waited for: the case moves to mediation by the clock. */
  move: {method: 'POST', path: '/conflict-cases/{id}/move', input: z.object({...acting, to: z.enum(['evidence', 'mediation', 'escalated']), comment: text(2000).optional()}), response: ConflictCase, callers: ['key', 'vendor'], problems},
  /** A side's own account of it. */
  state: {method: 'POST', path: '/conflict-cases/{id}/statements', input: z.object({...acting, text: text(4000)}), response: ConflictCase, callers: ['partner'], problems},
  /** Decides the case and does what follows from it for both registrations. */
  resolve: {
    method: 'POST',
    path: '/conflict-cases/{id}/resolve',
    input: z.object({...acting, resolution: ConflictResolution, firstSharePercent: z.int().min(0).max(100).optional(), comment: text(2000)}),
    response: ConflictCase,
    callers: ['key', 'vendor'],
    problems: [...problems, 'deal_already_protected', 'deal_not_your_step', 'deal_limit_too_low'],
  },
});
