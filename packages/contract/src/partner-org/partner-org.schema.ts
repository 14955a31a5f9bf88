import {z} from 'zod';
import {Country, ExternalId, Id, Instant, TimeZone, Version, text} from '../text.ts';

export const PartnerType = z.enum(['reseller', 'var', 'distributor', 'agent', 'affiliate', 'msp', 'si', 'isv']);
export type PartnerType = z.infer<typeof PartnerType>;

export const PartnershipStatus = z.enum(['invited', 'pending', 'onboarding', 'active', 'at_risk', 'suspended', 'terminated', 'expired']);
export type PartnershipStatus = z.infer<typeof PartnershipStatus>;

/** Where a partner sells: a country, or a region of it. */
export const Territory = z.object({country: Country, region: text(80).nullable().default(null)});
export type Territory = z.infer<typeof Territory>;

/** How the organisation takes part in the programme. */
export const Partnership = z.object({
  status: PartnershipStatus,
  levelId: Id.nullable(),
  /** The vendor's channel manager for this partner. */
  managerId: Id.nullable(),
  /** Empty means everywhere. */
  territories: z.array(Territory).max(300),
  /** Products the partner may sell; empty means all. */
  products: z.array(text(120)).max(2000),
  /** Most leads in work at once, or `null` for no limit. */
  capacity: z.int().min(0).nullable(),
  /** Why new leads are held back, or `null` when they flow. */
  pausedReason: text(300).nullable(),
  /** Names of groups of partners the organisation belongs to, such as `beta` or `nordic-campaign`. */
  groups: z.array(text(80)).max(100),
  /** Keys of certifications it holds now. */
  certifications: z.array(text(80)).max(200),
  /** Versions of terms it has accepted, such as `brand-2026-01`. */
  acceptedTerms: z.array(text(40)).max(100),
});
export type Partnership = z.infer<typeof Partnership>;

/** A company that sells for the vendor. */
export const PartnerOrg = z.object({
  id: Id,
  externalId: ExternalId.nullable(),
  name: text(200),
  type: PartnerType,
  /** The distributor above a reseller, or the parent company. */
  parentId: Id.nullable(),
  country: Country.nullable(),
  timeZone: TimeZone,
  website: z.string().nullable(),
  partnership: Partnership,
  /** Leads accepted and in work now. */
  openLeads: z.int().nonnegative(),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type PartnerOrg = z.infer<typeof PartnerOrg>;

/** A partner organisation named inside another object. */
export const PartnerOrgRef = z.object({id: Id, name: z.string()});
export type PartnerOrgRef = z.infer<typeof PartnerOrgRef>;

/** What is needed to add a partner organisation. */
export const NewPartnerOrg = z.object({
  externalId: ExternalId.optional(),
  name: text(200),
  type: PartnerType.default('reseller'),
  parentId: Id.optional(),
  country: Country.optional(),
  timeZone: TimeZone.default('UTC'),
  website: text(500).optional(),
  partnership: Partnership.partial().default({}),
});
export type NewPartnerOrg = z.infer<typeof NewPartnerOrg>;
