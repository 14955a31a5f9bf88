import {z} from 'zod';
import {Id} from './text.ts';

/** Resources whose changes are announced on the change feed. */
export const ChangeResource = z.enum(['lead', 'lead_offer', 'activity', 'partner_org', 'person', 'program', 'lead_import', 'routing_rule', 'deal_registration', 'deal_form', 'conflict_case', 'deal_import', 'stored_file', 'asset', 'asset_folder', 'cobrand_template', 'cobrand', 'share_link', 'print_order', 'collateral_embed', 'partner_event', 'points_rule', 'points_entry', 'tier_policy', 'level_change', 'board', 'board_result', 'points_hold', 'challenge', 'challenge_entry', 'badge', 'badge_award', 'reward', 'redemption']);
export type ChangeResource = z.infer<typeof ChangeResource>;

/**
 * One change, as sent by `GET /v1/events` (server-sent events): the SSE `id` is `id`, the SSE event type is `change`. Thin on purpose: who hears it
 * reads again, so there is one permission check. Other event types: `ready` (first, with the number from which the stream goes on), `reset` (events were missed for good: read everything again), `reauth` (the
 * session ended: renew and reconnect), `drain` (the server is stopping: reconnect after the stated `retry`).
 */
export const ChangeEvent = z.object({
  /** Per tenant, in commit order, without gaps. */
  id: z.int().positive(),
  resource: ChangeResource,
  resourceId: Id,
});
export type ChangeEvent = z.infer<typeof ChangeEvent>;
