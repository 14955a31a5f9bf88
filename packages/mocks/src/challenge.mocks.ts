import {PointsAudience, challengeCan, challengeTransitions, type Api, type Challenge, type ChallengeAction, type ChallengeEvent, type ChallengeFields, type ChallengeProgress} from '@portico/contract';
import {endOf, faultsOf, phaseOf, remainingTo, spanAt} from '@portico/contract/challenge-rules';
import type {ChallengeRow} from './challenge-data.ts';
import {audienceOf, countEverybody, entriesOf, isTaker, presentSpan, sumGoal, winnersOf} from './challenge-flow.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {orgRef} from './lead-flow.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {problem} from './problem.ts';

const latest = newestBy<ChallengeRow>(({createdAt}) => createdAt);
const none = PointsAudience.parse({});

export const challengeMocks: MockHandlers<Api['challenges']> = {
  list({status, phase, ...input}, scope) {
    const {store} = scope;
    const rows = store.data.challenges.challenges.values().filter(row => isSeen(scope, row) && (status === undefined || row.status === status) && (phase === undefined || phaseOf(row.status, row.window, store.clock.now()) === phase));
    const {items, page} = pageOf(sortRows(rows, latest), latest, input, {...input, status, phase});
    return {items: items.map(row => toChallenge(scope, row)), page};
  },
  get: ({id}, scope) => toChallenge(scope, findChallenge(scope, id)),
  create(fields, scope) {
    const {store} = scope;
    refuseManagers(scope);
    check(scope, fields);
    const now = store.now();
    const row = store.data.challenges.challenges.set({...fields, id: store.newId('challenge'), status: 'draft', reason: null, publishedAt: null, endedAt: null, version: 1, createdAt: now, updatedAt: now});
    store.change('challenge', row.id);
    return toChallenge(scope, row);
  },
  update: ({id, version, ...changes}, scope) =>
    act(scope, {id, version}, 'update', row => {
      const fields = {...row, ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))} as ChallengeRow;
      check(scope, fields);
      return fields;
    }),
  publish(input, scope) {
    const challenge = act(scope, input, 'publish', ({window}) => {
      const end = endOf(window);
      if (end !== null && end <= scope.store.now()) throw problem('input_invalid', {errors: [{pointer: '/window', code: 'in_past', message: 'This time is over. Choose a later one.'}]});
      return {publishedAt: scope.store.now()};
    });
    countEverybody(scope.store);
    return toChallenge(scope, findChallenge(scope, challenge.id));
  },
  end: (input, scope) => act(scope, input, 'end', () => ({endedAt: scope.store.now()})),
  withdraw: ({reason, ...input}, scope) =>
    act(scope, input, 'withdraw', ({id}) => {
      const {store} = scope;
      const {entries} = store.data.challenges;
      for (const entry of entries.values().filter(row => row.challengeId === id && row.status === 'submitted')) {
        store.update(entries, entry, {status: 'rejected', reason, decidedAt: store.now()});
        store.change('challenge_entry', entry.id, {partnerOrgIds: [entry.partnerOrgId]});
      }
      return {endedAt: store.now(), reason};
    }),
  progress({id, partnerOrgId, limit}, scope) {
    const {store, viewer} = scope;
    const row = findChallenge(scope, id);
    const only = viewer.partnerOrgId ?? partnerOrgId;
    const all = store.data.partnerOrgs.values().flatMap(org => (only === undefined || org.id === only ? [toProgress(scope, row, org.id)] : []));
    const shown = all.filter(({value, entry, partnerOrg}) => entry !== null || ((value ?? 0) > 0 && isTaker(store, row, partnerOrg.id)));
    return {items: shown.sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || (a.partnerOrg.id < b.partnerOrg.id ? -1 : 1)).slice(0, limit)};
  },
};

function isSeen({store, viewer}: Scope, row: ChallengeRow): boolean {
  if (viewer.side === 'vendor') return true;
  const {partnerOrgId} = viewer;
  return partnerOrgId !== null && row.publishedAt !== null && (isTaker(store, row, partnerOrgId) || entriesOf(store, row.id, partnerOrgId).length > 0);
}

/** A challenge that the reader sees. */
export function findChallenge(scope: Scope, id: string): ChallengeRow {
  const row = scope.store.data.challenges.challenges.get(id);
  if (!row || !isSeen(scope, row)) throw problem('challenge_not_found');
  return row;
}

function act(scope: Scope, {id, version}: {readonly id: string; readonly version: number}, event: ChallengeEvent, work: (row: ChallengeRow) => Partial<ChallengeRow>): Challenge {
  const {store} = scope;
  refuseManagers(scope);
  const row = findChallenge(scope, id);
  if (row.version !== version) throw problem('version_conflict', {current: toChallenge(scope, row)});
  if (!challengeCan(event, row.status)) throw problem('challenge_status_conflict');
  const moved = store.update(store.data.challenges.challenges, row, {...work(row), status: challengeTransitions[event].to});
  store.change('challenge', id, {partnerOrgIds: moved.publishedAt === null ? [] : audienceOf(store, moved)});
  return toChallenge(scope, moved);
}

function check({store}: Scope, fields: ChallengeFields): void {
  const errors = faultsOf(fields);
  if (errors.length > 0) throw problem('input_invalid', {errors: [...errors]});
  if (fields.badgeId !== null && !store.data.challenges.badges.get(fields.badgeId)) throw problem('badge_not_found');
}

/** Whoever has partners of their own does not decide what is for all of them. */
export function refuseManagers({viewer: {roles}}: Scope): void {
  if (roles.length > 0 && roles.every(role => role === 'channel_manager')) throw problem('forbidden');
}

function toProgress({store}: Scope, row: ChallengeRow, partnerOrgId: string): ChallengeProgress {
  const span = presentSpan(store, row, partnerOrgId);
  const entry = entriesOf(store, row.id, partnerOrgId).find(each => each.span.key === span?.key);
  const value = row.goal && span ? sumGoal(store, row.goal, partnerOrgId, span) : null;
  const isSaid = entry?.status === 'rejected' || entry?.status === 'revoked';
  return {
    partnerOrg: orgRef(store, partnerOrgId),
    span,
    value,
    target: row.goal?.target ?? null,
    remaining: row.goal ? remainingTo(row.goal.target, value ?? 0) : null,
    isWon: entry?.status === 'approved',
    entry: entry ? {id: entry.id, status: entry.status, reason: isSaid ? entry.reason : null, version: entry.version} : null,
  };
}

function toChallenge(scope: Scope, row: ChallengeRow): Challenge {
  const {store, viewer} = scope;
  const isPartner = viewer.side === 'partner';
  const {challenges} = store.data;
  const badge = challenges.badges.get(row.badgeId ?? '');
  const winners = winnersOf(store, row.id, spanAt(row, store.now(), null)?.key ?? 'once');
  const isManager = viewer.roles.length > 0 && viewer.roles.every(role => role === 'channel_manager');
  return {
    ...row,
    audience: isPartner ? none : row.audience,
    badge: badge ? {id: badge.id, name: badge.name} : null,
    phase: phaseOf(row.status, row.window, store.clock.now()),
    winners: isPartner ? null : winners,
    winnersLeft: row.maxWinners === null ? null : Math.max(0, row.maxWinners - winners),
    submitted: isPartner ? null : challenges.entries.values().filter(each => each.challengeId === row.id && each.status === 'submitted').length,
    own: viewer.partnerOrgId === null ? null : toProgress(scope, row, viewer.partnerOrgId),
    actions: isPartner || isManager ? [] : (Object.keys(challengeTransitions) as ChallengeAction[]).filter(event => challengeCan(event, row.status)),
  };
}
