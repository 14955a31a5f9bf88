import {recordAudit} from '../audit/record-audit.ts';
import type {Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {asWorker, withTenant} from '../database/open.ts';
import type {Scope} from '../database/scope.ts';
import {ExportLostError, writeExportPage} from './export-page.ts';
import {claimExport, failExport, releaseExport, seesAsBefore, type HeldExport} from './export-store.queries.ts';

/** How long others leave an export alone after its worker's last sign. A killed worker's export goes on after this time. */
const leaseMs = 60_000;
/** What somebody needs to be allowed to export, then and now. */
const exportScope = 'deal_import:write';

/** Runs work with the present rights of whoever asked for an export, or answers `undefined` when they have none. */
export type ActAgain = <T>(asker: Pick<HeldExport, 'principalId' | 'sessionId' | 'partnerOrgId'> & {readonly tenantId: string}, work: (scope: Scope) => Promise<T>) => Promise<T | undefined>;

/**
 * Goes on with all exports that wait, of all tenants, part by part, each in a transaction of whoever asked for it. One that was interrupted goes on after the last part that
 * was committed; one whose asker sees more or less by now, or nothing, fails.
 *
 * @param options.signal - Stops after the part that is being written; whoever comes next goes on from there at once.
 * @returns How many exports were ended.
 */
export async function runExports(database: Database, context: Context, actAgain: ActAgain, {signal}: {readonly signal?: AbortSignal | undefined} = {}): Promise<number> {
  let ended = 0;
  for (const tenantId of await findTenants(database, context)) {
    while (!signal?.aborted && (await runNext(database, context, actAgain, tenantId, signal))) ended++;
  }
  return ended;
}

async function findTenants(database: Database, {now}: Context): Promise<string[]> {
  const rows = await asWorker(database, db =>
    db.selectFrom('deal_export').select('tenant_id').distinct().where('status', '=', 'running').where(eb => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', new Date(now()).toISOString())])).execute(),
  );
  return rows.map(({tenant_id: tenantId}) => tenantId);
}

/** @returns Whether an export was ended. */
async function runNext(database: Database, context: Context, actAgain: ActAgain, tenantId: string, signal: AbortSignal | undefined): Promise<boolean> {
  const inTenant = <T>(work: (scope: Scope) => Promise<T>) => withTenant(database, tenantId, {context, as: 'system:export'}, work);
  const claimed = await inTenant(scope => claimExport(scope, leaseFrom(context)));
  if (!claimed) return false;
  let held = claimed;
  try {
    for (;;) {
      const next = await writeNext(context, actAgain, tenantId, held);
      if (next === undefined) return await inTenant(scope => fail(scope, held));
      if (next.ended) return true;
      held = next.held;
      // PGlite answers without ever giving way to timers and sockets: requests would wait for the end of the export.
      await new Promise(resolve => setTimeout(resolve, 0));
      if (!signal?.aborted) continue;
      await inTenant(scope => releaseExport(scope, held));
      return false;
    }
  } catch (error) {
    if (error instanceof ExportLostError) return false;
    context.log.error({err: error, exportId: held.id}, 'an export stopped; it goes on when its lease has passed');
    return false;
  }
}

/** @returns The export with one more part, or `undefined` when whoever asked may not have it any more. */
async function writeNext(context: Context, actAgain: ActAgain, tenantId: string, held: HeldExport): Promise<{readonly held: HeldExport; readonly ended: boolean} | undefined> {
  const {principalId, sessionId, partnerOrgId} = held;
  return actAgain({tenantId, principalId, sessionId, partnerOrgId}, async scope => {
    if (!scope.scopes.includes(exportScope) || !seesAsBefore(scope, held)) return undefined;
    const page = await writeExportPage(scope, held, leaseFrom(context));
    if (page.ended) await recordAudit(scope, {resource: 'deal_export', id: held.id, action: 'export_end', changes: {rows: page.held.rows}});
    return page;
  });
}

async function fail(scope: Scope, held: HeldExport): Promise<boolean> {
  const isFailed = await failExport(scope, held, 'rights_changed');
  if (isFailed) await recordAudit(scope, {resource: 'deal_export', id: held.id, action: 'export_fail', changes: {rows: held.rows}});
  return isFailed;
}

function leaseFrom({now}: Context): string {
  return new Date(now() + leaseMs).toISOString();
}
