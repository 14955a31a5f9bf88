import {z} from 'zod';
import {LeadCompany, LeadContact} from '../lead/lead.schema.ts';
import {Money} from '../money.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {PersonRef} from '../person/person.schema.ts';
import {Day, Id, Instant, Version} from '../text.ts';

/** A deal that a partner is about to register, filled in from the lead it came from. */
export const DealRegistration = z.object({
  id: Id,
  status: z.enum(['draft']),
  source: z.enum(['partner_sourced', 'vendor_assigned']),
  partnerOrg: PartnerOrgRef,
  submittedBy: PersonRef.nullable(),
  leadId: Id.nullable(),
  leadOfferId: Id.nullable(),
  name: z.string(),
  customer: LeadCompany,
  contact: LeadContact,
  products: z.array(z.string()),
  estimatedAmount: Money.nullable(),
  expectedCloseOn: Day.nullable(),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type DealRegistration = z.infer<typeof DealRegistration>;
