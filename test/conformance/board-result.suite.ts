import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend, Stage} from './backend.ts';
import {newSource, passCourse, publishRule} from './points-acts.ts';

const at = '2026-09-15T12:00:00Z';

/** A board on which the stage's partner was second in September. */
async function september(stage: Stage) {
  const {key} = stage;
  await publishRule(stage);
  const rival = await key.partnerOrgs.create({name: 'Rival', country: 'SE'});
  for (const day of [10, 11]) await key.partnerEvents.create({event: 'course_passed', sourceId: newSource(), partnerOrgId: rival.id, occurredAt: `2026-09-${day}T10:00:00Z`});
  await passCourse(stage, {occurredAt: '2026-09-10T10:00:00Z'});
  return key.boards.create({name: 'Points', metric: 'points', period: 'month', minParticipants: 2});
}

export function boardResultSuite(backend: () => Backend): void {
  it('is frozen, disputed, verified and awarded', async () => {
    const stage = await backend().newStage();
    const {key, vendor, partner} = stage;
    const board = await september(stage);
    await refuses('board_period_open', key.boardResults.freeze({boardId: board.id, at: '2999-01-01T00:00:00Z'}));
    const frozen = await vendor.boardResults.freeze({boardId: board.id, at});
    assert.deepEqual([frozen.status, frozen.period.key, frozen.participants, frozen.own, frozen.board.id], ['frozen', '2026-09', 2, null, board.id]);
    const seen = await partner.boardResults.get({id: frozen.id});
    assert.deepEqual([seen.own, seen.openDisputes], [{rank: 2, value: 10, prize: null}, 0]);
    const dispute = await partner.boardResults.dispute({id: frozen.id, version: seen.version, text: 'A course is missing'});
    assert.deepEqual([dispute.status, dispute.partnerOrg.id, dispute.answer], ['open', stage.partnerOrgId, null]);
    const disputed = await vendor.boardResults.get({id: frozen.id});
    assert.equal(disputed.openDisputes, 1);
    await refuses('version_conflict', vendor.boardResults.verify({id: frozen.id, version: frozen.version}));
    await refuses('board_result_disputed', vendor.boardResults.verify({id: frozen.id, version: disputed.version}));
    await refuses('forbidden', partner.boardResults.verify({id: frozen.id, version: disputed.version}));
    for (const course of ['2026-09-20T10:00:00Z', '2026-09-21T10:00:00Z']) await passCourse(stage, {occurredAt: course});
    // What is frozen stays as it was until somebody counts again.
    assert.equal((await partner.boardResults.get({id: frozen.id})).own?.value, 10);
    const answered = await vendor.boardResults.answer({id: frozen.id, version: disputed.version, disputeId: dispute.id, isAccepted: true, answer: 'Two, even'});
    assert.deepEqual([answered.status, answered.answer], ['accepted', 'Two, even']);
    assert.deepEqual((await partner.boardResults.disputes({id: frozen.id})).items, [answered]);
    const again = await key.boardResults.freeze({boardId: board.id, at});
    assert.equal(again.id, frozen.id);
    await refuses('board_dispute_not_found', vendor.boardResults.answer({id: frozen.id, version: again.version, disputeId: dispute.id, isAccepted: true, answer: 'Twice'}));
    await refuses('board_result_status_conflict', key.boardResults.award({id: frozen.id, version: again.version, prizes: [{toRank: 1, prize: 'A cup'}]}));
    const verified = await vendor.boardResults.verify({id: frozen.id, version: again.version});
    await refuses('board_result_status_conflict', key.boardResults.freeze({boardId: board.id, at}));
    await refuses('board_result_status_conflict', partner.boardResults.dispute({id: frozen.id, version: verified.version, text: 'Too late'}));
    await key.boardResults.award({id: frozen.id, version: verified.version, prizes: [{toRank: 3, prize: 'A mug'}, {toRank: 1, prize: 'A cup'}]});
    const won = await partner.boardResults.get({id: frozen.id});
    assert.deepEqual([won.status, won.own, won.prizes.map(({prize}) => prize)], ['awarded', {rank: 1, value: 30, prize: 'A cup'}, ['A cup', 'A mug']]);
    const {rows, participants} = await partner.boardResults.standings({id: frozen.id});
    assert.deepEqual([participants, rows.map(({rank, isOwn, value}) => [rank, isOwn, value])], [2, [[1, true, 30], [2, false, 20]]]);
    assert.deepEqual((await partner.boardResults.list({boardId: board.id})).items, [won]);
  });

  it('tells nothing of others among few, nor to who does not compete', async () => {
    const stage = await backend().newStage();
    const {key, partner} = stage;
    const board = await september(stage);
    await key.boards.update({id: board.id, version: board.version, minParticipants: 3});
    const {id} = await key.boardResults.freeze({boardId: board.id, at});
    const few = await partner.boardResults.get({id});
    assert.deepEqual([few.participants, few.own?.rank, few.own?.value], [null, null, 10]);
    assert.deepEqual((await partner.boardResults.standings({id})).rows, []);
    const abroad = await key.boards.create({name: 'Far away', metric: 'points', period: 'month', countries: ['nz']});
    const far = await key.boardResults.freeze({boardId: abroad.id, at});
    await refuses('board_result_not_found', partner.boardResults.get({id: far.id}));
    assert.deepEqual((await partner.boardResults.list({boardId: abroad.id})).items, []);
  });
}
