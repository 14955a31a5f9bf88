import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend, Stage} from './backend.ts';
import {newSource, passCourse, publishRule} from './points-acts.ts';

/** Partners beside the stage's own that passed so many courses. */
async function rivals({key}: Stage, ...courses: readonly number[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, count] of courses.entries()) {
    const {id} = await key.partnerOrgs.create({name: `Rival ${String.fromCharCode(65 + index)}`, country: 'SE'});
    for (let passed = 0; passed < count; passed++) await key.partnerEvents.create({event: 'course_passed', sourceId: newSource(), partnerOrgId: id, occurredAt: '2026-10-10T10:00:00Z'});
    ids.push(id);
  }
  return ids;
}

const points = {metric: 'points', period: 'month'} as const;

export function boardSuite(backend: () => Backend): void {
  it('ranks those who have something that counts, and shares ranks', async () => {
    const stage = await backend().newStage();
    const {key, vendor, partner, partnerOrgId} = stage;
    await publishRule(stage);
    const [first, second] = await rivals(stage, 3, 2, 0, 1);
    await passCourse(stage, {occurredAt: '2026-10-10T10:00:00Z'});
    await passCourse(stage, {occurredAt: '2026-10-11T10:00:00Z'});
    const board = await key.boards.create({name: 'Points', ...points, minParticipants: 2});
    const at = '2026-10-31T12:00:00Z';
    const shown = await partner.boards.standings({id: board.id, at});
    assert.deepEqual([shown.period, shown.participants], [{key: '2026-10', from: '2026-10-01T00:00:00.000Z', until: '2026-11-01T00:00:00.000Z'}, 4]);
    assert.deepEqual(shown.rows.map(({rank, isOwn, value}) => [rank, isOwn, value]).toSorted(), [[1, false, 30], [2, false, 20], [2, true, 20], [4, false, 10]].toSorted());
    assert.deepEqual(new Set(shown.rows.slice(0, 3).map(row => row.partnerOrg?.id)), new Set([first, second, partnerOrgId]));
    assert.deepEqual(shown.own, {rank: 2, value: 20, previousRank: null, toNext: {rank: 1, difference: 10}});
    const later = await partner.boards.standings({id: board.id, at: '2026-11-01T00:00:00Z'});
    assert.deepEqual([later.rows, later.own?.rank], [[], null]);
    assert.deepEqual([(await vendor.boards.standings({id: board.id, at, limit: 1})).rows.map(({value}) => value), (await vendor.boards.standings({id: board.id, at})).own], [[30], null]);
  });

  it('hides others behind aliases, and everybody when they are few', async () => {
    const stage = await backend().newStage();
    const {key, partner} = stage;
    await publishRule(stage);
    const ids = await rivals(stage, 3, 2);
    await passCourse(stage, {occurredAt: '2026-10-10T10:00:00Z'});
    const at = '2026-10-31T12:00:00Z';
    const board = await key.boards.create({name: 'Aliases', ...points, minParticipants: 3, visibility: {kind: 'alias'}});
    const shown = await partner.boards.standings({id: board.id, at});
    assert.deepEqual(shown.rows.map(({partnerOrg, alias, isOwn}) => [partnerOrg === null, alias === null, isOwn]), [[true, false, false], [true, false, false], [false, true, true]]);
    for (const id of ids) assert.ok(!JSON.stringify(shown).includes(id));
    const few = await key.boards.update({id: board.id, version: board.version, minParticipants: 4});
    const {rows, participants, own} = await partner.boards.standings({id: few.id, at});
    assert.deepEqual([rows, participants, own], [[], null, {rank: null, value: 10, previousRank: null, toNext: null}]);
  });

  it('leaves off who wishes so, and ranks people inside a partner', async () => {
    const stage = await backend().newStage();
    const {key, partner, partnerPersonId} = stage;
    await publishRule(stage);
    await rivals(stage, 3);
    await passCourse(stage, {occurredAt: '2026-10-10T10:00:00Z', personId: partnerPersonId});
    await passCourse(stage, {occurredAt: '2026-10-11T10:00:00Z'});
    const at = '2026-10-31T12:00:00Z';
    const {id} = await key.boards.create({name: 'Points', ...points, minParticipants: 2});
    assert.deepEqual((await partner.boards.people({id, at})).rows.map(({rank, isOwn, person, value}) => [rank, isOwn, person.id, value]), [[1, true, partnerPersonId, 10]]);
    assert.equal((await partner.boards.optOut({id, isOut: true})).isOut, true);
    assert.deepEqual((await key.boards.standings({id, at})).rows.map(({value}) => value), [30]);
    assert.deepEqual((await partner.boards.standings({id, at})).own?.rank, null);
    assert.equal((await partner.boards.get({id})).isOut, true);
    await partner.boards.optOut({id, isOut: false});
    assert.deepEqual((await key.boards.standings({id, at})).rows.map(({value}) => value), [30, 20]);
    await refuses('forbidden', key.boards.optOut({id, isOut: true}));
    // Rivals are of another country.
    const {version} = await key.boards.get({id});
    await key.boards.update({id, version, within: 'cohort', minParticipants: 2});
    assert.deepEqual([(await partner.boards.standings({id, at})).participants, (await key.boards.standings({id, at})).participants], [null, 2]);
  });

  it('ranks beside the median of their own, and tells what one has oneself before that', async () => {
    const stage = await backend().newStage();
    const {key, partner} = stage;
    await publishRule(stage);
    await rivals(stage, 3, 2, 1);
    await passCourse(stage, {occurredAt: '2026-10-10T10:00:00Z'});
    const at = '2026-10-31T12:00:00Z';
    const fields = {name: 'Beside', ...points, minParticipants: 3, isNormalised: true} as const;
    await refuses('input_invalid', key.boards.create(fields));
    const {id, version} = await key.boards.create({...fields, within: 'country'});
    await refuses('input_invalid', key.boards.update({id, version, within: 'all'}));
    // The stage's partner is alone in its country: beside the median of all, which is 15.
    const seen = await partner.boards.standings({id, at});
    assert.deepEqual(seen.rows.map(({rank, value, isOwn, rawValue}) => [rank, value, isOwn, rawValue]), [[1, 15_000, false, undefined], [2, 10_000, false, undefined], [3, 6667, true, 10], [4, 5000, false, undefined]]);
    assert.deepEqual([seen.board.isNormalised, seen.own], [true, {rank: 3, value: 6667, rawValue: 10, previousRank: null, toNext: {rank: 2, difference: 3333}}]);
    assert.deepEqual((await key.boards.standings({id, at})).rows.map(({rawValue}) => rawValue), [30, 20, 10, 10]);
    const frozen = await key.boardResults.freeze({boardId: id, at});
    assert.deepEqual((await partner.boardResults.get({id: frozen.id})).own, {rank: 3, value: 6667, rawValue: 10, prize: null});
    assert.deepEqual((await partner.boardResults.standings({id: frozen.id})).rows.map(({value, rawValue}) => [value, rawValue]), [[15_000, undefined], [10_000, undefined], [6667, 10], [5000, undefined]]);
    assert.deepEqual((await partner.boards.standings({id, at: '2026-11-10T00:00:00Z'})).own, {rank: null, value: null, rawValue: null, previousRank: null, toNext: null});
    const few = await key.boards.update({id, version, minParticipants: 5});
    assert.deepEqual((await partner.boards.standings({id: few.id, at})).own, {rank: null, value: null, rawValue: 10, previousRank: null, toNext: null});
    assert.deepEqual((await partner.boardResults.get({id: frozen.id})).own, {rank: null, value: null, rawValue: 10, prize: null});
  });

  it('is for some, and removed', async () => {
    const {key, partner} = await backend().newStage();
    const elsewhere = await key.boards.create({name: 'Far away', ...points, countries: ['nz']});
    await refuses('board_not_found', partner.boards.get({id: elsewhere.id}));
    const here = await key.boards.create({name: 'Everybody', ...points});
    assert.deepEqual((await partner.boards.list({})).items, [{...here, isOut: false}]);
    await refuses('version_conflict', key.boards.delete({id: here.id, version: here.version + 1}));
    await key.boards.delete({id: here.id, version: here.version});
    await refuses('board_not_found', key.boards.standings({id: here.id}));
  });
}
