import type {ImportIssue} from '@portico/contract';
import type {Scope} from '../database/scope.ts';
import type {ChunkCounts, ImportTable} from './import-store.queries.ts';
import type {ImportMapping, ImportPlan} from './plan.rules.ts';
import type {RowKey} from './row-key.ts';
import type {SeenColumn} from './suggest.rules.ts';

/** A row that was read. */
export interface ReadRow<Field extends string = string> {
  readonly line: number;
  /** What it says in the product's own terms, by field: the same for the same meaning. */
  readonly read: Readonly<Partial<Record<Field, string>>>;
  readonly issues: readonly ImportIssue[];
  /** Something is wrong with it, and it is left out. */
  readonly failed: boolean;
}

/** A row with what it is recognised by. */
export interface ImportRow<Row extends ReadRow = ReadRow> {
  readonly row: Row;
  readonly key: RowKey;
  /** What is wrong with it, and what to look at. */
  readonly issues: readonly ImportIssue[];
  /** Whether it is to be taken: not wrong, and not said before in the same file. */
  readonly taken: boolean;
}

/** What became of a chunk. */
export interface ChunkOutcome {
  readonly counts: ChunkCounts;
  readonly issues: readonly ImportIssue[];
}

/** What is imported, and how: everything about an import that is not the same for leads and registrations. */
export interface ImportKind<Field extends string, Row extends ReadRow<Field>, Setting> {
  /** Also its name on the feed of changes. */
  readonly table: ImportTable;
  /** Fields that several columns may fill together. */
  readonly gathering: readonly Field[];
  /** The field that each column seems to be for. */
  readonly suggestFields: (columns: readonly SeenColumn[]) => (Field | null)[];
  /** A mapping made of the suggestions, or `null` when no column was recognised. */
  readonly suggestMapping: (columns: readonly SeenColumn[], fields: readonly (Field | null)[]) => ImportMapping<Field> | null;
  /** What rows are read against, as the tenant has it now. */
  readonly readSetting: (scope: Scope) => Promise<Setting>;
  readonly readRow: (line: number, cells: readonly string[], plan: ImportPlan<Field>, setting: Setting) => Row;
  /** What the row calls its object, unlike all others: its externalId. */
  readonly nameOf: (row: Row) => string | undefined;
  /** Whether a row takes much longer than others, so that fewer of them go into one transaction. */
  readonly isSlow: (row: ImportRow<Row>) => boolean;
  /** What is known of rows from earlier imports, by row key. */
  readonly findKnownRows: (scope: Scope, keys: readonly RowKey[]) => Promise<ReadonlyMap<string, {readonly same: boolean}>>;
  /** Writes the rows of a chunk in the caller's transaction. The tenant's turn is taken at the end. */
  readonly write: (scope: Scope, importId: string, rows: readonly ImportRow<Row>[], setting: Setting) => Promise<ChunkOutcome>;
  /** What there is to say at the end, about all rows together. */
  readonly conclude?: (scope: Scope, importId: string) => Promise<readonly ImportIssue[]>;
}
