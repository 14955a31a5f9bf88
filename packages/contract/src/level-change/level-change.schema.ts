import {z} from 'zod';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {Id, Instant, Version, text} from '../text.ts';

/**
 * `eligible`: reached, and nobody has put it forward; `proposed`: waits for approval; `approved`: takes effect at its time; `at_risk`: the level is lost unless it is reached
 * again in time; `recovered`: it was; `withdrawn`: what was reached is not any more, or was given by hand meanwhile.
 */
export const LevelChangeStatus = z.enum(['eligible', 'proposed', 'approved', 'rejected', 'withdrawn', 'at_risk', 'recovered', 'effective']);
export type LevelChangeStatus = z.infer<typeof LevelChangeStatus>;

/** A partner's way from one level of the programme to another. */
export const LevelChange = z.object({
  id: Id,
  partnerOrg: PartnerOrgRef,
  kind: z.enum(['promotion', 'demotion']),
  status: LevelChangeStatus,
  fromLevelId: Id.nullable(),
  /** Of a demotion the level that would be left now; `null` is none. */
  toLevelId: Id.nullable(),
  /** Of a promotion that was approved: when it takes effect. */
  effectiveFrom: Instant.nullable(),
  /** Of a level at risk: until when it can be reached again. */
  graceUntil: Instant.nullable(),
  /** Why it was rejected. */
  comment: text(2000).nullable(),
  decidedAt: Instant.nullable(),
  /** When the partner's level changed. */
  effectiveAt: Instant.nullable(),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type LevelChange = z.infer<typeof LevelChange>;
