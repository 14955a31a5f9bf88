import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, text} from '../text.ts';
import {Account, NewAccount} from './account.schema.ts';

export const accountRoutes = defineRoutes({
  /** Lists the vendor's accounts by name. */
  list: {method: 'GET', path: '/accounts', input: z.object({...pageInput, q: text(200, 0).optional()}), response: pageOf(Account), callers: ['key', 'vendor']},
  /** One account. */
  get: {method: 'GET', path: '/accounts/{id}', input: z.object({id: Id}), response: Account, callers: ['key', 'vendor'], problems: ['account_not_found']},
  /** Adds and changes accounts by their externalId, up to 1,000 at once: how a CRM keeps them current. */
  upsert: {
    method: 'POST',
    path: '/accounts',
    input: z.object({accounts: z.array(NewAccount).min(1).max(1000)}),
    response: z.object({created: z.int().nonnegative(), updated: z.int().nonnegative(), unchanged: z.int().nonnegative()}),
    callers: ['key', 'vendor'],
    maxBodyBytes: 2_000_000,
  },
  /** Forgets an account. */
  delete: {method: 'DELETE', path: '/accounts/{id}', input: z.object({id: Id}), response: z.undefined(), status: 204, callers: ['key', 'vendor'], problems: ['account_not_found']},
});
