import type {Api, LevelChange} from '@portico/contract';
import {effectiveFromOf, levelChangeTransitions} from '@portico/contract/level-change-rules';
import {nowText} from '../context.ts';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {publishNews, startNews, type News} from '../lead-flow/news.ts';
import {expectVersion, problem} from '../problem.ts';
import {findLevelChange, listLevelChanges, lockLevelChange, lockStandings, updateLevelChange} from '../tier-flow/level-changes.queries.ts';
import {evaluatePartner} from '../tier-flow/evaluate-partners.ts';
import {findPolicyAt} from '../tier-flow/policy-in-effect.queries.ts';

export const levelChangeHandlers: Handlers<Api['levelChanges']> = {
  list: ({input, scope}) => listLevelChanges(scope, input),

  get: ({input, scope}) => getLevelChange(scope, input.id),

  propose: ({input, scope}) => actOn(scope, input, 'propose', (system, news) => move(system, news, input.id, 'proposed')),

  approve: ({input, scope}) =>
    actOn(scope, input, 'approve', async (system, news) => {
      refuseManagers(scope);
      const now = nowText(system.context);
      const policy = await findPolicyAt(system, now);
      if (!policy) throw problem('tier_policy_not_found');
      await updateLevelChange(system, input.id, {effective_from: effectiveFromOf(policy.terms, now), decided_by: scope.personId, decided_at: now});
      await move(system, news, input.id, 'approved');
    }),

  reject: ({input: {comment, ...input}, scope}) =>
    actOn(scope, input, 'reject', async (system, news) => {
      refuseManagers(scope);
      await updateLevelChange(system, input.id, {comment, decided_by: scope.personId, decided_at: nowText(system.context)});
      await move(system, news, input.id, 'rejected');
    }),
};

/** Locks a change with its partner, checks that the act is possible, acts, lets what follows happen and announces. */
async function actOn(scope: Scope, {id, version}: {readonly id: string; readonly version: number}, act: keyof typeof levelChangeTransitions, work: (system: Scope, news: News) => Promise<void>): Promise<LevelChange> {
  const {partnerOrg} = await getLevelChange(scope, id);
  await elevated(scope, async system => {
    // The partnership first, as the daily evaluation does.
    await lockStandings(system, {partnerOrgId: partnerOrg.id});
    const held = await lockLevelChange(system, id);
    if (!held) throw problem('level_change_not_found');
    await expectVersion(held, version, () => getLevelChange(scope, id));
    if (!(levelChangeTransitions[act].from as readonly string[]).includes(held.status)) throw problem('level_change_status_conflict');
    const news = startNews();
    await work(system, news);
    if (act === 'approve') await evaluatePartner(system, news, partnerOrg.id);
    await publishNews(system, news);
  });
  return getLevelChange(scope, id);
}

async function move(system: Scope, news: News, id: string, status: 'proposed' | 'approved' | 'rejected'): Promise<void> {
  const before = await getLevelChange(system, id);
  await updateLevelChange(system, id, {status});
  news.changes.push({resource: 'level_change', id, action: status, partnerOrgId: before.partnerOrg.id, changes: {status: [before.status, status]}});
}

/** Channel managers put their own partners forward; others decide. */
function refuseManagers({managerId}: Scope): void {
  if (managerId !== null) throw problem('forbidden');
}

async function getLevelChange(scope: Scope, id: string): Promise<LevelChange> {
  const change = await findLevelChange(scope, id);
  if (!change) throw problem('level_change_not_found');
  return change;
}
