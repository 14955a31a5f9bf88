import {after} from 'node:test';
import type {Database} from '../database/database.ts';
import {inTransaction} from '../database/open.ts';

/** Whether files of tests follow each other in this process; then it says when the last of them has ended, and a database may wait for the next. */
const othersFollow = process.execArgv.includes('--test-isolation=none');

// Without triggers and foreign keys: the audit log, too, starts anew. A table without a page was never written to. What a test has switched off is on again.
const emptied = `
SET LOCAL session_replication_role = replica;
DO $$
DECLARE
  name text;
BEGIN
  FOR name IN SELECT relname FROM pg_class WHERE relnamespace = 'portico'::regnamespace AND relkind = 'r' AND relname <> 'schema_migration' AND pg_relation_size(oid) > 0 LOOP
    EXECUTE format('DELETE FROM portico.%I', name);
  END LOOP;
  FOR name IN SELECT DISTINCT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE tgenabled = 'D' AND NOT tgisinternal LOOP
    EXECUTE format('ALTER TABLE portico.%I ENABLE TRIGGER USER', name);
  END LOOP;
END $$;
`;

const mostBytes = 128 * 1024 * 1024;

/** What a test may leave behind that emptying does not undo: another schema, other rights, or room for very many rows. A database that has it is not used again. */
async function shapeOf(database: Database): Promise<string> {
  const counts = ['pg_class', 'pg_attribute', 'pg_proc', 'pg_trigger', 'pg_policy', 'pg_constraint', 'portico.schema_migration'].map(table => `(SELECT count(*) FROM ${table})`);
  const rights = "(SELECT md5(string_agg(relacl::text, ' ' ORDER BY oid)) FROM pg_class)";
  const query = `SELECT concat_ws(' ', ${counts.join(', ')}, ${rights}, pg_database_size(current_database()) > ${mostBytes}) AS shape;`;
  return String(await inTransaction(database, query, async (_, results) => results.at(-1)?.[0]?.['shape']));
}

/** Databases whose tests are done, for the next tests of this process: emptying one takes a moment, making one and planning every statement in it anew much longer. */
export class KeptDatabases<Kind extends Database & {rest?(): Promise<void>}> {
  readonly #idle: {readonly database: Kind; readonly end: () => Promise<void>}[] = [];

  constructor() {
    if (othersFollow) after(() => Promise.all(this.#idle.map(({end}) => end())));
  }

  /** An empty one that was kept. */
  async take(): Promise<Kind | undefined> {
    const kept = this.#idle.pop();
    if (kept) await inTransaction(kept.database, emptied, async () => {});
    return kept?.database;
  }

  /** @returns The database; closing it keeps it, or ends it where nobody follows or it is not what it was. */
  async keep(database: Kind, end: () => Promise<void>): Promise<Kind> {
    if (!othersFollow) return Object.assign(database, {close: end});
    const shape = await shapeOf(database);
    const close = async () => {
      await database.rest?.();
      if ((await shapeOf(database).catch(() => '')) === shape) this.#idle.push({database, end});
      else await end();
    };
    return Object.assign(database, {close});
  }
}
