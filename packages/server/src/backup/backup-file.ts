import {createHash, type Hash} from 'node:crypto';
import {createReadStream, createWriteStream} from 'node:fs';
import {open, rename, rm, stat} from 'node:fs/promises';
import {once} from 'node:events';
import {finished} from 'node:stream/promises';
import {createGunzip, createGzip} from 'node:zlib';

/** What a backup is of. */
export interface BackupHeader {
  readonly format: 'portico-backup';
  readonly version: 1;
  readonly createdAt: string;
  /** Steps of the schema that had run, by name and checksum. */
  readonly migrations: readonly {readonly name: string; readonly checksum: string}[];
}

/** Rows and their SHA-256, by table. */
export type Manifest = Readonly<Record<string, {readonly rows: number; readonly sha256: string}>>;

/** The file is no backup, or not a whole one. */
export class BackupFileError extends Error {
  override readonly name = 'BackupFileError';
}

/** Counts and hashes the rows of a table. */
export class RowSum {
  readonly #hash: Hash = createHash('sha256');
  #rows = 0;

  add(line: string): void {
    this.#rows++;
    this.#hash.update(line).update('\n');
  }

  end(): {rows: number; sha256: string} {
    return {rows: this.#rows, sha256: this.#hash.digest('hex')};
  }
}

/**
 * Writes a backup: lines of text, gzipped. Lines that begin with `#` are the header, the name of a table before its rows, and at the end the manifest; all
 * others are rows as JSON. The file appears under its name only when it is whole.
 */
export class BackupWriter {
  readonly #path: string;
  readonly #gzip = createGzip();
  readonly #written: Promise<void>;

  constructor(path: string, header: BackupHeader) {
    this.#path = path;
    const file = createWriteStream(`${path}.partial`, {mode: 0o600});
    this.#written = finished(this.#gzip.pipe(file));
    this.#written.catch(() => {});
    file.once('error', error => this.#gzip.destroy(error));
    this.#gzip.write(`#${JSON.stringify(header)}\n`);
  }

  async table(name: string): Promise<void> {
    await this.#write(`#${JSON.stringify({table: name})}\n`);
  }

  async rows(lines: readonly string[]): Promise<void> {
    await this.#write(`${lines.join('\n')}\n`);
  }

  async end(manifest: Manifest): Promise<void> {
    this.#gzip.end(`#${JSON.stringify({manifest})}\n`);
    await this.#written;
    const file = await open(`${this.#path}.partial`, 'r+');
    await file.sync();
    await file.close();
    await rename(`${this.#path}.partial`, this.#path);
  }

  async abandon(): Promise<void> {
    this.#gzip.destroy();
    await this.#written.catch(() => {});
    await rm(`${this.#path}.partial`, {force: true});
  }

  async #write(text: string): Promise<void> {
    if (!this.#gzip.write(text)) await Promise.race([once(this.#gzip, 'drain'), this.#written]);
  }
}

/** What is read from a backup, in order: rows come after the name of their table. */
export type BackupPart = {readonly header: BackupHeader} | {readonly table: string} | {readonly rows: readonly string[]} | {readonly manifest: Manifest};

/**
 * Reads a backup and checks it on the way.
 *
 * @throws BackupFileError when it is no backup, was cut off, or does not add up to its manifest. What was read before is then not to be kept.
 */
export async function* readBackup(path: string): AsyncGenerator<BackupPart, void, undefined> {
  const {size} = await stat(path).catch(() => {
    throw new BackupFileError(`There is no file ${path}.`);
  });
  if (size === 0) throw new BackupFileError(`${path} is empty.`);
  const sums = new Map<string, RowSum>();
  let sum: RowSum | undefined;
  let stage: 'start' | 'tables' | 'end' = 'start';
  for await (const lines of batches(path)) {
    let rows: string[] = [];
    for (const line of lines) {
      if (!line.startsWith('#')) {
        if (!sum || stage !== 'tables') throw new BackupFileError(`${path} is not a backup of Portico.`);
        sum.add(line);
        rows.push(line);
        continue;
      }
      if (rows.length > 0) yield {rows};
      rows = [];
      const mark = toMark(line, path);
      if ('format' in mark && stage === 'start') {
        stage = 'tables';
        yield {header: mark};
      } else if ('table' in mark && stage === 'tables') {
        sum = new RowSum();
        sums.set(mark.table, sum);
        yield mark;
      } else if ('manifest' in mark && stage === 'tables') {
        stage = 'end';
        compare(path, mark.manifest, sums);
        yield mark;
      } else throw new BackupFileError(`${path} is not a backup of Portico.`);
    }
    if (rows.length > 0) yield {rows};
  }
  if (stage !== 'end') throw new BackupFileError(`${path} was cut off: its manifest is missing.`);
}

async function* batches(path: string): AsyncGenerator<readonly string[], void, undefined> {
  const packed = createReadStream(path);
  const unpacked = packed.pipe(createGunzip()).setEncoding('utf8');
  packed.once('error', error => unpacked.destroy(error));
  let rest = '';
  try {
    for await (const text of unpacked as AsyncIterable<string>) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      yield lines;
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('Z_')) throw error;
    throw new BackupFileError(error.code === 'Z_DATA_ERROR' ? `${path} is damaged, or not a backup of Portico.` : `${path} was cut off.`);
  } finally {
    packed.destroy();
  }
  if (rest !== '') throw new BackupFileError(`${path} was cut off.`);
}

function toMark(line: string, path: string): BackupHeader | {readonly table: string} | {readonly manifest: Manifest} {
  try {
    return JSON.parse(line.slice(1)) as BackupHeader | {readonly table: string} | {readonly manifest: Manifest};
  } catch {
    throw new BackupFileError(`${path} is not a backup of Portico.`);
  }
}

function compare(path: string, manifest: Manifest, sums: ReadonlyMap<string, RowSum>): void {
  for (const [name, expected] of Object.entries(manifest)) {
    const found = sums.get(name)?.end();
    if (found?.rows !== expected.rows || found.sha256 !== expected.sha256) throw new BackupFileError(`${path} is damaged: table ${name} does not match its checksum.`);
  }
  if (sums.size !== Object.keys(manifest).length) throw new BackupFileError(`${path} is damaged: it holds tables that its manifest does not name.`);
}
