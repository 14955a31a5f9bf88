import {z} from 'zod';
import {NewActivity} from '../activity/activity.schema.ts';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id} from '../text.ts';
import {DealActivity} from './deal-activity.schema.ts';

export const dealActivityRoutes = defineRoutes({
  /** The story of a registration, newest first: what the reader may see. */
  list: {
    method: 'GET',
    path: '/deal-registrations/{dealRegistrationId}/activities',
    input: z.object({dealRegistrationId: Id, ...pageInput}),
    response: pageOf(DealActivity),
    callers: ['key', 'vendor', 'partner'],
    problems: ['deal_registration_not_found'],
  },
  /** Logs a call, mail, meeting or note. On a protected deal, a shared call, mail or meeting of the partner counts as progress. */
  create: {
    method: 'POST',
    path: '/deal-registrations/{dealRegistrationId}/activities',
    input: z.object({dealRegistrationId: Id, ...NewActivity.shape}),
    response: DealActivity,
    status: 201,
    callers: ['key', 'vendor', 'partner'],
    problems: ['deal_registration_not_found', 'deal_status_conflict'],
  },
});
