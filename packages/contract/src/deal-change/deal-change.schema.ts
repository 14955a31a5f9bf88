import {z} from 'zod';
import {DealLine} from '../deal-registration/deal-customer.schema.ts';
import {Money} from '../money.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {PersonRef} from '../person/person.schema.ts';
import {Day, Id, Instant, Version} from '../text.ts';

export const DealChangeKind = z.enum(['extension', 'amendment', 'transfer']);
export type DealChangeKind = z.infer<typeof DealChangeKind>;

/** What an amendment wants to change; what is left out stays. */
export const DealAmendment = z.object({estimatedAmount: Money.optional(), expectedCloseOn: Day.optional(), lines: z.array(DealLine).max(200).optional()});
export type DealAmendment = z.infer<typeof DealAmendment>;

/** A request to change a protected deal: a longer protection, other products or amounts, another partner. */
export const DealChange = z.object({
  id: Id,
  dealRegistrationId: Id,
  kind: DealChangeKind,
  status: z.enum(['requested', 'approved', 'rejected', 'withdrawn']),
  /** Extension: the day asked for. */
  protectedUntilOn: Day.nullable(),
  amendment: DealAmendment.nullable(),
  /** Amendment: it names products outside what was approved, so it needs the approval of a new registration. */
  needsNewApproval: z.boolean(),
  /** Transfer: the partner who would have it. Only the vendor and that partner see the name. */
  toPartnerOrg: PartnerOrgRef.nullable(),
  /** Transfer: the customer, for the partner who would have the deal. It hears of the transfer at all only when the present partner has agreed. */
  customerName: z.string().nullable(),
  /** Extension: what was done meanwhile. Else: why. */
  note: z.string(),
  requestedBy: PersonRef.nullable(),
  requestedAt: Instant,
  decidedBy: PersonRef.nullable(),
  decidedAt: Instant.nullable(),
  comment: z.string().nullable(),
  /** Transfer: who agreed so far. */
  agreedBy: z.array(z.enum(['vendor', 'giving_partner', 'receiving_partner'])),
  /** What the reader may do with it. */
  actions: z.array(z.enum(['approve', 'reject', 'withdraw'])),
  version: Version,
});
export type DealChange = z.infer<typeof DealChange>;
