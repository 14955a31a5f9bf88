import {sql} from 'kysely';
import {nowText} from '../context.ts';
import {isLockTimeout, isRetryable} from '../database/errors.ts';
import type {Scope} from '../database/scope.ts';
import {openCase} from '../lead-flow/lead-case.ts';
import {publishNews, startNews} from '../lead-flow/news.ts';
import {passDeadline} from '../lead-flow/pass-deadline.ts';
import type {DueJob} from './due-job.ts';

const postponedByMs = 10 * 60_000;

/**
 * Does what is due for lead offers: reminders, offers that ran out, leads that go back. One lead a transaction, what was due first goes first; what another process
 * is at is left to it. Running it twice does nothing twice.
 */
export const leadDeadlines: DueJob = {
  name: 'deadlines',

  findTenants: async (db, now) => {
    const rows = await db.selectFrom('lead_offer').select('tenant_id').distinct().where('due_at', '<=', now).execute();
    return rows.map(row => row.tenant_id);
  },

  run: async scope => {
    const due = await lockNextDue(scope);
    if (!due) return 0;
    await sql`savepoint deadline`.execute(scope.db);
    try {
      await pass(scope, due);
    } catch (error) {
      if (isRetryable(error) || isLockTimeout(error)) throw error;
      // One lead that cannot be handled must not hold up all others.
      await sql`rollback to savepoint deadline`.execute(scope.db);
      await postpone(scope, due.offerId);
      scope.context.log.error({err: error, tenantId: scope.tenantId, offerId: due.offerId}, 'A deadline of a lead offer could not be handled; it is tried again in ten minutes.');
    }
    return 1;
  },
};

/** The lead of the offer that was due first, under a lock; leads that somebody is at are passed over. */
async function lockNextDue({db, tenantId, context}: Scope): Promise<{offerId: string; leadId: string} | undefined> {
  const row = await db
    .selectFrom('lead_offer as o')
    .innerJoin('lead as l', join => join.onRef('l.tenant_id', '=', 'o.tenant_id').onRef('l.lead_id', '=', 'o.lead_id'))
    .select(['o.lead_offer_id', 'o.lead_id'])
    .where('o.tenant_id', '=', tenantId)
    .where('o.due_at', '<=', nowText(context))
    .orderBy('o.due_at')
    .orderBy('o.lead_offer_id')
    .limit(1)
    .forNoKeyUpdate('l')
    .skipLocked()
    .executeTakeFirst();
  return row && {offerId: row.lead_offer_id, leadId: row.lead_id};
}

/** Looks again under the lock, because the partner may have been quicker than the clock. */
async function pass(scope: Scope, {offerId, leadId}: {readonly offerId: string; readonly leadId: string}): Promise<void> {
  const news = startNews();
  const held = await openCase(scope, news, leadId);
  const offer = held?.offers.find(({id}) => id === offerId);
  if (!held || !offer) return;
  await passDeadline(held, offer);
  await publishNews(scope, news);
}

async function postpone({db, tenantId, context}: Scope, offerId: string): Promise<void> {
  const later = new Date(context.now() + postponedByMs).toISOString();
  await db.updateTable('lead_offer').set({due_at: later}).where('tenant_id', '=', tenantId).where('lead_offer_id', '=', offerId).execute();
}
