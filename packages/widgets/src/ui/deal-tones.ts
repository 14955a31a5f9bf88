import type {DealStatus} from '@portico/contract/deal-transitions';
import type {Tone} from './badge/badge.ts';

/** What a status of a registration means to whoever reads it: the same shape and colour in every widget. */
export const dealTones: Readonly<Record<DealStatus, Tone>> = {
  draft: 'neutral',
  submitted: 'waiting',
  under_review: 'waiting',
  action_required: 'warning',
  pending_approval: 'waiting',
  approved: 'success',
  converted: 'success',
  won: 'success',
  lost: 'neutral',
  rejected: 'danger',
  duplicate: 'danger',
  withdrawn: 'neutral',
  cancelled: 'danger',
  lapsed: 'warning',
  expired: 'warning',
  voided: 'danger',
};
