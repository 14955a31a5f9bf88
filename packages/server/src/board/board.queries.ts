import type {Board, BoardFields, Page} from '@portico/contract';
import {periodAt} from '@portico/contract/period';
import {sql, type Selectable} from 'kysely';
import {newId, nowText} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {BoardTable} from '../database/points-tables.ts';
import type {Scope} from '../database/scope.ts';

/** Boards; of partners those on which they compete. */
function boards({db, tenantId, programId, caller, partnerOrgId}: Scope) {
  const all = db
    .selectFrom('board as b')
    .leftJoin('board_opt_out as o', join => join.onRef('o.tenant_id', '=', 'b.tenant_id').onRef('o.board_id', '=', 'b.board_id').on('o.partner_org_id', '=', partnerOrgId))
    .selectAll('b')
    .select('o.created_at as out_since')
    .where('b.tenant_id', '=', tenantId).where('b.program_id', '=', programId);
  if (caller !== 'partner') return all;
  return all.where(sql<boolean>`exists (
    select from partner_org g join partnership p on p.tenant_id = g.tenant_id and p.partner_org_id = g.partner_org_id and p.program_id = b.program_id
    where g.tenant_id = b.tenant_id and g.partner_org_id = ${partnerOrgId}::uuid and ${competes})`);
}

const competes = sql`(b.level_ids = '{}' or p.level_id = any (b.level_ids)) and (b.countries = '{}' or g.country = any (b.countries))`;

export async function listBoards(scope: Scope, input: {readonly limit: number; readonly cursor?: string | undefined}): Promise<Page<Board>> {
  const by = [{expression: sql.ref('b.name'), type: 'text'}, {expression: sql.ref('b.board_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, boards(scope), {list: 'boards', by, direction: 'asc', input});
  return {items: rows.map(row => toBoard(scope, row)), page};
}

export async function findBoard(scope: Scope, id: string): Promise<Board | undefined> {
  const row = await boards(scope).where('b.board_id', '=', id).executeTakeFirst();
  return row && toBoard(scope, row);
}

export function lockBoard({db, tenantId}: Scope, id: string): Promise<{version: number} | undefined> {
  return db.selectFrom('board').select('version').where('tenant_id', '=', tenantId).where('board_id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertBoard({db, tenantId, programId, context}: Scope, fields: BoardFields): Promise<string> {
  const id = newId(context);
  const now = nowText(context);
  await db
    .insertInto('board')
    .values({
      tenant_id: tenantId,
      board_id: id,
      program_id: programId,
      name: fields.name,
      metric: fields.metric,
      currency: fields.currency,
      period: fields.period,
      time_zone: fields.timeZone,
      level_ids: fields.levelIds,
      countries: fields.countries,
      within: fields.within,
      is_normalised: fields.isNormalised,
      visibility: JSON.stringify(fields.visibility),
      min_participants: fields.minParticipants,
      min_count: fields.minCount,
      freeze_at: periodAt(now, fields.period, fields.timeZone).until,
      created_at: now,
      updated_at: now,
    })
    .execute();
  return id;
}

export async function updateBoard({db, tenantId, context}: Scope, id: string, {name, levelIds, countries, within, isNormalised, visibility, minParticipants, minCount}: {readonly [K in keyof BoardFields]?: BoardFields[K] | undefined}): Promise<void> {
  const columns = {name, level_ids: levelIds, countries, within, is_normalised: isNormalised, visibility: visibility && JSON.stringify(visibility), min_participants: minParticipants, min_count: minCount};
  const changed = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  await db.updateTable('board').set({...changed, updated_at: nowText(context)}).where('tenant_id', '=', tenantId).where('board_id', '=', id).execute();
}

export async function deleteBoard({db, tenantId}: Scope, id: string): Promise<void> {
  await db.deleteFrom('board').where('tenant_id', '=', tenantId).where('board_id', '=', id).execute();
}

/** Writes a partner's wish not to be ranked, or takes it back. */
export async function setOut({db, tenantId, personId, context}: Scope, boardId: string, partnerOrgId: string, isOut: boolean): Promise<void> {
  if (isOut) await db.insertInto('board_opt_out').values({tenant_id: tenantId, board_id: boardId, partner_org_id: partnerOrgId, person_id: personId, created_at: nowText(context)}).onConflict(conflict => conflict.doNothing()).execute();
  else await db.deleteFrom('board_opt_out').where('tenant_id', '=', tenantId).where('board_id', '=', boardId).where('partner_org_id', '=', partnerOrgId).execute();
}

export async function getPartnerNames({db, tenantId}: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('partner_org').select(['partner_org_id', 'name']).where('tenant_id', '=', tenantId).where('partner_org_id', 'in', [...ids]).execute();
  return new Map(rows.map(row => [row.partner_org_id, row.name]));
}

function toBoard({caller}: Scope, row: Selectable<BoardTable> & {readonly out_since: string | null}): Board {
  return {
    id: row.board_id,
    name: row.name,
    metric: row.metric as Board['metric'],
    currency: row.currency,
    period: row.period as Board['period'],
    timeZone: row.time_zone,
    levelIds: row.level_ids,
    countries: row.countries,
    within: row.within as Board['within'],
    isNormalised: row.is_normalised,
    visibility: row.visibility,
    minParticipants: row.min_participants,
    minCount: row.min_count,
    ...(caller === 'partner' ? {isOut: row.out_since !== null} : {}),
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
