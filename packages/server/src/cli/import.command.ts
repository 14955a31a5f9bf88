import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import type {CsvImport, ImportIssue} from '@portico/contract';
import type {Command} from 'commander';
import {decodeCsv} from '../csv-import/decode-csv.ts';
import type {ImportMapping} from '../csv-import/plan.rules.ts';
import type {FilePreview} from '../csv-import/preview.ts';
import type {CliContext, RunCommand} from './cli-context.ts';
import {CliError, exitCodes, type ExitCode} from './cli-error.ts';
import {importHere, importSubjects, importThere, type ImportPlace, type ImportSubject} from './import-place.ts';

interface ImportOptions {
  readonly mapping?: string;
  readonly currency?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly apiUrl?: string;
  readonly secretKey?: string;
  readonly tenant?: string;
}

const shownIssues = 20;

/** `portico import leads` and `portico import deals` */
export function addImportCommand(program: Command, run: RunCommand): void {
  const command = program.command('import').description('Brings data in from files.');
  addSubject(command, 'leads', 'leads', run);
  addSubject(command, 'deals', 'deal registrations', run);
}

function addSubject(command: Command, subject: ImportSubject, words: string, run: RunCommand): void {
  command
    .command(`${subject} <file>`)
    .description(`Imports ${words} from a CSV file. Repeating a file adds nothing twice, and an import that was cut off goes on.`)
    .option('--mapping <file>', 'JSON that says where each column goes; when left out, the column names decide')
    .option('--currency <code>', 'currency of amounts that have none of their own, such as EUR')
    .option('--dry-run', 'only say what would happen')
    .option('--json', 'print the whole result as JSON')
    .option('--api-url <url>', 'a running server; without it, the database of the settings is written directly')
    .option('--secret-key <key>', 'key for that server (PORTICO_SECRET_KEY)')
    .option('--tenant <id or name>', `whose ${words}, where there are several vendors in the database`)
    .action(run((cli, file: string, options: ImportOptions) => importFile(cli, subject, file, options)));
}

async function importFile(cli: CliContext, subject: ImportSubject, path: string, options: ImportOptions): Promise<ExitCode> {
  const file = {fileName: basename(path), csv: decodeCsv(await readFile(path))};
  const given = options.mapping === undefined ? undefined : await readMapping(subject, options.mapping);
  return atPlace(cli, subject, options, async place => {
    const suggested = given ?? (await place.preview({...file})).mapping;
    if (!suggested) throw new CliError(exitCodes.data, `No column of ${path} was recognised by its name. Say with --mapping where the columns go.`);
    const mapping = {...suggested, ...(options.currency ? {currency: options.currency.toUpperCase()} : {})};
    if (given === undefined) cli.io.err(`Columns: ${mapping.columns.map(({column, field}) => `${column} → ${field}`).join(', ')}.`);
    if (options.dryRun) return report(cli, options, await place.preview({...file, mapping}));
    const done = await place.run({...file, mapping}, ({rowsDone, rows}) => cli.io.err(`${rowsDone} of ${rows} rows`));
    return report(cli, options, done);
  });
}

function atPlace(cli: CliContext, subject: ImportSubject, {apiUrl, secretKey = cli.io.env['PORTICO_SECRET_KEY'], tenant}: ImportOptions, work: (place: ImportPlace) => Promise<ExitCode>): Promise<ExitCode> {
  if (apiUrl === undefined) return cli.withDatabase(async database => work(importHere(subject, database, cli.context, await cli.getTenantId(database, tenant))));
  if (!URL.canParse(apiUrl)) throw new CliError(exitCodes.usage, `--api-url must be an address such as https://portico.example.com, not ${apiUrl}.`);
  if (!secretKey) throw new CliError(exitCodes.usage, 'Say the secret key of that server with PORTICO_SECRET_KEY or --secret-key.');
  return work(importThere(subject, apiUrl, secretKey, cli.context));
}

async function readMapping(subject: ImportSubject, path: string): Promise<ImportMapping> {
  const text = await readFile(path, 'utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CliError(exitCodes.data, `${path} is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`);
  }
  const mapping = importSubjects[subject].mapping.safeParse(value);
  if (mapping.success) return mapping.data;
  const [first] = mapping.error.issues;
  throw new CliError(exitCodes.data, `${path} is not a mapping: ${first?.path.join('.') || 'the whole'}: ${first?.message ?? ''}`);
}

function report(cli: CliContext, {json}: ImportOptions, result: FilePreview<string> | CsvImport): ExitCode {
  const wrong = 'withErrors' in result ? result.withErrors : result.failed;
  if (json) cli.io.out(JSON.stringify(result, null, 2));
  else {
    for (const issue of result.issues.slice(0, shownIssues)) cli.io.err(toLine(issue));
    if (result.issues.length > shownIssues) cli.io.err('… more of them with --json');
    cli.io.out(
      'withErrors' in result
        ? `${result.rows} rows: ${result.toCreate} new, ${result.toUpdate} changed, ${wrong} with errors. Nothing was written.`
        : `${result.rows} rows: ${result.created} created, ${result.updated} updated, ${result.unchanged} unchanged, ${wrong} left out, ${result.warnings} warnings.`,
    );
  }
  if ('status' in result && result.status === 'failed') return exitCodes.failed;
  return wrong > 0 ? exitCodes.data : exitCodes.done;
}

function toLine({line, column, message, severity}: ImportIssue): string {
  return `${severity} line ${line}${column === null ? '' : `, ${column}`}: ${message}`;
}
