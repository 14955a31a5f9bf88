import assert from 'node:assert/strict';
import {setTimeout as sleep} from 'node:timers/promises';
import type {LevelChange} from '@portico/contract';
import {programExamples} from '@portico/contract/examples';
import type {Stage} from './backend.ts';
import {passCourse} from './points-acts.ts';

const [gold, silver] = programExamples.aurora.levels;
export const goldId = gold?.id ?? '';
export const silverId = silver?.id ?? '';

/** A partner without a level that has passed a course, which is what Silver asks for; Gold asks for three. */
export async function askForCourses(stage: Stage, promotion: 'automatic' | 'propose' | 'manual'): Promise<void> {
  const {key, partnerOrgId} = stage;
  const {version} = await key.partnerOrgs.get({id: partnerOrgId});
  await key.partnerOrgs.update({id: partnerOrgId, version, partnership: {levelId: null}});
  await passCourse(stage);
  const courses = (target: number) => [{metric: 'custom' as const, event: 'course_passed', target}];
  await key.tierPolicies.create({currency: 'EUR', promotion, requirements: [{levelId: silverId, criteria: courses(1)}, {levelId: goldId, criteria: courses(3)}]});
}

/** Waits until the evaluation has come to the stage's partner. */
export async function changeOf({key, partnerOrgId}: Stage): Promise<LevelChange> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const [change] = (await key.levelChanges.list({partnerOrgId})).items;
    if (change) return change;
    await sleep(50);
  }
  assert.fail('Nobody evaluated the partner.');
}
