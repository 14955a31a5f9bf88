import type {BoardMetric, BoardPeriod} from '@portico/contract';
import {periodAt} from '@portico/contract/period';
import {freezePeriod, isClosed} from '../board-flow/freeze.ts';
import {recordChange} from '../changes/record-change.ts';
import {nowText} from '../context.ts';
import {lockRules} from '../points-flow/partner-events.queries.ts';
import type {DueJob} from './due-job.ts';

/** Freezes the periods of boards when they are over, one board a transaction. */
export const boardPeriods: DueJob = {
  name: 'board-periods',

  findTenants: async (db, now) => {
    const rows = await db.selectFrom('board').select('tenant_id').distinct().where('freeze_at', '<=', now).execute();
    return rows.map(row => row.tenant_id);
  },

  run: async scope => {
    const {db, tenantId, programId, context} = scope;
    await lockRules(scope);
    const board = await db.selectFrom('board').select(['board_id', 'metric', 'period', 'time_zone', 'is_normalised', 'min_participants', 'freeze_at']).where('tenant_id', '=', tenantId).where('program_id', '=', programId).where('freeze_at', '<=', nowText(context)).orderBy('freeze_at').limit(1).forNoKeyUpdate().skipLocked().executeTakeFirst();
    if (!board || board.freeze_at === null) return 0;
    const kind = board.period as BoardPeriod;
    const over = periodAt(new Date(Date.parse(board.freeze_at) - 1).toISOString(), kind, board.time_zone);
    const next = periodAt(board.freeze_at, kind, board.time_zone).until;
    const id = isClosed(over) ? await freezePeriod(scope, {id: board.board_id, metric: board.metric as BoardMetric, isNormalised: board.is_normalised, minParticipants: board.min_participants}, over) : undefined;
    await db.updateTable('board').set({freeze_at: next}).where('tenant_id', '=', tenantId).where('board_id', '=', board.board_id).execute();
    if (id !== undefined) await recordChange(scope, {resource: 'board_result', id, action: 'freeze', changes: {boardId: board.board_id, period: over.key}});
    return 1;
  },
};
