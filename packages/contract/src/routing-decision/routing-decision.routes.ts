import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id} from '../text.ts';
import {RoutingDecision} from './routing-decision.schema.ts';

export const routingDecisionRoutes = defineRoutes({
  /** Who was looked at for a lead, who was chosen and why, newest first. */
  list: {method: 'GET', path: '/leads/{leadId}/routing-decisions', input: z.object({leadId: Id, ...pageInput}), response: pageOf(RoutingDecision), callers: ['key', 'vendor'], problems: ['lead_not_found']},
});
