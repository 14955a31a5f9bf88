import type {ImportIssue} from '@portico/contract';
import {recordChange} from '../changes/record-change.ts';
import type {Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {toSqlError} from '../database/errors.ts';
import {asWorker, withTenant} from '../database/open.ts';
import type {Scope} from '../database/scope.ts';
import {openCsv} from './csv-file.ts';
import type {ChunkOutcome, ImportKind, ImportRow, ReadRow} from './import-kind.ts';
import {advanceImport, claimImport, failImport, keptIssues, releaseImport, type HeldImport, type ImportTable} from './import-store.queries.ts';
import {planImport, type ImportMapping} from './plan.rules.ts';
import {recognise} from './recognise.ts';
import {SeenRows} from './row-key.ts';

/** Rows written in one transaction. On PGlite's one connection everybody waits for it, so there it is shorter. */
const chunkRows = {postgres: 500, pglite: 100} as const;
/** Rows that take longer, so fewer of them hold others up. */
const slowChunkRows = {postgres: 50, pglite: 10} as const;
/** How long others leave an import alone after its worker's last sign. A killed worker's import goes on after this time. */
const leaseMs = 60_000;
const actor = 'system:import' as const;

/** Another worker has taken the import over, because this one was too slow. */
class LeaseLostError extends Error {}

/**
 * Does all imports of a kind that wait, of all tenants. An import that was interrupted goes on after the last chunk that was committed.
 *
 * @param options.signal - Stops after the chunk that is being written; whoever comes next goes on from there at once.
 * @returns How many imports were ended.
 */
export async function runImportsOf<Field extends string, Row extends ReadRow<Field>, Setting>(kind: ImportKind<Field, Row, Setting>, database: Database, context: Context, {signal}: {readonly signal?: AbortSignal | undefined} = {}): Promise<number> {
  let ended = 0;
  for (const tenantId of await findTenants(kind.table, database, context)) {
    while (!signal?.aborted && (await runNext(kind, database, context, tenantId, signal))) ended++;
  }
  return ended;
}

async function findTenants(table: ImportTable, database: Database, {now}: Context): Promise<string[]> {
  const rows = await asWorker(database, db =>
    db.selectFrom(table).select('tenant_id').distinct().where('status', '=', 'running').where(eb => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', new Date(now()).toISOString())])).execute(),
  );
  return rows.map(({tenant_id: tenantId}) => tenantId);
}

/** @returns Whether an import was ended. */
async function runNext<Field extends string, Row extends ReadRow<Field>, Setting>(kind: ImportKind<Field, Row, Setting>, database: Database, context: Context, tenantId: string, signal: AbortSignal | undefined): Promise<boolean> {
  const inTenant = <T>(work: (scope: Scope) => Promise<T>) => withTenant(database, tenantId, {context, as: actor}, work);
  const start = await inTenant(async scope => {
    const held = await claimImport(scope, kind.table, leaseFrom(context));
    return held && {held, setting: await kind.readSetting(scope)};
  });
  if (!start) return false;
  try {
    return await new ImportRun(kind, inTenant, context, start.held, start.setting, database.kind).run(signal);
  } catch (error) {
    if (error instanceof LeaseLostError) return false;
    context.log.error({err: error, importId: start.held.id}, 'an import stopped; it goes on when its lease has passed');
    return false;
  }
}

type InTenant = <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;

class ImportRun<Field extends string, Row extends ReadRow<Field>, Setting> {
  readonly #kind: ImportKind<Field, Row, Setting>;
  readonly #inTenant: InTenant;
  readonly #context: Context;
  readonly #setting: Setting;
  readonly #database: Database['kind'];
  #held: HeldImport;

  constructor(kind: ImportKind<Field, Row, Setting>, inTenant: InTenant, context: Context, held: HeldImport, setting: Setting, database: Database['kind']) {
    this.#kind = kind;
    this.#inTenant = inTenant;
    this.#context = context;
    this.#held = held;
    this.#setting = setting;
    this.#database = database;
  }

  async run(signal: AbortSignal | undefined): Promise<boolean> {
    const file = openCsv(this.#held.csv);
    const planned = planImport(file.columns, this.#held.mapping as ImportMapping<Field>, this.#kind.gathering);
    if ('errors' in planned) {
      await this.#fail(planned.errors.map(({message}) => message).join(' '));
      return true;
    }
    const seen = new SeenRows();
    const skip = this.#held.rowsDone;
    let met = 0;
    let chunk: ImportRow<Row>[] = [];
    for await (const rows of file.rows()) {
      // Rows done before a restart are met again, because later rows may repeat them.
      for (const row of await recognise(this.#kind, rows.map(({line, cells}) => this.#kind.readRow(line, cells, planned.plan, this.#setting)), seen)) {
        if (met++ < skip) continue;
        chunk.push(row);
        if (chunk.length < chunkRows[this.#database] && chunk.filter(this.#kind.isSlow).length < slowChunkRows[this.#database]) continue;
        await this.#write(chunk, false);
        chunk = [];
        // PGlite answers without ever giving way to timers and sockets: requests would wait for the end of the import.
        await new Promise(resolve => setTimeout(resolve, 0));
        if (!signal?.aborted) continue;
        await this.#inTenant(scope => releaseImport(scope, this.#kind.table, this.#held));
        return false;
      }
    }
    await this.#write(chunk, true);
    return true;
  }

  /** Writes a chunk in one transaction. A row that the database refuses is found by halving and left out. */
  async #write(rows: readonly ImportRow<Row>[], last: boolean): Promise<void> {
    try {
      await this.#commit(rows.length, last, scope => this.#kind.write(scope, this.#held.id, rows, this.#setting));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const [only] = rows;
      if (rows.length > 1) {
        const middle = Math.ceil(rows.length / 2);
        await this.#write(rows.slice(0, middle), false);
        await this.#write(rows.slice(middle), last);
      } else if (only) {
        this.#context.log.warn({err: error, importId: this.#held.id, line: only.row.line}, 'a row of an import was refused by the database');
        const issue: ImportIssue = {line: only.row.line, column: null, code: 'row_refused', message: 'The row could not be stored. Look for odd characters or a repeated externalId.', severity: 'error'};
        await this.#commit(1, last, async () => ({counts: {created: 0, updated: 0, unchanged: 0, failed: 1, warnings: 0}, issues: [issue]}));
      }
    }
  }

  async #commit(rows: number, ended: boolean, write: (scope: Scope) => Promise<ChunkOutcome>): Promise<void> {
    const leaseUntil = leaseFrom(this.#context);
    const issueCount = await this.#inTenant(async scope => {
      const {counts: chunk, issues: said} = await write(scope);
      const concluded = ended && this.#kind.conclude ? await this.#kind.conclude(scope, this.#held.id) : [];
      const counts = {...chunk, warnings: chunk.warnings + concluded.length};
      // What is said at the end is about all rows, so it is kept however many there were to complain of.
      const kept = [...said.slice(0, Math.max(0, keptIssues - this.#held.issueCount)), ...concluded];
      if (!(await advanceImport(scope, this.#kind.table, this.#held, {rows, counts, issues: kept, leaseUntil, ended}))) throw new LeaseLostError();
      await recordChange(scope, {resource: this.#kind.table, id: this.#held.id, action: ended ? 'end' : 'advance', changes: {rows, ...counts}});
      return this.#held.issueCount + kept.length;
    });
    this.#held = {...this.#held, rowsDone: this.#held.rowsDone + rows, issueCount, leaseUntil};
  }

  async #fail(message: string): Promise<void> {
    await this.#inTenant(async scope => {
      await failImport(scope, this.#kind.table, this.#held, {line: 1, column: null, code: 'mapping_invalid', message, severity: 'error'});
      await recordChange(scope, {resource: this.#kind.table, id: this.#held.id, action: 'fail'});
    });
  }
}

function isRefusal(error: unknown): boolean {
  return ['22', '23', '54'].includes(toSqlError(error)?.code.slice(0, 2) ?? '');
}

function leaseFrom({now}: Context): string {
  return new Date(now() + leaseMs).toISOString();
}

