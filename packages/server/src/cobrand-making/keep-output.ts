import type {CobrandApproval, ZoneFinding} from '@portico/contract';
import {codeOf} from '../cobrand-flow/copy-address.ts';
import {insertOutput, letFilesGo, readOutputs, updateCobrand, type CobrandRow} from '../cobrand-flow/held-cobrand.queries.ts';
import {goOn, moveCobrand} from '../cobrand-flow/move-cobrand.ts';
import {recordChange} from '../changes/record-change.ts';
import {readTemplate, type TemplateRow} from '../cobrand-template/cobrand-template.queries.ts';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import type {AcceptedFile} from '../file-inspection/inspection.ts';

/** A file that was made and put into the store. */
export interface MadeFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly storageKey: string;
  readonly accepted: AcceptedFile;
}

/** The file of a copy is there: the copy is `generated`, or further on when it was made anew; or stale at once when its template was replaced meanwhile. */
export async function keepOutput(scope: Scope, row: CobrandRow & {readonly next_address: string}, template: TemplateRow, file: MadeFile, findings: readonly ZoneFinding[]): Promise<void> {
  const now = nowText(scope.context);
  const before = row.output_code === null ? undefined : (await readOutputs(scope, [row.output_code])).get(row.output_code);
  const code = codeOf(row.next_address);
  const storedFileId = await insertReadyFile(scope, row.partner_org_id, file);
  await insertOutput(scope, {code, cobrand_id: row.cobrand_id, cobrand_template_id: template.cobrand_template_id, asset_version_id: template.asset_version_id, stored_file_id: storedFileId, address: row.next_address, made_at: now});
  const made = await moveCobrand(scope, row, 'made', {output_code: code, findings: JSON.stringify(findings), reason: null, due_at: null, next_address: null, attempts: 0});
  if (before && before.published_at === null) await dropOutput(scope, before);
  if ((await readTemplate(scope, template.cobrand_template_id))?.status === 'superseded') await moveCobrand(scope, made, 'go_stale');
  else await goOn(scope, made, template.approval as CobrandApproval);
}

/** No file is made: the copy stays a draft that says why. */
export async function giveUp(scope: Scope, row: CobrandRow, {findings, reason}: {readonly findings: readonly ZoneFinding[]; readonly reason: string | null}): Promise<void> {
  const at = nowText(scope.context);
  await updateCobrand(scope, row.cobrand_id, {findings: JSON.stringify(findings), reason, due_at: null, next_address: null, attempts: 0, goes_on: false, updated_at: at});
  await recordChange(scope, {resource: 'cobrand', id: row.cobrand_id, action: 'not_made', partnerOrgId: row.partner_org_id});
}

/** A file that was never released is of no use once there is another: its code says so, its bytes go. */
async function dropOutput(scope: Scope, {code, stored_file_id: fileId}: {readonly code: string; readonly stored_file_id: string}): Promise<void> {
  await scope.db.deleteFrom('cobrand_output').where('tenant_id', '=', scope.tenantId).where('code', '=', code).execute();
  await letFilesGo(scope, [fileId]);
}

async function insertReadyFile({db, tenantId, context}: Scope, partnerOrgId: string, {fileName, mediaType, storageKey, accepted}: MadeFile): Promise<string> {
  const id = newId(context);
  const at = nowText(context);
  const {sha256, sizeBytes, width, height, pages, previews} = accepted;
  const made = JSON.stringify(previews.map(preview => ({page: preview.page, width: preview.width, height: preview.height})));
  const bytes = {size_bytes: sizeBytes, received_bytes: sizeBytes, storage_key: storageKey, sha256, width, height, pages, previews: made};
  await db.insertInto('stored_file').values({tenant_id: tenantId, stored_file_id: id, partner_org_id: partnerOrgId, file_name: fileName, media_type: mediaType, status: 'ready', ...bytes, created_at: at, updated_at: at}).execute();
  return id;
}
