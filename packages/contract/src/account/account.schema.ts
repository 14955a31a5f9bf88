import {z} from 'zod';
import {Country, ExternalId, Id, Instant, text} from '../text.ts';

/** A company that the vendor knows, for the check of claims. Partners never see it. */
export const Account = z.object({
  id: Id,
  externalId: ExternalId,
  name: text(200),
  website: text(500).nullable().default(null),
  /** Further domains of the same company. */
  domains: z.array(text(255)).max(50).default([]),
  taxId: text(40).nullable().default(null),
  country: Country.nullable().default(null),
  /** What a partner who asks is told. */
  standing: z.enum(['prospect', 'existing_customer', 'direct_sales_active']).default('prospect'),
  updatedAt: Instant,
});
export type Account = z.infer<typeof Account>;

export const NewAccount = Account.omit({id: true, updatedAt: true});
export type NewAccount = z.infer<typeof NewAccount>;
