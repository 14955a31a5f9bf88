import {z} from 'zod';
import {changesOf} from '../changes.ts';
import {defineRoutes} from '../route.ts';
import {Id, TimeZone, Version, text} from '../text.ts';
import {DealPolicy} from './deal-policy.schema.ts';
import {ProgramBrand} from './program-brand.schema.ts';
import {LeadPolicy, NewProgramLevel, Product, Program} from './program.schema.ts';

/** An origin of a page, or one with a single wildcard label: `https://*.example.com`; or `null`, that of every sandboxed frame, whoever's it is. */
const Origin = z.string().max(255).regex(/^(null|https?:\/\/(\*\.)?[a-z0-9.-]+(:\d{1,5})?)$/i, 'Use scheme, host and port only, such as https://partners.example.com.').toLowerCase();

export const programRoutes = defineRoutes({
  /** The programme of the session or key: levels, products, rules. */
  get: {method: 'GET', path: '/program', input: z.object({}), response: Program, callers: ['key', 'vendor', 'partner']},
  /** Changes the programme's settings; what is left out stays. */
  update: {
    method: 'PATCH',
    path: '/program',
    input: z.object({
      version: Version,
      name: text(120).optional(),
      timeZone: TimeZone.optional(),
      /** As a whole: what is left out of it gets its default. */
      brand: ProgramBrand.nullable().optional(),
      /** All of them. A level that is left out is removed; not while a partner has it. */
      levels: z.array(NewProgramLevel).max(50).optional(),
      products: z.array(Product).max(2000).optional(),
      leadPolicy: changesOf(LeadPolicy).optional(),
      dealPolicy: changesOf(DealPolicy).optional(),
      defaultPartnerOrgId: Id.nullable().optional(),
      origins: z.array(Origin).max(200).optional(),
    }),
    response: Program,
    callers: ['key', 'vendor'],
    problems: ['partner_org_not_found'],
  },
});
