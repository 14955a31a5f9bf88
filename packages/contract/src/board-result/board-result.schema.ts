import {z} from 'zod';
import {BoardMetric} from '../board/board.schema.ts';
import {Currency} from '../money.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {Id, Instant, Version, text} from '../text.ts';

/** Frozen as soon as the period is over; verified when nobody disputes it any more; awarded when the prizes are said. */
export const BoardResultStatus = z.enum(['frozen', 'verified', 'awarded']);
export type BoardResultStatus = z.infer<typeof BoardResultStatus>;

/** For everybody from the rank after the prize before up to `toRank`. */
export const BoardPrize = z.object({toRank: z.int().min(1).max(10_000), prize: text(200)});
export type BoardPrize = z.infer<typeof BoardPrize>;

/** How a period of a board ended. What happens to the ledger afterwards does not change it. */
export const BoardResult = z.object({
  id: Id,
  board: z.object({id: Id, name: z.string(), metric: BoardMetric, currency: Currency, isNormalised: z.boolean()}),
  period: z.object({key: z.string(), from: Instant.nullable(), until: Instant.nullable()}),
  status: BoardResultStatus,
  /** `null` when they are too few to say. */
  participants: z.int().nonnegative().nullable(),
  /** The reader's own place and prize; `null` for the vendor, and for who had none. */
  own: z.object({rank: z.int().positive().nullable(), /** As in the standings. */ value: z.int().nullable(), rawValue: z.int().optional(), prize: z.string().nullable()}).nullable(),
  prizes: z.array(BoardPrize),
  /** That wait for an answer; partners see the number of their own. */
  openDisputes: z.int().nonnegative(),
  frozenAt: Instant,
  verifiedAt: Instant.nullable(),
  awardedAt: Instant.nullable(),
  version: Version,
});
export type BoardResult = z.infer<typeof BoardResult>;

/** What a partner says is wrong with a result, and the answer. */
export const BoardDispute = z.object({
  id: Id,
  resultId: Id,
  partnerOrg: PartnerOrgRef,
  text: z.string(),
  status: z.enum(['open', 'accepted', 'rejected']),
  answer: z.string().nullable(),
  createdAt: Instant,
  answeredAt: Instant.nullable(),
});
export type BoardDispute = z.infer<typeof BoardDispute>;
