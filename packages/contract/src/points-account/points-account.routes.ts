import {z} from 'zod';
import {defineRoutes} from '../route.ts';
import {Id} from '../text.ts';
import {PointsAccount, PointsScheme} from './points-account.schema.ts';

const staff = ['key', 'vendor'] as const;
const everybody = ['key', 'vendor', 'partner'] as const;

export const pointsAccountRoutes = defineRoutes({
  /** What a partner has now. Partners need not say who they are; everybody else does. */
  current: {method: 'GET', path: '/points-accounts/current', input: z.object({partnerOrgId: Id.optional()}), response: PointsAccount, callers: everybody, problems: ['partner_org_not_found']},
  /** Levels by points, and what points are worth. */
  scheme: {method: 'GET', path: '/points-scheme', input: z.object({}), response: PointsScheme, callers: everybody},
  /** Changes them from now on; what is left out gets its default. */
  setScheme: {method: 'POST', path: '/points-scheme', input: PointsScheme, response: PointsScheme, callers: staff},
});
