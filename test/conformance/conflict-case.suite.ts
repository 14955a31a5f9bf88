import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {DealRegistration} from '@portico/contract';
import {refuses} from './acts.ts';
import type {Backend, Stage} from './backend.ts';
import {newRival, tellsNothing, underReview, type Somebody} from './deal-acts.ts';

/** Two partners with one customer, both under review. */
async function twoSides(stage: Stage): Promise<{rival: Somebody; first: DealRegistration; second: DealRegistration}> {
  const rival = await newRival(stage);
  const first = await underReview(stage);
  const {customer, lines} = first;
  return {rival, first, second: await underReview(stage, {customer: {name: customer.name, website: customer.website, country: 'FI'}, lines}, rival.client)};
}

export function conflictCaseSuite(backend: () => Backend): void {
  it('hears both sides, and neither hears the other', async () => {
    const stage = await backend().newStage();
    const {rival, first, second} = await twoSides(stage);
    // Whoever registered earlier is first, in whatever order they are named.
    const opened = await stage.vendor.conflictCases.create({firstId: second.id, secondId: first.id, comment: 'Both name it.'});
    assert.deepEqual([opened.status, opened.dealRegistrationId, opened.otherDealRegistrationId], ['open', first.id, second.id]);
    await refuses('conflict_case_open', stage.vendor.conflictCases.create({firstId: first.id, secondId: second.id, comment: 'Again.'}));
    assert.equal((await stage.vendor.dealRegistrations.get({id: first.id})).review?.conflictCaseId, opened.id);
    const asked = await stage.vendor.conflictCases.move({id: opened.id, version: opened.version, to: 'evidence'});
    assert.ok(asked.evidenceDueAt);
    const stated = await stage.partner.conflictCases.state({id: opened.id, version: asked.version, text: 'SECRET: we began in August.'});
    assert.deepEqual([stated.dealRegistrationId, stated.otherDealRegistrationId], [first.id, null]);
    assert.deepEqual(stated.entries.map(({side, event}) => `${side} ${event}`), ['vendor opened', 'vendor evidence_asked', 'you statement']);
    const others = await rival.client.conflictCases.get({id: opened.id});
    assert.deepEqual([others.dealRegistrationId, others.entries.map(({event}) => event)], [second.id, ['opened', 'evidence_asked']]);
    tellsNothing([others, await rival.client.conflictCases.list({})], ['SECRET', first.id, 'Both name it.']);
    const whole = await stage.vendor.conflictCases.get({id: opened.id});
    assert.equal(whole.entries.at(-1)?.text, 'SECRET: we began in August.');
    const stranger = await newRival(stage);
    await refuses('conflict_case_not_found', stranger.client.conflictCases.get({id: opened.id}));
    assert.deepEqual((await stranger.client.conflictCases.list({})).items, []);
    assert.deepEqual((await rival.client.conflictCases.list({dealRegistrationId: first.id})).items, []);
  });

  it('is decided once, with what follows from it', async () => {
    const stage = await backend().newStage();
    const {first, second} = await twoSides(stage);
    const {id, version} = await stage.vendor.conflictCases.create({firstId: first.id, secondId: second.id, comment: 'Both name it.'});
    const resolved = await stage.vendor.conflictCases.resolve({id, version, resolution: 'second_takes', comment: 'The second showed more.'});
    assert.deepEqual([resolved.status, resolved.resolution], ['resolved', 'second_takes']);
    assert.equal((await stage.vendor.dealRegistrations.get({id: first.id})).actions.includes('approve'), false);
    const {actions, status} = await stage.vendor.dealRegistrations.get({id: second.id});
    assert.ok(status === 'approved' || actions.includes('approve'));
    await refuses('conflict_status_conflict', stage.vendor.conflictCases.move({id, version: resolved.version, to: 'mediation'}));
  });

  it('shares a split as the vendor says, and only then', async () => {
    const stage = await backend().newStage();
    const {first, second} = await twoSides(stage);
    const {id, version} = await stage.vendor.conflictCases.create({firstId: first.id, secondId: second.id, comment: 'Both name it.'});
    await refuses('input_invalid', stage.vendor.conflictCases.resolve({id, version, resolution: 'split', comment: 'Half and half.'}));
    const split = await stage.vendor.conflictCases.resolve({id, version, resolution: 'split', firstSharePercent: 60, comment: 'Sixty to forty.'});
    assert.deepEqual([split.resolution, split.firstSharePercent], ['split', 60]);
    // Neither is ahead of the other now, and both may be approved.
    for (const {id: dealId} of [first, second]) {
      const {standing, version: seen} = await stage.vendor.dealRegistrations.get({id: dealId});
      assert.ok(standing === 'first' || dealId === second.id);
      assert.equal((await stage.vendor.dealReviews.approve({id: dealId, version: seen})).status, 'approved');
    }
  });
}
