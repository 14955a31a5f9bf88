import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Version, text} from '../text.ts';
import {PointsCheck, PointsHold} from './points-hold.schema.ts';

const staff = ['key', 'vendor'] as const;
const moved = ['points_hold_not_found', 'points_hold_status_conflict'] as const;

export const pointsHoldRoutes = defineRoutes({
  /** Lists events whose points waited for a person, the latest first. */
  list: {method: 'GET', path: '/points-holds', input: z.object({...pageInput, status: PointsHold.shape.status.optional(), partnerOrgId: Id.optional()}), response: pageOf(PointsHold), callers: staff},
  /** One of them. */
  get: {method: 'GET', path: '/points-holds/{id}', input: z.object({id: Id}), response: PointsHold, callers: staff, problems: ['points_hold_not_found']},
  /** Finds nothing wrong: rules give the points that they would have given. */
  release: {method: 'POST', path: '/points-holds/{id}/release', input: z.object({id: Id, version: Version, comment: text(2000).optional()}), response: PointsHold, callers: staff, problems: moved},
  /** Gives no points for it. */
  deny: {method: 'POST', path: '/points-holds/{id}/deny', input: z.object({id: Id, version: Version, comment: text(2000)}), response: PointsHold, callers: staff, problems: moved},
  /** What is looked for. */
  check: {method: 'GET', path: '/points-check', input: z.object({}), response: PointsCheck, callers: staff},
  /** Changes what is looked for from now on; what is left out gets its default. */
  setCheck: {method: 'POST', path: '/points-check', input: PointsCheck, response: PointsCheck, callers: staff},
});
