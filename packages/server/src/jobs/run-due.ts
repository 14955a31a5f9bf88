import {nowText, type Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {isLockTimeout, isRetryable} from '../database/errors.ts';
import {asWorker, withTenant} from '../database/open.ts';
import type {DueJob} from './due-job.ts';
import {dueJobs} from './due-jobs.ts';

/** So that one tenant's backlog does not keep the others waiting for ever. */
const batchesAtOnce = 200;

/**
 * Does everything that is due on the context's clock, for all tenants. A failure of one tenant's job is logged and leaves the others alone.
 *
 * @returns How many things were done.
 */
export async function runDue(database: Database, context: Context, jobs: readonly DueJob[] = dueJobs): Promise<number> {
  let done = 0;
  for (const job of jobs) {
    const tenants = await asWorker(database, db => job.findTenants(db, nowText(context)));
    for (const tenantId of tenants) done += await runForTenant(database, context, job, tenantId);
  }
  return done;
}

async function runForTenant(database: Database, context: Context, {name, run}: DueJob, tenantId: string): Promise<number> {
  let done = 0;
  try {
    for (let batch = 0; batch < batchesAtOnce; batch++) {
      const count = await withTenant(database, tenantId, {context, as: `system:${name}`}, run);
      done += count;
      if (count === 0) break;
    }
  } catch (error) {
    // Somebody is at the same rows right now: the next round will do.
    if (isRetryable(error) || isLockTimeout(error)) context.log.debug({tenantId, job: name}, 'a job gave way');
    else context.log.error({err: error, tenantId, job: name}, 'a job failed');
  }
  return done;
}
