import type {Api, BoardDispute, BoardPrize, BoardResult, BoardVisibility, Page, RouteParsed} from '@portico/contract';
import type {BoardSlice} from '@portico/contract/board-rules';
import {sql} from 'kysely';
import {newId, nowText} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

/** A result with what its board says of who sees what. */
export interface HeldResult {
  readonly result: BoardResult;
  readonly board: {readonly visibility: BoardVisibility; readonly minParticipants: number; readonly isNormalised: boolean};
}

function results({db, tenantId, programId, partnerOrgId}: Scope) {
  return db
    .selectFrom('board_result as r')
    .innerJoin('board as b', join => join.onRef('b.tenant_id', '=', 'r.tenant_id').onRef('b.board_id', '=', 'r.board_id'))
    .leftJoin('board_result_row as o', join => join.onRef('o.tenant_id', '=', 'r.tenant_id').onRef('o.board_result_id', '=', 'r.board_result_id').on('o.partner_org_id', '=', partnerOrgId))
    .selectAll('r')
    .select(['b.name', 'b.metric', 'b.currency', 'b.visibility', 'b.min_participants', 'o.rank as own_rank', 'o.value as own_value', 'o.raw_value as own_raw_value', 'o.field as own_field'])
    .select(sql<number>`(select count(*)::int from board_dispute d where d.tenant_id = r.tenant_id and d.board_result_id = r.board_result_id and d.status = 'open' and (${partnerOrgId}::uuid is null or d.partner_org_id = ${partnerOrgId}::uuid))`.as('open_disputes'))
    .select(sql<number>`(select count(*)::int from board_result_row n where n.tenant_id = r.tenant_id and n.board_result_id = r.board_result_id and (${partnerOrgId}::uuid is null or n.field = o.field))`.as('participants'))
    .where('r.tenant_id', '=', tenantId)
    .where('b.program_id', '=', programId)
    .$if(partnerOrgId !== null, query =>
      query.where(sql<boolean>`exists (
        select from partner_org g join partnership p on p.tenant_id = g.tenant_id and p.partner_org_id = g.partner_org_id and p.program_id = b.program_id
        where g.tenant_id = b.tenant_id and g.partner_org_id = ${partnerOrgId}::uuid and (o.rank is not null or ((b.level_ids = '{}' or p.level_id = any (b.level_ids)) and (b.countries = '{}' or g.country = any (b.countries)))))`),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof results>['executeTakeFirstOrThrow']>>;

/** @param scope - Of the system, with the reader's organisation where it is a partner. */
export async function listResults(scope: Scope, input: RouteParsed<Api['boardResults']['list']>): Promise<Page<BoardResult>> {
  const query = results(scope).$if(input.boardId !== undefined, each => each.where('r.board_id', '=', input.boardId ?? ''));
  const by = [{expression: sql.ref('r.period_from'), type: 'timestamptz'}, {expression: sql.ref('r.board_result_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, query, {list: 'board results', by, direction: 'desc', input});
  return {items: rows.map(row => toHeld(scope, row).result), page};
}

/** @param scope - Of the system, with the reader's organisation where it is a partner. */
export async function findResult(scope: Scope, id: string): Promise<HeldResult | undefined> {
  const row = await results(scope).where('r.board_result_id', '=', id).executeTakeFirst();
  return row && toHeld(scope, row);
}

export function lockResult({db, tenantId}: Scope, id: string): Promise<{version: number; status: string} | undefined> {
  return db.selectFrom('board_result').select(['version', 'status']).where('tenant_id', '=', tenantId).where('board_result_id', '=', id).forUpdate().executeTakeFirst();
}

export async function moveResult({db, tenantId, personId, context}: Scope, id: string, move: {readonly to: 'verified'} | {readonly to: 'awarded'; readonly prizes: readonly BoardPrize[]} | {readonly to: null}): Promise<void> {
  const now = nowText(context);
  const columns = move.to === 'verified' ? {status: 'verified', verified_at: now, verified_by: personId} : move.to === 'awarded' ? {status: 'awarded', awarded_at: now, prizes: JSON.stringify(move.prizes)} : {};
  await db.updateTable('board_result').set({...columns, updated_at: now}).where('tenant_id', '=', tenantId).where('board_result_id', '=', id).execute();
}

/** The ranking as it was frozen: of a partner's those that it competed with. */
export async function getFrozen({db, tenantId}: Scope, resultId: string, reader: string | null): Promise<BoardSlice> {
  const query = db.selectFrom('board_result_row as r').select(['r.partner_org_id', 'r.rank', 'r.place', 'r.value', 'r.raw_value']).where('r.tenant_id', '=', tenantId).where('r.board_result_id', '=', resultId);
  const own = db.selectFrom('board_result_row as o').select('o.field').where('o.tenant_id', '=', tenantId).where('o.board_result_id', '=', resultId).where('o.partner_org_id', '=', reader ?? '');
  const rows = await (reader === null ? query : query.where('r.field', 'in', own)).orderBy('r.field').orderBy('r.place').execute();
  return {participants: rows.length, rows: rows.map(row => ({partnerOrgId: row.partner_org_id, rank: row.rank, place: row.place, value: row.value, ...(row.raw_value === null ? {} : {rawValue: row.raw_value})}))};
}

export async function insertDispute({db, tenantId, personId, context}: Scope, resultId: string, partnerOrgId: string, text: string): Promise<string> {
  const id = newId(context);
  await db.insertInto('board_dispute').values({tenant_id: tenantId, board_dispute_id: id, board_result_id: resultId, partner_org_id: partnerOrgId, person_id: personId, text, status: 'open', created_at: nowText(context)}).execute();
  return id;
}

/** @returns Whether it was open. */
export async function answerDispute({db, tenantId, personId, context}: Scope, resultId: string, id: string, status: 'accepted' | 'rejected', answer: string): Promise<boolean> {
  const row = await db
    .updateTable('board_dispute')
    .set({status, answer, answered_by: personId, answered_at: nowText(context)})
    .where('tenant_id', '=', tenantId)
    .where('board_result_id', '=', resultId)
    .where('board_dispute_id', '=', id)
    .where('status', '=', 'open')
    .returning('board_dispute_id')
    .executeTakeFirst();
  return row !== undefined;
}

function disputes({db, tenantId}: Scope, resultId: string) {
  return db
    .selectFrom('board_dispute as d')
    .innerJoin('partner_org as g', join => join.onRef('g.tenant_id', '=', 'd.tenant_id').onRef('g.partner_org_id', '=', 'd.partner_org_id'))
    .selectAll('d')
    .select('g.name as partner_name')
    .where('d.tenant_id', '=', tenantId)
    .where('d.board_result_id', '=', resultId);
}

/** Row-level security leaves a partner its own. */
export async function listDisputes(scope: Scope, input: RouteParsed<Api['boardResults']['disputes']>): Promise<Page<BoardDispute>> {
  const by = [{expression: sql.ref('d.created_at'), type: 'timestamptz'}, {expression: sql.ref('d.board_dispute_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, disputes(scope, input.id), {list: 'board disputes', by, direction: 'desc', input});
  return {items: rows.map(toDispute), page};
}

export async function getDispute(scope: Scope, resultId: string, id: string): Promise<BoardDispute> {
  return toDispute(await disputes(scope, resultId).where('d.board_dispute_id', '=', id).executeTakeFirstOrThrow());
}

function toDispute(row: Awaited<ReturnType<ReturnType<typeof disputes>['executeTakeFirstOrThrow']>>): BoardDispute {
  return {
    id: row.board_dispute_id,
    resultId: row.board_result_id,
    partnerOrg: {id: row.partner_org_id, name: row.partner_name},
    text: row.text,
    status: row.status as BoardDispute['status'],
    answer: row.answer,
    createdAt: row.created_at,
    answeredAt: row.answered_at,
  };
}

function toHeld({partnerOrgId}: Scope, row: Row): HeldResult {
  const isFew = partnerOrgId !== null && row.participants < row.min_participants;
  const result: BoardResult = {
    id: row.board_result_id,
    board: {id: row.board_id, name: row.name, metric: row.metric as BoardResult['board']['metric'], currency: row.currency, isNormalised: row.is_normalised},
    period: {key: row.period_key, from: row.period_from, until: row.period_until},
    status: row.status as BoardResult['status'],
    participants: isFew ? null : row.participants,
    // Among few, a rank or a prize says who the others are.
    own: row.own_rank === null || row.own_value === null ? null : {rank: isFew ? null : row.own_rank, ...ownValue(row, row.own_value, isFew), prize: prizeOf(row.prizes, row.own_rank)},
    prizes: row.prizes,
    openDisputes: row.open_disputes,
    frozenAt: row.frozen_at,
    verifiedAt: row.verified_at,
    awardedAt: row.awarded_at,
    version: row.version,
  };
  return {result, board: {visibility: row.visibility, minParticipants: row.min_participants, isNormalised: row.is_normalised}};
}

/** Among few, a share of the median says what the others have. */
function ownValue({own_raw_value: rawValue}: Row, value: number, isFew: boolean): {value: number | null; rawValue?: number} {
  return rawValue === null ? {value} : {value: isFew ? null : value, rawValue};
}

function prizeOf(prizes: readonly BoardPrize[], rank: number): string | null {
  return prizes.find(({toRank}) => rank <= toRank)?.prize ?? null;
}
