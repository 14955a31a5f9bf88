import {leadDetailsExample} from '../lead/lead.examples.ts';
import type {DealRegistration} from './deal-registration.schema.ts';

/** A draft made from a converted lead. */
export const dealRegistrationExamples = {
  draft: {
    id: '0193a0c0-0000-7000-8000-000000000901',
    status: 'draft',
    source: 'vendor_assigned',
    partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation Oy'},
    submittedBy: {id: '0193a0c0-0000-7000-8000-000000000204', name: 'Mika Korhonen'},
    leadId: '0193a0c0-0000-7000-8000-000000000301',
    leadOfferId: '0193a0c0-0000-7000-8000-000000000401',
    name: 'Cameras for drying line 3',
    customer: leadDetailsExample.company,
    contact: leadDetailsExample.contact,
    products: leadDetailsExample.products,
    estimatedAmount: leadDetailsExample.estimatedValue,
    expectedCloseOn: '2027-03-31',
    version: 1,
    createdAt: '2026-11-21T08:30:00.000Z',
    updatedAt: '2026-11-21T08:30:00.000Z',
  },
} satisfies Record<string, DealRegistration>;
