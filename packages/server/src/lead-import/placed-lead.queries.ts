import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';

/** A row of a table as JSON, by column. */
export type JsonRow = Readonly<Record<string, unknown>>;

/** Everything that leads with a partner are made of, table by table, ready to be written. */
export interface PlacedRows {
  readonly leads: readonly JsonRow[];
  readonly decisions: readonly JsonRow[];
  readonly offers: readonly JsonRow[];
  readonly activities: readonly JsonRow[];
}

/** An account that a partner is to hold. */
export interface WantedLock {
  readonly id: string;
  readonly accountKey: string;
  readonly partnerOrgId: string;
  readonly leadOfferId: string;
  readonly lockedAt: string;
}

/** Writes leads together with their offers, a statement a table: the same rows that offering and accepting one by one would write. */
export async function insertPlaced(scope: Scope, {leads, decisions, offers, activities}: PlacedRows): Promise<void> {
  const leadColumns = 'lead_id, program_id, external_id, status, title, source, campaign, company, contact, consent, products, need, timeline, value_band, estimated_minor, estimated_currency, score, quality, priority, tags, account_key, domain_key, email_key, search_words, lost_reason, lead_offer_id, offer_count, due_at, received_at, ended_at, created_at, updated_at';
  const offerColumns = 'lead_offer_id, lead_id, partner_org_id, status, exclusive, assignee_id, unread, routed_by, routing_decision_id, offered_at, accept_by, first_viewed_at, accepted_at, act_by, idle_by, first_contact_at, last_activity_at, ended_at, end_reason, remind_at, remind_kind, reminders_sent, due_at, score, created_at, updated_at';
  await insertAll(scope, 'lead', leadColumns, leads);
  await insertAll(scope, 'routing_decision', 'routing_decision_id, lead_id, method, candidates, chosen_partner_org_id, overridden, decided_at', decisions);
  await insertAll(scope, 'lead_offer', offerColumns, offers);
  await insertAll(scope, 'activity', 'activity_id, lead_id, lead_offer_id, kind, visibility, side, body, event, data, occurred_at, created_at', activities);
}

/** Takes the accounts that are free. @returns For each account, which partner holds it now. */
export async function takeLocks(scope: Scope, locks: readonly WantedLock[]): Promise<ReadonlyMap<string, string>> {
  if (locks.length === 0) return new Map();
  const wanted = sql`jsonb_to_recordset(${JSON.stringify(locks)}::jsonb) as w (id uuid, "accountKey" text, "partnerOrgId" uuid, "leadOfferId" uuid, "lockedAt" timestamptz)`;
  await sql`
    insert into account_lock (tenant_id, account_lock_id, account_key, partner_org_id, lead_offer_id, locked_at)
    select ${scope.tenantId}::uuid, id, "accountKey", "partnerOrgId", "leadOfferId", "lockedAt" from ${wanted}
    on conflict (tenant_id, account_key) where released_at is null do nothing`.execute(scope.db);
  const {rows} = await sql<{accountKey: string; partnerOrgId: string}>`
    select distinct l.account_key as "accountKey", l.partner_org_id as "partnerOrgId" from account_lock l join ${wanted} on w."accountKey" = l.account_key
    where l.tenant_id = ${scope.tenantId} and l.released_at is null`.execute(scope.db);
  return new Map(rows.map(({accountKey, partnerOrgId}) => [accountKey, partnerOrgId]));
}

async function insertAll({db, tenantId}: Scope, table: 'lead' | 'routing_decision' | 'lead_offer' | 'activity', columnList: string, rows: readonly JsonRow[]): Promise<void> {
  if (rows.length === 0) return;
  const names = sql.raw(columnList);
  await sql`insert into ${sql.table(table)} (tenant_id, ${names}) select ${tenantId}::uuid, ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(db);
}
