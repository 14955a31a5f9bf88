import {existsSync} from 'node:fs';
import {readdir, rm} from 'node:fs/promises';
import {dirname} from 'node:path';
import {verifyAudit} from '../audit/verify-audit.ts';
import {backup} from '../backup/backup.ts';
import {copyFiles, listKeptFiles, type KeptFile} from '../backup/backup-files.ts';
import {assertIsBackup, restore} from '../backup/restore.ts';
import {verifyBackup} from '../backup/verify-backup.ts';
import type {ReceiptKey} from '@portico/contract';
import type {Command} from 'commander';
import {connect} from '../database/connect.ts';
import {isMigrated} from '../database/migrate.ts';
import {migrations} from '../database/migrations.gen.ts';
import {withTenant} from '../database/open.ts';
import type {Database} from '../database/database.ts';
import {selfCheck} from '../database/self-check.ts';
import {listTenants} from '../database/tenants.ts';
import {DiskStore} from '../file-store/disk-store.ts';
import type {FileStore} from '../file-store/file-store.ts';
import {openFileStore} from '../file-store/open-file-store.ts';
import {verifyReceipts} from '../receipt/verify-receipts.ts';
import type {Manifest} from '../backup/backup-file.ts';
import {folderIn, type CliContext, type RunCommand} from './cli-context.ts';
import {CliError, exitCodes, type ExitCode} from './cli-error.ts';
import {readKeysFile} from './keys-file.ts';

/** `portico backup`, `portico restore`, `portico verify` */
export function addBackupCommands(program: Command, run: RunCommand): void {
  program
    .command('backup <file>')
    .description('Writes all data to one checked file. PostgreSQL may be in use meanwhile; the embedded database must not.')
    .option('--files <folder>', 'copies the files of the library there, too; those that are in it from an earlier time are not copied again')
    .action(
      run(async (cli, file: string, {files}: {files?: string}) => {
        if (existsSync(file)) throw new CliError(exitCodes.cannotCreate, `${file} is there already. Choose another name, or move it away.`);
        if (!existsSync(dirname(file))) throw new CliError(exitCodes.cannotCreate, `There is no folder ${dirname(file)}.`);
        await cli.withDatabase(async database => {
          cli.io.out(`${file}: ${describe(await backup(database, file, cli.context))}, each table with its checksum. Keys that sign sessions are not inside.`);
          await keepFiles(cli, database, files);
        });
      }),
    );

  program
    .command('restore <file>')
    .description('Fills an empty place from a backup and compares it with the checksums; all or nothing.')
    .requiredOption('--into <folder or postgres address>', 'a data folder without a database, or an empty PostgreSQL database')
    .option('--files <folder>', 'where the backup put the files of the library; they go into the data folder, or into the bucket of the settings')
    .action(run((cli, file: string, {into, files}: {into: string; files?: string}) => restoreInto(cli, file, into, files)));

  program
    .command('verify')
    .description('Checks the schema, the separation of tenants, every audit log and every chain of receipts; or one backup.')
    .option('--backup <file>', 'a backup to check instead')
    .option('--keys <file>', 'keys of receipts as they were kept outside: GET /v1/receipts/keys gave them. Without them the keys in the database are believed')
    .option('--tenant <id or name>', 'whose keys they are; needed where there are several vendors')
    .action(run((cli, options: VerifyOptions) => verify(cli, options)));
}

interface VerifyOptions {
  readonly backup?: string;
  readonly keys?: string;
  readonly tenant?: string;
}

async function verify(cli: CliContext, {backup: file, keys, tenant}: VerifyOptions): Promise<ExitCode | void> {
  if (file !== undefined && keys !== undefined) throw new CliError(exitCodes.usage, 'A backup is checked by its checksums alone: restore it and run `portico verify --keys` there.');
  if (tenant !== undefined && keys === undefined) throw new CliError(exitCodes.usage, '--tenant says whose the keys are: give them with --keys.');
  return file === undefined ? verifyData(cli, keys === undefined ? undefined : {kept: await readKeysFile(keys), tenant}) : verifyFile(cli, file);
}

async function restoreInto(cli: CliContext, file: string, into: string, files: string | undefined): Promise<void> {
  if (!existsSync(file)) throw new CliError(exitCodes.noInput, `There is no file ${file}.`);
  if (files !== undefined && !existsSync(files)) throw new CliError(exitCodes.noInput, `There is no folder ${files}.`);
  const isUrl = /^postgres(ql)?:\/\//.test(into);
  const folder = folderIn(into);
  const isNew = !isUrl && !existsSync(folder);
  if (!isUrl && !isNew && (await readdir(folder)).length > 0) throw new CliError(exitCodes.cannotCreate, `There is a database in ${into} already. Restore into an empty place.`);
  await assertIsBackup(file);
  const database = await connect(isUrl ? {url: into} : {folder}, cli.context);
  let manifest: Manifest;
  try {
    manifest = await restore(database, file, migrations, cli.context);
  } catch (error) {
    await database.close();
    // A half-made folder would refuse the next try as not empty.
    if (!isUrl) await rm(folder, {recursive: true, force: true});
    throw error;
  }
  cli.io.out(`${into}: ${describe(manifest)}, compared with the checksums of ${file}.`);
  try {
    await bringFiles(cli, database, files, storeOf(cli, isUrl ? cli.settings.dataFolder : into));
  } finally {
    await database.close();
  }
}

function storeOf({settings, context}: CliContext, dataFolder = settings.dataFolder): FileStore {
  return openFileStore({s3: settings.s3, dataFolder, fetch: context.fetch});
}

async function keepFiles(cli: CliContext, database: Database, folder: string | undefined): Promise<void> {
  const files = await listKeptFiles(database);
  if (folder !== undefined) return copy(cli, files, storeOf(cli), new DiskStore(folder), folder);
  if (files.length > 0) cli.io.out(`The ${files.length} files of the library are not inside: name a folder for them with --files${cli.settings.s3 ? ', or have your bucket kept' : ''}.`);
}

async function bringFiles(cli: CliContext, database: Database, folder: string | undefined, store: FileStore): Promise<void> {
  const files = await listKeptFiles(database);
  if (folder !== undefined) return copy(cli, files, new DiskStore(folder), store, 'their place');
  if (files.length > 0) cli.io.out(`The ${files.length} files of the library were not brought: give the folder of the backup with --files, unless they are in their place.`);
}

async function copy(cli: CliContext, files: readonly KeptFile[], from: FileStore, to: FileStore, place: string): Promise<void> {
  const {copied, faults} = await copyFiles(files, from, to);
  cli.io.out(`${copied} files copied to ${place}, ${files.length - copied - faults.length} were there.`);
  if (faults.length > 0) throw new CliError(exitCodes.data, `${faults.length} files are missing or not what they were: ${faults.slice(0, 10).join('; ')}${faults.length > 10 ? '; …' : ''}.`);
}

async function verifyData(cli: CliContext, keys?: {readonly kept: readonly ReceiptKey[]; readonly tenant: string | undefined}): Promise<ExitCode> {
  const database = await connect(cli.database, cli.context);
  try {
    if (!(await isMigrated(database, migrations))) throw new CliError(exitCodes.config, 'The schema is older than this version. Run `portico migrate`.');
    await selfCheck(database, cli.context);
    cli.io.out('Schema and separation of tenants: in order.');
    const keysOf = keys && (await cli.getTenantId(database, keys.tenant));
    let broken = 0;
    for (const {tenantId, name} of await listTenants(database)) {
      const {entries, brokenAt} = await withTenant(database, tenantId, {context: cli.context, as: 'system:verify'}, scope => verifyAudit(scope));
      cli.io.out(`Audit log of ${name}: ${entries} entries, ${brokenAt === null ? 'unbroken' : `BROKEN at entry ${brokenAt}`}.`);
      if (brokenAt !== null) broken++;
      const {receipts, findings} = await withTenant(database, tenantId, {context: cli.context, as: 'system:verify'}, scope => verifyReceipts(scope, tenantId === keysOf ? keys?.kept : undefined));
      cli.io.out(`Receipts of ${name}: ${receipts}, ${findings.length === 0 ? `unbroken${tenantId === keysOf ? ', signed with the keys that were kept' : ''}, and registrations are as they were submitted` : `NOT IN ORDER, ${findings.length} found`}.`);
      for (const {about, message} of findings) cli.io.err(`${name}, ${about}: ${message}`);
      if (findings.length > 0) broken++;
    }
    return broken === 0 ? exitCodes.done : exitCodes.data;
  } finally {
    await database.close();
  }
}

async function verifyFile(cli: CliContext, file: string): Promise<void> {
  cli.io.out(`${file}: ${describe(await verifyBackup(file))}, each table matches its checksum.`);
}

function describe(manifest: Manifest): string {
  const rows = Object.values(manifest).reduce((sum, table) => sum + table.rows, 0);
  return `${rows} rows in ${Object.keys(manifest).length} tables`;
}
