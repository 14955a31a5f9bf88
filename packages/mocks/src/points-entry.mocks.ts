import type {Api, PointsEntry} from '@portico/contract';
import type {MockHandlers, Scope} from './handlers.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {inForce} from './points-flow.ts';
import {problem} from './problem.ts';
import type {EntryRow} from './standing.ts';

const latest = newestBy<EntryRow>(({occurredAt}) => occurredAt);

export const pointsEntryMocks: MockHandlers<Api['pointsEntries']> = {
  list(input, scope) {
    const {partnerOrgId, ruleId} = input;
    const rows = seenEntries(scope, input).filter(row => (partnerOrgId === undefined || row.partnerOrgId === partnerOrgId) && (ruleId === undefined || row.ruleId === ruleId));
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
    const sum = (rows: readonly EntryRow[]) => rows.reduce((total, {points}) => total + points, 0);
    const expiries = Map.groupBy(own.filter(({expiresAt}) => expiresAt !== null && expiresAt > now), ({expiresAt}) => expiresAt ?? '');
    const [next] = [...expiries].filter(([, rows]) => sum(rows) !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
    const byRule = [...Map.groupBy(own, ({ruleId}) => ruleId)].map(([ruleId, rows]) => {
      const rule = store.data.standing.rules.get(ruleId);
      return {ruleId, ruleName: rule?.name ?? '', event: (rule && inForce(rule)?.terms.event) ?? '', entries: rows.filter(({reversesId, reversedById}) => reversesId === null && reversedById === null).length, points: sum(rows)};
    });
    return {
      partnerOrg: {id: org.id, name: org.name},
      asOf: now,
      total: sum(own),
      unexpired: sum(own.filter(({expiresAt}) => expiresAt === null || expiresAt > now)),
      nextExpiry: next ? {at: next[0], points: sum(next[1])} : null,
      byRule: byRule.sort((a, b) => b.points - a.points || (a.ruleId < b.ruleId ? -1 : 1)),
    };
  },
};

/** Lines that the reader may see, of events in a window. */
function seenEntries({store, viewer}: Scope, {from, until}: {readonly from?: string | undefined; readonly until?: string | undefined}): EntryRow[] {
  const isIn = (at: number) => (from === undefined || at >= Date.parse(from)) && (until === undefined || at < Date.parse(until));
  return store.data.standing.entries.values().filter(row => (viewer.side === 'vendor' || row.partnerOrgId === viewer.partnerOrgId) && isIn(Date.parse(row.occurredAt)));
}

function toEntry({store}: Scope, {partnerOrgId, personId, ruleId, number, eventId, ...row}: EntryRow): PointsEntry {
  const {standing, partnerOrgs, people} = store.data;
  const event = standing.events.get(eventId);
  const person = people.get(personId ?? '');
  return {
    ...row,
    partnerOrg: {id: partnerOrgId, name: partnerOrgs.get(partnerOrgId)?.name ?? ''},
    person: person ? {id: person.id, name: person.name} : null,
    rule: {id: ruleId, name: standing.rules.get(ruleId)?.name ?? '', number},
    event: {id: eventId, event: event?.event ?? '', entityId: event?.entityId ?? null, amount: event?.facts.amount ?? null},
  };
}
