import {z} from 'zod';
import {Country, Id, Instant, TimeZone, Version, text} from '../text.ts';
import {DealPolicy} from './deal-policy.schema.ts';
import {ProgramBrand} from './program-brand.schema.ts';

/** Fields of a lead that a partner may see before accepting it. */
export const TeaserField = z.enum(['title', 'industry', 'country', 'region', 'products', 'valueBand', 'timeline', 'score', 'need', 'companyName']);
export type TeaserField = z.infer<typeof TeaserField>;

/** When people work: weekdays (1 Monday … 7 Sunday) and hours of the partner's own day. */
export const BusinessCalendar = z
  .object({
    weekdays: z.array(z.int().min(1).max(7)).min(1),
    fromHour: z.int().min(0).max(23),
    toHour: z.int().min(1).max(24),
    /** Days off, `2026-12-24`. */
    holidays: z.array(z.iso.date()).max(400).default([]),
  })
  .refine(calendar => calendar.fromHour < calendar.toHour, {path: ['toHour'], message: 'Must be after fromHour.'});
export type BusinessCalendar = z.infer<typeof BusinessCalendar>;

/** The programme's rules for leads. Every number is data; these are the defaults. */
export const LeadPolicy = z.object({
  /** Hours to accept a lead, counted on the wall clock. */
  acceptSlaHours: z.number().positive().max(24 * 60).default(48),
  /** Hours to accept a lead of priority `hot`, counted in business hours when a calendar is set. */
  hotAcceptSlaHours: z.number().positive().max(24 * 60).default(24),
  /** Days from acceptance until a lead must be brought to an end. */
  actSlaDays: z.number().positive().max(730).default(60),
  /** Days without activity until a lead is pulled back. */
  idleLimitDays: z.number().positive().max(365).default(14),
  /** Days without activity after which the partner is reminded. */
  idleReminderDays: z.array(z.number().positive().max(365)).max(10).default([3, 7]),
  /** Hours before `acceptBy` at which the partner is reminded. */
  acceptReminderHours: z.array(z.number().positive().max(24 * 60)).max(10).default([4]),
  /** Accept on the partner's behalf at once. */
  autoAccept: z.boolean().default(false),
  /** Offer to the next partner when one declines or lets the time pass. */
  autoReoffer: z.boolean().default(true),
  /** What happens when `actBy` passes. */
  onTimedOut: z.enum(['close_lost', 'reroute']).default('close_lost'),
  /** Days in which the same e-mail address or domain counts as the same lead. */
  dedupeWindowDays: z.int().min(0).max(3650).default(90),
  /** Contact data needs consent. */
  consentRequired: z.boolean().default(true),
  teaserFields: z.array(TeaserField).default(['title', 'industry', 'country', 'region', 'products', 'valueBand', 'timeline', 'score']),
  calendar: BusinessCalendar.nullable().default(null),
});
export type LeadPolicy = z.infer<typeof LeadPolicy>;

export const ProgramLevel = z.object({
  id: Id,
  name: text(80),
  /** 1 is the highest. */
  rank: z.int().min(1),
  /** Share of leads where partners take turns: 3 gets three for each one of 1; 0 receives none. Partners see `null`. */
  weight: z.number().min(0).max(1000).nullable(),
});
export type ProgramLevel = z.infer<typeof ProgramLevel>;

/** A level as it is set: one without an id is new. */
export const NewProgramLevel = z.object({id: Id.optional(), name: ProgramLevel.shape.name, rank: ProgramLevel.shape.rank, weight: z.number().min(0).max(1000).default(1)});
export type NewProgramLevel = z.infer<typeof NewProgramLevel>;

/** A product of the programme and the other names it goes by in imported files. */
export const Product = z.object({name: text(120), aliases: z.array(text(120)).max(50).default([])});
export type Product = z.infer<typeof Product>;

/** A vendor's partner programme. */
export const Program = z.object({
  id: Id,
  name: text(120),
  timeZone: TimeZone,
  brand: ProgramBrand.nullable(),
  levels: z.array(ProgramLevel),
  products: z.array(Product),
  countries: z.array(Country),
  leadPolicy: LeadPolicy,
  dealPolicy: DealPolicy,
  /** The partner who receives leads that no rule places, or `null` for the manual queue. */
  defaultPartnerOrgId: Id.nullable(),
  /** Origins of pages that may embed widgets. */
  origins: z.array(z.string().max(255)),
  version: Version,
  updatedAt: Instant,
});
export type Program = z.infer<typeof Program>;
