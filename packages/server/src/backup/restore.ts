import type {Context} from '../context.ts';
import type {Database, Transaction} from '../database/database.ts';
import {isMigrated, migrate, type Migration} from '../database/migrate.ts';
import {inTransaction} from '../database/open.ts';
import {BackupFileError, readBackup, RowSum, type BackupHeader, type Manifest} from './backup-file.ts';
import {listTables, quote, readRows, type BackupTable} from './backup-tables.ts';

/** The place to restore to holds data already. */
export class TargetNotEmptyError extends Error {
  override readonly name = 'TargetNotEmptyError';
}

/** Puts the owner in charge of rows as well, and lets foreign keys wait until all rows are there; both end with the transaction. */
const opening = `
  SET LOCAL search_path = portico; SET LOCAL timezone = 'UTC'; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
  SET LOCAL ROLE portico_owner;
`;

/**
 * Fills an empty database from a backup, and reads all of it back to compare it with the backup's checksums. All or nothing.
 *
 * @param migrations - Of this version; an older backup comes into the schema of its time, which is then brought up.
 * @throws TargetNotEmptyError when there is a tenant in the database.
 * @throws BackupFileError when the file is damaged, or of a newer version.
 */
export async function restore(database: Database, path: string, migrations: readonly Migration[], context: Context): Promise<Manifest> {
  const parts = readBackup(path);
  const header = await readHeader(parts, path);
  const steps = stepsOf(header, migrations, path);
  // A database without the schema has no roles to ask as either.
  if (!(await isMigrated(database, migrations).catch(() => false))) await migrate(database, steps, context);
  const manifest = await inTransaction(database, opening, async transaction => {
    const tables = new Map((await listTables(transaction)).map(table => [table.name, table]));
    const relock = await unlockTables(transaction, [...tables.keys()]);
    const [tenant] = (await transaction.query('select 1 from tenant limit 1', [])).rows;
    if (tenant) throw new TargetNotEmptyError('There is data in this place already. Restore into an empty one.');
    let table: BackupTable | undefined;
    let expected: Manifest = {};
    for await (const part of parts) {
      if ('table' in part) table = getTable(tables, part.table, path);
      else if ('rows' in part && table) await insertRows(transaction, table, part.rows, context);
      else if ('manifest' in part) expected = part.manifest;
    }
    await compare(transaction, tables, expected);
    await relock();
    return expected;
  });
  await migrate(database, migrations, context);
  return manifest;
}

/**
 * Whether a file begins as a backup does; to be asked before a place is made for it.
 *
 * @throws BackupFileError
 */
export async function assertIsBackup(path: string): Promise<void> {
  const parts = readBackup(path);
  await readHeader(parts, path);
  await parts.return(undefined);
}

async function readHeader(parts: ReturnType<typeof readBackup>, path: string): Promise<BackupHeader> {
  const first = await parts.next();
  if (first.done || !('header' in first.value)) throw new BackupFileError(`${path} is not a backup of Portico.`);
  return first.value.header;
}

/** The steps that had run when the backup was made; its rows fit the schema of that time. */
function stepsOf({migrations: had}: BackupHeader, migrations: readonly Migration[], path: string): Migration[] {
  return had.map(({name}) => {
    const step = migrations.find(known => known.name === name);
    if (!step) throw new BackupFileError(`${path} was made by a newer version of Portico (${name}). Restore it with that version.`);
    return step;
  });
}

function getTable(tables: ReadonlyMap<string, BackupTable>, name: string, path: string): BackupTable {
  const table = tables.get(name);
  if (!table) throw new BackupFileError(`${path} holds a table ${name} that this version does not know.`);
  return table;
}

async function insertRows(transaction: Transaction, {name, columns}: BackupTable, lines: readonly string[], {randomBytes}: Context): Promise<void> {
  const list = columns.map(quote).join(', ');
  const rows = `[${lines.join(',')}]`;
  // Cursors signed with the old secret are refused, and lists begin again.
  const [into, from, secret] = name === 'tenant' ? [`${list}, secret`, `${list}, $2::bytea`, [randomBytes(32)]] : [list, list, []];
  await transaction.query(`insert into ${quote(name)} (${into}) overriding system value select ${from} from jsonb_populate_recordset(null::${quote(name)}, $1::jsonb)`, [rows, ...secret]);
}

async function compare(transaction: Transaction, tables: ReadonlyMap<string, BackupTable>, expected: Manifest): Promise<void> {
  for (const [name, {rows, sha256}] of Object.entries(expected)) {
    const sum = new RowSum();
    const table = tables.get(name);
    if (table) for await (const lines of readRows(transaction, table)) for (const line of lines) sum.add(line);
    const found = sum.end();
    if (found.rows !== rows || found.sha256 !== sha256) throw new BackupFileError(`After restoring, table ${name} did not match its checksum (${found.rows} of ${rows} rows). Nothing was kept.`);
  }
}

/** @returns Puts everything back as it was, once all rows are in. */
async function unlockTables(transaction: Transaction, names: readonly string[]): Promise<() => Promise<void>> {
  const {rows: keys} = await transaction.query("select conrelid::regclass::text as table, conname as name from pg_constraint where contype = 'f' and not condeferrable and connamespace = 'portico'::regnamespace", []);
  const alter = (change: string) => keys.map(({table, name}) => `alter table ${String(table)} alter constraint ${quote(String(name))} ${change};`).join('');
  const force = (change: string) => names.map(name => `alter table ${quote(name)} ${change} row level security;`).join('');
  await transaction.script(force('no force') + alter('deferrable initially deferred'));
  return async () => {
    await transaction.script('set constraints all immediate');
    // Before row-level security holds again: under it the owner sees no rows, and numbers would begin anew.
    await transaction.script(await sequencesSql(transaction));
    await transaction.script(force('force') + alter('not deferrable'));
  };
}

/** Lets numbers go on after the highest one that came in. */
async function sequencesSql(transaction: Transaction): Promise<string> {
  const {rows} = await transaction.query("select attrelid::regclass::text as table, attname as column from pg_attribute where attidentity <> '' and attrelid in (select oid from pg_class where relnamespace = 'portico'::regnamespace and relkind = 'r')", []);
  return rows.map(({table, column}) => `select setval(pg_get_serial_sequence('portico.${String(table)}', '${String(column)}'), coalesce((select max(${quote(String(column))}) from ${String(table)}), 0) + 1, false);`).join('');
}

