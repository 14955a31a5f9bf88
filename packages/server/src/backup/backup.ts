import type {Context} from '../context.ts';
import {nowText} from '../context.ts';
import type {Database} from '../database/database.ts';
import {inTransaction} from '../database/open.ts';
import {BackupWriter, RowSum, type Manifest} from './backup-file.ts';
import {listTables, readRows} from './backup-tables.ts';

const opening = `
  SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL search_path = portico; SET LOCAL timezone = 'UTC'; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
  SET LOCAL ROLE portico_backup;
  SELECT name, checksum FROM schema_migration ORDER BY name;
`;

/**
 * Writes all tenants' data to a file, as it is at one moment; the server may go on writing meanwhile. The file is the same for PGlite and PostgreSQL, so that it
 * also moves an installation from one to the other. Keys are not inside: after a restore pages ask for new sessions, secret keys stay valid.
 *
 * @param path - A file that does not exist yet.
 * @returns Rows and checksum of each table.
 */
export function backup(database: Database, path: string, context: Pick<Context, 'now'>): Promise<Manifest> {
  return inTransaction(database, opening, async (transaction, results) => {
    const migrations = (results.at(-1) ?? []).map(({name, checksum}) => ({name: String(name), checksum: String(checksum)}));
    const writer = new BackupWriter(path, {format: 'portico-backup', version: 1, createdAt: nowText(context), migrations});
    try {
      const manifest: Record<string, {rows: number; sha256: string}> = {};
      for (const table of await listTables(transaction)) {
        const sum = new RowSum();
        await writer.table(table.name);
        for await (const lines of readRows(transaction, table)) {
          for (const line of lines) sum.add(line);
          await writer.rows(lines);
        }
        manifest[table.name] = sum.end();
      }
      await writer.end(manifest);
      return manifest;
    } catch (error) {
      await writer.abandon();
      throw error;
    }
  });
}
