import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id} from '../text.ts';
import {Receipt, ReceiptKey, ReceiptStatement} from './receipt.schema.ts';

export const receiptRoutes = defineRoutes({
  /** The receipts of one registration, newest first: one for each submission. */
  list: {
    method: 'GET',
    path: '/deal-registrations/{dealRegistrationId}/receipts',
    input: z.object({dealRegistrationId: Id, ...pageInput}),
    response: pageOf(Receipt),
    callers: ['key', 'vendor', 'partner'],
    problems: ['deal_registration_not_found'],
  },
  /** The programme's chain in order: statements and signatures without what was submitted. For vendor staff, to prove that nothing was put in between. */
  chain: {
    method: 'GET',
    path: '/receipts/chain',
    input: z.object(pageInput),
    response: pageOf(z.object({statement: ReceiptStatement, signature: z.string(), key: ReceiptKey})),
    callers: ['key', 'vendor'],
  },
  /** The keys that sign receipts, old ones too. Keep them to check receipts without the server. */
  keys: {method: 'GET', path: '/receipts/keys', input: z.object({}), response: z.object({keys: z.array(ReceiptKey)}), callers: ['key', 'vendor', 'partner']},
});
