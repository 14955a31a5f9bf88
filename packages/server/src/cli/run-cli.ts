import {Command, CommanderError} from 'commander';
import {addBackupCommands} from './backup.commands.ts';
import {CliContext, type CliIo, type RunCommand} from './cli-context.ts';
import {exitCodes, explain, type ExitCode} from './cli-error.ts';
import {addImportCommand} from './import.command.ts';
import {addKeysCommands} from './keys.commands.ts';
import {addReceiptCommands} from './receipt.commands.ts';
import {addSeedCommand} from './seed.command.ts';
import {addServeCommand} from './serve.command.ts';
import {addTenantCommands} from './tenant.commands.ts';

const afterwards = `
Settings come from the environment: PORT, HOST, DATABASE_URL (PostgreSQL) or PORTICO_DATA (folder of the
embedded database, .portico), PORTICO_PUBLIC_URL, PORTICO_WIDGETS (folder of the widgets' files, served
below /cdn/), PORTICO_FILES_URL, PORTICO_FILE_MAX_MB, PORTICO_VIDEO_MAX_MB, PORTICO_FILE_QUOTA_GB,
PORTICO_S3_ENDPOINT, PORTICO_S3_BUCKET, PORTICO_S3_REGION, PORTICO_S3_ACCESS_KEY_ID,
PORTICO_S3_SECRET_ACCESS_KEY, PORTICO_SCANNER, PORTICO_TRUST_PROXY, PORTICO_POOL_SIZE,
PORTICO_PREPARED_STATEMENTS, PORTICO_SECRET_KEY, LOG_LEVEL. The guide "Host it yourself" says what each does.

Exit codes: 0 done, 1 unexpected, 2 command line, 65 wrong file or rows, 66 no such file, 69 no answer or
port taken, 73 cannot write there, 75 in use by another process, 77 refused, 78 settings.`;

/**
 * Runs one command line.
 *
 * @param args - Without the program itself.
 * @returns The code to exit with.
 */
export async function runCli(args: readonly string[], io: CliIo): Promise<ExitCode> {
  let result: ExitCode = exitCodes.done;
  const program = new Command('portico')
    .description('The Portico server and its tools.')
    .addHelpText('after', afterwards)
    .exitOverride()
    .configureOutput({writeOut: text => io.out(text.trimEnd()), writeErr: text => io.err(text.trimEnd())})
    .showHelpAfterError('Run it with --help to see how it is used.');
  const run: RunCommand = work => async (...given) => {
    result = (await work(new CliContext(io), ...given)) ?? exitCodes.done;
  };
  for (const add of [addServeCommand, addSeedCommand, addTenantCommands, addKeysCommands, addImportCommand, addBackupCommands, addReceiptCommands]) add(program, run);
  try {
    await program.parseAsync([...args], {from: 'user'});
    return result;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    const known = explain(error);
    if (known) {
      io.err(known.message);
      return known.exitCode;
    }
    io.err(error instanceof Error ? ((io.env['PORTICO_DEBUG'] && error.stack) || `Unexpected: ${error.message} (PORTICO_DEBUG=1 shows where.)`) : String(error));
    return exitCodes.failed;
  }
}
