import type {CobrandApproval, CobrandEvent, ZoneFinding} from '@portico/contract';
import {cobrandCan, cobrandTransitions} from '@portico/contract/cobrand-transitions';
import {recordAssetEvents} from '../asset-flow/record-asset-event.ts';
import {recordChange} from '../changes/record-change.ts';
import {recordChanges} from '../changes/record-changes.ts';
import {findPublishedTemplate, readTemplate, type TemplateRow} from '../cobrand-template/cobrand-template.queries.ts';
import {nowText} from '../context.ts';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import {ownAct} from '../points-flow/partner-act.rules.ts';
import {recordPartnerEvents} from '../points-flow/record-partner-events.ts';
import {problem} from '../problem.ts';
import {releaseOutput, updateCobrand, type CobrandChanges, type CobrandRow} from './held-cobrand.queries.ts';
import {newCopyAddress} from './copy-address.ts';

/**
 * Lets an event of the table happen to a copy that is locked, and announces it.
 *
 * @throws ProblemError `cobrand_status_conflict` when it cannot happen now.
 */
export async function moveCobrand(scope: Scope, row: CobrandRow, event: CobrandEvent, changes: CobrandChanges = {}): Promise<CobrandRow> {
  if (!cobrandCan(event, row.status)) throw problem('cobrand_status_conflict');
  const status = cobrandTransitions[event].to ?? row.status;
  const moved = await updateCobrand(scope, row.cobrand_id, {...changes, status, updated_at: nowText(scope.context)});
  await recordChange(scope, {resource: 'cobrand', id: row.cobrand_id, action: event, partnerOrgId: row.partner_org_id, changes: status === row.status ? {} : {status}});
  return moved;
}

/** Asks for the file of a draft, with the template that is in use. @param publicUrl - Of the API. */
export async function askForFile(scope: Scope, row: CobrandRow, event: 'generate' | 'remake', template: TemplateRow, publicUrl: string): Promise<CobrandRow> {
  const changes = {cobrand_template_id: template.cobrand_template_id, findings: '[]', reason: null, due_at: nowText(scope.context), next_address: newCopyAddress(scope.context, publicUrl), attempts: 0};
  return moveCobrand(scope, row, event, {...changes, goes_on: event === 'remake' && row.published_at !== null});
}

/** The template that a copy is made with: its own while that is in use, else the one that took its place. */
export async function presentTemplate(scope: Scope, row: Pick<CobrandRow, 'cobrand_template_id' | 'asset_id' | 'language'>): Promise<TemplateRow> {
  const own = await readTemplate(scope, row.cobrand_template_id);
  const present = own?.status === 'published' ? own : await findPublishedTemplate(scope, row.asset_id, row.language);
  if (!present) throw problem('cobrand_template_not_found');
  return present;
}

/** Hands a copy to whoever approves it; where that is the rules, they decide. */
export async function submitCobrand(scope: Scope, row: CobrandRow, approval: CobrandApproval): Promise<CobrandRow> {
  if (approval === 'none') throw problem('cobrand_status_conflict', {detail: 'Nobody has to approve it. Publish it.'});
  const at = nowText(scope.context);
  const submitted = await moveCobrand(scope, row, 'submit', {submitted_at: at, reason: null, decided_at: null, decided_by: null});
  if (approval === 'vendor_approves') return submitted;
  const broken = (row.findings as readonly ZoneFinding[]).map(({zoneId, message}) => `${zoneId}: ${message}`);
  return broken.length === 0 ? moveCobrand(scope, submitted, 'approve', {decided_at: at}) : moveCobrand(scope, submitted, 'reject', {decided_at: at, reason: broken.join('\n').slice(0, 1000)});
}

/** Releases a copy. */
export async function publishCobrand(scope: Scope, row: CobrandRow, approval: CobrandApproval): Promise<CobrandRow> {
  const at = nowText(scope.context);
  const act = ownAct('asset_cobranded', {partnerOrgId: row.partner_org_id, personId: scope.personId, id: row.cobrand_id, entityId: row.asset_id, occurredAt: at});
  // Before the first announcement, whose turn others wait for while they count points.
  const points = await elevated(scope, system => recordPartnerEvents(system, [act]));
  const published = await moveCobrand(scope, row, approval === 'none' ? 'publish_unseen' : 'publish', {published_at: at, goes_on: false});
  if (published.output_code !== null) await releaseOutput(scope, published.output_code, at);
  const template = await readTemplate(scope, row.cobrand_template_id);
  await recordAssetEvents(scope, [{kind: 'cobrand', assetId: row.asset_id, versionId: template?.asset_version_id ?? null, partnerOrgId: row.partner_org_id}]);
  if (points.length > 0) await recordChanges(scope, points);
  return published;
}

/** Takes a copy that was made anew as far on as it goes without anybody's approval. */
export async function goOn(scope: Scope, row: CobrandRow, approval: CobrandApproval): Promise<CobrandRow> {
  if (!row.goes_on) return row;
  if (approval === 'none') return publishCobrand(scope, row, approval);
  const submitted = await submitCobrand(scope, row, approval);
  return submitted.status === 'approved' ? publishCobrand(scope, submitted, approval) : submitted;
}
