import {challengeCan, challengeTransitions, type Api, type Challenge, type ChallengeEvent, type ChallengeFields, type ChallengeStatus} from '@portico/contract';
import {endOf, faultsOf} from '@portico/contract/challenge-rules';
import type {Selectable, Updateable} from 'kysely';
import {refuseManagers} from '../access/refuse-managers.ts';
import {toCounting} from '../challenge-flow/running.queries.ts';
import {getAudience} from '../challenge-flow/takers.queries.ts';
import {recordChanges} from '../changes/record-changes.ts';
import type {Change} from '../changes/record-change.ts';
import {nowText} from '../context.ts';
import type {ChallengeTable} from '../database/challenge-tables.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {expectVersion, problem} from '../problem.ts';
import {columnsOf, fieldsOf, findChallenge, findChallengeRow, insertChallenge, listChallenges, lockChallenge, rejectWaiting, updateChallenge} from './challenge.queries.ts';
import {listProgress} from './progress.ts';

export const challengeHandlers: Handlers<Api['challenges']> = {
  list: ({input, scope}) => listChallenges(scope, input),

  get: ({input, scope}) => read(scope, input.id),

  create: async ({input, scope}) => {
    refuseManagers(scope);
    await check(scope, input);
    const id = await insertChallenge(scope, input);
    await recordChanges(scope, [{resource: 'challenge', id, action: 'create', changes: {name: input.name}}]);
    return read(scope, id);
  },

  update: ({input: {id, version, ...changes}, scope}) =>
    act(scope, {id, version}, 'update', async held => {
      const fields = {...fieldsOf(held), ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))} as ChallengeFields;
      await check(scope, fields);
      return {columns: columnsOf(fields)};
    }),

  publish: ({input, scope}) =>
    act(scope, input, 'publish', async held => {
      const end = endOf(held.run_window);
      const now = nowText(scope.context);
      if (end !== null && end <= now) throw problem('input_invalid', {errors: [{pointer: '/window', code: 'in_past', message: 'This time is over. Choose a later one.'}]});
      return {columns: {published_at: now, due_at: held.type === 'performance' ? now : end}, audience: await getAudience(scope, held.audience)};
    }),

  end: ({input, scope}) => act(scope, input, 'end', async held => ({columns: {ended_at: nowText(scope.context), due_at: null}, audience: await getAudience(scope, held.audience)})),

  withdraw: ({input: {reason, ...input}, scope}) =>
    act(scope, input, 'withdraw', async held => {
      const rejected = await rejectWaiting(scope, input.id, reason);
      return {
        columns: {ended_at: nowText(scope.context), due_at: null, reason},
        audience: held.status === 'published' ? await getAudience(scope, held.audience) : [],
        changes: rejected.map(row => ({resource: 'challenge_entry', id: row.challenge_entry_id, action: 'reject', partnerOrgId: row.partner_org_id})),
      };
    }),

  progress: async ({input: {id, partnerOrgId, limit}, scope}) => {
    const row = await findChallengeRow(scope, id);
    if (!row) throw problem('challenge_not_found');
    return {items: await listProgress(scope, toCounting(row), {partnerOrgId: scope.partnerOrgId ?? partnerOrgId, limit})};
  },
};

interface Act {
  readonly columns: Updateable<ChallengeTable>;
  /** Partners who hear of it. */
  readonly audience?: readonly string[];
  readonly changes?: readonly Change[];
}

/** Lets something happen to a challenge, under its lock, and announces it. */
async function act(scope: Scope, {id, version}: {readonly id: string; readonly version: number}, event: ChallengeEvent, work: (held: Selectable<ChallengeTable>) => Promise<Act>): Promise<Challenge> {
  refuseManagers(scope);
  const held = await lockChallenge(scope, id);
  if (!held) throw problem('challenge_not_found');
  await expectVersion(held, version, () => read(scope, id));
  if (!challengeCan(event, held.status as ChallengeStatus)) throw problem('challenge_status_conflict');
  const {columns, audience = [], changes = []} = await work(held);
  const {to: status} = challengeTransitions[event];
  await updateChallenge(scope, id, {...columns, status});
  await recordChanges(scope, [...changes, {resource: 'challenge', id, action: event, partnerOrgIds: audience, changes: {status}}]);
  return read(scope, id);
}

async function check({db, tenantId}: Scope, fields: ChallengeFields): Promise<void> {
  const errors = faultsOf(fields);
  if (errors.length > 0) throw problem('input_invalid', {errors});
  if (fields.badgeId === null) return;
  const badge = await db.selectFrom('badge').select('badge_id').where('tenant_id', '=', tenantId).where('badge_id', '=', fields.badgeId).executeTakeFirst();
  if (!badge) throw problem('badge_not_found');
}

async function read(scope: Scope, id: string): Promise<Challenge> {
  const challenge = await findChallenge(scope, id);
  if (!challenge) throw problem('challenge_not_found');
  return challenge;
}
