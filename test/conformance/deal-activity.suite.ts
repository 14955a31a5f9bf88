import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {approved, newRival, setDealPolicy, submitted, tellsNothing} from './deal-acts.ts';

export function dealActivitySuite(backend: () => Backend): void {
  it('tells each side its own story, newest first', async () => {
    const stage = await backend().newStage();
    const {id: dealRegistrationId} = await submitted(stage);
    const call = await stage.partner.dealActivities.create({dealRegistrationId, kind: 'call', body: 'They want an offer.'});
    assert.deepEqual([call.visibility, call.side, call.dealRegistrationId], ['shared', 'partner', dealRegistrationId]);
    await stage.partner.dealActivities.create({dealRegistrationId, kind: 'note', body: 'OURS: margin is thin.', internal: true});
    await stage.vendor.dealActivities.create({dealRegistrationId, kind: 'note', body: 'THEIRS: ask finance.', internal: true});
    await stage.vendor.dealActivities.create({dealRegistrationId, kind: 'note', body: 'We bring a specialist.'});
    const bodiesOf = async (client: typeof stage.partner) => (await client.dealActivities.list({dealRegistrationId})).items.filter(({kind}) => kind !== 'event').map(({body}) => body);
    assert.deepEqual(await bodiesOf(stage.partner), ['We bring a specialist.', 'OURS: margin is thin.', 'They want an offer.']);
    assert.deepEqual(await bodiesOf(stage.vendor), ['We bring a specialist.', 'THEIRS: ask finance.', 'They want an offer.']);
    const events = (await stage.partner.dealActivities.list({dealRegistrationId})).items.flatMap(({event}) => event ?? []);
    assert.ok(events.includes('submit'));
  });

  it('is refused to others, and for a time to come', async () => {
    const stage = await backend().newStage();
    const rival = await newRival(stage);
    const {id: dealRegistrationId} = await submitted(stage);
    await refuses('deal_registration_not_found', rival.client.dealActivities.list({dealRegistrationId}));
    await refuses('deal_registration_not_found', rival.client.dealActivities.create({dealRegistrationId, kind: 'note', body: 'Hello.'}));
    const future = await refuses('input_invalid', stage.partner.dealActivities.create({dealRegistrationId, kind: 'call', body: 'Tomorrow.', occurredAt: '2099-01-01T00:00:00Z'}));
    assert.equal(future.problem.errors?.[0]?.pointer, '/occurredAt');
  });

  it('counts as progress when the partner shares work on a protected deal', async () => {
    const stage = await backend().newStage();
    await setDealPolicy(stage, {progressWindowDays: 30});
    const {id, progressDueAt} = await approved(stage);
    assert.ok(progressDueAt);
    const dueAfter = async (entry: {kind: 'note' | 'call'; internal: boolean}) => {
      await stage.partner.dealActivities.create({dealRegistrationId: id, body: 'Work.', ...entry});
      return (await stage.partner.dealRegistrations.get({id})).progressDueAt;
    };
    assert.equal(await dueAfter({kind: 'note', internal: false}), progressDueAt);
    assert.equal(await dueAfter({kind: 'call', internal: true}), progressDueAt);
    assert.ok(((await dueAfter({kind: 'call', internal: false})) ?? '') >= progressDueAt);
  });

  it('names no reviewer to the partner', async () => {
    const stage = await backend().newStage();
    const {person} = await stage.vendor.me.get({});
    const {id} = await approved(stage);
    const {items} = await stage.partner.dealActivities.list({dealRegistrationId: id});
    assert.ok(items.some(({event}) => event === 'approve'));
    tellsNothing(items, [person?.name, person?.id]);
  });
}
