import {z} from 'zod';
import {Id, Instant, Locale} from '../text.ts';

/** Tags a session may show. */
export const Component = z.enum(['lead-inbox', 'lead-desk', 'deal-registration', 'deal-list', 'deal-review', 'collateral-library', 'collateral-desk', 'leaderboard', 'tier-progress', 'points-ledger', 'challenges', 'program-desk']);
export type Component = z.infer<typeof Component>;

/** A short-lived right to act as one person, for one browser page. */
export const EmbedSession = z.object({
  id: Id,
  /** Signed token for the `Authorization: Bearer` header. Keep it in memory only. */
  token: z.string(),
  expiresAt: Instant,
  /** Seconds from now; use this, not `expiresAt`, because the browser's clock may be wrong. */
  expiresInS: z.int().positive(),
  components: z.array(Component),
  /** Seals what the person types and has not sent, when it is kept on their device. The same in every session of this person in this place. */
  draftSecret: z.string(),
  locale: Locale.nullable(),
});
export type EmbedSession = z.infer<typeof EmbedSession>;
