import type {PGlite, messages} from '@electric-sql/pglite';
import {protocol} from '@electric-sql/pglite';
import type {Row} from './database.ts';
import {InOrder} from './in-order.ts';
import {toParameter} from './parameters.ts';
import {parsers} from './parsers.ts';

const {serialize} = protocol;

/** What one statement answered. */
export interface StatementResult {
  rows: Row[];
  affected: number;
  /** `SELECT`, `COMMIT`, … */
  command: string;
}

/** Texts are few, but for lists of varying length; beyond so many, statements are planned each time. */
const maxStatements = 1_000;

/**
 * Speaks PostgreSQL's protocol with a PGlite: a statement in one message instead of five, prepared under a name, so that its plan is kept. `PGlite.query` plans
 * each statement anew, which takes longer than most of them run.
 */
export class PGliteWire {
  readonly #pglite: PGlite;
  readonly #parsers: Readonly<Record<number, (text: string) => unknown>>;
  /** Names of the statements that are prepared, by their text. */
  readonly #prepared = new Map<string, string>();
  /** PGlite mixes up two messages at a time. */
  readonly #order = new InOrder();

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
    this.#parsers = {...(pglite.parsers as Record<number, (text: string) => unknown>), ...parsers};
  }

  /** Runs one statement with parameters. */
  async query(sql: string, parameters: readonly unknown[]): Promise<StatementResult> {
    const values = parameters.map(toParameter);
    const answer = await this.#order.run(async () => {
      const known = this.#prepared.get(sql);
      const name = known ?? (this.#prepared.size < maxStatements ? `portico_${this.#prepared.size + 1}` : '');
      const bound = [serialize.bind({statement: name, values}), serialize.describe({type: 'P'}), serialize.execute({}), serialize.sync()];
      const received = await this.#send(known === undefined ? [serialize.parse({name, text: sql}), ...bound] : bound);
      // It may have failed later on and be prepared all the same.
      if (name !== '' && received.some(({name: kind}) => kind === 'parseComplete')) this.#prepared.set(sql, name);
      return received;
    });
    return this.#read(answer)[0] ?? {rows: [], affected: 0, command: ''};
  }

  /** Runs several statements without parameters. */
  async script(sql: string): Promise<StatementResult[]> {
    return this.#read(await this.#order.run(() => this.#send([serialize.query(sql)])));
  }

  #send(parts: readonly Uint8Array[]): Promise<messages.BackendMessage[]> {
    const message = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let offset = 0;
    for (const part of parts) {
      message.set(part, offset);
      offset += part.length;
    }
    return this.#pglite.execProtocolStream(message, {syncToFs: false, throwOnError: false});
  }

  /** @throws DatabaseError when a statement failed. */
  #read(received: readonly messages.BackendMessage[]): StatementResult[] {
    const results: StatementResult[] = [];
    let fields: readonly {readonly name: string; readonly parse: ((text: string) => unknown) | undefined}[] = [];
    let rows: Row[] = [];
    for (const message of received) {
      if (message instanceof Error) throw message;
      if (message.name === 'rowDescription') {
        fields = (message as messages.RowDescriptionMessage).fields.map(({name, dataTypeID}) => ({name, parse: this.#parsers[dataTypeID]}));
      } else if (message.name === 'dataRow') {
        rows.push(toRow(fields, (message as messages.DataRowMessage).fields));
      } else if (message.name === 'commandComplete') {
        const words = (message as messages.CommandCompleteMessage).text.split(' ');
        results.push({rows, affected: Number(words.at(-1)) || 0, command: words[0] ?? ''});
        [fields, rows] = [[], []];
      }
    }
    return results;
  }
}

function toRow(fields: readonly {readonly name: string; readonly parse: ((text: string) => unknown) | undefined}[], values: readonly (string | null)[]): Row {
  const row: Row = {};
  for (const [index, {name, parse}] of fields.entries()) {
    const value = values[index] ?? null;
    row[name] = value === null || !parse ? value : parse(value);
  }
  return row;
}
