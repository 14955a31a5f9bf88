import type {Me, Role, api} from '@portico/contract';
import {nowText} from '../context.ts';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';
import {findSelf, getVendorName} from './me.queries.ts';

export const meHandlers: Handlers<typeof api.me> = {
  get: async ({scope}) => {
    const {caller} = scope;
    if (caller === 'system') throw problem('forbidden');
    const self = await findSelf(scope);
    return {
      caller,
      tenantId: scope.tenantId,
      vendorName: await getVendorName(scope),
      person: self?.person ?? null,
      partnerOrg: self?.partnerOrg ?? null,
      roles: [...scope.roles] satisfies Role[],
      scopes: [...scope.scopes],
      components: [...(scope.session?.components ?? [])],
      seesWholeOrg: scope.seesWholeOrg,
      serverTime: nowText(scope.context),
    } satisfies Me;
  },
};
