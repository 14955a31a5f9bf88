import type {ActivityKind, ActivityVisibility, DealActivity, Page} from '@portico/contract';
import {sql} from 'kysely';
import {newId, nowText} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

/** An entry that somebody writes. */
export interface DealActivityEntry {
  readonly dealId: string;
  readonly kind: Exclude<ActivityKind, 'event'>;
  readonly visibility: ActivityVisibility;
  readonly side: 'vendor' | 'partner';
  /** Of a `partner_internal` entry. */
  readonly partnerOrgId: string | null;
  readonly authorId: string | null;
  readonly body: string;
  /** ISO text; now when left out. */
  readonly occurredAt: string | undefined;
}

/** Adds an entry to the story of a registration. */
export async function insertDealActivity({db, tenantId, context}: Scope, entry: DealActivityEntry): Promise<string> {
  const id = newId(context);
  const now = nowText(context);
  await db
    .insertInto('deal_activity')
    .values({
      tenant_id: tenantId,
      deal_activity_id: id,
      deal_registration_id: entry.dealId,
      kind: entry.kind,
      visibility: entry.visibility,
      side: entry.side,
      partner_org_id: entry.partnerOrgId,
      author_id: entry.authorId,
      body: entry.body,
      occurred_at: entry.occurredAt ?? now,
      created_at: now,
    })
    .execute();
  return id;
}

/** The story of a registration as its reader may read it, newest first: what both sides see, and the internal entries of their own side. */
export async function listDealActivities(scope: Scope, dealId: string, {limit, cursor}: {readonly limit: number; readonly cursor?: string | undefined}): Promise<Page<DealActivity>> {
  const query = activities(scope).where('a.deal_registration_id', '=', dealId);
  const {rows, page} = await readPage(scope, query, {list: `deal_activity ${dealId}`, by: [{expression: sql.ref('a.seq'), type: 'bigint'}], direction: 'desc', input: {limit, cursor}});
  return {items: rows.map(row => toDealActivity(scope, row)), page};
}

/** One entry that the reader may read. */
export async function getDealActivity(scope: Scope, id: string): Promise<DealActivity> {
  return toDealActivity(scope, await activities(scope).where('a.deal_activity_id', '=', id).executeTakeFirstOrThrow());
}

/** Row-level security leaves partners what is shared since they have the registration; here each side is kept to its own internal entries. */
function activities({db, tenantId, caller, partnerOrgId}: Scope) {
  return db
    .selectFrom('deal_activity as a')
    .leftJoin('person as author', join => join.onRef('author.tenant_id', '=', 'a.tenant_id').onRef('author.person_id', '=', 'a.author_id'))
    .select(['a.deal_activity_id', 'a.deal_registration_id', 'a.kind', 'a.visibility', 'a.side', 'a.author_id', 'author.name as author_name', 'a.body', 'a.event', 'a.data', 'a.occurred_at', 'a.created_at'])
    .where('a.tenant_id', '=', tenantId)
    .where(eb => eb.or([eb('a.visibility', '=', 'shared'), caller === 'partner' ? eb.and([eb('a.visibility', '=', 'partner_internal'), eb('a.partner_org_id', '=', partnerOrgId)]) : eb('a.visibility', '=', 'vendor_internal')]));
}

type ActivityRow = Awaited<ReturnType<ReturnType<typeof activities>['executeTakeFirstOrThrow']>>;

function toDealActivity({caller}: Scope, row: ActivityRow): DealActivity {
  // Who decides at the vendor is not for partners; who writes to them is.
  const isNamed = row.author_id !== null && (caller !== 'partner' || row.side === 'partner' || row.kind !== 'event');
  return {
    id: row.deal_activity_id,
    dealRegistrationId: row.deal_registration_id,
    kind: row.kind as ActivityKind,
    visibility: row.visibility as ActivityVisibility,
    side: row.side as DealActivity['side'],
    author: isNamed && row.author_id !== null ? {id: row.author_id, name: row.author_name ?? ''} : null,
    body: row.body,
    event: row.event,
    data: row.data as Record<string, string>,
    occurredAt: row.occurred_at,
    createdAt: row.created_at,
  };
}
