import type {Api} from '@portico/contract';
import {schemeFaults} from '@portico/contract/points-account-rules';
import {refuseManagers} from '../access/refuse-managers.ts';
import {getAudience} from '../challenge-flow/takers.queries.ts';
import {recordChange} from '../changes/record-change.ts';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';
import {findAccount, getScheme, writeScheme} from './points-account.queries.ts';

export const pointsAccountHandlers: Handlers<Api['pointsAccounts']> = {
  current: async ({input, scope}) => {
    const partnerOrgId = input.partnerOrgId ?? scope.partnerOrgId;
    if (partnerOrgId === null) throw problem('input_invalid', {errors: [{pointer: '/partnerOrgId', code: 'required', message: 'Say whose points.'}]});
    const account = await findAccount(scope, partnerOrgId);
    if (!account) throw problem('partner_org_not_found');
    return account;
  },

  scheme: async ({scope}) => {
    const scheme = await getScheme(scope);
    return scope.caller === 'partner' ? {...scheme, value: null} : scheme;
  },

  setScheme: async ({input, scope}) => {
    refuseManagers(scope);
    const errors = schemeFaults(input);
    if (errors.length > 0) throw problem('input_invalid', {errors});
    await writeScheme(scope, input);
    await recordChange(scope, {resource: 'program', id: scope.programId, action: 'set_points_scheme', partnerOrgIds: await getAudience(scope), changes: input});
    return input;
  },
};
