import type {Api, FieldError, NewAccount} from '@portico/contract';
import {recordAudit} from '../audit/record-audit.ts';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';
import {deleteAccount, findAccount, listAccounts, upsertAccounts} from './account.queries.ts';

export const accountHandlers: Handlers<Api['accounts']> = {
  list: ({input, scope}) => listAccounts(scope, input),

  get: async ({input, scope}) => {
    const account = await findAccount(scope, input.id);
    if (!account) throw problem('account_not_found');
    return account;
  },

  upsert: async ({input, scope}) => {
    refuseTwice(input.accounts);
    const counts = await upsertAccounts(scope, input.accounts);
    // No screen follows accounts, and a CRM sends thousands: one entry for the batch, no events.
    if (counts.created + counts.updated > 0) await recordAudit(scope, {resource: 'account', id: null, action: 'upsert', changes: {...counts}});
    return counts;
  },

  delete: async ({input, scope}) => {
    if (!(await deleteAccount(scope, input.id))) throw problem('account_not_found');
    await recordAudit(scope, {resource: 'account', id: input.id, action: 'delete'});
    return undefined;
  },
};

/** Which of two accounts with one externalId is meant is not ours to guess. */
function refuseTwice(accounts: readonly NewAccount[]): void {
  const firsts = new Set(new Map(accounts.map(({externalId}, index) => [externalId, index] as const).toReversed()).values());
  const errors = accounts.flatMap(({externalId}, index): FieldError[] =>
    firsts.has(index) ? [] : [{pointer: `/accounts/${index}/externalId`, code: 'duplicate', message: `“${externalId}” stands in this request twice.`}],
  );
  if (errors.length > 0) throw problem('input_invalid', {errors});
}
