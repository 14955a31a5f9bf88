import type {Stage} from './backend.ts';

let count = 0;

/** A source that nobody reported before. */
export function newSource(): string {
  return `source-${++count}`;
}

type NewRule = Parameters<Stage['key']['pointsRules']['create']>[0];

/** A rule that gives ten points for a course, in force. */
export async function publishRule({key}: Stage, changes: Partial<NewRule> = {}) {
  const {id, version} = await key.pointsRules.create({name: 'Courses', event: 'course_passed', formula: {kind: 'fixed', points: 10}, cap: {times: 3, per: 'month'}, ...changes});
  return (await key.pointsRules.publish({id, version})).rule;
}

/** Reports that the stage's partner passed a course. */
export function passCourse({key, partnerOrgId}: Stage, changes: Partial<Parameters<Stage['key']['partnerEvents']['create']>[0]> = {}) {
  return key.partnerEvents.create({event: 'course_passed', sourceId: newSource(), partnerOrgId, ...changes});
}
