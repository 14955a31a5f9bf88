import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id} from '../text.ts';
import {NewPartnerEvent, PartnerEvent, PartnerEventName} from './partner-event.schema.ts';

export const partnerEventRoutes = defineRoutes({
  /** Lists what partners did, the latest record first. */
  list: {method: 'GET', path: '/partner-events', input: z.object({...pageInput, partnerOrgId: Id.optional(), event: PartnerEventName.optional()}), response: pageOf(PartnerEvent), callers: ['key', 'vendor']},
  /** Reports something that happened elsewhere; rules give their points at once. The same source again answers the event that is there, whatever else is said of it. */
  create: {method: 'POST', path: '/partner-events', input: NewPartnerEvent, response: PartnerEvent, status: 201, callers: ['key', 'vendor'], problems: ['partner_org_not_found', 'person_not_found', 'partner_event_reserved']},
  /** Takes back what was reported by mistake: its points are reversed by entries of their own. */
  retract: {method: 'POST', path: '/partner-events/{id}/retract', input: z.object({id: Id}), response: PartnerEvent, callers: ['key', 'vendor'], problems: ['partner_event_not_found', 'partner_event_reserved']},
});
