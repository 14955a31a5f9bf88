import {evaluateTiers} from '@portico/contract/tier-rules';
import type {Selectable} from 'kysely';
import {nowText} from '../context.ts';
import type {TierPolicyTable} from '../database/points-tables.ts';
import type {Scope} from '../database/scope.ts';
import type {News} from '../lead-flow/news.ts';
import {keepEvaluations, type Evaluated} from '../tier-evaluation/tier-evaluation.queries.ts';
import {getAchieved} from './achieved.queries.ts';
import {lockStandings, type HeldStanding} from './level-changes.queries.ts';
import {moveLevel} from './move-level.ts';
import {findPolicyAt, getLevels} from './policy-in-effect.queries.ts';

/**
 * Measures partners by the terms, moves their levels as far as that follows, and keeps what was found.
 *
 * @param standings - Under the locks of the partnerships.
 */
export async function evaluatePartners(scope: Scope, news: News, standings: readonly HeldStanding[], policy: Selectable<TierPolicyTable>): Promise<void> {
  const now = nowText(scope.context);
  const levels = await getLevels(scope);
  const achieved = await getAchieved(scope, standings.map(({partnerOrgId}) => partnerOrgId), policy.terms, now);
  const evaluated: Evaluated[] = [];
  for (const standing of standings) {
    const values = achieved.get(standing.partnerOrgId) ?? {};
    const outcome = evaluateTiers(policy.terms, levels, values, now);
    const levelId = await moveLevel(scope, news, standing, {terms: policy.terms, levels, outcome});
    evaluated.push({partnerOrgId: standing.partnerOrgId, levelId, values, outcome});
  }
  await keepEvaluations(scope, policy.number, now, evaluated);
}

/** The same for one partner, now. */
export async function evaluatePartner(scope: Scope, news: News, partnerOrgId: string): Promise<void> {
  const policy = await findPolicyAt(scope, nowText(scope.context));
  if (policy) await evaluatePartners(scope, news, await lockStandings(scope, {partnerOrgId}), policy);
}
