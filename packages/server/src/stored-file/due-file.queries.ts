import type {UpdateObject} from 'kysely';
import {nowText, type Context} from '../context.ts';
import {takeDue, type Waiting} from '../database/leases.ts';
import type {Scope} from '../database/scope.ts';
import type {Tables} from '../database/tables.ts';
import type {AcceptedFile} from '../file-inspection/inspection.ts';
import {findStoredFile, refusedForMs, type StoredFileProblem, type StoredFileRow} from './stored-file.queries.ts';

/** Files that wait to be looked at. */
export const dueFiles: Waiting = {table: 'stored_file', id: 'stored_file_id', due: 'due_at', leaseMs: 180_000, countsAttempts: true};

/** A file that a worker holds. */
export interface HeldFile {
  readonly file: StoredFileRow;
  /** How often it was begun before and did not come to an end, be it that the server was killed over it. */
  readonly attempts: number;
  readonly leaseUntil: string;
}

/** Takes the file that has waited longest and that no living worker holds. */
export async function claimDueFile(scope: Scope): Promise<HeldFile | undefined> {
  const taken = await takeDue(scope, dueFiles);
  const file = taken && (await findStoredFile(scope, taken.id));
  return file && {file, attempts: taken.attempts - 1, leaseUntil: taken.leaseUntil};
}

/** @returns Whether it was still held; if not, another worker decides. */
export async function acceptStoredFile(scope: Scope, held: HeldFile, {sha256, sizeBytes, width, height, pages, previews}: AcceptedFile): Promise<boolean> {
  const made = JSON.stringify(previews.map(preview => ({page: preview.page, width: preview.width, height: preview.height})));
  return settle(scope, held, {status: 'ready', sha256, size_bytes: sizeBytes, received_bytes: sizeBytes, width, height, pages, previews: made, due_at: null, attempts: 0});
}

/** @returns Whether it was still held. */
export async function rejectStoredFile(scope: Scope, held: HeldFile, problem: StoredFileProblem): Promise<boolean> {
  return settle(scope, held, {status: 'rejected', problem, due_at: after(scope.context, refusedForMs), attempts: 0});
}

/**
 * Tries again later.
 *
 * @param counts - Whether it was the file's doing: then it waits longer each time, at most an hour. Otherwise half a minute, and the attempt is forgotten.
 */
export async function postponeFile(scope: Scope, held: HeldFile, {counts}: {readonly counts: boolean}): Promise<void> {
  const {attempts} = held;
  await settle(scope, held, counts ? {due_at: after(scope.context, Math.min(3_600_000, 5000 * 2 ** attempts))} : {due_at: after(scope.context, 30_000), attempts});
}

type Change = UpdateObject<Tables, 'stored_file'>;

async function settle({db, tenantId, context}: Scope, {file, leaseUntil}: HeldFile, change: Change): Promise<boolean> {
  const row = await db
    .updateTable('stored_file')
    .set({...change, updated_at: nowText(context)})
    .where('tenant_id', '=', tenantId)
    .where('stored_file_id', '=', file.id)
    .where('due_at', '=', leaseUntil)
    .returning('stored_file_id')
    .executeTakeFirst();
  return row !== undefined;
}

function after({now}: Context, ms: number): string {
  return new Date(now() + ms).toISOString();
}
