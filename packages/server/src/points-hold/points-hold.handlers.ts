import type {Api, PointsHold} from '@portico/contract';
import {countGoals} from '../challenge-flow/count-goals.ts';
import {recordChange, type Change} from '../changes/record-change.ts';
import {recordChanges} from '../changes/record-changes.ts';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {getCheck} from '../points-flow/hold-points.ts';
import {getRulesFor} from '../points-flow/ledger.queries.ts';
import {shareRules, takeEventNumbers} from '../points-flow/partner-events.queries.ts';
import {replayRule} from '../points-flow/replay-rule.ts';
import {expectVersion, problem} from '../problem.ts';
import {decideHold, findHold, listHolds, lockHold, writeCheck} from './points-hold.queries.ts';

export const pointsHoldHandlers: Handlers<Api['pointsHolds']> = {
  list: ({input, scope}) => listHolds(scope, input),

  get: ({input, scope}) => getHold(scope, input.id),

  release: ({input: {comment = null, ...input}, scope}) =>
    decide(scope, input, async ({partnerOrg, event}) => {
      const changes: Change[] = [];
      await decideHold(scope, input.id, 'released', comment);
      // What the event is worth in its place among the partner's others: as if it had never been held.
      await elevated(scope, async system => {
        await shareRules(system);
        await takeEventNumbers(system, new Map([[partnerOrg.id, 0]]));
        for (const {id, versions} of await getRulesFor(system, [event.event])) await replayRule(system, id, versions, {write: true, of: [partnerOrg.id]});
        changes.push(...(await countGoals(system, [{...event, partnerOrgId: partnerOrg.id}])));
      });
      await recordChanges(scope, [...changes, {resource: 'points_entry', id: event.id, action: 'release', partnerOrgId: partnerOrg.id, toVendor: false}]);
    }, 'release'),

  deny: ({input: {comment, ...input}, scope}) => decide(scope, input, () => decideHold(scope, input.id, 'denied', comment), 'deny'),

  check: ({scope}) => getCheck(scope),

  setCheck: async ({input, scope}) => {
    refuseManagers(scope);
    await writeCheck(scope, input);
    await recordChange(scope, {resource: 'program', id: scope.programId, action: 'set_points_check', changes: input});
    return input;
  },
};

async function decide(scope: Scope, {id, version}: {readonly id: string; readonly version: number}, work: (hold: PointsHold) => Promise<void>, action: string): Promise<PointsHold> {
  refuseManagers(scope);
  const held = await lockHold(scope, id);
  if (!held) throw problem('points_hold_not_found');
  await expectVersion(held, version, () => getHold(scope, id));
  if (held.status !== 'held') throw problem('points_hold_status_conflict');
  await work(await getHold(scope, id));
  await recordChange(scope, {resource: 'points_hold', id, action});
  return getHold(scope, id);
}

/** Whoever has partners of their own does not judge them. */
function refuseManagers({managerId}: Scope): void {
  if (managerId !== null) throw problem('forbidden');
}

async function getHold(scope: Scope, id: string): Promise<PointsHold> {
  const hold = await findHold(scope, id);
  if (!hold) throw problem('points_hold_not_found');
  return hold;
}
