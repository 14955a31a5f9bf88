import {LeadPolicy, TimeZone} from '@portico/contract';
import type {Command} from 'commander';
import {connect} from '../database/connect.ts';
import {migrate} from '../database/migrate.ts';
import {migrations} from '../database/migrations.gen.ts';
import {createTenant, listTenants} from '../database/tenants.ts';
import type {RunCommand} from './cli-context.ts';
import {CliError, exitCodes} from './cli-error.ts';

/** `portico migrate`, `portico tenants create|list` */
export function addTenantCommands(program: Command, run: RunCommand): void {
  program
    .command('migrate')
    .description('Brings the schema of the database up to this version.')
    .action(
      run(async cli => {
        const database = await connect(cli.database, cli.context);
        try {
          const steps = await migrate(database, migrations, cli.context);
          cli.io.out(steps.length === 0 ? 'The schema is up to date.' : `Done: ${steps.join(', ')}.`);
        } finally {
          await database.close();
        }
      }),
    );

  const tenants = program.command('tenants').description('The vendors of this installation.');
  tenants
    .command('create <name>')
    .description('Adds a vendor with an empty programme.')
    .option('--program <name>', 'name of the programme', 'Partner programme')
    .option('--time-zone <zone>', 'time zone of the programme, such as Europe/Helsinki', 'UTC')
    .option('--origin <url...>', 'origins of pages that may embed widgets')
    .action(
      run(async (cli, name: string, {program: programName, timeZone, origin = []}: {program: string; timeZone: string; origin?: string[]}) => {
        if (!TimeZone.safeParse(timeZone).success) throw new CliError(exitCodes.usage, `${timeZone} is not a time zone; use a name such as Europe/Helsinki.`);
        for (const url of origin) if (URL.parse(url)?.origin !== url) throw new CliError(exitCodes.usage, `${url} is not an origin; use scheme, host and port only, such as https://partners.example.com.`);
        await cli.withDatabase(async database => {
          const {tenantId} = await createTenant(database, cli.context, {name, program: {name: programName, timeZone, leadPolicy: LeadPolicy.parse({}), origins: origin}});
          cli.io.out(tenantId);
          cli.io.err(`${name} is there. Make a secret key for its backend with: portico keys create --tenant ${tenantId}`);
        });
      }),
    );
  tenants
    .command('list')
    .description('Lists the vendors.')
    .action(
      run(cli =>
        cli.withDatabase(async database => {
          for (const {tenantId, name} of await listTenants(database)) cli.io.out(`${tenantId}  ${name}`);
        }),
      ),
    );
}
