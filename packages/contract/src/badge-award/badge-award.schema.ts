import {z} from 'zod';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {Id, Instant, Version} from '../text.ts';

/** `expired` from `validUntil` on. */
export const BadgeAwardStatus = z.enum(['valid', 'expired', 'revoked']);
export type BadgeAwardStatus = z.infer<typeof BadgeAwardStatus>;

/** That a partner earned a badge. */
export const BadgeAward = z.object({
  id: Id,
  badge: z.object({id: Id, name: z.string(), description: z.string().nullable()}),
  partnerOrg: PartnerOrgRef,
  status: BadgeAwardStatus,
  earnedAt: Instant,
  validUntil: Instant.nullable(),
  earnedBy: z.enum(['criterion', 'challenge', 'hand']),
  challenge: z.object({id: Id, name: z.string()}).nullable(),
  /** What the vendor said with it. */
  note: z.string().nullable(),
  revokedAt: Instant.nullable(),
  /** Why it was revoked. */
  reason: z.string().nullable(),
  version: Version,
});
export type BadgeAward = z.infer<typeof BadgeAward>;
