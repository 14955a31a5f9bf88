import type {Api} from '@portico/contract';
import type {MockHandlers} from './handlers.ts';
import {problem} from './problem.ts';
import {mockToken} from './viewer.ts';

export const embedSessionMocks: MockHandlers<Api['embedSessions']> = {
  create(input, {store}) {
    const person = store.data.people.values().find(each => each.id === input.personId || (input.personExternalId !== undefined && each.externalId === input.personExternalId));
    if (!person?.active) throw problem('person_not_found');
    const wanted = input.partnerOrgId ?? input.partnerOrgExternalId;
    const org = store.data.partnerOrgs.values().find(each => each.id === input.partnerOrgId || (input.partnerOrgExternalId !== undefined && each.externalId === input.partnerOrgExternalId));
    if (wanted !== undefined && !org) throw problem('partner_org_not_found');
    const pid = org?.id ?? null;
    if (!person.memberships.some(({partnerOrgId}) => partnerOrgId === pid)) throw problem('membership_not_found');
    const exp = Math.floor(store.clock.now() / 1000) + input.ttlS;
    return {
      id: store.newId('embedSession'),
      token: mockToken({tid: store.data.tenantId, sub: person.id, pid, exp, n: store.tokensMinted++}),
      expiresAt: store.at(input.ttlS * 1000),
      expiresInS: input.ttlS,
      components: input.components ?? (pid === null ? ['lead-desk', 'deal-review', 'collateral-desk', 'program-desk'] : ['lead-inbox', 'deal-registration', 'deal-list', 'collateral-library', 'leaderboard', 'tier-progress', 'points-ledger', 'challenges']),
      draftSecret: `drafts-of-${person.id}`,
      locale: input.locale ?? person.locale,
    };
  },
  // Tokens of this backend are not kept, so that any id is as good as another.
  delete: () => undefined,
};
