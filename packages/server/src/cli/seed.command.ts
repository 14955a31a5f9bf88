import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Command} from 'commander';
import {seedDemo, type DemoData} from '../database/seed.ts';
import {tellLibrary} from '../database/seed/tell-library.ts';
import {refreshStatistics} from '../database/statistics.ts';
import {openFileStore} from '../file-store/open-file-store.ts';
import type {RunCommand} from './cli-context.ts';
import {CliError, exitCodes} from './cli-error.ts';

/** What `demo.json` in the data folder holds: where the API is, and who one can be. */
export interface DemoFile extends DemoData {
  readonly api: string;
}

/** `portico seed` */
export function addSeedCommand(program: Command, run: RunCommand): void {
  program
    .command('seed')
    .description('Fills the database with a demo programme and writes demo.json into the data folder; again, it only adds what is missing.')
    .option('--leads <number>', 'this many plain leads more, for measuring')
    .option('--origin <url...>', 'origins of the pages that embed widgets')
    .action(
      run(async (cli, {leads, origin}: {leads?: string; origin?: string[]}) => {
        const volume = leads === undefined ? 0 : toCount(leads);
        const {dataFolder, publicUrl, s3} = cli.settings;
        const path = join(dataFolder, 'demo.json');
        const before = await readDemoFile(path);
        const demo = await cli.withDatabase(async database => {
          const library = tellLibrary(openFileStore({s3, dataFolder, fetch: cli.context.fetch}));
          const seeded = await seedDemo(database, cli.context, {secretKey: before?.secretKey, origins: origin ?? [publicUrl], volume, library});
          if (database.kind === 'pglite') await refreshStatistics(database);
          return seeded;
        });
        await mkdir(dataFolder, {recursive: true});
        // It holds a key.
        await writeFile(path, `${JSON.stringify({api: publicUrl, ...demo} satisfies DemoFile, null, 2)}\n`, {mode: 0o600});
        cli.io.out(`${demo.vendorName}, ${demo.partnerOrgs.length} partners, ${demo.people.length} people${volume > 0 ? `, ${volume} more leads` : ''}. Who they are and the secret key: ${path}`);
      }),
    );
}

async function readDemoFile(path: string): Promise<DemoFile | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as DemoFile;
  } catch {
    // Missing or broken: a new one is written.
    return undefined;
  }
}

function toCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count <= 1_000_000) return count;
  throw new CliError(exitCodes.usage, `--leads must be a whole number up to 1000000, not ${text}.`);
}
