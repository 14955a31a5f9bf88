import {sql} from 'kysely';
import {nowText} from '../context.ts';
import {caseOf} from '../asset-flow/asset-case.ts';
import type {HeldAsset} from '../asset-flow/held-asset.queries.ts';
import {passAssetDeadline} from '../asset-flow/pass-asset-deadline.ts';
import {isLockTimeout, isRetryable} from '../database/errors.ts';
import type {Scope} from '../database/scope.ts';
import type {DueJob} from './due-job.ts';

const postponedByMs = 10 * 60_000;

/** Starts and ends versions and assets at their times. One asset a transaction, what was due first goes first; what another process is at is left to it. */
export const assetDeadlines: DueJob = {
  name: 'asset-deadlines',

  findTenants: async (db, now) => {
    const rows = await db.selectFrom('asset').select('tenant_id').distinct().where('due_at', '<=', now).execute();
    return rows.map(row => row.tenant_id);
  },

  run: async scope => {
    const asset = await lockNextDue(scope);
    if (!asset) return 0;
    await sql`savepoint deadline`.execute(scope.db);
    try {
      await passAssetDeadline(await caseOf(scope, asset));
    } catch (error) {
      if (isRetryable(error) || isLockTimeout(error)) throw error;
      // One asset that cannot be handled must not hold up all others.
      await sql`rollback to savepoint deadline`.execute(scope.db);
      await postpone(scope, asset.asset_id);
      scope.context.log.error({err: error, tenantId: scope.tenantId, assetId: asset.asset_id}, 'A deadline of an asset could not be handled; it is tried again in ten minutes.');
    }
    return 1;
  },
};

async function lockNextDue({db, tenantId, context}: Scope): Promise<HeldAsset | undefined> {
  const row = await db
    .selectFrom('asset')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('due_at', '<=', nowText(context))
    .orderBy('due_at')
    .orderBy('asset_id')
    .limit(1)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row as HeldAsset | undefined;
}

async function postpone({db, tenantId, context}: Scope, id: string): Promise<void> {
  const later = new Date(context.now() + postponedByMs).toISOString();
  await db.updateTable('asset').set({due_at: later}).where('tenant_id', '=', tenantId).where('asset_id', '=', id).execute();
}
