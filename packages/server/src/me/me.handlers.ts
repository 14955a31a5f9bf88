import type {Me, Role, api} from '@portico/contract';
import {nowText} from '../context.ts';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';
import {findLevel, findSelf, getTenant} from './me.queries.ts';

export const meHandlers: Handlers<typeof api.me> = {
  get: async ({scope}) => {
    const {caller} = scope;
    if (caller === 'system') throw problem('forbidden');
    const self = await findSelf(scope);
    const {vendorName, brand, lastChangeId} = await getTenant(scope);
    return {
      caller,
      tenantId: scope.tenantId,
      vendorName,
      brand,
      person: self?.person ?? null,
      partnerOrg: self?.partnerOrg ?? null,
      level: await findLevel(scope),
      roles: [...scope.roles] satisfies Role[],
      scopes: [...scope.scopes],
      components: [...(scope.session?.components ?? [])],
      seesWholeOrg: scope.seesWholeOrg,
      serverTime: nowText(scope.context),
      lastChangeId,
    } satisfies Me;
  },
};
