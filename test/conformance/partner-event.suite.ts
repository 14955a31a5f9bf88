import assert from 'node:assert/strict';
import {it} from 'node:test';
import {acceptLead, refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {newSource, passCourse} from './points-acts.ts';

export function partnerEventSuite(backend: () => Backend): void {
  it('is recorded once for its source, and taken back once', async () => {
    const stage = await backend().newStage();
    const {key, vendor, partner, partnerOrgId} = stage;
    const sourceId = newSource();
    const first = await passCourse(stage, {sourceId, entityId: 'basics', amount: {amountMinor: 100, currency: 'eur'}, personId: stage.partnerPersonId});
    assert.deepEqual([first.facts.amount, first.personId, first.retractedAt], [{amountMinor: 100, currency: 'EUR'}, stage.partnerPersonId, null]);
    assert.deepEqual(await passCourse(stage, {sourceId, entityId: 'other'}), first);
    assert.deepEqual((await vendor.partnerEvents.list({partnerOrgId, event: 'course_passed'})).items, [first]);
    const {retractedAt} = await key.partnerEvents.retract({id: first.id});
    assert.ok(retractedAt);
    assert.equal((await key.partnerEvents.retract({id: first.id})).retractedAt, retractedAt);
    await refuses('forbidden', partner.partnerEvents.list({}));
  });

  it('is refused for nobody, in the future, and in the product’s own name', async () => {
    const stage = await backend().newStage();
    const nobody = '00000000-0000-7000-8000-000000000000';
    await refuses('partner_org_not_found', passCourse(stage, {partnerOrgId: nobody}));
    await refuses('person_not_found', passCourse(stage, {personId: nobody}));
    await refuses('input_invalid', passCourse(stage, {occurredAt: '2999-01-01T00:00:00Z'}));
    await refuses('partner_event_reserved', passCourse(stage, {event: 'deal_won'}));
    await refuses('partner_event_not_found', stage.key.partnerEvents.retract({id: nobody}));
    await acceptLead(stage);
    const [own] = (await stage.key.partnerEvents.list({event: 'lead_accepted'})).items;
    assert.equal(own?.partnerOrg.id, stage.partnerOrgId);
    await refuses('partner_event_reserved', stage.key.partnerEvents.retract({id: own?.id ?? ''}));
  });
}
