import {nowText} from '../context.ts';
import {insertEntry, lockNextLateCase, updateCase} from '../conflict-case/conflict-case.queries.ts';
import {tellOfCase} from '../conflict-case/tell-of-case.ts';
import {publishNews, startNews} from '../lead-flow/news.ts';
import type {DueJob} from './due-job.ts';

/**
 * Ends the time for evidence in conflict cases: what is not there by then is not waited for, the case goes on to mediation with what there is, and the vendor and both partners hear of
 * it. Nobody loses by being late: people decide.
 */
export const conflictDeadlines: DueJob = {
  name: 'conflict-deadlines',

  findTenants: async (db, now) => {
    const rows = await db.selectFrom('conflict_case').select('tenant_id').distinct().where('status', '=', 'evidence').where('evidence_due_at', '<=', now).execute();
    return rows.map(row => row.tenant_id);
  },

  run: async scope => {
    const held = await lockNextLateCase(scope, nowText(scope.context));
    if (!held) return 0;
    await updateCase(scope, held.conflict_case_id, {status: 'mediation'});
    await insertEntry(scope, held.conflict_case_id, {side: 'vendor', event: 'evidence_closed'});
    const news = startNews();
    tellOfCase(news, held, 'evidence_closed');
    await publishNews(scope, news);
    return 1;
  },
};
