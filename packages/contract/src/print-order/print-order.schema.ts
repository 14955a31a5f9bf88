import {z} from 'zod';
import {AssetRef} from '../asset/asset-ref.schema.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {PersonRef} from '../person/person.schema.ts';
import {Country, Id, Instant, Locale, Version, text} from '../text.ts';
import {printOrderTransitions, type PrintOrderEvent, type PrintOrderStatus as Status} from './print-order.transitions.ts';

export const PrintOrderStatus = z.enum(['requested', 'approved', 'picked', 'shipped', 'delivered', 'backordered', 'cancelled'] as const satisfies readonly Status[]);
export type PrintOrderStatus = z.infer<typeof PrintOrderStatus>;

/** What the reader may do with an order now. */
export const PrintOrderAction = z.enum(Object.keys(printOrderTransitions) as [PrintOrderEvent]);
export type PrintOrderAction = z.infer<typeof PrintOrderAction>;

/** Where copies go. */
export const PrintAddress = z.object({
  name: text(120),
  company: text(120).nullable().default(null),
  street: text(200),
  postalCode: text(20),
  city: text(120),
  region: text(80).nullable().default(null),
  country: Country,
  phone: text(40).nullable().default(null),
});
export type PrintAddress = z.infer<typeof PrintAddress>;

/** How a parcel can be followed. */
export const PrintTracking = z.object({
  carrier: text(80),
  number: text(80),
  url: z.url({protocol: /^https?$/}).max(2000).nullable().default(null),
});
export type PrintTracking = z.infer<typeof PrintTracking>;

/** What a partner asks for. */
export const PrintOrderFields = z.object({
  assetId: Id,
  /** Copies. */
  quantity: z.int().min(1).max(1_000_000),
  /** Of the present version in this language; `null`: in any. */
  language: Locale.nullable().default(null),
  shipTo: PrintAddress,
  note: text(1000).nullable().default(null),
  costCentre: text(80).nullable().default(null),
  campaign: text(120).nullable().default(null),
});
export type PrintOrderFields = z.infer<typeof PrintOrderFields>;

/** Printed copies on their way to a partner. */
export const PrintOrder = z.object({
  ...PrintOrderFields.omit({assetId: true}).shape,
  id: Id,
  asset: AssetRef,
  partnerOrg: PartnerOrgRef,
  requestedBy: PersonRef.nullable(),
  status: PrintOrderStatus,
  tracking: PrintTracking.nullable(),
  /** Why it waits for stock or was cancelled. */
  reason: z.string().nullable(),
  approvedAt: Instant.nullable(),
  shippedAt: Instant.nullable(),
  deliveredAt: Instant.nullable(),
  actions: z.array(PrintOrderAction),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type PrintOrder = z.infer<typeof PrintOrder>;

/** The most a partner of a level, or of a higher one that has no limit of its own, gets within a period. */
export const PrintLevelLimit = z.object({
  /** `null`: partners whose level has no limit here. */
  levelId: Id.nullable(),
  /** Copies within `periodDays`, of this asset; 0 for none. */
  quantity: z.int().min(0).max(1_000_000),
});
export type PrintLevelLimit = z.infer<typeof PrintLevelLimit>;

/** Whether and how an asset is had on paper. The vendor's view. */
export const PrintStock = z.object({
  assetId: Id,
  /** Partners may order it. */
  isOffered: z.boolean(),
  /** Copies that are there and not taken by an order; never below 0. */
  inStock: z.int().nonnegative(),
  /** The most in one order; `null`: no limit. */
  perOrder: z.int().min(1).max(1_000_000).nullable(),
  perLevel: z.array(PrintLevelLimit).max(50),
  /** Days that limits of levels look back. */
  periodDays: z.int().min(1).max(730),
  /** Of requested and waiting orders, copies. */
  wanted: z.int().nonnegative(),
  version: Version,
});
export type PrintStock = z.infer<typeof PrintStock>;

/** What a partner may order of an asset now. */
export const PrintOffer = z.object({
  assetId: Id,
  isOffered: z.boolean(),
  /** Copies in stock. More may be ordered: what is short waits as `backordered`. */
  inStock: z.int().nonnegative(),
  /** The most in one order, limits of the level included; 0: nothing is left; `null`: no limit. */
  most: z.int().nonnegative().nullable(),
  /** When more may be ordered, if the limit of the level is reached. */
  moreAt: Instant.nullable(),
});
export type PrintOffer = z.infer<typeof PrintOffer>;
