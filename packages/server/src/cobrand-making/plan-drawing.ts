import type {CobrandFormat, ZoneFinding, ZoneValues} from '@portico/contract';
import {MaterialBroken, type Drawing, type DrawingTask, type LogoFile} from '../cobrand-drawing/drawing.ts';
import type {DrawingRoom} from '../cobrand-drawing/drawing-room.ts';
import {fillCopy} from '../cobrand-flow/fill-copy.ts';
import {readTemplate, type TemplateRow} from '../cobrand-template/cobrand-template.queries.ts';
import type {Scope} from '../database/scope.ts';
import type {FileStore} from '../file-store/file-store.ts';
import {findStoredFile, type StoredFileRow} from '../stored-file/stored-file.queries.ts';

/** All that the database knows of something to be drawn. */
export interface DrawingPlan {
  readonly template: TemplateRow;
  readonly source: StoredFileRow;
  readonly logos: ReadonlyMap<string, StoredFileRow>;
  /** What is seen without drawing. */
  readonly findings: readonly ZoneFinding[];
  readonly task: Omit<DrawingTask, 'sourcePath' | 'logos'>;
}

export interface PlanInput {
  readonly templateId: string;
  readonly values: ZoneValues;
  readonly partnerOrgId: string | null;
  readonly address: string;
  readonly purpose: DrawingTask['purpose'];
}

/** Reads what a drawing needs. @returns `undefined` when the material was recalled or is not there any more. */
export async function planDrawing(scope: Scope, {templateId, values, partnerOrgId, address, purpose}: PlanInput): Promise<DrawingPlan | undefined> {
  const template = await readTemplate(scope, templateId);
  const place = template && (await findPlace(scope, template));
  const source = place && (await findStoredFile(scope, place.stored_file_id));
  if (!template || !place || source?.status !== 'ready' || source.recallReason !== null) return undefined;
  const {zones, findings, logos, brand} = await fillCopy(scope, {template, values, partnerOrgId, address});
  const copy = {version: String(template.number), date: new Date(scope.context.now()).toISOString().slice(0, 10), address};
  const about = {format: template.format as CobrandFormat, mediaType: source.mediaType, sourceKey: source.sha256 ?? source.id, title: place.title, language: place.language};
  return {template, source, logos, findings, task: {...about, zones, logoRules: template.logo_rules, smallPrint: template.small_print, brand, copy, purpose}};
}

/**
 * Draws what was planned.
 *
 * @param sourcePath - The material, on this machine.
 * @returns With everything that was found.
 * @throws MaterialBroken, DrawingRoomFull
 */
export async function drawPlan(store: FileStore, room: DrawingRoom, {task, logos, findings}: DrawingPlan, sourcePath: string): Promise<Drawing> {
  const files = new Map<string, LogoFile>();
  for (const [zoneId, {storageKey, mediaType}] of logos) files.set(zoneId, {bytes: await readWhole(store, storageKey), mediaType});
  const drawing = await room.draw({...task, sourcePath, logos: files});
  return {...drawing, findings: [...findings, ...drawing.findings]};
}

const mostLogoBytes = 20_000_000;

async function readWhole(store: FileStore, key: string): Promise<Uint8Array> {
  const size = await store.size(key);
  if (size === undefined || size > mostLogoBytes) throw new MaterialBroken('a logo is missing or too large');
  return new Uint8Array(await new Response(await store.read(key)).arrayBuffer());
}

async function findPlace({db, tenantId}: Scope, {asset_version_id: versionId}: TemplateRow): Promise<{title: string; language: string; stored_file_id: string} | undefined> {
  return db
    .selectFrom('asset_version as v')
    .innerJoin('asset as a', join => join.onRef('a.tenant_id', '=', 'v.tenant_id').onRef('a.asset_id', '=', 'v.asset_id'))
    .select(['a.title', 'v.language', 'v.stored_file_id'])
    .where('v.tenant_id', '=', tenantId)
    .where('v.asset_version_id', '=', versionId)
    .where('v.status', '<>', 'recalled')
    .executeTakeFirst();
}
