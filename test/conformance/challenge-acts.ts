import type {Stage} from './backend.ts';

type NewChallenge = Parameters<Stage['key']['challenges']['create']>[0];

const dayMs = 86_400_000;

/** An instant so many days from the backend's now. */
export async function inDays({key}: Stage, days: number): Promise<string> {
  return new Date(Date.parse((await key.me.get({})).serverTime) + days * dayMs).toISOString();
}

/** A challenge that ten days ago began and in ten days ends, as a draft: two courses for 50 points unless said. */
export async function draftChallenge(stage: Stage, changes: Partial<NewChallenge> = {}) {
  const window = {kind: 'absolute', startsAt: await inDays(stage, -10), endsAt: await inDays(stage, 10)} as const;
  const goal = {metric: 'events', event: 'course_passed', target: 2} as const;
  return stage.key.challenges.create({name: 'Two courses', type: 'performance', ...(changes.type === 'submission' ? {} : {goal}), window, points: 50, ...changes});
}

/** The same, published. */
export async function publishChallenge(stage: Stage, changes: Partial<NewChallenge> = {}) {
  const {id, version} = await draftChallenge(stage, changes);
  return stage.key.challenges.publish({id, version});
}
