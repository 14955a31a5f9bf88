import type {Api, Page, PartnerEvent, RouteParsed} from '@portico/contract';
import {sql} from 'kysely';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

function events({db, tenantId}: Scope) {
  return db
    .selectFrom('partner_event as e')
    .innerJoin('partner_org as g', join => join.onRef('g.tenant_id', '=', 'e.tenant_id').onRef('g.partner_org_id', '=', 'e.partner_org_id'))
    .leftJoin('partner_event as r', join => join.onRef('r.tenant_id', '=', 'e.tenant_id').onRef('r.retracts_id', '=', 'e.partner_event_id'))
    .selectAll('e')
    .select(['g.name as partner_name', 'r.recorded_at as retracted_at'])
    .where('e.tenant_id', '=', tenantId)
    .where('e.retracts_id', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof events>['executeTakeFirstOrThrow']>>;

export async function listEvents(scope: Scope, input: RouteParsed<Api['partnerEvents']['list']>): Promise<Page<PartnerEvent>> {
  const {partnerOrgId, event} = input;
  let query = events(scope);
  if (partnerOrgId !== undefined) query = query.where('e.partner_org_id', '=', partnerOrgId);
  if (event !== undefined) query = query.where('e.event', '=', event);
  const by = [{expression: sql.ref('e.recorded_at'), type: 'timestamptz'}, {expression: sql.ref('e.partner_event_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, query, {list: 'partner events', by, direction: 'desc', input});
  return {items: rows.map(toEvent), page};
}

/** @returns With whether the product recorded it itself. */
export async function findEvent(scope: Scope, id: string): Promise<(PartnerEvent & {readonly isOwn: boolean}) | undefined> {
  const row = await events(scope).where('e.partner_event_id', '=', id).executeTakeFirst();
  return row && {...toEvent(row), isOwn: row.is_own};
}

export async function getEventOfSource(scope: Scope, event: string, sourceId: string): Promise<PartnerEvent> {
  return toEvent(await events(scope).where('e.event', '=', event).where('e.source_id', '=', sourceId).executeTakeFirstOrThrow());
}

/** Whether a partner organisation is in the programme, and the person at it. */
export async function findPlaceOf({db, tenantId}: Scope, partnerOrgId: string, personId: string | null): Promise<{hasPartner: boolean; hasPerson: boolean}> {
  const partner = await db.selectFrom('partner_org').select('partner_org_id').where('tenant_id', '=', tenantId).where('partner_org_id', '=', partnerOrgId).executeTakeFirst();
  const person = personId === null ? null : await db.selectFrom('membership').select('person_id').where('tenant_id', '=', tenantId).where('partner_org_id', '=', partnerOrgId).where('person_id', '=', personId).executeTakeFirst();
  return {hasPartner: partner !== undefined, hasPerson: person !== undefined};
}

function toEvent(row: Row): PartnerEvent {
  return {
    id: row.partner_event_id,
    event: row.event,
    partnerOrg: {id: row.partner_org_id, name: row.partner_name},
    personId: row.person_id,
    sourceId: row.source_id,
    entityId: row.entity_id,
    facts: {...row.facts, amount: row.amount_minor === null || row.currency === null ? null : {amountMinor: row.amount_minor, currency: row.currency}},
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    retractedAt: row.retracted_at,
  };
}
