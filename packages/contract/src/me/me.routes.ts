import {z} from 'zod';
import {Component} from '../embed-session/embed-session.schema.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {Role} from '../person/person.schema.ts';
import {LevelBenefit} from '../program/deal-policy.schema.ts';
import {ProgramBrand} from '../program/program-brand.schema.ts';
import {defineRoutes} from '../route.ts';
import {Id, Instant, Locale, TimeZone} from '../text.ts';

/** Who the session or key is, and what it may do. */
export const Me = z.object({
  caller: z.enum(['key', 'vendor', 'partner']),
  tenantId: Id,
  vendorName: z.string(),
  /** The programme's brand, from which widgets make their theme. */
  brand: ProgramBrand.nullable(),
  person: z.object({id: Id, name: z.string(), locale: Locale.nullable(), timeZone: TimeZone.nullable()}).nullable(),
  partnerOrg: PartnerOrgRef.nullable(),
  /** The partner's level in the programme and what it brings now; `null` without one, and for the vendor. */
  level: z.object({id: Id, name: z.string(), ...LevelBenefit.omit({levelId: true}).shape}).nullable(),
  roles: z.array(Role),
  scopes: z.array(z.string()),
  components: z.array(Component),
  /** Sees all leads of the organisation, not only own ones. */
  seesWholeOrg: z.boolean(),
  serverTime: Instant,
  /** Number of the last change before this answer. What is read from now on holds it; a stream opened with it as `Last-Event-ID` tells what came after. */
  lastChangeId: z.int().nonnegative(),
});
export type Me = z.infer<typeof Me>;

export const meRoutes = defineRoutes({
  /** Who you are to the server. */
  get: {method: 'GET', path: '/me', input: z.object({}), response: Me, callers: ['key', 'vendor', 'partner']},
});
