import {z} from 'zod';
import {changesOf} from '../changes.ts';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Version, text} from '../text.ts';
import {BrandFields, PartnerBrand} from './partner-brand.schema.ts';
import {NewPartnerOrg, PartnerOrg, Partnership} from './partner-org.schema.ts';

export const partnerOrgRoutes = defineRoutes({
  /** Lists partner organisations by name. A partner sees only their own. */
  list: {
    method: 'GET',
    path: '/partner-orgs',
    input: z.object({...pageInput, q: text(200, 0).optional(), externalId: text(200).optional()}),
    response: pageOf(PartnerOrg),
    callers: ['key', 'vendor', 'partner'],
  },
  /** One partner organisation. */
  get: {method: 'GET', path: '/partner-orgs/{id}', input: z.object({id: Id}), response: PartnerOrg, callers: ['key', 'vendor', 'partner'], problems: ['partner_org_not_found']},
  /** Adds a partner organisation. */
  create: {
    method: 'POST',
    path: '/partner-orgs',
    input: NewPartnerOrg,
    response: PartnerOrg,
    status: 201,
    callers: ['key', 'vendor'],
    problems: ['external_id_taken', 'partner_org_not_found', 'person_not_found'],
  },
  /** Changes a partner organisation; what is left out stays. */
  update: {
    method: 'PATCH',
    path: '/partner-orgs/{id}',
    input: z.object({...changesOf(NewPartnerOrg).shape, partnership: changesOf(Partnership).optional(), id: Id, version: Version}),
    response: PartnerOrg,
    callers: ['key', 'vendor'],
    problems: ['partner_org_not_found', 'external_id_taken', 'person_not_found'],
  },
  /** How a partner shows itself on material of its own: logo, contacts, colours. */
  getBrand: {method: 'GET', path: '/partner-orgs/{id}/brand', input: z.object({id: Id}), response: PartnerBrand, callers: ['key', 'vendor', 'partner'], problems: ['partner_org_not_found']},
  /** Changes it; what is left out stays. Copies that were made keep what they have until they are made anew. */
  updateBrand: {
    method: 'PATCH',
    path: '/partner-orgs/{id}/brand',
    input: z.object({...changesOf(BrandFields).shape, id: Id, version: Version}),
    response: PartnerBrand,
    callers: ['key', 'vendor', 'partner'],
    problems: ['partner_org_not_found', 'stored_file_not_found', 'file_not_ready'],
  },
});
