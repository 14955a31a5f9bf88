import {resolve} from 'node:path';
import type {Command} from 'commander';
import {systemContext, type Context} from '../context.ts';
import {openScanner} from '../file-inspection/scanner.ts';
import {openFileStore} from '../file-store/open-file-store.ts';
import {listTenants} from '../database/tenants.ts';
import {createLog} from '../log.ts';
import {startServer} from '../start-server.ts';
import type {CliIo, RunCommand} from './cli-context.ts';
import {CliError, exitCodes} from './cli-error.ts';

const drainAfterCrashMs = 5_000;

/** `portico serve` */
export function addServeCommand(program: Command, run: RunCommand): void {
  program
    .command('serve')
    .description('Starts the API server; Ctrl-C or SIGTERM stops it in order.')
    .option('--port <number>', 'port to listen on; 0 takes a free one (PORT, 4400)')
    .option('--host <address>', 'address to listen on (HOST, 127.0.0.1)')
    .action(
      run(async (cli, {port, host}: {port?: string; host?: string}) => {
        const context = systemContext(createLog(cli.settings.logLevel));
        const {publicUrl, s3, scanner, widgetsFolder, ...config} = cli.settings;
        const server = await startServer({
          database: cli.database,
          port: port === undefined ? cli.settings.port : toPort(port),
          host: host ?? cli.settings.host,
          // Without a setting the address is the one that is listened on, which may be a free port.
          config: cli.io.env['PORTICO_PUBLIC_URL'] ? {...config, publicUrl} : config,
          context,
          widgets: widgetsFolder === undefined ? undefined : {folder: resolve(widgetsFolder)},
          files: {store: openFileStore({s3, dataFolder: cli.settings.dataFolder, fetch: context.fetch}), scanner: scanner === undefined ? undefined : openScanner(scanner)},
        });
        context.log.info({url: server.url, database: server.database.kind}, 'ready');
        if ((await listTenants(server.database)).length === 0) context.log.warn({}, 'there is no vendor yet: stop, run `portico tenants create` or `portico seed`, and start again');
        const crashed = await untilEnd(cli.io, context);
        const stopping = server.stop();
        if (crashed) await Promise.race([stopping.catch(() => {}), new Promise(resolve => setTimeout(resolve, drainAfterCrashMs))]);
        else await stopping;
        context.log.info({}, 'stopped');
        return crashed ? exitCodes.failed : exitCodes.done;
      }),
    );
}

/** Waits for a signal, or for an error that nobody caught. @returns Whether it was an error. */
function untilEnd({onStop, onCrash}: CliIo, {log}: Context): Promise<boolean> {
  return new Promise(resolve => {
    onStop(signal => {
      log.info({signal}, 'stopping');
      resolve(false);
    });
    onCrash(error => {
      log.error({err: error}, 'stopping after an error that nobody caught');
      resolve(true);
    });
  });
}

function toPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new CliError(exitCodes.usage, `--port must be a number from 0 to 65535, not ${text}.`);
}
