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
}
