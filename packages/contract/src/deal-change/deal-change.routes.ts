import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Day, Id, Version, text} from '../text.ts';
import {DealAmendment, DealChange} from './deal-change.schema.ts';

const asking = {dealRegistrationId: Id, note: text(2000)};
const deciding = {id: Id, version: Version, comment: text(2000).optional()};
const asked = ['deal_registration_not_found', 'deal_status_conflict', 'deal_change_open'] as const;
const decided = ['deal_change_not_found', 'deal_change_decided'] as const;

export const dealChangeRoutes = defineRoutes({
  /** The requests to change one deal, newest first. A partner who was offered a transfer finds it without `dealRegistrationId`. */
  list: {
    method: 'GET',
    path: '/deal-changes',
    input: z.object({...pageInput, dealRegistrationId: Id.optional(), open: z.boolean().optional()}),
    response: pageOf(DealChange),
    callers: ['key', 'vendor', 'partner'],
  },
  /** Asks for a longer protection, with what was done meanwhile. */
  extend: {
    method: 'POST',
    path: '/deal-registrations/{dealRegistrationId}/extensions',
    input: z.object({...asking, protectedUntilOn: Day}),
    response: DealChange,
    status: 201,
    callers: ['partner'],
    problems: [...asked, 'deal_extension_not_allowed'],
  },
  /** Asks to change amount, closing day or products of a protected deal. */
  amend: {method: 'POST', path: '/deal-registrations/{dealRegistrationId}/amendments', input: z.object({...asking, amendment: DealAmendment}), response: DealChange, status: 201, callers: ['partner'], problems: asked},
  /** Proposes that another partner has the deal; both partners have to agree. */
  transfer: {
    method: 'POST',
    path: '/deal-registrations/{dealRegistrationId}/transfers',
    input: z.object({...asking, toPartnerOrgId: Id}),
    response: DealChange,
    status: 201,
    callers: ['key', 'vendor'],
    problems: [...asked, 'partner_org_not_found'],
  },
  /** Agrees. A transfer takes effect when all have agreed, and whoever would have the deal has room for it. */
  approve: {method: 'POST', path: '/deal-changes/{id}/approve', input: z.object(deciding), response: DealChange, callers: ['key', 'vendor', 'partner'], problems: [...decided, 'deal_already_protected', 'deal_status_conflict', 'deal_not_your_step', 'deal_limit_too_low', 'deal_capacity_reached']},
  /** Says no. */
  reject: {method: 'POST', path: '/deal-changes/{id}/reject', input: z.object(deciding), response: DealChange, callers: ['key', 'vendor', 'partner'], problems: decided},
  /** Takes one's own request back. */
  withdraw: {method: 'POST', path: '/deal-changes/{id}/withdraw', input: z.object(deciding), response: DealChange, callers: ['key', 'vendor', 'partner'], problems: decided},
});
