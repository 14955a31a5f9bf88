import {AssetFields} from '@portico/contract';
import {sql} from 'kysely';
import {columnsOf, requirementColumns} from '../../asset/asset-columns.ts';
import {putFavourite, putVisit} from '../../asset/asset-parts.queries.ts';
import {announce, changeVersion, moveAsset, openAsset, recallVersions, saveAsset, type AssetCase} from '../../asset-flow/asset-case.ts';
import {insertAsset, insertVersion} from '../../asset-flow/held-asset.queries.ts';
import {passAssetDeadline} from '../../asset-flow/pass-asset-deadline.ts';
import {insertFolder} from '../../asset-folder/asset-folder.queries.ts';
import {recordDownload} from '../../asset-version/asset-version.queries.ts';
import {recordChange} from '../../changes/record-change.ts';
import {newId, nowText, type Context} from '../../context.ts';
import type {FileStore} from '../../file-store/file-store.ts';
import type {Scope} from '../scope.ts';
import {DemoFiles} from './demo-files.ts';
import {tellCobranding} from './tell-cobranding.ts';
import {assets, folders, partnerStandings, visits, type AssetSeed, type VersionSeed} from './library.data.ts';
import type {Organisation} from './organisation.ts';
import {people} from './partners.data.ts';
import {tellReach} from './tell-reach.ts';
import {levels} from './programme.data.ts';

const dayMs = 86_400_000;

/** What the story of an asset needs to know besides the asset. */
export interface Stage {
  readonly scope: Scope;
  readonly nowMs: number;
  readonly files: DemoFiles;
  readonly organisation: Organisation;
  readonly ownerId: string;
  readonly levelIds: ReadonlyMap<string, string>;
  readonly folderIds: ReadonlyMap<string, string>;
  readonly assetIds: Map<AssetSeed, string>;
  readonly versionIds: Map<VersionSeed, string>;
}

type Step = readonly [atMs: number, act: (scope: Scope) => Promise<unknown>];

/** Makes a teller of the library's story, which puts its files into a store. A tenant that has material keeps it. */
export function tellLibrary(store: FileStore): (scope: Scope, organisation: Organisation) => Promise<void> {
  return async (scope, organisation) => {
    const {db, tenantId, context} = scope;
    if (await db.selectFrom('asset').select('asset_id').where('tenant_id', '=', tenantId).limit(1).executeTakeFirst()) return;
    await writeStandings(scope, organisation);
    const stage: Stage = {
      scope, organisation,
      nowMs: context.now(),
      files: await DemoFiles.open(store),
      ownerId: idOf(organisation.personIds, 'v-tomas'),
      levelIds: await readLevels(scope),
      folderIds: await writeFolders(scope),
      assetIds: new Map(),
      versionIds: new Map(),
    };
    const steps = assets.flatMap(asset => stepsOf(stage, asset));
    for (const [person, daysAgo] of visits) steps.push([stage.nowMs - daysAgo * dayMs, then => asPerson(then, idOf(organisation.personIds, person), self => putVisit(self, nowText(self.context)))]);
    for (const [atMs, act] of steps.toSorted(([a], [b]) => a - b)) await act(at(scope, atMs));
    await tellCobranding(scope, stage);
    await tellReach(scope, stage);
  };
}

/** What happens to an asset, in no order but that of time. */
function stepsOf(stage: Stage, asset: AssetSeed): Step[] {
  const {nowMs, organisation} = stage;
  const {status = 'published', versions, copies = [], favouriteOf = [], daysAgo, endsInDays} = asset;
  const ago = (days: number) => nowMs - days * dayMs;
  const shownAt = ago(versions[0]?.[2] ?? daysAgo - 1);
  const steps: Step[] = [[ago(daysAgo), scope => draft(stage, scope, asset)]];
  for (const version of versions) steps.push([ago(version[2]), scope => inCase(stage, scope, asset, held => addVersion(stage, held, version))]);
  if (status !== 'draft') steps.push([shownAt + 1, scope => inCase(stage, scope, asset, held => bringOut(held, asset))]);
  for (const [person, version, days] of copies) steps.push([ago(days), scope => download(stage, scope, asset, person, version)]);
  for (const person of favouriteOf) steps.push([ago(5), scope => asPerson(scope, idOf(organisation.personIds, person), self => putFavourite(self, idOf(stage.assetIds, asset)))]);
  const {words = '', replacedBy} = asset;
  if (status === 'recalled') steps.push([ago(1.2), scope => inCase(stage, scope, asset, held => recall(held, words))]);
  if (status === 'superseded') steps.push([ago(140), scope => inCase(stage, scope, asset, held => moveAsset(held, 'supersede', {replaced_by_id: [...stage.assetIds].find(([{title}]) => title === replacedBy)?.[1] ?? null}))]);
  if (status === 'expired' && endsInDays !== undefined) steps.push([ago(-endsInDays), scope => inCase(stage, scope, asset, passAssetDeadline)]);
  return steps;
}

async function draft({organisation, ownerId, levelIds, folderIds, assetIds, nowMs}: Stage, scope: Scope, asset: AssetSeed): Promise<void> {
  const {entitlement = {}, level, endsInDays, folder, type = 'datasheet'} = asset;
  const until = endsInDays === undefined ? null : new Date(nowMs + endsInDays * dayMs).toISOString();
  const fields = AssetFields.parse({...asset, type, folderId: idOf(folderIds, folder), entitlement: {...entitlement, minLevelId: level === undefined ? null : idOf(levelIds, level), until}});
  const id = newId(scope.context);
  const now = nowText(scope.context);
  const columns = {...columnsOf(fields), title: fields.title, type: fields.type, classification: fields.classification, delivery: fields.delivery, ...requirementColumns(fields.entitlement, fields.products)};
  const made = await insertAsset(scope, {...columns, asset_id: id, owner_id: ownerId, status: 'draft', created_at: now, updated_at: now});
  await saveAsset({scope, now, asset: made, versions: [], audience: []});
  assetIds.set(asset, id);
  await recordChange({...scope, personId: idOf(organisation.personIds, 'v-tomas')}, {resource: 'asset', id, action: 'create', changes: {title: fields.title, classification: fields.classification}});
}

/** Adds a version and publishes it. */
async function addVersion({files, ownerId, versionIds}: Stage, held: AssetCase, version: VersionSeed): Promise<void> {
  const {scope, now, asset} = held;
  const [language, file, , changeNote = null] = version;
  const id = newId(scope.context);
  const before = held.versions.find(each => each.status === 'current' && each.language === language);
  if (before) await changeVersion(held, before.asset_version_id, {status: 'superseded'});
  const number = held.versions.length + 1;
  const common = {asset_id: asset.asset_id, asset_version_id: id, created_at: now, updated_at: now, published_at: now};
  held.versions.push(await insertVersion(scope, {...common, number, language, stored_file_id: await files.keep(scope, file, ownerId), change_note: changeNote, status: 'current'}));
  versionIds.set(version, id);
  await saveAsset(held, asset.status === 'published' ? {news_at: now} : {});
  await announce(held, 'publish_version', {language, number});
}

/** Takes a draft as far as its story says. */
async function bringOut(held: AssetCase, {status = 'published', words}: AssetSeed): Promise<void> {
  await moveAsset(held, 'submit');
  if (status === 'in_review') return;
  if (status === 'changes_requested') return moveAsset(held, 'request_changes', {changes_wanted: words ?? null});
  await moveAsset(held, 'approve');
  if (status !== 'approved') await moveAsset(held, 'publish', {published_at: held.now, news_at: held.now});
}

async function recall(held: AssetCase, reason: string): Promise<void> {
  await recallVersions(held, held.versions, reason);
  await moveAsset(held, 'recall', {recall_reason: reason, recalled_at: held.now});
}

async function download({organisation: {partnerIds, personIds}, assetIds, versionIds}: Stage, scope: Scope, asset: AssetSeed, person: string, index: number): Promise<void> {
  const version = asset.versions[index];
  const partner = people.find(({externalId}) => externalId === person)?.partner;
  if (!version || partner === undefined) throw new RangeError(`Nobody ${person} of a partner, or no version ${index} of ${asset.title}.`);
  const [partnerOrgId, personId] = [idOf(partnerIds, partner), idOf(personIds, person)];
  await recordDownload({...scope, partnerOrgId, personId}, {id: idOf(versionIds, version), assetId: idOf(assetIds, asset), language: version[0]});
}

async function inCase({assetIds}: Stage, scope: Scope, asset: AssetSeed, act: (held: AssetCase) => Promise<unknown>): Promise<void> {
  const held = await openAsset(scope, idOf(assetIds, asset));
  if (held) await act(held);
}

/** What somebody likes and when they came is written by nobody but them. */
async function asPerson(scope: Scope, personId: string, act: (self: Scope) => Promise<unknown>): Promise<void> {
  const speak = (principal: string) => sql`select set_config('portico.principal', ${principal}, true)`.execute(scope.db);
  await speak(`person:${personId}`);
  await act({...scope, personId, principalId: `person:${personId}`});
  await speak(scope.principalId);
}

async function writeStandings({db, tenantId}: Scope, {partnerIds}: Organisation): Promise<void> {
  for (const [partner, {groups = [], certifications = [], acceptedTerms = []}] of Object.entries(partnerStandings))
    await db
      .updateTable('partnership')
      .set({groups: [...groups], certifications: [...certifications], accepted_terms: [...acceptedTerms]})
      .where('tenant_id', '=', tenantId)
      .where('partner_org_id', '=', idOf(partnerIds, partner))
      .execute();
}

async function writeFolders(scope: Scope): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const [name, parent] of folders) ids.set(name, await insertFolder(scope, {name, parentId: parent === undefined ? null : idOf(ids, parent)}));
  return ids;
}

async function readLevels({db, tenantId, programId}: Scope): Promise<ReadonlyMap<string, string>> {
  const row = await db.selectFrom('program').select('levels').where('tenant_id', '=', tenantId).where('program_id', '=', programId).executeTakeFirstOrThrow();
  const known = row.levels as {id: string; name: string}[];
  return new Map(levels.flatMap(({key, name}) => known.filter(level => level.name === name).map(({id}) => [key as string, id] as const)));
}

function at(scope: Scope, atMs: number): Scope {
  const context: Context = {...scope.context, now: () => Math.round(atMs)};
  return {...scope, context};
}

function idOf<K>(ids: ReadonlyMap<K, string>, key: K): string {
  const id = ids.get(key);
  if (id === undefined) throw new RangeError(`The demo has no ${typeof key === 'string' ? key : 'such thing'}.`);
  return id;
}
