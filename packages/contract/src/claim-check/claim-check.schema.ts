import {z} from 'zod';
import {Country, text} from '../text.ts';

/** Whether a customer is free to register. Nothing else is told: no name, no date, no count. */
export const ClaimAnswer = z.enum(['clear', 'possible_conflict', 'protected_by_other', 'existing_customer', 'your_own', 'direct_sales_active']);
export type ClaimAnswer = z.infer<typeof ClaimAnswer>;

/** What identifies a customer: at least one of website, name with country, tax id or e-mail. */
export const Claim = z
  .object({
    website: text(500).optional(),
    name: text(200).optional(),
    country: Country.optional(),
    taxId: text(40).optional(),
    email: z.email().max(320).optional(),
    phone: text(40).optional(),
    /** Names of products; without any, all of them. */
    products: z.array(text(120)).max(200).default([]),
    /** A draft of one's own that does not count against itself. */
    dealRegistrationId: z.uuid().toLowerCase().optional(),
  });
export type Claim = z.infer<typeof Claim>;

export const ClaimCheck = z.object({
  answer: ClaimAnswer,
  /** What was understood, to show and to correct: the registrable domain of the website. */
  domain: z.string().nullable(),
});
export type ClaimCheck = z.infer<typeof ClaimCheck>;
