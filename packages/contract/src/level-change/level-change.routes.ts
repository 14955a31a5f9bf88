import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Version, text} from '../text.ts';
import {LevelChange, LevelChangeStatus} from './level-change.schema.ts';

const act = {id: Id, version: Version};
const staff = ['key', 'vendor'] as const;
const moved = ['level_change_not_found', 'level_change_status_conflict'] as const;

export const levelChangeRoutes = defineRoutes({
  /** Lists changes of level, the latest first; partners see their own. */
  list: {method: 'GET', path: '/level-changes', input: z.object({...pageInput, partnerOrgId: Id.optional(), status: z.array(LevelChangeStatus).max(8).optional()}), response: pageOf(LevelChange), callers: ['key', 'vendor', 'partner']},
  /** One change. */
  get: {method: 'GET', path: '/level-changes/{id}', input: z.object({id: Id}), response: LevelChange, callers: ['key', 'vendor', 'partner'], problems: ['level_change_not_found']},
  /** Puts a promotion forward. */
  propose: {method: 'POST', path: '/level-changes/{id}/propose', input: z.object(act), response: LevelChange, callers: staff, problems: moved},
  /** Approves a promotion; it takes effect at the programme's time for that, at once where it has none. */
  approve: {method: 'POST', path: '/level-changes/{id}/approve', input: z.object(act), response: LevelChange, callers: staff, problems: moved},
  /** Rejects a promotion. The partner reads the comment. */
  reject: {method: 'POST', path: '/level-changes/{id}/reject', input: z.object({...act, comment: text(2000)}), response: LevelChange, callers: staff, problems: moved},
});
