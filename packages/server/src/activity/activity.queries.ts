import type {Activity, ActivityKind, ActivityVisibility, Page} from '@portico/contract';
import {sql} from 'kysely';
import {newId, nowText} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

/** What the partner may see of an offer's story while they do not see the lead: that things happened to the offer, without anybody's words. */
export const eventsWithoutLead = ['offer', 'view', 'accept', 'decline', 'expire', 'lose_race', 'withdraw', 'contact', 'reclaim', 'time_out', 'return', 'reassign', 'accept_reminder', 'idle_reminder'] as const;
const dataWithoutLead = ['reason', 'method', 'assignee'] as const;

/** An entry that is yet to be written. */
export interface ActivityEntry {
  readonly leadId: string;
  readonly leadOfferId: string | null;
  readonly kind: ActivityKind;
  readonly visibility: ActivityVisibility;
  readonly side: Activity['side'];
  /** Of a `partner_internal` entry. */
  readonly partnerOrgId?: string;
  readonly authorId: string | null;
  readonly body?: string;
  readonly event?: string;
  readonly data?: Readonly<Record<string, string>>;
  /** ISO text; now when left out. */
  readonly occurredAt?: string | undefined;
}

/** Adds an entry to the story of a lead. */
export async function insertActivity({db, tenantId, context}: Scope, entry: ActivityEntry): Promise<string> {
  const id = newId(context);
  const now = nowText(context);
  await db
    .insertInto('activity')
    .values({
      tenant_id: tenantId,
      activity_id: id,
      lead_id: entry.leadId,
      lead_offer_id: entry.leadOfferId,
      kind: entry.kind,
      visibility: entry.visibility,
      side: entry.side,
      partner_org_id: entry.partnerOrgId ?? null,
      author_id: entry.authorId,
      body: entry.body ?? '',
      event: entry.event ?? null,
      data: JSON.stringify(entry.data ?? {}),
      occurred_at: entry.occurredAt ?? now,
      created_at: now,
    })
    .execute();
  return id;
}

/** The story of one offer as the vendor reads it: what both sides see and the vendor's own entries. */
export function listForVendor(scope: Scope, where: {readonly leadId: string} | {readonly leadOfferId: string}, input: PageInput): Promise<Page<Activity>> {
  const query = activities(scope).where('a.visibility', 'in', ['shared', 'vendor_internal']);
  return readActivities(scope, 'leadId' in where ? query.where('a.lead_id', '=', where.leadId) : query.where('a.lead_offer_id', '=', where.leadOfferId), input);
}

/**
 * The story of one offer as its partner reads it.
 *
 * @param reads - `all` while they see the lead. `own_notes` before: what happened to the offer, and what they wrote to each other without knowing the customer.
 * `events` after a withdrawal: only what happened.
 */
export async function listForPartner(scope: Scope, leadOfferId: string, input: PageInput, reads: 'all' | 'own_notes' | 'events'): Promise<Page<Activity>> {
  const query = activities(scope)
    .where('a.lead_offer_id', '=', leadOfferId)
    .where(eb => eb.or([eb('a.visibility', '=', 'shared'), eb.and([eb('a.visibility', '=', 'partner_internal'), eb('a.partner_org_id', '=', scope.partnerOrgId)])]));
  if (reads === 'all') return readActivities(scope, query, input);
  const page = await readActivities(scope, query.where(eb => eb.or([eb('a.event', 'in', eventsWithoutLead), ...(reads === 'own_notes' ? [eb('a.visibility', '=', 'partner_internal')] : [])])), input);
  return {...page, items: page.items.map(item => ({...item, data: Object.fromEntries(Object.entries(item.data).filter(([key]) => (dataWithoutLead as readonly string[]).includes(key)))}))};
}

/** One entry, whoever may see it. */
export async function getActivity(scope: Scope, id: string): Promise<Activity> {
  return toActivity(await activities(scope).where('a.activity_id', '=', id).executeTakeFirstOrThrow());
}

interface PageInput {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

function activities({db, tenantId}: Scope) {
  return db
    .selectFrom('activity as a')
    .leftJoin('person as author', join => join.onRef('author.tenant_id', '=', 'a.tenant_id').onRef('author.person_id', '=', 'a.author_id'))
    .select(['a.activity_id', 'a.lead_id', 'a.lead_offer_id', 'a.kind', 'a.visibility', 'a.side', 'a.author_id', 'author.name as author_name', 'a.body', 'a.event', 'a.data', 'a.occurred_at', 'a.created_at'])
    .where('a.tenant_id', '=', tenantId);
}

type ActivityQuery = ReturnType<typeof activities>;
type ActivityRow = Awaited<ReturnType<ActivityQuery['executeTakeFirstOrThrow']>>;

async function readActivities(scope: Scope, query: ActivityQuery, {limit, cursor}: PageInput): Promise<Page<Activity>> {
  const {rows, page} = await readPage(scope, query, {list: 'activity', by: [{expression: sql.ref('a.seq'), type: 'bigint'}], direction: 'desc', input: {limit, cursor}});
  return {items: rows.map(toActivity), page};
}

function toActivity(row: ActivityRow): Activity {
  return {
    id: row.activity_id,
    leadId: row.lead_id,
    leadOfferId: row.lead_offer_id,
    kind: row.kind as Activity['kind'],
    visibility: row.visibility as ActivityVisibility,
    side: row.side as Activity['side'],
    author: row.author_id === null ? null : {id: row.author_id, name: row.author_name ?? ''},
    body: row.body,
    event: row.event,
    data: row.data,
    occurredAt: row.occurred_at,
    createdAt: row.created_at,
  };
}
