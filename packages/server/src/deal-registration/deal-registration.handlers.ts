import type {Api} from '@portico/contract';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';
import {findDealRegistration, listDealRegistrations} from './deal-registration.queries.ts';

const notYet = async (): Promise<never> => {
  throw problem('unavailable');
};

export const dealRegistrationHandlers: Handlers<Api['dealRegistrations']> = {
  list: ({input, scope}) => listDealRegistrations(scope, input),

  get: async ({input, scope}) => {
    const deal = await findDealRegistration(scope, input.id);
    if (!deal) throw problem('deal_registration_not_found');
    return deal;
  },
  counts: notYet,
  create: notYet,
  update: notYet,
  submit: notYet,
  recall: notYet,
  revise: notYet,
  withdraw: notYet,
  reassign: notYet,
  setStage: notYet,
  win: notYet,
  lose: notYet,
};
