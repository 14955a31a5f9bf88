import type {Board} from '@portico/contract';
import {isLessBetter} from '@portico/contract/board-rules';
import type {Period} from '@portico/contract/period';
import {sql} from 'kysely';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {rankedBesideMedian, type NormalisedBoard} from './normalised.queries.ts';

/** A period that has an end. */
export type ClosedPeriod = Period & {readonly from: string; readonly until: string};

export function isClosed(period: Period): period is ClosedPeriod {
  return period.from !== null && period.until !== null;
}

/**
 * Writes down how a period ended; what was frozen before and is not verified yet is written anew.
 *
 * @param scope - Of the system.
 * @returns The result's id, or `undefined` when it is verified already.
 */
export async function freezePeriod(scope: Scope, board: NormalisedBoard & Pick<Board, 'isNormalised'>, {key, from, until}: ClosedPeriod): Promise<string | undefined> {
  const {db, tenantId, context} = scope;
  const {id: boardId, metric, isNormalised} = board;
  const now = nowText(context);
  const row = await db
    .insertInto('board_result')
    .values({tenant_id: tenantId, board_result_id: newId(context), board_id: boardId, period_key: key, period_from: from, period_until: until, is_normalised: isNormalised, status: 'frozen', frozen_at: now, created_at: now, updated_at: now})
    .onConflict(conflict => conflict.columns(['tenant_id', 'board_id', 'period_from']).doUpdateSet({frozen_at: now, is_normalised: isNormalised, updated_at: now}).where('board_result.status', '=', 'frozen'))
    .returning('board_result_id')
    .executeTakeFirst();
  if (!row) return undefined;
  const id = row.board_result_id;
  await db.deleteFrom('board_result_row').where('tenant_id', '=', tenantId).where('board_result_id', '=', id).execute();
  if (isNormalised) {
    await sql`
      with ${rankedBesideMedian(scope, board, from)}
      insert into board_result_row (tenant_id, board_result_id, partner_org_id, field, rank, place, value, raw_value) select ${tenantId}::uuid, ${id}::uuid, id, '', rank, place, value, raw from ranked`.execute(db);
    return id;
  }
  await sql`
    insert into board_result_row (tenant_id, board_result_id, partner_org_id, field, rank, place, value)
    select tenant_id, ${id}::uuid, partner_org_id, field, rank() over (partition by field order by sort_key), row_number() over (partition by field order by sort_key, shuffle, partner_org_id) - 1, ${isLessBetter(metric) ? sql`sort_key` : sql`-sort_key`}
    from board_tally where tenant_id = ${tenantId}::uuid and board_id = ${boardId}::uuid and period_from = ${from}::timestamptz and sort_key is not null and field is not null`.execute(db);
  return id;
}
