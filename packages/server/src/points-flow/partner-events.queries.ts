import type {EventStanding, Retraction, ScoredEvent} from '@portico/contract/points-rules';
import {sql, type Selectable} from 'kysely';
import {newId, nowText} from '../context.ts';
import type {PartnerEventTable} from '../database/points-tables.ts';
import type {Scope} from '../database/scope.ts';
import type {PartnerAct} from './partner-act.rules.ts';

/** An event as it was written. */
export interface WrittenEvent extends ScoredEvent {
  readonly personId: string | null;
}

/** Waits for whoever changes the rules, who waits for whoever records events: a rule is published over all events or before the next one. */
export async function shareRules({db, tenantId}: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended('points-rules ' || ${tenantId}::text, 0))`.execute(db);
}

export async function lockRules({db, tenantId}: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('points-rules ' || ${tenantId}::text, 0))`.execute(db);
}

/** Takes the next numbers of partners, which holds the partners until the commit. @returns The number before the first, by partner. */
export async function takeEventNumbers({db, tenantId}: Scope, counts: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const wanted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, count]) => ({partner_org_id: id, count}));
  const {rows} = await sql<{partner_org_id: string; last_event: number}>`
    insert into points_account as a (tenant_id, partner_org_id, last_event)
    select ${tenantId}::uuid, w.partner_org_id, w.count from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (partner_org_id uuid, count integer)
    on conflict (tenant_id, partner_org_id) do update set last_event = a.last_event + excluded.last_event
    returning partner_org_id, last_event`.execute(db);
  return new Map(rows.map(row => [row.partner_org_id, row.last_event - (counts.get(row.partner_org_id) ?? 0)]));
}

/** Writes events; those whose source is known already are left out of the answer. */
export async function insertEvents({db, tenantId, context}: Scope, acts: readonly PartnerAct[], numberAfter: Map<string, number>, standings: ReadonlyMap<string, EventStanding>): Promise<WrittenEvent[]> {
  const now = nowText(context);
  const rows = acts.map(({facts: {amount, ...facts}, ...act}) => {
    const number = (numberAfter.get(act.partnerOrgId) ?? 0) + 1;
    numberAfter.set(act.partnerOrgId, number);
    return {
      partner_event_id: newId(context),
      partner_org_id: act.partnerOrgId,
      number,
      event: act.event,
      is_own: act.isOwn,
      source_id: act.sourceId,
      entity_id: act.entityId,
      person_id: act.personId,
      amount_minor: amount?.amountMinor ?? null,
      currency: amount?.currency ?? null,
      facts,
      standing: standings.get(act.partnerOrgId),
      occurred_at: act.occurredAt,
      recorded_at: now,
    };
  });
  const columns = sql.join(Object.keys(rows[0] ?? {}).map(column => sql.ref(column)));
  const {rows: written} = await sql<{id: string}>`
    insert into partner_event (tenant_id, ${columns}) select ${tenantId}::uuid, ${columns} from jsonb_populate_recordset(null::partner_event, ${JSON.stringify(rows)}::jsonb)
    on conflict (tenant_id, event, source_id) where retracts_id is null do nothing
    returning partner_event_id as id`.execute(db);
  const fresh = new Set(written.map(({id}) => id));
  return rows.flatMap((row, index): WrittenEvent[] => {
    const act = acts[index];
    const standing = act && standings.get(act.partnerOrgId);
    return act && standing && fresh.has(row.partner_event_id) ? [{id: row.partner_event_id, event: act.event, partnerOrgId: act.partnerOrgId, personId: act.personId, entityId: act.entityId, facts: act.facts, standing, occurredAt: act.occurredAt}] : [];
  });
}

/** Writes that an event is taken back. @returns Whether it was not before. */
export async function insertRetraction({db, tenantId, context}: Scope, event: Selectable<PartnerEventTable>, number: number): Promise<boolean> {
  const now = nowText(context);
  const {partner_org_id, event: name, is_own, entity_id, person_id} = event;
  const row = await db
    .insertInto('partner_event')
    .values({tenant_id: tenantId, partner_event_id: newId(context), partner_org_id, number, event: name, is_own, source_id: event.source_id, retracts_id: event.partner_event_id, entity_id, person_id, facts: '{}', standing: '{}', occurred_at: now, recorded_at: now})
    .onConflict(conflict => conflict.columns(['tenant_id', 'retracts_id']).where('retracts_id', 'is not', null).doNothing())
    .returning('number')
    .executeTakeFirst();
  return row !== undefined;
}

/** The event that came from a source. */
export function findEventOfSource({db, tenantId}: Scope, event: string, sourceId: string): Promise<Selectable<PartnerEventTable> | undefined> {
  return db.selectFrom('partner_event').selectAll().where('tenant_id', '=', tenantId).where('event', '=', event).where('source_id', '=', sourceId).where('retracts_id', 'is', null).executeTakeFirst();
}

/** How partners stand now. */
export async function getStandings({db, tenantId, programId}: Scope, partnerOrgIds: readonly string[]): Promise<Map<string, EventStanding>> {
  const rows = await db
    .selectFrom('partner_org as g')
    .leftJoin('partnership as p', join => join.onRef('p.tenant_id', '=', 'g.tenant_id').onRef('p.partner_org_id', '=', 'g.partner_org_id').on('p.program_id', '=', programId))
    .select(['g.partner_org_id', 'g.type', 'g.country', 'p.level_id', 'p.groups'])
    .where('g.tenant_id', '=', tenantId)
    .where('g.partner_org_id', 'in', [...partnerOrgIds])
    .execute();
  return new Map(rows.map(row => [row.partner_org_id, {levelId: row.level_id, type: row.type as EventStanding['type'], country: row.country, groups: row.groups ?? []}]));
}

/** Partners that did any of these things, in the order of their ids. */
export async function findPartnersWith({db, tenantId}: Scope, events: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('partner_event').select('partner_org_id').distinct().where('tenant_id', '=', tenantId).where('event', 'in', [...events]).orderBy('partner_org_id').execute();
  return rows.map(row => row.partner_org_id);
}

/** Everything of these names that partners did and took back, in the order in which it was recorded; not what waits for a person, or was denied. */
export async function getHistory({db, tenantId}: Scope, partnerOrgIds: readonly string[], events: readonly string[]): Promise<Map<string, (WrittenEvent | Retraction)[]>> {
  const rows = await db
    .selectFrom('partner_event')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('partner_org_id', 'in', [...partnerOrgIds])
    .where('event', 'in', [...events])
    .where(sql<boolean>`not exists (select from points_hold h where h.tenant_id = partner_event.tenant_id and h.partner_event_id = partner_event.partner_event_id and h.status <> 'released')`)
    .orderBy('partner_org_id')
    .orderBy('number')
    .execute();
  const history = new Map<string, (WrittenEvent | Retraction)[]>();
  for (const row of rows) {
    const items = history.get(row.partner_org_id) ?? [];
    items.push(row.retracts_id === null ? toEvent(row) : {retracts: row.retracts_id});
    history.set(row.partner_org_id, items);
  }
  return history;
}

export function toEvent(row: Selectable<PartnerEventTable>): WrittenEvent {
  return {
    id: row.partner_event_id,
    event: row.event,
    partnerOrgId: row.partner_org_id,
    entityId: row.entity_id,
    facts: {...row.facts, amount: row.amount_minor === null || row.currency === null ? null : {amountMinor: row.amount_minor, currency: row.currency}},
    standing: row.standing,
    occurredAt: row.occurred_at,
    personId: row.person_id,
  };
}
