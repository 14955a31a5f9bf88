import type {z} from 'zod';
import {Activity} from '../activity/activity.schema.ts';
import {Id} from '../text.ts';

/** One entry in the story of a deal registration. Its `event` is a name of the state machine (`submit`, `approve`, …) or of its deadlines (`expiry_reminder`, `next_in_queue`, …). */
export const DealActivity = Activity.omit({leadId: true, leadOfferId: true}).extend({dealRegistrationId: Id});
export type DealActivity = z.infer<typeof DealActivity>;
