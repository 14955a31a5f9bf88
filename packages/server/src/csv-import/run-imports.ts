import type {Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {dealImportKind} from '../deal-import/deal-import.kind.ts';
import {leadImportKind} from '../lead-import/lead-import.kind.ts';
import {runImportsOf} from './import-worker.ts';

/**
 * Does all imports that wait, of all tenants and kinds.
 *
 * @param options.signal - Stops after the chunk that is being written; whoever comes next goes on from there at once.
 * @returns How many imports were ended.
 */
export async function runImports(database: Database, context: Context, options: {readonly signal?: AbortSignal | undefined} = {}): Promise<number> {
  return (await runImportsOf(leadImportKind, database, context, options)) + (await runImportsOf(dealImportKind, database, context, options));
}
