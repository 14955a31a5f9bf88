import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Version, text} from '../text.ts';
import {BadgeAward, BadgeAwardStatus} from './badge-award.schema.ts';

const staff = ['key', 'vendor'] as const;
const everybody = ['key', 'vendor', 'partner'] as const;

export const badgeAwardRoutes = defineRoutes({
  /** Lists who earned which badge, the latest first; partners see their own. */
  list: {method: 'GET', path: '/badge-awards', input: z.object({...pageInput, badgeId: Id.optional(), partnerOrgId: Id.optional(), status: BadgeAwardStatus.optional()}), response: pageOf(BadgeAward), callers: everybody},
  /** One award. */
  get: {method: 'GET', path: '/badge-awards/{id}', input: z.object({id: Id}), response: BadgeAward, callers: everybody, problems: ['badge_award_not_found']},
  /** Gives a badge to a partner by hand. */
  create: {
    method: 'POST',
    path: '/badge-awards',
    input: z.object({badgeId: Id, partnerOrgId: Id, note: text(1000).nullable().default(null)}),
    response: BadgeAward,
    status: 201,
    callers: staff,
    problems: ['badge_not_found', 'badge_retired', 'badge_held', 'partner_org_not_found'],
  },
  /** Takes a badge back, with the reason that the partner reads. A criterion does not give it again; a hand or a challenge may. */
  revoke: {method: 'POST', path: '/badge-awards/{id}/revoke', input: z.object({id: Id, version: Version, reason: text(500)}), response: BadgeAward, callers: staff, problems: ['badge_award_not_found', 'badge_award_status_conflict']},
});
