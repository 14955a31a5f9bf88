import {cobrandTransitions} from '@portico/contract/cobrand-transitions';
import {recordChanges} from '../changes/record-changes.ts';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {recallStoredFiles} from '../stored-file/stored-file.queries.ts';

/**
 * Makes copies stale that were made with another template than the present one.
 *
 * @param scope - Of the system.
 * @returns Partners that have such copies.
 */
export async function leaveBehind(scope: Scope, {assetId, language, exceptTemplateId}: {readonly assetId: string; readonly language: string; readonly exceptTemplateId: string}): Promise<string[]> {
  const {db, tenantId, context} = scope;
  const rows = await db
    .updateTable('cobrand')
    .set({status: 'stale', updated_at: nowText(context)})
    .where('tenant_id', '=', tenantId)
    .where('asset_id', '=', assetId)
    .where('language', '=', language)
    .where('cobrand_template_id', '<>', exceptTemplateId)
    .where('status', 'in', cobrandTransitions.go_stale.from)
    .returning(['cobrand_id', 'partner_org_id'])
    .execute();
  return announceAll(scope, 'go_stale', rows);
}

/** The material of templates was replaced or has run out: nobody makes new copies with them, and those that were made are stale. */
export async function leaveVersionBehind(scope: Scope, assetVersionId: string): Promise<void> {
  const {db, tenantId, context} = scope;
  const now = nowText(context);
  const templates = await db.updateTable('cobrand_template').set({status: 'superseded', updated_at: now}).where('tenant_id', '=', tenantId).where('asset_version_id', '=', assetVersionId).where('status', '=', 'published').returning('cobrand_template_id').execute();
  if (templates.length === 0) return;
  await recordChanges(scope, templates.map(({cobrand_template_id: id}) => ({resource: 'cobrand_template' as const, id, action: 'supersede'})));
  const rows = await db
    .updateTable('cobrand')
    .set({status: 'stale', updated_at: now})
    .where('tenant_id', '=', tenantId)
    .where('cobrand_template_id', 'in', templates.map(({cobrand_template_id: id}) => id))
    .where('status', 'in', cobrandTransitions.go_stale.from)
    .returning(['cobrand_id', 'partner_org_id'])
    .execute();
  await announceAll(scope, 'go_stale', rows);
}

/** Takes back what was made of versions: every address of the files answers that, and the copies are of no use any more. */
export async function recallCopies(scope: Scope, assetVersionIds: readonly string[], reason: string): Promise<void> {
  if (assetVersionIds.length === 0) return;
  const {db, tenantId, context} = scope;
  const now = nowText(context);
  const files = await db.selectFrom('cobrand_output').select('stored_file_id').where('tenant_id', '=', tenantId).where('asset_version_id', 'in', assetVersionIds).execute();
  await recallStoredFiles(scope, files.map(({stored_file_id: id}) => id), reason);
  const templates = await db.updateTable('cobrand_template').set({updated_at: now}).where('tenant_id', '=', tenantId).where('asset_version_id', 'in', assetVersionIds).returning(['cobrand_template_id', 'status']).execute();
  if (templates.length === 0) return;
  const published = templates.filter(({status}) => status === 'published').map(({cobrand_template_id: id}) => id);
  if (published.length > 0) await db.updateTable('cobrand_template').set({status: 'retired'}).where('tenant_id', '=', tenantId).where('cobrand_template_id', 'in', published).execute();
  const rows = await db
    .updateTable('cobrand')
    .set({status: 'recalled', reason, due_at: null, next_address: null, goes_on: false, updated_at: now})
    .where('tenant_id', '=', tenantId)
    .where('cobrand_template_id', 'in', templates.map(({cobrand_template_id: id}) => id))
    .where('status', '<>', 'recalled')
    .returning(['cobrand_id', 'partner_org_id'])
    .execute();
  await announceAll(scope, 'recall', rows);
}

async function announceAll(scope: Scope, action: string, rows: readonly {readonly cobrand_id: string; readonly partner_org_id: string}[]): Promise<string[]> {
  if (rows.length > 0) await recordChanges(scope, rows.map(({cobrand_id: id, partner_org_id: partnerOrgId}) => ({resource: 'cobrand' as const, id, action, partnerOrgId})));
  return [...new Set(rows.map(({partner_org_id: id}) => id))];
}
