import {activityExamples} from '../activity/activity.examples.ts';
import type {DealActivity} from './deal-activity.schema.ts';

const {leadId: _lead, leadOfferId: _offer, ...call} = activityExamples.call;
const dealRegistrationId = '0193a0c0-0000-7000-8000-000000000902';

/** A call that counts as progress, and what the system writes. */
export const dealActivityExamples = {
  call: {...call, dealRegistrationId},
  submitted: {...call, id: '0193a0c0-0000-7000-8000-000000000506', dealRegistrationId, kind: 'event', body: '', event: 'submit', data: {number: 'DR-000042'}, occurredAt: '2026-11-20T08:42:03.117Z', createdAt: '2026-11-20T08:42:03.117Z'},
} satisfies Record<string, DealActivity>;
