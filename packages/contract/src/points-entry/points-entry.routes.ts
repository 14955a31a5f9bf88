import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Instant} from '../text.ts';
import {PointsEntry, PointsSummary} from './points-entry.schema.ts';

const window = {
  /** Events from this instant on. */
  from: Instant.optional(),
  /** Events before this instant. */
  until: Instant.optional(),
};

export const pointsEntryRoutes = defineRoutes({
  /** Lists the ledger, the latest event first; partners see their own organisation's. */
  list: {method: 'GET', path: '/points-entries', input: z.object({...pageInput, ...window, partnerOrgId: Id.optional(), ruleId: Id.optional(), challengeId: Id.optional()}), response: pageOf(PointsEntry), callers: ['key', 'vendor', 'partner']},
  /** Adds up a partner's points by rule. Partners need not say who they are; everybody else does. */
  summary: {method: 'GET', path: '/points-entries/summary', input: z.object({...window, partnerOrgId: Id.optional()}), response: PointsSummary, callers: ['key', 'vendor', 'partner'], problems: ['partner_org_not_found']},
});
