import {z} from 'zod';
import {Money} from '../money.ts';
import {Consent} from '../lead/lead.schema.ts';
import {Country, Day, text} from '../text.ts';

/** The company that the deal is with. A draft may leave everything open. */
export const DealCustomer = z.object({
  /** Legal name. */
  name: text(200).nullable().default(null),
  website: text(500).nullable().default(null),
  /** VAT or other tax identifier, as written by the partner. */
  taxId: text(40).nullable().default(null),
  country: Country.nullable().default(null),
  region: text(80).nullable().default(null),
  postalCode: text(20).nullable().default(null),
  city: text(120).nullable().default(null),
  street: text(200).nullable().default(null),
  /** How the partner and the customer know each other; `null` when they do not. */
  relationship: text(500).nullable().default(null),
});
export type DealCustomer = z.infer<typeof DealCustomer>;

/** The person at the customer. */
export const DealContact = z.object({
  firstName: text(100).nullable().default(null),
  lastName: text(100).nullable().default(null),
  jobTitle: text(120).nullable().default(null),
  email: z.email().max(320).nullable().default(null),
  phone: text(40).nullable().default(null),
  /** What the contact agreed to. */
  consent: Consent.nullable().default(null),
});
export type DealContact = z.infer<typeof DealContact>;

/** One product of the deal. Price and discount as offered to the customer. */
export const DealLine = z.object({
  /** Name of a product of the programme. */
  product: text(120),
  quantity: z.int().positive().max(1_000_000),
  unitPrice: Money.nullable().default(null),
  discountPercent: z.number().min(0).max(100).default(0),
});
export type DealLine = z.infer<typeof DealLine>;

/** A public tender the deal is part of. */
export const Tender = z.object({status: z.enum(['none', 'expected', 'published', 'submitted', 'awarded']), dueOn: Day.nullable().default(null)});
export type Tender = z.infer<typeof Tender>;

/** The value of an answer to a field of the vendor's form, by the field's type. */
export const AnswerValue = z.union([z.string().max(4000), z.number(), z.boolean(), z.array(z.string().max(400)).max(100), Money, z.null()]);
export type AnswerValue = z.infer<typeof AnswerValue>;

/** An answer as sent: the field's key and the value. */
export const NewAnswer = z.object({key: text(60), value: AnswerValue});
export type NewAnswer = z.infer<typeof NewAnswer>;

/** An answer as kept: with the field's label and type as they were when it was given. */
export const Answer = z.object({key: z.string(), label: z.record(z.string(), z.string()), type: z.string(), value: AnswerValue});
export type Answer = z.infer<typeof Answer>;
