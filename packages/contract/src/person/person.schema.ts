import {z} from 'zod';
import {ExternalId, Id, Instant, Locale, TimeZone, Version, text} from '../text.ts';

/** Roles of vendor staff. */
export const VendorRole = z.enum(['channel_admin', 'channel_manager', 'region_manager', 'reviewer', 'finance', 'marketing']);
/** Roles of people at a partner. `sales_rep` sees own leads only; `sales_lead` and `org_admin` see all of the organisation. */
export const PartnerRole = z.enum(['org_admin', 'sales_lead', 'sales_rep', 'marketer', 'learner', 'finance', 'distributor_user']);
export const Role = z.enum([...VendorRole.options, ...PartnerRole.options]);
export type Role = z.infer<typeof Role>;

/** A person's place: at the vendor (`partnerOrgId` is `null`) or at a partner. */
export const Membership = z.object({
  partnerOrgId: Id.nullable(),
  roles: z.array(Role).min(1),
});
export type Membership = z.infer<typeof Membership>;

export const Person = z.object({
  id: Id,
  externalId: ExternalId.nullable(),
  name: text(200),
  email: z.email().nullable(),
  locale: Locale.nullable(),
  timeZone: TimeZone.nullable(),
  active: z.boolean(),
  memberships: z.array(Membership),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type Person = z.infer<typeof Person>;

/** A person named inside another object. */
export const PersonRef = z.object({id: Id, name: z.string()});
export type PersonRef = z.infer<typeof PersonRef>;

export const NewPerson = z.object({
  externalId: ExternalId.optional(),
  name: text(200),
  email: z.email().max(320).optional(),
  locale: Locale.optional(),
  timeZone: TimeZone.optional(),
  memberships: z.array(Membership).max(50).default([]),
});
export type NewPerson = z.infer<typeof NewPerson>;
