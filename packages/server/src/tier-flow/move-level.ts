import type {TierTerms} from '@portico/contract';
import {nextLevelStep, type LevelStep} from '@portico/contract/level-change-rules';
import type {TierLevel, TierOutcome} from '@portico/contract/tier-rules';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import type {News} from '../lead-flow/news.ts';
import {updatePartnerOrg} from '../partner-org/partner-org.queries.ts';
import {insertLevelChange, updateLevelChange, type HeldStanding} from './level-changes.queries.ts';

/** Each step brings a change nearer to its end; more than these would be a loop. */
const mostSteps = 5;

/**
 * Does what follows for a partner's level from how it stands: opens a change, moves the one that is under way, and lets it take effect.
 *
 * @param standing - Under the lock of the partnership.
 * @returns The partner's level afterwards.
 */
export async function moveLevel(scope: Scope, news: News, standing: HeldStanding, {terms, levels, outcome}: {readonly terms: TierTerms; readonly levels: readonly TierLevel[]; readonly outcome: TierOutcome}): Promise<string | null> {
  const now = nowText(scope.context);
  let held = standing;
  for (let step = 0; step < mostSteps; step++) {
    const next = nextLevelStep(terms, levels, outcome, held, now);
    if (!next) return held.levelId;
    held = await take(scope, news, held, next, now);
  }
  throw new Error('A change of level does not come to an end.');
}

async function take(scope: Scope, news: News, held: HeldStanding, step: LevelStep, now: string): Promise<HeldStanding> {
  const {partnerOrgId, levelId} = held;
  if (step.do === 'open') {
    const openId = await insertLevelChange(scope, partnerOrgId, levelId, step.change);
    news.changes.push({resource: 'level_change', id: openId, action: step.change.status, partnerOrgId, changes: {levelId: [levelId, step.change.toLevelId]}});
    return {...held, openId, open: step.change};
  }
  const {status, toLevelId, effectiveFrom} = step;
  const id = held.openId ?? '';
  const isEffective = status === 'effective';
  await updateLevelChange(scope, id, {status, to_level_id: toLevelId, effective_from: effectiveFrom, ...(isEffective ? {effective_at: now} : {})});
  news.changes.push({resource: 'level_change', id, action: status, partnerOrgId, changes: {levelId: [levelId, toLevelId]}});
  if (isEffective) {
    await updatePartnerOrg(scope, partnerOrgId, {}, {levelId: toLevelId}, now);
    news.changes.push({resource: 'partner_org', id: partnerOrgId, action: 'change_level', partnerOrgId, changes: {levelId: [levelId, toLevelId]}});
    return {...held, levelId: toLevelId, since: now, open: null, openId: null};
  }
  const isOpen = held.open !== null && (status === held.open.status || status === 'approved');
  return isOpen && held.open ? {...held, open: {...held.open, status, toLevelId, effectiveFrom}} : {...held, open: null, openId: null};
}
