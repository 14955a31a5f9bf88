import {sql} from 'kysely';
import {nowText} from '../context.ts';
import {isLockTimeout, isRetryable} from '../database/errors.ts';
import type {Scope} from '../database/scope.ts';
import {caseOf, publishDealNews} from '../deal-flow/deal-case.ts';
import type {HeldDeal} from '../deal-flow/held-deal.queries.ts';
import {passDealDeadline} from '../deal-flow/pass-deal-deadline.ts';
import {startNews} from '../lead-flow/news.ts';
import type {DueJob} from './due-job.ts';

const postponedByMs = 10 * 60_000;

/**
 * Does what is due for deal registrations: answers that are late, reminders, information that never came, protections that end. One registration a transaction, what
 * was due first goes first; what another process is at is left to it. Running it twice does nothing twice.
 */
export const dealDeadlines: DueJob = {
  name: 'deal-deadlines',

  findTenants: async (db, now) => {
    const rows = await db.selectFrom('deal_registration').select('tenant_id').distinct().where('due_at', '<=', now).execute();
    return rows.map(row => row.tenant_id);
  },

  run: async scope => {
    const deal = await lockNextDue(scope);
    if (!deal) return 0;
    await sql`savepoint deadline`.execute(scope.db);
    try {
      const held = await caseOf(scope, startNews(), deal);
      await passDealDeadline(held);
      await publishDealNews(scope, held.news);
    } catch (error) {
      if (isRetryable(error) || isLockTimeout(error)) throw error;
      // One registration that cannot be handled must not hold up all others.
      await sql`rollback to savepoint deadline`.execute(scope.db);
      await postpone(scope, deal.deal_registration_id);
      scope.context.log.error({err: error, tenantId: scope.tenantId, dealId: deal.deal_registration_id}, 'A deadline of a deal registration could not be handled; it is tried again in ten minutes.');
    }
    return 1;
  },
};

/** The registration that was due first, under its lock; those that somebody is at are passed over. */
async function lockNextDue({db, tenantId, context}: Scope): Promise<HeldDeal | undefined> {
  const row = await db
    .selectFrom('deal_registration')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('due_at', '<=', nowText(context))
    .orderBy('due_at')
    .orderBy('deal_registration_id')
    .limit(1)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row as HeldDeal | undefined;
}

async function postpone({db, tenantId, context}: Scope, id: string): Promise<void> {
  const later = new Date(context.now() + postponedByMs).toISOString();
  await db.updateTable('deal_registration').set({due_at: later}).where('tenant_id', '=', tenantId).where('deal_registration_id', '=', id).execute();
}
