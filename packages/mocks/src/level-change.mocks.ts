import type {Api, LevelChange} from '@portico/contract';
import {effectiveFromOf, levelChangeTransitions} from '@portico/contract/level-change-rules';
import type {MockHandlers, Scope} from './handlers.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {problem} from './problem.ts';
import {evaluate, policyNow, sweepTiers, toLevelChange} from './tier-flow.ts';

const latest = newestBy<LevelChange>(({createdAt}) => createdAt);

export const levelChangeMocks: MockHandlers<Api['levelChanges']> = {
  list(input, scope) {
    const {partnerOrgId, status} = input;
    const rows = seen(scope).filter(row => (partnerOrgId === undefined || row.partnerOrg.id === partnerOrgId) && (status === undefined || status.includes(row.status)));
    return pageOf(sortRows(rows, latest), latest, input, input);
  },
  get: ({id}, scope) => find(scope, id),
  propose: (input, scope) => act(scope, input, 'propose', {}),
  approve(input, scope) {
    refuseManagers(scope);
    const {store} = scope;
    const policy = policyNow(store);
    if (!policy) throw problem('tier_policy_not_found');
    const change = act(scope, input, 'approve', {decidedAt: store.now(), effectiveFrom: effectiveFromOf(policy.terms, store.now())});
    const org = store.data.partnerOrgs.get(change.partnerOrg.id);
    if (org) evaluate(store, org, policy);
    return find(scope, change.id);
  },
  reject({comment, ...input}, scope) {
    refuseManagers(scope);
    return act(scope, input, 'reject', {comment, decidedAt: scope.store.now()});
  },
};

function seen({store, viewer}: Scope): LevelChange[] {
  sweepTiers(store);
  return store.data.standing.levelChanges.values().filter(row => viewer.side === 'vendor' || row.partnerOrgId === viewer.partnerOrgId).map(row => toLevelChange(store, row));
}

function find(scope: Scope, id: string): LevelChange {
  const change = seen(scope).find(each => each.id === id);
  if (!change) throw problem('level_change_not_found');
  return change;
}

/** Channel managers put their own partners forward; others decide. */
function refuseManagers({viewer}: Scope): void {
  if (viewer.roles.length > 0 && viewer.roles.every(role => role === 'channel_manager')) throw problem('forbidden');
}

function act(scope: Scope, {id, version}: {readonly id: string; readonly version: number}, name: keyof typeof levelChangeTransitions, changes: Partial<Pick<LevelChange, 'comment' | 'decidedAt' | 'effectiveFrom'>>): LevelChange {
  const {store} = scope;
  const change = find(scope, id);
  if (change.version !== version) throw problem('version_conflict', {current: change});
  const {from, to} = levelChangeTransitions[name];
  if (!(from as readonly string[]).includes(change.status)) throw problem('level_change_status_conflict');
  const row = store.data.standing.levelChanges.get(id);
  if (row) store.update(store.data.standing.levelChanges, row, {...changes, status: to});
  store.change('level_change', id, {onlyPartnerOrgId: change.partnerOrg.id});
  return find(scope, id);
}
