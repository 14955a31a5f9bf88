import {z} from 'zod';
import {NextStep} from '../lead-offer/lead-offer.schema.ts';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id} from '../text.ts';
import {Activity, NewActivity} from './activity.schema.ts';

export const activityRoutes = defineRoutes({
  /** The story of one offer, newest first: what its partner may see. */
  list: {method: 'GET', path: '/lead-offers/{leadOfferId}/activities', input: z.object({leadOfferId: Id, ...pageInput}), response: pageOf(Activity), callers: ['key', 'vendor', 'partner'], problems: ['lead_offer_not_found']},
  /** The whole story of a lead over all its offers, newest first. */
  listForLead: {method: 'GET', path: '/leads/{leadId}/activities', input: z.object({leadId: Id, ...pageInput}), response: pageOf(Activity), callers: ['key', 'vendor'], problems: ['lead_not_found']},
  /** Logs a call, mail, meeting or note on an accepted lead. The first contact moves it to working and every entry starts the idle clock again. */
  create: {
    method: 'POST',
    path: '/lead-offers/{leadOfferId}/activities',
    input: z.object({leadOfferId: Id, ...NewActivity.shape, nextStep: NextStep.nullable().optional()}),
    response: Activity,
    status: 201,
    callers: ['key', 'vendor', 'partner'],
    problems: ['lead_offer_not_found', 'lead_offer_status_conflict', 'lead_offer_withdrawn'],
  },
  /** Notes something on a lead from the vendor's side, whoever has it. */
  createForLead: {method: 'POST', path: '/leads/{leadId}/activities', input: z.object({leadId: Id, ...NewActivity.shape}), response: Activity, status: 201, callers: ['key', 'vendor'], problems: ['lead_not_found']},
});
