import {z} from 'zod';
import {Money} from '../money.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {PersonRef} from '../person/person.schema.ts';
import {PointsValue} from '../points-account/points-account.schema.ts';
import {Id, Instant, Version} from '../text.ts';
import {redemptionTransitions, type RedemptionEvent, type RedemptionStatus as Status} from './redemption.transitions.ts';

export const RedemptionStatus = z.enum(['requested', 'approved', 'fulfilled', 'failed', 'cancelled'] as const satisfies readonly Status[]);
export type RedemptionStatus = z.infer<typeof RedemptionStatus>;

/** What the reader may do with a redemption now. */
export const RedemptionAction = z.enum(Object.keys(redemptionTransitions) as [RedemptionEvent]);
export type RedemptionAction = z.infer<typeof RedemptionAction>;

/** Points given for a reward. The points leave the account when it is asked for, and come back when it fails or is cancelled. */
export const Redemption = z.object({
  id: Id,
  reward: z.object({id: Id, name: z.string()}),
  partnerOrg: PartnerOrgRef,
  /** Who asked for it. */
  person: PersonRef.nullable(),
  status: RedemptionStatus,
  /** The price when it was asked for. */
  points: z.int().positive(),
  value: Money.nullable(),
  /** What the partner said with it: where it goes, for whom. */
  note: z.string().nullable(),
  /** What the vendor said when it was fulfilled: a voucher's number, a parcel. */
  answer: z.string().nullable(),
  /** Why it failed or was cancelled. */
  reason: z.string().nullable(),
  approvedAt: Instant.nullable(),
  /** When it was fulfilled, failed or was cancelled. */
  endedAt: Instant.nullable(),
  actions: z.array(RedemptionAction),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type Redemption = z.infer<typeof Redemption>;

/** What partners could still ask for. */
export const PointsLiability = z.object({
  asOf: Instant,
  /** That partners can redeem: what has neither expired nor been redeemed. */
  unredeemed: z.int().nonnegative(),
  /** Of requests that are not fulfilled yet. */
  reserved: z.int().nonnegative(),
  /** The two together. */
  points: z.int().nonnegative(),
  /** Who can redeem something. */
  partners: z.int().nonnegative(),
  /** At which points are valued; `null`: the programme does not say. */
  rate: PointsValue.nullable(),
  /** Of `points`, rounded up; `null` without a rate. */
  value: Money.nullable(),
});
export type PointsLiability = z.infer<typeof PointsLiability>;
