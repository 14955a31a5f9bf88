import {challengeEntryCan, challengeEntryTransitions, type Api, type ChallengeEntry, type ChallengeEntryAction, type ChallengeEntryStatus, type Page, type RouteParsed} from '@portico/contract';
import {phaseOf} from '@portico/contract/challenge-rules';
import {sql} from 'kysely';
import type {LibraryFiles} from '../asset-flow/library-files.ts';
import type {EntryRow} from '../challenge-flow/running.queries.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

/** Entries that the reader may see, which row-level security decides. */
function entries({db, tenantId}: Scope) {
  return db
    .selectFrom('challenge_entry as e')
    .innerJoin('challenge as c', join => join.onRef('c.tenant_id', '=', 'e.tenant_id').onRef('c.challenge_id', '=', 'e.challenge_id'))
    .innerJoin('partner_org as g', join => join.onRef('g.tenant_id', '=', 'e.tenant_id').onRef('g.partner_org_id', '=', 'e.partner_org_id'))
    .leftJoin('person as p', join => join.onRef('p.tenant_id', '=', 'e.tenant_id').onRef('p.person_id', '=', 'e.person_id'))
    .selectAll('e')
    .select(['c.name as challenge_name', 'c.type', 'c.status as challenge_status', 'c.run_window', 'g.name as partner_name', 'p.name as person_name'])
    .select([
      sql<number>`(select coalesce(sum(l.points), 0) from points_entry l where l.tenant_id = e.tenant_id and l.challenge_entry_id = e.challenge_entry_id)::int`.as('points'),
      sql<string[]>`array(select f.stored_file_id::text from challenge_entry_file f where f.tenant_id = e.tenant_id and f.challenge_entry_id = e.challenge_entry_id order by f.position)`.as('file_ids'),
    ])
    .where('e.tenant_id', '=', tenantId);
}

type Row = Awaited<ReturnType<ReturnType<typeof entries>['executeTakeFirstOrThrow']>>;

export async function listEntries(scope: Scope, files: LibraryFiles, input: RouteParsed<Api['challengeEntries']['list']>): Promise<Page<ChallengeEntry>> {
  const {challengeId, partnerOrgId, status} = input;
  let query = entries(scope);
  if (challengeId !== undefined) query = query.where('e.challenge_id', '=', challengeId);
  if (partnerOrgId !== undefined) query = query.where('e.partner_org_id', '=', partnerOrgId);
  if (status !== undefined && status.length > 0) query = query.where('e.status', 'in', status);
  const by = [{expression: sql.ref('e.created_at'), type: 'timestamptz'}, {expression: sql.ref('e.challenge_entry_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, query, {list: 'challenge entries', by, direction: 'desc', input});
  return {items: await toEntries(scope, files, rows), page};
}

export async function findEntry(scope: Scope, files: LibraryFiles, id: string): Promise<ChallengeEntry | undefined> {
  const row = await entries(scope).where('e.challenge_entry_id', '=', id).executeTakeFirst();
  return row && (await toEntries(scope, files, [row]))[0];
}

export function lockEntry({db, tenantId}: Scope, id: string): Promise<EntryRow | undefined> {
  return db.selectFrom('challenge_entry').selectAll().where('tenant_id', '=', tenantId).where('challenge_entry_id', '=', id).forUpdate().executeTakeFirst();
}

/** Which of these files are not the partner's own. */
export async function findStrangeFiles({db, tenantId}: Scope, ids: readonly string[], partnerOrgId: string): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('stored_file').select('stored_file_id').where('tenant_id', '=', tenantId).where('stored_file_id', 'in', [...ids]).where('partner_org_id', '=', partnerOrgId).execute();
  const own = new Set(rows.map(row => row.stored_file_id));
  return ids.filter(id => !own.has(id));
}

/** Whether all of an entry's files have arrived and were found good. */
export async function hasReadyFiles({db, tenantId}: Scope, id: string): Promise<{count: number; isReady: boolean}> {
  const rows = await db
    .selectFrom('challenge_entry_file as f')
    .innerJoin('stored_file as s', join => join.onRef('s.tenant_id', '=', 'f.tenant_id').onRef('s.stored_file_id', '=', 'f.stored_file_id'))
    .select('s.status')
    .where('f.tenant_id', '=', tenantId)
    .where('f.challenge_entry_id', '=', id)
    .execute();
  return {count: rows.length, isReady: rows.every(({status}) => status === 'ready')};
}

/** Sets the files of an entry. */
export async function writeFiles({db, tenantId}: Scope, id: string, fileIds: readonly string[]): Promise<void> {
  await db.deleteFrom('challenge_entry_file').where('tenant_id', '=', tenantId).where('challenge_entry_id', '=', id).execute();
  if (fileIds.length > 0) await db.insertInto('challenge_entry_file').values([...new Set(fileIds)].map((fileId, position) => ({tenant_id: tenantId, challenge_entry_id: id, stored_file_id: fileId, position}))).execute();
}

async function toEntries(scope: Scope, library: LibraryFiles, rows: readonly Row[]): Promise<ChallengeEntry[]> {
  const files = await library.find(scope, rows.flatMap(row => row.file_ids), 'all');
  return rows.map(row => ({
    id: row.challenge_entry_id,
    challenge: {id: row.challenge_id, name: row.challenge_name, type: row.type as ChallengeEntry['challenge']['type']},
    partnerOrg: {id: row.partner_org_id, name: row.partner_name},
    person: row.person_id === null || row.person_name === null ? null : {id: row.person_id, name: row.person_name},
    span: {key: row.span_key, from: row.span_from, until: row.span_until},
    status: row.status as ChallengeEntryStatus,
    text: row.text,
    link: row.link,
    files: row.file_ids.flatMap(id => {
      const file = files.get(id);
      if (!file) return [];
      const {fileName, mediaType, sizeBytes, status, problem, downloadUrl} = file;
      return [{id, fileName, mediaType, sizeBytes, status, problem, downloadUrl}];
    }),
    value: row.value,
    submissions: row.submissions,
    reason: row.reason,
    points: row.points,
    submittedAt: row.submitted_at,
    decidedAt: row.decided_at,
    actions: actionsOf(scope, row),
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }));
}

/** What the reader may do: of a partner nothing more is sent when the time is over. */
function actionsOf({caller, context}: Scope, row: Row): ChallengeEntryAction[] {
  const side = caller === 'partner' ? 'partner' : 'vendor';
  const isRunning = phaseOf(row.challenge_status as 'published', row.run_window, context.now()) === 'running' && Date.parse(row.span_until) > context.now();
  return (Object.keys(challengeEntryTransitions) as ChallengeEntryAction[]).filter(event => challengeEntryCan(event, row.status as ChallengeEntryStatus, side) && (side === 'vendor' || isRunning));
}
