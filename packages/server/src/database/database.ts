/** A row as the driver returns it, with the parsers of `parsers.ts`. */
export type Row = Record<string, unknown>;

/** One open transaction on one connection. After `commit` or `rollback` it is of no more use. */
export interface Transaction {
  /** Runs one statement with parameters (`$1`, …). */
  query(sql: string, parameters: readonly unknown[]): Promise<{rows: Row[]; affected: number}>;
  /** Runs several statements without parameters in one round trip; one list of rows each. */
  script(sql: string): Promise<Row[][]>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** The first statements of a transaction and what they found. */
export interface Begun {
  readonly transaction: Transaction;
  readonly results: Row[][];
}

/**
 * Where the data is. Nothing but `database/` uses it: handlers and queries get a `Scope`, in which row-level security already holds.
 */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  /**
   * Opens a transaction and runs its first statements in the same round trip. When they fail, the transaction is undone and the error thrown.
   *
   * @param opening - Statements without parameters, ending with a semicolon.
   */
  begin(opening: string): Promise<Begun>;
  /**
   * Hears notifications of a channel until the returned function is called. After a lost connection it listens again by itself.
   *
   * @param onGap - Called when notifications may have been missed.
   */
  listen(channel: string, onNotify: (payload: string) => void, onGap: () => void): Promise<() => Promise<void>>;
  /** All of the data as a gzipped tar, on PGlite; PostgreSQL has pg_dump. */
  readonly dump?: () => Promise<Blob>;
  close(): Promise<void>;
}

/** A text as an SQL literal, for scripts, which take no parameters. */
export function literal(value: string | null): string {
  if (value === null) return 'NULL';
  if (value.includes('\0')) throw new TypeError('SQL text cannot hold NUL.');
  // Backslashes mean nothing in plain literals as standard_conforming_strings is on in every supported version.
  return `'${value.replaceAll("'", "''")}'`;
}
