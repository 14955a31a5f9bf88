import {z} from 'zod';
import {RegistrationType} from '../deal-registration/deal-registration.schema.ts';
import {Country, Id, Instant, Locale, Version, text} from '../text.ts';

/** A text in several languages, by language tag. `en` is what is shown where a language is missing. */
export const LocalizedText = z.record(Locale, text(500)).refine(texts => 'en' in texts, 'Give the text in English (en) at least; it is shown where a language is missing.');
export type LocalizedText = z.infer<typeof LocalizedText>;

export const FormFieldType = z.enum(['text', 'long_text', 'number', 'money', 'date', 'select', 'multi_select', 'checkbox', 'url', 'email', 'phone']);
export type FormFieldType = z.infer<typeof FormFieldType>;

/** When a field is shown: another field of the form, or `registrationType`, has one of these values. */
export const FormCondition = z.object({key: text(60), in: z.array(z.union([z.string().max(400), z.boolean()])).min(1).max(50)});
export type FormCondition = z.infer<typeof FormCondition>;

/** A field that the vendor added. */
export const FormField = z.object({
  /** Stays the same for ever: answers are kept under it. */
  key: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'Use lower-case letters, digits and underscores.'),
  type: FormFieldType,
  label: LocalizedText,
  help: LocalizedText.nullable().default(null),
  required: z.boolean().default(false),
  /** For select and multi_select. */
  options: z.array(z.object({value: text(100), label: LocalizedText})).max(200).default([]),
  showIf: FormCondition.nullable().default(null),
  /** Only for these registration types, levels and customer countries; empty means all. */
  registrationTypes: z.array(RegistrationType).max(7).default([]),
  levelIds: z.array(Id).max(50).default([]),
  countries: z.array(Country).max(300).default([]),
});
export type FormField = z.infer<typeof FormField>;

/** Fields that every registration has and whose place in the form the vendor decides. */
export const StandardField = z.enum([
  'description', 'useCase', 'customer.website', 'customer.taxId', 'customer.region', 'customer.postalCode', 'customer.city', 'customer.street', 'customer.relationship',
  'contact.firstName', 'contact.lastName', 'contact.jobTitle', 'contact.email', 'contact.phone', 'lines', 'estimatedAmount', 'contractType', 'contractTermMonths', 'expectedCloseOn',
  'competitors', 'incumbent', 'tender', 'supportRequested', 'evidence',
]);
export type StandardField = z.infer<typeof StandardField>;
export const FieldUse = z.enum(['required', 'optional', 'hidden']);
export type FieldUse = z.infer<typeof FieldUse>;

/** The vendor's form for registering a deal. Customer name, country and deal name are always asked for. */
export const DealForm = z.object({
  registrationTypes: z.array(RegistrationType).min(1),
  /** Fields not named are hidden. */
  standardFields: z.partialRecord(StandardField, FieldUse),
  fields: z.array(FormField).max(100),
  version: Version,
  updatedAt: Instant,
});
export type DealForm = z.infer<typeof DealForm>;
