import {BoardFields, PointsTerms, TierTerms} from '@portico/contract';
import {boardHandlers} from '../../board/board.handlers.ts';
import {tierEvaluations} from '../../jobs/tier-evaluations.ts';
import {pointsRuleHandlers} from '../../points-rule/points-rule.handlers.ts';
import {tierPolicyHandlers} from '../../tier-policy/tier-policy.handlers.ts';
import type {Scope} from '../scope.ts';
import {levels} from './programme.data.ts';
import {boards, criteria, pointsRules} from './standing.data.ts';

/** Rules, leaderboards and terms of levels, by the very routes of the API. Points come from what partners did in the stories before, and from nothing else. */
export async function writeStanding(scope: Scope): Promise<void> {
  const {db, tenantId, programId} = scope;
  const known = await db.selectFrom('points_rule').select('points_rule_id').where('tenant_id', '=', tenantId).limit(1).executeTakeFirst();
  if (known) return;
  for (const {name, ...terms} of pointsRules) {
    const {id, version} = await pointsRuleHandlers.create({scope, input: {name, ...PointsTerms.parse(terms)}});
    await pointsRuleHandlers.publish({scope, input: {id, version}});
  }
  for (const board of boards) await boardHandlers.create({scope, input: BoardFields.parse(board)});
  const program = await db.selectFrom('program').select('levels').where('tenant_id', '=', tenantId).where('program_id', '=', programId).executeTakeFirstOrThrow();
  const ids = new Map((program.levels as {id: string; name: string}[]).map(({id, name}) => [name, id]));
  const requirements = levels.map(({key, name}) => ({levelId: ids.get(name) ?? '', ...criteria[key]}));
  await tierPolicyHandlers.create({scope, input: TierTerms.parse({currency: 'EUR', requirements, timeZone: 'Europe/Helsinki'})});
  // What the terms say of everybody is known at once, as it is every day.
  while ((await tierEvaluations.run(scope)) > 0);
}
