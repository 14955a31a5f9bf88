import assert from 'node:assert/strict';
import type {Board, BoardDispute, BoardResult, LevelChange, Page, PartnerEvent, PointsCheck, PointsHold, PointsRule} from '@portico/contract';
import {newBoardExample, newPartnerEventExample, newPointsRuleExample, newTierPolicyExample, partnerOrgExamples, programExamples} from '@portico/contract/examples';
import type {Caller} from './caller.ts';
import type {TestClock} from '../test-clock.ts';

const dayMs = 86_400_000;

/** Does everything that can be done with points and levels. */
export async function doPoints({call}: Caller, clock: TestClock): Promise<void> {
  const done = async <T>(as: 'partner' | 'vendor' | 'key', name: string, input: Record<string, unknown> = {}): Promise<T> => {
    const {status, body} = await call(as, name, input);
    assert.ok(status < 300, `${name}: ${JSON.stringify(body)}`);
    return body as T;
  };
  const draft = await done<PointsRule>('key', 'pointsRules.create', newPointsRuleExample);
  const {rule} = await done<{rule: PointsRule}>('key', 'pointsRules.publish', {id: draft.id, version: draft.version});
  const partnerOrgId = partnerOrgExamples.lumen.id;
  const occurredAt = new Date(clock.now()).toISOString();
  const event = await done<PartnerEvent>('key', 'partnerEvents.create', {...newPartnerEventExample, partnerOrgId, occurredAt});
  await done('key', 'partnerEvents.create', {...newPartnerEventExample, partnerOrgId, sourceId: 'another', entityId: 'another', occurredAt});
  await done('vendor', 'partnerEvents.list', {partnerOrgId});
  await done('key', 'pointsRules.update', {id: rule.id, version: rule.version, formula: {kind: 'fixed', points: 5}});
  await done('key', 'pointsRules.preview', {id: rule.id});
  await done('key', 'pointsRules.replay', {id: rule.id});
  await done('partner', 'pointsRules.get', {id: rule.id});
  await done('partner', 'pointsRules.list');
  await done('key', 'partnerEvents.retract', {id: event.id});
  await done('vendor', 'paretoReports.get', {currency: 'EUR'});
  const check = await done<PointsCheck>('vendor', 'pointsHolds.check');
  await done('key', 'pointsHolds.setCheck', {...check, burst: {times: 1, minutes: 60}});
  for (const sourceId of ['held-1', 'held-2', 'held-3']) await done('key', 'partnerEvents.create', {...newPartnerEventExample, partnerOrgId, sourceId, occurredAt});
  await done('key', 'pointsHolds.setCheck', check);
  const [held, other] = (await done<Page<PointsHold>>('vendor', 'pointsHolds.list', {status: 'held'})).items;
  await done('key', 'pointsHolds.release', {id: held?.id, version: held?.version});
  await done('key', 'pointsHolds.deny', {id: other?.id, version: other?.version, comment: 'Not again'});
  await done('vendor', 'pointsHolds.get', {id: held?.id});
  const board = await done<Board>('key', 'boards.create', newBoardExample);
  const changed = await done<Board>('key', 'boards.update', {id: board.id, version: board.version, minParticipants: 2});
  await done('partner', 'boards.list');
  await done('partner', 'boards.get', {id: board.id});
  await done('partner', 'boards.people', {id: board.id});
  for (const isOut of [true, false]) await done('partner', 'boards.optOut', {id: board.id, isOut});
  for (const as of ['partner', 'vendor'] as const) await done(as, 'boards.standings', {id: board.id});
  const closed = await done<BoardResult>('key', 'boardResults.freeze', {boardId: board.id, at: new Date(clock.now() - 40 * dayMs).toISOString()});
  const dispute = await done<BoardDispute>('partner', 'boardResults.dispute', {id: closed.id, version: closed.version, text: 'One is missing'});
  await done('key', 'boardResults.answer', {id: closed.id, version: closed.version + 1, disputeId: dispute.id, isAccepted: false, answer: 'It is there'});
  const verified = await done<BoardResult>('key', 'boardResults.verify', {id: closed.id, version: closed.version + 2});
  await done('key', 'boardResults.award', {id: closed.id, version: verified.version, prizes: [{toRank: 1, prize: 'A cup'}]});
  for (const verb of ['list', 'get', 'standings', 'disputes']) await done('partner', `boardResults.${verb}`, verb === 'list' ? {} : {id: closed.id});
  assert.equal((await call('key', 'boards.delete', {id: board.id, version: changed.version})).status, 204);
  await done('partner', 'pointsEntries.list');
  await done('vendor', 'pointsEntries.summary', {partnerOrgId});

  const courses = (levelId: string | undefined, target: number) => ({levelId, criteria: [{metric: 'custom', event: 'course_passed', target}]});
  const [gold, silver] = programExamples.aurora.levels;
  const {version} = await done<{version: number}>('vendor', 'partnerOrgs.get', {id: partnerOrgId});
  await done('vendor', 'partnerOrgs.update', {id: partnerOrgId, version, partnership: {levelId: null}});
  await done('key', 'tierPolicies.create', {...newTierPolicyExample, promotion: 'manual', graceDays: 0, holdForYear: false, retryAfterDays: 0, requirements: [courses(gold?.id, 3), courses(silver?.id, 1)]});
  await done('vendor', 'tierPolicies.preview', {...newTierPolicyExample, requirements: [courses(silver?.id, 1)]});
  await done('vendor', 'tierPolicies.list');
  await done('partner', 'tierPolicies.current');
  const next = async () => {
    const [change] = (await done<Page<LevelChange>>('vendor', 'levelChanges.list', {partnerOrgId, status: ['eligible', 'proposed']})).items;
    return change ?? assert.fail('No change of level is under way.');
  };
  const rejected = await next();
  await done('key', 'levelChanges.reject', {id: rejected.id, version: rejected.version, comment: 'Not yet'});
  clock.advance(dayMs);
  const eligible = await next();
  const proposed = await done<LevelChange>('vendor', 'levelChanges.propose', {id: eligible.id, version: eligible.version});
  assert.equal((await done<LevelChange>('key', 'levelChanges.approve', {id: proposed.id, version: proposed.version})).status, 'effective');
  await done('partner', 'levelChanges.get', {id: proposed.id});
  await done('partner', 'tierEvaluations.current');
  await done('partner', 'tierEvaluations.list');
}
