import {grantOf, versionAt} from '@portico/contract/points-rules';
import {countGoals} from '../challenge-flow/count-goals.ts';
import type {Change} from '../changes/record-change.ts';
import type {Scope} from '../database/scope.ts';
import {holdSuspicious} from './hold-points.ts';
import {getChainsOf, getRulesFor, getUsage, reversalOf, type NewLine, type RuleInForce} from './ledger.queries.ts';
import type {PartnerAct, TakenBack} from './partner-act.rules.ts';
import {findEventOfSource, getStandings, insertEvents, insertRetraction, shareRules, takeEventNumbers, toEvent, type WrittenEvent} from './partner-events.queries.ts';
import {tallyEvents, writeLines} from './tally.ts';

/**
 * Records what partners did and gives the points for it, in the caller's transaction and as one of its last steps: it holds the partners' accounts until the commit.
 *
 * @param scope - Of the system (`elevated`, or the clock's own).
 * @returns What to announce.
 */
export async function recordPartnerEvents(scope: Scope, acts: readonly (PartnerAct | TakenBack)[]): Promise<Change[]> {
  if (acts.length === 0) return [];
  await shareRules(scope);
  const done = acts.filter((act): act is PartnerAct => !('takesBack' in act));
  const lines = done.length > 0 ? await give(scope, done) : [];
  for (const act of acts) if ('takesBack' in act) lines.push(...(await takeBack(scope, act)));
  return lines;
}

async function give(scope: Scope, acts: readonly PartnerAct[]): Promise<Change[]> {
  const counts = new Map<string, number>();
  for (const {partnerOrgId} of acts) counts.set(partnerOrgId, (counts.get(partnerOrgId) ?? 0) + 1);
  const numbers = await takeEventNumbers(scope, counts);
  const standings = await getStandings(scope, [...counts.keys()]);
  const events = await insertEvents(scope, acts, numbers, standings);
  if (events.length === 0) return [];
  await tallyEvents(scope, events, 1);
  const rules = await getRulesFor(scope, [...new Set(events.map(({event}) => event))]);
  return [...(rules.length > 0 ? await giveBy(scope, rules, events) : []), ...(await countGoals(scope, events))];
}

async function giveBy(scope: Scope, rules: readonly RuleInForce[], events: readonly WrittenEvent[]): Promise<Change[]> {
  const {held, changes} = await holdSuspicious(scope, events);
  // One after another: what an event is worth depends on what those before it were given.
  for (const event of events) {
    if (held.has(event.id)) continue;
    for (const rule of rules) {
      const line = await lineFor(scope, rule, event);
      if (line) changes.push(...told(await writeLines(scope, [line]), [line], 'give'));
    }
  }
  return changes;
}

async function lineFor(scope: Scope, rule: RuleInForce, event: WrittenEvent): Promise<NewLine | undefined> {
  const version = versionAt(rule.versions, event.occurredAt);
  if (!version || version.terms.event !== event.event) return undefined;
  const grant = grantOf(version, event, await getUsage(scope, rule.id, version.terms, event));
  if (typeof grant === 'string') return undefined;
  const {number, points, expiresAt} = grant;
  return {ruleId: rule.id, ruleNumber: number, eventId: event.id, partnerOrgId: event.partnerOrgId, personId: event.personId, entityId: event.entityId, step: 0, points, occurredAt: event.occurredAt, expiresAt, reason: 'event'};
}

async function takeBack(scope: Scope, {event: name, takesBack}: TakenBack): Promise<Change[]> {
  const event = await findEventOfSource(scope, name, takesBack);
  if (!event) return [];
  const numbers = await takeEventNumbers(scope, new Map([[event.partner_org_id, 1]]));
  if (!(await insertRetraction(scope, event, (numbers.get(event.partner_org_id) ?? 0) + 1))) return [];
  const lines = (await getChainsOf(scope, event.partner_event_id)).filter(({step}) => step % 2 === 0).map(end => reversalOf(end, 'event_retracted'));
  await tallyEvents(scope, [toEvent(event)], -1);
  return [...told(await writeLines(scope, lines), lines, 'reverse'), ...(await countGoals(scope, [toEvent(event)]))];
}

function told(ids: readonly string[], lines: readonly NewLine[], action: string): Change[] {
  return lines.map(({partnerOrgId, ruleId, points}, index) => ({resource: 'points_entry', id: ids[index] ?? '', action, partnerOrgId, changes: {ruleId, points}}));
}
