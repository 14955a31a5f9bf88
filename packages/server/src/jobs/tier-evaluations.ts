import {periodAt} from '@portico/contract/period';
import type {Selectable} from 'kysely';
import {nowText} from '../context.ts';
import type {TierRunTable} from '../database/points-tables.ts';
import type {Scope} from '../database/scope.ts';
import {publishNews, startNews} from '../lead-flow/news.ts';
import {evaluatePartners} from '../tier-flow/evaluate-partners.ts';
import {lockStandings} from '../tier-flow/level-changes.queries.ts';
import {findNextEffect, findPolicyAt} from '../tier-flow/policy-in-effect.queries.ts';
import type {DueJob} from './due-job.ts';

const partnersAtOnce = 100;
const dayMs = 86_400_000;

/** Measures every partner by the terms for levels, at midnight of the terms' time zone and when new terms take effect; some partners a transaction. */
export const tierEvaluations: DueJob = {
  name: 'tier-evaluations',

  findTenants: async (db, now) => {
    const rows = await db.selectFrom('tier_run').select('tenant_id').distinct().where('due_at', '<=', now).execute();
    return rows.map(row => row.tenant_id);
  },

  run: async scope => {
    const now = nowText(scope.context);
    const run = await lockDueRun(scope, now);
    if (!run) return 0;
    const policy = await findPolicyAt(scope, now);
    const standings = policy ? await lockStandings(scope, {after: run.after_partner, limit: partnersAtOnce}) : [];
    if (policy && standings.length > 0) {
      const news = startNews();
      await evaluatePartners(scope, news, standings, policy);
      await setRun(scope, {after_partner: standings.at(-1)?.partnerOrgId ?? null});
      await publishNews(scope, news);
      return standings.length;
    }
    const midnight = policy ? (periodAt(now, 'day', policy.terms.timeZone).until ?? now) : new Date(scope.context.now() + dayMs).toISOString();
    const effect = await findNextEffect(scope, now);
    await setRun(scope, {after_partner: null, due_at: effect !== null && effect < midnight ? effect : midnight});
    return 1;
  },
};

function lockDueRun({db, tenantId, programId}: Scope, now: string): Promise<Selectable<TierRunTable> | undefined> {
  return db.selectFrom('tier_run').selectAll().where('tenant_id', '=', tenantId).where('program_id', '=', programId).where('due_at', '<=', now).forNoKeyUpdate().skipLocked().executeTakeFirst();
}

async function setRun({db, tenantId, programId}: Scope, columns: {readonly after_partner: string | null; readonly due_at?: string}): Promise<void> {
  await db.updateTable('tier_run').set(columns).where('tenant_id', '=', tenantId).where('program_id', '=', programId).execute();
}
