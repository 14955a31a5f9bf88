import assert from 'node:assert/strict';
import {it} from 'node:test';
import {evaluateTiers, whatIf} from '@portico/contract/tier-rules';
import {programExamples} from '@portico/contract/examples';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {askForCourses, changeOf, goldId, silverId} from './tier-acts.ts';

export function tierEvaluationSuite(backend: () => Backend): void {
  it('tells partners how they stand, by the engine that shows them what would be', async () => {
    const stage = await backend().newStage();
    const {partner, vendor, partnerOrgId} = stage;
    await refuses('tier_policy_not_found', partner.tierEvaluations.current({}));
    await askForCourses(stage, 'propose');
    const {id} = await changeOf(stage);
    const stands = await partner.tierEvaluations.current({});
    assert.deepEqual([stands.partnerOrg.id, stands.levelId, stands.reachedLevelId, stands.change?.id, stands.values], [partnerOrgId, null, silverId, id, {'custom:course_passed trailing_12_months': 1}]);
    const {terms} = await partner.tierPolicies.current({});
    const {levels} = programExamples.aurora;
    assert.deepEqual(stands.levels, evaluateTiers(terms, levels, stands.values, stands.asOf).levels);
    assert.equal(evaluateTiers(terms, levels, whatIf(terms.requirements, stands.values, [{metric: 'custom', event: 'course_passed', add: 2}]), stands.asOf).reachedLevelId, goldId);
    const [kept] = (await partner.tierEvaluations.list({})).items;
    assert.deepEqual([kept?.values, kept?.levelId, kept?.reachedLevelId], [stands.values, null, silverId]);
    assert.equal((await vendor.tierEvaluations.list({partnerOrgId})).items.length, 1);
    await refuses('input_invalid', vendor.tierEvaluations.current({}));
  });
}
