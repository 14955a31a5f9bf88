import type {Api} from '@portico/contract';
import {levelsAt, schemeFaults} from '@portico/contract/points-account-rules';
import {everybody} from './challenge-flow.ts';
import {refuseManagers} from './challenge.mocks.ts';
import type {MockHandlers} from './handlers.ts';
import {earnedLines, lotsOf} from './points-lines.ts';
import {problem} from './problem.ts';

export const pointsAccountMocks: MockHandlers<Api['pointsAccounts']> = {
  current(input, {store, viewer}) {
    const partnerOrgId = input.partnerOrgId ?? viewer.partnerOrgId;
    if (partnerOrgId === null) throw problem('input_invalid', {errors: [{pointer: '/partnerOrgId', code: 'required', message: 'Say whose points.'}]});
    const org = viewer.side === 'vendor' || partnerOrgId === viewer.partnerOrgId ? store.data.partnerOrgs.get(partnerOrgId) : undefined;
    if (!org) throw problem('partner_org_not_found');
    const {redemptions, scheme} = store.data.challenges;
    const earned = earnedLines(store).reduce((sum, row) => (row.partnerOrgId === partnerOrgId ? sum + row.points : sum), 0);
    const lots = lotsOf(store, partnerOrgId);
    const next = lots.filter(({expiresAt, points}) => expiresAt !== null && points > 0).sort((a, b) => ((a.expiresAt ?? '') < (b.expiresAt ?? '') ? -1 : 1))[0];
    return {
      partnerOrg: {id: org.id, name: org.name},
      asOf: store.now(),
      earned,
      balance: lots.reduce((sum, {points}) => sum + points, 0),
      reserved: redemptions.values().reduce((sum, row) => (row.partnerOrgId === partnerOrgId && (row.status === 'requested' || row.status === 'approved') ? sum + row.points : sum), 0),
      nextExpiry: next?.expiresAt ? {at: next.expiresAt, points: next.points} : null,
      ...levelsAt(scheme.levels, earned),
    };
  },
  scheme: (_, {store, viewer}) => (viewer.side === 'partner' ? {...store.data.challenges.scheme, value: null} : store.data.challenges.scheme),
  setScheme(input, scope) {
    const {store} = scope;
    refuseManagers(scope);
    const errors = schemeFaults(input);
    if (errors.length > 0) throw problem('input_invalid', {errors});
    store.data.challenges.scheme = input;
    store.change('program', store.data.program.id, {partnerOrgIds: everybody(store)});
    return input;
  },
};
