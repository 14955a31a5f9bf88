import {sql} from 'kysely';
import type {Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {asWorker, withTenant} from '../database/open.ts';
import {lockLeadIfFree} from '../lead/held-lead.queries.ts';
import {passDeadline} from '../lead-flow/pass-deadline.ts';
import {openCase} from '../lead-flow/lead-case.ts';
import {publishNews, startNews} from '../lead-flow/news.ts';
import type {Scope} from '../database/scope.ts';

const as = 'system:deadlines';
const batch = 100;

/**
 * Does what is due for lead offers of all tenants: reminders, offers that ran out, leads that go back. Each in a transaction of its own, earliest first within a
 * tenant; what another process is at is left to it. Running it twice does nothing twice, and what fails is tried again at the next run.
 *
 * @returns How many offers something happened to.
 */
export async function runLeadDeadlines(database: Database, context: Context): Promise<number> {
  let done = 0;
  for (const tenantId of await findTenantsWithDue(database, context)) done += await runTenant(database, context, tenantId);
  return done;
}

function findTenantsWithDue(database: Database, context: Context): Promise<string[]> {
  return asWorker(database, async db => {
    const rows = await db.selectFrom('lead_offer').select('tenant_id').distinct().where('due_at', '<=', nowOf(context)).execute();
    return rows.map(row => row.tenant_id);
  });
}

async function runTenant(database: Database, context: Context, tenantId: string): Promise<number> {
  const tried = new Set<string>();
  let done = 0;
  for (;;) {
    const due = (await withTenant(database, tenantId, {context, as}, findDue)).filter(({offerId}) => !tried.has(offerId));
    if (due.length === 0) return done;
    for (const {offerId, leadId} of due) {
      tried.add(offerId);
      try {
        if (await withTenant(database, tenantId, {context, as}, scope => pass(scope, leadId, offerId))) done++;
      } catch (error) {
        context.log.error({err: error, tenantId, offerId}, 'A deadline of a lead offer could not be handled; it is tried again.');
      }
    }
  }
}

async function findDue({db, tenantId, context}: Scope): Promise<{offerId: string; leadId: string}[]> {
  const rows = await db
    .selectFrom('lead_offer')
    .select(['lead_offer_id', 'lead_id'])
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`due_at <= ${nowOf(context)}::timestamptz`)
    .orderBy('due_at')
    .orderBy('lead_offer_id')
    .limit(batch)
    .execute();
  return rows.map(row => ({offerId: row.lead_offer_id, leadId: row.lead_id}));
}

/** Looks again under the lock, because the partner may have been quicker than the clock. */
async function pass(scope: Scope, leadId: string, offerId: string): Promise<boolean> {
  const news = startNews();
  const held = await openCase(scope, news, leadId, lockLeadIfFree);
  const offer = held?.offers.find(({id}) => id === offerId);
  if (!held || !offer) return false;
  const happened = await passDeadline(held, offer);
  await publishNews(scope, news);
  return happened;
}

function nowOf({now}: Context): string {
  return new Date(now()).toISOString();
}
