import {z} from 'zod';
import {PartnerType, Territory} from '../partner-org/partner-org.schema.ts';
import {Id, Instant, text} from '../text.ts';

/** Which partners an asset is for. Everything that is set must hold; empty lists ask for nothing. An active partnership is always needed. */
export const Entitlement = z.object({
  /** The level of the programme it takes, or a higher one. */
  minLevelId: Id.nullable().default(null),
  /** One of these groups of partners. */
  groups: z.array(text(80)).max(100).default([]),
  partnerTypes: z.array(PartnerType).max(8).default([]),
  /** One of these places is in the partner's territory. */
  territories: z.array(Territory).max(300).default([]),
  /** All of these certifications. */
  certifications: z.array(text(80)).max(50).default([]),
  /** One of the asset's products is among those that the partner may sell. */
  products: z.boolean().default(false),
  /** The version of terms that the partner has to have accepted. */
  termsVersion: text(40).nullable().default(null),
  /** Not before this instant. */
  from: Instant.nullable().default(null),
  /** Until this instant, exclusive: then the asset expires. */
  until: Instant.nullable().default(null),
  /** What partners get who are not entitled: nothing at all, or the asset's name with what unlocks it. */
  whenDenied: z.enum(['hidden', 'locked']).default('hidden'),
});
export type Entitlement = z.infer<typeof Entitlement>;

/** One thing that is missing before a partner may have an asset, for a screen to put into words. */
export const Unlock = z.discriminatedUnion('kind', [
  /** The partnership is not active. */
  z.object({kind: z.literal('partnership')}),
  z.object({kind: z.literal('level'), levelId: Id, levelName: z.string().nullable()}),
  /** Membership in a group, which the vendor gives. Groups have names for the vendor's own use, so none is told. */
  z.object({kind: z.literal('group')}),
  z.object({kind: z.literal('partner_type'), partnerTypes: z.array(PartnerType)}),
  z.object({kind: z.literal('territory'), territories: z.array(Territory)}),
  /** Those that are missing. */
  z.object({kind: z.literal('certification'), certifications: z.array(z.string())}),
  z.object({kind: z.literal('product'), products: z.array(z.string())}),
  z.object({kind: z.literal('terms'), termsVersion: z.string()}),
  z.object({kind: z.literal('from'), at: Instant}),
]);
export type Unlock = z.infer<typeof Unlock>;
export type UnlockKind = Unlock['kind'];
