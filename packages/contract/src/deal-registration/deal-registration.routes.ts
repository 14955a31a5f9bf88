import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id} from '../text.ts';
import {DealRegistration} from './deal-registration.schema.ts';

export const dealRegistrationRoutes = defineRoutes({
  /** Lists the partner's deal registrations, newest first. */
  list: {method: 'GET', path: '/deal-registrations', input: z.object(pageInput), response: pageOf(DealRegistration), callers: ['partner']},
  /** One deal registration. */
  get: {method: 'GET', path: '/deal-registrations/{id}', input: z.object({id: Id}), response: DealRegistration, callers: ['partner'], problems: ['deal_registration_not_found']},
});
