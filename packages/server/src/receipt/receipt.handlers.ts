import type {Api} from '@portico/contract';
import {findDealRegistration} from '../deal-registration/deal-registration.queries.ts';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';
import {readReceiptKeys} from './receipt-key.queries.ts';
import {readReceiptChain, readReceipts} from './receipt.queries.ts';

export const receiptHandlers: Handlers<Api['receipts']> = {
  list: async ({input: {dealRegistrationId, ...page}, scope}) => {
    if (!(await findDealRegistration(scope, dealRegistrationId))) throw problem('deal_registration_not_found');
    return readReceipts(scope, dealRegistrationId, page);
  },
  chain: ({input, scope}) => readReceiptChain(scope, input),
  keys: async ({scope}) => ({keys: await readReceiptKeys(scope)}),
};
