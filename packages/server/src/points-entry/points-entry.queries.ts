import type {Api, Page, PointsEntry, PointsSummary, RouteParsed} from '@portico/contract';
import {sql} from 'kysely';
import {nowText} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

type Input = RouteParsed<Api['pointsEntries']['list']>;

/** Lines of the ledger that the reader may see, which row-level security decides. */
export async function listEntries(scope: Scope, input: Input): Promise<Page<PointsEntry>> {
  const {db, tenantId} = scope;
  const {partnerOrgId, ruleId, challengeId, from, until} = input;
  let query = db
    .selectFrom('points_entry as e')
    .innerJoin('partner_org as g', join => join.onRef('g.tenant_id', '=', 'e.tenant_id').onRef('g.partner_org_id', '=', 'e.partner_org_id'))
    .leftJoin('points_rule as l', join => join.onRef('l.tenant_id', '=', 'e.tenant_id').onRef('l.points_rule_id', '=', 'e.points_rule_id'))
    .leftJoin('partner_event as v', join => join.onRef('v.tenant_id', '=', 'e.tenant_id').onRef('v.partner_event_id', '=', 'e.partner_event_id'))
    .leftJoin('person as p', join => join.onRef('p.tenant_id', '=', 'e.tenant_id').onRef('p.person_id', '=', 'e.person_id'))
    .leftJoin('challenge_entry as ce', join => join.onRef('ce.tenant_id', '=', 'e.tenant_id').onRef('ce.challenge_entry_id', '=', 'e.challenge_entry_id'))
    .leftJoin('challenge as ch', join => join.onRef('ch.tenant_id', '=', 'ce.tenant_id').onRef('ch.challenge_id', '=', 'ce.challenge_id'))
    .leftJoin('redemption as rd', join => join.onRef('rd.tenant_id', '=', 'e.tenant_id').onRef('rd.redemption_id', '=', 'e.redemption_id'))
    .leftJoin('reward as rw', join => join.onRef('rw.tenant_id', '=', 'rd.tenant_id').onRef('rw.reward_id', '=', 'rd.reward_id'))
    .leftJoin('points_entry as o', join =>
      join
        .onRef('o.tenant_id', '=', 'e.tenant_id')
        .onRef('o.points_rule_id', '=', 'e.points_rule_id')
        .onRef('o.partner_event_id', '=', 'e.partner_event_id')
        // The other line of a pair: of even steps the next, of odd ones the one before.
        .on('o.step', '=', sql<number>`e.step + 1 - 2 * (e.step % 2)`),
    )
    .selectAll('e')
    .select(['g.name as partner_name', 'l.name as rule_name', 'v.event', 'v.amount_minor', 'v.currency', 'p.name as person_name', 'ch.challenge_id', 'ch.name as challenge_name', 'rw.name as reward_name'])
    .select(sql<string | null>`case e.kind when 'event' then o.points_entry_id
      when 'challenge' then (select x.points_entry_id from points_entry x where x.tenant_id = e.tenant_id and x.challenge_entry_id = e.challenge_entry_id and x.step = e.step + 1 - 2 * (e.step % 2))
      else (select x.points_entry_id from points_entry x where x.tenant_id = e.tenant_id and x.redemption_id = e.redemption_id and x.lot = e.lot and x.step = e.step + 1 - 2 * (e.step % 2)) end`.as('other_id'))
    .where('e.tenant_id', '=', tenantId);
  if (partnerOrgId !== undefined) query = query.where('e.partner_org_id', '=', partnerOrgId);
  if (ruleId !== undefined) query = query.where('e.points_rule_id', '=', ruleId);
  if (challengeId !== undefined) query = query.where('ce.challenge_id', '=', challengeId);
  if (from !== undefined) query = query.where('e.occurred_at', '>=', from);
  if (until !== undefined) query = query.where('e.occurred_at', '<', until);
  const by = [{expression: sql.ref('e.occurred_at'), type: 'timestamptz'}, {expression: sql.ref('e.points_entry_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, query, {list: 'points entries', by, direction: 'desc', input});
  const items = rows.map(
    (row): PointsEntry => ({
      id: row.points_entry_id,
      partnerOrg: {id: row.partner_org_id, name: row.partner_name},
      person: row.person_id === null || row.person_name === null ? null : {id: row.person_id, name: row.person_name},
      rule: row.points_rule_id === null || row.rule_name === null || row.rule_number === null ? null : {id: row.points_rule_id, name: row.rule_name, number: row.rule_number},
      event: row.partner_event_id === null || row.event === null ? null : {id: row.partner_event_id, event: row.event, entityId: row.entity_id, amount: row.amount_minor === null || row.currency === null ? null : {amountMinor: row.amount_minor, currency: row.currency}},
      challenge: row.challenge_id === null || row.challenge_name === null || row.challenge_entry_id === null ? null : {id: row.challenge_id, name: row.challenge_name, entryId: row.challenge_entry_id},
      redemption: row.redemption_id === null || row.reward_name === null ? null : {id: row.redemption_id, rewardName: row.reward_name},
      points: row.points,
      reason: row.reason as PointsEntry['reason'],
      occurredAt: row.occurred_at,
      recordedAt: row.recorded_at,
      expiresAt: row.expires_at,
      reversesId: row.step % 2 === 1 ? row.other_id : null,
      reversedById: row.step % 2 === 0 ? row.other_id : null,
    }),
  );
  return {items, page};
}

/** Adds up one partner's ledger; `undefined` for a partner that the reader does not see. */
export async function sumEntries({db, tenantId, context}: Scope, partnerOrgId: string, {from, until}: Pick<Input, 'from' | 'until'>): Promise<PointsSummary | undefined> {
  const partner = await db.selectFrom('partner_org').select('name').where('tenant_id', '=', tenantId).where('partner_org_id', '=', partnerOrgId).executeTakeFirst();
  if (!partner) return undefined;
  const now = nowText(context);
  const entries = db
    .selectFrom('points_entry as e')
    .where('e.tenant_id', '=', tenantId)
    .where('e.partner_org_id', '=', partnerOrgId)
    .$if(from !== undefined, query => query.where('e.occurred_at', '>=', from ?? ''))
    .$if(until !== undefined, query => query.where('e.occurred_at', '<', until ?? ''));
  const rows = await entries
    .innerJoin('points_rule as l', join => join.onRef('l.tenant_id', '=', 'e.tenant_id').onRef('l.points_rule_id', '=', 'e.points_rule_id'))
    .innerJoin('points_rule_version as v', join => join.onRef('v.tenant_id', '=', 'l.tenant_id').onRef('v.points_rule_id', '=', 'l.points_rule_id').onRef('v.number', '=', 'l.number'))
    .select(['l.points_rule_id', 'l.name', 'v.event'])
    .select([
      sql<number>`sum(1 - 2 * (e.step % 2))::int`.as('entries'),
      sql<number>`sum(e.points)::float8`.as('points'),
    ])
    .groupBy(['l.points_rule_id', 'l.name', 'v.event'])
    .execute();
  const challenges = await entries
    .innerJoin('challenge_entry as ce', join => join.onRef('ce.tenant_id', '=', 'e.tenant_id').onRef('ce.challenge_entry_id', '=', 'e.challenge_entry_id'))
    .innerJoin('challenge as ch', join => join.onRef('ch.tenant_id', '=', 'ce.tenant_id').onRef('ch.challenge_id', '=', 'ce.challenge_id'))
    .select(['ch.challenge_id', 'ch.name'])
    .select([sql<number>`sum(1 - 2 * (e.step % 2))::int`.as('entries'), sql<number>`sum(e.points)::float8`.as('points')])
    .groupBy(['ch.challenge_id', 'ch.name'])
    .execute();
  const {unexpired, redeemed} = await entries
    .select([
      sql<number>`coalesce(sum(e.points) filter (where e.expires_at is null or e.expires_at > ${now}::timestamptz), 0)::float8`.as('unexpired'),
      sql<number>`coalesce(-sum(e.points) filter (where e.kind = 'redemption'), 0)::float8`.as('redeemed'),
    ])
    .executeTakeFirstOrThrow();
  const [expiry] = await entries
    .select('e.expires_at')
    .select(sql<number>`sum(e.points)::float8`.as('points'))
    .where('e.expires_at', '>', now)
    .groupBy('e.expires_at')
    .having(sql<boolean>`sum(e.points) <> 0`)
    .orderBy('e.expires_at')
    .limit(1)
    .execute();
  const sum = (points: readonly number[]) => points.reduce((total, each) => total + each, 0);
  return {
    partnerOrg: {id: partnerOrgId, name: partner.name},
    asOf: now,
    total: sum([...rows, ...challenges].map(({points}) => points)),
    unexpired,
    redeemed,
    nextExpiry: expiry?.expires_at ? {at: expiry.expires_at, points: expiry.points} : null,
    byRule: rows
      .map(row => ({ruleId: row.points_rule_id, ruleName: row.name, event: row.event, entries: row.entries, points: row.points}))
      .sort((a, b) => b.points - a.points || (a.ruleId < b.ruleId ? -1 : 1)),
    byChallenge: challenges
      .map(row => ({challengeId: row.challenge_id, challengeName: row.name, entries: row.entries, points: row.points}))
      .sort((a, b) => b.points - a.points || (a.challengeId < b.challengeId ? -1 : 1)),
  };
}
