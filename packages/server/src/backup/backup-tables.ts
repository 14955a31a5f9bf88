import type {Row, Transaction} from '../database/database.ts';

/** A table as a backup holds it. */
export interface BackupTable {
  readonly name: string;
  /** Columns that are written, in their order: not the generated ones, nor keys. */
  readonly columns: readonly string[];
  /** By what rows are sorted, so that the same rows have the same checksum. */
  readonly primaryKey: readonly string[];
}

/** Not backed up: keys that sign sessions, cursors and receipts, what matters for minutes, and what is counted anew from other rows. */
const secrets: Readonly<Record<string, readonly string[]>> = {tenant: ['secret']};
const leftOut = ['signing_key', 'receipt_private_key', 'used_file_link', 'schema_migration', 'asset_audience', 'asset_tally'];

/** The tables that a backup holds, by name. */
export async function listTables(transaction: Transaction): Promise<BackupTable[]> {
  const {rows} = await transaction.query(
    `select c.relname as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey) where i.indrelid = c.oid and i.indisprimary) as key
     from pg_class c where c.relnamespace = 'portico'::regnamespace and c.relkind = 'r' and c.relname <> all ($1) order by c.relname`,
    [leftOut],
  );
  return rows.map(toTable);
}

/** Rows of a table as JSON text, sorted, some hundred at a time. */
export async function* readRows(transaction: Transaction, {name, columns, primaryKey}: BackupTable): AsyncGenerator<readonly string[], void, undefined> {
  const list = columns.map(quote).join(', ');
  await transaction.script(`declare backup_rows no scroll cursor for select row_to_json(r)::text as line from (select ${list} from portico.${quote(name)} order by ${primaryKey.map(quote).join(', ')}) r`);
  for (;;) {
    const [rows = []] = await transaction.script('fetch 500 from backup_rows');
    if (rows.length === 0) break;
    yield rows.map(({line}) => String(line));
  }
  await transaction.script('close backup_rows');
}

/** An SQL name. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function toTable({name, columns, key}: Row): BackupTable {
  const table = String(name);
  const hidden = secrets[table] ?? [];
  return {name: table, columns: (columns as string[]).filter(column => !hidden.includes(column)), primaryKey: key as string[]};
}
