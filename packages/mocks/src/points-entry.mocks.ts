import type {Api, PointsEntry} from '@portico/contract';
import type {MockHandlers, Scope} from './handlers.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {inForce} from './points-flow.ts';
import {problem} from './problem.ts';
import type {LineRow} from './challenge-data.ts';
import type {EntryRow} from './standing.ts';

type Row = EntryRow | LineRow;

const latest = newestBy<Row>(({occurredAt}) => occurredAt);

export const pointsEntryMocks: MockHandlers<Api['pointsEntries']> = {
  list(input, scope) {
    const {partnerOrgId, ruleId, challengeId} = input;
    const rows = seenEntries(scope, input).filter(row => (partnerOrgId === undefined || row.partnerOrgId === partnerOrgId) && (ruleId === undefined || ('ruleId' in row && row.ruleId === ruleId)) && (challengeId === undefined || challengeOf(scope, row)?.id === challengeId));
    const {items, page} = pageOf(sortRows(rows, latest), latest, input, input);
    return {items: items.map(row => toEntry(scope, row)), page};
  },
  summary(input, scope) {
    const {store, viewer} = scope;
    const partnerOrgId = input.partnerOrgId ?? viewer.partnerOrgId;
    if (partnerOrgId === null) throw problem('input_invalid', {errors: [{pointer: '/partnerOrgId', code: 'required', message: 'Say whose points.'}]});
    const org = viewer.side === 'vendor' || partnerOrgId === viewer.partnerOrgId ? store.data.partnerOrgs.get(partnerOrgId) : undefined;
    if (!org) throw problem('partner_org_not_found');
    const now = store.now();
    const own = seenEntries(scope, input).filter(row => row.partnerOrgId === partnerOrgId);
    const sum = (rows: readonly Row[]) => rows.reduce((total, {points}) => total + points, 0);
    const expiries = Map.groupBy(own.filter(({expiresAt}) => expiresAt !== null && expiresAt > now), ({expiresAt}) => expiresAt ?? '');
    const [next] = [...expiries].filter(([, rows]) => sum(rows) !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
    const standing = (rows: readonly Row[]) => rows.filter(({reversesId, reversedById}) => reversesId === null && reversedById === null).length;
    const byRule = [...Map.groupBy(own.filter(row => 'ruleId' in row), ({ruleId}) => ruleId)].map(([ruleId, rows]) => {
      const rule = store.data.standing.rules.get(ruleId);
      return {ruleId, ruleName: rule?.name ?? '', event: (rule && inForce(rule)?.terms.event) ?? '', entries: standing(rows), points: sum(rows)};
    });
    const byChallenge = [...Map.groupBy(own, row => challengeOf(scope, row)?.id ?? '')].flatMap(([challengeId, rows]) =>
      challengeId === '' ? [] : [{challengeId, challengeName: store.data.challenges.challenges.get(challengeId)?.name ?? '', entries: standing(rows), points: sum(rows)}],
    );
    const paid = own.filter(row => 'redemptionId' in row && row.redemptionId !== null);
    return {
      partnerOrg: {id: org.id, name: org.name},
      asOf: now,
      total: sum(own) - sum(paid),
      unexpired: sum(own.filter(({expiresAt}) => expiresAt === null || expiresAt > now)),
      redeemed: -sum(paid) + 0,
      nextExpiry: next ? {at: next[0], points: sum(next[1])} : null,
      byRule: byRule.sort((a, b) => b.points - a.points || (a.ruleId < b.ruleId ? -1 : 1)),
      byChallenge: byChallenge.sort((a, b) => b.points - a.points || (a.challengeId < b.challengeId ? -1 : 1)),
    };
  },
};

/** Lines that the reader may see, of what happened in a window. */
function seenEntries({store, viewer}: Scope, {from, until}: {readonly from?: string | undefined; readonly until?: string | undefined}): Row[] {
  const isIn = (at: number) => (from === undefined || at >= Date.parse(from)) && (until === undefined || at < Date.parse(until));
  const {standing, challenges} = store.data;
  return [...standing.entries.values(), ...challenges.lines.values()].filter(row => (viewer.side === 'vendor' || row.partnerOrgId === viewer.partnerOrgId) && isIn(Date.parse(row.occurredAt)));
}

/** The challenge that a line is of. */
function challengeOf({store: {data: {challenges}}}: Scope, row: Row): {readonly id: string; readonly name: string} | undefined {
  return 'challengeEntryId' in row ? challenges.challenges.get(challenges.entries.get(row.challengeEntryId ?? '')?.challengeId ?? '') : undefined;
}

function toEntry(scope: Scope, row: Row): PointsEntry {
  const {standing, partnerOrgs, people, challenges} = scope.store.data;
  const {id, partnerOrgId, personId, points, reason, occurredAt, recordedAt, expiresAt, reversesId, reversedById} = row;
  const person = people.get(personId ?? '');
  const common = {id, partnerOrg: {id: partnerOrgId, name: partnerOrgs.get(partnerOrgId)?.name ?? ''}, person: person ? {id: person.id, name: person.name} : null, points, reason, occurredAt, recordedAt, expiresAt, reversesId, reversedById};
  if ('ruleId' in row) {
    const event = standing.events.get(row.eventId);
    return {...common, rule: {id: row.ruleId, name: standing.rules.get(row.ruleId)?.name ?? '', number: row.number}, event: {id: row.eventId, event: event?.event ?? '', entityId: event?.entityId ?? null, amount: event?.facts.amount ?? null}, challenge: null, redemption: null};
  }
  const challenge = challengeOf(scope, row);
  const redemption = challenges.redemptions.get(row.redemptionId ?? '');
  return {
    ...common,
    rule: null,
    event: null,
    challenge: challenge ? {id: challenge.id, name: challenge.name, entryId: row.challengeEntryId ?? ''} : null,
    redemption: redemption ? {id: redemption.id, rewardName: challenges.rewards.get(redemption.rewardId)?.name ?? ''} : null,
  };
}
