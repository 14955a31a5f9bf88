import {z} from 'zod';
import {Money} from '../money.ts';
import {PersonRef, VendorRole} from '../person/person.schema.ts';
import {Id, Instant, text} from '../text.ts';

/** Who decides in a step: a role of vendor staff, or one person. */
export const Approver = z.union([z.object({role: VendorRole}), z.object({personId: Id})]);
export type Approver = z.infer<typeof Approver>;

/** One step of the approval that a registration needs. */
export const ApprovalStep = z.object({
  id: Id,
  name: z.string(),
  /** Steps of one position are decided side by side; the next position waits for all of them. */
  position: z.int().nonnegative(),
  approver: Approver,
  /** Whose turn it is by name, where it is one person or was delegated. */
  person: PersonRef.nullable(),
  status: z.enum(['waiting', 'pending', 'approved', 'rejected', 'skipped']),
  decidedBy: PersonRef.nullable(),
  decidedAt: Instant.nullable(),
  comment: z.string().nullable(),
  /** The step is escalated when it is still open then. */
  dueAt: Instant.nullable(),
});
export type ApprovalStep = z.infer<typeof ApprovalStep>;

/** Who would have to approve a registration as it is now, before it is sent to them. */
export const ApprovalPlan = z.object({
  /** Name of the programme's rule that fits amount, level and country. */
  rule: z.string(),
  steps: z.array(
    z.object({
      name: z.string(),
      position: z.int().nonnegative(),
      approver: Approver,
      /** By name, where it is one person. */
      person: PersonRef.nullable(),
      limit: Money.nullable(),
      /** Whether the amount is within the limit: else nobody can take this step until the amount or the rule changes. */
      withinLimit: z.boolean(),
      /** Hours to decide, business hours where the programme has a calendar. */
      dueHours: z.number(),
    }),
  ),
});
export type ApprovalPlan = z.infer<typeof ApprovalPlan>;

/** What two registrations or a registration and an account have in common. */
export const DealMatch = z.enum(['domain', 'tax_id', 'name_and_country', 'similar_name', 'contact_email', 'contact_phone', 'external_id']);
export type DealMatch = z.infer<typeof DealMatch>;

/** What vendor staff know of a registration beyond what its partner sees. */
export const DealReview = z.object({
  reviewer: PersonRef.nullable(),
  /** The time to answer has passed. */
  overdue: z.boolean(),
  steps: z.array(ApprovalStep),
  /** Who will be asked when it is sent for approval; `null` when nobody has to be, and once they were asked. */
  plan: ApprovalPlan.nullable(),
  /** Whether the person who reads has a step to decide now. */
  mayApprove: z.boolean(),
  /** Other registrations and accounts with the same customer. */
  similarCount: z.int().nonnegative(),
  duplicateOfId: Id.nullable(),
  conflictCaseId: Id.nullable(),
});
export type DealReview = z.infer<typeof DealReview>;

/** Something that looks like the same customer, for vendor staff. */
export const SimilarDeal = z.object({
  kind: z.enum(['registration', 'account']),
  id: Id,
  /** Number of the registration or name of the account. */
  label: z.string(),
  customerName: z.string().nullable(),
  partnerName: z.string().nullable(),
  status: z.string(),
  submittedAt: Instant.nullable(),
  protectedUntil: Instant.nullable(),
  products: z.array(z.string()),
  matches: z.array(DealMatch),
  certainty: z.enum(['certain', 'likely', 'possible']),
  /** Products and time overlap, so that only one of the two can be approved. */
  conflicts: z.boolean(),
});
export type SimilarDeal = z.infer<typeof SimilarDeal>;

/** One registration of a bulk act. */
export const BulkItem = z.object({id: Id, version: z.int().positive()});
export type BulkItem = z.infer<typeof BulkItem>;

/** What became of each. */
export const BulkResult = z.object({id: Id, done: z.boolean(), code: z.string().nullable()});
export type BulkResult = z.infer<typeof BulkResult>;

export const reviewComment = text(2000);
