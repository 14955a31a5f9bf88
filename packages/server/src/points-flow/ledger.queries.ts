import type {PointsEntryReason, PointsTerms} from '@portico/contract';
import {periodAt, type PeriodKind} from '@portico/contract/period';
import type {RuleUsage, RuleVersion, ScoredEvent} from '@portico/contract/points-rules';
import {sql} from 'kysely';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';

/** A rule with everything of it that was published, oldest first. */
export interface RuleInForce {
  readonly id: string;
  readonly versions: readonly RuleVersion[];
}

/** The last line of a chain: what an event has of a rule, or had. */
export interface ChainEnd {
  readonly eventId: string;
  readonly ruleId: string;
  readonly ruleNumber: number;
  readonly partnerOrgId: string;
  readonly personId: string | null;
  readonly entityId: string | null;
  /** Even when the line stands. */
  readonly step: number;
  readonly points: number;
  readonly occurredAt: string;
  readonly expiresAt: string | null;
}

/** A line to be written: of what a rule gives for an event. */
export type NewLine = Omit<ChainEnd, 'step'> & {readonly step: number; readonly reason: PointsEntryReason};

/** A line of what a challenge brings, or of what is paid for a reward. */
export type OtherLine = Pick<NewLine, 'partnerOrgId' | 'personId' | 'step' | 'points' | 'reason' | 'occurredAt' | 'expiresAt'> &
  ({readonly kind: 'challenge'; readonly challengeEntryId: string} | {readonly kind: 'redemption'; readonly redemptionId: string; readonly lot: number});

/** Rules that look, or ever looked, at one of these events. */
export async function getRulesFor({db, tenantId}: Scope, events: readonly string[]): Promise<RuleInForce[]> {
  const rows = await db
    .selectFrom('points_rule_version as v')
    .select(['v.points_rule_id', 'v.number', 'v.terms', 'v.applies_from'])
    .where('v.tenant_id', '=', tenantId)
    .where('v.points_rule_id', 'in', db.selectFrom('points_rule_version as e').select('e.points_rule_id').where('e.tenant_id', '=', tenantId).where('e.event', 'in', [...events]))
    .orderBy('v.points_rule_id')
    .orderBy('v.number')
    .execute();
  const rules = new Map<string, RuleVersion[]>();
  for (const row of rows) rules.set(row.points_rule_id, [...(rules.get(row.points_rule_id) ?? []), {number: row.number, appliesFrom: row.applies_from, terms: row.terms}]);
  return [...rules].map(([id, versions]) => ({id, versions}));
}

/** What a partner has of a rule when an event comes. Reversals count against what they reverse, because they are of the same time. */
export async function getUsage({db, tenantId}: Scope, ruleId: string, {cap, timeZone}: PointsTerms, {partnerOrgId, entityId, occurredAt}: ScoredEvent): Promise<RuleUsage> {
  const {from, until} = periodAt(occurredAt, cap.per as PeriodKind, timeZone);
  const own = sql`e.tenant_id = ${tenantId}::uuid and e.points_rule_id = ${ruleId}::uuid and e.partner_org_id = ${partnerOrgId}::uuid`;
  const {rows} = await sql<{times: number; points: number; entity: number}>`
    select coalesce(sum(1 - 2 * (e.step % 2)), 0)::int as times, coalesce(sum(e.points), 0)::float8 as points,
      (select coalesce(sum(1 - 2 * (e.step % 2)), 0)::int from points_entry e where ${own} and e.entity_id = ${entityId}::text) as entity
    from points_entry e where ${own} and (${from}::timestamptz is null or e.occurred_at >= ${from}::timestamptz) and (${until}::timestamptz is null or e.occurred_at < ${until}::timestamptz)`.execute(db);
  const {times = 0, points = 0, entity = 0} = rows[0] ?? {};
  return {times, points, entityHasPoints: entity > 0};
}

/** The ends of the chains of events, whatever the rule. */
export function getChainsOf(scope: Scope, eventId: string): Promise<ChainEnd[]> {
  return chains(scope, sql`e.partner_event_id = ${eventId}::uuid`);
}

/** The ends of a rule's chains at these partners. */
export function getChainsOfRule(scope: Scope, ruleId: string, partnerOrgIds: readonly string[]): Promise<ChainEnd[]> {
  return chains(scope, sql`e.points_rule_id = ${ruleId}::uuid and e.partner_org_id = any (${[...partnerOrgIds]}::uuid[])`);
}

async function chains({db, tenantId}: Scope, which: ReturnType<typeof sql>): Promise<ChainEnd[]> {
  const {rows} = await sql<ChainEnd>`
    select distinct on (e.points_rule_id, e.partner_event_id)
      e.partner_event_id as "eventId", e.points_rule_id as "ruleId", e.rule_number as "ruleNumber", e.partner_org_id as "partnerOrgId", e.person_id as "personId", e.entity_id as "entityId",
      e.step, e.points, e.occurred_at as "occurredAt", e.expires_at as "expiresAt"
    from points_entry e where e.tenant_id = ${tenantId}::uuid and ${which}
    order by e.points_rule_id, e.partner_event_id, e.step desc`.execute(db);
  return rows;
}

/** The line that reverses the end of a chain. */
export function reversalOf(end: ChainEnd, reason: 'event_retracted' | 'rule_changed'): NewLine {
  return {...end, step: end.step + 1, points: -end.points, reason};
}

/** Adds lines to the ledger. @returns Their ids, in the same order. */
export async function insertLines({db, tenantId, context}: Scope, lines: readonly (NewLine | OtherLine)[]): Promise<string[]> {
  const now = nowText(context);
  const rows = lines.map(line => ({
    points_entry_id: newId(context),
    partner_org_id: line.partnerOrgId,
    ...causeOf(line),
    step: line.step,
    points: line.points,
    reason: line.reason,
    person_id: line.personId,
    occurred_at: line.occurredAt,
    expires_at: line.expiresAt,
    recorded_at: now,
  }));
  if (rows.length === 0) return [];
  const columns = sql.join(Object.keys(rows[0] ?? {}).map(column => sql.ref(column)));
  await sql`insert into points_entry (tenant_id, ${columns}) select ${tenantId}::uuid, ${columns} from jsonb_populate_recordset(null::points_entry, ${JSON.stringify(rows)}::jsonb)`.execute(db);
  return rows.map(row => row.points_entry_id);
}

function causeOf(line: NewLine | OtherLine) {
  const none = {points_rule_id: null, rule_number: null, partner_event_id: null, entity_id: null, challenge_entry_id: null, redemption_id: null, lot: null};
  if (!('kind' in line)) return {...none, kind: 'event', points_rule_id: line.ruleId, rule_number: line.ruleNumber, partner_event_id: line.eventId, entity_id: line.entityId};
  if (line.kind === 'challenge') return {...none, kind: line.kind, challenge_entry_id: line.challengeEntryId};
  return {...none, kind: line.kind, redemption_id: line.redemptionId, lot: line.lot};
}
