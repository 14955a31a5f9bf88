import type {PointsReplay} from '@portico/contract';
import {replay, type Grant, type RuleVersion} from '@portico/contract/points-rules';
import type {PointsDifference} from '../database/points-tables.ts';
import type {Scope} from '../database/scope.ts';
import {getChainsOfRule, reversalOf, type ChainEnd, type NewLine} from './ledger.queries.ts';
import {findPartnersWith, getHistory, type WrittenEvent} from './partner-events.queries.ts';
import {writeLines} from './tally.ts';

const partnersAtOnce = 200;
const mostShown = 500;

/** What a replay found, of the partners it looked at. */
export type Replayed = Omit<PointsReplay, 'ruleId' | 'number' | 'partners' | 'partnersLeft'> & {readonly differences: readonly PointsDifference[]};

/**
 * Runs a rule with a new version over all that partners did, and compares what it gives with what the ledger holds.
 *
 * @param versions - Oldest first, with the new one.
 * @param write - Whether the ledger is put right: reversals, and entries in their place. Running it again writes nothing. The rules are locked then, or the partners are held.
 * @param of - Only these partners.
 */
export async function replayRule(scope: Scope, ruleId: string, versions: readonly RuleVersion[], {write, of}: {readonly write: boolean; readonly of?: readonly string[]}): Promise<Replayed> {
  const names = [...new Set(versions.map(({terms}) => terms.event))];
  const partners = of ?? (await findPartnersWith(scope, names));
  const differences: PointsDifference[] = [];
  let [events, added, reversed, pointsBefore, pointsAfter] = [0, 0, 0, 0, 0];
  for (let start = 0; start < partners.length; start += partnersAtOnce) {
    const some = partners.slice(start, start + partnersAtOnce);
    const history = await getHistory(scope, some, names);
    const chains = Map.groupBy(await getChainsOfRule(scope, ruleId, some), ({partnerOrgId}) => partnerOrgId);
    const written: NewLine[] = [];
    for (const partnerOrgId of some) {
      const items = history.get(partnerOrgId) ?? [];
      const did = items.filter((item): item is WrittenEvent => !('retracts' in item));
      const lines = compare(ruleId, did, replay(versions, items), chains.get(partnerOrgId) ?? []);
      const difference = differenceOf(partnerOrgId, lines, chains.get(partnerOrgId) ?? []);
      written.push(...lines);
      events += did.length;
      added += difference.added;
      reversed += difference.reversed;
      pointsBefore += difference.before;
      pointsAfter += difference.after;
      if (difference.difference !== 0 || lines.length > 0) differences.push(difference);
    }
    if (write) await writeLines(scope, written);
  }
  return {events, added, reversed, pointsBefore, pointsAfter, partnersChanged: differences.length, differences: greatest(differences)};
}

/** Those with the greatest difference, the greatest first. */
export function greatest(differences: readonly PointsDifference[]): PointsDifference[] {
  return differences.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference)).slice(0, mostShown);
}

/** The lines that lead from what a partner has of a rule to what it should have. Reversals come first: a chain has one end at a time. */
function compare(ruleId: string, events: readonly WrittenEvent[], grants: ReadonlyMap<string, Grant>, chains: readonly ChainEnd[]): NewLine[] {
  const ends = new Map(chains.map(end => [end.eventId, end]));
  const isRight = (end: ChainEnd, grant: Grant | undefined) => grant !== undefined && grant.points === end.points && grant.expiresAt === end.expiresAt;
  const wrong = new Set(chains.filter(end => end.step % 2 === 0 && !isRight(end, grants.get(end.eventId))));
  const isMissing = (end: ChainEnd | undefined) => end === undefined || end.step % 2 === 1 || wrong.has(end);
  const given = events.flatMap(({id, partnerOrgId, personId, entityId}): NewLine[] => {
    const grant = grants.get(id);
    const end = ends.get(id);
    if (!grant || !isMissing(end)) return [];
    const {number, points, occurredAt, expiresAt} = grant;
    const step = end === undefined ? 0 : end.step % 2 === 1 ? end.step + 1 : end.step + 2;
    return [{ruleId, ruleNumber: number, eventId: id, partnerOrgId, personId, entityId, step, points, occurredAt, expiresAt, reason: end === undefined ? 'event' : 'rule_changed'}];
  });
  return [...[...wrong].map(end => reversalOf(end, 'rule_changed')), ...given];
}

function differenceOf(partnerOrgId: string, lines: readonly NewLine[], chains: readonly ChainEnd[]): PointsDifference {
  const before = chains.reduce((sum, {step, points}) => (step % 2 === 0 ? sum + points : sum), 0);
  const difference = lines.reduce((sum, {points}) => sum + points, 0);
  const added = lines.filter(({points}) => points > 0).length;
  return {partnerOrgId, before, after: before + difference, difference, added, reversed: lines.length - added};
}
