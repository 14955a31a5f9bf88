import {z} from 'zod';
import {changesOf} from '../changes.ts';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Version, text} from '../text.ts';
import {NewPerson, Person} from './person.schema.ts';

export const personRoutes = defineRoutes({
  /** Lists people by name; `side` narrows them to those at the vendor or at partners. A partner sees active colleagues of their own organisation. */
  list: {
    method: 'GET',
    path: '/people',
    input: z.object({...pageInput, q: text(200, 0).optional(), partnerOrgId: Id.optional(), side: z.enum(['vendor', 'partner']).optional(), externalId: text(200).optional()}),
    response: pageOf(Person),
    callers: ['key', 'vendor', 'partner'],
  },
  /** One person. */
  get: {method: 'GET', path: '/people/{id}', input: z.object({id: Id}), response: Person, callers: ['key', 'vendor', 'partner'], problems: ['person_not_found']},
  /** Adds a person with their memberships. */
  create: {method: 'POST', path: '/people', input: NewPerson, response: Person, status: 201, callers: ['key', 'vendor'], problems: ['external_id_taken', 'partner_org_not_found']},
  /** Changes a person; `memberships` replaces the whole list, `active: false` ends all their sessions. */
  update: {
    method: 'PATCH',
    path: '/people/{id}',
    input: z.object({...changesOf(NewPerson).shape, active: z.boolean().optional(), id: Id, version: Version}),
    response: Person,
    callers: ['key', 'vendor'],
    problems: ['person_not_found', 'external_id_taken', 'partner_org_not_found'],
  },
});
