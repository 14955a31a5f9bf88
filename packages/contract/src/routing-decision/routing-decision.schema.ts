import {z} from 'zod';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {PersonRef} from '../person/person.schema.ts';
import {Id, Instant} from '../text.ts';

/** Why a partner could or could not receive the lead. */
export const EligibilityCheck = z.enum(['partnership_active', 'level', 'territory', 'product', 'not_declined_before', 'capacity', 'not_paused', 'account_lock']);
export type EligibilityCheck = z.infer<typeof EligibilityCheck>;

/** One partner that was looked at, and the checks that failed; empty means eligible. */
export const RoutingCandidate = z.object({
  partnerOrg: PartnerOrgRef,
  failed: z.array(EligibilityCheck),
  /** Where partners took turns: the share that its level gives it, and where its turn is. The lowest turn goes first; each lead moves it on by 1 / weight. */
  turn: z.object({weight: z.number().positive(), at: z.number().nonnegative()}).optional(),
});
export type RoutingCandidate = z.infer<typeof RoutingCandidate>;

/** The log of one routing decision, enough to replay it. */
export const RoutingDecision = z.object({
  id: Id,
  leadId: Id,
  /** `manual` when a person chose, `default_owner` and `manual_queue` when no rule did, `account_lock` when the customer was taken already. */
  method: z.enum(['named_partner', 'territory', 'round_robin', 'account_lock', 'default_owner', 'manual', 'manual_queue']),
  ruleId: Id.nullable(),
  ruleName: z.string().nullable(),
  ruleVersion: z.int().nullable(),
  candidates: z.array(RoutingCandidate),
  chosen: PartnerOrgRef.nullable(),
  decidedBy: PersonRef.nullable(),
  overridden: z.boolean(),
  decidedAt: Instant,
});
export type RoutingDecision = z.infer<typeof RoutingDecision>;
