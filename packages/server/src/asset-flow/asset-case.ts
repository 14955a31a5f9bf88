import {assetCan, assetTransitions, type AssetEvent} from '@portico/contract';
import {assetSearchWords} from '../asset/asset-search.rules.ts';
import {recordChange} from '../changes/record-change.ts';
import {leaveVersionBehind, recallCopies} from '../cobrand-flow/leave-behind.ts';
import {nowText} from '../context.ts';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import {expectVersion, problem} from '../problem.ts';
import {recallStoredFiles} from '../stored-file/stored-file.queries.ts';
import {expiresAt, nextDueAt} from './asset-clock.rules.ts';
import {filesOfRecalledAlone, lockAsset, readAudience, readFileNames, readVersions, updateAsset, updateVersion, type AssetChanges, type HeldAsset, type VersionChanges, type VersionRow} from './held-asset.queries.ts';

/*
 * How things happen to an asset and its versions. Whoever acts for a person goes through `inAsset`, which locks the asset, checks the version they saw and the table of
 * transitions, and announces; the clock opens the case itself. Inside, `moveAsset` lets an event of the table happen, `changeVersion` changes a version, and `saveAsset`
 * writes what follows from both.
 */

/** An asset under its lock, with its versions. */
export interface AssetCase {
  readonly scope: Scope;
  readonly now: string;
  asset: HeldAsset;
  versions: VersionRow[];
  /** Partners who could see it before. */
  readonly audience: readonly string[];
}

/** Locks an asset and reads what belongs to it. @param scope - Of the system. */
export async function openAsset(scope: Scope, id: string): Promise<AssetCase | undefined> {
  const asset = await lockAsset(scope, id);
  return asset && caseOf(scope, asset);
}

/** The case of an asset that is locked already. */
export async function caseOf(scope: Scope, asset: HeldAsset): Promise<AssetCase> {
  return {scope, now: nowText(scope.context), asset, versions: await readVersions(scope, asset.asset_id), audience: await readAudience(scope, asset.asset_id)};
}

export interface ActOn {
  readonly id: string;
  /** The version they saw; left out where another object's is checked. */
  readonly version?: number;
}

/**
 * Lets somebody of the vendor act on an asset.
 *
 * @param event - What is tried; `null` when it depends on what is found.
 * @param current - Makes the asset as the caller may see it, for a conflict.
 * @throws ProblemError `asset_not_found`, `version_conflict`, `asset_status_conflict`.
 */
export async function inAsset<T>(scope: Scope, {id, version}: ActOn, event: AssetEvent | null, act: (held: AssetCase) => Promise<T>, current?: () => Promise<unknown>): Promise<T> {
  return elevated(scope, async system => {
    const held = await openAsset(system, id);
    if (!held) throw problem('asset_not_found');
    if (version !== undefined) await expectVersion(held.asset, version, current);
    if (event !== null) expectPossible(held, event);
    return act(held);
  });
}

/** @throws ProblemError `asset_status_conflict` when the event cannot happen now. */
export function expectPossible({asset}: AssetCase, event: AssetEvent): void {
  if (!assetCan(event, asset.status)) throw problem('asset_status_conflict');
}

/** Lets an event of the table happen, and announces it. */
export async function moveAsset(held: AssetCase, event: AssetEvent, changes: AssetChanges = {}): Promise<void> {
  expectPossible(held, event);
  const status = assetTransitions[event].to ?? held.asset.status;
  await saveAsset(held, {...changes, ...(status === held.asset.status ? {} : {status})});
  await announce(held, event, status === held.asset.status ? {} : {status});
}

/** Changes a version of the asset; `saveAsset` comes after. */
export async function changeVersion(held: AssetCase, id: string, changes: VersionChanges): Promise<void> {
  const changed = await updateVersion(held.scope, id, {...changes, updated_at: held.now});
  held.versions = held.versions.map(each => (each.asset_version_id === id ? changed : each));
  if (changes.status === 'superseded' || changes.status === 'expired') await leaveVersionBehind(held.scope, id);
}

/** Takes versions back: every address of their files answers that from now on. */
export async function recallVersions(held: AssetCase, versions: readonly VersionRow[], reason: string): Promise<void> {
  for (const {asset_version_id: id} of versions) await changeVersion(held, id, {status: 'recalled', recall_reason: reason});
  await recallCopies(held.scope, versions.map(({asset_version_id: id}) => id), reason);
  await recallStoredFiles(held.scope, await filesOfRecalledAlone(held.scope, versions.map(({stored_file_id}) => stored_file_id)), reason);
}

/** Writes changes (JSON as text) and what follows: languages, when it runs out, what the clock does next, words to search. */
export async function saveAsset(held: AssetCase, changes: AssetChanges = {}): Promise<void> {
  const after = {...held.asset, ...changes} as HeldAsset;
  const current = held.versions.filter(({status}) => status === 'current');
  const languages = current.map(({language}) => language).toSorted();
  const fileNames = await readFileNames(held.scope, current.map(({stored_file_id}) => stored_file_id));
  held.asset = await updateAsset(held.scope, held.asset.asset_id, {
    ...changes,
    languages,
    expires_at: expiresAt(after, held.versions),
    due_at: nextDueAt(after, held.versions),
    search_words: searchWordsOf({...after, languages}, fileNames),
    updated_at: held.now,
  });
}

/** Tells vendor staff, and partners who see the asset or did so before. */
export async function announce({scope, asset, audience}: AssetCase, action: string, changes: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await recordChange(scope, {resource: 'asset', id: asset.asset_id, action, partnerOrgIds: [...audience, ...(await readAudience(scope, asset.asset_id))], changes});
}

/** The words of an asset's row. */
export function searchWordsOf(asset: Pick<HeldAsset, 'title' | 'summary' | 'type' | 'products' | 'industries' | 'sales_stages' | 'personas' | 'tags' | 'folder_id' | 'alt_text' | 'transcript' | 'languages'>, fileNames: readonly string[]): string {
  const {title, summary, type, products, industries, sales_stages: salesStages, personas, tags, folder_id: folderId, alt_text: altText, transcript, languages} = asset;
  return assetSearchWords({title, summary, type: type as 'link', products, industries, salesStages, personas, tags, folderId, altText, transcript, languages, fileNames});
}
