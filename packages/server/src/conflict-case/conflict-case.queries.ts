import type {ConflictCase, ConflictEntry, ConflictResolution, ConflictStatus, Page} from '@portico/contract';
import {sql, type Selectable} from 'kysely';
import {newId, nowText} from '../context.ts';
import type {ConflictCaseTable, ConflictEntryTable} from '../database/deal-tables.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

export type Side = 'first' | 'second';

/** A case under its lock. */
export type HeldCase = Omit<Selectable<ConflictCaseTable>, 'status'> & {readonly status: ConflictStatus};

/** Locks a case until the commit. */
export async function lockCase({db, tenantId}: Scope, id: string): Promise<HeldCase | undefined> {
  const row = await db.selectFrom('conflict_case').selectAll().where('tenant_id', '=', tenantId).where('conflict_case_id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row as HeldCase | undefined;
}

/** The case whose time for evidence was over first, under its lock; those that somebody is at are passed over. */
export async function lockNextLateCase({db, tenantId}: Scope, now: string): Promise<HeldCase | undefined> {
  const row = await db
    .selectFrom('conflict_case')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'evidence')
    .where('evidence_due_at', '<=', now)
    .orderBy('evidence_due_at')
    .orderBy('conflict_case_id')
    .limit(1)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row as HeldCase | undefined;
}

/** Opens a case. A second one between the same two is refused by the database. */
export async function insertCase({db, tenantId, context, personId}: Scope, sides: Pick<HeldCase, 'first_id' | 'second_id' | 'first_partner_org_id' | 'second_partner_org_id'>): Promise<HeldCase> {
  const now = nowText(context);
  const row = await db
    .insertInto('conflict_case')
    .values({...sides, tenant_id: tenantId, conflict_case_id: newId(context), status: 'open', opened_by: personId, created_at: now, updated_at: now})
    .returningAll()
    .executeTakeFirstOrThrow();
  return row as HeldCase;
}

/** Changes a case; its version rises by itself. */
export async function updateCase({db, tenantId, context}: Scope, id: string, changes: {readonly status: ConflictStatus; readonly resolution?: ConflictResolution; readonly first_share_percent?: number | null; readonly evidence_due_at?: string}): Promise<void> {
  await db.updateTable('conflict_case').set({...changes, updated_at: nowText(context)}).where('tenant_id', '=', tenantId).where('conflict_case_id', '=', id).execute();
}

/** Adds to what was said and done. A statement leaves the case's own row alone, so that the other side does not see it move. */
export async function insertEntry({db, tenantId, context, personId}: Scope, caseId: string, entry: {readonly side: 'vendor' | Side; readonly event: ConflictEntry['event']; readonly body?: string | undefined}): Promise<void> {
  await db
    .insertInto('conflict_entry')
    .values({tenant_id: tenantId, conflict_entry_id: newId(context), conflict_case_id: caseId, side: entry.side, event: entry.event, body: entry.body ?? null, author_id: personId, created_at: nowText(context)})
    .execute();
}

/** The reader's cases, newest first. */
export async function listCases(scope: Scope, input: {readonly limit: number; readonly cursor?: string | undefined; readonly dealRegistrationId?: string | undefined}): Promise<Page<ConflictCase>> {
  const {dealRegistrationId: dealId} = input;
  const {caller, partnerOrgId} = scope;
  let query = cases(scope);
  if (dealId !== undefined) {
    query = query.where(eb => {
      const sides = (['first', 'second'] as const).map(side => [eb(`c.${side}_id`, '=', dealId), eb(`c.${side}_partner_org_id`, '=', partnerOrgId)] as const);
      // A partner asks by its own registration; the other one's id finds nothing.
      return eb.or(sides.map(([isDeal, isOwn]) => (caller === 'partner' ? eb.and([isDeal, isOwn]) : isDeal)));
    });
  }
  const by = [{expression: sql.ref('c.created_at'), type: 'timestamptz'}, {expression: sql.ref('c.conflict_case_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, query, {list: 'conflict_case', by, direction: 'desc', input});
  return {items: await toCases(scope, rows), page};
}

/** One case that the reader may see. */
export async function findCase(scope: Scope, id: string): Promise<ConflictCase | undefined> {
  return (await toCases(scope, await cases(scope).where('c.conflict_case_id', '=', id).execute()))[0];
}

/** Which side of a case is a partner's own. Nobody has both: a case is between two partners. */
export function sideOf({caller, partnerOrgId}: Pick<Scope, 'caller' | 'partnerOrgId'>, {first_partner_org_id: first}: Pick<HeldCase, 'first_partner_org_id'>): Side {
  return caller === 'partner' && first !== partnerOrgId ? 'second' : 'first';
}

/** Row-level security leaves a partner its own cases; a rep sees those of own deals only. */
function cases({db, tenantId, partnerOrgId, seesWholeOrg, personId}: Scope) {
  return db
    .selectFrom('conflict_case as c')
    .selectAll()
    .where('c.tenant_id', '=', tenantId)
    .$if(!seesWholeOrg, query =>
      query.where(eb =>
        eb.exists(
          eb
            .selectFrom('deal_registration as d')
            .select('d.deal_registration_id')
            .whereRef('d.tenant_id', '=', 'c.tenant_id')
            .where(inner => inner.or([inner('d.deal_registration_id', '=', inner.ref('c.first_id')), inner('d.deal_registration_id', '=', inner.ref('c.second_id'))]))
            .where('d.partner_org_id', '=', partnerOrgId)
            .where('d.owner_id', '=', personId),
        ),
      ),
    );
}

async function toCases(scope: Scope, rows: readonly Selectable<ConflictCaseTable>[]): Promise<ConflictCase[]> {
  const entries = await entriesOf(scope, rows.map(row => row.conflict_case_id));
  return rows.map(row => toCase(scope, row, entries.get(row.conflict_case_id) ?? []));
}

type Entry = Pick<Selectable<ConflictEntryTable>, 'conflict_case_id' | 'side' | 'event' | 'body' | 'created_at'>;

async function entriesOf({db, tenantId}: Scope, caseIds: readonly string[]): Promise<Map<string, Entry[]>> {
  if (caseIds.length === 0) return new Map();
  const rows = await db.selectFrom('conflict_entry').select(['conflict_case_id', 'side', 'event', 'body', 'created_at']).where('tenant_id', '=', tenantId).where('conflict_case_id', 'in', caseIds).orderBy('seq').execute();
  return Map.groupBy(rows, row => row.conflict_case_id);
}

/** Partners read neutral events and their own words. Of the decision they read what it means for them in their registration; a split is theirs to know. */
function toCase(scope: Scope, row: Selectable<ConflictCaseTable>, entries: readonly Entry[]): ConflictCase {
  const isPartner = scope.caller === 'partner';
  const own = sideOf(scope, row);
  const share = row.first_share_percent;
  return {
    id: row.conflict_case_id,
    status: row.status as ConflictStatus,
    dealRegistrationId: own === 'first' ? row.first_id : row.second_id,
    otherDealRegistrationId: isPartner ? null : row.second_id,
    resolution: !isPartner || row.resolution === 'split' ? (row.resolution as ConflictResolution | null) : null,
    firstSharePercent: share === null || own === 'first' ? share : 100 - share,
    entries: entries
      .filter(({side}) => !isPartner || side === 'vendor' || side === own)
      .map(({created_at: at, side, event, body}) => ({at, side: isPartner && side === own ? 'you' : (side as 'vendor' | Side), event: event as ConflictEntry['event'], text: isPartner && side === 'vendor' ? null : body})),
    evidenceDueAt: row.evidence_due_at,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
