import assert from 'node:assert/strict';
import {it} from 'node:test';
import {programExamples} from '@portico/contract/examples';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';

export function tierPolicySuite(backend: () => Backend): void {
  it('is announced in versions, each from its time on', async () => {
    const {key, vendor, partner} = await backend().newStage();
    await refuses('tier_policy_not_found', partner.tierPolicies.current({}));
    const [level] = programExamples.aurora.levels;
    const requirements = [{levelId: level?.id ?? '', criteria: [{metric: 'revenue' as const, target: 100}]}];
    const first = await key.tierPolicies.create({currency: 'EUR', requirements});
    assert.deepEqual([first.number, first.terms.requirements[0]?.criteria[0]?.window, first.terms.promotion], [1, 'trailing_12_months', 'propose']);
    assert.deepEqual(await partner.tierPolicies.current({}), first);
    const next = await key.tierPolicies.create({currency: 'EUR', requirements: [], effectiveFrom: '2999-01-01T00:00:00Z'});
    assert.deepEqual((await vendor.tierPolicies.list({})).items, [next, first]);
    assert.deepEqual(await partner.tierPolicies.current({}), first);
    await refuses('input_invalid', key.tierPolicies.create({currency: 'EUR', requirements: []}));
    await refuses('input_invalid', key.tierPolicies.create({currency: 'EUR', requirements: [...requirements, ...requirements], effectiveFrom: '2999-01-01T00:00:00Z'}));
    await refuses('input_invalid', key.tierPolicies.create({currency: 'EUR', requirements: [{levelId: '00000000-0000-7000-8000-000000000000'}], effectiveFrom: '2999-01-01T00:00:00Z'}));
    await refuses('input_invalid', key.tierPolicies.create({currency: 'EUR', requirements: [{levelId: level?.id ?? '', criteria: [{metric: 'custom', target: 1}]}], effectiveFrom: '2999-01-01T00:00:00Z'}));
  });

  it('says who would reach another level before it is announced, and moves nobody', async () => {
    const {key, vendor, partner, partnerOrgId} = await backend().newStage();
    const level = programExamples.aurora.levels[0]?.id ?? '';
    const courses = (target: number) => ({currency: 'EUR', requirements: [{levelId: level, criteria: [{metric: 'custom' as const, event: 'course_passed', target}]}]});
    await key.partnerEvents.create({event: 'course_passed', sourceId: 'preview-1', partnerOrgId});
    const first = await vendor.tierPolicies.preview(courses(1));
    const row = first.rows.find(({partnerOrg}) => partnerOrg.id === partnerOrgId);
    assert.deepEqual([row?.before, row?.after, first.changed, first.rows.length, first.partners >= 1], [null, level, 1, 1, true]);
    assert.deepEqual(first.levels.map(({levelId, before, after}) => [levelId, after - before]).filter(([, difference]) => difference !== 0), [[level, 1], [null, -1]]);
    await key.tierPolicies.create(courses(1));
    const second = await key.tierPolicies.preview(courses(2));
    assert.deepEqual(second.rows.map(({partnerOrg, before, after}) => [partnerOrg.id, before, after]), [[partnerOrgId, level, null]]);
    assert.equal((await key.tierPolicies.list({})).items.length, 1);
    await refuses('forbidden', partner.tierPolicies.preview(courses(1)));
    await refuses('input_invalid', key.tierPolicies.preview({...courses(1), requirements: [{levelId: '00000000-0000-7000-8000-000000000000'}]}));
  });
}
