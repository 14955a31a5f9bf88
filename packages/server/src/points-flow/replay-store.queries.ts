import type {RuleVersion} from '@portico/contract/points-rules';
import {sql, type Selectable} from 'kysely';
import {nowText} from '../context.ts';
import type {PointsReplayTable} from '../database/points-tables.ts';
import type {Scope} from '../database/scope.ts';
import {greatest, type Replayed} from './replay-rule.ts';

export type ReplayRow = Selectable<PointsReplayTable>;

/** Begins anew with a version that was just published; what an earlier one had left is done by this one. */
export async function startReplay({db, tenantId, context}: Scope, ruleId: string, {number}: Pick<RuleVersion, 'number'>, partners: number): Promise<ReplayRow> {
  const fresh = {number, due_at: partners === 0 ? null : nowText(context), after_partner: null, partners_left: partners, events: 0, added: 0, reversed: 0, points_before: 0, points_after: 0, partners_changed: 0, differences: '[]'};
  return db
    .insertInto('points_replay')
    .values({tenant_id: tenantId, points_rule_id: ruleId, ...fresh})
    .onConflict(conflict => conflict.columns(['tenant_id', 'points_rule_id']).doUpdateSet(fresh))
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The replay of a rule's last version. */
export function findReplay({db, tenantId}: Scope, ruleId: string): Promise<ReplayRow | undefined> {
  return db.selectFrom('points_replay').selectAll().where('tenant_id', '=', tenantId).where('points_rule_id', '=', ruleId).executeTakeFirst();
}

/** A replay that is not done and that nobody else is at, until the commit. */
export function lockDueReplay({db, tenantId, context}: Scope): Promise<ReplayRow | undefined> {
  return db.selectFrom('points_replay').selectAll().where('tenant_id', '=', tenantId).where('due_at', '<=', nowText(context)).orderBy('due_at').orderBy('points_rule_id').limit(1).forNoKeyUpdate().skipLocked().executeTakeFirst();
}

/** Writes how far it came. */
export async function keepReplay({db, tenantId}: Scope, row: ReplayRow, {events, added, reversed, pointsBefore, pointsAfter, partnersChanged, differences}: Replayed, {last, left}: {readonly last: string | null; readonly left: number}): Promise<ReplayRow> {
  return db
    .updateTable('points_replay')
    .set({
      ...(left === 0 ? {due_at: null} : {}),
      after_partner: last,
      partners_left: left,
      events: row.events + events,
      added: row.added + added,
      reversed: row.reversed + reversed,
      points_before: row.points_before + pointsBefore,
      points_after: row.points_after + pointsAfter,
      partners_changed: row.partners_changed + partnersChanged,
      differences: JSON.stringify(greatest([...row.differences, ...differences])),
    })
    .where('tenant_id', '=', tenantId)
    .where('points_rule_id', '=', row.points_rule_id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Partners that did any of these things, in the order of their ids, and how many there are. */
export async function findPartnersAfter({db, tenantId}: Scope, events: readonly string[], after: string | null, limit: number): Promise<string[]> {
  const {rows} = await sql<{id: string}>`
    select a.partner_org_id as id from points_account a
    where a.tenant_id = ${tenantId}::uuid and (${after}::uuid is null or a.partner_org_id > ${after}::uuid) and ${did(events)} order by a.partner_org_id limit ${limit}`.execute(db);
  return rows.map(({id}) => id);
}

export async function countPartnersWith({db, tenantId}: Scope, events: readonly string[]): Promise<number> {
  const {rows} = await sql<{count: number}>`select count(*)::int as count from points_account a where a.tenant_id = ${tenantId}::uuid and ${did(events)}`.execute(db);
  return rows[0]?.count ?? 0;
}

function did(events: readonly string[]) {
  return sql`exists (select from partner_event e where e.tenant_id = a.tenant_id and e.partner_org_id = a.partner_org_id and e.event = any (${[...events]}::text[]))`;
}
